"""The ledger of released rows: what was changed, removed or put in another order since a release.

A new row or column is free. Any other change of what was released is named in CHANGELOG.md, above
the heading of the last release, in a line such as ``- `sources/npc-pipl`: title, url``. So a slip in
a row that was right before does not pass unseen. `check` proposes the lines; a test asks for them.

This module imports nothing that is slow, since `check` is run after each edit.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from biometrics_china.codebook import Package
from biometrics_china.codebook.problem import InvalidData, Problem
from biometrics_china.versions import compare, releases, snapshot

#: ``table/row`` or ``table`` → what of it is another than before: fields, `removed`, `order`
Changes = dict[str, list[str]]

_LINE = re.compile(r"^- `([a-z_]+(?:/[^`]+)?)`: (.+?)\.?$", re.MULTILINE)
#: tables that commands make: what changes in them is told by the page "What changed"; a finding is
#: edited in its chapter, where its id lasts, and no test lets `claims` differ from the chapters
MADE = ("claims", "planted_errors")
#: stands for every row of a table that is measured or made anew
ALL = "all rows"


def unnamed(data: Path, package: Package) -> tuple[str, list[str]]:
    """Return the last released version, and lines for CHANGELOG.md that it does not have yet.

    The book lies around the data folder; where it has no releases, there is nothing to compare. Raises
    InvalidData, in one line, for releases that cannot be read.
    """
    at = data.parent / "releases"
    try:
        if not (listed := releases.index(at)):
            return "", []
        old = releases.load(last := listed[-1]["version"], at)["tables"]
    except ValueError as error:
        raise InvalidData([Problem("releases", str(error))]) from error
    texts = {t.name: (data / t.path).read_text(encoding="utf-8") for t in package.tables}
    found = changes(old, texts)
    path = data.parent / "CHANGELOG.md"
    said = named(path.read_text(encoding="utf-8") if path.is_file() else "", last)
    return last, list(_lines(found, said, _retired(texts.get("tombstones", ""))))


def changes(released: Mapping[str, Any], texts: Mapping[str, str]) -> Changes:
    """Return what differs between released tables (`fields`, `rows` by id) and the files of now."""
    found: Changes = {}
    for name, old in ((n, old) for n, old in released.items() if n not in MADE):
        if name not in texts:
            found[name] = ["removed"]
            continue
        new = snapshot.rows_of(texts[name])
        part = compare.rows(old, new)
        lost = [f"field {field}" for field in old["fields"] if field not in new["fields"]]
        if [i for i in old["rows"] if i in new["rows"]] != [
            i for i in new["rows"] if i in old["rows"]
        ]:
            lost.append("order")
        found |= {name: lost} if lost else {}
        found |= {f"{name}/{row}": ["removed"] for row in part["removed"]}
        found |= {f"{name}/{r['id']}": [f["name"] for f in r["fields"]] for r in part["changed"]}
    return found


def named(changelog: str, last: str) -> dict[str, set[str]]:
    """Return what the changelog names above the heading of the last release."""
    above = re.split(rf"^## {re.escape(last)}\b", changelog, maxsplit=1, flags=re.MULTILINE)[0]
    return {where: set(what.split(", ")) for where, what in _LINE.findall(above)}


def _retired(tombstones: str) -> set[str]:
    """Return the rows and tables whose end a tombstone explains, as they are called here."""
    stones = csv.DictReader(io.StringIO(tombstones, newline=""))
    prefix = {"row": "", "source": "sources/", "table": ""}
    return {prefix[s["kind"]] + s["retired"] for s in stones if s["kind"] in prefix}


def _lines(found: Changes, said: dict[str, set[str]], retired: set[str]) -> Iterator[str]:
    for where, what in found.items():
        table = where.partition("/")[0]
        if ALL in said.get(table, ()) or {table, where} & retired:
            continue
        if missing := [word for word in what if word not in said.get(where, ())]:
            yield f"- `{where}`: {', '.join(missing)}"
