"""Each number has an entry: what it is made of, its rows with their sources, and where it stands."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from biometrics_china import exhibits, tables
from biometrics_china.publishing import number_entries, number_pages, number_rows, number_uses
from biometrics_china.publishing.number_uses import Use
from biometrics_china.publishing.sentences import anchor, entry_address
from biometrics_china.traced import Number

USES = {
    "number-regulation-n-china": [Use("chapters/regulation.html", "at-1", "Rules", "It holds 120.")]
}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {address: html for address, _, html in number_pages.pages(USES)}


def test_every_number_has_an_entry_on_the_page_of_its_chapter_and_a_place_in_the_list(
    pages: dict[str, str],
) -> None:
    listed = number_pages.index_html("../../")
    for subject in exhibits.SUBJECTS:
        html = pages[f"chapters/reference/numbers/{subject}"]
        for number in exhibits.numbers_of(subject).values():
            at = anchor(number.id)
            assert html.count(f'id="{at}"') == listed.count(f'id="{at}"') == 1
            assert f'href="../../{entry_address(number.id)}"' in listed


def test_a_link_to_a_row_or_a_source_stands_in_every_entry_with_rows(pages: dict[str, str]) -> None:
    for subject in exhibits.SUBJECTS:
        parts = pages[f"chapters/reference/numbers/{subject}"].split('<section class="record')[1:]
        for number, part in zip(exhibits.numbers_of(subject).values(), parts, strict=True):
            if number.rows:
                assert re.search(r'href="(\.\./)+(data|register|sources)', part), number.id
            assert number.rows or number.kind or "tables named below" in part, number.id


def test_an_entry_shows_five_rows_and_leads_to_all(pages: dict[str, str]) -> None:
    number = exhibits.numbers_of("regulation")["n_china"]
    part = pages["chapters/reference/numbers/regulation"].split(f'id="{anchor(number.id)}"')[1]
    part = part.split("<section")[0]
    assert part.count("<li>") == number_rows.SHOWN + 1
    assert f"all {len(number.rows)} rows" in part
    assert 'It holds 120. <a href="../../../chapters/regulation.html#at-1">Rules</a>' in part
    place = re.search(r'href="\.\./(numbers/regulation-rows(?:-\d)?)\.html#(rows-\d+)"', part)
    assert place
    listed = pages[f"chapters/reference/{place[1]}"].split(f'id="{place[2]}"')[1]
    assert listed.split("</section>")[0].count("<a ") == len(number.rows)


def test_values_formulas_and_bounds_are_said() -> None:
    number = Number(
        "x.n", 0.25, "25", "a share", ("instruments",), (), "1 / 4 rows", "share", (), "low"
    )
    assert number_entries.unrounded(number) == ""
    assert number_entries.unrounded(replace(number, value=0.2519)) == "25.19 per cent"
    assert number_entries.unrounded(replace(number, value=25.19)) == "25.19"
    assert number_entries.unrounded(replace(number, text="p = 0.25")) == "0.25"
    assert "1 / 4 rows" in number_entries._made(number, "")
    found = exhibits.numbers_of("dna_databases")
    assert f"{found['slope_high'].text}</a> (" in number_entries.html(
        found["slope_low"], [], "", {}
    )
    html = number_entries.html(found["slope"], [], "", {})
    assert f"{found['slope_low'].text}</a> (" in html
    assert "rounded down" in number_entries.html(found["slope_low"], [], "", {})
    fixed = number_entries.html(found["n_shapes"], [], "", {})
    assert "set by the method: made of no row" in fixed


def test_a_row_says_what_is_taken_of_it_and_how_exact_that_is() -> None:
    found = exhibits.numbers_of("western_china")
    html = number_entries.html(found["tibet_low"], [], "../", {})
    assert "100 × 919,282 / 3,648,100" in html
    assert "<code>pe-01</code></a> (Lower end: 919,282" in html
    assert "(Persons: 3,648,100" in html
    share = exhibits.numbers_of("dna_databases")["share_cn"]
    assert "How exact: " in number_entries.html(share, [], "../", {})


def test_a_number_of_one_field_says_so() -> None:
    found = exhibits.numbers_of("western_china")["qinghai_printed"]
    html = number_entries.html(found, [], "", {})
    assert "the field “printed high” of the row below" in html


def test_a_sentence_that_stands_in_several_places_is_told_once() -> None:
    number = exhibits.numbers_of("regulation")["n_china"]
    uses = [Use(f"{page}.html", "at-1", page, "It holds 120.") for page in ("One", "Two", "Three")]
    html = number_entries.html(number, uses, "", {})
    assert html.count("It holds 120.") == 1
    assert html.count("#at-1") == 3


def test_long_lists_are_cut_into_pages() -> None:
    lists: number_rows.Lists = {}
    events = [str(i) for i in tables.load("listings")["id"]]
    for start in (0, 500, 1000):
        number = Number("x.n", 500, "500", "n", ("listings",), tuple(events[start : start + 500]))
        number_rows.html(number, "", lists)
    assert [page for page, _ in lists.values()] == [0, 0, 1]
    assert len(number_rows.lists_html(lists, "")) == 2
    assert number_rows.lists_address("x", 1).endswith("numbers/x-rows-2")


def test_nought_names_the_rows_that_were_looked_through() -> None:
    ids = [str(i) for i in tables.load("instruments")["id"]]
    about = (
        "x.n",
        0,
        "none",
        "of them",
        ("instruments",),
        (),
        "count of rows",
        "count",
        (),
        "",
        (),
    )
    html = number_rows.looked_through(Number(*about, tuple(ids[:3])), "", {})
    assert html.startswith("3 rows of: ")
    assert all(f'#{row_id}">' in html for row_id in ids[:3])
    lists: number_rows.Lists = {}
    html = number_rows.looked_through(Number(*about, tuple(ids[:40])), "", lists)
    assert "x-rows.html#rows-1" in html
    assert [len(listed) for listed in lists] == [40]
    assert number_rows.looked_through(Number("x.n", 0, "0", "none", ()), "", {}) == ""


def test_an_id_that_is_no_row_is_an_error() -> None:
    number = Number("x.n", 1, "1", "one", ("instruments",), ("no-such-row",))
    with pytest.raises(KeyError, match="no-such-row"):
        number_rows.place_of(number, "no-such-row")
    instrument = str(tables.load("instruments")["id"].iloc[0])
    assert number_rows.place_of(number, instrument) == ("instruments", instrument)


def test_the_script_holds_the_same_entries() -> None:
    scripts = dict(number_pages.scripts(USES))
    for subject in exhibits.SUBJECTS:
        text = scripts[f"chapters/reference/numbers/{subject}.js"].decode()
        held = json.loads(text.removeprefix("bookNumbers(").removesuffix(");\n"))
        assert set(held) == {anchor(n.id) for n in exhibits.numbers_of(subject).values()}
        assert "</" not in text
    assert (
        'href="~/chapters/regulation.html#at-1"'
        in json.loads(
            scripts["chapters/reference/numbers/regulation.js"].decode()[len("bookNumbers(") : -3]
        )["number-regulation-n-china"]
    )


def test_numbers_on_a_page_get_ids_and_are_found_with_their_sentences(tmp_path) -> None:
    entry = "numbers/a.html#number-a-n"
    body = (
        "<article><h1>Title</h1><p>First. Of these, "
        f'<a href="{entry}" class="num">7</a> went to “B. C.” in 2020. Then '
        f'<a href="{entry}" class="num">7</a>.</p></article>'
    )
    html = number_uses.with_anchors(body)
    assert re.findall(r'id="([^"]+)"', html) == ["at-a-n-1", "at-a-n-2"]
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    found = number_uses.of_pages(tmp_path, ["page.html", "none.html"])
    assert found["number-a-n"] == [
        Use("page.html", "at-a-n-1", "Title", "Of these, 7 went to “B. C.” in 2020."),
        Use("page.html", "at-a-n-2", "Title", "Then 7."),
    ]


def test_long_sentences_are_cut_at_words() -> None:
    text = f"{'word ' * 60}7 {'more ' * 60}end."
    said = number_uses.sentence_around(text, text.index("7"))
    assert said.startswith("… word")
    assert said.endswith("more …")
    assert len(said) < 280
