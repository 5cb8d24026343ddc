"""Documented supply of western technology: who, what, where, and how the source knows."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

#: kinds of link that are a supply, as opposed to a cooperation, a report or a withdrawal
SUPPLY = ("sale", "resale", "tender", "research")
#: origins in the order of reading
ORIGINS = ["european", "american", "mixed"]


def supplies() -> pd.DataFrame:
    """Return the counted rows of `technology_supplies`, with the firms as one text (`firms`)."""
    frame = provenance.read_rows("technology_supplies")
    frame = frame[frame["is_counted"]]
    return frame.assign(firms=[", ".join(s) for s in frame["suppliers"]]).reset_index(drop=True)


def timeline(frame: pd.DataFrame) -> pd.DataFrame:
    """Return dated links for drawing: `id`, `firms`, `origin`, `year`, `kind`, `technology`, `place`.

    `year` is a decimal year, the middle of what the date leaves open. Ordered by origin, firm, year.
    """
    dated = frame.dropna(subset=["date"])
    place = dated["origin"].map(ORIGINS.index)
    dated = dated.assign(year=dated["date"].map(tables.decimal_year), place=place)
    order = dated.sort_values(["place", "firms", "year", "id"])
    columns = [
        "id",
        "firms",
        "origin",
        "year",
        "kind",
        "technology",
        "is_western_china",
        "source_id",
    ]
    return order[columns].reset_index(drop=True)


def european(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what is documented of European firms, also the links that are no supply.

    Columns: `firms`, `product`, `to`, `date`, `basis`, `answer`, `source_id`.
    """
    rows = frame[frame["origin"].eq("european")]
    to = rows["buyer"] + rows["place"].map(lambda p: "" if p == "national" else f", {p}")
    shown = rows.assign(to=to, firms=[", ".join(s) for s in rows["suppliers"]])
    shown = shown.sort_values(["firms", "id"])
    columns = ["firms", "product", "to", "date", "basis", "answer", "source_id"]
    return shown[columns].reset_index(drop=True)
