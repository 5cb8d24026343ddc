"""What changed from version to version, as it stands on its page."""

from __future__ import annotations

from collections.abc import Sequence

from biometrics_china import exhibits
from biometrics_china.publishing.findings import exhibit_link
from biometrics_china.publishing.markup import link, table, tag, text
from biometrics_china.publishing.rows import row_link
from biometrics_china.publishing.rows import table_link as row_table_link
from biometrics_china.publishing.sentences import entry_address
from biometrics_china.versions import words
from biometrics_china.versions.snapshot import Json

FIRST = (
    "This is the first version: there is none to compare it with. From the next one on, this page "
    "lists every record, number, finding, figure and source that changed."
)
_OF_NUMBERS = ["Number", "Meaning", "Before", "After", "Moved by", "In per cent"]
_OF_CLAIMS = ["Finding", "Part", "Before", "After"]
TAKE = "The same as data: {json}. To be told of a new version, subscribe to {feed}, an Atom feed."


def html(steps: Sequence[Json], root: str) -> str:
    """Return the whole page: each step from version to version, newest first."""
    files = {
        "json": link(f"{root}changes/changes.json", "changes.json", download=True),
        "feed": link(f"{root}changes/feed.xml", "feed.xml"),
    }
    parts = [section(step, root) for step in steps] or [tag("p", text(FIRST))]
    return tag("p", TAKE.format(**files)) + "".join(parts)


def section(step: Json, root: str) -> str:
    """Return one step: a summary, then numbers, findings, figures, sources and records."""
    old, new = step["from"]["version"], step["to"]["version"]
    name = f"changes-{new.replace('.', '-')}{'' if step['is_released'] else '-since'}"
    head = f"From {old} to {new}" if step["is_released"] else f"Since {old}, not yet released"
    day = f"Released on {step['to']['date']}. " if step["is_released"] else ""
    said = words.summary(step)
    numbers = {
        is_first: [
            _number(n, root) for n in step["numbers"]["changed"] if n["is_headline"] == is_first
        ]
        for is_first in (True, False)
    }
    parts = [
        tag("h2", text(head), id=name),
        tag("p", text(f"{day}{said[:1].upper()}{said[1:]}.")),
        _grid("Numbers of the front page", _OF_NUMBERS, numbers[True], f"{name}-headlines"),
        _grid("Other numbers", _OF_NUMBERS, numbers[False], f"{name}-numbers"),
        _listed("Numbers", step["numbers"]),
        _grid("Findings that changed", _OF_CLAIMS, _claims(step["claims"]), f"{name}-findings"),
        _listed("Findings", step["claims"]),
        _grid(
            "Figures and tables that moved",
            ["Exhibit", "Title", "What changed"],
            [_exhibit(e, root) for e in step["exhibits"]["changed"]],
            f"{name}-figures",
        ),
        _listed("Figures and tables", step["exhibits"]),
        _grid(
            "Sources replaced or mended",
            ["Record", "Field", "Before", "After"],
            [
                [row_link(s["table"], s["id"], root, f"{s['table']}/{s['id']}"), *_change(s)]
                for s in step["sources"]
            ],
            f"{name}-sources",
        ),
        _rows(step["rows"], f"{name}-records", new, root),
    ]
    return tag("section", *parts)


def _code(name: str) -> str:
    return tag("code", text(name))


def _change(field: Json) -> list[str]:
    return [text(field[part]) for part in ("name", "before", "after")]


def _grid(title: str, heads: list[str], rows: list[list[str]], name: str) -> str:
    if not rows:
        return ""
    label = f"{title}, before and after: {name}"
    # the search finds what stands now where it stands
    cells = tag("div", table(heads, rows, label=label), data_search="off")
    return tag("h3", text(title), id=name) + cells


def _number(number: Json, root: str) -> list[str]:
    """Return the cells of a number that moved; it leads to the list of numbers if it is still there."""
    subject, _, name = number["id"].partition(".")
    code = _code(number["id"])
    if subject in exhibits.SUBJECTS and name in exhibits.numbers_of(subject):
        code = link(root + entry_address(number["id"]), code)
    share = number.get("by_percent")
    return [
        code,
        *(text(number[part]) for part in ("meaning", "before", "after")),
        text(f"{number['by']:+g}") if "by" in number else "",
        text(f"{share:+g}") if share is not None else "",
    ]


def _claims(part: Json) -> list[list[str]]:
    return [[_code(c["id"]), *_change(f)] for c in part["changed"] for f in c["fields"]]


def _exhibit(exhibit: Json, root: str) -> list[str]:
    there = exhibit["id"] in exhibits.catalogue()
    label = exhibit_link(exhibit["id"], root) if there else text(exhibit["label"])
    return [label, text(exhibit["title"]), text(", ".join(exhibit["parts"]))]


def _listed(title: str, part: Json) -> str:
    """Return what came and what went, by lasting id, folded."""
    said = []
    for verb in ("added", "removed"):
        if ids := ", ".join(map(_code, part[verb])):
            summary = tag("summary", f"{text(title)} {verb} ({len(part[verb]):,})")
            said.append(tag("details", summary, tag("p", ids), data_search="off"))
    return "".join(said)


def _rows(found: Json, name: str, version: str, root: str) -> str:
    if not found:
        return ""
    tables_of = (_table(n, p, version, root) for n, p in found.items())
    return "".join([tag("h3", "Records", id=name), *tables_of])


#: more records that came are counted: their table marks each of them
_MOST_NEW = 40


def _table(name: str, part: Json, version: str, root: str) -> str:
    """Return what changed in one table, folded; each record that is there leads to its row."""
    counts = [f"{len(part[v]):,} {v}" for v in ("added", "removed", "changed") if part[v]]
    counts += map(text, words.fields(part))
    came = [row_link(name, i, root, i) for i in part["added"][:_MOST_NEW]]
    if len(part["added"]) > _MOST_NEW:
        marked = row_table_link(name, root, f"marked in their table “new in {version}”")
        came.append(f"and {len(part['added']) - _MOST_NEW:,} more, {marked}")
    gone = [_code(i) for i in part["removed"]]
    lists = [
        tag("p", f"{verb}: ", ", ".join(ids))
        for verb, ids in (("Added", came), ("Removed", gone))
        if ids
    ]
    items = [
        tag(
            "li",
            row_link(name, r["id"], root, r["id"]),
            " ",
            text("; ".join(map(words.change, r["fields"]))),
        )
        for r in part["changed"]
    ]
    summary = tag("summary", _code(name), f": {', '.join(counts)}")
    changed = tag("ul", *items) if items else ""
    return tag("details", summary, *lists, changed, data_search="off")
