"""Chinese partners that the United States listed: years of the documented work, day of listing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.analysis.europe_research.counts import COUNTS
from biometrics_china.register.entities import entity_ids, first_listings
from biometrics_china.register.kin import parts, reach


def first_days(
    days: Mapping[str, str], tree: Mapping[str, tuple[str, ...]], firms: frozenset[str]
) -> dict[str, tuple[str, str]]:
    """Return body → day of the first listing, and the id of the part through which it stands there.

    `days` are first listings of bodies themselves, `tree` the parts of each body. Only a firm is held
    to be listed through a part; a ministry or an academy is not. The part is empty where the body
    itself came first.
    """
    found = {}
    for body in {*days, *(firms & tree.keys())}:
        kin = reach(body, dict(tree)) if body in firms else ()
        listed = [(days[b], b if b != body else "") for b in (body, *kin) if b in days]
        if listed:
            found[body] = min(listed)
    return found


def partners(links: pd.DataFrame, first: Mapping[str, tuple[str, str]]) -> pd.DataFrame:
    """Return a row for each listed Chinese partner of the links, by the day of its listing.

    Columns: `body`, `subject` (of the earliest link), `links` (how many), `start` and `end` (first and
    last date of any of them), `listed`, `through`, `is_before` (the start lies before the day, at
    its latest), `is_after` (the end lies after it, at its earliest), `source_id`.
    """
    each = pd.DataFrame(_pairs(links, first))
    rows = [_partner(str(body), part, first) for body, part in each.groupby("body", sort=False)]
    return pd.DataFrame(rows).sort_values(["listed", "body"], ignore_index=True)


def _pairs(links: pd.DataFrame, first: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for link in links[links["kind"].ne(COUNTS)].to_dict("records"):
        ids = {i for n in link["chinese_bodies"] or () for i in entity_ids(str(n))}
        for body in sorted(ids & first.keys()):
            yield {"body": body} | {str(k): v for k, v in link.items()}


def _partner(body: str, part: pd.DataFrame, first: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    day, through = first[body]
    dated = part.assign(start=part["start"].fillna(part["end"])).sort_values(["start", "id"])
    start, end = str(dated["start"].iloc[0]), str(dated[["start", "end"]].stack().max())
    listed = pd.Timestamp(day)
    return {
        "body": body,
        "subject": dated["subject"].iloc[0],
        "links": len(part),
        "start": start,
        "end": end,
        "listed": day,
        "through": through,
        "is_before": bool(tables.latest(pd.Series([start])).iloc[0] < listed),
        "is_after": bool(tables.earliest(pd.Series([end])).iloc[0] > listed),
        "source_id": ";".join(dict.fromkeys(part["source_id"])),
    }


def behind(body: str, day: str, through: str = "") -> list[pd.DataFrame]:
    """Return the counted links of the package to a body, and its American entries of a day.

    The entries are those of the part `through` which it is listed, if it is not itself.
    """
    links, entries = provenance.read_rows("research_links"), provenance.read_rows("listings")
    links = links[links["is_counted"] & links["kind"].ne(COUNTS)]
    is_partner = [
        body in {i for n in names or () for i in entity_ids(str(n))}
        for names in links["chinese_bodies"]
    ]
    entries = entries[entries["country"].eq("US") & entries["action"].eq("listed")]
    entries = entries[entries["date"].eq(day)]
    is_listed = [(through or body) in entity_ids(str(name)) for name in entries["entity"]]
    return [links[is_partner], entries[is_listed]]


def of_package() -> pd.DataFrame:
    """Return `partners` for the counted links of the package, on American lists, with `name`."""
    links, entries = provenance.read_rows("research_links"), provenance.read_rows("listings")
    entities = tables.load("entities").set_index("id")
    firms = frozenset(entities.index[entities["kind"].eq("firm")])
    days = first_listings(entries[entries["country"].eq("US")])
    found = partners(links[links["is_counted"]], first_days(days, parts(), firms))
    return found.assign(name=found["body"].map(entities["name_en"]))
