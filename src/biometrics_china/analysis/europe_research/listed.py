"""Papers and studies with bodies that were later put on a list: years of work, day of listing."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.register.entities import entity_ids, first_listings

#: kinds of link that are work done together, as opposed to counts and flows of data
WORK = ("paper", "funding", "governance", "audit", "affiliation")


def work(links: pd.DataFrame, days: dict[str, str]) -> pd.DataFrame:
    """Return a row for each link and each of its Chinese bodies that was ever listed.

    Columns: `body` (entity id), `subject`, `start`, `end` (years), `listed` (day), `is_before`
    (true if the first year of the link lies before the year of the listing), `source_id`.
    """
    rows = []
    for link in links[links["kind"].isin(WORK)].to_dict("records"):
        ids = {i for n in link["chinese_bodies"] or () for i in entity_ids(str(n))}
        for body in sorted(ids & days.keys()):
            start = _year(link["start"], link["end"])
            rows.append(
                {
                    "body": body,
                    "subject": link["subject"],
                    "start": start,
                    "end": _year(link["end"], link["start"]),
                    "listed": days[body],
                    "is_before": start < int(days[body][:4]),
                    "source_id": link["source_id"],
                }
            )
    return pd.DataFrame(rows).sort_values(["body", "start", "subject"], ignore_index=True)


def _year(value: object, other: object) -> int:
    chosen = value if isinstance(value, str) else other
    return int(str(chosen)[:4])


def of_package() -> pd.DataFrame:
    """Return `work` for the counted links of the package, with the name of each body (`name`).

    Links that concern no biometric technology are left out, as are lists of other states.
    """
    links, entries = provenance.read_rows("research_links"), provenance.read_rows("listings")
    counted = links["is_counted"] & links["technology"].ne("none")
    found = work(links[counted], first_listings(entries[entries["country"].eq("US")]))
    names = tables.load("entities").set_index("id")["name_en"]
    return found.assign(name=found["body"].map(names))
