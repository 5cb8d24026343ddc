"""Known answers for who drafts the standards."""

from __future__ import annotations

import pytest
from small_tables import give, table

from biometrics_china.analysis.regulation import standards
from biometrics_china.register import entities

STANDARDS = """
id,number,committee,modality,list_status
x,GB/T 1,TC260,face,complete
y,,TC100,gait,truncated
z,GA 2,TC100/SC2,face,complete
"""
DRAFTERS = """
id,standard_id,name_en,name_zh,body_type,listing_name,source_id,verification
d1,x,Institute,所,police_body,,s1,seen
d2,x,Firm,司,firm,Firm Ltd,s1,seen
d3,x,Lab,室,university,,s1,seen
d4,x,Arm,臂,police_affiliated_firm,,s1,seen
d5,y,Institute,所,police_body,,s2,seen
d6,y,,某公司,firm,Elsewhere Ltd,s2,seen
d7,z,Firm,司,firm,Firm Ltd,s3,seen
d8,z,Lab,室,university,,s3,seen
d9,z,Ghost,鬼,police_body,,s3,recalled
d10,y,Firm,司,firm,Firm Ltd,s2,seen
"""
LISTINGS = """
id,entity,country,action,date,technologies,verification
l1,Firm Ltd,US,listed,2020-01-02,face,seen
l2,Elsewhere Ltd,EU,listed,2020-01-02,face,seen
l3,Lab Ltd,US,listed,2020-01-02,face,recalled
"""
#: body of each name
IDS = {"司": "firm", "Firm Ltd": "firm", "某公司": "elsewhere", "Elsewhere Ltd": "elsewhere"}
IDS |= {"室": "lab", "Lab Ltd": "lab", "所": "institute", "Institute Ltd": "institute"}


def ids_of(name: str) -> tuple[str, ...]:
    return (IDS[name],) if name in IDS else ()


def give_drafters(monkeypatch, drafters: str) -> None:
    for module in (standards, entities):
        monkeypatch.setattr(module, "entity_ids", ids_of)
    give(
        monkeypatch,
        standards=table("standards", STANDARDS),
        listings=table("listings", LISTINGS),
        standard_drafters=table("standard_drafters", drafters),
    )


@pytest.fixture(autouse=True)
def small(monkeypatch):
    give_drafters(monkeypatch, DRAFTERS)


def test_us_listed_are_those_read_on_lists_of_the_united_states():
    assert standards.us_listed() == {"firm": "2020-01-02"}


def test_seats_by_hand():
    found = standards.seats()
    assert len(found) == 9  # the recalled one is left out
    assert found["is_police"].tolist() == [True, *[False] * 3, True, *[False] * 4]
    assert found.loc[found["is_listed"], "standard_id"].tolist() == ["x", "z", "y"]
    assert found["is_complete"].tolist() == [*[True] * 4, False, False, True, True, False]
    # without an English name the Chinese one stands; without a number the trait
    assert found.loc[5, ["name", "number"]].tolist() == ["某公司", "gait standard, number not kept"]


def test_shares_by_standard_by_hand():
    found = standards.shares_by_standard()
    # x: 1 police and 1 listed of 4; z: 0 and 1 of 2; y is truncated: counts only, and last
    assert found["number"].tolist() == ["GB/T 1", "GA 2", "gait standard, number not kept"]
    assert found[["bodies", "police", "listed"]].to_numpy().tolist() == [
        [4, 1, 1],
        [2, 0, 1],
        [3, 1, 1],
    ]
    assert found["police_share"].tolist()[:2] == [0.25, 0]
    assert found["listed_share"].tolist()[:2] == [0.25, 0.5]
    assert found.loc[2, ["police_share", "listed_share"]].isna().all()


@pytest.mark.parametrize(
    ("measure", "body", "successes", "total"),
    [
        ("Standards with at least one, complete lists", "police", 1, 2),
        ("Standards with at least one, complete lists", "listed", 2, 2),
        ("Standards with at least one, all lists read", "police", 2, 3),
        ("Standards with at least one, all lists read", "listed", 3, 3),
        (standards.OUTSIDE, "police", 1, 1),  # z is of TC100/SC2, which writes GA standards
        (standards.OUTSIDE, "listed", 1, 1),
        ("Seats, complete lists", "police", 1, 6),
        ("Seats, complete lists", "listed", 2, 6),
        ("Seats, all lists read", "police", 2, 9),
        ("Seats, all lists read", "listed", 3, 9),
        ("Seats, complete lists, firms of the police counted as police", "police", 2, 6),
        ("Seats, complete lists, firms of the police counted as police", "listed", 2, 6),
    ],
)
def test_overall_by_hand(measure, body, successes, total):
    row = standards.overall().set_index(["measure", "body"]).loc[(measure, body)]
    assert row[["successes", "total"]].tolist() == [successes, total]
    assert row["share"] == successes / total


def test_matrix_by_hand():
    # Firm sits in three, Institute and Lab in two; a body counts once a standard
    found = standards.matrix(at_least=2)
    assert found[["name", "kind", "standards", "number"]].to_numpy().tolist() == [
        ["Firm", "listed", 3, "GA 2"],
        ["Firm", "listed", 3, "GB/T 1"],
        ["Firm", "listed", 3, "gait standard, number not kept"],
        ["Institute", "police", 2, "GB/T 1"],
        ["Institute", "police", 2, "gait standard, number not kept"],
        ["Lab", "other", 2, "GA 2"],
        ["Lab", "other", 2, "GB/T 1"],
    ]
    assert standards.matrix()["name"].unique().tolist() == ["Firm"]


def test_a_body_named_twice_in_one_standard_counts_once(monkeypatch):
    give_drafters(monkeypatch, DRAFTERS + "d11,x,Lab,,university,,s1,seen\n")
    assert standards.matrix(at_least=2)["name"].tolist().count("Lab") == 2
