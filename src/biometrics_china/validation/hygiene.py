"""The hygiene of text: what a slip of the hand, a copy or a program leaves behind in a cell.

Nearly all text is clean, so the characters that a table uses at all are looked at first, then its
text as a whole, its columns, and single cells only where something was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from biometrics_china import forms
from biometrics_china.codebook import Field
from biometrics_china.validation.model import Checked, Problem, Sheet, quote

#: what the bytes 80 to BF of UTF-8 become in a program that takes them for Latin-1 or Windows-1252
_C = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_LATIN, _GREEK_CYRILLIC = "[A-Za-z\u00c0-\u024f]", "[\u0370-\u03ff\u0400-\u04ff]"
_TAG = r"</?(?:a|b|br|div|em|i|li|p|span|strong|sub|sup|td|tr|u|ul)\b[^<>]*>"
_ENTITY = r"&(?:#\d+|#x[0-9A-Fa-f]+|amp|apos|gt|lt|nbsp|quot);"


#: what the registers quote of other cells, which may be numbers
QUOTED = ("expected_value", "corrected_value", "value_a", "value_b")


class Fault(NamedTuple):
    """A kind of fault: what characters it cannot be without, how it looks, what to say of it."""

    name: str
    sign: re.Pattern[str]
    looks: re.Pattern[str]
    text: str


def _fault(name: str, sign: str, looks: str, text: str) -> Fault:
    return Fault(name, re.compile(sign), re.compile(looks, re.MULTILINE), text)


FAULTS = tuple(
    _fault(name, sign, looks or sign, text)
    for name, sign, looks, text in (
        ("blank", "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", "", "is no plain blank"),
        ("double", " ", "  +", "is more than one blank; one is right"),
        ("hidden", forms.HIDDEN, "", "is a character that is not seen; none is right"),
        ("lost", "\ufffd", "", "stands for a character that was lost; the one of the source is right"),
        (
            "mojibake",
            "[\u00c2-\u00f4]",
            f"[\u00c2\u00c3]{_C}|[\u00c4-\u00df][\u0080-\u00bf]|[\u00e0-\u00f4]{_C}{{2}}|\u00e2\u20ac",
            "is UTF-8 read as another encoding; what the source prints is right",
        ),
        (
            "alphabet",
            _GREEK_CYRILLIC,
            f"{_LATIN}{_GREEK_CYRILLIC}|{_GREEK_CYRILLIC}{_LATIN}",
            "mixes two alphabets in a word; letters of one are right",
        ),
        ("form", "[\u0300-\u036f\u2e80-\u2fdf\uf900-\ufaff]", "", "is not composed; NFC is right"),
        ("wide", "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]", "", "is full-width; plain ASCII is right"),
        ("markup", "[<&]", f"{_TAG}|{_ENTITY}", "is markup; plain text is right"),
        ("placeholder", "[{T]", r"\{[a-z_]\w*\}|\bTODO\b", "is a placeholder; the text is right"),
        ("formula", "[=+@-]", r"^[=+@-](?!$)", "starts a formula in a spreadsheet; none is right"),
        ("letterless", "", r"^[\d\s.,:;()/%+-]+$", "has no letter; words are right"),
    )
)  # fmt: skip


def problems(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield the cells of text with a fault, unless the codebook lets the field have it."""
    del checked  # all rules take it
    texts = [f for f in sheet.table.fields if f.type in ("string", "list")]
    whole = "\n".join([row[f.name] for f in texts for row in sheet.rows])
    there = "".join(set(whole))
    suspects = [f for f in FAULTS if f.sign.search(there) and f.looks.search(whole)]
    for described in texts if suspects else ():
        name = described.name
        column = "\n".join(filter(None, sheet.column(name)))
        asked = [f for f in suspects if f.name not in described.lets and _applies(f, described)]
        asked = [f for f in asked if f.looks.search(column)]
        for number, row in enumerate(sheet.rows if asked else ()):
            for fault in asked:
                if found := fault.looks.search(row[name]):
                    text = f"{quote(row[name])}: {found[0]!a} {fault.text}"
                    yield sheet.problem(number, name, text)
                    break


def _applies(fault: Fault, described: Field) -> bool:
    """Return False for what a field may be: codes, dates and ids are judged by their own rules."""
    is_free = not (
        described.vocabulary
        or described.refers_to
        or described.form == "partial-date"
        or "pattern" in described.constraints
    )
    if fault.name == "letterless":
        return is_free and described.type != "list" and described.name not in QUOTED
    return is_free or fault.name != "formula"
