"""Each finding says on its page what it comes to without one of its sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from biometrics_china import claims, tables
from biometrics_china.without import briefly, lines, verdicts

PAGES = [*dict.fromkeys(claim.subject for claim in claims.register()), "reference/findings"]


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[str, BeautifulSoup]:
    return {
        page: BeautifulSoup((site / f"chapters/{page}.html").read_text(encoding="utf-8"), "lxml")
        for page in PAGES
    }


def test_every_finding_of_the_data_is_looked_at():
    """The register is read from the chapters, the table is what is published: neither may be empty."""
    listed = [claim.id for claim in claims.register()]
    assert listed == list(tables.load("claims")["id"])
    assert len(set(listed)) == len(listed) > 50


@pytest.mark.parametrize("claim", claims.register(), ids=lambda c: c.id)
def test_each_finding_has_its_line_on_its_page_and_in_the_list(claim, parsed):
    for page in (claim.subject, "reference/findings"):
        finding = parsed[page].find(id=claim.id)
        line = finding.select_one(".without .without-line")
        assert line is not None
        said = line.get_text(" ", strip=True)
        assert " ".join(said.split()) == f"{briefly.of_claim(claim)} ( how )"
        whole = finding.select_one("details .without-whole-line").get_text(" ")
        assert "".join(whole.split()) == "".join(lines.plain(claim).split())
        moved = [n for n in verdicts.of_claim(claim).numbers if n.works.points or n.makers.points]
        assert len(finding.select(".without svg")) == len(moved)
        for drawing in finding.select(".without svg"):
            assert drawing["role"] == "img"
            assert "as printed" in drawing.title.get_text()


def test_the_page_on_methods_lists_what_one_work_turns_over(site):
    page = BeautifulSoup((site / "chapters/methods.html").read_text(encoding="utf-8"), "lxml")
    section = page.find(id="without-one-source")
    assert section.find("table")
