"""From tables, exhibits and rows back to the sources that were read."""

from __future__ import annotations

from importlib import import_module

import pandas as pd
import pytest

from biometrics_china import exhibits, made, provenance, tables
from biometrics_china.figures import export

FRAMES = {
    "acts": pd.DataFrame(
        {
            "id": ["a", "b", "c", "d", "e"],
            "source_id": ["s2", "s1", "s2", "s3", None],
            "verification": ["seen", "seen", "seen", "recalled", "seen"],
        }
    ),
    "marks": pd.DataFrame({"id": ["m"], "value": [1]}),
    "more": pd.DataFrame(
        {"id": ["x", "y"], "source_id": ["s4", "s1"], "verification": ["seen", "seen"]}
    ),
    "sources": pd.DataFrame(
        {
            "id": ["s1", "s2", "s3", "s4"],
            "standing": ["full_copy", "original", "report_about", "opening"],
            "publisher": ["P", "Q", "R", "S"],
        }
    ),
}


@pytest.fixture
def _small(monkeypatch):
    monkeypatch.setattr(tables, "load", lambda name, **_: FRAMES[name].copy())


small = pytest.mark.usefixtures("_small")


@small
def test_only_rows_that_were_read_are_handed_on():
    assert provenance.read_rows("acts")["id"].tolist() == ["a", "b", "c", "e"]
    assert provenance.read_rows("acts").index.tolist() == [0, 1, 2, 3]
    assert provenance.read_rows("marks")["id"].tolist() == ["m"]  # nothing says what was read


@small
def test_sources_stand_in_the_order_of_the_rows_each_once():
    assert provenance.sources_of_table("acts") == ("s2", "s1")  # s3 is recalled
    assert provenance.sources_of_table("marks") == ()
    assert provenance.sources_of_tables(["more", "acts", "marks"]) == ("s4", "s1", "s2")


@small
def test_an_exhibit_stands_on_the_sources_its_frame_names_else_on_those_of_its_tables():
    named = pd.DataFrame({"x": [1, 2, 3], "source_id": ["s4;s1", "s1", None]})
    assert provenance.sources_of_frame(named, ("acts", "more")) == ("s4", "s1")
    assert provenance.sources_of_frame(named[["x"]], ("acts", "more")) == ("s2", "s1", "s4")


@small
@pytest.mark.parametrize(
    ("ids", "only"), [(["s1", "s3"], True), (["s1", "s2"], False), (["s2"], False), ([], False)]
)
def test_copies_only(ids, only):
    assert provenance.are_copies_only(ids) is only


@small
def test_an_unknown_source_is_an_error():
    assert provenance.source("s2")["publisher"] == "Q"
    with pytest.raises(KeyError, match="s9"):
        provenance.source("s9")


@small
@pytest.mark.parametrize("row", ["d", "e", "z"])
def test_a_row_without_a_source_that_was_read_stands_behind_no_sentence(row):
    assert provenance.source_of_row("acts", "b") == "s1"
    assert provenance.place_of_row("acts", "b") == ("s1", "")
    with pytest.raises(KeyError, match=f"no row '{row}' with a source that was read in acts"):
        provenance.source_of_row("acts", row)


@small
def test_uses_are_counted_once_for_each_row_that_was_read_and_each_source(monkeypatch):
    listed = pd.DataFrame({"id": ["p"], "draft_source_id": ["s4"], "source_ids": [("s1", "s2")]})
    monkeypatch.setattr(tables, "names", lambda: ("acts", "marks", "listed", "sources"))
    monkeypatch.setitem(FRAMES, "listed", listed)
    found = provenance.uses()
    assert found.groupby("source_id").size().to_dict() == {"s1": 2, "s2": 3, "s4": 1}
    assert set(found.loc[found["source_id"].eq("s4"), "table"]) == {"listed"}


def test_no_column_that_names_sources_is_passed_over():
    facts = [t for t in tables.package().tables if t.name not in provenance.ABOUT_FACTS]
    named = {f.name for t in facts for f in t.fields if f.refers_to == "sources.id"}
    passed = {n for n in named if not n.endswith(("source_id", "source_ids"))}
    assert named
    assert passed == set()


@pytest.mark.parametrize("exhibit_id", list(exhibits.catalogue()))
def test_every_exhibit_of_the_book_leads_to_sources_that_are_listed(exhibit_id):
    ids = made.of(exhibit_id).sources
    # the list of sources, and what was done to the tables here, are their own evidence
    own = ("sources",), ("planted_errors",), ("gathering", "claims"), ("gaps",), ()
    assert ids or made.of(exhibit_id).tables in own
    assert all(provenance.source(source_id) for source_id in ids)


#: numbers that say how much is on file, read or not
ON_FILE = {"n_events", "share_events_seen", "n_spells_all"}
FED = ("regulation", "police_powers")


def drop_recalled(patch: pytest.MonkeyPatch) -> None:
    load = tables.load

    def only_read(name, **rest):
        frame = load(name, **rest)
        if "verification" not in frame:
            return frame
        return frame[frame["verification"].eq("seen")].reset_index(drop=True)

    patch.setattr(tables, "load", only_read)


@pytest.mark.parametrize("subject", FED)
def test_recalled_rows_feed_no_number(subject, monkeypatch):
    before = exhibits.numbers_of(subject).texts()
    drop_recalled(monkeypatch)
    after = import_module(f"biometrics_china.analysis.{subject}.numbers").numbers().texts()
    assert {k: v for k, v in after.items() if v != before[k]}.keys() <= ON_FILE


@pytest.mark.parametrize("exhibit_id", [e.id for s in FED for e in exhibits.of_subject(s)])
def test_recalled_rows_feed_no_exhibit(exhibit_id, monkeypatch):
    _, _, shown = exhibits.get(exhibit_id)
    before = export.csv(shown.frame())
    drop_recalled(monkeypatch)
    assert export.csv(shown.frame()) == before


def test_nothing_that_was_computed_from_small_tables_is_kept():
    assert len(provenance.uses()) > 1000 > len(FRAMES["acts"])
