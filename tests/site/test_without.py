"""Each finding says on its page what it comes to without one of its sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from biometrics_china import claims

PAGES = [*dict.fromkeys(claim.subject for claim in claims.register()), "reference/findings"]


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[str, BeautifulSoup]:
    return {
        page: BeautifulSoup((site / f"chapters/{page}.html").read_text(encoding="utf-8"), "lxml")
        for page in PAGES
    }


@pytest.mark.parametrize("claim", claims.register(), ids=lambda c: c.id)
def test_each_finding_has_its_line_on_its_page_and_in_the_list(claim, parsed):
    for page in (claim.subject, "reference/findings"):
        finding = parsed[page].find(id=claim.id)
        line = finding.select_one(".without .without-line")
        assert line is not None
        said = line.get_text(" ", strip=True)
        assert any(
            words in said for words in ("Rests on", "Without", "left out", "The same without")
        )
        for drawing in finding.select(".without svg"):
            assert drawing["role"] == "img"
            assert "as printed" in drawing.title.get_text()


def test_the_page_on_methods_lists_what_one_work_turns_over(site):
    page = BeautifulSoup((site / "chapters/methods.html").read_text(encoding="utf-8"), "lxml")
    section = page.find(id="without-one-source")
    assert section.find("table")
