"""Known answers for treaties, provisions, decisions, arrangements and counts of police cooperation."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import countries
from biometrics_china.analysis.europe_policing import channels, decisions, links, rules, treaties


def treaty(country: str, kind: str, status: str, **more: object) -> dict[str, object]:
    row = {"country": country, "kind": kind, "status": status, "is_used": True}
    return {"id": f"{country}-{kind}"} | row | more


TREATIES = pd.DataFrame(
    [
        treaty("ES", "extradition", "in_force", signed="2005-01-01", in_force="2007-01-01"),
        treaty("PT", "extradition", "concluded"),
        treaty("BA", "extradition", "in_force"),
        treaty("HU", "extradition", "initialled"),
        treaty("EE", "legal_assistance", "in_force"),
        treaty("AT", "legal_assistance", "signed"),
        treaty("DE", "surrender", "suspended"),
    ]
).assign(signed=lambda f: f["signed"].astype("str"), in_force=lambda f: f["in_force"].astype("str"))


def test_states_with_an_extradition_treaty_come_first() -> None:
    found = treaties.grid(TREATIES)
    assert list(found["code"][:5]) == ["PT", "ES", "EE", "AT", "HU"]
    assert len(found) == len(countries.MEMBERS) == 27
    germany = found.set_index("code").loc["DE"]
    assert germany[["extradition", "legal_assistance", "surrender"]].tolist() == [
        "none_found",
        "none_found",
        "suspended",
    ]
    ids = ["extradition_id", "legal_assistance_id", "surrender_id"]
    assert germany[ids].tolist() == ["", "", "DE-surrender"]


def test_a_row_that_is_contradicted_is_not_used() -> None:
    twice = pd.concat([TREATIES, TREATIES.iloc[[0]].assign(is_used=False)])
    assert len(treaties.used(twice)) == len(TREATIES)


def test_bounds_of_extradition_treaties() -> None:
    # two members and Bosnia are known by name; of five counted, two more could be members
    assert treaties.extradition_bounds(TREATIES, 5) == (2, 4)
    assert treaties.extradition_bounds(TREATIES, 3) == (2, 2)
    with pytest.raises(ValueError, match="3 treaties are known by name and only 2"):
        treaties.extradition_bounds(TREATIES, 2)


@given(st.integers(3, 200))
def test_bounds_hold_each_other_and_never_pass_the_number_of_members(stated: int) -> None:
    low, high = treaties.extradition_bounds(TREATIES, stated)
    assert low <= high <= len(countries.MEMBERS)


def test_ways_of_counting() -> None:
    found = treaties.readings(TREATIES, 4).set_index(["statuses", "unnamed"])["members"]
    assert found["in force, day read", "none"] == 1
    assert found["concluded", "none"] == 2
    assert found["concluded or initialled", "none"] == 3
    assert found["concluded or initialled", "all"] == 4


RULES = pd.DataFrame(
    [
        ("china", "A", "1", ["central_approval"], "named", "s"),
        ("china", "A", "2", [], "not_named", "s"),
        ("eu", "B", "recital 3", ["necessity", "person_rights"], "not_named", "s"),
    ],
    columns=["side", "instrument", "article", "demands", "biometrics", "source_id"],
).assign(id=["r1", "r2", "r3"])


def test_each_demand_of_a_provision_is_a_row_and_none_leaves_an_empty_one() -> None:
    found = rules.matrix(RULES)
    assert found["provision"].tolist() == ["A, art. 1", "A, art. 2", "B, recital 3", "B, recital 3"]
    assert found["demand"].tolist() == [
        "Central approval",
        "",
        "Necessity",
        "Rights of persons",
    ]
    assert found["names_biometrics"].tolist() == [True, False, False, False]
    assert found["id"].tolist() == ["r1", "r2", "r3", "r3"]


def test_provisions_are_counted_by_side() -> None:
    found = rules.by_side(RULES).set_index("side")
    assert found.loc["China", ["provisions", "named", "central_approval"]].tolist() == [2, 1, 1]
    assert found.loc["European Union", ["provisions", "necessity"]].tolist() == [1, 1]
    assert found.loc["United Kingdom", "provisions"] == 0


def test_european_provisions_are_of_three_laws_and_those_of_interpol_on_no_side() -> None:
    more = pd.DataFrame(
        [
            ("gb", "C", "1", ["origin_approval", "central_approval"], "named", "s"),
            ("coe", "D", "1", [], "named", "s"),
            ("interpol", "E", "1", ["person_rights"], "named", "s"),
        ],
        columns=RULES.columns.drop("id"),
    )
    found = rules.by_part(pd.concat([RULES, more]))
    assert found.loc["china"].tolist() == [2, 1, 0]
    # two demands for leave in one provision are one provision
    assert found.loc["europe"].tolist() == [3, 1, 1]


def decision(row_id: str, date: str | None, outcome: str, **more: object) -> dict[str, object]:
    given = {"country": "ES", "court": "Court", "persons": 1, "source_id": "s", "grounds": []}
    more = {"case_group": row_id, "is_highest": False, "assurances": "not_read"} | more
    return given | {"id": row_id, "date": date, "outcome": outcome, "note": None} | more


DECISIONS = pd.DataFrame(
    [
        decision("a", "2018", "allowed", case_group="one"),
        decision("b", "2019", "allowed", case_group="one", is_highest=True),
        decision("c", "2020-05", "annulled", is_highest=True),
        decision("d", "2021-01-02", "refused"),
        decision(decisions.TURN, "2022-10-06", "refused", is_highest=True),
        decision("e", "2023", "refused"),
        decision("f", None, "refused"),
    ]
)


def test_decisions_before_and_after_the_leading_judgment() -> None:
    found = decisions.before_and_after(DECISIONS).set_index("period")
    assert found.loc["before"].tolist() == [2, 1, 1]
    assert found.loc["after"].tolist() == [0, 1, 0]
    assert found.loc["day not read"].tolist() == [0, 1, 0]


def test_a_case_is_told_by_its_last_decision_and_that_of_the_judgment_on_no_side() -> None:
    own = decision(decisions.OF_TURN, "2020-10-01", "allowed", is_highest=True)
    more = pd.concat([DECISIONS, pd.DataFrame([own])])
    # a and b are one case that ended in surrender; f has no day
    assert decisions.cases(more)["id"].tolist() == ["f", "b", "c", "d", "e"]
    found = decisions.cases_before_and_after(more).set_index("period")
    assert found.loc["before"].tolist() == [1, 1, 1]
    assert found.loc["after"].tolist() == [0, 1, 0]


def test_a_later_annulment_overtakes_the_decision_that_allowed() -> None:
    turned = DECISIONS.assign(
        outcome=DECISIONS["outcome"].where(DECISIONS["id"].ne("b"), "annulled")
    )
    found = decisions.cases_before_and_after(turned).set_index("period")
    assert found.loc["before"].tolist() == [0, 1, 2]


def test_the_share_before_under_every_reading() -> None:
    found = decisions.choices(DECISIONS).set_index(["unit", "courts", "not_allowed"])["estimate"]
    assert len(found) == 8
    assert found["decisions", "all", "refused or annulled"] == pytest.approx(2 / 4)
    assert found["decisions", "all", "refused"] == pytest.approx(1 / 4)
    assert found["cases", "all", "refused or annulled"] == pytest.approx(2 / 3)
    assert found["cases", "highest", "refused"] == 0


def test_the_drawing_leaves_out_the_leading_judgment_and_what_has_no_date() -> None:
    found = decisions.timeline(DECISIONS)
    assert len(found) == 5
    assert found["when"].is_monotonic_increasing


def arrangement(kind: str, start: str | None, end: str | None, status: str) -> dict[str, object]:
    return {
        "country": "FR",
        "kind": kind,
        "what": kind,
        "start": start,
        "end": end,
        "status": status,
        "personal_data": "named" if status == "active" else "not_read",
        "biometrics": "not_read",
        "note": None,
        "source_id": "s",
    }


LINKS = pd.DataFrame(
    [
        arrangement("patrol", "2016", "2019", "ended"),
        arrangement("agreement", "2004", None, "active"),
        arrangement("agreement", "2010", None, "not_read"),
        arrangement("agreement", None, None, "not_read"),
    ]
).assign(id=["a", "b", "c", "d"])


def test_a_line_ends_where_an_end_is_known_or_at_the_edge_if_it_goes_on() -> None:
    found = links.timeline(LINKS)
    assert found["what"].tolist() == ["agreement", "agreement", "patrol"]
    assert found["id"].tolist() == ["b", "c", "a"]
    assert found["end"].tolist()[0] == links.EDGE
    assert pd.isna(found["end"].iloc[1])
    assert found["end"].iloc[2] == pytest.approx(2019.5)


def test_unread_texts_make_the_upper_bound() -> None:
    assert links.named_bounds(LINKS, "personal_data") == (1, 3, 3)
    assert links.named_bounds(LINKS, "biometrics") == (0, 3, 3)


def count(series: str, measure: str, as_of: str | None, value: int, **more: object) -> dict:
    given = {"country": "IT", "qualifier": "exact", "is_used": True, "what": "w", "source_id": "s"}
    return given | {"series": series, "measure": measure, "as_of": as_of, "value": value} | more


COUNTS = pd.DataFrame(
    [
        count("interpol_faces", "images", "2018-11-12", 5, id="x"),
        count("interpol_dna", "profiles", "2012-12", 9, qualifier="more_than", id="y"),
        count("interpol_dna", "profiles", None, 20, id="z"),
        count("interpol_faces", "persons", "2020-11", 7, id="p"),
        count("patrols", "officers", "2016-05", 4, id="q"),
        count("stations", "stations", "2022-09", 3, id="r"),
    ]
)


def test_only_dated_counts_of_the_measures_drawn_are_drawn() -> None:
    found = channels.holdings(COUNTS)
    assert found["value"].tolist() == [9, 5]
    assert found["is_least"].tolist() == [True, False]


def test_a_count_is_found_by_its_row() -> None:
    assert channels.value_of(COUNTS, "x") == 5
    with pytest.raises(KeyError, match="no count 'nothing'"):
        channels.value_of(COUNTS, "nothing")


def test_rounds_of_patrols_and_counts_of_stations() -> None:
    assert links.patrols(COUNTS)["officers"].tolist() == [4]
    found = links.stations(COUNTS)
    assert found[["place", "stations"]].to_numpy().tolist() == [["Italy", 3]]
    assert countries.name("INT") == "international"
    with pytest.raises(KeyError):
        countries.name("XX")
