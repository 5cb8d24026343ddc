"""Chinese cameras and face recognition in Europe, place by place: what each source counts."""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import countries, provenance, tables


def in_europe() -> pd.DataFrame:
    """Return the counted deployments in European countries, with the survey left out."""
    frame = provenance.read_rows("deployments")
    survey = frame["measure"].eq("share_pct") & frame["denominator"].notna()
    kept = frame["is_counted"] & frame["country"].notna() & ~survey
    return frame[kept].reset_index(drop=True)


def by_measure(frame: pd.DataFrame) -> pd.DataFrame:
    """Return how many records of each country count what: `country`, one column a measure."""
    labels = tables.vocabulary("deployment_measure")
    table = pd.crosstab(frame["country"].map(countries.name), frame["measure"])
    table = table[[m for m in labels if m in table.columns]]
    order = table.sum(axis=1).sort_values(ascending=False, kind="stable").index
    return table.loc[order].rename(columns=labels).rename_axis(columns=None).reset_index()


def faces(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what is recorded of face recognition: place, system, user, year, how far, value."""
    rows = frame[frame["technology"].eq("face")].sort_values(["country", "date", "id"])
    stages = tables.vocabulary("deployment_stage")
    values = [_value(v, m) for v, m in zip(rows["value"], rows["measure"], strict=True)]
    return pd.DataFrame(
        {
            "place": rows["place"] + ", " + rows["country"].map(countries.name),
            "system": rows["system"],
            "operator": rows["operator"],
            "date": rows["date"],
            "stage": rows["stage"].map(stages),
            "value": values,
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def _value(value: Any, measure: str) -> str:
    label = tables.vocabulary("deployment_measure")[measure].lower()
    return "" if pd.isna(value) else f"{value:,.0f} {label}"
