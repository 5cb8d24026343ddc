"""What is new, ended or called otherwise, by hand and against the whole data."""

from __future__ import annotations

from dataclasses import replace

import issued
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biometrics_china import tables
from biometrics_china.official import compare, ecfr, held, markup, naming
from biometrics_china.official.entry import Copy, Entry
from biometrics_china.official.held import Held


def one(body: str, *names: str, aliases: tuple[str, ...] = (), told: str = "") -> Held:
    cited = frozenset({told} if " FR " in told else ())
    return Held(body, (f"li-{body}",), names, aliases, cited, frozenset({told}) - cited)


def listed(name: str, *aliases: str, citation: str = "", **more: str) -> Entry:
    return Entry("l", name, aliases, more.pop("country", "CN"), citation, **more)


def changes(
    entries: list[Entry],
    bodies: list[Held],
    whole: bool = True,
    left_out: frozenset[str] = frozenset(),
) -> set[tuple[str, str, str]]:
    copy = Copy("f", "code", ("l",) if whole else (), "", tuple(entries))
    found = compare.compare([copy], {"l": compare.Standing(tuple(bodies), left_out)})
    return {
        (c.kind, c.entry.name if c.entry else "", c.held.body if c.held else "")
        for some in found
        for c in some.changes
    }


A, B = one("a", "Alpha Optics Co., Ltd.", aliases=("Alpha Vision Systems",)), one("b", "Beta Chips")


def test_an_unchanged_list_has_nothing_new():
    assert changes([listed("ALPHA OPTICS CO LTD"), listed("Beta Chips Limited")], [A, B]) == set()


def test_a_main_name_that_stood_as_another_name_is_no_news():
    assert changes([listed("Alpha Vision Systems"), listed("Beta Chips")], [A, B]) == set()


def test_new_and_ended():
    found = changes([listed("Alpha Optics"), listed("Gamma Radar")], [A, B])
    assert found == {("new", "Gamma Radar", ""), ("ended", "", "b")}


def test_nothing_has_ended_where_a_part_was_read():
    assert changes([listed("Gamma Radar")], [A, B], whole=False) == {("new", "Gamma Radar", "")}


def test_a_copy_with_fewer_than_half_is_taken_for_a_part():
    bodies = [one(f"b{n}", f"Body {chr(65 + n)} Works") for n in range(compare.FEW)]
    entries = [listed(b.names[0]) for b in bodies]
    assert changes(entries[:4], bodies) == set()
    assert {kind for kind, *_ in changes(entries[:5], bodies)} == {"ended"}


@pytest.mark.parametrize(
    ("entry", "body"),
    [
        (listed("Omega Trade", ident="RUS1"), one("b", "Beta Chips", told="RUS1")),
        (listed("Omega Trade", "Beta Chips"), one("b", "Beta Chips")),
        (
            listed("Omega Trade", citation="84 FR 1; 90 FR 2"),
            one("b", "Beta Chips", told="84 FR 1"),
        ),
    ],
    ids=["number", "former name as another name", "citation"],
)
def test_renamed(entry, body):
    assert changes([listed("Alpha Optics"), entry], [A, body]) == {("renamed", "Omega Trade", "b")}


def test_a_citation_that_two_share_says_nothing():
    bodies = [one("b", "Beta Chips", told="84 FR 1"), one("c", "Delta Sensors", told="84 FR 1")]
    found = changes([listed("Omega Trade", citation="84 FR 1")], bodies)
    assert found == {("new", "Omega Trade", ""), ("ended", "", "b"), ("ended", "", "c")}


def test_a_section_is_told_from_the_house_it_is_of():
    bodies = [
        one("h", "Academy of Samples"),
        one("s", "Academy of Samples, Basic Medicine Institute"),
    ]
    section = listed(
        "Academy of Samples", readings=("Academy of Samples, Basic Medicine Institute",)
    )
    assert changes([section], bodies) == {("ended", "", "h")}
    assert changes([section, listed("Academy of Samples")], bodies) == set()


def test_a_section_that_is_new_is_not_taken_for_its_house():
    cells = ["Academy of Samples, Beijing.", "Academy of Samples, Institute of Physics, Beijing."]
    copy = ecfr.read("f", markup.tree("f", issued.code([(issued.CHINA, c, "") for c in cells])))
    found = changes(
        [replace(e, list_id="l") for e in copy.entries], [one("h", "Academy of Samples")]
    )
    assert found == {("new", "Academy of Samples, Institute of Physics", "")}


def test_two_bodies_that_differ_in_their_legal_form_are_two():
    bodies = [one("a", "Delta Co., Ltd."), one("b", "Delta Inc.")]
    assert changes([listed("Delta Co., Ltd.")], bodies) == {("ended", "", "b")}
    assert changes([listed("Delta")], bodies) == set()  # which of them it is, nobody can tell


def test_seats_elsewhere_are_left_out_and_names_tell_where_none_is_printed():
    entries = [
        listed("Moscow Works", country="-"),
        listed("Some Works", country=""),
        listed("Shenzhen Works", country=""),
        listed("样本公司", country=""),
    ]
    found = changes([*entries, listed("Alpha Optics", country="")], [A])
    assert found == {("new", "Shenzhen Works", ""), ("new", "样本公司", "")}


