"""Where each row of the data stands on the site, and what a link to it says.

A table is cut into pages by the length of its cells, so that no page is heavy. The anchor of a row is
its id. Rows of some tables have had their place on other pages before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from biometrics_china import provenance, tables
from biometrics_china.publishing import register_places
from biometrics_china.publishing.markup import link, text
from biometrics_china.publishing.rows import called
from biometrics_china.publishing.sentences import REFERENCE
from biometrics_china.validation import Sheet
from biometrics_china.validation.model import Row

#: folder of the pages below the site
FOLDER = "data"
#: tables whose rows have a place of their own, to which links lead → the address of a row below the
#: site
ELSEWHERE: dict[str, Callable[[str], str]] = {
    "claims": f"{REFERENCE}/findings.html#{{}}".format,
    "glossary": f"{REFERENCE}/glossary.html#term-{{}}".format,
    "entities": lambda row_id: f"register/{register_places.page(row_id)}",
    "sources": f"{REFERENCE}/sources.html#source-{{}}".format,
    "works": f"{REFERENCE}/sources.html#work-{{}}".format,
}
#: those of them that have no page of the data besides: a finding holds numbers that are filled in
WITHOUT_PAGE = frozenset({"claims"})
#: letters of cells on a page, each cell counted with what is written around it
_MOST, _AROUND = 120_000, 75
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


def name(table: str, row_id: str, *, whole: bool = False) -> str:
    """Return what readers call a row, or its id where nothing names it.

    A long name is cut, unless the `whole` is wanted.
    """
    row = rows(table)[row_id][1]
    named = called.name(table, row)
    is_cut = len(named) > _LONGEST and not whole
    return f"{named[: _LONGEST - 1].rstrip()}…" if is_cut else named


@cache
def _of_facts() -> tuple[str, ...]:
    return tuple(name for name in tables.names() if name not in provenance.ABOUT_FACTS)


def of_number(tables_of: Iterable[str], row_id: str) -> tuple[str, str]:
    """Return table and id of a row that a number is made of, looked for first in its tables.

    Raises KeyError for an id that is no row.
    """
    for table in (*tables_of, *_of_facts(), *provenance.ABOUT_FACTS):
        if row_id in rows(table):
            return table, row_id
    raise KeyError(row_id)


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


#: an id as texts name it: letters, then digits or further words; a word alone only behind its table
_ID = re.compile(
    r"(?<![\w/.-])(?=[a-z]+[-0-9]|[a-z_]+/)"
    r"(?:([a-z_]+)/)?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?![\w/-])"
)


@cache
def _by_id() -> dict[str, str]:
    """Return id → table, for ids of one table alone that no word of a text can be."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for table in tables.names():
        for row_id in rows(table):
            twice |= {row_id} & found.keys()
            found[row_id] = table
    told = ("sources", "works", "claims")  # their ids are no words, and entities' can be
    is_id = {i for i, t in found.items() if re.search(r"\d", i) or ("-" in i and t in told)}
    return {i: found[i] for i in is_id - twice}


def linked(said: str, root: str) -> str:
    """Return a text with each lasting id in it as a link to its row.

    An id is known by a digit in it, as that of a source or a finding, or by its table before it.
    """

    def put(found: re.Match[str]) -> str:
        table = found[1] or _by_id().get(found[2], "")
        where = address(table, found[2]) if table else ""
        return link(root + where, found[0]) if where else found[0]

    return _ID.sub(put, text(said))
