"""What was released is not changed in passing: it is named in the changelog, or it is found."""

from __future__ import annotations

import csv
import gzip
import io
import json

import pytest
from editing import copied, edit_cell

from biometrics_china import place, validation
from biometrics_china.__main__ import main
from biometrics_china.versions import ledger, releases

EVENTS = "regulation/instrument_events.csv"


def test_each_changed_row_of_a_released_version_is_named_in_the_changelog():
    root = place.data()
    last, lines = ledger.unnamed(root, validation.check(root).package)
    assert last == releases.index()[-1]["version"]
    assert lines == []


@pytest.fixture
def released():
    """A copy of the valid package beside a release of it, 2020.1.0."""
    with copied() as root:
        package = validation.check(root).package
        rows = {}
        for table in package.tables:
            text = (root / table.path).read_text(encoding="utf-8")
            head, *records = csv.reader(io.StringIO(text, newline=""))
            rows[table.name] = {"fields": head, "rows": {r[0]: r for r in records}}
        folder = root.parent / "releases" / "2020.1.0"
        folder.mkdir(parents=True)
        (folder / "snapshot.json.gz").write_bytes(
            gzip.compress(json.dumps({"tables": rows}).encode())
        )
        index = {"releases": [{"version": "2020.1.0", "date": "2020-01-01"}]}
        (folder.parent / "index.json").write_text(json.dumps(index), encoding="utf-8")
        yield root


def unnamed(root, changelog=""):
    past = "## 2020.1.0 (2020-01-01)\n\n- `sources`: all rows\n"
    text = f"# Changelog\n\n## Next\n\n{changelog}\n\n{past}"
    (root.parent / "CHANGELOG.md").write_text(text, encoding="utf-8")
    return ledger.unnamed(root, validation.check(root).package)[1]


def lines_of(root, path, change):
    lines = (root / path).read_text(encoding="utf-8").splitlines(keepends=True)
    (root / path).write_text("".join(change(lines)), encoding="utf-8")


def test_new_rows_are_free(released):
    lines_of(released, EVENTS, lambda x: [*x, "new,cn-pipl,2021,year,true,npc-pipl,seen\n"])
    assert unnamed(released) == []


def test_a_changed_cell_is_named_by_row_and_field(released):
    edit_cell(released, "sources.csv", "unread", "title", "Another page")
    edit_cell(released, "sources.csv", "unread", "date", "2024")
    assert unnamed(released) == ["- `sources/unread`: title, date"]
    assert unnamed(released, "- `sources/unread`: date") == ["- `sources/unread`: title"]
    assert unnamed(released, "- `sources/unread`: title, date.") == []
    assert unnamed(released, "- `sources`: all rows") == []


def test_a_removed_row_is_named_or_has_a_tombstone(released):
    lines_of(released, EVENTS, lambda x: [line for line in x if not line.startswith("face-draft,")])
    assert unnamed(released) == ["- `instrument_events/face-draft`: removed"]
    stones = "id,kind,retired\nt,row,instrument_events/face-draft\nu,source,unread\n"
    assert ledger._retired(stones) == {"instrument_events/face-draft", "sources/unread"}


def test_rows_in_another_order_are_found(released):
    lines_of(released, EVENTS, lambda x: [x[0], x[2], x[1], *x[3:]])
    assert unnamed(released) == ["- `instrument_events`: order"]


def test_a_table_or_field_that_is_gone_is_found():
    old = {"a": {"fields": ["id", "x", "y"], "rows": {"1": ["1", "2", "3"]}}}
    assert ledger.changes(old, {}) == {"a": ["removed"]}
    assert ledger.changes(old, {"a": "id,z,y\n1,9,3\n"}) == {"a": ["field x"]}


def test_check_proposes_the_lines(released, capsys):
    edit_cell(released, "sources.csv", "unread", "title", "Another page")
    assert main(["check", str(released)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "changed since 2020.1.0; if it is meant, CHANGELOG.md wants above its entry:",
        "- `sources/unread`: title",
    ]
