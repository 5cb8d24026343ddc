"""The counts under either coding: known answers, and what is resolved is what chapters say."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from biometrics_china import provenance
from biometrics_china.analysis.methods import either
from biometrics_china.analysis.police_powers import association, bound, limits, safeguards
from biometrics_china.analysis.regulation import dates

YEARS = """year effect cumulative
2001 widens_state_power 1
2002 widens_state_power 2
2003 widens_state_power 4
2001 restricts_handlers 0
2002 restricts_handlers 2
2003 restricts_handlers 5"""


@pytest.fixture(scope="module")
def frame():
    return either.either().set_index("key")


def test_half_stood_by_hand():
    rows = [line.split() for line in YEARS.splitlines()]
    table = pd.DataFrame(rows[1:], columns=rows[0]).astype({"year": int, "cumulative": int})
    # half of 4 is 2, first reached in 2002; half of 5 is 2.5, first passed in 2003
    assert dates.half_stood(table, "widens_state_power") == (4, 2002)
    assert dates.half_stood(table, "restricts_handlers") == (5, 2003)


def test_the_resolved_column_is_what_the_chapters_count(frame):
    by_safeguard = safeguards.by_safeguard(safeguards.grid())
    in_force = by_safeguard.query("group == @safeguards.IN_FORCE")
    stated, found = in_force.set_index("safeguard")["stated"], frame["resolved"]
    assert found[list(either.OUTER)].tolist() == stated[list(either.OUTER)].tolist()
    reach = bound.bound().set_index(["measure", "side"]).loc[("state", "China")]
    assert (found["state"], frame["resolved_of"]["state"]) == (reach["count"], reach["total"])
    assert frame["resolved_of"]["own"] == limits.limits()["is_own"].sum()
    assert found["p"] == association.under_codings()["p_value"].iloc[0]


def test_counts_come_from_the_rows_that_are_read():
    def all_stated(name):
        rows = provenance.read_rows(name)
        return rows.assign(value="stated") if name == "safeguards" else rows

    found = {key: (count, total) for key, _, count, total in either.counts(all_stated)}
    powers = found["erasure"][1]
    assert {found[key] for key in either.OUTER} == {(powers, powers)}


def test_values_are_shares_where_a_count_is_out_of_a_total(monkeypatch):
    columns = ["key", "count"]
    for name in either.CODINGS:
        columns += [name, f"{name}_of"]
    rows = [
        ("state", "Reach", 3, 4, 1, 2, 1, 4),
        ("ahead", "Ahead", 2021, None, 2022, None, 2021, None),
        ("p", "P of a test", 0.104, None, 0.25, None, 0.2, None),
    ]
    monkeypatch.setattr(either, "either", lambda: pd.DataFrame(rows, columns=columns))
    assert either.values("state") == (0.75, 0.5, 0.25)
    assert either.values("ahead") == (2021, 2022, 2021)
    assert either.printed().to_numpy().tolist() == [
        ["Reach", "3 of 4", "1 of 2", "1 of 4"],
        ["Ahead", "2021", "2022", "2021"],
        ["P of a test", "0.10", "0.25", "0.20"],
    ]


def test_no_count_is_missing_under_a_coding(frame):
    assert not frame[list(either.CODINGS)].map(math.isnan).to_numpy().any()
