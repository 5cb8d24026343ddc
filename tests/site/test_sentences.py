"""Numbers and dates in sentences read as sentences, on every page of the book's own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import plurals
from biometrics_china import manuscript
from built import all_page_names
from plurals import ONE_OF_MANY

#: what is made for machines, cites, or tells in the words of the data
NO_PROSE = (
    "nav, table, pre, code, script, style, svg, .passport, .references, .rests, .citation, .without"
)
FAULTS = {
    "a sentence opens with a figure": re.compile(
        r"(?:^|(?<=[\w)”%]{2})(?<!\bart)(?<!\barts)(?<!\bal)(?<!\bNo)[.!?] )"
        r"\d[\d,.]*(?: to \d[\d,.]*)? [a-z]+"
    ),
    "a day has another preposition than a year": re.compile(r"\bin \d{1,2} [A-Z][a-z]+ \d{4}"),
    "one is followed by a plural": ONE_OF_MANY,
    "a date is written for machines": re.compile(r"\b\d{4}-\d\d-\d\d\b"),
}


def faults(html: str) -> list[str]:
    """Return what is wrong in the sentences of a page, with the words around it."""
    page = BeautifulSoup(html, "lxml")
    for part in page.select(NO_PROSE):
        part.decompose()
    found = []
    for block in page.select("main p, main figcaption"):
        said = " ".join(block.get_text().split())
        if not block.find("strong") or block.name == "figcaption":
            for name, pattern in FAULTS.items():
                found += [
                    f"{name}: {said[max(0, m.start() - 20) : m.end() + 40]}"
                    for m in pattern.finditer(said)
                ]
    return found


@pytest.mark.parametrize("subject", [*manuscript.SUBJECTS, "summary"])
def test_sentences_of_a_chapter_read_well(site: Path, subject: str) -> None:
    assert faults((site / f"chapters/{subject}.html").read_text(encoding="utf-8")) == []


def test_no_page_counts_one_as_several(site: Path) -> None:
    """Tables, names of marks, lists and reference pages too."""
    found = {
        n: plurals.faults((site / n).read_text(encoding="utf-8")) for n in all_page_names(site)
    }
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_each_fault_is_seen() -> None:
    said = "<p>5 went. It began in 7 May 2019. There was 1 records. It ended on 2019-05-07.</p>"
    assert [line.partition(":")[0] for line in faults(f"<main>{said}</main>")] == list(FAULTS)
    well = "<main><p>Five went. It began on 7 May 2019, in May 2019. 1 record.</p></main>"
    assert faults(well.replace(". 1", ": 1")) == []
