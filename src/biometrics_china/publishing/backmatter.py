"""The generated back matter: codebook, contradictions, corrections, grades."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from biometrics_china import codebook, place, provenance, tables
from biometrics_china.counts import many
from biometrics_china.publishing import rows
from biometrics_china.publishing.cells import in_words
from biometrics_china.publishing.markup import link, table, tag, text
from biometrics_china.publishing.mentions import one_each, source_link
from biometrics_china.publishing.passports import title_of


def codebook_html(root: str) -> str:
    """Return every table of the data with its fields, constraints, vocabularies and downloads."""
    package = tables.package()
    parts = [_table_section(t, root) for t in package.tables]
    parts += [tag("h2", "Vocabularies", id="vocabularies")]
    parts += [_vocabulary(name, v) for name, v in package.vocabularies.items()]
    about = tag("p", "The rows themselves: ", rows.contents_link(root, "the data, row by row"), ".")
    return about + nearby("".join(parts), root)


def _table_section(described: codebook.Table, root: str) -> str:
    frame = tables.load(described.name)
    address = f"{root}data/{described.path}"
    fields = [_field_row(f) for f in described.fields]
    return "".join(
        [
            tag("h2", text(described.title), id=f"table-{described.name}"),
            tag("p", text(described.description)),
            tag(
                "p",
                rows.table_link(described.name, root, many(len(frame), "row")),
                " · ",
                tag("code", text(described.name)),
                " · ",
                link(address, f"download {text(described.path)}", download=True),
            ),
            table(
                ["Field", "Type", "Meaning", "Allowed"],
                fields,
                label=f"Fields of {described.title}",
            ),
            listed_sources(
                described.name,
                provenance.sources_of_table(described.name),
                root,
                f"“{described.title}”",
            ),
        ]
    )


def listed_sources(name: str, ids: tuple[str, ...], root: str, named: str) -> str:
    """Return a folded list of works behind what is `named`; a link to its anchor unfolds it."""
    if not ids:
        return ""
    chosen = one_each(ids)
    listed = tag("ul", *(tag("li", source_link(s, root)) for s in chosen), id=f"sources-{name}")
    summary = tag("summary", f"{many(len(chosen), 'work')} behind {text(named)}")
    return tag("details", summary, listed, data_search="off")


def _field_row(field: codebook.Field) -> list[str]:
    allowed = []
    if field.vocabulary:
        name = field.vocabulary
        allowed.append(link(f"#vocabulary-{name}", f"vocabulary {text(name)}"))
    allowed += [text(rule) for rule in field.allowed]
    unit = f" ({text(field.unit)})" if field.unit else ""
    return [
        tag("code", text(field.name)),
        tag("span", text(field.type), data_search="off"),
        text(field.description) + unit,
        tag("span", "; ".join(allowed), data_search="off") if allowed else "",
    ]


def _vocabulary(name: str, terms: tuple[codebook.Term, ...]) -> str:
    rows = [[tag("code", text(t.value)), text(t.label), text(t.description)] for t in terms]
    grid = table(["Code", "Label", "Meaning"], rows, label=f"Vocabulary {name}")
    return tag("h3", text(name), id=f"vocabulary-{name}") + grid


def contradictions_html(root: str) -> str:
    """Return the table of contradictions: what each source says, which is used, and why."""
    frame = tables.load("contradictions")
    listed = [_contradiction_row(r, root) for r in frame.to_dict("records")]
    heads = ["What disagrees", "One says", "Another says", "Used here", "Why"]
    ids = [str(i) for i in frame["id"]]
    return table(heads, listed, label="Table of contradictions", row_ids=ids, stacked=True)


def _contradiction_row(row: Mapping[Hashable, Any], root: str) -> list[str]:
    used = {"a": "the first", "b": "the second", "both": "both", "neither": "neither"}
    sides = []
    for side in "ab":
        row_id = row[f"row_id_{side}"]
        said = _value(row[f"value_{side}"])
        words = text(said)
        source = _source_of(str(row["table"]), row_id)
        if isinstance(row_id, str):
            words = rows.row_link(str(row["table"]), row_id, root, said)
        sides.append(f"{words} ({source_link(source, root)})" if source else words)
    return [text(row["what"]), *sides, used[str(row["used"])], text(row["reason"])]


def _value(stored: object) -> str:
    """Return a stored value as it is printed: days in words, large numbers in groups of digits."""
    value = stored if isinstance(stored, str) else ""
    return f"{int(value):,}" if re.fullmatch(r"\d{5,}", value) else in_words(value)


def _source_of(name: str, row_id: object) -> str:
    if not isinstance(row_id, str):
        return ""
    frame = tables.load(name)
    found = frame.loc[frame["id"].eq(row_id)]
    if "source_id" not in frame or found.empty or pd.isna(found["source_id"].iloc[0]):
        return ""
    return str(found["source_id"].iloc[0])


def corrections_html(root: str) -> str:
    """Return the repairs made to values of sources, with the value found and the reason."""
    frame = tables.load("corrections")
    listed = [
        [
            text(f"{title_of(r['table'])}: {r['field'].replace('_', ' ')}"),
            rows.row_link(str(r["table"]), str(r["row_id"]), root, str(r["row_id"])),
            text(_value(r["expected_value"])),
            text(_value(r["corrected_value"])),
            text(r["reason"]),
            source_link(r["source_id"], root) if isinstance(r["source_id"], str) else "",
        ]
        for r in frame.to_dict("records")
    ]
    heads = ["Field", "Row", "Value found", "Value used", "Reason", "Source"]
    return table(heads, listed, label="Table of corrections", stacked=True)


def grades_html(root: str) -> str:
    """Return the scale of evidence grades."""
    del root
    rows = [
        [tag("strong", text(t.value)), text(t.label), text(t.description)]
        for t in tables.package().vocabularies["finding_grade"]
    ]
    return table(["Grade", "In short", "Given when"], rows, label="Evidence grades")


def nearby(html: str, root: str) -> str:
    """Return links between pages of the back matter without the way through the root.

    Thousands of them stand on one page, and each would name the folder it lies in.
    """
    return html.replace(f'href="{root}chapters/reference/', 'href="')


def published_data() -> dict[str, bytes]:
    """Return the data package for download: path below ``data/`` → bytes."""
    root = place.data()
    descriptor = json.dumps(codebook.published_descriptor(), ensure_ascii=False, indent=2) + "\n"
    made = {t.path: (root / t.path).read_bytes() for t in tables.package().tables}
    return made | {"datapackage.json": descriptor.encode()}
