"""Legal forms of companies: words of a name that do not tell one body from another."""

from __future__ import annotations

_EUROPE = "AT BE CY CZ DE DK EE ES FI FR GR HU IE IT LI LT LU LV MT NL NO PL PT RO SE SI SK"

#: legal form → countries whose bodies bear it
FORMS_OF = {
    "ab": "FI SE", "ag": "AT CH DE LI", "aps": "DK", "asa": "NO", "bhd": "MY", "bv": "BE NL",
    "bvba": "BE", "doo": "BA HR ME MK RS SI", "eood": "BG", "ev": "AT DE", "ggmbh": "AT DE",
    "gmbh": "AT CH DE LI", "jsc": "BG BY KZ RU UA UZ VN", "kft": "HU", "kg": "AT DE", "kgaa": "DE",
    "kk": "JP", "lda": "PT", "ltda": "BR CL CO ES PT", "nv": "BE NL", "nyrt": "HU",
    "oao": "BY KZ RU", "ojsc": "AZ BY KZ RU", "ood": "BG", "ooo": "BY RU", "ou": "EE", "oy": "FI",
    "oyj": "FI", "pao": "RU", "pjsc": "AE RU UA", "plc": "GB IE MT", "pt": "ID", "pte": "SG",
    "pty": "AU ZA",
    "pvt": "BD IN LK PK", "sa": "AR BE BR CH CL ES FR GR LU PL PT RO", "se": _EUROPE,
    "sarl": "BE CH FR LU MA TN", "sas": "CO FR", "sdn": "MY", "sl": "ES", "slu": "ES",
    "spa": "CL DZ IT", "sprl": "BE", "srl": "AR BE IT MD RO", "sro": "CZ SK", "spzoo": "PL",
    "uab": "LT", "vof": "NL", "zrt": "HU", "as": "CZ DK EE NO SK TR", "zao": "BY KZ RU",
}  # fmt: skip
#: legal forms under which the head of a group stands, daughters seldom
OF_HEADS = frozenset(["ab", "ag", "asa", "kgaa", "nv", "oyj", "plc", "sa", "se", "spa"])
#: legal forms that are words of their own as well, so that they count only where a name starts or ends
AT_START = frozenset(["pt", "zao"])
AT_END = frozenset(["as", "ev", "kg", "kk", "ou", "sa", "se", "sl"])
_ANYWHERE = "co company corp corporation inc incorporated limited llc llp ltd the of and for"
#: legal forms and little words that do not tell bodies apart, wherever they stand
FORMS = frozenset([*_ANYWHERE.split(" "), *FORMS_OF]) - AT_END - AT_START
#: legal form in several words at the end of a name → how it is written in one
PHRASES = {
    "gu fen you xian gong si": "ltd", "you xian ze ren gong si": "ltd", "you xian gong si": "ltd",
    "gesellschaft mit beschrankter haftung": "gmbh", "open joint stock company": "ojsc",
    "public joint stock company": "pjsc", "gufen youxian gongsi": "ltd", "jointstock company": "jsc",
    "joint stock company": "jsc", "limited liability company": "llc", "zeren youxian gongsi": "ltd",
    "youxian zeren gongsi": "ltd", "public limited company": "plc", "aktiengesellschaft": "ag",
    "societe anonyme": "sa", "kabushiki kaisha": "kk", "youxian gongsi": "ltd", "aktiebolag": "ab",
    "private limited": "pvt", "sp z o o": "spzoo", "sp z oo": "spzoo", "s p a": "spa",
    "s r l": "srl", "s r o": "sro", "d o o": "doo", "a s": "as", "a g": "ag", "b v": "bv",
    "n v": "nv", "s a": "sa", "s l": "sl", "e v": "ev", "k k": "kk",
}  # fmt: skip


#: legal form that many countries have → the kind of company that it stands for
KINDS = {
    "corp": "corp", "corporation": "corp", "inc": "inc", "incorporated": "inc", "limited": "ltd",
    "llc": "llc", "llp": "llp", "ltd": "ltd",
}  # fmt: skip


def kinds(words: str) -> frozenset[str]:
    """Return the kinds of company that the legal forms among the words of a name speak of.

    A name that says no more than company is of the kind ``co``.
    """
    found = words.split()
    told = forms(words) | {KINDS[w] for w in found if w in KINDS}
    return told or frozenset(["co"] if {"co", "company"} & {*found} else [])


def countries(words: str) -> frozenset[str]:
    """Return the countries that the legal forms among the words of a name speak of; often none."""
    return frozenset(c for form in forms(words) for c in FORMS_OF[form].split())


def forms(words: str) -> frozenset[str]:
    """Return the legal forms among the words of a name that only some countries have."""
    found = words.split()
    ends = {*found[:1]} & AT_START | {*found[-1:]} & AT_END
    return frozenset(w for w in found if w in FORMS_OF and (w in FORMS or w in ends))


def in_one_word(words: str) -> str:
    """Return the words of a name, a legal form in several words at its end written in one."""
    for phrase, form in PHRASES.items():
        if words.endswith(f" {phrase}"):
            return f"{words.removesuffix(phrase)}{form}"
    return words


def without(words: list[str]) -> list[str]:
    """Return the words of a name without legal forms; all of them if it has no others."""
    kept = [w for w in words if w not in FORMS]
    while len(kept) > 1 and (kept[0] in AT_START or kept[-1] in AT_END):
        kept.pop(0 if kept[0] in AT_START else -1)
    return kept or words
