"""The rows of a number: the first with their sources, the way to all, and pages of long lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from biometrics_china import tables
from biometrics_china.capitals import upper_first
from biometrics_china.codebook.labels import label
from biometrics_china.counts import many
from biometrics_china.publishing import mentions
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.passports import table_links, title_of
from biometrics_china.publishing.rows import cells, places, uses
from biometrics_china.publishing.rows.uses import Place
from biometrics_china.publishing.sentences import REFERENCE
from biometrics_china.traced import Number, Origin
from biometrics_china.validation.model import Row

#: rows that an entry shows at once, rows that it holds folded, and rows of a list
SHOWN, FOLDED, LISTED = 5, 12, 600
#: rows of lists from which on a page of them is full
ON_A_PAGE = 700
#: longer lists of rows, each once → the page it stands on, and its anchor there
Lists = dict[tuple[Place, ...], tuple[int, str]]
#: kind of a number of two sets of rows → what each set is called
_PARTS = {
    "share": ("rows counted", "other rows of the whole"),
    "chosen": ("rows counted", "rows that decide it"),
}
_OTHERWISE = "rows above the line", "rows below the line"


def place_of(number: Number, row_id: str) -> Place:
    """Return table and id of a row, looked for first in the tables of its number.

    Raises KeyError for an id that is no row.
    """
    try:
        return places.of_number(number.tables, row_id)
    except KeyError:
        raise KeyError(f"{number.id} is made of a row {row_id!r}, which is in no table") from None


def html(number: Number, root: str, lists: Lists) -> str:
    """Return the first rows of a number with their sources, and the way to all of them.

    A long list is put into `lists`, which `lists_html` writes on a page of its own.
    """
    if not number.rows:
        return "none" if number.kind == "count" else ""
    counted = [place_of(number, i) for i in number.part or number.rows]
    others = [place_of(number, i) for i in number.rows if i not in {*number.part}]
    fields = _fields(number)
    shown = tag("ul", *(_row(place, fields, root) for place in counted[:SHOWN]), class_="records")
    subject = number.id.partition(".")[0]
    if not number.part:
        return shown + _all("rows", counted, fields, root, lists, SHOWN, subject)
    first, second = _PARTS.get(number.kind, _OTHERWISE)
    above = _all(first, counted, fields, root, lists, SHOWN, subject)
    return shown + above + _all(second, others, fields, root, lists, 0, subject)


def looked_through(number: Number, root: str, lists: Lists) -> str:
    """Return the rows among which nothing was found, so that nought can be followed."""
    if number.rows or not number.among:
        return ""
    found = [place_of(number, i) for i in number.among]
    among = table_links(dict.fromkeys(table for table, _ in found), root)
    rows = many(len(found), "row")
    subject = number.id.partition(".")[0]
    return f"{rows} of: {among}" + _all("of them", found, {}, root, lists, 0, subject)


def _fields(made: Number | Origin) -> dict[str, tuple[str, ...]]:
    """Return row id → the fields of it that a number is made of."""
    found: dict[str, tuple[str, ...]] = {}
    for one in made.terms:
        for row_id, fields in _fields(one).items():
            found[row_id] = tuple(dict.fromkeys([*found.get(row_id, ()), *fields]))
    named = made.kind.split(" ")[1:] if not made.terms else []
    fields = tuple(f for name in named for f in name.rpartition(":")[2].split("|"))
    return found | dict.fromkeys(made.rows, fields) if fields else found


def _row(place: Place, fields: Mapping[str, Iterable[str]], root: str) -> str:
    """Return a row as a link, with what is taken of it, the work that was read and where in it."""
    table, row_id = place
    row = places.rows(table)[row_id][1]
    own = row.get("source_id", "").partition(";")[0]
    source = own or next(iter(uses.sources(table, row_id)), "")
    read = f": {mentions.source_link(source, root)}" if source else ""
    at = row.get("locator", "") if own else ""
    return tag(
        "li", _named(place, fields, root), read, places.linked(f", {at}" if at else "", root)
    )


def _named(place: Place, fields: Mapping[str, Iterable[str]], root: str) -> str:
    """Return a row as a link with its name and its id, and what is taken of it."""
    table, row_id = place
    row = places.rows(table)[row_id][1]
    taken = _taken(table, row, [*fields.get(row_id, ())], root)
    name = places.name(table, row_id)
    said = link(root + places.address(table, row_id), text(name) + _id_beside(name, row_id))
    return said + (f" ({'; '.join(taken)})" if taken else "")


def _id_beside(name: str, row_id: str) -> str:
    return "" if name == row_id else " " + tag("code", text(row_id))


def _taken(table: str, row: Row, fields: list[str], root: str) -> list[str]:
    """Return the fields of a row that a number is made of, and how exact the source is about them."""
    exact = ["qualifier"] if fields and row.get("qualifier") not in (None, "", "exact") else []
    described = {f.name: f for f in tables.package().table(table).fields}
    said = [
        (described[n], cells.html(table, described[n], row, root))
        for n in [*fields, *exact]
        if n in described
    ]
    return [f"{text(label(field.name))}: {cell}" for field, cell in said if cell]


def _all(
    what: str,
    listed: list[Place],
    fields: Mapping[str, Iterable[str]],
    root: str,
    lists: Lists,
    most: int,
    subject: str,
) -> str:
    if len(listed) <= most:
        return ""
    said = f"all {len(listed):,} {what}" if len(listed) > 1 else f"the one of the {what}"
    if len(listed) <= FOLDED:
        items = (tag("li", _named(place, fields, root)) for place in listed[most:])
        rest = f"the other {len(listed) - most:,} of {len(listed):,} {what}" if most else said
        return tag("details", tag("summary", rest), tag("ul", *items, class_="records"))
    if len(listed) > LISTED:
        among = table_links(dict.fromkeys(table for table, _ in listed), root)
        return tag("p", f"{upper_first(said)} are among those of: {among}")
    before = sum(map(len, lists))
    page, place = lists.setdefault(tuple(listed), (before // ON_A_PAGE, f"rows-{len(lists) + 1}"))
    return tag("p", link(f"{root}{lists_address(subject, page)}.html#{place}", said))


def lists_address(subject: str, page: int) -> str:
    """Return the address, without ending, of a page with the long lists of rows of a chapter."""
    return f"{REFERENCE}/numbers/{subject}-rows{f'-{page + 1}' if page else ''}"


def lists_html(lists: Lists, root: str) -> dict[int, str]:
    """Return the long lists of rows of a chapter's numbers, page by page, each under its anchor."""
    pages: dict[int, list[str]] = {}
    for listed, (page, place) in lists.items():
        heading = tag("h2", f"{many(len(listed), 'row')} of: {_titles(listed)}")
        rows_of = tag("ul", *(tag("li", _named(row, {}, root)) for row in listed), class_="records")
        pages.setdefault(page, []).append(
            tag("section", heading, rows_of, class_="record", id=place)
        )
    return {page: "".join(held) for page, held in pages.items()}


def _titles(listed: Iterable[Place]) -> str:
    return text(", ".join(dict.fromkeys(title_of(table) for table, _ in listed)))
