"""A released id that vanishes is found, whatever it named; a tombstone that says why settles it."""

from __future__ import annotations

import copy
import re

import pandas as pd
import pytest

from biometrics_china import tables
from biometrics_china.publishing import backmatter
from biometrics_china.versions import lasting, releases


@pytest.fixture(scope="module")
def present(present):
    """Return the snapshot of this checkout with the names that it does not hold itself."""
    return present | {"lasting": lasting.named()}


def test_every_id_of_every_released_version_is_there_or_has_a_tombstone(present):
    released = [releases.load(r["version"]) for r in releases.index()]
    assert list(lasting.faults(released, present, lasting.tombstones())) == []


def test_a_version_keeps_its_own_ids(present):
    assert list(lasting.faults([present], present, [])) == []


def drop(snapshot, kind, name):
    """Take one thing out of a snapshot."""
    if kind == "source":
        del snapshot["tables"]["sources"]["rows"][name]
    elif kind == "row":
        table, _, row = name.partition("/")
        del snapshot["tables"][table]["rows"][row]
    elif kind == "field":
        table, _, field = name.partition("/")
        snapshot["tables"][table]["fields"].remove(field)
    elif f"{kind} {name}" in snapshot["lasting"]:
        snapshot["lasting"].remove(f"{kind} {name}")
    else:
        part = {"claim": "claims", "number": "numbers"}.get(kind, "exhibits")
        del snapshot[part][name]


def stone(kind, name, **other):
    usual = {"id": "t1", "retired_in": "2027.1.0", "reason": "It was wrong.", "replaced_by": ""}
    return usual | {"kind": kind, "retired": name} | other


PLANTED = {
    "figure": "fig-methods-sources",
    "table": "tab-methods-records",
    "claim": "claim-regulation-ethnicity",
    "number": "methods.n_sources",
    "source": "zhijiang-local-news",
    "row": "licences/lc-2021",
    "field": "listings/date",
    "vocabulary": "lasting_kind",
    "code": "lasting_kind/row",
    "file": "data/europe_measures/licences.csv",
    "column": "fig-europe-technology-places/Per cent",
    "page": "chapters/regulation.html#fig-regulation-passage",
}


@pytest.mark.parametrize(("kind", "name"), PLANTED.items())
def test_a_planted_loss_is_one_line_and_a_tombstone_settles_it(present, kind, name):
    later = copy.deepcopy(present)
    drop(later, kind, name)
    (line,) = lasting.faults([present], later, [])
    assert line == (
        f"{kind} {name} of version {present['version']} is gone without a tombstone; "
        "a row in data/tombstones.csv that says why is right"
    )
    assert list(lasting.faults([present], later, [stone(kind, name)])) == []


def test_a_loss_is_seen_in_any_later_version_and_names_the_last_that_had_it(old, new):
    third = copy.deepcopy(new)
    lines = list(lasting.faults([old, new], third, []))
    assert [line.split(" is gone")[0] for line in lines] == [
        "claim claim-regulation-old of version 2026.11.0",
        "number trafficking.n_gone of version 2026.11.0",
        "row instruments/cn-c of version 2026.11.0",
    ]


def test_every_kind_has_a_planted_loss_and_a_label():
    assert set(PLANTED) == set(tables.vocabulary("lasting_kind"))


def test_the_tombstone_of_a_table_covers_its_rows_and_fields(old):
    later = copy.deepcopy(old)
    del later["tables"]["instruments"]
    assert len(list(lasting.faults([old], later, []))) == 8
    assert list(lasting.faults([old], later, [stone("table", "instruments")])) == []


@pytest.mark.parametrize(
    ("kind", "name", "taken_along"),
    [
        ("table", "licences", ["file data/europe_measures/licences.csv"]),
        ("vocabulary", "grade", ["code grade/A", "code grade/B"]),
        (
            "page",
            "chapters/essay.html",
            ["page chapters/essay.html#fig-a", "page chapters/essay.html"],
        ),
        (
            "figure",
            "fig-a",
            ["column fig-a/Per cent", "file exhibits/fig-a.svg", "page chapters/essay.html#fig-a"],
        ),
    ],
)
def test_what_goes_takes_its_parts_along_and_nothing_else(old, kind, name, taken_along):
    there = ["column fig-b/x", "code other/A", "page chapters/other.html#fig-b", "file data/b.csv"]
    once, later = (old | {"lasting": lines} for lines in ([*there, *taken_along], there))
    if kind != "page":
        once["lasting"].append(f"{kind} {name}")
    stones = [stone(kind, name)]
    assert list(lasting.faults([once], later, stones)) == []
    assert len(list(lasting.faults([once], later | {"lasting": []}, stones))) == len(there)
    assert len(list(lasting.faults([once], later, []))) == len(once["lasting"]) - len(there)


def test_what_an_older_version_did_not_keep_is_not_missed(old, new):
    assert "lasting" not in old
    lines = list(lasting.faults([old], new | {"lasting": ["code grade/A"]}, []))
    assert not [line for line in lines if line.startswith("code")]


def test_names_of_a_released_version_are_kept_beside_its_snapshot(old, tmp_path):
    given = old | {"lasting": ["code grade/A", "column fig-a/Per cent"]}
    path = releases.keep(given, tmp_path)
    assert releases.load(old["version"], tmp_path) == given
    assert path.with_name("lasting.txt").read_text() == "code grade/A\ncolumn fig-a/Per cent\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            stone("row", "instruments/cn-a"),
            "tombstones: id t1: field retired: row instruments/cn-a is still there",
        ),
        (
            stone("row", "instruments/never"),
            "tombstones: id t1: field retired: no released version had a row instruments/never",
        ),
        (
            stone("figure", "fig-regulation-time", replaced_by="fig-gone"),
            "tombstones: id t1: field replaced_by: there is no figure fig-gone",
        ),
    ],
)
def test_a_tombstone_that_does_not_fit_is_one_line(old, given, said):
    later = copy.deepcopy(old)
    del later["exhibits"]["fig-regulation-time"]
    settled = stone("figure", "fig-regulation-time", id="t0")
    stones = [given] if given["kind"] == "figure" else [settled, given]
    assert list(lasting.faults([old], later, stones)) == [said]


def test_what_replaces_may_be_retired_itself(old):
    later = copy.deepcopy(old)
    for name in ("cn-a", "cn-b"):
        del later["tables"]["instruments"]["rows"][name]
    stones = [
        stone("row", "instruments/cn-a", replaced_by="instruments/cn-b"),
        stone("row", "instruments/cn-b", id="t2", replaced_by="instruments/cn-c"),
    ]
    assert list(lasting.faults([old], later, stones)) == []


def test_the_page_prints_each_tombstone(monkeypatch):
    assert lasting.NONE in lasting.tombstones_html("") or tables.load("tombstones").size
    frame = pd.DataFrame([stone("claim", "claim-<x>", replaced_by="claim-y")])
    monkeypatch.setattr(tables, "load", lambda _: frame)
    html = lasting.tombstones_html("")
    assert "<code>claim-&lt;x&gt;</code>" in html
    assert "<td>Finding</td><td>2027.1.0</td><td>It was wrong.</td>" in html
    assert re.findall(r'id="([^"]*)"', html) == ["tombstone-t1"]


def test_the_codebook_offers_the_table():
    assert 'id="table-tombstones"' in backmatter.codebook_html("")
