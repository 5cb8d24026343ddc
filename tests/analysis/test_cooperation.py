"""Known answers for the lights of partner and activity, the cases by the day, and the sheets."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest

from biometrics_china import manuscript, tables
from biometrics_china.analysis.cooperation import advice, cases, evidence, lights, rules


@pytest.mark.parametrize(
    ("forbidden", "harm", "checkable", "bound", "expected"),
    [
        (True, False, True, False, "stop"),
        (False, True, False, False, "stop"),
        (False, True, True, False, "conditions"),
        (False, False, False, False, "conditions"),
        (False, False, True, True, "conditions"),
        (False, False, True, False, "go"),
    ],
)
def test_the_light_follows_the_written_rule(forbidden, harm, checkable, bound, expected):
    found = lights.light(
        is_forbidden=forbidden, has_harm=harm, is_checkable=checkable, is_bound=bound
    )
    assert found == expected


def test_a_light_never_opens_when_something_speaks_against_it():
    order = list(lights.LIGHTS)

    def place(forbidden: bool, harm: bool, checkable: bool, bound: bool) -> int:
        found = lights.light(
            is_forbidden=forbidden, has_harm=harm, is_checkable=checkable, is_bound=bound
        )
        return order.index(found)

    for forbidden, harm, checkable, bound in itertools.product((False, True), repeat=4):
        here = place(forbidden, harm, checkable, bound)
        assert place(True, harm, checkable, bound) >= here
        assert place(forbidden, True, checkable, bound) >= here
        assert place(forbidden, harm, False, bound) >= here
        assert place(forbidden, harm, checkable, True) >= here


CELL = {
    "harms": ("research_links/rl-007", "technology_supplies/ts-007"),
    "forbidden_by": None,
    "partly_forbidden_by": ("measures/me-016",),
    "is_checkable": False,
    "is_checkable_to_one": False,
    "rules": ("measures/me-004",),
}


@pytest.mark.parametrize(
    ("changed", "reading", "expected"),
    [
        ({}, "main", "stop"),
        ({"is_checkable": True}, "main", "conditions"),
        ({"is_checkable": True}, "harm", "stop"),
        ({}, "papers", "conditions"),
        ({"forbidden_by": ("measures/me-022",)}, "papers", "stop"),
        ({"is_checkable": True}, "part", "stop"),
        ({}, "either", "stop"),
        ({"is_checkable_to_one": True}, "either", "conditions"),
        ({"is_checkable_to_one": True}, "main", "stop"),
        # guidance alone bears on it and nothing is on record
        ({"is_checkable": True, "harms": None}, "main", "go"),
        ({"harms": None}, "main", "conditions"),
        # the one harm has nobody in Europe in it
        ({"harms": ("technology_supplies/ts-007",)}, "european", "conditions"),
        ({"harms": ("technology_supplies/ts-007",)}, "two_works", "conditions"),
        ({}, "two_works", "stop"),
        ({"harms": None, "forbidden_by": ("measures/me-022",)}, "main", "stop"),
        # what is only proposed forbids nothing
        ({"harms": None, "forbidden_by": ("measures/me-104",)}, "main", "conditions"),
    ],
)
def test_a_reading_changes_what_it_says_and_nothing_else(changed, reading, expected):
    assert lights._light(CELL | changed, lights.READINGS[reading]) == expected


@pytest.mark.parametrize(
    ("table", "row", "expected"),
    [
        ("research_links", {}, True),
        ("retractions", {"european_author": "part_time"}, True),
        ("retractions", {"european_author": "not_seen"}, False),
        ("technology_supplies", {"origin": "mixed"}, False),
        ("technology_supplies", {"origin": "european"}, True),
        ("technology_events", {"european_link": None}, False),
        ("technology_events", {"european_link": "sold in Europe"}, True),
        # who found a leak takes no part in it
        ("technology_events", {"european_link": "found by a Dutch researcher"}, False),
        ("collection_events", {}, False),
        ("training_sets", {"country": "GB"}, True),
        ("training_sets", {"country": "US"}, False),
    ],
)
def test_somebody_in_europe_is_where_the_row_says_so(table, row, expected):
    assert evidence.is_european(table, row) is expected


def test_rows_are_counted_with_their_works_and_poor_copies():
    def fact(work: str, *, is_poor: bool) -> evidence.Fact:
        return evidence.Fact("t/r", "s", work, is_poor, True)

    found = [fact("w", is_poor=False), fact("w", is_poor=True), fact("v", is_poor=True)]
    assert evidence.standing(found) == {"rows": 3, "works": 2, "poor": 2}
    assert evidence.facts(None) == ()


def test_a_rule_binds_where_it_has_force_and_applies():
    assert rules.rule("measures/me-022").is_binding
    assert rules.rule("measures/me-022").since == "2025-01-01"
    assert not rules.rule("measures/me-004").is_binding  # a recommendation
    assert not rules.rule("measures/me-008").is_binding  # applies later
    assert not rules.rule("transfer_rules/tr-025").is_binding  # a recital
    said = {name: rules.rule(f"measures/me-{name}").force for name in ("004", "008", "104", "301")}
    assert said == {
        "004": "guidance",
        "008": "applies later",
        "104": "proposed",
        "301": "binding",
    }
    article = rules.rule("transfer_rules/tr-020")
    assert (article.name, article.binds) == (
        "Law Enforcement Directive, art. 35",
        "Police in the Union",
    )
    section = rules.rule("transfer_rules/tr-031")
    assert section.name == "Data Protection Act 2018, section 75"
    assert rules.rule("transfer_rules/tr-027").binds == "Europol"
    provision = rules.rule("provisions/pv144")
    assert (provision.name, provision.since) == ("Data Security Law, art. 35", "2021-09-01")
    with pytest.raises(ValueError, match="is no rule"):
        rules.rule("listings/li002")


def test_each_rule_stands_once_with_what_it_forbids_and_what_it_bears_on():
    frame = pd.DataFrame(
        {
            "id": ["a", "b"],
            "partner": ["police", "police"],
            "activity": ["research", "technology"],
            "rules": [("measures/me-016", "measures/me-004"), ("measures/me-016",)],
            "partly_forbidden_by": [("measures/me-016",), None],
        }
    )
    found = rules.table(frame).set_index("force")[["forbids", "bears_on"]]
    police = "Police and their institutes: "
    assert found.loc["binding"].tolist() == [f"{police}research", f"{police}technology development"]
    assert found.loc["guidance"].tolist() == ["", f"{police}research"]
    both = rules.in_words([("police", "research"), ("firms", "research"), ("police", "technology")])
    assert both == f"{police}research, technology development; Firms: research"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (["nothing"], ["go"]),
        (["unanswerable", "nothing", "harm"], ["conditions", "conditions", "stop"]),
        (["harm", "harm", "condition_failed"], ["conditions", "conditions", "stop"]),
        (["forbidden", "nothing"], ["stop", "stop"]),
    ],
)
def test_what_was_shown_stays_known(shown, expected):
    assert cases.followed(pd.Series(shown)) == expected


@pytest.mark.parametrize(
    ("began", "listed", "expected"),
    [
        ("2017", "2019-10-07", "no"),
        ("2019", "2019-10-07", "perhaps"),
        ("2020", "2019-10-07", "yes"),
        ("2015", "", "no"),
    ],
)
def test_a_list_at_the_start_is_told_as_far_as_the_days_allow(began, listed, expected):
    assert cases._was_listed(began, listed) == expected


def test_months_run_from_the_last_day_of_the_one_to_the_first_of_the_other():
    days = cases.days().set_index("id")
    # 31 August, and 1 August, to 7 December 2020: 98 and 128 days
    assert days["low"]["ck-exchange"] * cases.MONTH == pytest.approx(98)
    assert days["high"]["ck-exchange"] * cases.MONTH == pytest.approx(128)
    # 31 May 2020, and 1 May, to 1 January 2025: 1,676 and 1,706 days
    assert days["low"]["ck-tender"] * cases.MONTH == pytest.approx(1676)
    assert days["high"]["ck-tender"] * cases.MONTH == pytest.approx(1706)


def test_every_pair_says_what_was_looked_for_and_rests_on_rows_that_were_read():
    for cell in lights.cells().to_dict("records"):
        assert cell["looked_for"]
        for column in ("harms", "cases"):
            assert len(evidence.facts(cell[column])) == len(cell[column] or ())
        assert rules.listed(cell["rules"])
        assert set(cell["partly_forbidden_by"] or ()) <= set(cell["rules"])


def test_no_row_is_harm_and_a_case_of_the_same_pair():
    for cell in lights.cells().to_dict("records"):
        assert not set(cell["harms"] or ()) & set(cell["cases"] or ())


@pytest.mark.parametrize("role", advice.roles())
def test_each_role_has_a_sheet_with_something_in_each_part(role):
    found = advice.sheet(role)
    assert all(role in pair["concerns"] for pair in found.pairs)
    assert all(rule.is_binding for rule in found.rules)
    for part in (found.pairs, found.rules, found.questions, found.recommendations, found.lists):
        assert part
    assert {q["stage"] for q in found.questions} <= set(tables.vocabulary("cooperation_stage"))
    assert (manuscript.folder() / "cooperation" / f"{role}.md").is_file()


def test_an_address_is_named_once_with_the_earliest_day_that_its_lists_were_read_to():
    found = advice.sheet("firms").lists
    addresses = [row["address"] for row in found]
    assert len(set(addresses)) == len(addresses)
    union = next(row for row in found if row["authority"] == "Council of the European Union")
    lists = tables.load("lists")
    assert union["read_to"] == lists.loc[lists["address"].eq(union["address"]), "read_to"].min()


def _rows(claim: str) -> set[str]:
    found = next(f for f in manuscript.findings() if f["id"] == claim)
    return {condition.replace(".id=", "/") for condition in found["rows"]}


@pytest.mark.parametrize(
    ("claim", "column", "partners"),
    [
        ("claim-cooperation-pairs", "harms", None),
        ("claim-cooperation-police", "harms", ["police"]),
        ("claim-cooperation-bans", "partly_forbidden_by", None),
    ],
)
def test_a_finding_rests_on_the_rows_of_its_pairs(claim, column, partners):
    frame = lights.cells()
    mine = frame[frame["partner"].isin(partners or frame["partner"])]
    assert _rows(claim) == set(mine[column].explode().dropna())
