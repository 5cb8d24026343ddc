"""What a search takes for the same: characters, spellings, abbreviations and other words.

One table, made at build and written beside the text of the book. The page (`static/search.js`)
folds the text and the question by it, with the same code, so that the two cannot part.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from biometrics_china import tables
from biometrics_china.register.names import variants

#: letters that no normal form takes apart
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i"}

#: pattern → replacement over words in lower case, in this order. Each takes a British and an American
#: spelling, typed whole or in part, to one form; what it does to other words does no harm, because
#: it is done to text and question alike.
_SPELLINGS = {
    r"\bco (op|ord)": "co$1",
    "practis": "practic",
    "is": "iz",
    "alys": "alyz",
    "alyziz": "alyze",
    "(lic|def|off|pret)ens": "$1enc",
    "(behavi|neighb|endeav|fav|col|hon|harb|hum|lab|rum|val|vap|vig)ou(?=r|$)": "$1o",
    "([a-z]{2}[aeiou])ll": "$1l",
    "(cent|fib|lit|met|theat)(?:re|er)(?=s?(?: |$))": "$1r",
    "gramme?": "gram",
    "dgem": "dgm",
    "logue?": "log",
    "artefact": "artifact",
    "ageing": "aging",
    r"\bgrey": "gray",
    "sceptic": "skeptic",
    r"\benquir": "inquir",
}

#: words that ask for the same, either way
_SAME = (
    "face|facial",
    "fig|figure",
    "tab|table",
    "fingerprint|finger print|dactyloscopy|指纹",
    "voiceprint|voice print|voice",
    "uyghur|uighur|uygur|维吾尔",
    "tibet|xizang|西藏",
    "per cent|percent|percentage",
    "database|data base",
    "dataset|data set",
    "wellbeing|well being",
    "counter terrorism|counterterrorism|anti terrorism|antiterrorism",
    "cctv|video surveillance",
)

#: an abbreviation or local name, then what it stands for
_SHORT = (
    "AI|artificial intelligence",
    "CAC|Cyberspace Administration|网信办",
    "CCP|Communist Party",
    "CPC|Communist Party",
    "EU|European Union",
    "FRT|face recognition|facial recognition",
    "HGR|human genetic resources",
    "MIIT|Ministry of Industry and Information Technology|工信部",
    "MPS|Ministry of Public Security|公安部",
    "NPC|National People's Congress|全国人大",
    "PRC|People's Republic of China",
    "PSB|public security bureau|公安局",
    "SPC|Supreme People's Court|最高人民法院",
    "SPP|Supreme People's Procuratorate|最高人民检察院",
    "UN|United Nations",
    "XPCC|Xinjiang Production and Construction Corps|生产建设兵团",
    "Bingtuan|Xinjiang Production and Construction Corps|生产建设兵团",
    "XUAR|Xinjiang|新疆",
)

#: the abbreviation of a law → its id in `instruments`, which holds its names
LAWS = {
    "AIA": "eu-aiact",
    "ATFL": "cn-atfl-2022",
    "CPL": "cn-cpl-2012",
    "CSDDD": "eu-csddd",
    "CSL": "cn-csl-2016",
    "CTL": "cn-ctl-2015",
    "DSL": "cn-dsl-2021",
    "EEAL": "cn-eeal-2012",
    "EES": "eu-ees",
    "FLR": "eu-flr",
    "GDPR": "eu-gdpr",
    "LED": "eu-led",
    "NIL": "cn-nil-2017",
    "PIPL": "cn-pipl-2021",
    "PSAPL": "cn-psapl-2025",
    "RICL": "cn-ricl-2011",
}


def table(text: str) -> dict[str, Any]:
    """Return what the page folds by, for the whole text of the book.

    `characters` (character → what it counts as; of the traditional ones, those that stand in the
    text in either form), `spellings` ([pattern, replacement]), `same` and `short` (lists of words).
    """
    held = set(text)
    folded = {a: b for a, b in variants().items() if {a, b} & held}
    return {
        "characters": _LETTERS | folded,
        "spellings": list(_SPELLINGS.items()),
        "same": [words.split("|") for words in _SAME] + _laws() + _bodies(),
        "short": [words.split("|") for words in _SHORT],
    }


def _laws() -> list[list[str]]:
    """Return each abbreviation of a law with its names, without what stands in brackets."""
    rows = tables.load("instruments").set_index("id")
    names = {a: rows.loc[key, ["title_en", "title_zh"]] for a, key in LAWS.items()}
    return [
        [short, *(re.sub(r"\s*[(（].*", "", n) for n in found if isinstance(n, str) and n)]
        for short, found in names.items()
    ]


def _bodies() -> list[list[str]]:
    """Return the names of each body of the register, for those that have more than one."""
    rows = tables.load("entities").sort_values("id", kind="stable").to_dict("records")
    found = [[r["name_en"], r["name_zh"], *(r["aliases"] or ())] for r in rows]
    named = [[str(n) for n in names if isinstance(n, str) and n] for names in found]
    return [names for names in named if len(names) > 1]


def normal(text: str) -> str:
    """Return a text with each letter and its accent as one character, as the page expects it."""
    return unicodedata.normalize("NFC", text)
