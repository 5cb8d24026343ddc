"""Which rows fall without a source, and what is left of those that point to them."""

from __future__ import annotations

import pandas as pd
import pytest

from biometrics_china import observing, provenance, tables
from biometrics_china.without import findings, rows


def sources_of(table: str, row_id: str) -> tuple[str, ...]:
    frame = provenance.by_id(table)
    return tuple(frame.loc[[row_id], "source_id"])


def frames(gone: rows.Fallen) -> dict[str, pd.DataFrame]:
    return rows.every().frames(rows.every().changes(gone))


def test_a_row_falls_with_its_source_and_no_other_row_of_its_table_does():
    source = sources_of("retractions", "rt-001")
    frame = provenance.read_rows("retractions")
    of_source = {*frame.loc[frame["source_id"].isin(source), "id"]}
    assert rows.every().fallen(source)["retractions"] == of_source


def test_an_event_falls_with_its_instrument_and_a_passage_that_begins_with_it_too():
    passages = tables.load("passages")
    first = passages.iloc[0]
    gone = rows.every().fallen(sources_of("instruments", first["instrument_id"]))
    events = tables.load("instrument_events")
    of_it = {*events.loc[events["instrument_id"].eq(first["instrument_id"]), "id"]}
    assert of_it <= gone["instrument_events"]
    assert first["id"] in gone["passages"]


def test_a_pointer_that_is_not_required_is_emptied_and_its_row_stays():
    passages = tables.load("passages").dropna(subset=["alt_start_event_id"])
    row = passages.iloc[0]
    gone = {"instrument_events": frozenset({row["alt_start_event_id"]})}
    left = frames(gone)["passages"].set_index("id")
    assert pd.isna(left.loc[row["id"], "alt_start_event_id"])
    assert left.loc[row["id"], "start_event_id"] == row["start_event_id"]


def test_a_list_of_rows_loses_those_that_fell_and_keeps_the_others():
    cell = tables.load("cooperation_cells").iloc[0]
    table, _, row_id = cell["harms"][0].partition("/")
    left = frames({table: frozenset({row_id})})["cooperation_cells"]
    assert left["harms"].iloc[0] == cell["harms"][1:]
    assert len(left) == len(tables.load("cooperation_cells"))


def test_a_comparison_of_texts_needs_both_of_its_sources():
    changes = provenance.read_rows("text_changes").dropna(subset=["draft_source_id"])
    row = changes.iloc[0]
    for field in ("source_id", "draft_source_id"):
        assert row["id"] in rows.every().fallen([row[field]])["text_changes"]


def test_a_field_of_several_sources_stays_while_one_of_them_does(monkeypatch):
    named = {"a": [(("t", "r"), frozenset("ab"))], "b": [(("t", "r"), frozenset("ab"))]}
    held = rows.Rows(())
    monkeypatch.setitem(held.__dict__, "_rows_of", named)
    assert held.fallen(["a"]) == {}
    assert held.fallen(["a", "b"]) == {"t": frozenset("r")}


def test_the_rows_of_some_tables_are_those_that_fall_there_among_all():
    """The passages lean on events, these on instruments; nothing of other tables is read."""
    sources = sources_of("instruments", tables.load("passages")["instrument_id"].iloc[0])
    with observing.observed() as handed:
        some = rows.Rows(["passages"])
        gone = some.fallen(sources)
    assert {"passages", "instrument_events", "instruments"} <= {*some.tables}
    assert {*handed} <= {f"table {name}" for name in some.tables}
    assert "retractions" not in some.tables
    among_all = rows.every().fallen(sources)
    assert gone == {table: ids for table, ids in among_all.items() if table in some.tables}


def test_no_body_of_the_register_falls():
    assert all(
        "entities" not in rows.every().fallen([s])
        for s in tables.load("entities")["source_id"][:40]
    )


def test_other_frames_stand_for_tables_inside_alone_and_nothing_kept_outlives_them():
    @observing.kept
    def ids() -> tuple[str, ...]:
        return tuple(tables.load("lists")["id"])

    whole = ids()
    with tables.instead({"lists": tables.load("lists")[:3]}):
        assert tables.is_replaced("lists")
        assert ids() == whole[:3]
        assert len(provenance.picked("lists", whole)) == 3
    assert ids() == whole
    assert not tables.is_replaced("lists")
    with pytest.raises(KeyError):
        provenance.picked("lists", ["no-such-list"])


def test_what_is_no_original_or_full_copy_or_lies_on_a_weak_host_is_not_whole():
    left_out = set(findings.not_whole())
    for row in tables.load("sources").to_dict("records"):
        whole = row["standing"] in ("original", "full_copy") and not row["has_weak_host"]
        assert (row["id"] in left_out) is not whole
