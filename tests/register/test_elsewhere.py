"""Short names of bodies that the register does not hold are answered with that."""

import pytest

from biometrics_china import tables
from biometrics_china.register import elsewhere, index, opening, summary

HELD = index.make()


@pytest.mark.parametrize("field", ["name", "full_zh", "full_en"])
def test_no_body_of_the_register_bears_the_names(field):
    for name in tables.load("not_held")[field]:
        answer = HELD.matcher.find(name)
        assert answer.verdict != "named", name
        assert all(hit.grade != "same" for hit in answer.hits), name


def test_beida_is_said_to_be_another_body_than_one_that_has_its_characters_in_the_middle():
    answer = HELD.matcher.find("北大")
    assert answer.hits == ()
    assert opening.said(answer, HELD).endswith(opening.LATIN)
    assert summary.typed_says(HELD, " 北大 ")[0].startswith(
        "北大 is short for 北京大学, Peking University, in what was read; the register holds no body"
    )


@pytest.mark.parametrize("name", ["北大荒", "湖北大学附属医院", "Peking"])
def test_longer_names_are_not_spoken_of(name):
    assert not [e for e in summary.typed_says(HELD, name) if "not_held/" in e]


def test_a_short_name_of_several_universities_shows_each_that_is_held():
    hits = HELD.matcher.find("交大").hits
    assert {h.grade for h in hits} == {"abbreviation"}
    assert {"shanghai-jiao-tong-university", "xi-an-jiao-tong-da-xue"} <= {h.id for h in hits}


def test_each_has_a_record():
    assert [e["id"] for e in elsewhere.as_data()] == list(tables.load("not_held")["id"])
