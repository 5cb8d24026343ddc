"""The pages of the data: one record after the other, each under its id."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from biometrics_china import codebook, metadata, tables, titles
from biometrics_china.capitals import upper_first
from biometrics_china.codebook.labels import label
from biometrics_china.counts import many
from biometrics_china.publishing import citation, theme
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.rows import cells, places, used, uses
from biometrics_china.publishing.sentences import REFERENCE
from biometrics_china.validation.model import Row

#: row → what became of it in which version
History = Mapping[uses.Place, str]

_CONTENTS = "index"


def pages(history: History) -> Iterator[tuple[str, str, str]]:
    """Yield address without ending, title and HTML of each page of the data, contents first.

    `history` says of rows that came or changed after the first version what happened, and when.
    """
    yield f"{places.FOLDER}/{_CONTENTS}", "The data, row by row", _contents()
    for described in tables.package().tables:
        if described.name in places.WITHOUT_PAGE:
            continue
        parts = places.parts(described.name)
        for number in range(len(parts)):
            title = described.title + (f", part {number + 1}" if len(parts) > 1 else "")
            where = f"{places.FOLDER}/{places.page(described.name, number)}"
            yield where, title, _page(described, number, title, history)


def contents_link(root: str, said: str) -> str:
    """Return a link to the list of all tables."""
    return link(f"{root}{places.FOLDER}/{_CONTENTS}.html", text(said))


def scripts() -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the script that holds all records of each table of several pages.

    A page loads it when the whole table is asked for, which works from a folder as well.
    """
    for described in tables.package().tables:
        name = described.name
        if name in places.WITHOUT_PAGE or len(places.parts(name)) == 1:
            continue
        fields = [f for f in described.fields if f.name != "id"]
        heads = ["Id", "Name", *(label(f.name) for f in fields)]
        rows = [
            [n, row["id"], _besides_id(name, row["id"])]
            + [cells.plain(name, field, row) for field in fields]
            for n, part in enumerate(places.parts(name))
            for row in part
        ]
        held = json.dumps({"heads": heads, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
        held = held.replace("</", "<\\/")
        yield f"{places.FOLDER}/{name}.js", f"bookRows({held});\n".encode()


def _besides_id(table: str, row_id: str) -> str:
    """Return what a row is called, or nothing where it is called by its id."""
    name = places.name(table, row_id, whole=True)
    return "" if name == row_id else name


def _contents() -> str:
    groups: dict[str, list[str]] = {}
    for table in tables.package().tables:
        folder = table.path.rpartition("/")[0]
        groups.setdefault(folder, []).append(tag("li", *_described(table)))
    subjects = titles.every() | {"": "The book as a whole"}
    lists = "".join(
        tag("h2", text(subjects.get(folder, upper_first(folder.replace("_", " ")))))
        + tag("ul", *items)
        for folder, items in groups.items()
    )
    about = (
        "Each record of the book with its fields in words, its source, and what points to it. A record "
        "whose source was not read says so. "
        "The files themselves are offered for download with the codebook."
    )
    words = link(f"../{REFERENCE}/codebook.html", "codebook")
    return tag("h1", "The data, row by row") + tag("p", text(about), f" See the {words}.") + lists


def _described(table: codebook.Table) -> tuple[str, str]:
    if table.name in places.WITHOUT_PAGE:
        named = places.table_link(table.name, "../", table.title)
    else:
        named = link(f"{places.page(table.name, 0)}.html", text(table.title))
    return named, f" ({_count(len(places.sheet(table.name).rows))}): {text(table.description)}"


def _count(number: int) -> str:
    return many(number, "record")


def _page(described: codebook.Table, number: int, title: str, history: History) -> str:
    name, parts = described.name, places.parts(described.name)
    head = [
        tag("h1", text(title)),
        tag("p", text(described.description)),
        tag("p", _about(described)),
        tag("p", _cited(name)),
        _other_parts(name, number),
        used.of_table(name),
        _tools(name, title),
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


def _tools(table: str, title: str) -> str:
    """Return where a script puts the tools of the records, with the words that it fills in."""
    version = metadata.load().printed_version
    several = len(places.parts(table)) > 1
    report = (
        f"Record {table}/{{id}} ({{name}}) of version {version}, {{address}}. "
        "What is wrong: … The source that shows it, and the place in it: …"
    )
    cite = citation.of_part(f"Record {table}/{{id}}: {{name}}", f"{places.FOLDER}/")
    return tag(
        "div",
        class_="row-tools",
        data_table=table,
        data_parts=f"{table}.js" if several else None,
        data_count=f"{len(places.sheet(table).rows):,}",
        data_title=title,
        data_cite=f"{cite.rpartition(' ')[0]} {{address}}",
        data_report=report,
    )


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


def _record(table: str, fields: list[codebook.Field], row: Row, history: History) -> str:
    """Return one record: its name, its fields, and what uses it."""
    row_id = row["id"]
    name = places.name(table, row_id, whole=True)
    shown = (f for f in fields if not cells.is_told(f, row, name))
    pairs = [(label(f.name), cells.html(table, f, row, "../")) for f in shown]
    pairs += [
        ("Sources of what it rests on", cells.rests_on(table, row)),
        ("Used by", used.of_row(table, row_id)),
        ("Versions", _versions(table, row_id, history)),
    ]
    own = link(f"#{row_id}", tag("code", text(row_id)))
    heading = tag("h2", *([text(name), " "] if name != row_id else []), own)
    return tag("section", heading, definitions(pairs), class_="record", id=row_id)


def _versions(table: str, row_id: str, history: History) -> str:
    said = history.get((table, row_id), "")
    return link(f"../{REFERENCE}/changes.html", text(said)) if said else ""
