"""Names that were not chosen by who wrote the steps get the right answer, and lists are in it."""

import pytest
from register_cases import CASES

from biometrics_china import tables
from biometrics_china.publishing.register_data import index
from biometrics_china.register import kin
from biometrics_china.register.entities import bodies, entity_ids, screen

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
        ("huawei", ("2019-05-16", "84 FR 22963")),
        ("urumqi-psb", ("2019-10-07", "84 FR 54004")),
        ("dahua", ("2021-03-12", "FCC Covered List")),
    ],
)
def test_an_entry_of_an_official_list_is_among_the_records(body, entry):
    day, words = entry
    assert any(r["date"] == day and words in r["text"] for r in index().records[body])


#: a name that entries of two bodies print → why they are two: each stands in both entries
TWO_BODIES = {
    "beijing beihang assets management": "two entries of one day name it beside themselves",
    "china communications construction": "two daughters of one group; one adds USA in brackets",
    "exodus microelectronics": "one entry prints the other's name",
    "shenyang aircraft": "a company of the stock exchange and the corporation",
    "shenzhen wanma international freight forwarding": "two entries of one act, each with the other",
    "xian aircraft industrial": "a company of the stock exchange and the corporation",
}


def are_one_family(ids: set[str]) -> bool:
    """Return True if all bodies are one of them or belong to it, at any depth."""
    above = [{i, *kin.reach(i, kin.wholes())} for i in ids]
    return bool(set.intersection(ids, *above))


def test_no_two_bodies_bear_one_name_of_a_list_but_kin_and_those_that_were_judged():
    """A listed name that stands under two ids is one body told twice, unless a person said why not."""
    found: dict[str, set[str]] = {}
    for body in bodies():
        for name in set(body.names) - set(body.weak):
            found.setdefault(name, set()).add(body.id)
    shared = {name: ids for name, ids in found.items() if len(ids) > 1}
    told_twice = {n for n, ids in shared.items() if not are_one_family(ids)}
    assert told_twice == set(TWO_BODIES)


def test_the_bureaus_of_xinjiang_are_found_by_name():
    listed = [b for b in entity_ids("Aksu District Public Security Bureau") if b in index().records]
    assert listed == ["aksu-psb"]
    rows = [
        n
        for n in LISTED_2019
        if any("84 FR 54004" in r["text"] for r in index().records[entity_ids(n)[0]])
    ]
    assert len(rows) == 18


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("西安电子科技大学", [("xidian-university", "same")]),
        (
            "Hytera Communications Corporation Limited",
            [("hytera", "same"), ("hytera-communications", "similar")],
        ),
        ("成电", [("university-electronic-science-technology-china", "same")]),
    ],
)
def test_beside_a_certain_name_and_within_words_no_other_body_is_shown(query, hits):
    assert [(h.id, h.grade) for h in screen(query).hits] == hits


@pytest.mark.parametrize("query", ["Huawei Technologies Deutschland GmbH", "Huawei OpenLab Munich"])
def test_a_whole_name_within_comes_before_the_beginning_of_one(query):
    first, *rest = screen(query).hits
    assert first.key == "huawei"
    assert {h.grade for h in (first, *rest)} == {"inside"}


def test_a_university_is_no_part_of_one_with_a_word_between():
    assert {h.grade for h in screen("Northwestern University").hits} <= {"similar"}


def test_every_chinese_name_has_its_sound():
    for table, name, sound in (
        ("entities", "name_zh", "name_pinyin"),
        ("body_names", "name", "sound"),
    ):
        frame = tables.load(table)
        chinese = frame[name].str.fullmatch("[^A-Za-z]*[\u3400-\u9fff][^A-Za-z]*", na=False)
        assert frame.loc[chinese & frame[sound].isna(), "id"].tolist() == []


def test_every_seat_is_a_code_or_empty():
    assert {len(body.country) for body in bodies()} == {0, 2}
