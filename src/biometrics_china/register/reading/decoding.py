"""The text of a file whose encoding nobody told: taken only where the bytes leave no doubt.

A mark at the start decides; then UTF-16 (it has zero bytes in the places of plain letters), then
UTF-8. What is left is GB18030 if most of it are everyday Chinese characters (the first level of GB
2312-1980) and some of them frequent in names, else Windows-1252 if it holds single accented letters of
Western Europe within plain ones, else it is refused. Big5, Shift JIS, EUC and the encodings of Central
and Eastern Europe are never guessed.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from biometrics_china.register.reading.bad import BadNames

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: how an encoding is called, where it is not the one that everybody should use
_CALLED = {
    "utf-8": "",
    "utf-32": "UTF-32",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 (LE)",
    "utf-16-be": "UTF-16 (BE)",
    "gb18030": "GB18030",
    "cp1252": "Windows-1252",
}
#: share of everyday characters from which on a text is taken for Chinese
EVERYDAY = 2 / 3
#: frequent characters in names of Chinese bodies, and share of them from which on a text is Chinese:
#: Korean and Japanese bytes give everyday characters too, but at random
IN_NAMES = frozenset(
    "公司有限技科中国安大学电京信研究北术股份院子市海深州集华工圳局港贸业所息机航天易香际团东全通上理新"
    "化视发部心网会广空连动江第尔智南物山能数准三团方基金展光械人事医务西克民自责任警控委力特成法苏疆斯"
    "创因标达计络员宁材证察名称企单位"
)
NAMED = 3 / 10
#: first bytes of Chinese punctuation, and of wide letters and brackets
_PUNCTUATION = (0xA1, 0xA3)
_TWO_HAN = re.compile("[\u4e00-\u9fff]{2}")
_NO_PLAIN_TEXT = ("Cc", "Cn", "Co", "Cs")
#: letters that are the same in few other encodings of Europe, and signs
_WESTERN = re.compile("[À-ËÍ-ÏÑ-ÖØ-Üß-ëí-ïñ-öø-ü‘’“”–—«»°·§®™\u00a0\x00-\x7f]*")
#: what hardly a name has: three accented letters in a row, a capital or a sign within a word, and what
#: would be Č in Central Europe
_NOT_WESTERN = re.compile(
    "[À-ü]{3}|[a-zß-ü.][À-Ü]|[A-ZÀ-Ü][À-Ü][a-zß-ü]|È[a-zß-ü]"
    "|[A-Za-zÀ-ü][“”–—«»°·§®™\u00a0][A-Za-zÀ-ü]"
)


def decoded(content: bytes, encoding: str = "") -> tuple[str, str]:
    """Return the text of a file, and the name of its encoding, empty for UTF-8.

    `encoding` is the one that somebody told, as Python names it. Raises BadNames.
    """
    if not encoding:
        encoding = next((codec for mark, codec in _MARKS if content.startswith(mark)), "")
        encoding = encoding or _guessed(content)
    called = _CALLED.get(encoding, encoding)
    try:
        return content.decode(encoding).removeprefix("\ufeff"), called
    except LookupError:
        raise BadNames(
            f"no encoding is called {encoding!r}; one such as gb18030 is right"
        ) from None
    except UnicodeDecodeError as error:
        raise BadNames(
            f"byte {error.start} is not {called or 'UTF-8'}; save the file as UTF-8"
        ) from None


def _guessed(content: bytes) -> str:
    """Return the only encoding that the bytes can reasonably have. Raises BadNames."""
    for codec, is_right in (
        *((codec, _is_plain_text) for codec in _utf_16(content)),
        ("utf-8", lambda *_: True),
        ("gb18030", _is_chinese),
        ("cp1252", _is_western),
    ):
        text = _tried(content, codec)
        if text is not None and is_right(text, content):
            return codec
        if codec == "utf-8" and _is_damaged(content):
            return codec  # which says where it is damaged
    raise BadNames(
        f"byte {_first_fault(content)} is not UTF-8, and which encoding it is of is not certain; "
        "save the file as UTF-8, or name its encoding with --encoding"
    )


def _tried(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _utf_16(content: bytes) -> tuple[str, ...]:
    """Return the two orders of UTF-16, the likelier first; nothing without zero bytes in pairs."""
    if b"\0" not in content or len(content) % 2:
        return ()
    little, big = "utf-16-le", "utf-16-be"
    return (little, big) if content[1::2].count(0) >= content[::2].count(0) else (big, little)


def _is_plain_text(text: str, content: bytes) -> bool:
    """Return True if every character is one that text holds, and its ends of lines are there."""
    held = set(text)
    strange = any(unicodedata.category(c) in _NO_PLAIN_TEXT for c in held - set("\t\r\n"))
    return not strange and bool(held & set("\r\n")) == bool(set(content) & set(b"\r\n"))


def _is_damaged(content: bytes) -> bool:
    """Return True if what is beyond ASCII is UTF-8 more often than not."""
    text = content.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) - lost >= max(lost, 1)


def _is_chinese(text: str, _content: bytes) -> bool:
    """Return True if most characters are everyday ones, some frequent in names, two side by side."""
    codes = [c.encode("gb18030") for c in text if c > "\x7f"]
    letters = [c for c in codes if c[0] not in _PUNCTUATION]
    everyday = sum(len(c) == 2 and 0xAF < c[0] < 0xD8 and c[1] > 0xA0 for c in letters)
    named = sum(c in IN_NAMES for c in text) >= NAMED * len(letters)
    return named and bool(_TWO_HAN.search(text)) and everyday >= EVERYDAY * len(letters)


def _is_western(text: str, _content: bytes) -> bool:
    return bool(_WESTERN.fullmatch(text)) and not _NOT_WESTERN.search(text)


def _first_fault(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0
