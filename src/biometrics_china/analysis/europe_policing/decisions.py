"""What European courts decided on surrender to China, before and after the leading judgment.

The decisions are those that came up in searches and in lists of a group that takes part in such
cases. They are no sample, so nothing is tested; shares are given under every way of counting.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from biometrics_china import countries, multiverse, tables

#: row of the leading judgment, Liu v. Poland, and of the national decision that it is about
TURN, OF_TURN = "sd-14", "sd-10"
#: outcomes that do not allow surrender
NOT_ALLOWED = ("refused", "annulled")


def timeline(frame: pd.DataFrame) -> pd.DataFrame:
    """Return dated decisions for drawing, oldest first, without the leading judgment itself.

    Columns: `id`, `court` (with its country), `when` (decimal year), `outcome`, `label` (of the
    outcome), `persons`, `source_id`.
    """
    labels = tables.vocabulary("surrender_outcome")
    rows = frame[frame["date"].notna() & frame["id"].ne(TURN)]
    found = pd.DataFrame(
        {
            "id": rows["id"],
            "court": rows["country"].map(countries.name) + ": " + rows["court"],
            "when": rows["date"].map(tables.decimal_year),
            "outcome": rows["outcome"],
            "label": rows["outcome"].map(labels),
            "persons": rows["persons"],
            "source_id": rows["source_id"],
        }
    )
    return found.sort_values(["when", "court"], kind="stable", ignore_index=True)


def turn_date(frame: pd.DataFrame) -> str:
    """Return the day of the leading judgment. Raises IndexError if its row is missing."""
    return str(frame.loc[frame["id"].eq(TURN), "date"].iloc[0])


def before_and_after(frame: pd.DataFrame) -> pd.DataFrame:
    """Return counts: `period` (before, after, day not read), `allowed`, `refused`, `annulled`."""
    turn = turn_date(frame)
    rows = frame[frame["id"].ne(TURN)]
    period = rows["date"].map(lambda d: "before" if d < turn else "after", na_action="ignore")
    period = period.fillna("day not read")
    counted = pd.crosstab(period, rows["outcome"])
    wanted = list(tables.vocabulary("surrender_outcome"))
    counted = counted.reindex(
        index=["before", "after", "day not read"], columns=wanted, fill_value=0
    )
    return counted.rename_axis(index="period", columns=None).reset_index()


def cases(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the last decision of each case, oldest first; decisions without a day come last.

    The case of the leading judgment belongs to neither side of it and is left out, with the national
    decision that the judgment is about.
    """
    others = frame[~frame["id"].isin([TURN, OF_TURN])]
    ordered = others.sort_values("date", na_position="first", kind="stable")
    return ordered.drop_duplicates("case_group", keep="last")


def cases_before_and_after(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `before_and_after` over cases, each told by its last decision."""
    return before_and_after(pd.concat([cases(frame), frame[frame["id"].eq(TURN)]]))


def choices(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the share before the leading judgment that did not allow surrender.

    Choices: whether cases are counted, each by its last decision, or decisions; whether lower courts
    count, and whether annulling a permission counts as not allowing.
    """
    turn = turn_date(frame)
    dated = frame[frame["date"].notna() & frame["date"].lt(turn)].sort_values("date", kind="stable")
    units: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
        "cases": cases,
        "decisions": lambda rows: rows,
    }
    courts = {"all": dated["court"].notna(), "highest": dated["is_highest"]}
    refusals = {"refused or annulled": NOT_ALLOWED, "refused": ("refused",)}

    def estimate(unit: Any, courts: Any, not_allowed: Any) -> multiverse.Result:
        part = unit(dated[courts])
        return float(part["outcome"].isin(not_allowed).mean()) if len(part) else None

    return multiverse.grid({"unit": units, "courts": courts, "not_allowed": refusals}, estimate)


def listed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the decisions in words: `date`, `court`, `outcome`, `grounds`, `assurances`, `note`."""
    outcomes = tables.vocabulary("surrender_outcome")
    grounds = tables.vocabulary("surrender_ground")
    assurances = tables.vocabulary("assurance_reading")
    rows = frame.sort_values("date", na_position="last", kind="stable")
    return pd.DataFrame(
        {
            "date": rows["date"].fillna(""),
            "court": [_court(*pair) for pair in rows[["country", "court"]].to_numpy()],
            "outcome": rows["outcome"].map(outcomes),
            "grounds": [
                ", ".join(grounds[g].lower() for g in (gs or ())) for gs in rows["grounds"]
            ],
            "assurances": rows["assurances"].map(assurances),
            "note": rows["note"].fillna(""),
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def _court(country: str, name: str) -> str:
    return name if country == "INT" else f"{name}, {countries.name(country)}"
