"""The list of works: an entry for each work, an anchor for each copy, and what rests on them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from bs4 import BeautifulSoup

from biometrics_china import provenance, tables, works
from biometrics_china.publishing import references, works_list
from biometrics_china.publishing.markup import valid
from biometrics_china.publishing.mentions import reference, source_link

ROW = {
    "id": "s",
    "work_id": "w",
    "title": "Ours <b>",
    "title_is_ours": True,
    "url": "https://host.example/",
    "url_precision": "site",
    "publisher": "P",
    "date": "2020-01",
    "tier": "news",
    "standing": "full_copy",
    "read_share": None,
    "has_weak_host": False,
}


@pytest.fixture(scope="module")
def page():
    return BeautifulSoup(works_list.works_html("../../"), "html.parser")


@pytest.fixture(scope="module")
def entries(page):
    return {e["id"].removeprefix("work-"): e for e in page.select("ol.works > li")}


def test_every_work_has_an_entry_and_every_copy_an_anchor_inside_it(entries):
    for work_id, ids in works.copies().items():
        anchors = [e["id"] for e in entries[work_id].select("[id]")]
        assert anchors == [f"source-{i}" for i in ids]
    assert set(entries) == set(works.all_works())
    assert [*entries] == sorted(entries, key=lambda i: works.name(i).casefold())


def test_an_entry_begins_with_the_name_under_which_the_work_is_cited(entries):
    said = {work_id: entry.select_one("b").get_text() for work_id, entry in entries.items()}
    assert said == {work_id: works.name(work_id) for work_id in works.all_works()}


def test_each_known_address_leads_to_its_archived_copies(page):
    known = [a for i in works.all_works() if (a := works.address(i))]
    found = [unescape(link["href"]) for link in page.select("a.archived")]
    assert sorted(found) == sorted(valid("https://web.archive.org/web/*/" + a) for a in known)


def test_addresses_of_mirrors_and_weak_hosts_are_printed_and_not_linked(page):
    linked = {link["href"] for link in page.select("ol.works a[href^=http]:not(.archived)")}
    sources = tables.load("sources").dropna(subset=["url"])
    is_mirror = sources["tier"].isin(["official_copy", "news_copy", "weak"]) | (
        sources["standing"].isin(["full_copy", "excerpt", "opening"])
        & ~sources["url"].str.startswith("https://github.com/")
    )
    doubtful = set(sources.loc[is_mirror | sources["has_weak_host"].astype(bool), "url"].map(valid))
    sound = set(sources["url"].map(valid)) - doubtful
    assert len(doubtful) > 300
    assert not linked & (doubtful - {valid(works.address(i)) for i in works.all_works()})
    assert sound <= linked


def test_the_rows_of_an_entry_are_those_that_were_read(entries):
    counted = provenance.uses()["source_id"].map(works.of_source).value_counts()
    for work_id, n in counted.items():
        said = entries[work_id].select_one(".uses").get_text()
        (records,) = re.findall(r"Records: ([\d,]+)", said)
        assert int(records.replace(",", "")) == n


@pytest.fixture
def copy(monkeypatch):
    """Return a function that writes one copy, with some of its cells changed."""
    monkeypatch.setattr(works, "address", lambda _: "https://original.example/")
    monkeypatch.setattr(works, "all_works", lambda: {"w": {"title": "W"}})
    return lambda **told: works_list._copy(ROW | told)


def test_a_copy_says_how_it_stands_to_the_work_and_where_it_was_read(copy):
    shown = "<code>https://host.example/</code>"
    assert copy() == (
        f"<b>Full copy</b>: P, [Ours &lt;b&gt;] (2020-01, news, address: site). {shown}"
    )
    assert "read: part, weak host, address" in copy(read_share="part", has_weak_host=True)
    assert copy(title="W", url=None, date=None).startswith("<b>Full copy</b>: P (news, ")


@pytest.mark.parametrize(
    "told", [{"has_weak_host": True}, {"tier": "official_copy"}, {"standing": "excerpt"}]
)
def test_a_doubtful_address_is_no_link(copy, told):
    said = copy(**{"standing": "report_about"} | told)
    assert said.endswith("<code>https://host.example/</code>")


@pytest.mark.parametrize(
    "told",
    [{"standing": "original"}, {"standing": "report_about"}, {"url": "https://github.com/a/laws"}],
)
def test_originals_reports_and_collections_of_laws_are_linked(copy, told):
    url = ({"url": "https://host.example/"} | told)["url"]
    assert copy(**told).endswith(f'<a href="{url}">{url}</a>')


def test_the_address_of_the_original_stands_once(copy):
    assert "original.example" not in copy(url="https://original.example/")


METHOD = (
    'see [<a class="reference internal" href="reference/bibliography.html#id7" '
    'title="Nathan Mantel. Ranks &amp; more. 1966.">Mantel, 1966</a>]'
)


def test_the_printed_references_of_a_page_are_the_works_that_it_names():
    first, *others = works.copies()["cn-pipl-2021"]
    news = works.copies()["dirks-leibold-2020"][0]
    body = "".join(reference(i, "../") for i in (first, *others)) + source_link(news, "../")
    body += METHOD + METHOD
    section = BeautifulSoup(works_list.cited_html(body), "html.parser")
    names = [
        b.get_text() for b in section.select("li > b:first-child") if b.parent.parent.name == "ol"
    ]
    assert names == ["Dirks and Leibold 2020", "Mantel, 1966", "PIPL"]
    assert "<b>Mantel, 1966</b>: Nathan Mantel. Ranks &amp; more. 1966." in str(section)
    assert references.formatted("dirks-leibold-2020") in str(section)
    assert section.select("[id]") == []
    assert section.section["class"] == ["references", "printed-only"]
    assert works_list.cited_html("<p>nothing</p>") == ""
