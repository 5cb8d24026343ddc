"""Known answers for surveys: intervals, what compares, pairs, waves and heterogeneity."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import multiverse
from biometrics_china.analysis.public_opinion import (
    answers,
    comparable,
    countries,
    heterogeneity,
    spread,
    users,
    waves,
)

SURVEYS = pd.DataFrame(
    [
        ("sv-four-country-2019", "Four", None, "both", 200, "floor", "online_quota", "academic"),
        ("sv-four-country-2019-cn", "Four", "CN", "China", None, "not_seen", "quota", "academic"),
        ("sv-four-country-2019-de", "Four", "DE", "Germany", None, "not_seen", "quota", "academic"),
        ("sv-paper", "Paper", "CN", "China", 100, "reported", "opt_in", "media"),
        ("sv-poll", "Poll", "GB", "United Kingdom", 400, "reported", "online_panel", "vendor"),
    ],
    columns=["id", "name", "country", "places", "n", "n_kind", "sampling", "payer_kind"],
).assign(start=None, end="2019", source_id="s").astype({"n": "Int64"})  # fmt: skip

ANSWERS = pd.DataFrame(
    [
        ("a1", "sv-four-country-2019-cn", None, "acceptance", 70.0, None, None, "rounded"),
        ("a2", "sv-four-country-2019-de", None, "acceptance", 40.0, None, None, "rounded"),
        ("a3", "sv-four-country-2019", None, "acceptance", 55.0, None, None, "rounded"),
        ("a4", "sv-paper", None, "leak_concern", 50.0, None, None, "exact"),
        ("a5", "sv-paper", None, "wants_control", 80.0, None, None, "lower_bound"),
        ("a6", "sv-paper", None, "perceived_safety", None, 60.0, 70.0, "range"),
        ("a7", "sv-poll", None, "leak_concern", 25.0, None, None, "rounded"),
        ("a8", "sv-poll", "women", "police_use", 25.0, None, None, "rounded"),
        ("a9", "sv-poll", None, "police_use", 60.0, None, None, "rounded"),
    ],
    columns=[
        "id", "survey_id", "subgroup", "construct", "share_pct", "low_pct", "high_pct", "share_kind",
    ],
).assign(question="q", answer="yes", verification="seen", source_id="s", locator="l")  # fmt: skip
ANSWERS = ANSWERS.astype({"share_pct": "Float64", "low_pct": "Float64", "high_pct": "Float64"})


@pytest.fixture
def frame() -> pd.DataFrame:
    return answers.joined(SURVEYS, ANSWERS)


def row(frame: pd.DataFrame, key: str) -> pd.Series:
    return frame.set_index("id").loc[key]


def test_an_interval_stands_only_where_a_point_and_a_size_were_printed(frame: pd.DataFrame) -> None:
    # Wilson for 50 of 100: centre 0.5, half width 1.96/(2*(100+3.8415)) * sqrt(100*100+...)
    # = 1.959964 * sqrt(100*.25 + 3.841459/4) / 103.841459 = 1.959964 * 5.095169 / 103.841459
    assert row(frame, "a4")["low"] == pytest.approx(0.5 - 0.0961688, abs=1e-6)
    assert row(frame, "a4")["high"] == pytest.approx(0.5 + 0.0961688, abs=1e-6)
    for without in ("a1", "a5", "a6", "a8"):
        assert pd.isna(row(frame, without)["low"]), without


def test_a_row_that_stands_on_memory_is_left_out() -> None:
    recalled = ANSWERS.assign(verification=["recalled"] + ["seen"] * 8)
    assert "a1" not in set(answers.joined(SURVEYS, recalled)["id"])


@given(st.integers(1, 5000), st.floats(0, 1))
def test_the_interval_of_a_share_holds_the_nearest_count(n: int, share: float) -> None:
    found = answers.interval(share, n)
    assert 0 <= found.low <= round(share * n) / n <= found.high <= 1


def test_places_and_questionnaires() -> None:
    assert [answers.region(c) for c in ("CN", "GB", "EU", "US", None)] == [
        "China", "Europe", "Europe", "Elsewhere", "Several countries",
    ]  # fmt: skip
    assert answers.instrument("sv-four-country-2019-de", "DE") == "four-country-2019"
    assert answers.instrument("sv-four-country-2019", None) == "four-country-2019"


def test_a_question_compares_only_if_one_questionnaire_asked_it_on_both_sides(
    frame: pd.DataFrame,
) -> None:
    found = comparable.asked(frame).set_index("construct")
    assert found.loc["acceptance", "compares"] == comparable.SAME
    assert found.loc["leak_concern", "compares"] == comparable.SIMILAR
    assert found.loc["wants_control", "compares"] == comparable.NONE
    # the poll asked twice about the police, once of a part of its sample: one questionnaire
    assert found.loc["police_use", ["China", "Europe", "Elsewhere"]].tolist() == [0, 1, 0]
    assert found.index[0] == "acceptance"


def test_a_survey_in_several_countries_is_one_row_with_its_floor() -> None:
    found = comparable.samples(SURVEYS).set_index("survey")
    assert found.loc["Four", "respondents"] == "> 200"
    assert found.loc["Four", "where"] == "China, Germany"
    assert found.loc["Poll", "payer"] == "Firm or trade fair"
    assert len(found) == 3


def test_acceptance_is_given_the_equal_part_of_the_floor(frame: pd.DataFrame) -> None:
    found = countries.acceptance(frame)
    # 200 respondents in two countries are 100 each; with a design effect of two, 50
    assert set(found["n_assumed"]) == {100}
    assert found["place"].tolist() == ["China"] * 3 + ["Germany"] * 3
    plain = found[found["effect"].eq(1)].set_index("place")
    assert plain.loc["China", "low"] == answers.interval(0.7, 100).low
    assert (found.groupby("place")["low"].diff().dropna() < 0).all()


def test_chinese_answers_keep_bounds_and_ranges_apart(frame: pd.DataFrame) -> None:
    found = countries.chinese_answers(frame)
    assert found["share_kind"].tolist() == ["lower_bound", "range", "exact"]
    a_range = found[found["share_kind"].eq("range")].iloc[0]
    assert (a_range["low"], a_range["high"]) == (0.6, 0.7)
    assert pd.isna(a_range["share"])


def one(row: str, **changed: object) -> dict[str, object]:
    """Return an answer as from `answers.joined`: half of 100 people in Germany accept police use."""
    plain = {
        "id": row, "survey_id": "s", "instrument": "s", "name": "Poll", "country": "DE",
        "places": "Germany", "end": "2020", "region": "Europe", "question": row, "answer": "accept",
        "construct": "police_use", "direction": "favourable", "share": 0.5, "share_kind": "rounded",
        "is_point": True, "subgroup": None, "n": 100, "low": 0.4, "high": 0.6,
    }  # fmt: skip
    return plain | changed


def test_a_pair_is_of_one_survey_and_in_the_same_words() -> None:
    firm = {"construct": "commercial_use"}
    frame = pd.DataFrame(
        [
            one("police"),
            one("shops", share=0.2, **firm),
            one("other words", answer="trust", **firm),
            one("another survey", survey_id="t", **firm),
            one("some of them", subgroup="men", **firm),
            one("in words", share_kind="in_words", **firm),
            one("of the government", construct="government_use"),
            one("police, no", answer="reject", direction="unfavourable", share=0.1),
            one("shops, no", answer="reject", direction="unfavourable", share=0.3, **firm),
        ]
    )
    found = users.pairs(frame)
    assert found["pair"].unique().tolist() == [
        "Germany: police;\nshops",
        "Germany: police, no;\nshops, no",
    ]
    assert found["share"].tolist() == [0.5, 0.2, 0.1, 0.3]
    # half against a fifth; of those who reject, a tenth against three tenths
    assert found["gap"].tolist() == pytest.approx([0.3, 0.3, 0.2, 0.2])
    assert found["is_rejection"].tolist() == [False, False, True, True]


def test_accepting_answers_to_one_question_are_added_before_the_interval() -> None:
    several = {"survey_id": "w", "instrument": "w", "country": None}
    part = {"survey_id": "w-de", "instrument": "w", "country": "DE"}
    frame = pd.DataFrame(
        [
            one("a", question="q", share=0.2),
            one("b", question="q", share=0.3, direction="conditional"),
            one("c", question="q", share=0.5, direction="unfavourable"),
            one("only with limits", direction="conditional"),
            one("a benefit", answer="selected as benefit"),
            one("a firm", construct="commercial_use"),
            one("the whole", n=None, share=0.9, **several),
            one("its part", **part),
        ]
    )
    found = users.state_use(frame).set_index("answer")
    assert found["share"].to_dict() == {
        "Several countries 2020: the whole": 0.9,
        "Germany 2020: q": 0.5,
    }
    assert found.loc["Germany 2020: q", "low"] == answers.interval(0.5, 100).low
    assert pd.isna(found.loc["Several countries 2020: the whole", "low"])


def test_heterogeneity_against_a_calculation_by_hand() -> None:
    # logits of 1/2, 1/2 and 3/4 are 0, 0 and 1.0986123; variances 1/(100*.25) = 0.04 twice and
    # 1/(100*.1875) = 0.0533333; weights 25, 25, 18.75; common mean 18.75*1.0986123/68.75 = 0.2996215
    # Q = 50 * 0.2996215² + 18.75 * (0.7989908)² = 4.488653 + 11.969743 = 16.458396
    found = heterogeneity.heterogeneity([0.5, 0.5, 0.75], [100, 100, 100])
    assert found.q == pytest.approx(16.4584, abs=1e-3)
    assert found.i_squared == pytest.approx(1 - 2 / 16.4584, abs=1e-4)
    assert found.p_value == pytest.approx(math.exp(-16.4584 / 2), rel=1e-3)  # chi² with 2 degrees
    assert 0 < found.low < 0.5 < found.high < 1


def test_equal_shares_have_no_heterogeneity() -> None:
    found = heterogeneity.heterogeneity([0.4, 0.4, 0.4], [50, 80, 200])
    assert (found.q, found.i_squared) == (pytest.approx(0, abs=1e-9), 0.0)
    assert found.low == pytest.approx(0.4, abs=0.3)


@pytest.mark.parametrize(
    ("shares", "sizes"), [([0.5, 0.5], [9, 9]), ([0, 0.5, 0.6], [9, 9, 9]), ([0.1] * 3, [9, 9, 0])]
)
def test_heterogeneity_refuses_what_it_cannot_compare(
    shares: list[float], sizes: list[int]
) -> None:
    with pytest.raises(ValueError, match="heterogeneity needs"):
        heterogeneity.heterogeneity(shares, sizes)


def test_the_difference_of_two_waves_against_newcombe() -> None:
    # Newcombe 1998, table II, 56 of 70 against 48 of 80: 0.2000, interval 0.0524 to 0.3339
    found = waves.difference(48 / 80, 80, 56 / 70, 70)
    assert found.difference == pytest.approx(0.2)
    assert (found.low, found.high) == (
        pytest.approx(0.0524, abs=1e-4),
        pytest.approx(0.3339, abs=1e-4),
    )


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.integers(30, 9000), st.floats(1.0, 5.0))
def test_a_larger_design_effect_never_narrows(a: float, b: float, n: int, effect: float) -> None:
    plain, wide = waves.difference(a, n, b, n), waves.difference(a, n, b, n, effect)
    assert wide.low <= plain.low + 1e-9
    assert wide.high >= plain.high - 1e-9
    assert wide.low <= wide.difference <= wide.high


def test_a_design_effect_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        waves.difference(0.5, 10, 0.5, 10, 0.5)


def test_the_grid_of_readings_holds_every_combination() -> None:
    rows = [
        {"id": "sa-018", "share": 0.6, "n": 100},
        {"id": "sa-027", "share": 0.5, "n": 100},
        {"id": "sa-116", "share": 0.7, "n": 100},
    ]
    grid = waves.choices(pd.DataFrame(rows))
    assert len(grid) == 6
    assert multiverse.idle(grid) == ()
    main = grid[grid["is_main"]].iloc[0]
    assert main["estimate"] == pytest.approx(0.1)
    # the highest reading: 0.7 less the lowest share that rounds to 0.5
    assert grid["estimate"].max() == pytest.approx(0.205)


def test_numbers_on_private_use_carry_their_qualifier(monkeypatch) -> None:
    frame = pd.DataFrame(
        {
            "id": ["a", "b"],
            "setting": ["schools", "payment"],
            "what": ["x", "y"],
            "value": [9, 100000000],
            "qualifier": ["exact", "more_than"],
            "as_of": ["2025-09-29", None],
            "source_id": "s",
        }
    )
    monkeypatch.setattr(spread.provenance, "read_rows", lambda _: frame)
    found = spread.private_uses()
    assert found[["setting", "number", "as_of"]].to_numpy().tolist() == [
        ["Payment", "more than 100,000,000", ""],
        ["Schools", "9", "29 September 2025"],
    ]
