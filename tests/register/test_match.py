"""A body is named only by its own name; what is close is shown and never named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.register import similar
from biometrics_china.register.match import GRADES, body, find

BODIES = (
    body("hikvision", ["Hikvision", "海康威视", "Hangzhou Hikvision"], ["Hai Kang Wei Shi"]),
    body("dahua", ["Dahua Technology", "大华"], ["Da Hua"]),
    body("bgi-one", ["BGI", "BGI Genomics"]),
    body("bgi-two", ["BGI", "BGI Research"]),
    body("institute", ["Institute of Forensic Science", "公安部物证鉴定中心"]),
    body("police", ["Beta Police"]),
)


def answered(query: str) -> tuple[str, list[tuple[str, str]]]:
    answer = find(query, BODIES)
    return answer.verdict, [(hit.id, hit.grade) for hit in answer.hits]


@pytest.mark.parametrize("query", ["hikvision", "HIK VISION", "海康威視", "Hikvision Co., Ltd."])
def test_one_body_bears_the_name(query: str) -> None:
    assert answered(query) == ("named", [("hikvision", "same")])


@pytest.mark.parametrize(
    ("query", "hit"),
    [
        ("haikang weishi", ("hikvision", "sound")),
        ("hikv", ("hikvision", "part")),
        ("威视", ("hikvision", "part")),
        ("Forensic Science", ("institute", "part")),
        ("Dahua Technology Bank", ("dahua", "inside")),
        ("大华银行", ("dahua", "inside")),
        ("Hikvison", ("hikvision", "similar")),
        ("公安部物证鉴定中", ("institute", "part")),
        ("公安部物正鉴定中心", ("institute", "similar")),
        ("大华", ("dahua", "same")),
    ],
)
def test_what_is_close_is_shown_and_not_named(query: str, hit: tuple[str, str]) -> None:
    verdict, hits = answered(query)
    assert verdict == "check"
    assert hits[0] == hit


def test_a_name_that_several_bodies_bear_names_none() -> None:
    verdict, hits = answered("BGI")
    assert verdict == "check"
    assert [h for h in hits if h[1] == "same"] == [("bgi-one", "same"), ("bgi-two", "same")]


@pytest.mark.parametrize("query", ["", "  ", "...", "Karolinska", "hi", "银行", "Beta Solutions"])
def test_nothing_is_found(query: str) -> None:
    assert answered(query) == ("none", [])


def test_similar_spellings_are_measured_by_shared_pairs() -> None:
    # night, nacht: of four pairs each only `ht` is shared, 2·1 / 8
    assert similar._shared_pairs("night", "nacht") == 0.25
    assert similar._shared_pairs("aaaa", "aaab") == pytest.approx(2 * 2 / 6)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("abcd", "abcd", True), ("abcd", "abxd", True), ("abcd", "abd", True), ("abcd", "xbcd", True),
     ("abcd", "abcde", True), ("abcd", "badc", False), ("abcd", "ab", False)],
)  # fmt: skip
def test_one_edit(a: str, b: str, expected: bool) -> None:
    assert similar._one_edit(a, b) is expected
    assert similar._one_edit(b, a) is expected


@given(st.text(st.sampled_from("abchikvson 大华海康"), max_size=14))
def test_only_the_same_name_is_ever_named(query: str) -> None:
    answer = find(query, BODIES)
    grades = [GRADES.index(h.grade) for h in answer.hits]
    assert grades == sorted(grades)
    assert len({h.id for h in answer.hits}) == len(answer.hits)
    if answer.verdict == "named":
        assert answer.hits[0].grade == "same"
        assert answer.hits[1:] == () or answer.hits[1].grade != "same"
