"""Records that fall out of an analysis are counted as the analysis drops them, and named."""

from __future__ import annotations

import pandas as pd
import pytest

from biometrics_china import edition, place, provenance, tables, validation
from biometrics_china.analysis.dna_databases import sizes
from biometrics_china.analysis.europe_measures import coverage
from biometrics_china.analysis.europe_policing import decisions, links
from biometrics_china.analysis.europe_research import retractions
from biometrics_china.analysis.europe_technology import lists, places, supplies
from biometrics_china.analysis.methods import left_out
from biometrics_china.analysis.police_powers import census
from biometrics_china.analysis.regulation import counts as rules
from biometrics_china.analysis.regulation import courts, passages, texts, timeline
from biometrics_china.analysis.target_populations import events
from biometrics_china.analysis.trafficking import counts
from biometrics_china.analysis.western_china import responses

real_load = tables.load


def of(analysis: str) -> pd.DataFrame:
    found = left_out.left_out()
    return found[found["analysis"].eq(analysis)]


def give(monkeypatch, name: str, one: dict[str, object]) -> None:
    """Add a copy of the first row of a table, with some fields changed."""
    frame = real_load(name)
    more = pd.concat([frame, frame.iloc[[0]].assign(**one)], ignore_index=True)
    more = more.astype(frame.dtypes)
    monkeypatch.setattr(tables, "load", lambda n, **_: more.copy() if n == name else real_load(n))


def test_an_instrument_without_a_dated_event_is_named(monkeypatch):
    (ids,) = of("All counts and drawings of instruments")["ids"]
    assert ids == "cn-mps-pi-security"
    noted = validation.notes(validation.check(place.data()))
    assert ", ".join(note.row_id for note in noted) == ids  # a check says the same
    give(monkeypatch, "instruments", {"id": "cn-one-more"})
    (ids,) = of("All counts and drawings of instruments")["ids"]
    assert ids == "cn-mps-pi-security, cn-one-more"


def test_a_rule_adopted_in_a_year_that_is_not_over_is_named_until_the_year_is_over(monkeypatch):
    def waits() -> list[dict]:
        found = of("Counts by year-end")
        return found[found["reason"].str.startswith("Adopted in a year")].to_dict("records")

    assert waits() == []
    monkeypatch.setattr(edition, "day", lambda: pd.Timestamp("2025-12-30"))
    waiting = rules.adopted().query("year == 2025")["id"]
    (row,) = waits()
    assert row["left_out"] == len(waiting) > 0
    everything = rules.by_year(reading="All instruments")["adopted"].sum()
    assert everything == len(rules.adopted()) - len(waiting)


def test_rules_that_bind_nobody_or_name_no_trait_are_named_as_left_out_of_the_counts():
    left = of("Counts by year-end").set_index("reason")["left_out"]
    adopted = rules.adopted()
    assert left["Adopted in China without binding anybody"] == (~adopted["is_binding"]).sum()
    name_none = left["Coded as widening or restricting, but names no trait of the body"]
    coded = provenance.read_rows("instruments")["effect"].isin(["widens_state_power", "both"])
    assert 0 < name_none < coded.sum()


def test_rows_that_were_not_read_stand_first_and_feed_every_chapter_nothing(monkeypatch):
    give(monkeypatch, "powers", {"id": "pw-one-more", "verification": "recalled"})
    found = left_out.left_out()
    every = found[found["chapter"].eq(left_out.EVERY)]
    (row,) = every[every["ids"].eq("pw-one-more")].to_dict("records")
    assert (row["records"], row["left_out"]) == (16, 1)


def test_many_records_are_counted_and_not_named():
    named = left_out.left_out().set_index("analysis")["ids"]
    assert named["The census of the law books"] == ""
    assert named["Decisions over time"] == "sd-15"
    assert named["Countries side by side"] == "dn-169"


@pytest.mark.parametrize(
    ("analysis", "kept"),
    [
        ("All counts and drawings of instruments", timeline.instruments),
        ("From draft to law", passages.spells),
        ("The drawing of fines", courts.drawn),
        ("Acts of industry", texts.industry_acts),
        ("The census of the law books", census.hits),
        ("Counts of the search", counts.reunion_counts),
        ("Counts of cases", counts.trafficking_counts),
        ("Counts of measures", coverage.measures),
        ("Counts of events", events.counted),
        ("From making to disclosure", responses.disclosures),
        ("Supplies", supplies.supplies),
        ("Supplies over time", lambda: supplies.timeline(supplies.supplies())),
        ("Bodies on lists", lists.acts),
        ("Time to retraction", lambda: retractions.dated(retractions.papers())),
        ("Arrangements over time", lambda: links.timeline(rows("police_links"))),
        (
            "Decisions over time",  # and the leading judgment, which is the line in the drawing
            lambda: [*decisions.timeline(rows("surrender_decisions"))["when"], decisions.TURN],
        ),
        ("From adoption to application", lambda: coverage.timeline(rows("measures"))),
    ],
)
def test_an_analysis_keeps_what_does_not_fall_out(analysis, kept):
    (row,) = of(analysis).to_dict("records")
    assert len(kept()) == row["records"] - row["left_out"]


def test_systems_in_europe_are_what_two_ways_leave_and_the_survey():
    found = of("Systems in Europe")
    survey = rows("deployments").query("measure == 'share_pct' and denominator.notna()")
    inside = survey[survey["is_counted"] & survey["country"].notna()]
    left = found["records"].max() - found["left_out"].sum()
    assert len(places.in_europe()) == left - len(inside)


def test_second_reports_of_sizes_enter_no_share():
    frame, people = sizes.sizes(), sizes.national_populations()
    assert len(frame[frame["use"].ne("second_report")]) < len(frame)
    without = sizes.shares(frame[frame["use"].ne("second_report")], people)
    assert sizes.shares(frame, people).equals(without)


def rows(table: str) -> pd.DataFrame:
    return provenance.read_rows(table)
