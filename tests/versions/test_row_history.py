"""What is said of rows that came or changed after the first version."""

from __future__ import annotations

from biometrics_china.versions import row_history


def step(version, table, added=(), changed=()):
    rows = [{"id": i, "fields": [{"name": f} for f in fields]} for i, fields in changed]
    return {"to": {"version": version}, "rows": {table: {"added": list(added), "changed": rows}}}


def test_a_row_tells_its_versions_oldest_first():
    newest = step("2027.1.0", "measures", changed=[("me-1", ["status", "note"])])
    oldest = step("2026.12.1", "measures", added=["me-1"])
    found = row_history.of_rows([newest, oldest])
    assert found == {("measures", "me-1"): "new in 2026.12.1; changed in 2027.1.0: status, note"}


def test_rows_that_never_changed_are_not_told():
    assert row_history.of_rows([]) == {}
