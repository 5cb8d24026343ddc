"""What every page cites is a work: the host of a copy stands in lists of works alone."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

import hosts
from biometrics_china import works
from built import all_page_names

LIST = "chapters/reference/sources.html"
#: pages of rows as they are or were whose ids and cells name hosts: how a name is printed is what
#: the row tells, or a second reader coded a source by its id; Security.NL is the name of a paper
OF_ROWS = re.compile(
    r"chapters/reference/changes\.html|changes/.*"
    r"|data/(printed_forms|written_names|second_codings|listings|sources|works)(-\d+)?\.html"
)


def said(html: str) -> str:
    """Return what a page says, without program code and the references of its printed form."""
    page = BeautifulSoup(html, "html.parser")
    for silent in page.select("pre, script, style, .references"):
        silent.decompose()
    return page.get_text(" ")


@pytest.fixture(scope="module")
def pages(site):
    return {n: (site / n).read_text(encoding="utf-8") for n in all_page_names(site)}


def test_the_host_of_a_copy_stands_in_the_text_of_no_page_but_the_list_of_works(pages):
    found = {n: hosts.found(said(html)) for n, html in pages.items()}
    assert len(found.pop(LIST)) > 300
    shown = {n: hits for n, hits in found.items() if hits and not OF_ROWS.fullmatch(n)}
    assert shown == {}


def test_every_citation_leads_to_an_entry_of_the_list_and_a_copy_is_marked(pages):
    entries = {str(e["id"]) for e in BeautifulSoup(pages[LIST], "html.parser").select("[id]")}
    cited = 0
    for name, html in pages.items():
        if not re.fullmatch(r"chapters/\w+\.html", name):
            continue
        for link in BeautifulSoup(html, "html.parser").select(".source-reference a"):
            anchor = str(link["href"]).partition("#")[2]
            assert anchor in entries
            mark = link.select_one(".copy-mark")
            word = mark.get_text().removeprefix(" read in a ") if mark else ""
            assert word == works.mark(anchor.removeprefix("source-")), (name, anchor)
            cited += 1
    assert cited > 250
