"""The bodies of the register and the names under which other tables know them."""

from __future__ import annotations

import re

import pandas as pd

from biometrics_china import observing, tables
from biometrics_china.register.match import Answer, Body, common_words
from biometrics_china.register.matcher import Matcher
from biometrics_china.register.names import key
from biometrics_china.register.written import Written
from biometrics_china.register.written import bodies as seen

#: words from which on an alias on a list is taken for a full name
FULL = 4
#: kinds of body that every state has, so that a name without its country is nobody's alone
OF_EVERY_STATE = ("ministry", "standards_body")
#: where the row of a body was read that is known from an entry of a list alone
LISTED = "entry of this name"
_CHINESE = re.compile(r"[\u3400-\u9fff]|\b(?:China|Chinese|PRC|SAC|CAC|SAMR|MIIT)\b")


@observing.kept
def bodies() -> tuple[Body, ...]:
    """Return every body of the register as the search sees it, by id."""
    return seen(written())


@observing.kept
def written() -> tuple[Written, ...]:
    """Return every body of the register with its names as written, by id.

    They are those of `entities` and `body_names`, those that records write and `entity_names`
    ties to it alone, and those that lists print in its entries.
    """
    frame = tables.load("entities").sort_values("id", kind="stable")
    tied, elsewhere, sounding = _tied(), _elsewhere(), _sounding()
    not_certain, official = _not_certain(), _official()
    found = []
    for row in frame.to_dict("records"):
        entity_id = str(row["id"])
        own = [row["name_en"], row["name_zh"], *(row["aliases"] or ())]
        names = [str(n) for n in own if isinstance(n, str) and n]
        sounds = row["name_pinyin"].split("; ") if isinstance(row["name_pinyin"], str) else []
        names += tied.get(entity_id, ())
        judged = {key(n) for n in (*names, *official.get(entity_id, ()))}
        weak = [n for n in not_certain.get(entity_id, ()) if key(n) not in judged]
        names += elsewhere.get(entity_id, ())
        weak += [n for n in names if row["kind"] in OF_EVERY_STATE and not _CHINESE.search(n)]
        country = row["country"] if isinstance(row["country"], str) else ""
        sounds += sounding.get(entity_id, [])
        each = [tuple(dict.fromkeys(part)) for part in (names, sounds, weak)]
        from_list = row["kind"] == "firm" and row["locator"] == LISTED
        found.append(Written(entity_id, each[0], each[1], each[2], country, from_list))
    return tuple(found)


@observing.kept
def named() -> pd.DataFrame:
    """Return `entities` by id; a name that a row lacks is the official one that was looked up."""
    frame = tables.load("entities").set_index("id", drop=False).sort_index(kind="stable")
    looked_up = tables.load("body_names")
    official = looked_up[looked_up["kind"].eq("official")].drop_duplicates(
        ["entity_id", "language"]
    )
    for column, language in (("name_en", "en"), ("name_zh", "zh")):
        names = official[official["language"].eq(language)].set_index("entity_id")["name"]
        frame[column] = frame[column].fillna(frame["id"].map(names))
    return frame


@observing.kept
def common() -> frozenset[str]:
    """Return the words that stand in names of many bodies."""
    return common_words(bodies())


@observing.kept
def matcher() -> Matcher:
    """Return what finds the bodies of the register by a typed name."""
    return Matcher(bodies(), common())


@observing.kept
def _elsewhere() -> dict[str, list[str]]:
    """Return entity id → names that were looked up, and names in entries of lists."""
    found: dict[str, list[str]] = {}
    for row in tables.load("body_names").to_dict("records"):
        found.setdefault(str(row["entity_id"]), []).append(str(row["name"]))
    for row in tables.load("listings").to_dict("records"):
        names = [n for n in (row["listed_as"], *(row["aliases"] or ())) if isinstance(n, str)]
        if names and len(ids := entity_ids(str(row["entity"]))) == 1:
            found.setdefault(ids[0], []).extend(names)
    return found


@observing.kept
def _official() -> dict[str, list[str]]:
    """Return entity id → official and former names that were looked up."""
    names = tables.load("body_names")
    rows = names[names["kind"].isin(["official", "former"])]
    return {str(i): list(part["name"]) for i, part in rows.groupby("entity_id")}


@observing.kept
def _not_certain() -> dict[str, list[str]]:
    """Return entity id → names that others may bear: short ones, and aliases of few words on lists."""
    found: dict[str, list[str]] = {}
    names = tables.load("body_names")
    for row in names[~names["kind"].isin(["official", "former"])].to_dict("records"):
        found.setdefault(str(row["entity_id"]), []).append(str(row["name"]))
    for row in tables.load("listings").to_dict("records"):
        few = [n for n in row["aliases"] or () if len(n.split()) < FULL]
        if few and len(ids := entity_ids(str(row["entity"]))) == 1:
            found.setdefault(ids[0], []).extend(few)
    return found


@observing.kept
def _sounding() -> dict[str, list[str]]:
    """Return entity id → Pinyin of the Chinese names that were looked up."""
    rows = tables.load("body_names").dropna(subset=["sound"])
    return {str(i): list(part["sound"]) for i, part in rows.groupby("entity_id")}


@observing.kept
def _tied() -> dict[str, tuple[str, ...]]:
    """Return entity id → names as written that stand for this body and no other."""
    found: dict[str, tuple[str, ...]] = {}
    for name, ids in _readings().items():
        if len(ids) == 1:
            found[ids[0]] = (*found.get(ids[0], ()), name)
    return found


@observing.kept
def entity_ids(name: str) -> tuple[str, ...]:
    """Return the bodies that a name as written stands for; none for a name tied to nobody.

    Raises KeyError for a name that `entity_names` does not know.
    """
    return _readings()[name]


@observing.kept
def _readings() -> dict[str, tuple[str, ...]]:
    rows = tables.load("entity_names").to_dict("records")
    return {
        str(r["name"]): tuple(r["entity_ids"] or ()) if r["reading"] == "body" else () for r in rows
    }


def first_listings(listings: pd.DataFrame) -> dict[str, str]:
    """Return entity id → day of the first entry on any list."""
    listed = listings[listings["action"].eq("listed")].dropna(subset=["date"])
    days: dict[str, str] = {}
    for name, day in listed.sort_values("date", kind="stable")[["entity", "date"]].to_numpy():
        for entity_id in entity_ids(str(name)):
            days.setdefault(entity_id, str(day))
    return days


def screen(query: str) -> Answer:
    """Return which bodies of the register a typed name may mean."""
    return matcher().find(query)
