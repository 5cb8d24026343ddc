"""The rule on typed numbers (`publishing.prose`) for the languages of the translations.

Exempt are, as in English, years that name a text, and the parts of the book itself.
"""

from __future__ import annotations

import re

from biometrics_china.publishing import prose
from biometrics_china.publishing.translations.pages import ENGLISH, Language

#: language → what is exempt besides what is exempt in English
_EXEMPT = {
    "de": (
        r"\b(Maßnahmen|Leitlinien|Entwurfs?|Fassung) von (19|20)\d\d\b",
        r"\bdrei Polizeiprogramme\b",
    ),
    "fr": (
        r"\b(mesures|lignes directrices|projet)( définitives)? de (19|20)\d\d\b",
        r"\btrois programmes de police\b",
    ),
    "zh-Hans": (r"(19|20)\d\d年(正式公布的《|的指南|草案)", r"三个警务项目"),
}
#: language → words that are numbers; one and two are words of every sentence
_WORDS = {
    "de": (
        r"\b(?:drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w+zehn|\w+zig|hundert\w*|"
        r"tausend\w*|Million(?:en)?|Dutzend\w*|Drittel|Viertel)\b"
    ),
    "fr": (
        r"\b(?:trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|"
        r"vingt|trente|quarante|cinquante|soixante|cents|mille|millions?|dizaines?|tiers|quarts?)\b"
    ),
    # characters for numbers stand in other words as well (五 in 五月, 三 in 第三方): counted things only
    "zh-Hans": r"[三四五六七八九十百千万亿]+(?:个|项|人|名|例|起|份|组|家|条|岁|年|%)",
}


def typed_numbers(text: str, language: Language) -> list[str]:
    """Return each typed number of a page in a language that no exemption covers."""
    if language is ENGLISH:
        return prose.typed_numbers(text)
    exempt = [re.compile(part.replace(" ", r"\s+")) for part in _EXEMPT[language.tag]]
    number = re.compile(rf"\d[\d.,]*|{_WORDS[language.tag]}", re.I)
    return prose.typed_numbers(text, exempt, number)
