"""Each figure as a table: its frame in words, row by row, each with its records and sources as links.

One page a chapter. A mark of a figure that stands for no single record leads to its row here.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator
from functools import cache

from biometrics_china import exhibits, made, tables, titles, works
from biometrics_china.codebook import Field, labels
from biometrics_china.exhibit import Exhibit
from biometrics_china.numbers import steady
from biometrics_china.publishing import rows
from biometrics_china.publishing.cells import in_words
from biometrics_china.publishing.markup import link, table, tag, text

#: folder of the pages below the site
FOLDER, _TOP = "figures", "../"
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?")
_YEAR = re.compile(r"(^|_)year($|_)")
#: a day that an analysis computed, which may be the middle of a month or a year
_COMPUTED = re.compile(r"(\d{4})-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?")
#: a number among these is a year where its column holds days and years
_YEARS = 1900, 2100
_OWN = ("id", "source_id", "source_ids")
_SIGNS = {"True": "yes", "False": "no"}
_ABOUT = "What the figures of a chapter are drawn from: a row a mark, or several marks of one row."


def address(exhibit_id: str, row: int | None = None) -> str:
    """Return where the table of a figure stands below the site, or one of its rows, from 0."""
    subject = exhibits.get(exhibit_id)[0]
    return f"{FOLDER}/{subject}.html#{_anchor(exhibit_id, row)}"


def _anchor(exhibit_id: str, row: int | None = None) -> str:
    return exhibit_id if row is None else f"{exhibit_id}-{row + 1}"


def link_to(exhibit_id: str, root: str) -> str:
    """Return the link beside a figure that leads to its table."""
    label = exhibits.get(exhibit_id)[1]
    target = root + address(exhibit_id)
    return link(target, "As a table", class_="as-table", aria_label=f"{label}: as a table")


def pages() -> Iterator[tuple[str, str, str]]:
    """Yield address without ending, title and HTML of the page of each chapter's figures."""
    for subject in exhibits.SUBJECTS:
        drawn = [e for e in exhibits.of_subject(subject) if e.draw]
        if not drawn:
            continue
        title = f"Figures as tables: {titles.of(subject)}"
        back = link(f"{_TOP}chapters/{subject}.html", "the chapter")
        head = tag("h1", text(title)) + tag("p", _ABOUT, f" See {back}.")
        yield f"{FOLDER}/{subject}", title, head + "".join(map(_section, drawn))


def _section(exhibit: Exhibit) -> str:
    label = exhibits.get(exhibit.id)[1]
    heads, *body = frame(exhibit.id)
    named = f"{label}. {exhibit.title}"
    links = [link(_TOP + exhibits.address(exhibit.id), "the figure")]
    links += [link(f"{_TOP}exhibits/{exhibit.id}.csv", "CSV", download=True)]
    known = _fields(made.of(exhibit.id).tables)
    # the record of the row leads on to what it points to
    led = {n for n, f in known.items() if f.refers_to and n not in _OWN and "id" in heads}
    columns = zip(heads, zip(*body, strict=True), strict=False)
    dated = {h for h, cells in columns if are_years(h, cells, known.get(h))}
    drawn = [
        [
            text(c) if h in led else _cell(exhibit.id, h, c, known.get(h), is_dated=h in dated)
            for h, c in zip(heads, row, strict=True)
        ]
        for row in body
    ]
    anchors = [_anchor(exhibit.id, n) for n in range(len(body))]
    grid = table([*map(labels.label, heads)], drawn, label=f"{label} as a table", row_ids=anchors)
    title = tag("h2", text(named), id=_anchor(exhibit.id))
    return title + tag("p", " · ".join(links)) + grid


def frame(exhibit_id: str) -> list[list[str]]:
    """Return the head and the rows of the frame of an exhibit, as its file has them."""
    return list(csv.reader(io.StringIO(made.of(exhibit_id).files["csv"].decode())))


def place(exhibit_id: str, row_id: str) -> str:
    """Return the table among those behind a figure that holds a row, or nothing if none does."""
    behind = made.of(exhibit_id).tables
    found = (n for n in behind if n not in ("works", "sources") and row_id in _ids(n))
    return next(found, "")


@cache
def _ids(name: str) -> frozenset[str]:
    return frozenset(tables.load(name)["id"])


@cache
def _fields(names: tuple[str, ...]) -> dict[str, Field]:
    """Return the fields of some tables by name; of two with one name, the first that has codes."""
    found = [f for name in names for f in tables.package().table(name).fields]
    return {f.name: f for f in sorted(found, key=lambda f: bool(f.vocabulary or f.refers_to))}


def are_years(head: str, cells: Iterable[str], field: Field | None = None) -> bool:
    """Return whether the numbers of a column are years, whole or decimal ones, and no counts.

    `field` is that of the codebook with the name of the column; a column that an analysis made has none,
    and its numbers are years where all of them lie among those of our time.
    """
    if field and field.form in ("date", "partial-date"):
        return True
    if field and field.form in ("integer", "number") and not _YEAR.search(head):
        return False
    return all(_YEARS[0] <= float(c) < _YEARS[1] for c in cells if _NUMBER.fullmatch(c))


def _cell(
    exhibit_id: str, head: str, cell: str, field: Field | None, *, is_dated: bool = False
) -> str:
    if not cell:
        return ""
    if head in ("id", "ids") or head.endswith(("_id", "_ids")):
        return "; ".join(_record(exhibit_id, item, field) for item in cell.split(";"))
    if field and field.vocabulary:
        labels = tables.vocabulary(field.vocabulary)
        return text("; ".join(labels.get(item, item) for item in cell.split(";")))
    if cell in _SIGNS:
        return _SIGNS[cell]
    if computed := _COMPUTED.fullmatch(cell):
        return computed[1]
    return number_html(cell, is_dated=is_dated) if _NUMBER.fullmatch(cell) else text(in_words(cell))


def number_html(cell: str, *, is_dated: bool) -> str:
    """Return a number as a reader writes it; of a decimal year the year alone, as its day may be made.

    >>> number_html("2019.0", is_dated=False), number_html("2019.498", is_dated=True)
    ('2,019', '2019')
    """
    number = steady(float(cell))
    if is_dated and _YEARS[0] <= number < _YEARS[1]:
        return str(math.floor(number))
    return f"{number:,.0f}" if number.is_integer() else f"{number:,.4g}"


def _record(exhibit_id: str, item: str, field: Field | None) -> str:
    """Return an id as a link to its row, where one of the tables behind the figure holds it.

    Other columns say what the row is; a source is cited.
    """
    if field and field.refers_to == "sources.id":
        return rows.row_link("sources", item, _TOP, works.cited(item))
    other = field.refers_to.partition(".")[0] if field else ""
    name = other or place(exhibit_id, item)
    return rows.row_link(name, item, _TOP, item) if name else text(item)
