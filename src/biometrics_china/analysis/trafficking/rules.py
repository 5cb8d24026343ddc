"""Whose samples the rules of the search take, and the places where sampling was documented."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.days import date_in_words

#: groups of the search for the missing; other groups belong to other chapters
GROUPS = ("searching_families", "unknown_origin", "stranded")
PROGRAMMES = ("trafficking", "shelters")


def rules(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the rules and stated practices that take DNA of these groups, oldest first.

    Columns: id, date, instrument, group, group_kind, compulsion, limits, source_id.
    """
    frame = provenance.read_rows("sampling_rules") if frame is None else frame
    takes_dna = frame["collected"].map(lambda items: "dna" in items)
    part = frame[takes_dna & frame["group_kind"].isin(GROUPS)]
    part = part.sort_values("date", key=tables.earliest, kind="stable", ignore_index=True)
    kept = ["id", "date", "instrument", "group", "group_kind", "compulsion", "limits", "source_id"]
    return part[kept]


def printed() -> pd.DataFrame:
    """Return `rules` as printed. Columns: when, instrument, group, will, limits, source_id."""
    table = rules()
    wills = tables.vocabulary("sampling_will")
    return pd.DataFrame(
        {
            "when": [date_in_words(d) for d in table["date"]],
            "instrument": table["instrument"],
            "group": table["group"],
            "will": table["compulsion"].map(wills),
            "limits": table["limits"].fillna("–"),
            "source_id": table["source_id"],
        }
    )


def first_with_women(frame: pd.DataFrame | None = None) -> str:
    """Return the date of the first rule that names women. Raises ValueError if none does."""
    table = rules(frame)
    named = table[table["group"].str.contains(r"\bwom[ae]n\b")]
    if named.empty:
        raise ValueError("no rule names women")
    return str(named["date"].iloc[0])


def events(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the documented sampling events and points of the search, oldest first.

    Columns: place, when, group, collected, number (printed, with its unit), source_id. A dash
    stands where no number was found.
    """
    frame = provenance.read_rows("collection_events") if frame is None else frame
    part = frame[frame["programme"].isin(PROGRAMMES)]
    part = part.sort_values("start", key=tables.earliest, kind="stable", ignore_index=True)
    traits = tables.vocabulary("collected")
    return pd.DataFrame(
        {
            "place": part["place"],
            "when": [date_in_words(d) for d in part["start"]],
            "group": part["group"],
            "collected": [
                ", ".join(traits[t] for t in items) or "–" for items in part["collected"]
            ],
            "number": [_number(row) for row in part.to_dict("records")],
            "source_id": part["source_id"],
        }
    )


def _number(row: dict[object, object]) -> str:
    value = row["number"]
    if pd.isna(value):  # type: ignore[call-overload]
        return "–"
    unit = tables.vocabulary("counted_unit")[str(row["unit"])].lower()
    more = "more than " if row["qualifier"] == "more_than" else ""
    return f"{more}{float(value):,.0f} {unit}"  # type: ignore[arg-type]
