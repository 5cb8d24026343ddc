"""Known answers for the census by level and for the exact test over instruments."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.analysis.police_powers import association, census

COLLECT, HANDLERS, STATE, DEFINE, OTHER = (
    "state_collection",
    "private_or_general_restriction",
    "state_restriction",
    "definition",
    "evidence",
)

CORPORA = pd.DataFrame(
    {
        "id": [f"c-{level}" for level in census.LEVELS],
        "level": census.LEVELS,
        "documents_searched": [10, 20, 30, 40, 50],
        "source_id": "s",
    }
)

# level, title, instrument id, function, counted
ROWS = [
    ("law", "L1", "cn-l1", COLLECT, "counted"),
    ("law", "L1", "cn-l1", COLLECT, "counted"),
    ("law", "L2", None, DEFINE, "counted"),
    ("law", "L3", "cn-l3", HANDLERS, "hand_addition"),
    ("administrative_regulation", "R1", "cn-r1", COLLECT, "counted"),
    ("administrative_regulation", "R1", "cn-r1", STATE, "counted"),
    ("administrative_regulation", "R2", None, COLLECT, "excluded"),
    ("local_regulation", "X1", None, HANDLERS, "counted"),
    ("local_regulation", "X2", None, STATE, "counted"),
    ("local_regulation", "X3", None, OTHER, "counted"),
]


def raw(rows=ROWS):
    made = pd.DataFrame(
        rows, columns=["level", "instrument_title", "instrument_id", "function", "counted"]
    )
    return made.assign(
        id=[f"h{i}" for i in range(len(made))],
        corpus_id="c-" + made["level"],
        article="1",
        source_id="s",
    ).drop(columns="level")


def hits(rows=ROWS):
    return census.hits(raw(rows), CORPORA)


def test_hits_leave_out_what_is_excluded_and_name_each_instrument() -> None:
    found = hits()
    assert len(found) == 9
    assert list(found["instrument"][:4]) == ["cn-l1", "cn-l1", "L2", "cn-l3"]
    assert list(found["group"][4:]) == [
        "collects",
        "restricts state bodies",
        "restricts handlers",
        "restricts state bodies",
        "other",
    ]


def test_a_level_without_a_place_stops() -> None:
    with pytest.raises(ValueError, match="notice"):
        census.hits(raw(), CORPORA.assign(level="notice"))


def test_by_level_by_hand() -> None:
    found = census.by_level(hits(), CORPORA).set_index(["level", "group"])
    assert found.loc[("law", "collects"), "provisions"] == 2
    # the article added by hand stands apart, and its instrument is not among those with a hit
    cells = found.loc[("law", "restricts handlers"), ["provisions", "added_by_hand"]]
    assert cells.tolist() == [0, 1]
    assert found.loc[("law", "collects"), "instruments"] == 2
    assert found.loc[("local_regulation", "other"), "documents_searched"] == 50
    # a level without a hit is there with zeros
    assert found.loc["ministerial_rule", "provisions"].sum() == 0
    assert found.loc["ministerial_rule", "instruments"].max() == 0


@given(
    st.lists(
        st.tuples(
            st.sampled_from(census.LEVELS),
            st.sampled_from("ABC"),
            st.none(),
            st.sampled_from([COLLECT, HANDLERS, STATE, DEFINE, OTHER]),
            st.sampled_from(["counted", "hand_addition", "excluded"]),
        ),
        min_size=1,
    )
)
def test_every_provision_stands_in_one_cell(rows) -> None:
    found = census.by_level(hits(rows), CORPORA)
    kinds = pd.Series([row[-1] for row in rows])
    assert found["provisions"].sum() == kinds.eq("counted").sum()
    assert found["added_by_hand"].sum() == kinds.eq("hand_addition").sum()
    assert len(found) == len(census.LEVELS) * 5


MAIN = association.CODINGS[0]


def kinds(coding=MAIN, rows=ROWS):
    return association.classify(hits(rows), coding).set_index("instrument")["kind"].to_dict()


def test_classify_by_hand() -> None:
    assert kinds() == {
        "cn-l1": "collects only",
        "L2": "neither",
        "cn-r1": "both",
        "X1": "restricts only",
        "X2": "restricts only",
        "X3": "neither",
    }


def test_classify_with_articles_added_by_hand() -> None:
    assert kinds(association.Coding("x", by_hand=True))["cn-l3"] == "restricts only"


def test_classify_without_limits_on_state_bodies() -> None:
    found = kinds(association.Coding("x", state_limits=False))
    assert (found["cn-r1"], found["X2"]) == ("collects only", "neither")


def test_classify_without_a_level() -> None:
    found = kinds(association.Coding("x", without=("local_regulation",)))
    assert set(found) == {"cn-l1", "L2", "cn-r1"}


@pytest.mark.parametrize(
    ("coding", "expected"),
    [
        # higher: L1 collects, R1 does both, L2 neither; lower: X1 and X2 restrict, X3 neither
        (association.Coding("a"), [[2, 0], [0, 2]]),
        (association.Coding("b", both_as=None), [[1, 0], [0, 2]]),
        (association.Coding("c", both_as=association.RESTRICTS), [[1, 1], [0, 2]]),
        (association.Coding("d", neither_as=association.RESTRICTS), [[2, 1], [0, 3]]),
    ],
)
def test_two_by_two_by_hand(coding, expected) -> None:
    found = association.classify(hits(), coding)
    assert association.two_by_two(found, coding).to_numpy().tolist() == expected


def test_the_test_by_hand() -> None:
    # four instruments above collect, four below restrict: [[4, 0], [0, 4]]; with all margins 4 of 8
    # the table and its mirror have probability 1 / C(8, 4) = 1/70 each, so p = 2/70; the ratio is
    # unbounded. The lower bound solves P(X = 4 | odds w) = 0.025 with
    # P = w^4 / (1 + 16 w + 36 w^2 + 16 w^3 + w^4)
    rows = [("law", f"L{i}", None, COLLECT, "counted") for i in range(4)]
    rows += [("local_regulation", f"X{i}", None, HANDLERS, "counted") for i in range(4)]
    main = association.under_codings(hits(rows)).iloc[0]
    assert main["p_value"] == pytest.approx(2 / 70)
    assert math.isinf(main["ratio"])
    assert math.isinf(main["high"])
    w = main["low"]
    assert w**4 / (1 + 16 * w + 36 * w**2 + 16 * w**3 + w**4) == pytest.approx(0.025, rel=1e-6)
    assert (main["higher"], main["lower"], main["p"]) == ("4 / 0", "0 / 4", "0.03")
    assert main["odds_ratio"].startswith("∞ (")


def test_every_coding_is_run_and_small_tables_do_not_stop_it() -> None:
    found = association.under_codings(hits())
    assert list(found["coding"]) == [coding.words for coding in association.CODINGS]
    assert found["p_value"].between(0, 1).all()
    assert (found[list(association.CELLS)].sum(axis=1) == found["instruments"]).all()


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (0.683, "0.68"),
        (9.994, "9.99"),
        (10.04, "10.0"),
        (796.13, "796.1"),
        (math.inf, "∞"),
        (math.nan, "not defined"),
    ],
)
def test_printed_ratio(ratio, text) -> None:
    assert association.printed(ratio) == text
