"""What changed from version to version, as it stands on its page."""

from __future__ import annotations

from collections.abc import Sequence

from biometrics_china import exhibits
from biometrics_china.publishing.findings import exhibit_link
from biometrics_china.publishing.markup import link, table, tag, text
from biometrics_china.publishing.sentences import REFERENCE, anchor
from biometrics_china.versions import words
from biometrics_china.versions.snapshot import Json

FIRST = (
    "This is the first version: there is none to compare it with. From the next one on, this page "
    "lists every record, number, finding, figure and source that changed."
)
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
    moved = step["numbers"]["changed"]
    headlines = [n for n in moved if n["is_headline"]]
    others = [n for n in moved if not n["is_headline"]]
    parts = [
        tag("h2", text(head), id=name),
        tag("p", text(f"{day}{_capital(words.summary(step))}.")),
        _numbers("Numbers of the front page", headlines, root, f"{name}-headlines"),
        _numbers("Other numbers", others, root, f"{name}-numbers"),
        _listed("Numbers", step["numbers"]),
        _claims(step["claims"], f"{name}-findings"),
        _listed("Findings", step["claims"]),
        _exhibits(step["exhibits"], root, f"{name}-figures"),
        _listed("Figures and tables", step["exhibits"]),
        _sources(step["sources"], f"{name}-sources"),
        _rows(step["rows"], f"{name}-records"),
    ]
    return tag("section", *parts)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _grid(title: str, heads: list[str], rows: list[list[str]], name: str) -> str:
    if not rows:
        return ""
    label = f"{title}, before and after: {name}"
    return tag("h3", text(title), id=name) + table(heads, rows, label=label)


def _numbers(title: str, moved: list[Json], root: str, name: str) -> str:
    rows = [
        [
            link(f"{root}{REFERENCE}/numbers.html#{anchor(n['id'])}", tag("code", text(n["id"])))
            if _is_number(n["id"])
            else tag("code", text(n["id"])),
            text(n["meaning"]),
            text(n["before"]),
            text(n["after"]),
            text(f"{n['by']:+g}") if "by" in n else "",
            text(f"{n['by_percent']:+g}") if n.get("by_percent") is not None else "",
        ]
        for n in moved
    ]
    heads = ["Number", "Meaning", "Before", "After", "Moved by", "In per cent"]
    return _grid(title, heads, rows, name)


def _is_number(number_id: str) -> bool:
    subject, _, name = number_id.partition(".")
    return subject in exhibits.SUBJECTS and name in exhibits.numbers_of(subject)


def _claims(part: Json, name: str) -> str:
    rows = [
        [tag("code", text(c["id"])), text(f["name"]), text(f["before"]), text(f["after"])]
        for c in part["changed"]
        for f in c["fields"]
    ]
    return _grid("Findings that changed", ["Finding", "Part", "Before", "After"], rows, name)


def _exhibits(part: Json, root: str, name: str) -> str:
    rows = [
        [
            exhibit_link(e["id"], root) if e["id"] in exhibits.catalogue() else text(e["label"]),
            text(e["title"]),
            text(", ".join(e["parts"])),
        ]
        for e in part["changed"]
    ]
    return _grid("Figures and tables that moved", ["Exhibit", "Title", "What changed"], rows, name)


def _sources(moved: list[Json], name: str) -> str:
    rows = [
        [
            tag("code", text(f"{s['table']}/{s['id']}")),
            text(s["name"]),
            text(s["before"]),
            text(s["after"]),
        ]
        for s in moved
    ]
    return _grid("Sources replaced or mended", ["Record", "Field", "Before", "After"], rows, name)


def _listed(title: str, part: Json) -> str:
    """Return what came and what went, by lasting id, folded."""
    said = []
    for verb in ("added", "removed"):
        ids = ", ".join(tag("code", text(i)) for i in part[verb])
        if ids:
            summary = tag("summary", f"{text(title)} {verb} ({len(part[verb]):,})")
            said.append(tag("details", summary, tag("p", ids), data_search="off"))
    return "".join(said)


def _rows(found: Json, name: str) -> str:
    if not found:
        return ""
    parts = [tag("h3", "Records", id=name)]
    for table_name, part in found.items():
        counts = [f"{len(part[v]):,} {v}" for v in ("added", "removed", "changed") if part[v]]
        counts += [text(line) for line in words.fields(part)]
        items = [
            tag(
                "li",
                tag("code", text(r["id"])),
                " ",
                text("; ".join(map(words.change, r["fields"]))),
            )
            for r in part["changed"]
        ]
        summary = tag("summary", tag("code", text(table_name)), f": {', '.join(counts)}")
        gone = [
            tag("p", f"{verb.capitalize()}: ", ", ".join(tag("code", text(i)) for i in part[verb]))
            for verb in ("added", "removed")
            if part[verb]
        ]
        changed = tag("ul", *items) if items else ""
        parts.append(tag("details", summary, *gone, changed, data_search="off"))
    return "".join(parts)
