"""The pages of the data: one record after the other, each under its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from biometrics_china import codebook, metadata, tables
from biometrics_china.publishing import theme
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.rows import cells, places, uses
from biometrics_china.publishing.sentences import REFERENCE
from biometrics_china.validation.model import Row

#: row → what became of it in which version
History = Mapping[uses.Place, str]

#: more rows of one table that use a row are counted and not named
_MOST = 6
_CONTENTS = "index"


def pages(history: History) -> Iterator[tuple[str, str, str]]:
    """Yield address without ending, title and HTML of each page of the data, contents first.

    `history` says of rows that came or changed after the first version what happened, and when.
    """
    yield f"{places.FOLDER}/{_CONTENTS}", "The data, row by row", _contents()
    for described in tables.package().tables:
        if described.name in places.ELSEWHERE:
            continue
        parts = places.parts(described.name)
        for number in range(len(parts)):
            title = described.title + (f", part {number + 1}" if len(parts) > 1 else "")
            where = f"{places.FOLDER}/{places.page(described.name, number)}"
            yield where, title, _page(described, number, title, history)


def contents_link(root: str, said: str) -> str:
    """Return a link to the list of all tables."""
    return link(f"{root}{places.FOLDER}/{_CONTENTS}.html", text(said))


def _contents() -> str:
    items = (tag("li", *_described(table)) for table in tables.package().tables)
    about = (
        "Each record of the book with its fields in words, its source, and what points to it. A record "
        "whose source was not read says so. "
        "The files themselves are offered for download with the codebook."
    )
    words = link(f"../{REFERENCE}/codebook.html", "codebook")
    return (
        tag("h1", "The data, row by row")
        + tag("p", text(about), f" See the {words}.")
        + tag("ul", *items)
    )


def _described(table: codebook.Table) -> tuple[str, str]:
    named = places.table_link(table.name, "../", table.title)
    return named, f" ({_count(len(places.sheet(table.name).rows))}): {text(table.description)}"


def _count(number: int) -> str:
    return f"{number:,} record{'s' * (number != 1)}"


def _page(described: codebook.Table, number: int, title: str, history: History) -> str:
    name, parts = described.name, places.parts(described.name)
    head = [
        tag("h1", text(title)),
        tag("p", text(described.description)),
        tag("p", _about(described)),
        tag("p", _cited(name)),
        _other_parts(name, number),
        _rests_on(name),
        tag("div", class_="row-tools", data_table=name),
    ]
    fields = [f for f in described.fields if f.name != "id"]
    records = (_record(name, fields, row, history) for row in parts[number])
    script = tag("script", src=theme.asset("../", "rows.js"), defer=True)
    again = _other_parts(name, number, "Parts of the table, again")
    whole = "".join([*head, *records, again, script])
    return whole.replace(f'href="../{places.FOLDER}/', 'href="')  # thousands of links stay short


def _about(described: codebook.Table) -> str:
    rows = _count(len(places.sheet(described.name).rows))
    fields = link(f"../{REFERENCE}/codebook.html#table-{described.name}", "fields and codes")
    file = link(described.path, text(described.path), download=True)
    return f"{rows} · {contents_link('../', 'all tables')} · {fields} · download {file}"


def _cited(table: str) -> str:
    version = metadata.load().printed_version
    said = (
        f"A record is cited, or reported as wrong, by its table, its id and the version: "
        f"{table}/… of version {version}."
    )
    report = link(f"../{REFERENCE}/corrections.html", "where to report an error")
    return f"{text(said)} See {report}."


def _other_parts(table: str, number: int, label: str = "Parts of the table") -> str:
    parts = places.parts(table)
    if len(parts) == 1:
        return ""
    links = (
        tag("b", str(n + 1)) if n == number else link(f"{places.page(table, n)}.html", str(n + 1))
        for n in range(len(parts))
    )
    span = f"{parts[number][0]['id']} to {parts[number][-1]['id']}"
    said = f"Here {text(span)}. Parts: "
    return tag("nav", said, " ".join(links), aria_label=label, class_="row-parts")


def _rests_on(table: str) -> str:
    found = uses.of_tables().get(table, [])
    return tag("p", f"The whole table stands behind: {_findings(found)}.") if found else ""


def _record(table: str, fields: list[codebook.Field], row: Row, history: History) -> str:
    """Return one record: its name, its fields, and what uses it."""
    row_id = row["id"]
    name = places.name(table, row_id)
    shown = (f for f in fields if not cells.is_told(f, row, name))
    pairs = [(cells.words(f.name), cells.html(table, f, row, "../")) for f in shown]
    pairs += [("Used by", _used(table, row_id)), ("Versions", text(history.get((table, row_id))))]
    heading = tag("h2", text(name), " ", link(f"#{row_id}", tag("code", text(row_id))))
    return tag("section", heading, definitions(pairs), class_="record", id=row_id)


def _used(table: str, row_id: str) -> str:
    found = uses.of_rows().get((table, row_id), {})
    said = [f"{_titles()[other]}: {_some(other, ids)}" for other, ids in found.items()]
    if claims := uses.of_findings().get((table, row_id)):
        said.insert(0, f"Findings: {_findings(claims)}")
    return "; ".join(said)


def _some(table: str, ids: list[str]) -> str:
    links = [places.row_link(table, i, "../", i) for i in ids[:_MOST]]
    more = [f"and {len(ids) - _MOST:,} more"] if len(ids) > _MOST else []
    return ", ".join([*links, *more])


def _findings(ids: list[str]) -> str:
    return ", ".join(
        link(f"../{REFERENCE}/findings.html#{i}", text(i.removeprefix("claim-"))) for i in ids
    )


@cache
def _titles() -> dict[str, str]:
    return {t.name: text(t.title) for t in tables.package().tables}
