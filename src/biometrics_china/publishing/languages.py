"""Chinese and Japanese words on an English page carry their language (WCAG 3.1.2).

A screen reader then says them in the right voice, and a browser draws them with the right glyphs.
The language is `zh` without a script, since titles of sources come in both.
"""

from __future__ import annotations

import re

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u30ff"
_MARKS = "\u3001\u3002\u3008-\u3011\u3014-\u301b\uff01-\uff60"
#: words with the marks around them, and what may stand between two of them
_RUN = re.compile(
    f"[{_MARKS}]*[{_HAN}{_KANA}](?:[{_HAN}{_KANA}{_MARKS}]|[-0-9 ·—–“”‘’]+(?=[{_HAN}{_KANA}{_MARKS}]))*"
)
_IS_JAPANESE = re.compile(f"[{_KANA}]")
#: comments, elements that hold no element or that have a language already, single tags, text
_PARTS = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|title|textarea|option)\b.*?</\1>"
    r'|<(\w+)\b[^>]*\slang="(?:zh|ja)[^"]*"[^>]*>.*?</\2>'
    r"|<[^>]+>"
    r"|(?P<text>[^<]+)",
    re.DOTALL,
)


def mark(html: str) -> str:
    """Return a stretch of HTML with every run of Chinese or Japanese in an element of its language.

    Attributes stay as they are, and marking twice is marking once.
    """
    return _PARTS.sub(_mark_text, html) if _RUN.search(html) else html


def _mark_text(part: re.Match[str]) -> str:
    return _RUN.sub(_mark_run, part.group(0)) if part.group("text") else part.group(0)


def _mark_run(run: re.Match[str]) -> str:
    words = run.group(0)
    language = "ja" if _IS_JAPANESE.search(words) else "zh"
    return f'<span lang="{language}">{words}</span>'
