"""Where each row of the data stands on the site, and what a link to it says.

A table is cut into pages by the length of its cells, so that no page is heavy. The anchor of a row is
its id. Rows of some tables have had their place on other pages before.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from biometrics_china import tables
from biometrics_china.publishing import register_places
from biometrics_china.publishing.markup import link, text
from biometrics_china.publishing.sentences import REFERENCE
from biometrics_china.validation import Sheet
from biometrics_china.validation.model import Row

#: folder of the pages below the site
FOLDER = "data"
#: tables whose rows stand elsewhere → the address of a row below the site
ELSEWHERE: dict[str, Callable[[str], str]] = {
    "claims": f"{REFERENCE}/findings.html#{{}}".format,
    "entities": lambda row_id: f"register/{register_places.page(row_id)}",
    "sources": f"{REFERENCE}/sources.html#source-{{}}".format,
    "works": f"{REFERENCE}/sources.html#work-{{}}".format,
}
#: letters of cells on a page, each cell counted with what is written around it
_MOST, _AROUND = 120_000, 60
#: fields by which a row is known to readers, the plainest first
NAMES = (
    "title", "title_en", "name", "name_en", "name_zh", "label", "subject", "what", "question", "entity",
    "statement", "says", "said", "body", "place", "question_text", "group", "number", "article",
)  # fmt: skip
#: a longer name of a row is cut
_LONGEST = 90


@cache
def parts(table: str) -> tuple[tuple[Row, ...], ...]:
    """Return the rows of a table by the page they stand on. Raises KeyError for an unknown table."""
    found: list[list[Row]] = [[]]
    filled = 0
    for row in sheet(table).rows:
        size = sum(len(cell) + _AROUND for cell in row.values() if cell)
        if found[-1] and filled + size > _MOST:
            found.append([])
            filled = 0
        found[-1].append(row)
        filled += size
    return tuple(map(tuple, found))


@cache
def sheet(table: str) -> Sheet:
    """Return the cells of a table as text. Raises KeyError for an unknown table."""
    return tables.cells(table)[table]


def page(table: str, part: int) -> str:
    """Return the name of a page of a table, without its ending; the first part is 0."""
    return f"{table}-{part + 1}" if part else table


@cache
def known() -> frozenset[str]:
    """Return the names of all tables."""
    return frozenset(tables.names())


@cache
def rows(table: str) -> dict[str, tuple[str, Row]]:
    """Return row id → the page it stands on, and the row."""
    return {row["id"]: (page(table, n), row) for n, part in enumerate(parts(table)) for row in part}


def name(table: str, row_id: str) -> str:
    """Return what readers call a row, or its id where the table has no field that names it."""
    row = rows(table)[row_id][1]
    named = next((row[field] for field in NAMES if row.get(field)), row_id)
    return named if len(named) <= _LONGEST else f"{named[: _LONGEST - 1].rstrip()}…"


def table_link(table: str, root: str, said: str) -> str:
    """Return a link to the first page of a table, or to the list that holds its rows."""
    if table == "entities":
        where = "chapters/partner_register"
    elif table in ELSEWHERE:
        where = ELSEWHERE[table]("").partition(".html")[0]
    else:
        where = f"{FOLDER}/{page(table, 0)}"
    return link(f"{root}{where}.html", text(said))


def address(table: str, row_id: str) -> str:
    """Return where a row stands below the site, or nothing if there is no such row."""
    if table not in known() or row_id not in rows(table):
        return ""
    elsewhere = ELSEWHERE.get(table)
    return elsewhere(row_id) if elsewhere else f"{FOLDER}/{rows(table)[row_id][0]}.html#{row_id}"


def row_link(table: str, row_id: str, root: str, said: str = "") -> str:
    """Return a link to a row, which says `said` or what readers call the row.

    `root` is the way from the page up to the top of the site. An id that is no row is plain text.
    """
    where = address(table, row_id)
    if not where:
        return text(said or row_id)
    return link(root + where, text(said or name(table, row_id)))
