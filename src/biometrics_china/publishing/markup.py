"""Small helpers to write correct HTML; everything that comes from data is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import takewhile
from urllib.parse import quote

import pandas as pd

Attribute = str | int | bool | None

#: elements that hold nothing and are not closed
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
#: columns from which on a table becomes a list of records on a phone
STACKED = 4
#: what the standard for addresses forbids in one
_FORBIDDEN = re.compile(r'[\s"<>^`{|}]')


_BARE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{head}
</head>
{body}
</html>
"""


def bare_page(head: str, body: str, language: str = "en") -> str:
    """Return a page outside the frame of the site: `head` without what all say, `body` whole."""
    return _BARE.format(head=head, body=body, language=language)


def tag(name: str, *children: str, **attributes: Attribute) -> str:
    """Return an element; children are HTML already, attributes are escaped.

    A trailing underscore in an attribute name is dropped (``class_``), inner ones become hyphens;
    an attribute of True stands alone, one of None or False is left out.
    """
    parts = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        name_ = key.rstrip("_").replace("_", "-")
        parts.append(f" {name_}" if value is True else f' {name_}="{escape(str(value))}"')
    opening = f"<{name}{''.join(parts)}>"
    return opening if name in VOID else f"{opening}{''.join(children)}</{name}>"


def text(value: object) -> str:
    """Return a value as escaped text; a missing value is empty."""
    return "" if value is None or value is pd.NA or value != value else escape(str(value))


def link(address: str, content: str, **attributes: Attribute) -> str:
    """Return a link; `content` is HTML. The address is written as browsers read it."""
    return tag("a", content, href=valid(address), **attributes)


def valid(address: str) -> str:
    """Return an address with a slash for each backslash, and what is forbidden in it encoded."""
    return _FORBIDDEN.sub(lambda found: quote(found.group()), address.replace("\\", "/"))


def definitions(pairs: list[tuple[str, str]]) -> str:
    """Return a definition list; terms are plain text, descriptions HTML, empty ones are left out."""
    items = (tag("dt", text(term)) + tag("dd", body) for term, body in pairs if body)
    return tag("dl", *items)


def table(
    heads: list[str],
    rows: list[list[str]],
    *,
    label: str,
    labelled_by: str | None = None,
    row_ids: list[str] | None = None,
    kind: str = "",
    stacked: bool = False,
    in_groups: bool = False,
) -> str:
    """Return a table in a region that scrolls sideways, if at all, and that the keyboard reaches.

    `rows` hold HTML cells; the first cell of a row is its head. `label` names table and region for
    screen readers; `labelled_by` is the id of an element that names the table in its place.
    `row_ids` gives rows lasting anchors; `kind` adds a class, for the widths of
    columns. An empty head becomes a data cell, since
    a header cell without text helps nobody. A table that is `stacked` becomes a list of records
    with named fields on a phone; one `in_groups` shows what leads several rows once (`repeated`).
    """
    head = "".join(tag("th", text(h), scope="col") if h else tag("td") for h in heads)
    ids = row_ids or [None] * len(rows)  # type: ignore[list-item]
    again = repeated(rows) if in_groups else [0] * len(rows)
    named = heads if stacked and len(heads) >= STACKED else [""] * len(heads)
    body = "".join(
        tag("tr", *_cells(row, named, count), id=i)
        for row, i, count in zip(rows, ids, again, strict=True)
    )
    kind = f"{kind} stacked" if any(named) else kind
    grid = tag(
        "table",
        tag("thead", tag("tr", head)),
        tag("tbody", body),
        class_=f"exhibit-table {kind.strip()}".strip(),
        aria_label=None if labelled_by else label,
        aria_labelledby=labelled_by,
    )
    return scrolling("div", grid, label=label, class_="table-scroll")


def repeated(rows: list[list[str]]) -> list[int]:
    """Return for each row how many of its first cells say what those of the row before say.

    >>> repeated([["Law A", "2019", "x"], ["Law A", "2019", "y"], ["Law A", "2020", "y"]])
    [0, 2, 1]
    """
    pairs = (zip(*two, strict=False) for two in zip([[], *rows], rows, strict=False))
    return [sum(1 for _ in takewhile(lambda two: two[0] == two[1], pair)) for pair in pairs]


def _cells(row: list[str], named: list[str], again: int) -> Iterator[str]:
    """Yield the cells of a row, the first as its head; those said before are there, but not seen."""
    for place, (cell, head) in enumerate(zip(row, named, strict=True)):
        name, scope = ("td", None) if place else ("th", "row")
        is_again = bool(cell) and place < again < len(row)
        content = tag("span", cell) if is_again else cell
        kind = "again" if is_again else None
        yield tag(name, content, scope=scope, class_=kind, data_label=(place and head) or None)


def scrolling(name: str, content: str, *, label: str, **attributes: Attribute) -> str:
    """Return an element that may scroll, named and within reach of the keyboard.

    Where a script runs, it takes name and reach away while nothing scrolls.
    """
    attributes |= {"tabindex": "0", "role": "region", "aria_label": f"{label}, scrollable"}
    return tag(name, content, **attributes)
