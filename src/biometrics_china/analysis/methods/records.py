"""What the evidence consists of: rows, how many were read, and what kind of source they stand on."""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables

_LEFT_OUT = ("sources", "corrections", "contradictions", "claims")


def records() -> pd.DataFrame:
    """Return one row a table of facts: name, title, rows, read, recalled, sources, relays.

    `read` and `recalled` count rows by `verification`; `sources` counts the distinct sources of the
    table, `relays` those among them that are no originals.
    """
    is_copy = tables.load("sources").set_index("id")["standing"].ne("original")
    rows = []
    for described in tables.package().tables:
        if described.name in _LEFT_OUT or "source_id" not in described.columns:
            continue
        frame = tables.load(described.name)
        seen = frame["verification"].eq("seen")
        ids = frame["source_id"].dropna().unique()
        rows.append(
            {
                "name": described.name,
                "title": described.title,
                "rows": len(frame),
                "read": int(seen.sum()),
                "recalled": int((~seen).sum()),
                "sources": len(ids),
                "relays": int(is_copy.reindex(ids).sum()),
            }
        )
    return pd.DataFrame(rows)


def gathering() -> pd.DataFrame:
    """Return how the rows of each table behind a finding came together, in the order of the file.

    title, selection (label), what, coded (yes or no) and findings, the number that stand on it.
    """
    frame = tables.load("gathering")
    named = tables.load("claims")["tables"].explode().value_counts()
    package = tables.package()
    return pd.DataFrame(
        {
            "title": [package.table(name).title for name in frame["id"]],
            "selection": frame["selection"].map(tables.vocabulary("selection")),
            "what": frame["what"],
            "coded": frame["is_coded"].map({True: "yes", False: "no"}),
            "findings": frame["id"].map(named).fillna(0).astype(int),
        }
    )


def sources_by_kind() -> pd.DataFrame:
    """Return how many sources there are of each kind: kind (label), original, relay.

    Sorted by number, largest last, as a bar chart wants it.
    """
    frame = tables.load("sources")
    labels = tables.vocabulary("tier")
    counts = pd.crosstab(frame["tier"].map(labels), frame["standing"].ne("original"))
    counts = counts.reindex(columns=[False, True], fill_value=0)
    counts.columns = pd.Index(["original", "relay"])
    order = counts.sum(axis=1).sort_values(kind="stable").index
    return counts.loc[order].rename_axis("kind").reset_index()
