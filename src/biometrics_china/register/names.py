"""Names of bodies made comparable: one key for spellings that differ only in form.

Two names with the same key are the same name: letter case, accents, width, punctuation, spacing,
traditional or simplified characters and legal forms do not count. The steps are few and fixed, so
that the page of the register (`publishing/static/register.js`) takes them in the same order and
gives the same answer; a test in a browser holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import opencc

_LEGAL = "ab ag bv co company corp corporation gmbh inc incorporated limited llc ltd nv plc sa spa"
#: legal forms and little words that do not tell bodies apart
FORMS = frozenset(f"{_LEGAL} srl the of and for".split(" "))
_HAN = "\u3400-\u9fff"
_LEGAL_FORM = re.compile("(?:集团)?(?:股份)?有限(?:责任)?公司|公司$")
_JOINED = re.compile(f"(?<=[{_HAN}])(?=[0-9a-z])|(?<=[0-9a-z])(?=[{_HAN}])")
_SILENT = re.compile("['\u2018\u2019`.·]")
_OTHER = re.compile(f"[^0-9a-z{_HAN}]+")


@cache
def variants() -> dict[str, str]:
    """Return traditional character → simplified character, one by one (OpenCC's table)."""
    converter = opencc.OpenCC("t2s")
    pairs = ((chr(n), converter.convert(chr(n))) for n in range(0x3400, 0xA000))
    return {a: b for a, b in pairs if a != b and len(b) == 1}


def key(name: str) -> str:
    """Return the words by which a name is compared, in lower case and joined by single blanks.

    A name of legal forms alone keeps them. The key of a name without letters is empty.
    """
    plain = unicodedata.normalize("NFKC", name).lower()
    plain = "".join(variants().get(c, c) for c in plain)
    plain = unicodedata.normalize("NFD", plain)
    plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
    plain = _SILENT.sub("", _LEGAL_FORM.sub(" ", plain).replace("&", " "))
    words = _JOINED.sub(" ", _OTHER.sub(" ", plain)).split()
    return " ".join([w for w in words if w not in FORMS] or words)


def compact(words: str) -> str:
    """Return a key without its blanks, so that `Cloud Walk` and `CloudWalk` compare equal."""
    return words.replace(" ", "")


def is_han(words: str) -> bool:
    """Return True if a key holds Chinese characters."""
    return bool(re.search(f"[{_HAN}]", words))


def is_short(words: str) -> bool:
    """Return True if a key is so short that other bodies may well bear the name."""
    return len(compact(words)) <= (2 if is_han(words) else 3)
