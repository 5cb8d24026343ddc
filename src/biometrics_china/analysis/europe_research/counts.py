"""Parts of wholes that others counted, money, and counts of publications as context."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from biometrics_china import tables

#: links that state a part and a whole, in the order of the figure
AUDITS = ("rl-002", "rl-020", "rl-036", "rl-032", "rl-019")
#: a kind of link that counts publications and is no work with a partner
COUNTS = "bibliometrics"
#: countries with a count of publications, by code
_COUNTRIES = {"GB": "United Kingdom", "DE": "Germany", "NL": "Netherlands", "SE": "Sweden"}


def audits(links: pd.DataFrame) -> pd.DataFrame:
    """Return parts and wholes as they were counted, counts first, then bounds.

    Columns: `id`, `subject`, `part`, `whole`, `share`, `is_bound`, `is_floor`, `source_id`. `is_bound`
    marks parts that are lower bounds (`is_floor`), or whose whole may not contain them. Counts come
    before bounds, each from the largest share. The units were picked, so no interval is computed.
    """
    found = links[links["id"].isin(AUDITS)]
    found = found.sort_values("id", key=lambda s: s.map(AUDITS.index), kind="stable")
    is_floor = found["qualifier"].eq("more_than")
    found = found.assign(
        part=found["value"].astype(int), whole=found["denominator"].astype(int),
        is_floor=is_floor, is_bound=is_floor | found["id"].eq("rl-019"),
    )  # fmt: skip
    found = found.assign(share=found["part"] / found["whole"], down=-found["part"] / found["whole"])
    found = found.sort_values(["is_bound", "down", "id"], ignore_index=True)
    columns = ["id", "subject", "part", "whole", "share", "is_bound", "is_floor", "source_id"]
    return found[columns]


def military(links: pd.DataFrame) -> pd.DataFrame:
    """Return publications with military universities: `id`, `country`, `publications`, `is_rest`.

    The last row is what is left of the European total after the countries that are named.
    """
    rows = links[links["kind"].eq(COUNTS)]
    total = rows.loc[rows["country"].isna(), "value"].iloc[0]
    named = rows.dropna(subset=["country"])
    named = named.sort_values("value", ascending=False, kind="stable")
    found = named[["id", "country", "value"]].replace({"country": _COUNTRIES}).assign(is_rest=False)
    rest = pd.DataFrame({"country": ["all others"], "value": [total - named["value"].sum()]})
    found = pd.concat([found, rest.assign(is_rest=True)], ignore_index=True)
    found["value"] = found["value"].round().astype(int)
    return found.rename(columns={"value": "publications"})


def money(links: pd.DataFrame) -> pd.DataFrame:
    """Return what is known of money: `subject`, `bodies`, `years`, `value`, `note`."""
    units = tables.vocabulary("research_unit")
    rows = links[links["kind"].eq("funding")]
    return pd.DataFrame(
        {
            "subject": rows["subject"],
            "bodies": [", ".join([*(e or ()), *(c or ())]) for e, c in _bodies(rows)],
            "years": [_years(a, b) for a, b in rows[["start", "end"]].to_numpy()],
            "value": [_amount(r, units) for r in rows.to_dict("records")],
            "note": rows["note"],
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def _bodies(rows: pd.DataFrame) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return list(zip(rows["european_bodies"], rows["chinese_bodies"], strict=True))


def _years(start: object, end: object) -> str:
    known = [str(y) for y in (start, end) if isinstance(y, str)]
    return " to ".join(dict.fromkeys(known))


def _amount(row: Mapping[Hashable, Any], units: Mapping[str, str]) -> str:
    if pd.isna(row["value"]):
        return "not read"
    least = "more than " if row["qualifier"] == "more_than" else ""
    whole = f" of {row['denominator']:,.0f}" if pd.notna(row["denominator"]) else ""
    unit = units[row["unit"]].lower()
    if row["value"] == 1 and not whole:  # a unit is a regular plural
        unit = re.sub("ie$", "y", unit.removesuffix("s"))
    return f"{least}{row['value']:,.0f}{whole} {unit}"


def links(frame: pd.DataFrame) -> pd.DataFrame:
    """Return counted links of European bodies: `bodies`, `kind`, `subject`, `partner`, `answer`."""
    kinds = tables.vocabulary("research_link")
    named = frame["european_bodies"].map(bool).astype(bool)
    rows = frame[frame["is_counted"] & named & frame["kind"].ne(COUNTS)]
    return pd.DataFrame(
        {
            "bodies": [", ".join(e) for e in rows["european_bodies"]],
            "kind": rows["kind"].map(kinds),
            "subject": rows["subject"],
            "partner": [", ".join(c or ()) for c in rows["chinese_bodies"]],
            "answer": rows["answer"],
            "source_id": rows["source_id"],
        }
    ).sort_values(["bodies", "kind"], ignore_index=True)
