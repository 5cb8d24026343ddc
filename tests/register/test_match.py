"""A body is named only by its own name; what is close is shown and never named."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from linear import hits, shared_pairs

from biometrics_china.register.match import GRADES, body
from biometrics_china.register.matcher import MOST, Matcher
from biometrics_china.register.names import pieces
from biometrics_china.register.similar import is_few_slips, is_one_slip, pairs, scanned, slips

BODIES = (
    body("hikvision", ["Hikvision", "海康威视", "Hangzhou Hikvision"], ["Hai Kang Wei Shi"]),
    body("dahua", ["Dahua Technology", "大华"], ["Da Hua"]),
    body("bgi-one", ["BGI", "BGI Genomics"]),
    body("bgi-two", ["BGI", "BGI Research"]),
    body("institute", ["Institute of Forensic Science", "公安部物证鉴定中心"]),
    body("police", ["Beta Police"]),
)

MATCHER = Matcher(BODIES, frozenset())


def answered(query: str) -> tuple[str, list[tuple[str, str]]]:
    answer = MATCHER.find(query)
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
    assert shared_pairs("night", "nacht") == 0.25
    assert shared_pairs("aaaa", "aaab") == pytest.approx(2 * 2 / 6)
    assert list(pairs("aaab")) == ["aa", "aa2", "ab"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("abcde", "abcde", False), ("abcde", "abxde", True), ("abcde", "abcdef", True),
     ("abcde", "xbcde", True), ("abcde", "abced", True), ("abcde", "badce", False),
     ("abcd", "abxd", False), ("abcd", "abdc", True), ("abcdef", "abcd", False),
     ("cetc 13", "cetc 14", False), ("威视数字", "威视数学", True), ("威视数字", "abcd", False),
     ("湖南大学", "湖北大学", False)],
)  # fmt: skip
def test_one_slip(a: str, b: str, expected: bool) -> None:
    assert is_one_slip(a, b) is expected
    assert is_one_slip(b, a) is expected


def test_a_place_that_was_typed_is_no_slip_of_another_name() -> None:
    assert is_one_slip("胡南大学", "湖南大学")
    assert not is_one_slip("湖北大学", "中北大学")


@pytest.mark.parametrize(
    ("a", "b", "most", "expected"),
    [("hikvision", "hikvison", 2, 1), ("hikvision", "hivksion", 2, 2), ("abc", "abc", 1, 0),
     ("realtek", "tereal", 9, 5), ("abcdef", "abc", 2, 3), ("abc", "", 3, 3)],
)  # fmt: skip
def test_slips(a: str, b: str, most: int, expected: int) -> None:
    assert slips(a, b, most) == expected == slips(b, a, most)
    assert slips(a, b, max(expected - 1, 0)) >= expected


def test_numbers_are_not_misspelt_names_of_each_other() -> None:
    assert is_few_slips("fudanmicroelectronics", "fudanmicroelectronix")
    assert not is_few_slips("academyinstitute13", "academyinstitute14")
    assert not is_few_slips("abcde", "vwxyz")


def test_letters_that_a_scan_takes_for_each_other() -> None:
    assert scanned("sensetirne") == scanned("sensetime")
    assert scanned("h1kvision") == scanned("hlkvision") == scanned("hikvision")


LETTERS = st.text(st.sampled_from("abchikvson 大华海康"), max_size=14)


@given(LETTERS)
def test_only_the_same_name_is_ever_named(query: str) -> None:
    answer = MATCHER.find(query)
    grades = [GRADES.index(h.grade) for h in answer.hits]
    assert grades == sorted(grades)
    assert len({h.id for h in answer.hits}) == len(answer.hits)
    if answer.verdict == "named":
        assert answer.hits[0].grade == "same"
        assert answer.hits[1:] == () or answer.hits[1].grade != "same"


@given(LETTERS, st.lists(st.lists(LETTERS, max_size=3), max_size=5), st.sets(LETTERS, max_size=2))
def test_what_is_made_ready_gives_the_hits_of_the_definition(query, names, common) -> None:
    bodies = [body(str(n), some, some[:1]) for n, some in enumerate(names)] + list(BODIES)
    made_ready = Matcher(bodies, frozenset(common))
    assume(len(pieces(query)) < 2)
    answer = made_ready.find(query)
    named = answer.verdict == "named"
    assert list(answer.hits) == hits(query, bodies, frozenset(common), named)


def test_of_weak_hits_the_first_are_shown_and_of_parts_all() -> None:
    spelt = [body(f"s{n:02}", ["Hikvision"], weak=["Hikvision"]) for n in range(12)]
    parts = [body(f"p{n:02}", [f"Hikvision {c}"]) for n, c in enumerate("abcdefghijkl")]
    assert len(Matcher(spelt, frozenset()).find("Hikvison").hits) == MOST
    assert len(Matcher(parts, frozenset()).find("Hikvision").hits) == 12


def test_a_certain_name_is_shown_without_those_that_sound_like_it() -> None:
    sounding = body("b", ["海康威视数字"], ["Hai Kang Wei Shi Shu Zi"])
    named = Matcher([body("a", ["Haikangweishi"]), sounding], frozenset())
    weak = [body("a", ["Haikangweishi"], weak=["Haikangweishi"]), sounding]
    assert [h.id for h in named.find("Haikangweishi").hits] == ["a"]
    assert [h.id for h in Matcher(weak, frozenset()).find("Haikangweishi").hits] == ["a", "b"]
