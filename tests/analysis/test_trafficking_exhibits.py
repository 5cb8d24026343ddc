"""The exhibits of the chapter on the real data: sentences filled, figures drawn, counts that fit."""

from __future__ import annotations

import pytest

from biometrics_china import exhibits, numbers
from biometrics_china.analysis.trafficking import alerts, counts, operation, samples
from biometrics_china.figures import export, trafficking
from biometrics_china.publishing import display

TEXTS = exhibits.numbers_of("trafficking").texts()
FIGURES = [e for e in trafficking.EXHIBITS if e.draw]
TABLES = [e for e in trafficking.EXHIBITS if not e.draw]


@pytest.mark.parametrize("exhibit", trafficking.EXHIBITS, ids=lambda e: e.id)
def test_every_sentence_can_be_filled(exhibit) -> None:
    assert "{" not in numbers.fill(exhibit.caption, TEXTS) + numbers.fill(exhibit.alt, TEXTS)


@pytest.mark.parametrize("exhibit", FIGURES, ids=lambda e: e.id)
def test_a_figure_keeps_to_the_palette_and_is_the_same_twice(exhibit) -> None:
    assert export.svg(exhibit) == export.svg(exhibit)


@pytest.mark.parametrize("exhibit", TABLES, ids=lambda e: e.id)
def test_a_table_has_rows_and_no_missing_cell(exhibit) -> None:
    printed = display.printed_table(exhibit, exhibit.frame())
    assert len(printed)
    assert not printed.isin(["nan", "<NA>", "None"]).any(axis=None)


# Printed values that must fit each other; a slip of one digit in the data breaks one of these.


def test_the_parts_of_the_first_year_add_up_to_the_found() -> None:
    frame = counts.reunion_counts()
    part = frame[
        frame["series"].eq(alerts.SYSTEM)
        & frame["as_of"].eq(alerts.YEAR_ONE)
        & frame["measure"].eq("found")
    ].set_index("category")["value"]
    assert part.drop("").sum() == part[""]


def test_published_less_found_is_the_number_not_found() -> None:
    frame = counts.reunion_counts()
    stated = counts.totals(frame, alerts.SYSTEM, "not_found")
    table = alerts.recovery(frame).set_index("as_of")
    row = table.loc[stated["as_of"].iloc[0]]
    assert row["published"] - row["found"] == stated["value"].iloc[0]


def test_stated_recovery_rates_are_the_ratios_of_the_counts() -> None:
    frame = counts.reunion_counts()
    stated = frame[frame["category"].eq("recovery")].set_index("as_of")["value"]
    shares = alerts.recovery(frame).set_index("as_of")["share"]
    assert (100 * shares[stated.index] - stated).abs().max() < 0.5


def test_the_ways_home_add_up_to_the_total() -> None:
    ways = samples.ways_home()
    assert ways["count"].sum() == ways["total"].iloc[0]


def test_the_groups_by_years_apart_add_up_with_the_rest() -> None:
    frame = counts.reunion_counts()
    part = frame[
        frame["series"].eq(operation.OPERATION)
        & frame["as_of"].eq(operation.DECEMBER)
        & frame["category"].str.startswith("apart")
    ]
    total = counts.totals(frame, operation.OPERATION, "found", operation.SINCE)["value"].iloc[-1]
    assert part["value"].sum() == total


def test_derived_court_years_are_the_totals_less_the_printed_years() -> None:
    frame = counts.trafficking_counts()
    court = frame[frame["series"].eq("court_cases") & frame["scope"].eq("China")]
    by_year = court[court["start"].eq(court["end"])].set_index("end")["value"]
    spans = court[court["start"].ne(court["end"]) & court["start"].str.len().eq(4)]
    for row in spans.to_dict("records"):
        years = [str(y) for y in range(int(row["start"]), int(row["end"]) + 1)]
        assert by_year[years].sum() == row["value"]