@pytest.mark.parametrize(
    ("printed", "here"),
    [
        ("Dawn Industry Co., Ltd. (Dawnco)", "Dawn Industry Co., Ltd."),
        ("Dawn Industry Co., Ltd.", "Dawn Industry Co., Ltd. (DAWN)"),
        ("Known Elsewhere Bureau", "Short"),
    ],
)
def test_short_names_in_brackets_and_names_that_the_register_knows(printed, here):
    known = frozenset({"known elsewhere bureau"})
    body = Held("d", ("li-d",), (here,), (), frozenset(), frozenset(), known)
    assert changes([listed(printed)], [body]) == set()


def test_a_place_in_brackets_belongs_to_the_name():
    assert naming.bare("Dawn Industry (Shenzhen)") == "Dawn Industry (Shenzhen)"
    found = changes([listed("Dawn Industry (Shenzhen)")], [one("d", "Dawn Industry")])
    assert found == {("new", "Dawn Industry (Shenzhen)", ""), ("ended", "", "d")}


def test_an_entry_that_was_judged_before_is_no_news():
    out = frozenset({held.digest("l", "Chen Qu")})
    entries = [listed("CHEN QU"), listed("Wang Qu")]
    assert changes(entries, [], left_out=out) == {("new", "Wang Qu", "")}
    copy = Copy("f", "code", ("l",), "", tuple(entries[:1]))
    (found,) = compare.compare([copy], {"l": compare.Standing((), out)})
    assert (found.in_copy, found.left_out) == (1, 1)


def test_what_was_left_out_is_told_one_by_one():
    rows, lists = tables.load("left_out"), tables.load("lists").set_index("id")["left_out"]
    assert rows.groupby("list_id")["entries"].sum().to_dict() == lists[lists.gt(0)].to_dict()
    addresses = rows[rows["kind"].eq("address")]
    names = [place.removeprefix("entry ") for place in addresses["locator"]]
    assert [held.digest("us-entity-list", name) for name in names] == addresses["digest"].tolist()
    assert len(names) == 18


def test_a_notice_of_removal_ends_what_it_names():
    gone = listed("Beta Chips", programme="removed", citation="FR Doc. 1")
    assert changes([gone], [A, B], whole=False) == {("ended", "", "b")}


def test_programmes_without_a_list_are_kept_apart():
    copy = Copy(
        "f", "UK", ("l",), "", (Entry("UK Other", "Gamma Radar", country="HK"), *[listed("X")])
    )
    assert [e.name for e in compare.outside([copy], ["l"])] == ["Gamma Radar"]


# ----------------------------------------------------------------------------- against the whole data

REAL = ("us-entity-list", "us-meu", "gb-russia", "us-ns-cmic", "ca-nro", "eu-russia")


@pytest.fixture(scope="module")
def bodies():
    return held.bodies()


def standing(bodies: dict[str, tuple[Held, ...]], list_id: str) -> dict[str, compare.Standing]:
    return {list_id: compare.Standing(bodies[list_id])}


@pytest.mark.parametrize("list_id", REAL)
def test_a_list_as_it_stands_here_has_no_news(list_id, bodies):
    entries = tuple(Entry(list_id, h.names[0], h.aliases, "CN") for h in bodies[list_id])
    copy = Copy("f", "made", (list_id,), "", entries)
    (found,) = compare.compare([copy], standing(bodies, list_id))
    assert len(entries) > 30
    assert (found.in_copy, found.held, found.changes) == (len(entries), len(entries), ())


def code_of(some: tuple[Held, ...]) -> Copy:
    """Return part 744 as the publisher would print these bodies, read again."""
    rows = [
        (issued.CHINA if n == 0 else "", issued.cell(h.names[0], h.aliases), "; ".join(h.citations))
        for n, h in enumerate(some)
    ]
    data = issued.code([("AFGHANISTAN", issued.cell("Kabul Works"), "76 FR 1"), *rows])
    return ecfr.read("f", markup.tree("f", data))


def test_the_entity_list_printed_and_read_again_has_no_news(bodies):
    some = bodies["us-entity-list"]
    (found,) = compare.compare([code_of(some)], standing(bodies, "us-entity-list"))
    assert [(c.kind, c.entry, c.held) for c in found.changes] == []
    assert found.in_copy == found.held == len(some) > 1000


@given(st.data())
@settings(max_examples=5, deadline=None)
def test_whatever_is_left_out_is_what_has_ended(bodies, data):
    some = bodies["us-meu"]
    gone = data.draw(st.sets(st.sampled_from(range(len(some))), max_size=20))
    copy = Copy("f", "code", ("us-meu",), "", tuple(
        Entry("us-meu", h.names[0], h.aliases, "CN") for n, h in enumerate(some) if n not in gone
    ))  # fmt: skip
    (found,) = compare.compare([copy], standing(bodies, "us-meu"))
    assert {c.held.body for c in found.of("ended")} == {some[n].body for n in gone}
    assert found.of("new") == []
