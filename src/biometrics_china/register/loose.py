"""Other ways in which names of some kinds are often written; none of them is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from biometrics_china.register.vocabulary import PLACES, tells_nothing

#: words, and characters, from which on a name without its academy may be told from others
LEAST_WORDS, LEAST_HAN = 3, 7
_ACADEMY = "chinese academy science|china academy science|cas"
_OF_ACADEMY = re.compile(f"(?:{_ACADEMY}) (.+)|(.+) (?:{_ACADEMY})")
_GROUP = "china electronics technology group|cetc"
#: an institute of the group CETC by its number
_NUMBERED = re.compile(
    f"(?:{_GROUP}) ([0-9]+) research institute(?: cetc ?[0-9]+)?|cetc research institute ([0-9]+)"
    f"|([0-9]+) research institute (?:{_GROUP})|中国电子科技集团 ([0-9]+) 研究所"
)
_NUMBERED_SO = (
    "china electronics technology group {} research institute", "cetc {} research institute",
    "{} research institute cetc", "cetc {}", "中国电子科技集团 {} 研究所", "中电科 {} 所", "中电 {} 所",
)  # fmt: skip
#: a police office, which is called bureau or department
OFFICE = (
    r"\b(?:public security (?:bureau|department)|(?:bureau|department) public security|ps[bd])\b"
)
#: what kind of place an office is in
REGION = (
    r"\b(?:municipal|municipality|city|district|prefecture|provincial|province|region|autonomous|hui|"
    r"kazakh|kyrgyz|mongolian|uyghur)\b"
)
HAN_REGION = "(?:省|市|县|地区|自治州|自治区)(?=公安[局厅])"
_SAME_WORDS = """
university: universidad universidade universita universitate universitatea universite
university: universiteit universitet uniwersytet univerzita univerza sveuciliste yliopisto
university: ulikool egyetem
academy: academia academie accademia akademi akademia akademie
institute: institut instituto instytut istituto
technology: technische technique tecnica tecnologia tekniska tekniske techniczny
chinese: chinesische chinoise chinees chinska cinese kinesiske kinesiska
science: ciencias nauk scienze tieteiden vetenskaps videnskabernes wetenschappen wissenschaften
"""
#: word of a university or academy in another language of Europe → the English one, as keys have it
IN_ENGLISH = {
    word: english
    for english, words in (line.split(": ") for line in _SAME_WORDS.split("\n") if line)
    for word in words.split()
    if word != english
}
#: little words that stand between them
_LITTLE = "al da de del der des di do du for fur la van von voor w"
LITTLE = frozenset(_LITTLE.split())
_OFFICE, _REGION, _HAN_REGION = map(re.compile, (OFFICE, REGION, HAN_REGION))
_SCHOOLS = ("academy", "college", "institute", "university")
_SCHOOL = re.compile(f"((?:inner |china )?[a-z]+) police (?:{'|'.join(_SCHOOLS)})")
#: words for the army or the armed police before the name of one of its bodies
ARMY = (
    "^(?:中国人民解放军|解放军|中国人民武装警察部队|"
    "(?:(?:chinese )?pla|(?:chinese )?people liberation army) )(?=.)"
)
_ARMY = re.compile(ARMY)
_OF_POLICE = re.compile("([a-z]+(?: [a-z]+)?) police")
_HAN_OF_STATE = re.compile("中国(?:人民解放军|人民武装警察部队|人民)?(.{2,}(?:大学|学院))")
_HAN_SCHOOLS = ("警察学院", "警官学院", "警官高等专科学校", "公安高等专科学校")
_HAN_SCHOOL = re.compile(f"(.+)(?:{'|'.join(_HAN_SCHOOLS)})")


def half_translated(sound: str) -> Iterator[str]:
    """Yield the Pinyin of the name of a university with the last word in English, as many write it."""
    rest = sound.removesuffix(" da xue")
    if rest != sound:
        yield f"{rest} university"


def loosened(words: str) -> Iterator[str]:
    """Yield keys under which the body of a key may be meant.

    Such are an institute of the Chinese Academy of Sciences without the academy, an institute of
    CETC by its number, a university without the state or its army, a body of the police ministry
    with the ministry written in full, a police office without what kind of place it is in, the
    police of a place as its office, and a school of the police as another kind of school.
    """
    if found := _OF_ACADEMY.fullmatch(words):
        rest = found[1] or found[2]
        yield from [rest] if rest.count(" ") + 1 >= LEAST_WORDS else []
    rest = words.removeprefix("中国科学院")
    yield from [rest] if rest != words and len(rest) >= LEAST_HAN else []
    if found := _HAN_OF_STATE.fullmatch(words):
        yield found[1]
    if found := _NUMBERED.fullmatch(words):
        yield from (so.format(next(filter(None, found.groups()))) for so in _NUMBERED_SO)
    if name := office(words):
        yield from (name, f"{name.removesuffix('public security bureau')}psb")
    if found := _OF_POLICE.fullmatch(words):
        yield from (f"{found[1]} public security bureau", f"{found[1]} psb")
    yield han_office(words)
    if words.startswith("mps "):
        within = words.removeprefix("mps ")
        yield from (f"{within} ministry public security", f"ministry public security {within}")
    if found := _SCHOOL.fullmatch(words):
        yield from (f"{found[1]} police {school}" for school in _SCHOOLS)
    if found := _HAN_SCHOOL.fullmatch(words):
        yield from (found[1] + school for school in _HAN_SCHOOLS)


def in_english(words: str) -> str:
    """Return a key with the words of universities and academies in English, if it has one of them.

    ``universite fudan`` becomes ``university fudan``. Other keys are returned as they are.
    """
    typed = words.split()
    if IN_ENGLISH.keys().isdisjoint(typed):
        return words
    return " ".join(IN_ENGLISH.get(w, w) for w in typed if w not in LITTLE)


def renamed(words: str) -> tuple[str, ...]:
    """Return what was typed as others write the same: without its army, or as `office` has it."""
    return _others(words, office(words) or han_office(words), _ARMY.sub("", words))


def office(words: str) -> str:
    """Return a police office as the bureau of its place, without what kind of place that is."""
    place = " ".join(_REGION.sub(" ", _OFFICE.sub(" ", words)).split())
    return f"{place} public security bureau" if place and _OFFICE.search(words) else ""


def han_office(words: str) -> str:
    """Return a key with a police office in Chinese as the bureau of its place, as `office` does."""
    return _HAN_REGION.sub("", words).replace("公安厅", "公安局")


def placeless(words: str) -> tuple[str, ...]:
    """Return what was typed without the places at its end, if something else in it tells anything."""
    typed = words.split()
    while len(typed) > 1 and typed[-1] in PLACES:
        typed.pop()
    return () if all(map(tells_nothing, typed)) else _others(words, " ".join(typed))


def _others(words: str, *found: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(o for o in found if o != words and not tells_nothing(o)))
