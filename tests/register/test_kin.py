"""What belongs to what, and what is said of a body whose kin are on a list."""

import pytest

from biometrics_china import tables
from biometrics_china.register import kin, ownership, standing


def test_a_body_reaches_its_kin_at_any_depth_nearest_first_and_never_itself():
    tree = {"a": ("b", "c"), "b": ("d",), "c": ("d", "a"), "x": ("y",)}
    assert kin.reach("a", tree) == ("b", "c", "d")
    assert kin.reach("d", tree) == ()


def test_no_body_belongs_to_itself_and_no_tie_is_told_twice():
    ties = tables.load("kin")
    assert not ties["part_id"].eq(ties["whole_id"]).any()
    assert not ties.duplicated(["part_id", "whole_id"]).any()
    assert [i for i in kin.wholes() if i in kin.reach(i, kin.wholes())] == []
    for start in kin.wholes():  # without circles
        for above in kin.reach(start, kin.wholes()):
            assert start not in kin.reach(above, kin.wholes())


def test_a_group_that_is_on_no_list_itself_shows_its_parts_that_are():
    said = kin.sentences()["bgi-group"]
    [sentence] = [s for s in said if "Not on the Entity List itself" in s]
    assert sentence == (
        "Not on the Entity List itself; five of its parts are: Beijing Liuhe BGI; BGI Research; "
        "BGI Tech Solutions (Hongkong); Forensics Genomics International; Xinjiang Silk Road BGI"
    )
    assert not any("Entity List" in s for s in standing.sentences()["bgi-group"])


def test_a_body_whose_whole_is_listed_is_told_so_and_how_it_belongs_there():
    said = kin.sentences()["hikvision"]
    assert said[0].startswith(
        "Belongs to CETC (owned or controlled, says a source of 7 January 2025) (record kin/kin-"
    )
    assert said[0].endswith(". The edition of June 2026 names no parent")
    assert any(s.startswith("CETC is on: ") and "section 1260H" in s for s in said)


def test_a_tie_that_only_the_name_tells_is_said_to_be_one():
    said = kin.sentences()["china-electronics-technology-group-52nd-research"]
    assert said[0].startswith("Belongs to CETC by its name; how was not read (record kin/kin-")
    assert said[0].endswith(", nsfreg-entity-list-2026-07)")


def test_many_parts_are_named_up_to_a_number_and_then_counted():
    [sentence] = [s for s in kin.sentences()["huawei"] if "Entity List itself" in s]
    assert sentence.startswith("On the Entity List itself, and so are 50 of its parts: ")
    assert sentence.endswith("; and 42 more")


def test_the_corps_police_stands_under_the_corps_alone():
    assert kin.wholes()["xpcc-psb"] == ("xpcc",)


def test_an_institute_of_an_academy_that_is_held_hangs_on_the_academy():
    academy = "china-aerospace-science-technology-casc-8th-academy"
    assert kin.wholes()[f"{academy}-811"] == (academy,)


def test_a_laboratory_at_a_university_is_part_of_it():
    laboratories = kin.parts()["xidian-university"]
    assert "defense-s-t-key-laboratory-antennas-microwave" in laboratories


def test_what_stands_on_memory_is_no_kin():
    ties = tables.load("kin")
    recalled = ties[ties["verification"].eq("recalled")]
    assert len(recalled) > 0
    for part, whole in recalled[["part_id", "whole_id"]].to_numpy():
        assert whole not in kin.wholes().get(part, ())


@pytest.mark.parametrize("kind", tables.load("kin")["kind"].unique())
def test_every_kind_of_tie_has_words(kind):
    assert "{}" in kin.TIE[kind]


def test_the_rule_on_affiliates_says_in_which_state_it_was_read():
    sentence = ownership.rules()["us-bis-affiliates"]
    assert "at least 50 per cent" in sentence
    assert "suspended from 10 November 2025 to 9 November 2026" in sentence
    assert "what holds after that day was not read" in sentence
    assert "Take it as in force since 10 November 2026 until you have looked. In" in sentence


def test_the_rule_on_affiliates_reaches_no_list_on_grounds_of_human_rights():
    [lists] = [
        r["lists"]
        for r in tables.load("ownership_rules").to_dict("records")
        if r["id"] == "us-bis-affiliates"
    ]
    assert lists == ("Entity List", "Military End-User List")


def test_a_rule_is_told_of_bodies_below_a_listed_one_never_of_one_above():
    assert "us-bis-affiliates" in ownership.rules_for("shenzhen-hisilicon-technologies")
    assert "eu-ownership" not in ownership.rules_for("shenzhen-hisilicon-technologies")
    assert ownership.rules_for("bgi-group") == []  # its parts are listed, no body above it is
    assert ownership.rules_for("tsinghua-university") == []


def test_every_list_that_a_rule_extends_is_written_as_listings_write_it():
    known = set(tables.load("listings")["list_name"])
    for lists in tables.load("ownership_rules")["lists"]:
        assert set(lists) <= known
