"""What a search takes for the same: characters, spellings, abbreviations and other words.

One table, made at build and written beside the index. The build folds the text by it (`folding.py`), the
page the question (`static/search-fold.js`). Words that ask for the same stand in the data (`synonyms`).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from biometrics_china import tables
from biometrics_china.publishing import register_places
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

#: words that make a sentence; beside others they are not looked for
_SMALL = (
    "a about am an and any are as at be been by can could did do does for from had has have how i in "
    "into is it its may me much many my of on or our shall should some than that the their them there "
    "these they this those to was we were what when where which who whom whose why will with would you"
)

#: what all of the book is about; beside the name of a law it says no more
_HOME = "china chinese prc"


def table(text: str) -> dict[str, Any]:
    """Return what the page folds by, for the whole text of the book.

    `characters` (character → what it counts as; of the traditional ones, those that stand in the
    text in either form), `spellings` ([pattern, replacement]), `same` and `short` (lists of words),
    `small` and `home` (words).
    """
    held = set(text)
    folded = {a: b for a, b in variants().items() if {a, b} & held}
    return {
        "characters": _LETTERS | folded,
        "spellings": list(_SPELLINGS.items()),
        "same": _groups("same") + _laws() + _bodies(),
        "short": _groups("short"),
        "small": _SMALL.split(),
        "home": _HOME.split(),
    }


def of_pages() -> list[tuple[str, list[str]]]:
    """Return the address below the site of each page or section that has further names, and these."""
    rows = tables.load("synonyms").query("kind == 'page'")
    return [(row["page"], list(row["words"])) for row in rows.to_dict("records")]


def _groups(kind: str) -> list[list[str]]:
    """Return the groups of a kind in the table of synonyms, in its order."""
    rows = tables.load("synonyms")
    return [list(words) for words in rows[rows["kind"].eq(kind)]["words"]]


def _laws() -> list[list[str]]:
    """Return each abbreviation of a law with its names, without what stands in brackets."""
    titles = tables.load("instruments").set_index("id")[["title_en", "title_zh"]]
    rows = tables.load("synonyms").query("kind == 'law'")
    return [
        [
            *row["words"],
            *(_bare(n) for n in titles.loc[row["instrument_id"]] if isinstance(n, str) and n),
        ]
        for row in rows.to_dict("records")
    ]


def _bare(title: str) -> str:
    return re.sub(r"\s*[(（].*", "", title)


def _bodies() -> list[list[str]]:
    """Return the names of each body that has a page of its own, for those that have more than one."""
    rows = tables.load("entities").sort_values("id", kind="stable").to_dict("records")
    own = [r for r in rows if r["id"] in register_places.own()]
    found = [[r["name_en"], r["name_zh"], *(r["aliases"] or ())] for r in own]
    named = [[str(n) for n in names if isinstance(n, str) and n] for names in found]
    return [names for names in named if len(names) > 1]


def normal(text: str) -> str:
    """Return a text with each letter and its accent as one character, as the page expects it."""
    return unicodedata.normalize("NFC", text)
