"""The index of names: what the data name is found where chapters print it, and people never are."""

from __future__ import annotations

import pytest

from biometrics_china import exhibits, tables, works
from biometrics_china.publishing import references
from biometrics_china.publishing.names import entries, finding, pages
from biometrics_china.publishing.names.entries import Entry
from biometrics_china.publishing.names.finding import Names

ENTRIES = (
    Entry("law", "Police Law", ("Police Law", "人民警察法"), (), "人民警察法"),
    Entry("body", "Xinjiang Police College", ("Xinjiang Police College", "XPC")),
    Entry("place", "Xinjiang", ("Xinjiang",)),
    Entry("place", "Como", ("Como",)),
    Entry("term", "Gait", (), ("gait",), "步态"),
    Entry("term", "Sharp eyes", ("雪亮工程",), ("sharp eyes",), "雪亮工程"),
)
PAGE = """<article><h1>Title</h1><p id="p-1">XPC stands in Xinjiang.</p>
<ol><li class="finding" id="claim-a"><p id="p-2">Gaits count.</p><details data-search="off"><p>Como</p>
</details></li></ol>
<section id="one"><h2>One</h2><p id="p-3">The Xinjiang Police College</p>
<p id="p-4">Sharp <em>Eyes</em></p>
<figure class="exhibit" id="{exhibit}"><table><tr><td>Xinjiang</td><td>Police College</td></tr></table>
<figcaption><span class="exhibit-number">x</span></figcaption></figure>
<details class="passport"><p>Como</p></details><p id="p-5">Gait</p></section></article>"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Xinjiang Police College", ["Xinjiang Police College"]),  # the longest name is meant
        ("Xinjiang; Police College", ["Xinjiang"]),
        ("Xinjiang’s gaits and sharp Eyes", ["Xinjiang", "Gait", "Sharp eyes"]),
        ("como, gaiter, Xinjiangs", []),  # names keep their capitals, words their ends
        ("《人民警察法》与雪亮工程", ["Police Law", "Sharp eyes"]),
        ("Police. Law", []),
    ],
)
def test_the_longest_name_at_a_place_is_found(text, found):
    assert [entry.name for entry, _ in Names(ENTRIES).found(text)] == found


def test_a_place_is_a_paragraph_a_finding_or_an_exhibit():
    exhibit_id = next(iter(exhibits.catalogue()))
    label = exhibits.get(exhibit_id)[1]
    names = Names(ENTRIES)
    found = [
        (entry.name, block.place.anchor, block.place.label, block.place.section)
        for block in finding.blocks(PAGE.format(exhibit=exhibit_id))
        for entry, _ in names.found(block.text)
    ]
    assert found == [
        ("Xinjiang Police College", "p-1", "Title", "Title"),
        ("Xinjiang", "p-1", "Title", "Title"),
        ("Gait", "claim-a", "Findings", "Findings"),
        ("Xinjiang Police College", "p-3", "One", "One"),
        ("Sharp eyes", "p-4", "One", "One"),
        ("Xinjiang", exhibit_id, label, "One"),
        ("Gait", "p-5", "One", "One"),
    ]


def test_what_has_one_name_is_one_entry():
    every = entries.every()
    by_name = {name: e for e in reversed(every) for name in (*e.names, *e.loose)}
    assert by_name["MPS"].name == by_name["公安部"].name == "Ministry of Public Security"
    assert by_name["PIPL"].zh == "个人信息保护法"
    assert by_name["Xizang" if "Xizang" in by_name else "xizang"].name == "Tibet"
    assert by_name["IJOP"].loose
    first = [name.casefold() for e in every for name in e.names[:1]]
    assert len(first) > len(tables.load("entities"))


def test_entries_lead_to_bodies_and_rows_of_the_data():
    every = entries.every()
    kinds = {e.kind for e in every}
    assert kinds == {"law", "body", "list", "place", "term"}
    assert all(e.address.startswith("register/") for e in every if e.kind == "body")
    assert any(e.address.startswith("data/instruments") for e in every if e.kind == "law")


def test_the_order_is_that_of_letters_whatever_their_accents():
    assert sorted(["Öst", "Aa", "Prüm", "Pru"], key=pages._order) == ["Aa", "Öst", "Pru", "Prüm"]
    assert [pages._letter(n) for n in ("Île", "iFLYTEK", "4Paradigm")] == ["I", "I", "0–9"]
    # 北, 海 and 中 are common and stand by their Pinyin; 喆 is rare and stands behind
    assert sorted("中喆海北", key=pages._standard) == ["北", "海", "中", "喆"]


def test_no_author_of_a_work_is_an_entry():
    """People are in no table that the index reads; authors of works stand for people here."""
    known = {name.casefold() for e in entries.every() for name in (*e.names, *e.loose)}
    written = {p for work in works.all_works().values() for p in references.people(work)}
    people = {(family, given) for family, given in written if given}
    assert len(people) > 40
    both = {f"{f} {g}".casefold() for f, g in people} | {f"{g} {f}".casefold() for f, g in people}
    assert not known & both
