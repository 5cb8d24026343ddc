"""The sheet of each role holds on two printed pages, and says what it promises."""

import re

import pytest

from biometrics_china.analysis.cooperation import advice

MOST_PAGES = 2


def printed_pages(pdf: bytes) -> int:
    """Return the number of pages of a PDF of Chromium, by the root of its tree of pages."""
    return max(
        int(count) for count in re.findall(rb"/Type /Pages.{0,2000}?/Count (\d+)", pdf, re.S)
    )


@pytest.mark.parametrize("role", advice.roles())
def test_a_sheet_is_printed_on_two_pages(reader, site, role):
    page = reader.read(f"{site.resolve().as_uri()}/chapters/cooperation/{role}.html").page
    pages = printed_pages(page.pdf(prefer_css_page_size=True))
    heads = page.locator(".role-sheet h2").all_inner_texts()
    reader.leave()
    assert pages <= MOST_PAGES
    assert len(heads) == 6


def test_pages_are_counted(reader, site):
    page = reader.read(f"{site.resolve().as_uri()}/chapters/cooperation/police.html").page
    page.add_style_tag(content=".role-sheet h2 { break-before: page; }")
    pages = printed_pages(page.pdf(prefer_css_page_size=True))
    reader.leave()
    assert pages > MOST_PAGES
