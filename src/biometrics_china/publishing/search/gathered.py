"""What the written pages hold for the search, with the kinds and further names of their parts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from biometrics_china.publishing.search import pages, words
from biometrics_china.publishing.search.unit import Unit
from biometrics_china.publishing.translations.pages import is_translation

_REFERENCE = "chapters/reference/"
#: of pages that repeat others the headings are enough
_REPEATING = (
    "chapters/analysis/",
    "chapters/cooperation/",
    *(
        f"{_REFERENCE}{name}.html"
        for name in ("changes", "figures", "laws", "names", "numbers", "sources")
    ),
)
#: sections that only list what is found by itself
_LISTS = {"all-bodies"}
_FINDINGS = f"{_REFERENCE}findings.html"
#: beyond its head, the page that says what tables and fields mean
_CODEBOOK = f"{_REFERENCE}codebook.html"
#: letters of the words of a figure's file that are read
_MOST_OF_FIGURE = 4000


def units(out: Path, addresses: list[str]) -> list[Unit]:
    """Return what the pages at `addresses` below `out` hold, page by page.

    Raises FileNotFoundError if a page was not written, and KeyError as `words.of_pages` names places.
    """
    found: list[Unit] = []
    for page in addresses:
        html = (out / page).read_text(encoding="utf-8")
        held = pages.units_of(html, _kind(page), page)
        if page.startswith(_REPEATING):
            held = [u for u in held if u.heads and u.kind != "exhibit"]
            for unit in held:
                unit.blocks = []
        found += held
    for unit in found:
        if unit.anchor in _LISTS:
            unit.kind = "reference"
        if unit.kind == "term" and not unit.anchor.startswith("term-"):
            unit.kind = "reference"  # the glossary as a whole
        if unit.page == _CODEBOOK and unit.anchor != "codebook":
            unit.kind = "field"
    _name_otherwise(found)
    _join_findings(found)
    for unit in found:
        if unit.kind == "exhibit":
            unit.unseen = " ".join((unit.anchor, *_words_of_figure(out, unit.anchor)))
    return [u for u in found if u.page != _FINDINGS or u.kind != "finding"]


def _kind(page: str) -> str:
    if is_translation(page.removesuffix(".html")):
        return "translation"
    if page.startswith("chapters/analysis/"):
        return "analysis"
    if page == f"{_REFERENCE}glossary.html":
        return "term"
    if page.startswith(_REFERENCE):
        return "reference"
    whole = page.startswith("chapters/cooperation/") or page.endswith(
        ("index.html", "methods.html")
    )
    return "page" if whole else "chapter"


def _name_otherwise(found: list[Unit]) -> None:
    """Add the names by which readers ask for a page, or a section of one, that does not write them."""
    places = {f"{u.page}#{u.anchor}".removesuffix("#"): u for u in reversed(found)}
    places |= {u.page: u for u in reversed(found)}
    for address, names in words.of_pages():
        places[address].heads.extend(names)


def _join_findings(found: list[Unit]) -> None:
    """Let a finding in its chapter be found by basis and limits, which the list of findings tells."""
    listed = {u.anchor: u for u in found if u.page == _FINDINGS and u.kind == "finding"}
    for unit in found:
        if unit.kind == "finding" and unit.page != _FINDINGS and unit.anchor in listed:
            unit.blocks = unit.blocks[:1] + listed[unit.anchor].blocks[1:]
            unit.unseen = unit.anchor


def _words_of_figure(out: Path, exhibit_id: str) -> Iterator[str]:
    """Yield the words in the file of a figure, once each, as far as they are short."""
    path = out / f"exhibits/{exhibit_id}.csv"
    if not exhibit_id.startswith("fig-") or not path.is_file():
        return
    with path.open(encoding="utf-8", newline="") as file:
        cells = (cell for row in list(csv.reader(file))[1:] for cell in row)
        said = dict.fromkeys(c for c in cells if any(letter.isalpha() for letter in c))
    yield " ".join(said)[:_MOST_OF_FIGURE]
