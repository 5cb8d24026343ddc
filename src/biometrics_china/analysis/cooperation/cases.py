"""Cases followed by the day: what was public, the light that the rule gives then, what happened."""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.analysis.cooperation.lights import LIGHTS, light
from biometrics_china.register.entities import first_listings

#: mean length of a month in days
MONTH = 365.25 / 12


def followed(shown: pd.Series) -> list[str]:
    """Return the light after each step, from what the steps up to it show (codes of `step_shows`).

    What was shown stays known. A condition that is not met, and a ban, mean stop; a case begins
    under a binding rule or not, so that nothing shown is a go.
    """
    lights, known = [], set[str]()
    for code in shown:
        known.add(str(code))
        lights.append(
            light(
                is_forbidden=bool(known & {"forbidden", "condition_failed"}),
                has_harm="harm" in known,
                is_checkable="unanswerable" not in known,
                is_bound=False,
            )
        )
    return lights


def steps(coded: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the steps of each case by the day, with the light that the rule gives then.

    Columns: `id`, `case` (title), `date`, `known`, `question`, `answer`, `light` (printed form),
    `happened`, `began` and `ended` (dates of the case), `case_id`, `source_id`. A day known by its
    month or year stands in the middle of it. `coded` is a table of steps that were read, else the
    one that stands.
    """
    found = provenance.read_rows("cooperation_steps") if coded is None else coded
    cases = tables.load("cooperation_cases").set_index("id")
    asked = tables.load("cooperation_questions").set_index("id")["question"]
    order = found["case_id"].map(list(cases.index).index)
    by_day = found.assign(order=order, day=tables.middle(found["date"]))
    by_day = by_day.sort_values(["order", "day", "id"], ignore_index=True)
    lights = by_day.groupby("case_id", sort=False)["shows"].transform(followed)
    return pd.DataFrame(
        {
            "id": by_day["id"],
            "case": by_day["case_id"].map(cases["title"]),
            "date": by_day["date"],
            "known": by_day["known"],
            "question": by_day["question"].map(asked),
            "answer": by_day["answer"],
            "light": lights.map(LIGHTS),
            "happened": by_day["happened"],
            "began": by_day["case_id"].map(cases["began"]),
            "ended": by_day["case_id"].map(cases["ended"]),
            "case_id": by_day["case_id"],
            "source_id": by_day["source_id"],
        }
    )


def days(coded: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return for each case when the rule says stop, when something ended it, and when it was listed.

    Columns: `id`, `case` (title), `began`, `stop`, `ended`, `listed` (dates as known; `listed` is the
    first day on any list, empty if none), `low` and `high` (months from stop to the end, bounds from
    imprecise dates), `was_listed` (at the beginning: no, yes, or perhaps), `ended_how`. `coded` is as
    for `steps`.
    """
    cases, found = tables.load("cooperation_cases"), steps(coded)
    listed = first_listings(provenance.read_rows("listings"))
    stops = found[found["light"].eq(LIGHTS["stop"])].groupby("case_id")["date"].first()
    return pd.DataFrame([_case(row, stops, listed) for row in cases.to_dict("records")])


def _case(row: dict[Any, Any], stops: pd.Series, listed: dict[str, str]) -> dict[str, Any]:
    stop, ended, day = stops[row["id"]], row["ended"], listed.get(row["partner_id"], "")
    return {
        "id": row["id"],
        "case": row["title"],
        "began": row["began"],
        "stop": stop,
        "ended": ended,
        "listed": day,
        "low": (_first(ended) - _last(stop)).days / MONTH,
        "high": (_last(ended) - _first(stop)).days / MONTH,
        "was_listed": _was_listed(str(row["began"]), day),
        "ended_how": row["ended_how"],
    }


def _was_listed(began: str, listed: str) -> str:
    """Return whether a body was on a list when work began: ``perhaps`` where the dates allow both."""
    if not listed or _last(began) < _first(listed):
        return "no"
    return "yes" if _first(began) >= _last(listed) else "perhaps"


def _first(day: object) -> pd.Timestamp:
    return pd.Timestamp(tables.earliest(pd.Series([day])).iloc[0])


def _last(day: object) -> pd.Timestamp:
    return pd.Timestamp(tables.latest(pd.Series([day])).iloc[0])
