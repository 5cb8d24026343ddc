"""Arrangements between European and Chinese police: since when, what they say of data, who patrols."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from biometrics_china import countries, tables

#: kinds that rest on a text which could say something of data
TEXTS = ("agreement",)
#: the year in which a drawn line ends if nothing says that the arrangement ended
EDGE = 2026.9


def timeline(frame: pd.DataFrame) -> pd.DataFrame:
    """Return dated arrangements for drawing, by kind and start.

    Columns: `id`, `place` (country; of an international body, its name), `kind` (label), `what`,
    `start`, `end` (decimal years; `end` is missing where the end is not known), `status`, `biometrics`,
    `source_id`.
    """
    kinds = tables.vocabulary("police_link_kind")
    rows = frame[frame["start"].notna()]
    found = pd.DataFrame(
        {
            "id": rows["id"],
            "place": [_place(row) for row in rows.to_dict("records")],
            "kind": rows["kind"].map(kinds),
            "what": rows["what"],
            "start": rows["start"].map(tables.decimal_year),
            "end": [_end(row) for row in rows.to_dict("records")],
            "status": rows["status"],
            "biometrics": rows["biometrics"],
            "source_id": rows["source_id"],
            "order": rows["kind"].map(list(kinds).index),
        }
    )
    ordered = found.sort_values(["order", "start", "what"], kind="stable", ignore_index=True)
    return ordered.drop(columns="order")


def _place(row: Mapping[Hashable, Any]) -> str:
    """Return the country, or the name of the international body that stands first."""
    is_international = row["country"] == "INT"
    return row["european_bodies"][0] if is_international else countries.name(row["country"])


def _end(row: Mapping[Hashable, Any]) -> float:
    if isinstance(row["end"], str):
        return tables.decimal_year(row["end"])
    return EDGE if row["status"] == "active" else float("nan")


def on_data(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what the texts of agreements say of data: `place`, `what`, `date` and two readings.

    `personal_data` and `biometrics` are labels; "not read" means that the text, or the part of it
    that would say so, was not seen.
    """
    labels = tables.vocabulary("data_mention")
    rows = frame[frame["kind"].isin(TEXTS)]
    return pd.DataFrame(
        {
            "place": rows["country"].map(countries.name),
            "what": rows["what"],
            "date": rows["start"].fillna(""),
            "personal_data": rows["personal_data"].map(labels),
            "biometrics": rows["biometrics"].map(labels),
            "note": rows["note"].fillna(""),
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def named_bounds(frame: pd.DataFrame, field: str) -> tuple[int, int, int]:
    """Return how many agreements name data of this kind: least, greatest, and all agreements.

    `field` is ``personal_data`` or ``biometrics``. Texts that were not read could all name them,
    so they make the upper bound (bounds of partial identification).
    """
    rows = frame[frame["kind"].isin(TEXTS)]
    low = int(rows[field].eq("named").sum())
    return low, low + int(rows[field].eq("not_read").sum()), len(rows)


def patrols(frame: pd.DataFrame) -> pd.DataFrame:
    """Return Chinese officers in each round of joint patrols: `id`, `place`, `when`, `officers`.

    `frame` is the table of counts; a round has one count.
    """
    rows = frame[frame["series"].eq("patrols") & frame["as_of"].notna()]
    found = pd.DataFrame(
        {
            "id": rows["id"],
            "place": rows["country"],
            "when": rows["as_of"].map(tables.decimal_year),
            "officers": rows["value"].astype(int),
            "source_id": rows["source_id"],
        }
    )
    return found.sort_values(["place", "when"], ignore_index=True)


def stations(frame: pd.DataFrame) -> pd.DataFrame:
    """Return counts of stations and answers to them: `who`, `place`, `date`, `stations`, `what`."""
    rows = frame[frame["series"].isin(["stations", "stations_official"])]
    who = tables.vocabulary("count_series")
    wide = {"INT": "world", "EU": "Europe"}
    return pd.DataFrame(
        {
            "who": rows["series"].map(who),
            "place": [wide.get(code) or countries.name(code) for code in rows["country"]],
            "date": rows["as_of"],
            "stations": rows["value"].astype(int),
            "what": rows["what"],
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def positions(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what officials said: `date`, `speaker`, `about`, `said`, `source_id`, by date."""
    rows = frame.sort_values("date", ignore_index=True, kind="stable")
    return rows[["date", "speaker", "about", "said", "source_id"]]
