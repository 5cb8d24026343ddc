"""Every lasting id has its place in the search, and only what looks like an id is taken for one."""

from __future__ import annotations

from biometrics_china import exhibits, manuscript, tables
from biometrics_china.publishing.rows import places
from biometrics_china.publishing.search import ids
from biometrics_china.publishing.search.ids import Group


def test_every_row_number_exhibit_and_finding_is_in_one_group():
    every = [(group.table, i) for group in ids.groups() for i in group.ids]
    assert len(every) == len(set(every))
    held = {i for _, i in every}
    for name in tables.names():
        assert {(name, row["id"]) for row in places.sheet(name).rows} <= set(every), name
    assert exhibits.catalogue().keys() <= held
    assert {finding["id"] for finding in manuscript.findings()} <= held
    assert {"number-regulation-n-china", "instruments"} <= held


def test_groups_lead_where_rows_stand():
    for group in ids.groups():
        if group.table in ("instruments", "second_codings"):
            for row_id in group.ids:
                place = places.row_link(group.table, row_id, "", "x")
                assert place == f'<a href="{group.page}#{group.prefix}{row_id}">x</a>'


def test_parts_hold_the_ids_by_their_first_letter():
    groups = [
        Group("a.html", "", "A", "hub", "t", ("cn-1", "cn-2", "2nd")),
        Group("b.html", None, "B", "body", "entities", ("Cell",)),
    ]
    found = ids.shards(groups, {"a.html": 0, "b.html": 1})
    assert {name: [g[5] for g in held] for name, held in found.items()} == {
        "ic": ["cn-1 cn-2", "Cell"],
        "i0": ["2nd"],
    }
    assert found["ic"][0][:5] == [0, "", "A", list(ids.KINDS).index("hub"), "t"]
