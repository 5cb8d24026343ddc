"""The data of the search page, in parts that work from a folder.

First the index of chapters, findings, exhibits, reference pages and bodies; then, once something is
typed, the rows, works and bodies of lists by the first letter of a word, and the text of the pages
that are shown. Each part is a script, since a page that was opened from a folder may load nothing else.
"""

from __future__ import annotations

import csv
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from biometrics_china.publishing import theme
from biometrics_china.publishing.search import ids, index, pages, records, words
from biometrics_china.publishing.search.folding import Folding
from biometrics_china.publishing.search.unit import KINDS, SAID, Unit
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
#: names of rows in one part
_NAMES_IN_PART = 400
#: letters of the words of a figure's file that are read
_MOST_OF_FIGURE = 4000


def write(out: Path, addresses: list[str]) -> None:
    """Write the parts of the search below `out`, from the pages at `addresses` and from the data.

    Raises FileNotFoundError if a page was not written.
    """
    first = _units_of_pages(out, addresses)
    every = list(records.bodies())
    first += [unit for unit in every if unit.kind == "body"]
    second = [*records.rows(), *records.cited(), *(u for u in every if u.kind == "listed")]
    for name, text in files(first, second, [*ids.groups()]).items():
        path = out / "_static" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register with Sphinx that the search is written after the pages, before files get their marks."""
    app.connect("build-finished", _write, priority=850)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if not exception and app.builder.name == "html":
        addresses = [app.builder.get_target_uri(name) for name in sorted(app.env.found_docs)]
        write(Path(app.outdir), addresses)


def _units_of_pages(out: Path, addresses: list[str]) -> list[Unit]:
    found: list[Unit] = []
    for page in addresses:
        html = (out / page).read_text(encoding="utf-8")
        units = pages.units_of(html, _kind(page), page)
        if page.startswith(_REPEATING):
            units = [u for u in units if u.heads and u.kind != "exhibit"]
            for unit in units:
                unit.blocks = []
        found += units
    for unit in found:
        if unit.anchor in _LISTS:
            unit.kind = "reference"
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
    if page.startswith(_REFERENCE):
        return "term" if page == f"{_REFERENCE}glossary.html" else "reference"
    whole = ("chapters/cooperation/", "chapters/index.html", "chapters/methods.html")
    return "page" if page.startswith(whole) else "chapter"


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


def files(first: list[Unit], second: list[Unit], named: Sequence[ids.Group] = ()) -> dict[str, str]:
    """Return name → text of each part: for what is found at once, what is found then, and ids."""
    texts = [block for unit in (*first, *second) for block in (*unit.heads, *unit.blocks)]
    table = words.table("".join(texts))
    folding = Folding(table)
    pages_of = (*(unit.page for unit in (*first, *second)), *(group.page for group in named))
    addresses = list(dict.fromkeys(pages_of))
    number = {page: i for i, page in enumerate(addresses)}
    later = dict(_later(second, folding, number))
    later |= {f"t{number[page]}": texts for page, texts in _texts(first).items()}
    later |= (by_id := ids.shards(named, number))
    parts = {f"{theme.SEARCH_FOLDER}/{name}.js": _part(name, data) for name, data in later.items()}
    data = {
        "mark": f"{zlib.crc32(''.join(parts.values()).encode()):08x}",
        "words": table,
        "kinds": list(KINDS.items()),
        "pages": addresses,
        "said": list(SAID.values()),
        "units": [_told(unit, number, folding) for unit in first],
        "texts": sorted(number[page] for page in _texts(first)),
        "index": index.written(index.postings(first, folding)),
        "names": _NAMES_IN_PART,
        "shards": sorted(name for name in later if name.startswith("w")),
        "ids": sorted(by_id),
    }
    return {theme.SEARCH_DATA: f"window.SEARCH = {_json(data)};\n"} | parts


def _told(unit: Unit, number: dict[str, int], folding: Folding) -> list[Any]:
    """Return a unit as the page reads it: kind, page, anchor, name, words of names, blocks, status."""
    kind = list(KINDS).index(unit.kind)
    heads = unit.heads or [""]
    counts = [max(1, len(list(folding.words(head)))) for head in heads]
    shown = [kind, number[unit.page], unit.anchor, heads[0], counts, len(unit.blocks)]
    return [*shown, *([unit.status] * bool(unit.status))]


def _texts(first: list[Unit]) -> dict[str, list[list[str]]]:
    """Return page → the blocks of each of its units."""
    found: dict[str, list[list[str]]] = {}
    for unit in first:
        if unit.kind != "body":
            found.setdefault(unit.page, []).append(unit.blocks)
    return {page: blocks for page, blocks in found.items() if any(blocks)}


def _later(
    second: list[Unit], folding: Folding, number: dict[str, int]
) -> Iterator[tuple[str, Any]]:
    """Yield name and content of the parts on rows, works and bodies of lists."""
    kinds = list(KINDS)
    for at in range(0, len(second), _NAMES_IN_PART):
        told = second[at : at + _NAMES_IN_PART]
        yield f"n{at // _NAMES_IN_PART}", [_named(u, kinds.index(u.kind), number) for u in told]
    # a name and one block each, so that a block tells its unit
    whole = [
        Unit(u.kind, u.page, u.anchor, [" · ".join(u.heads)], [" ".join(u.blocks)], "", u.unseen)
        for u in second
    ]
    for name, held in sorted(index.shards(index.postings(whole, folding)).items()):
        yield f"w{name}", index.written(held)


def _named(unit: Unit, kind: int, number: dict[str, int]) -> list[Any]:
    return [
        kind,
        number[unit.page],
        unit.anchor,
        unit.heads[0],
        *([unit.status] * bool(unit.status)),
    ]


def _part(name: str, data: Any) -> str:
    return f"SEARCH_PART({json.dumps(name)}, {_json(data)});\n"


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
