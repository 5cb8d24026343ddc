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

#: legal form → countries whose bodies bear it
FORMS_OF = {
    "ab": "FI SE", "ag": "AT CH DE LI", "aps": "DK", "bhd": "MY", "bv": "BE NL", "gmbh": "AT CH DE",
    "jsc": "BG BY KZ RU UA UZ VN", "kft": "HU", "kk": "JP", "nv": "BE NL", "oao": "BY KZ RU",
    "ojsc": "AZ BY KZ RU", "ooo": "BY RU", "oy": "FI", "oyj": "FI", "pao": "RU", "pjsc": "AE RU UA",
    "plc": "GB IE MT", "pte": "SG", "pty": "AU ZA", "sa": "AR BE BR CH CL ES FR GR LU PL PT RO",
    "sarl": "BE CH FR LU MA TN", "sas": "CO FR", "sdn": "MY", "spa": "CL DZ IT", "srl": "AR BE IT MD RO",
}  # fmt: skip
_ANYWHERE = "co company corp corporation inc incorporated limited llc llp ltd the of and for"
#: legal forms and little words that do not tell bodies apart
FORMS = frozenset([*_ANYWHERE.split(" "), *FORMS_OF])
#: letter that has no accent to lose → letters that are written for it
LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
}
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
    words = whole(name).split()
    return " ".join([w for w in words if w not in FORMS] or words)


def whole(name: str) -> str:
    """Return the key of a name with its legal forms, as far as they are not Chinese."""
    plain = _SILENT.sub("", _LEGAL_FORM.sub(" ", _plain(name)).replace("&", " "))
    return " ".join(_JOINED.sub(" ", _OTHER.sub(" ", plain)).split())


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).lower()
    plain = "".join(variants().get(c, LETTERS.get(c, c)) for c in plain)
    plain = unicodedata.normalize("NFD", plain)
    return "".join(c for c in plain if unicodedata.category(c) != "Mn")


def loses_letters(name: str) -> bool:
    """Return True if a name has letters of a script that its key leaves out."""
    left_out = "".join(_OTHER.findall(_plain(name)))
    return any(unicodedata.category(c)[0] == "L" for c in left_out)


def countries(words: str) -> frozenset[str]:
    """Return the countries that the legal forms among the words of a name speak of; often none."""
    return frozenset(c for w in words.split() for c in FORMS_OF.get(w, "").split())


def compact(words: str) -> str:
    """Return a key without its blanks, so that `Cloud Walk` and `CloudWalk` compare equal."""
    return words.replace(" ", "")


def is_han(words: str) -> bool:
    """Return True if a key holds Chinese characters."""
    return bool(re.search(f"[{_HAN}]", words))


def is_short(words: str) -> bool:
    """Return True if a key is so short that other bodies may well bear the name."""
    return len(compact(words)) <= (2 if is_han(words) else 4)
