"""How well names are matched that others wrote: affiliations, the press, a registry, other aliases.

A certain match is right if it names the body that is meant; to name a body where a daughter is
meant is wrong. The right body should be among the first three that are shown, and a name that means
no body of the register should name none. Intervals are Wilson's at 95 per cent.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import statistics, tables
from biometrics_china.register.entities import entity_ids, matcher, screen
from biometrics_china.register.names import is_han, key

#: how many bodies are looked at first
FIRST = 3
_COLUMNS = ["kind", "names", "certain", "first", "apart"]


def outcomes(names: pd.DataFrame) -> pd.DataFrame:
    """Return the names with `script`, `named`, `is_right` (bool) and `is_first` (bool).

    `names` has `query`, `expected_ids` (list) and `relation`.
    """
    answers = [screen(q) for q in names["query"]]
    meant = [set(ids or ()) for ids in names["expected_ids"]]
    first = [{h.id for h in a.hits[:FIRST]} for a in answers]
    named = [a.hits[0].id if a.verdict == "named" else "" for a in answers]
    own = names["relation"].eq("own")
    return names.assign(
        script=[script(q) for q in names["query"]],
        named=named,
        is_right=[o and n in m for o, n, m in zip(own, named, meant, strict=True)],
        is_first=[bool(m) and m <= f for m, f in zip(meant, first, strict=True)],
    )


def script(name: str) -> str:
    """Return in which script a name is written: `Latin`, `Chinese` or `both`."""
    words = key(name).split()
    kinds = {is_han(w) for w in words if not w.isdigit()}
    return "both" if len(kinds) > 1 else "Chinese" if kinds == {True} else "Latin"


def by_kind(found: pd.DataFrame) -> pd.DataFrame:
    """Return for each kind of text and script `names` and the shares as `3 of 4 (30 to 95 %)`.

    `certain`: of names tied to one body, those tied to the right one. `first`: of names that mean a
    body of the register, those with it in the first three. `apart`: of others, those tied to none.
    """
    places = tables.vocabulary("name_place")
    label = found["written_in"].map(places) + ", " + found["script"]
    rows = [_row(kind, part) for kind, part in found.groupby(label, sort=True)]
    return pd.DataFrame([*rows, _row("All", found)], columns=_COLUMNS)


def measured() -> pd.DataFrame:
    """Return `by_kind` of the names as others write them, and of the aliases that were left out."""
    names = by_kind(outcomes(tables.load("written_names")))
    left_out = aliases(tables.load("listings"))
    row = {"kind": "Alias on a list, left out", "names": len(left_out), "certain": "", "apart": ""}
    row["first"] = _share(left_out["is_shown"])
    return pd.concat([names, pd.DataFrame([row], columns=_COLUMNS)], ignore_index=True)


def _row(kind: object, part: pd.DataFrame) -> dict[str, object]:
    means, certain = ~part["relation"].eq("none"), part["named"].ne("")
    return {
        "kind": kind,
        "names": len(part),
        "certain": _share(part.loc[certain, "is_right"]),
        "first": _share(part.loc[means, "is_first"]),
        "apart": _share(~certain[~means]),
    }


def _share(holds: pd.Series) -> str:
    if holds.empty:
        return ""
    found = statistics.wilson(int(holds.sum()), len(holds))
    low, high = (round(100 * bound) for bound in (found.low, found.high))
    return f"{found.successes} of {found.total} ({low} to {high} %)"


def aliases(listings: pd.DataFrame) -> pd.DataFrame:
    """Return each alias of a listed body once, with `is_shown` if the body did not bear that name.

    Aliases with brackets are left out, since what stands outside them is a name too.
    """
    rows = []
    for listing in listings.to_dict("records"):
        ids = entity_ids(str(listing["entity"]))
        for alias in listing["aliases"] or () if len(ids) == 1 else ():
            if "(" not in alias:
                rows.append({"query": alias, "id": ids[0]})
    found = pd.DataFrame(rows).drop_duplicates(["query", "id"])
    pairs = zip(found["query"], found["id"], strict=True)
    shown = [i in {h.id for h in matcher().without(q, i)[:FIRST]} for q, i in pairs]
    return found.assign(is_shown=shown)
