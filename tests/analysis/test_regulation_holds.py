"""Words of the chapter on regulation fall when the data no longer bear them out."""

from __future__ import annotations

import pandas as pd
import pytest

from biometrics_china.analysis.regulation import holds, holds_passages


@pytest.mark.parametrize(
    ("below", "all_readings", "expected"),
    [(0, 8, True), (3, 8, True), (4, 8, False), (1, 1, False)],
)
def test_fewer_than_half_of_the_readings_lie_below(monkeypatch, below, all_readings, expected):
    given = {"n_choices_below": below, "n_choices": all_readings}
    monkeypatch.setattr(holds_passages, "_number", given.get)
    assert holds_passages.few_readings_lie_below_the_threshold() is expected


@pytest.mark.parametrize(("last", "expected"), [(3, True), (2, False), (1, False)])
def test_restricting_rules_must_lead_after_the_crossing(monkeypatch, last, expected):
    counts = {holds.counts.WIDENS: [1, 2, 2], holds.counts.RESTRICTS: [0, 1, last]}
    frame = pd.DataFrame({"year": [2019, 2020, 2021], **counts})
    long = frame.melt("year", var_name="effect", value_name="cumulative")
    monkeypatch.setattr(holds.counts, "by_year", lambda: long)
    monkeypatch.setattr(holds, "_number", {"crossing_before": 2020}.get)
    assert holds.restriction_is_behind_until_the_crossing_and_ahead_after() is expected
