"""How far each subject reaches, and what was not found."""

from __future__ import annotations

import pandas as pd
import pytest

from biometrics_china import provenance, tables
from biometrics_china.analysis.methods import newest


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2019-02-20", "2021", None], "2021"),
        (["2021-01-01", "2021", "2021-01"], "1 January 2021"),
        (["2026-11-30", "2026-11-28"], "28 November 2026"),
        (["2027"], ""),
        ([None], ""),
    ],
)
def test_the_latest_day_is_none_after_the_edition(days, said):
    until = pd.Timestamp("2026-11-29")
    assert newest.latest(pd.Series(days, dtype="str"), until) == said


def test_rows_and_gaps_of_a_subject_are_counted():
    frame = newest.newest().set_index("subject")
    label = tables.vocabulary("subject")["europe_measures"]
    held = [t.name for t in tables.package().tables if t.path.startswith("europe_measures/")]
    assert frame["rows"][label] == sum(len(provenance.read_rows(name)) for name in held)
    gaps = tables.load("gaps")["subject"].eq("europe_measures").sum()
    assert frame["gaps"][label] == gaps > 0


def test_no_newest_day_of_a_plan_is_told():
    frame = newest.newest()
    years = frame["record"].str.extract(r"(\d{4})$")[0].dropna().astype(int)
    assert len(years) > 10
    assert years.max() <= 2026


def test_every_gap_is_told_in_the_order_of_the_book():
    frame = newest.missing()
    assert sorted(frame["missing"]) == sorted(tables.load("gaps")["missing"])
    order = list(tables.vocabulary("subject").values())
    places = frame["subject"].map(order.index)
    assert places.is_monotonic_increasing
