"""Known answers for the coding of provisions: who is bound, the matrix, openings and limits."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.analysis.police_powers import bound, limits, provisions

RESTRICTS, STATE, COLLECTS = (
    "private_or_general_restriction",
    "state_restriction",
    "state_collection",
)

INSTRUMENTS = pd.DataFrame(
    [
        ("cn-a", "Law A", "CN", "law", "npc", "in_force", "Congress"),
        (
            "cn-b",
            "Rules B",
            "CN",
            "ministerial_rule",
            "ministry",
            "in_force",
            "Ministry of Public Security",
        ),
        ("cn-old", "Old law", "CN", "law", "npc", "repealed", "Congress"),
        ("eu-c", "Directive C", "EU", "eu_directive", "eu", "in_force", "Union"),
    ],
    columns=["id", "title_en", "jurisdiction", "level", "origin", "status", "issuing_body"],
)

# id, instrument, article, version, function, private, state, carve-out, power, opening, addressee
ROWS = [
    ("p1", "cn-a", "1", "final", RESTRICTS, 1, 1, 1, 0, 1, "handlers", "high"),
    ("p2", "cn-a", "2", "final", RESTRICTS, 1, 0, 0, 0, 0, "handlers", "medium"),
    ("p3", "cn-a", "10", "final", STATE, 0, 1, 0, 0, 0, "Police", "high"),
    ("p4", "cn-a", "3", "final", "definition_or_mandate", 0, 1, 0, 0, 0, "police", "high"),
    ("p5", "cn-b", "83 (2020)", "final", COLLECTS, 0, 0, 0, 1, 0, "police", "high"),
    ("p6", "cn-b", "84", "draft", RESTRICTS, 1, 1, 1, 0, 1, "police", "high"),
    ("p7", "cn-old", "5", "final", STATE, 0, 1, 0, 0, 1, "police", "high"),
    ("p8", "eu-c", "4", "final", STATE, 0, 1, 0, 0, 1, "competent authorities; police", "high"),
]


def frame(rows=ROWS):
    made = pd.DataFrame(
        rows,
        columns=[
            "id",
            "instrument_id",
            "article",
            "version",
            "function",
            "is_binding_private",
            "is_binding_state",
            "has_police_exemption",
            "grants_police_power",
            "opens_to_other_law",
            "addressee",
            "confidence",
        ],
    )
    flags = [*provisions.MARKS]
    made[flags] = made[flags].astype("boolean")
    made["article_order"] = made["article"].str.extract(r"(\d+)", expand=False).astype(float)
    return provisions.with_instruments(
        made.assign(topic="topic " + made["id"], paraphrase="says " + made["id"], source_id="s"),
        INSTRUMENTS,
    )


def test_current_leaves_out_drafts_and_lapsed_texts() -> None:
    # p6 is a draft, p7 stands in a repealed law
    assert list(provisions.current(frame())["id"]) == ["p1", "p2", "p3", "p4", "p5", "p8"]


def test_an_unknown_instrument_is_named() -> None:
    with pytest.raises(ValueError, match="cn-zzz"):
        provisions.with_instruments(frame().assign(instrument_id="cn-zzz"), INSTRUMENTS)


def test_restricting_keeps_the_two_kinds_of_restriction() -> None:
    # p4 is a mandate and p5 a power
    assert list(provisions.restricting(frame())["id"]) == ["p1", "p2", "p3", "p8"]


def test_matrix_blocks_and_order() -> None:
    found = provisions.matrix(frame())
    # Law A grants no power, rules B do; articles go by number: 1, 2, 3, 10
    assert list(zip(found["block"], found["article"], strict=True)) == [
        (provisions.BLOCKS[0], "1"),
        (provisions.BLOCKS[0], "2"),
        (provisions.BLOCKS[0], "3"),
        (provisions.BLOCKS[0], "10"),
        (provisions.BLOCKS[1], "83 (2020)"),
        (provisions.BLOCKS[2], "4"),
    ]


def test_larger_instruments_come_first_in_a_block() -> None:
    rows = [
        ("q1", "cn-b", "1", *ROWS[1][3:]),
        ("q2", "cn-a", "1", *ROWS[1][3:]),
        ("q3", "cn-b", "2", *ROWS[1][3:]),
    ]
    assert list(provisions.matrix(frame(rows))["instrument_id"]) == ["cn-b", "cn-b", "cn-a"]


def test_openings() -> None:
    found = provisions.openings(frame())
    # p1 with a carve-out and p8 without; p6 and p7 are not current
    assert list(zip(found["side"], found["article"], found["carve_out"], strict=True)) == [
        ("China", "1", "yes"),
        ("European Union", "4", ""),
    ]


def test_bound_by_hand() -> None:
    found = bound.bound(frame()).set_index(["side", "measure"])
    # China: p1 binds both, p2 private only, p3 the police only; the carve-out is in p1
    assert [found.loc[("China", m), "count"] for m in bound.MEASURES] == [2, 2, 1, 1, 1]
    assert set(found.loc["China", "total"]) == {3}
    assert found.loc[("China", "state"), "share"] == pytest.approx(2 / 3)
    # European Union: p8 alone, for state organs and the police
    assert [found.loc[("European Union", m), "count"] for m in bound.MEASURES] == [0, 1, 1, 1, 0]


@pytest.mark.parametrize(
    ("addressee", "named"),
    [
        ("police", True),
        ("law enforcement", True),
        ("public security organs", True),
        ("state organs", False),
        ("handlers", False),
        (None, False),
    ],
)
def test_who_counts_as_police(addressee, named) -> None:
    one = frame([("p", "cn-a", "1", "final", STATE, 0, 1, 0, 0, 0, addressee, "high")])
    assert bool(bound.flags(one)["police"].iloc[0]) is named


def test_a_provision_that_does_not_bind_the_state_binds_no_police() -> None:
    one = frame([("p", "cn-a", "1", "final", RESTRICTS, 1, 0, 0, 0, 0, "police", "high")])
    assert not bound.flags(one)["police"].iloc[0]


def test_choices_by_hand() -> None:
    found = bound.bound_choices(frame()).set_index(["choice", "side", "measure"]).sort_index()
    count = found["count"]
    # high confidence in China: p1 and p3
    key = ("Only those coded with high confidence", "China")
    assert (count[(*key, "private")], found.loc[(*key, "private"), "total"]) == (1, 2)
    # without directive C nothing is left of the European Union, without law A nothing of China
    choices = found.index.get_level_values("choice")
    assert "Without the instrument with most provisions" not in choices
    # by instrument: law A has each mark in some provision
    votes = found.loc[("One vote an instrument: any of its provisions", "China")]
    assert dict(votes["count"]) == dict.fromkeys(bound.MEASURES, 1)
    assert set(votes["total"]) == {1}


def test_the_largest_instrument_is_taken_out_of_each_side() -> None:
    rows = [*ROWS, ("p9", "cn-b", "90", "final", STATE, 0, 1, 0, 0, 0, "police", "high")]
    found = bound.bound_choices(frame(rows))
    kept = found[found["choice"].eq("Without the instrument with most provisions")]
    # law A has three restricting provisions and rules B one, which stays; directive C is alone
    assert set(kept["side"]) == {"China"}
    assert dict(zip(kept["measure"], kept["count"], strict=True)) == {
        "private": 0,
        "state": 1,
        "state_alone": 1,
        "police": 1,
        "exemption": 0,
    }


def test_provisions_that_name_the_police_and_those_on_secrecy() -> None:
    rows = [
        (f"p{i}", "cn-a", str(i), "final", STATE, 0, 1, 0, 0, 0, "police", "high") for i in range(3)
    ]
    made = frame(rows).assign(topic=["secrecy and limit on use", "upkeep", "liability of officers"])
    found = bound.naming_police(made)
    assert list(found["is_secrecy"]) == [True, False, True]


def test_joined_lines() -> None:
    rows = [
        ("q1", "cn-a", "1", "final", RESTRICTS, 1, 1, 0, 0, 0, "handlers", "high"),
        ("q2", "cn-a", "2", "final", STATE, 0, 1, 0, 0, 0, "police", "high"),
        ("q3", "cn-a", "3", "final", RESTRICTS, 1, 1, 0, 0, 0, "handlers", "high"),
        ("q4", "cn-a", "4", "final", "definition_or_mandate", 0, 0, 0, 0, 0, None, "high"),
    ]
    found = provisions.joined(provisions.matrix(frame(rows)))
    # articles 1 and 3 have the same marks, 2 stands alone with its topic, 4 has no mark
    assert list(found["articles"]) == [["1", "3"], ["2"]]
    assert list(found["topic"]) == ["", "topic q2"]


def test_uncertain_texts_count_as_current_and_are_marked() -> None:
    doubtful = INSTRUMENTS.assign(status=INSTRUMENTS["status"].replace("repealed", "unclear"))
    found = provisions.with_instruments(frame(), doubtful).set_index("id")
    assert found.loc["p7", ["is_current", "is_uncertain"]].tolist() == [True, True]
    assert not found.drop(index="p7")["is_uncertain"].any()


booleans = st.tuples(*[st.integers(0, 1)] * 5)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["cn-a", "cn-b", "cn-old", "eu-c"]),
            st.sampled_from([RESTRICTS, STATE, COLLECTS]),
            booleans,
        ),
        min_size=1,
    )
)
def test_counts_add_up_and_each_provision_stands_once(drawn) -> None:
    rows = [
        (f"p{i}", instrument, str(i), "final", function, *marks, "police", "high")
        for i, (instrument, function, marks) in enumerate(drawn)
    ]
    made = frame(rows)
    matrix = provisions.matrix(made)
    assert len(matrix) == len(provisions.current(made))
    assert not matrix.duplicated(["instrument_id", "article"]).any()
    lines = provisions.joined(matrix)
    unmarked = ~matrix[list(provisions.MARKS)].any(axis=1)
    assert lines["articles"].str.len().sum() + unmarked.sum() == len(matrix)
    restricting = provisions.restricting(made)
    if restricting.empty:
        return
    counts = bound.bound(made)
    assert (counts["count"] <= counts["total"]).all()
    totals = counts.drop_duplicates("side")["total"].sum()
    assert totals == len(restricting)
    alone, state = (
        counts[counts["measure"].eq(m)].set_index("side")["count"] for m in ("state_alone", "state")
    )
    assert (alone <= state).all()


GRID = pd.DataFrame(
    [
        ("China, in force", "g", "cn-b", "83", "purpose_named", "stated"),
        ("China, in force", "g", "cn-b", "83", "internal_approval", "stated"),
        ("China, in force", "g", "cn-b", "83", "retention_limit", "not_stated"),
        ("China, in force", "g", "cn-b", "83", "erasure", "not_applicable"),
        ("China, in force", "g", "cn-b", "83", "no_repeat", "not_stated"),
    ],
    columns=["group", "power_id", "instrument_id", "article", "safeguard", "value"],
)


def test_limits_by_hand() -> None:
    issuers = INSTRUMENTS.set_index("id")["issuing_body"]
    found = limits.limits(frame(), GRID, issuers)
    # p5 grants a power with an approval, made by the police ministry, so it comes first; p3 binds
    # state organs alone; p1 binds private handlers too; p4 is a mandate; p6 and p7 are not current
    assert list(found["limit"]) == ["says p5", "says p3"]
    assert list(found["is_own"]) == [True, False]
    # a purpose is no limit; what does not apply is not missing; no_repeat is not asked about here
    assert found["states"].iloc[0] == "internal approval"
    assert found["lacks"].iloc[0] == "retention limit"
    assert found["lacks"].iloc[1] == limits.NOT_CODED


def test_a_power_without_any_safeguard_is_no_limit() -> None:
    bare = GRID.assign(value="not_stated")
    found = limits.limits(frame(), bare, INSTRUMENTS.set_index("id")["issuing_body"])
    assert list(found["limit"]) == ["says p3"]


def test_article_number() -> None:
    found = limits.article_number(pd.Series(["132 (2018 numbering)", "139(12)", "[filing]"]))
    assert list(found) == ["132", "139", "[filing]"]
