"""Sentences of the chapter on research that the data must go on supporting."""

from __future__ import annotations

from biometrics_china import provenance
from biometrics_china.analysis.europe_research import counts, listed, numbers, retractions


def test_every_documented_link_began_before_the_listing() -> None:
    frame = listed.work_in_book()
    assert frame["is_before"].all()
    assert numbers()["n_after"].value == 0
    assert set(frame["body"]) == {"xinjiang-police-college", "mps-ifs"}


def test_the_days_of_listing_are_those_of_the_cited_rows() -> None:
    rows = provenance.read_rows("listings").set_index("id")
    assert rows.loc["li011", "entity"] == "Xinjiang Police College"
    assert "Institute of Forensic Science" in rows.loc["li012", "entity"]


def test_most_documented_links_concern_genetics() -> None:
    frame = provenance.read_rows("research_links")
    kept = frame[frame["is_counted"] & frame["kind"].ne("bibliometrics")]
    assert kept["technology"].eq("dna").mean() > 0.5


def test_the_interval_is_wide_because_of_papers_dated_by_a_latest_day() -> None:
    dated = retractions.dated(retractions.papers())
    assert dated["date_kind"].eq("by").sum() >= 1
    without = retractions.median_bounds(dated[dated["date_kind"].ne("by")])
    assert retractions.median_bounds(dated)["interval_low"] == 0 < without["interval_low"]


def test_keeping_those_papers_moves_the_median_most() -> None:
    grid = retractions.choices_in_book()
    spread = {
        name: grid.groupby(name)["estimate"].median().agg(lambda s: s.max() - s.min())
        for name in ("papers", "dated_by_latest_day", "lag")
    }
    assert max(spread, key=spread.get) == "dated_by_latest_day"
    right = grid.sort_values("estimate").tail(3)["dated_by_latest_day"]
    assert set(right) == {"left out"}


def test_index_entries_enter_no_figure_of_lags() -> None:
    assert "index_only" not in set(retractions.spans_in_book()["status"])
    assert "index_only" not in set(retractions.dated(retractions.papers())["status"])


def test_two_marks_are_no_bounds() -> None:
    frame = counts.audits_in_book()
    assert (~frame["is_bound"]).sum() == 2
    assert frame.loc[frame["id"].eq("rl-019"), "is_bound"].all()


def test_the_country_with_most_is_the_united_kingdom() -> None:
    frame = counts.military_in_book()
    assert frame.iloc[0]["country"] == "United Kingdom"
    assert frame.iloc[0]["publications"] > 3 * frame.iloc[1]["publications"]
    assert provenance.read_rows("research_links").set_index("id").loc["rl-023", "note"]


def test_the_grant_for_oversight_is_told_apart() -> None:
    row = provenance.read_rows("research_links").set_index("id").loc["rl-034"]
    assert row["police_link"] == "none"
    assert row["unit"] == "EUR"


def test_two_of_the_european_authors_have_part_time_posts() -> None:
    frame = retractions.papers()
    assert frame["european_author"].eq("part_time").sum() == 2
