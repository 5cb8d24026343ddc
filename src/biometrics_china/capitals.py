"""Words put into a sentence or at its start: names and abbreviations keep their capitals."""

from __future__ import annotations

import re

#: names that keep their capital within a sentence, where they begin a label
_NAMES = re.compile(
    r"(Africa|America|Asia|Beijing|Britain|Brussels|Bundes|China|Chinese|Clearview|Europ|France|French|"
    r"German|Han\b|Hikvision|Hong Kong|Hui\b|Hungar|Interpol|Ital|Japan|Kazakh|Macao|Norw|Prüm|Swed|"
    r"Switzerland|Taiwan|Tibet|Uighur|Uyghur|United|Xinjiang|Xizang|[B-Z]\b)"
)
_FIRST = re.compile(r"\S+")


def lower_first(words: str) -> str:
    """Return words as they stand within a sentence.

    >>> lower_first("Law of a member state"), lower_first("EU directive"), lower_first("Uyghurs")
    ('law of a member state', 'EU directive', 'Uyghurs')
    """
    first = _FIRST.match(words)
    if not first or _NAMES.match(words) or first[0][1:] != first[0][1:].lower():
        return words
    return words[0].lower() + words[1:]


def upper_first(words: str) -> str:
    """Return words as they begin a sentence; the others keep their capitals.

    >>> upper_first("cameras at the EU"), upper_first("CCTV"), upper_first("iFLYTEK")
    ('Cameras at the EU', 'CCTV', 'iFLYTEK')
    """
    first = _FIRST.match(words)
    if not first or first[0][1:] != first[0][1:].lower():
        return words
    return words[0].upper() + words[1:]
