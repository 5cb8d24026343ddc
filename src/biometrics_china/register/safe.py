"""Names come from anybody: none acts as a formula, as a mark or on the direction of the text."""

from __future__ import annotations

import json
import re
import unicodedata

#: what makes a spreadsheet take a cell for a formula, in either width
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: what marks up in Markdown; a line below within a word does not, and stands in many addresses
_MARKUP = re.compile(r"([\\`*{}\[\]<>#|~&]|(?<![^\W_])_|_(?![^\W_]))")


def visible(text: str) -> str:
    """Return a text that shows its characters without a shape, such as those that reverse it."""
    if text.isprintable():
        return text
    return "".join(
        f"<U+{ord(c):04X}>" if unicodedata.category(c) in ("Cf", "Cc", "Cs") else c for c in text
    )


def cell(value: object) -> object:
    """Return what a spreadsheet can show without acting on it: text that begins a formula gets an '."""
    if not isinstance(value, str):
        return value
    return f"'{visible(value)}" if value.startswith(_FORMULA) else visible(value)


def marked(text: str) -> str:
    """Return a text for Markdown, in which it marks nothing up."""
    return _MARKUP.sub(r"\\\1", visible(text))


def escaped(text: str) -> str:
    """Return JSON in which characters without a shape are written as escapes; it means the same."""
    if text.isprintable():
        return text
    return "".join(
        json.dumps(c)[1:-1] if unicodedata.category(c) in ("Cf", "Cs") else c for c in text
    )
