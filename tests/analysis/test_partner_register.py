"""Known answers for what becomes of labelled names, and for what the register holds."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import tables
from biometrics_china.analysis.partner_register import holdings, matching
from biometrics_china.analysis.partner_register.numbers import numbers
from biometrics_china.official import held
from biometrics_china.register.match import Answer, Hit


def answer(verdict: str, *ids: str) -> Answer:
    return Answer("q", verdict, tuple(Hit(i, "same", "q") for i in ids))


@pytest.mark.parametrize(
    ("expected", "given_answer", "outcome"),
    [
        ({"a"}, answer("named", "a"), "named"),
        ({"a"}, answer("named", "b"), "wrong"),
        (set(), answer("named", "b"), "wrong"),
        ({"a", "b"}, answer("named", "a"), "wrong"),
        ({"a", "b"}, answer("check", "b", "a"), "shown"),
        ({"a"}, answer("check", "b"), "missed"),
        ({"a"}, answer("none"), "missed"),
        (set(), answer("check", "b"), "apart"),
        (set(), answer("none"), "apart"),
    ],
)
def test_what_becomes_of_a_name(expected, given_answer, outcome) -> None:
    assert matching.outcome(frozenset(expected), given_answer) == outcome


def found(*rows: tuple[str, bool, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["outcome", "is_shown", "n_expected"])


def test_quality_by_hand() -> None:
    shares = matching.quality(
        found(
            ("named", True, 1),
            ("named", True, 1),
            ("shown", True, 1),
            ("missed", False, 1),
            ("shown", True, 2),
            ("wrong", False, 0),
            ("apart", True, 0),
            ("apart", True, 0),
        )
    )
    counted = {name: (s.successes, s.total) for name, s in shares.items()}
    # two of three named are right; two of four borne by one body; four of five borne; two of three
    assert counted == {"precision": (2, 3), "recall": (2, 4), "shown": (4, 5), "apart": (2, 3)}


KINDS = [("named", True, 1), ("shown", True, 1), ("missed", False, 1), ("wrong", False, 0)]


@given(st.lists(st.sampled_from([*KINDS, ("apart", True, 0)]), max_size=30))
def test_shares_stay_within_their_intervals(rows) -> None:
    full = [("named", True, 1), ("apart", True, 0), *rows]
    for share in matching.quality(found(*full)).values():
        assert 0 <= share.low <= share.share <= share.high <= 1


def test_the_measured_names_are_counted_once_each() -> None:
    labels = tables.load("matching_labels")
    results = matching.outcomes(labels)
    table = matching.by_variation(results)
    assert table["names"].sum() == len(labels)
    assert table[list(matching.OUTCOMES)].to_numpy().sum() == len(labels)


def test_no_name_of_another_body_is_tied_to_one_in_the_register() -> None:
    results = matching.outcomes(tables.load("matching_labels"))
    wrong = results[results["outcome"].eq("wrong")]
    assert wrong["query"].tolist() == []
    near = results[results["variation"].isin(["near_name", "absent"])]
    assert len(near) >= 50


RECORDS = pd.DataFrame(
    [("a", "list"), ("a", "list"), ("a", "supply"), ("b", "supply")], columns=["entity_id", "kind"]
)
BODIES = pd.DataFrame({"id": ["a", "b"], "name": ["A", "B"], "kind": ["firm", "police_body"]})


def test_records_by_kind_of_body() -> None:
    table = holdings.by_kind(BODIES, RECORDS)
    assert table["kind"].tolist() == ["Firm", "Police body"]
    assert table["list"].tolist() == [2, 0]
    assert table["supply"].tolist() == [1, 1]
    assert table["research"].sum() == 0


def test_bodies_known_from_most_sides_come_first() -> None:
    table = holdings.most_recorded(BODIES, RECORDS, most=1)
    assert table.to_dict("records") == [{"id": "a", "name": "A", "list": 2, "supply": 1}]


def test_a_body_without_an_english_name_is_shown_with_its_sound() -> None:
    row = {"name_en": None, "name_zh": "铭图", "name_pinyin": "Ming Tu"}
    assert holdings.display_name(row) == "铭图 (Ming Tu)"


def test_the_numbers_add_up() -> None:
    made = numbers()
    assert made["n_listed_drafters"].value <= made["n_listed"].value <= made["n_bodies"].value
    rest = made["n_unspecific"].value + made["n_ambiguous"].value + made["n_tied"].value
    assert rest <= made["n_names"].value


def test_the_classes_of_names_and_ties_add_up() -> None:
    made = numbers()
    parts = ("tied", "unspecific", "authorities", "officials", "ambiguous")
    assert sum(made[f"n_{part}"].value for part in parts) == made["n_names"].value
    assert made["n_ties"].value + made["n_ties_unread"].value == len(tables.load("kin"))


def test_every_entry_of_a_copy_stands_in_the_table_or_is_said_to_be_left_out() -> None:
    lists = tables.load("lists").set_index("name")
    standing = holdings.standing_entries().reindex(lists.index, fill_value=0)
    assert (lists["in_copy"] - lists["left_out"]).to_dict() == standing.to_dict()
    assert lists["left_out_why"].notna().tolist() == lists["left_out"].gt(0).tolist()


def test_entries_of_a_list_by_hand(monkeypatch) -> None:
    """Two bodies stand, one of them twice; one was taken off, one ended; groups and persons are out."""
    rows = [
        ("a", "listed", None, 1, "company"),
        ("a", "listed", None, 1, "company"),
        ("b", "listed", None, 1, "company"),
        ("c", "listed", None, 1, "company"),
        ("c", "delisted", None, 1, "company"),
        ("d", "listed", "2026-06", 1, "company"),
        ("e", "listed", None, 9, "company"),
        ("f", "listed", None, 1, "official"),
    ]
    columns = ["entity", "action", "ended", "entities", "entity_type"]
    frame = pd.DataFrame(rows, columns=columns).assign(list_name="L")
    monkeypatch.setattr(held.provenance, "read_rows", lambda _: frame)
    monkeypatch.setattr(held, "entity_ids", lambda name: (name,))
    assert holdings.standing_entries().to_dict() == {"L": 2}
