"""The fields of a row in words: codes as labels, dates and numbers as printed, keys as links."""

from __future__ import annotations

import re
from html import unescape

from biometrics_china import provenance, works
from biometrics_china.codebook import Field
from biometrics_china.codebook.labels import label
from biometrics_china.publishing.addresses import is_doubtful, is_linked
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.rows import called, places, used, uses, words
from biometrics_china.validation.model import Row, was_read

#: sources of what a row rests on that are named
_SOURCES = 6
_TAG = re.compile(r"<[^>]+>")


def is_told(field: Field, row: Row, name: str) -> bool:
    """Return whether a field says no more than the heading `name`, or than is so of nearly all rows."""
    is_name = field.name in called.NAMING and not field.refers_to and row[field.name] == name
    return is_name or (field.name == "verification" and was_read(row))


def html(table: str, field: Field, row: Row, root: str) -> str:
    """Return the cell of a row in words; empty for an empty cell. `root` leads to the top."""
    cell = row[field.name]
    if not cell:
        return ""
    if field.name == "url":
        return _address(table, cell, row)
    if field.name in words.OF_ANOTHER:
        field = words.meant(field, row)
    items = field.items(cell) if field.type == "list" else (cell,)
    said = [_item(field, {**row, field.name: item}, item, root) for item in items]
    return "; ".join(said) + ("" if field.type == "list" else _unit(field))


def _item(field: Field, row: Row, item: str, root: str) -> str:
    """Return one item of a cell in words, with a link where it points to rows."""
    pointed = [_pointed(target, item, field, root) for target in uses.points(field, row)]
    return "; ".join(pointed) or places.linked(words.word(field, item), root)


def plain(table: str, field: Field, row: Row) -> str:
    """Return the cell of a row in words, as text alone."""
    return unescape(_TAG.sub("", html(table, field, row, "")))


def _unit(field: Field) -> str:
    """Return the unit behind a number, unless the name of the field says it, or it is a remark."""
    said = label(field.name).lower()
    if not field.unit or field.unit.lower() in said or said in field.unit.lower():
        return ""
    is_remark = " " in field.unit and field.unit != "per cent"
    return "" if is_remark else f" {field.unit}"


def _pointed(target: uses.Place, item: str, field: Field, root: str) -> str:
    table, row_id = target
    if table == "claims":
        said = used.finding(row_id)
    elif table == "sources":
        return source(row_id, root)
    else:
        said = item if field.refers_to.endswith(".name") else ""
    return places.row_link(table, row_id, root, said)


def source(source_id: str, root: str) -> str:
    """Return a source as a link, by the work that was read in it."""
    mark = works.mark(source_id)
    said = works.cited(source_id) + (f" (read in a {mark})" if mark else "")
    return places.row_link("sources", source_id, root, said)


def rests_on(table: str, row: Row) -> str:
    """Return the sources of the rows to which a row points, if it names none itself."""
    if table in ("sources", "works") or any("source_id" in name and row[name] for name in row):
        return ""
    named = uses.sources(table, row["id"])
    links = [source(source_id, "../") for source_id in named[:_SOURCES]]
    more = [f"and {len(named) - _SOURCES} more"] if len(named) > _SOURCES else []
    return "; ".join([*links, *more])


def _address(table: str, cell: str, row: Row) -> str:
    """Return an address as a link, unless a weak page stands there or nothing says that none does."""
    if table == "works":
        is_safe = is_linked(row["id"])
    else:
        is_safe = table == "sources" and not is_doubtful(provenance.source(row["id"]))
    is_safe = is_safe and cell.startswith("http")
    return link(cell, text(cell)) if is_safe else tag("code", text(cell), class_="address")
