"""Names that were not chosen by who wrote the steps get the right answer, and lists are in it."""

import pytest
from register_cases import CASES

from biometrics_china import tables
from biometrics_china.register.entities import bodies, entity_ids, screen
from biometrics_china.register.records import of_body

#: as the rule of October 2019 has them
LISTED_2019 = [
    name
    for name in tables.load("listings").query("citation.str.startswith('84 FR 54004')")["entity"]
    if name.endswith("Public Security Bureau") and "Autonomous Region" not in name
]


@pytest.mark.parametrize(("query", "verdicts", "first"), CASES)
def test_a_name_from_elsewhere_is_answered(query, verdicts, first):
    answer = screen(query)
    assert answer.verdict in verdicts
    if first:
        assert answer.hits[0].id == first


@pytest.mark.parametrize(
    ("body", "entry"),
    [
        ("guo-fang-ke-ji-da-xue", ("2015-02-18", "80 FR 8527")),
        ("bei-jing-you-dian-da-xue", ("2020-12-18", "85 FR 83420")),
        ("si-chuan-da-xue", ("2012-09-19", "77 FR 58006")),
        ("qihoo-360", ("2020-05-22", "85 FR 34497")),
        ("jing-dong-fang", ("2026-06-08", "91 FR 35189")),
        ("isvision", ("2020-05-22", "85 FR 34505")),
        ("huawei", ("2019-05-21", "84 FR 22963")),
        ("urumqi-psb", ("2019-10-07", "84 FR 54004")),
        ("dahua", ("2021-03-12", "FCC Covered List")),
    ],
)
def test_an_entry_of_an_official_list_is_among_the_records(body, entry):
    day, words = entry
    rows = of_body(body)
    assert rows.loc[rows["date"].eq(day), "text"].str.contains(words, regex=False).any()


def test_no_two_bodies_bear_one_name_of_a_list_but_those_that_are_kin():
    """A listed name that stands under two ids is one body told twice, but for kin and for Hytera."""
    found = {}
    for body in bodies():
        for name in body.names:
            found.setdefault(name, set()).add(body.id)
    shared = {name: ids for name, ids in found.items() if len(ids) > 1}
    kin = {
        "bgi-group",
        "bgi-genomics",
        "bgi-research",
        "xpcc",
        "xpcc-psb",
        "hytera",
        "hytera-communications",
    }
    assert {name: ids for name, ids in shared.items() if not ids <= kin} == {}


def test_the_bureaus_of_xinjiang_are_found_by_name():
    listed = [b for b in entity_ids("Aksu District Public Security Bureau") if len(of_body(b))]
    assert listed == ["aksu-psb"]
    rows = [
        n
        for n in LISTED_2019
        if of_body(entity_ids(n)[0])["text"].str.contains("84 FR 54004").any()
    ]
    assert len(rows) == 18
