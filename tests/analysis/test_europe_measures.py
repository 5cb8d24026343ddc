"""Known answers for coverage of risks by measures, and for the questions."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import tables
from biometrics_china.analysis.europe_measures import coverage, questions, refusals, states


def measures(*rows: tuple) -> pd.DataFrame:
    columns = ["id", "family", "level", "risks", "is_binding", "biometrics", "status", "applies"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(
        title=frame["id"], adopted="2020", addressee="firms", source_id="s", number=None
    )


FRAME = measures(
    ("a", "ai_act", "eu", ["domestic_use"], True, "named", "in_force", "2025-02-02"),
    ("b", "ai_act", "eu", ["domestic_use", "procurement"], True, "named", "applies_later", "2027"),
    ("c", "export_control", "eu", ["export"], True, "indirectly", "in_force", "2021-09-09"),
    ("d", "export_control", "eu", ["export"], False, "named", "in_force", "2024-10-16"),
    ("e", "procurement", "local", ["procurement"], True, "indirectly", "in_force", None),
    ("f", "research_security", "national", ["research"], False, "not_named", "in_force", "2022"),
)


@pytest.mark.parametrize(
    ("is_binding", "biometrics", "expected"),
    [
        (True, "named", "binding_named"),
        (True, "indirectly", "binding"),
        (True, "not_named", "binding"),
        (False, "named", "guidance_named"),
        (False, "not_named", "guidance"),
    ],
)
def test_how_strongly_a_measure_answers(is_binding, biometrics, expected) -> None:
    assert coverage.strength(is_binding, biometrics) == expected


def test_the_strongest_answer_of_a_field_counts() -> None:
    found = coverage.cells(FRAME).set_index(["risk", "family"])
    export = found.loc[("Export of technology", "Export control")]
    assert export[["strength", "n_measures", "is_pending"]].tolist() == ["binding", 2, False]
    bought = found.loc[("Procurement", "AI Act")]
    assert bought[["strength", "is_pending"]].tolist() == ["binding_named", True]
    at_home = found.loc[("Use in Europe", "AI Act")]
    assert at_home[["n_measures", "is_pending"]].tolist() == [2, False]
    assert ("Research cooperation", "AI Act") not in found.index


def test_a_risk_is_answered_by_what_applies_now() -> None:
    found = coverage.holes(FRAME).set_index("risk")
    columns = ["now", "since", "where", "coming"]
    assert found.loc["Procurement", columns].tolist() == [
        "binding rule",
        "",
        "Local",
        "binding rule that names biometrics",
    ]
    assert found.loc["Export of technology", columns].tolist() == [
        "binding rule",
        "2021-09-09",
        "European Union",
        "",
    ]
    assert found.loc["Police cooperation", "now"] == "nothing found"
    assert len(found) == len(tables.vocabulary("cooperation_risk"))


def test_measures_by_force_and_mention() -> None:
    found = coverage.by_force(FRAME).set_index("family")
    assert found.loc["AI Act"].tolist() == [2, 0, 0, 0]
    assert found.loc["Export control"].tolist() == [0, 1, 0, 1]
    assert found.to_numpy().sum() == len(FRAME)


def test_the_timeline_holds_dated_measures_of_the_union() -> None:
    found = coverage.timeline(FRAME)
    assert found["title"].tolist() == ["c", "d", "a", "b"]
    assert found["applies"].iloc[3] == 2027.5


def test_shares_under_every_count_by_hand() -> None:
    grid = coverage.choices(FRAME).query("unit == 'each row'")
    grid = grid.set_index(["counted", "applied", "legal_force", "biometrics"])
    # of the Union: a, b, d of a, b, c, d are named
    main = grid.loc[("union", "all adopted", "with guidance", "named")]
    assert main["estimate"] == 3 / 4
    assert main["is_main"]
    # applied now and binding, all levels: a of a, c, e; with indirect ones all three
    now = ("all levels", "applied now", "binding alone")
    assert grid.loc[(*now, "named"), "estimate"] == pytest.approx(1 / 3)
    assert grid.loc[(*now, "named or indirectly"), "estimate"] == 1.0


def test_articles_of_one_law_are_one_law_that_names_if_one_of_them_does() -> None:
    frame = measures(
        ("a", "ai_act", "eu", ["domestic_use"], True, "named", "applies_later", "2027"),
        ("b", "ai_act", "eu", ["domestic_use"], False, "not_named", "in_force", "2025"),
        ("c", "export_control", "eu", ["export"], True, "indirectly", "in_force", "2021"),
    ).assign(number=["Act 7, Article 5(1)", "Act 7, Article 9", None])
    found = coverage.laws(frame).set_index("law")
    assert found.loc["Act 7"].tolist() == ["eu", True, "in_force", "named"]
    assert found.loc["c", "biometrics"] == "indirectly"
    grid = coverage.choices(frame).set_index(["unit", "applied", "legal_force", "biometrics"])
    key = ("all adopted", "with guidance", "named")
    counted = grid[grid["counted"].eq("union")]["estimate"]
    assert counted["each row", *key] == pytest.approx(1 / 3)
    assert counted["one a law", *key] == pytest.approx(1 / 2)


KINDS = st.tuples(
    st.booleans(),
    st.sampled_from(["named", "indirectly", "not_named"]),
    st.sampled_from(["in_force", "applies_later"]),
)


@given(st.lists(KINDS, min_size=1, max_size=12))
def test_counting_more_as_naming_never_lowers_the_share(kinds) -> None:
    rows = [
        (f"m{i}", "ai_act", "eu", ["domestic_use"], binding, naming, status, "2025")
        for i, (binding, naming, status) in enumerate(kinds)
    ]
    grid = coverage.choices(measures(*rows))
    keys = ["unit", "counted", "applied", "legal_force"]
    wide = grid.pivot_table(index=keys, columns="biometrics", values="estimate")
    assert (wide["named or indirectly"] >= wide["named"]).all()


def test_questions_stand_in_the_order_of_their_stages() -> None:
    frame = pd.DataFrame(
        {
            "id": ["q1", "q2", "q3"],
            "stage": ["after", "before", "during"],
            "audience": ["all", "police", "firm"],
            "question": ["C?", "A?", "B?"],
            "reason": ["c", "a", "b"],
            "rows": [["listings/li001"], ["listings/li001", "listings/li002"], ["measures/me-001"]],
        }
    )
    found = questions.questions(frame)
    assert found["question"].tolist() == ["A?", "B?", "C?"]
    assert found["rows"].iloc[0] == "listings/li001, listings/li002"
    # both rows of the first question rest on one source
    assert found["source_id"].iloc[0] == found["source_id"].iloc[2]


def test_measures_that_ended_amend_another_or_are_proposals_are_left_out() -> None:
    assert not {"ended", "amendment", "proposed"} & set(coverage.measures()["status"])


LISTED = pd.DataFrame(
    [
        ("l1", "B", "university", "countermeasure", "CN", "listed", "2021-03-22", "s1"),
        ("l2", "A", "company", "countermeasure", "CN", "listed", "2021-03-22", "s1"),
        ("l3", "A", "company", "countermeasure", "CN", "delisted", "2024-01-05", "s2"),
        ("l4", "A", "company", "surveillance", "US", "listed", "2020-01-01", "s3"),
        ("l5", "C", "state_body", "countermeasure", "CN", "listed", "2025-08-13", "s4"),
    ],
    columns=["id", "entity", "entity_type", "ground", "country", "action", "date", "source_id"],
).assign(list_name="Chinese export control list")


def test_a_body_carries_the_day_on_which_the_same_list_let_it_go() -> None:
    found = refusals.listed(LISTED).set_index("entity")
    assert list(found.index) == ["B", "A", "C"]
    assert found["ended"].fillna("").to_dict() == {"B": "", "A": "2024-01-05", "C": ""}
    assert found["kind"].to_dict() == {"B": "research", "A": "firm", "C": "state"}


def test_another_list_lets_nobody_go() -> None:
    other = LISTED.assign(list_name=["x", "x", "y", "x", "x"])
    assert refusals.listed(other)["ended"].isna().all()


def test_marks_stand_by_day_and_kind() -> None:
    found = refusals.marks(refusals.listed(LISTED))
    assert found[["row", "place", "kind", "has_ended"]].to_numpy().tolist() == [
        [0, 0, "research", False],
        [0, 1, "firm", True],
        [1, 0, "state", False],
    ]
    assert found["act"].tolist()[2] == "13 August 2025, export control list"


def test_every_kind_of_body_on_a_chinese_list_has_a_mark() -> None:
    assert refusals.european()["kind"].notna().all()


def test_episodes_are_told_in_order_with_their_end(monkeypatch) -> None:
    frame = pd.DataFrame(
        {
            "id": ["b", "a"],
            "date": ["2022-08", "2021-03-22"],
            "end": [None, "2025-04-30"],
            "ended": ["not_read", "in_part"],
            "verification": "seen",
            "followed": [None, "x"],
            **dict.fromkeys(("target", "trigger", "measure", "source_id"), "y"),
        }
    )
    monkeypatch.setattr(refusals.provenance, "read_rows", lambda _: frame)
    found = refusals.episodes()
    assert found["date"].tolist() == ["22 March 2021", "August 2022"]
    assert found["ended"].tolist() == ["In part, 30 April 2025", "No end read"]
    assert found["followed"].tolist() == ["x", ""]


def test_episodes_on_lists_count_as_many_bodies_as_the_listings_of_that_day() -> None:
    frame = tables.load("refusal_costs")
    lists = frame[frame["act"].eq("listing") & frame["is_european"] & frame["id"].ne("rc-02")]
    on_lists = refusals.european()["date"].value_counts().to_dict()
    assert lists.set_index("date")["n_bodies"].to_dict() == on_lists


def test_what_changes_first_stands_first(monkeypatch) -> None:
    frame = pd.DataFrame(
        {
            "id": ["a", "b", "c"],
            "due": [None, "2027-01-01", "2026-12-08"],
            "state_on": ["2026", "2026-08", "2026-08-22"],
            "whom": ["all", "firm", "police"],
            **dict.fromkeys(("subject", "known", "where_to_look", "source_id"), "y"),
        }
    )
    monkeypatch.setattr(states.provenance, "read_rows", lambda _: frame)
    found = states.lookups()
    assert found["due"].tolist() == ["8 December 2026", "1 January 2027", ""]
    assert found["whom"].tolist() == ["Police", "Firms", "All"]
    assert found["state_on"].tolist() == ["22 August 2026", "August 2026", "2026"]


def test_rules_stand_by_topic_and_day() -> None:
    found = refusals.rules()
    topics = list(tables.vocabulary("counter_topic").values())
    assert list(dict.fromkeys(found["topic"])) == topics
    assert len(found) == len(tables.load("counter_rules"))


def test_measures_are_told_with_the_day_on_which_they_were_read(monkeypatch) -> None:
    frame = pd.DataFrame(
        {
            "id": ["a", "b"],
            "family": ["ai_act", "export_control"],
            "title": ["A", "B"],
            "number": [None, "1"],
            "status": ["proposed", "in_force"],
            "applies": [None, "2021-09-09"],
            "state_on": ["2026-08", None],
            "source_id": "s",
        }
    )
    monkeypatch.setattr(states.provenance, "read_rows", lambda _: frame)
    found = states.measures()
    assert found[["family", "number", "status", "applies", "state_on"]].to_numpy().tolist() == [
        ["Export control", "1", "In force", "9 September 2021", ""],
        ["AI Act", "", "Proposed", "", "August 2026"],
    ]
