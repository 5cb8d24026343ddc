"""Names of bodies made comparable: one key for spellings that differ only in form.

Two names with the same key are the same name: letter case, accents, width, punctuation, spacing,
traditional or simplified characters, legal forms and the way a number is written do not count. The
steps are few and fixed, so that the page of the register (`publishing/static/register-match.js`)
takes them in the same order and gives the same answer; a test in a browser holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import opencc

from biometrics_china.register import forms

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
#: word that is often written short or otherwise, or number in words → how it is compared
WORDS = {
    "acad": "academy", "centre": "center", "defence": "defense", "dept": "department",
    "inst": "institute", "intl": "international", "labour": "labor", "nat": "national",
    "natl": "national", "organisation": "organization", "peoples": "people",
    "programme": "program", "sci": "science", "sciences": "science",
    "univ": "university", "universitat": "university", "first": "1", "second": "2",
    "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8",
    "ninth": "9", "tenth": "10",
}  # fmt: skip
_HAN = "\u3400-\u9fff"
_LEGAL_FORM = re.compile("(?:股份)?有限(?:责任)?公司|总公司$|(^|[^分子])公司(?=$|第)")
_JOINED = re.compile(f"(?<=[{_HAN}])(?=[0-9a-z])|(?<=[0-9a-z])(?=[{_HAN}])")
_SILENT = re.compile("['\u2018\u2019`.·]")
_ORDINAL = re.compile("([0-9]+)(?:st|nd|rd|th)?")
_DIGITS = "零一二三四五六七八九"
_NUMBER = re.compile(f"第([{_DIGITS}〇十百]+)|([{_DIGITS}〇十百]+)(?=所|院|研究[所院])")
#: so many names are remembered: those of the register are asked for again and again
_REMEMBERED = 2**16
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")


@cache
def variants() -> dict[str, str]:
    """Return traditional character → simplified character, one by one (OpenCC's tables).

    Characters that only Japan writes, as its list of end users does in names of China, are among them.
    """
    simple, japanese = opencc.OpenCC("t2s").convert, opencc.OpenCC("jp2t").convert
    pairs = [(c, simple(c)) for c in map(chr, range(0x3400, 0xA000))]
    pairs += [(a, simple(japanese(a))) for a, b in pairs if a == b and not _is_common(a)]
    return {a: b for a, b in pairs if a != b and len(b) == 1}


def _is_common(character: str) -> bool:
    """Return True if a character is among the common ones of simplified Chinese (GB 2312)."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


@lru_cache(maxsize=_REMEMBERED)
def key(name: str) -> str:
    """Return the words by which a name is compared, in lower case and joined by single blanks.

    A name of legal forms alone keeps them. The key of a name without letters is empty.
    """
    words = [WORDS.get(w, w) for w in forms.without(whole(name).split())]
    numbers = [_ORDINAL.fullmatch(w) for w in words]
    told = zip(words, numbers, [*numbers[1:], None], strict=False)
    return " ".join(n[1] if n else w for w, n, after in told if not (w == "no" and after))


@lru_cache(maxsize=_REMEMBERED)
def whole(name: str) -> str:
    """Return the key of a name with its legal forms, as far as they are not Chinese."""
    plain = _LEGAL_FORM.sub(r"\1 ", _SILENT.sub("", _plain(name)))
    plain = _NUMBER.sub(lambda found: number(found[1] or found[2]), plain)
    plain = "".join(c if c.isalnum() else " " for c in plain)
    return forms.in_one_word(" ".join(_JOINED.sub(" ", plain).split()))


def number(characters: str) -> str:
    """Return a Chinese number below a thousand in digits: 五十二 is 52, 七〇九 is 709."""
    characters = characters.replace("〇", "零")
    if not set(characters) & set("十百"):
        return "".join(str(_DIGITS.index(c)) for c in characters)
    total, last = 0, 1 if characters[0] in "十百" else 0
    for c in characters:
        if c in "十百":
            total, last = total + last * (10 if c == "十" else 100), 0
        else:
            last = _DIGITS.index(c)
    return str(total + last)


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).lower()
    if plain.isascii():  # has no accent to lose
        return plain
    plain = plain.translate(_letters())
    plain = unicodedata.normalize("NFD", plain)
    return "".join(c for c in plain if unicodedata.category(c) != "Mn")


@cache
def _letters() -> dict[int, str]:
    """Return the number of a character → what is written for it, as `str.translate` takes it."""
    return str.maketrans(LETTERS | variants())


def is_foreign(words: str) -> bool:
    """Return True if a key has letters of a script other than Latin and Chinese."""
    return bool(re.search(f"[^ 0-9a-z{_HAN}]", words))


def pieces(name: str) -> tuple[str, ...]:
    """Return the keys of the pieces of a name: in brackets or of another script, and rest."""
    within = [key(found) for found in _BRACKETS.findall(name)]
    without = key(_BRACKETS.sub(" ", name))
    if not within:
        words = without.split()
        within = [" ".join(w for w in words if not is_han(w))]
        without = " ".join(w for w in words if is_han(w))
    return tuple(p for p in (without, *within) if p)


def is_traditional(name: str) -> bool:
    """Return True if a name is written in traditional characters."""
    return any(c in variants() for c in name)


def compact(words: str) -> str:
    """Return a key without its blanks, so that `Cloud Walk` and `CloudWalk` compare equal."""
    return words.replace(" ", "")


def is_han(words: str) -> bool:
    """Return True if a key holds Chinese characters."""
    return bool(re.search(f"[{_HAN}]", words))


def is_short(words: str) -> bool:
    """Return True if a key is so short that other bodies may well bear the name."""
    return len(compact(words)) <= (2 if is_han(words) else 4)
