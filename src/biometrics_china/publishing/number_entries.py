"""The entry of a number: what it is made of, how, where it stands, and the way to its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from biometrics_china import exhibits, provenance, tables
from biometrics_china.origins import Number
from biometrics_china.publishing import mentions, number_uses, rows
from biometrics_china.publishing.code import places as code_places
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.renderer import table_links, title_of
from biometrics_china.publishing.rows import cells, places
from biometrics_china.publishing.rows.uses import Place
from biometrics_china.publishing.sentences import REFERENCE, anchor

#: rows and sentences that an entry shows at once, rows that it holds folded, and rows of a list
SHOWN, FOLDED, LISTED = 5, 12, 600
#: longer lists of rows, each once on a page → its anchor
Lists = dict[tuple[Place, ...], str]
_BOUNDS = {
    "low": "a lower end; it is rounded down and never up",
    "high": "an upper end; it is rounded up and never down",
}
#: kind of a number of two sets of rows → what each set is called
_PARTS = {"share": ("rows counted", "other rows of the whole")}
_OTHERWISE = "rows above the line", "rows below the line"
_RESTS = "Computed by the analysis of the chapter from the tables named below."


def html(number: Number, uses: Sequence[number_uses.Use], root: str, lists: Lists) -> str:
    """Return the entry of a number, without the element that holds it.

    A long list of rows is put into `lists`, which `lists_html` writes on a page of its own.
    """
    pairs = [
        ("Unrounded", text(unrounded(number))),
        ("Made of", _made(number, root)),
        ("Uncertainty", _uncertainty(number)),
        ("Rows", _rows(number, root, lists)),
        ("Looked through", _looked_through(number, root, lists)),
        ("Tables", table_links(number.tables, root)),
        ("Stands in", _stands_in(uses, root) or _described(number, root)),
    ]
    heading = tag(
        "h2", text(number.text), " ", link(f"#{anchor(number.id)}", tag("code", text(number.id)))
    )
    return heading + tag("p", text(number.meaning)) + definitions(pairs)


def unrounded(number: Number) -> str:
    """Return the value with ten digits, or nothing where the printed form says it all."""
    value = number.value
    if isinstance(value, str):
        return ""
    said = f"{value:,}" if isinstance(value, int) else f"{value:.10g}"
    return "" if said == number.text else said


def _made(number: Number, root: str) -> str:
    subject = number.id.partition(".")[0]
    place = link(f"{root}chapters/analysis/{subject}.html", "analysis")
    if code := code_places.of_number(number.id, root):
        place += f", {code}"
    if number.kind == "set":
        return text(f"{number.how}: made of no row") + f" ({place})"
    said = number.how or ("computed from the rows below" if number.rows else _RESTS)
    return text(said) + f" ({place})"


def _uncertainty(number: Number) -> str:
    found = exhibits.numbers_of(number.id.partition(".")[0])
    name = number.id.partition(".")[2]
    ends = [found[f"{name}_{end}"] for end in ("low", "high") if f"{name}_{end}" in found]
    said = [f"{link(f'#{anchor(end.id)}', text(end.text))} ({text(end.meaning)})" for end in ends]
    return "; ".join([*said, *([text(_BOUNDS[number.bound])] if number.bound else [])])


@cache
def _tables() -> tuple[str, ...]:
    return tuple(name for name in tables.names() if name not in provenance.ABOUT_FACTS)


def place_of(number: Number, row_id: str) -> Place:
    """Return table and id of a row, looked for first in the tables of its number.

    Raises KeyError for an id that is no row.
    """
    for table in (*number.tables, *_tables(), *provenance.ABOUT_FACTS):
        if row_id in places.rows(table):
            return table, row_id
    raise KeyError(f"{number.id} is made of a row {row_id!r}, which is in no table")


def _rows(number: Number, root: str, lists: Lists) -> str:
    if not number.rows:
        return "none" if number.kind == "count" else ""
    counted = [place_of(number, i) for i in number.part or number.rows]
    others = [place_of(number, i) for i in number.rows if i not in {*number.part}]
    fields = number.kind.split(" ")[1:]
    shown = tag("ul", *(_row(place, fields, root) for place in counted[:SHOWN]), class_="records")
    subject = number.id.partition(".")[0]
    if not number.part:
        return shown + _all("rows", counted, root, lists, SHOWN, subject)
    first, second = _PARTS.get(number.kind, _OTHERWISE)
    above = _all(first, counted, root, lists, SHOWN, subject)
    return shown + above + _all(second, others, root, lists, 0, subject)


def _looked_through(number: Number, root: str, lists: Lists) -> str:
    """Return the rows among which nothing was found, so that nought can be followed."""
    if number.rows or not number.among:
        return ""
    found = [place_of(number, i) for i in number.among]
    among = table_links(dict.fromkeys(table for table, _ in found), root)
    rows = f"{len(found):,} row{'s' * (len(found) != 1)}"
    subject = number.id.partition(".")[0]
    return f"{rows} of: {among}" + _all("of them", found, root, lists, 0, subject)


def _row(place: Place, fields: Iterable[str], root: str) -> str:
    """Return a row as a link, with what is taken of it, the work that was read and where in it."""
    table, row_id = place
    row = places.rows(table)[row_id][1]
    described = {f.name: f for f in tables.package().table(table).fields if f.name in fields}
    taken = [cells.html(table, field, row, root) for field in described.values()]
    source = row.get("source_id", "").partition(";")[0]
    read = f": {mentions.source_link(source, root)}" if source else ""
    at = row.get("locator", "") if source else ""
    named = rows.row_link(table, row_id, root)
    said = "" if places.name(table, row_id) == row_id else " " + tag("code", text(row_id))
    what = f" ({'; '.join(taken)})" if any(taken) else ""
    return tag("li", named, said, what, read, text(f", {at}" if at else ""))


def _all(what: str, listed: list[Place], root: str, lists: Lists, most: int, subject: str) -> str:
    if len(listed) <= most:
        return ""
    said = f"all {len(listed):,} {what}"
    if len(listed) <= FOLDED:
        return tag("details", tag("summary", said), tag("p", _linked(listed, root)))
    if len(listed) > LISTED:
        among = table_links(dict.fromkeys(table for table, _ in listed), root)
        return tag("p", f"{said[0].upper()}{said[1:]} are among those of: {among}")
    place = lists.setdefault(tuple(listed), f"rows-{len(lists) + 1}")
    return tag("p", link(f"{root}{lists_address(subject)}.html#{place}", said))


def lists_address(subject: str) -> str:
    """Return the address, without ending, of the page with the long lists of rows of a chapter."""
    return f"{REFERENCE}/numbers/{subject}-rows"


def _linked(listed: Iterable[Place], root: str) -> str:
    return ", ".join(rows.row_link(table, row_id, root, row_id) for table, row_id in listed)


def lists_html(lists: Lists, root: str) -> str:
    """Return the long lists of rows of a chapter's numbers, each under its anchor."""
    return "".join(
        tag(
            "section",
            tag("h2", f"{len(listed):,} rows of: {_titles(listed)}"),
            tag("p", _linked(listed, root)),
            class_="record",
            id=place,
        )
        for listed, place in lists.items()
    )


def _titles(listed: Iterable[Place]) -> str:
    return text(", ".join(dict.fromkeys(title_of(table) for table, _ in listed)))


def _described(number: Number, root: str) -> str:
    """Return the drawings whose description says a number that no text says."""
    subject, _, name = number.id.partition(".")
    links = [
        link(f"{root}chapters/{subject}.html#{exhibit.id}", text(exhibits.get(exhibit.id)[1]))
        for exhibit in exhibits.of_subject(subject)
        if exhibit.draw and f"{{{name}}}" in exhibit.alt
    ]
    return f"the description of {', '.join(links)}" if links else ""


def _stands_in(uses: Sequence[number_uses.Use], root: str) -> str:
    items = [
        tag("li", text(use.sentence), " ", link(f"{root}{use.page}#{use.anchor}", text(use.title)))
        for use in uses[:SHOWN]
    ]
    more = [tag("li", f"and {len(uses) - SHOWN} more places")] if len(uses) > SHOWN else []
    return tag("ul", *items, *more, class_="records") if items else ""
