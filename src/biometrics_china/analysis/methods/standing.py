"""How the pages on which facts rest stand to their works: counted by uses, not by pages.

A use is one row that was read and one source that it names.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.validation import grading

#: tables that say which bodies there are, how they are named and on which list they stand
OF_NAMES = (
    "listings",
    "entities",
    "entity_names",
    "kin",
    "body_names",
    "left_out",
    "supervision",
    "matching_labels",
    "written_names",
)
POOR = "Reports and weak hosts together"


def by_standing() -> pd.DataFrame:
    """Return uses by how the page stands to its work, and those on reports or weak hosts.

    standing (label), uses and per_cent over all tables; facts and per_cent_facts without the tables
    of names and lists (`OF_NAMES`).
    """
    uses = _uses()
    facts = uses[~uses["table"].isin(OF_NAMES)]
    labels = tables.vocabulary("standing")
    found = pd.DataFrame({"standing": [*labels.values(), POOR]})
    for part, count, share in ((uses, "uses", "per_cent"), (facts, "facts", "per_cent_facts")):
        by = part["standing"].value_counts().reindex(list(labels), fill_value=0)
        found[count] = [*by, int(part["is_poor"].sum())]
        found[share] = (100 * found[count] / max(len(part), 1)).round(1)
    return found


def _uses() -> pd.DataFrame:
    """Return each use with `standing` and `is_poor` (bool) of its source."""
    rows = tables.cells("sources")["sources"].rows
    told = pd.DataFrame({key: [row[key] for row in rows] for key in ("id", "standing")})
    told = told.assign(is_poor=[grading.is_poor(row) for row in rows]).set_index("id")
    return provenance.uses().join(told, on="source_id")


def front_page() -> pd.DataFrame:
    """Return for each finding of the front page its uses of sources, and those that are poor.

    chapter (label), finding (id), uses, poor and per_cent, those on reports or weak hosts.
    """
    claims = tables.load("claims")
    chosen = claims[claims["is_front_page"].astype(bool)]
    labels = tables.vocabulary("subject")
    return pd.DataFrame(
        [
            {
                "chapter": labels[row["subject"]],
                "finding": row["id"],
                **_of_finding(row["tables"], row["rows"]),
            }
            for row in chosen.to_dict("records")
        ]
    )


def _of_finding(names: tuple[str, ...], rows: tuple[str, ...]) -> dict[str, float]:
    sheets = tables.cells(*names, "sources")
    used = [s for ids in grading.uses(sheets, names, rows or ()).values() for s in ids]
    by_id = {row["id"]: row for row in sheets["sources"].rows}
    poor = sum(grading.is_poor(by_id[source]) for source in used)
    return {"uses": len(used), "poor": poor, "per_cent": round(100 * poor / max(len(used), 1), 1)}
