"""Known answers for the share of papers with Chinese partners, and for sets of pictures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_tables import table

from biometrics_china.analysis.europe_research import base_rate, training_sets

HEAD = (
    "id, country, name, papers, papers_shared, papers_abroad, papers_china, first_partner,"
    " first_partner_papers"
)
PAPERS = table(
    "surveillance_papers",
    HEAD
    + """
a, CN, China, 300, 250, 60, , United States, 30
b, FI, Finland, 40, 30, 20, 10, China, 10
c, DE, Germany, 100, 80, 25, 5, United States, 9
d, MT, Malta, 4, 4, 1, 1, China, 1
e, US, United States, 90, 60, 50, 30, China, 30
f, , all other countries of the table, , 76, , 0, ,
""",
    first_year="2015",
    last_year="2019",
    source_id="s",
)


def test_bounds_of_a_share_when_some_papers_were_taken_in_error() -> None:
    # of 40 papers 10 with China; 8 do not belong: all with China 2 of 32, none of them 10 of 32
    found = base_rate.error_bounds(10, 40, 0.8)
    assert (found.low, found.high) == pytest.approx((2 / 32, 10 / 32))
    # more wrong papers than papers with China, or than papers without: the bounds stop at 0 and 1
    assert base_rate.error_bounds(3, 40, 0.8).low == 0
    assert base_rate.error_bounds(38, 40, 0.8).high == pytest.approx(1)
    exact = base_rate.error_bounds(10, 40, 1)
    assert (exact.low, exact.high) == (0.25, 0.25)


@pytest.mark.parametrize(
    ("part", "whole", "right"), [(1, 0, 0.8), (5, 4, 0.8), (1, 4, 0), (1, 4, 1.1)]
)
def test_what_is_no_share_is_refused(part: int, whole: int, right: float) -> None:
    with pytest.raises(ValueError, match="is no share"):
        base_rate.error_bounds(part, whole, right)


@given(st.integers(0, 50), st.integers(1, 50), st.floats(0.3, 1))
def test_the_counted_share_lies_in_its_bounds(part: int, rest: int, right: float) -> None:
    found = base_rate.error_bounds(part, part + rest, right)
    assert 0 <= found.low <= part / (part + rest) + 1e-9
    assert part / (part + rest) - 1e-9 <= found.high <= 1 + 1e-9


def test_countries_with_enough_papers_by_their_share() -> None:
    found = base_rate.rates(PAPERS, 0.8).set_index("country")
    assert found.index.tolist() == [
        "Finland",
        "Germany",
    ]  # Malta has too few, others are no part of it
    assert found.loc["Finland", ["share", "share_abroad"]].tolist() == [0.25, 0.5]
    assert found.loc["Germany", ["share", "low", "high"]].tolist() == pytest.approx(
        [0.05, 0, 5 / 80]
    )


def test_every_european_country_is_a_row_and_few_papers_have_no_share() -> None:
    found = base_rate.by_country(PAPERS)
    assert found[["country", "papers_china", "share", "partner"]].to_numpy().tolist() == [
        ["Finland", 10, "25", "China (10)"],
        ["Germany", 5, "5", "United States (9)"],
        ["Malta", 1, "", "China (1)"],
    ]


def test_weight_totals_and_first_partners() -> None:
    assert base_rate.weight(PAPERS) == pytest.approx(250 / 500)
    # papers with authors abroad: 60 of China, 156 of all countries, each taken to stand in two
    assert base_rate.joint(PAPERS) == pytest.approx(60 / 78)
    assert base_rate.totals(PAPERS) == {"countries": 3, "china": 16, "two": 15, "none": 0}
    assert base_rate.first_partners(PAPERS) == ("Finland", "Malta")


def test_the_counts_of_the_table_agree_from_both_sides() -> None:
    """A paper of a country with China is one of China with that country; few are of more."""
    rows = base_rate.provenance.read_rows("surveillance_papers").set_index("country")
    china = rows.loc["CN"]
    assert rows["papers_china"].sum() >= china["papers_abroad"]
    assert rows["papers_china"]["US"] == china["first_partner_papers"]


SETS = table(
    "training_sets",
    """
id, name, made_by, country, people, qualifier, recorded, withdrawn, chinese_users, is_counted
a, Second, Firm, US, 100000, up_to, 2016, 2019-06, SenseTime;Megvii, true
b, First, University, GB, 2200, about, 2009, , , true
c, First, University, GB, 2000, about, 2009, , , false
""",
    source_id="s",
)
USES = table(
    "training_set_uses",
    """
id, name, year, examined, used
a, Second, 2020, 10, 4
b, Second, 2019, 8, 6
c, First, 2020, 5, 0
""",
    source_id="s",
)


def test_counted_sets_by_year_with_people_and_users() -> None:
    found = training_sets.sets(SETS)
    assert found[["name", "people", "users"]].to_numpy().tolist() == [
        ["First", "about 2,200", ""],
        ["Second", "nearly 100,000", "SenseTime, Megvii"],
    ]
    assert training_sets.in_europe(SETS)["id"].tolist() == ["b"]


def test_papers_after_the_year_of_withdrawal() -> None:
    found = training_sets.uses(USES)
    assert found[["name", "year", "share", "is_after"]].to_numpy().tolist() == [
        ["First", 2020, 0.0, True],
        ["Second", 2019, 0.75, False],
        ["Second", 2020, 0.4, True],
    ]
    assert training_sets.after(found) == {"examined": 15, "used": 4}
