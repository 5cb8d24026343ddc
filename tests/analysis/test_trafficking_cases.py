"""Known answers for courts, police, campaigns and rules."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_tables import reunion_counts, table

from biometrics_china import provenance
from biometrics_china.analysis.trafficking import campaign, cases, counts, rules

HEAD = "id, series, victim_group, campaign, scope, start, end, value, is_derived, source_id\n"
ROWS = """
a1, court_cases, women_and_children, , China, 2010, 2010, 1000, false, strong
a2, court_cases, women_and_children, , China, 2011, 2011, 500, true, strong
a3, court_cases, women_and_children, , China, 2012, 2012, 250, false, strong
a4, court_cases, women_and_children, , China, 2010, 2012, 1750, false, strong
a5, court_cases, women_and_children, , China, 2010-01-01, 2010-07-31, 400, false, strong
b1, police_solved, children, , China, 2011, 2011, 90, false, strong
b2, police_solved, children, , China, 2019, 2019, 45, false, poor
b3, police_solved, children, campaign_2009, China, 2009, 2009, 70, false, strong
b4, police_solved, children, , Hebei, 2012, 2012, 5, false, strong
c1, victims_rescued, children, campaign_2009, China, 2009-04-09, 2009-10-28, 200, false, strong
c2, victims_rescued, women, campaign_2009, China, 2009-04-09, 2009-10-28, 300, false, strong
c3, victims_rescued, children, campaign_2009, China, 2009-04-09, 2010-09-06, 400, false, strong
c4, victims_rescued, children, campaign_2009, China, 2009-04-09, 2010-09-06, 390, false, strong
"""


def frame():
    made = table(
        "trafficking_counts",
        HEAD + ROWS.strip(),
        unit="cases",
        qualifier="exact",
        is_repeat="false",
        verification="seen",
    )
    return counts.trafficking_counts(made)


@pytest.fixture(autouse=True)
def graded(monkeypatch: pytest.MonkeyPatch) -> None:
    tiers = {"strong": "news", "poor": "weak"}
    monkeypatch.setattr(provenance, "source", lambda s: {"tier": tiers[s]})


def test_yearly_keeps_whole_years_of_the_country() -> None:
    found = cases.yearly(frame())
    assert found["value"].tolist() == [1000, 500, 250, 90, 45]
    assert found["is_derived"].tolist() == [False, True, False, False, False]
    assert found["is_weak"].tolist() == [False, False, False, False, True]


def test_the_fall_by_hand() -> None:
    # halved each year, exactly on the line
    assert cases.court_change(frame()) == pytest.approx(-0.5)
    first, last, change = cases.fall("Solved by the police, children", frame())
    assert (first, last, change) == (2011, 2019, -0.5)


def test_the_line_through_the_logs_by_hand() -> None:
    # logs 0, 1, 1 at years 0, 1, 2: slope 1/2
    found = cases.yearly_change(pd.Series([0, 1, 2]), pd.Series([1.0, math.e, math.e]))
    assert found == pytest.approx(math.exp(0.5) - 1)


@pytest.mark.parametrize("values", [[1.0, 2.0], [1.0, 0.0, 2.0]])
def test_a_fit_needs_three_points_above_zero(values) -> None:
    with pytest.raises(ValueError, match="three points"):
        cases.yearly_change(pd.Series(range(len(values))), pd.Series(values))


def test_without_the_derived_year_two_points_are_too_few() -> None:
    with pytest.raises(ValueError, match="three points"):
        cases.court_change(frame(), derived=False)


@given(st.floats(1, 1e5), st.floats(-0.9, 2), st.integers(3, 9))
def test_a_steady_change_is_found_again(start: float, change: float, n: int) -> None:
    values = pd.Series([start * (1 + change) ** year for year in range(n)])
    assert cases.yearly_change(pd.Series(range(n)), values) == pytest.approx(change, abs=1e-6)


def test_rescued_by_hand() -> None:
    matches = reunion_counts(
        "as_of, value\n2009-11-02, 20\n2010-05-10, 90",
        series="dna_database",
        since="2009-04-09",
        measure="found",
    )
    found = campaign.rescued(frame(), matches).set_index("as_of")
    first, last = found.loc["2009-10-28"], found.loc["2010-09-06"]
    assert first["women_share"] == pytest.approx(0.6)
    # the count of 2 November is five days away, that of May is four months from September
    assert first["dna_share"] == pytest.approx(20 / 200)
    assert math.isnan(last["dna_share"])
    assert math.isnan(last["women"])
    # of two sources for the same day the first row is used
    assert last["children"] == 400


RULES = table(
    "sampling_rules",
    """
id, date, group, group_kind, collected, compulsion, limits
r1, 2015-09, vagrants, stranded, dna, not_stated, free
r2, 2009, parents, searching_families, dna, compulsory,
r3, 2022-03-02, disabled women, unknown_origin, dna;face, not_stated,
r4, 2008, suspects, suspects, dna, compulsory,
r5, 2021, abducted women, unknown_origin, , not_stated, none
""",
    instrument="an order",
    rule_kind="practice",
    source_id="s",
    verification="seen",
)


def test_rules_take_dna_of_these_groups_oldest_first() -> None:
    assert rules.rules(RULES)["id"].tolist() == ["r2", "r1", "r3"]
    assert rules.first_with_women(RULES) == "2022-03-02"
    with pytest.raises(ValueError, match="names women"):
        rules.first_with_women(RULES[RULES["id"].ne("r3")])


def test_events_print_numbers_with_their_unit() -> None:
    made = table(
        "collection_events",
        """
id, programme, place, start, collected, number, qualifier, unit
e1, shelters, B, 2016-06, dna, 1167, exact, persons
e2, trafficking, A, 2011, iris, 30, more_than, collection_points
e3, investigation, C, 2010, dna, 5, exact, persons
e4, trafficking, D, 2022, , , ,
""",
        admin_level="national",
        group="people",
        group_kind="stranded",
        number_kind="none",
        is_counted="true",
        source_id="s",
        verification="seen",
    )
    found = rules.events(made)
    assert found["place"].tolist() == ["A", "B", "D"]
    assert found["number"].tolist() == ["more than 30 collection points", "1,167 persons", "–"]
    assert found["collected"].tolist() == ["Iris", "DNA", "–"]
