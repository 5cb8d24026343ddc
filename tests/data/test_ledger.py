"""What was released is not changed in passing: it is named in the changelog, or it is found."""

from __future__ import annotations

import pytest
from editing import copied, edit_cell

from biometrics_china import place, validation
from biometrics_china.__main__ import main
from biometrics_china.versions import ledger, releases, snapshot

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
        tables = validation.check(root).package.tables
        texts = {t.name: (root / t.path).read_text(encoding="utf-8") for t in tables}
        said = {part: {} for part in snapshot.PARTS} | {"format": snapshot.FORMAT}
        said |= {"version": "2020.1.0", "date": "2020-01-01"}
        said["tables"] = {name: snapshot.rows_of(text) for name, text in texts.items()}
        releases.keep(said, root.parent / "releases")
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


@pytest.mark.parametrize("name", ["index.json", "2020.1.0/snapshot.json.gz"])
def test_check_says_in_one_line_which_release_is_damaged(released, capsys, name):
    (released.parent / "releases" / name).write_bytes(b"{")
    assert main(["check", str(released)]) == 1
    said = capsys.readouterr().err
    assert name.rpartition("/")[2] in said
    assert said.count("\n") == 1


def test_check_proposes_the_lines(released, capsys):
    edit_cell(released, "sources.csv", "unread", "title", "Another page")
    assert main(["check", str(released)]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "changed since 2020.1.0; if it is meant, CHANGELOG.md wants above its entry:",
        "- `sources/unread`: title",
    ]
