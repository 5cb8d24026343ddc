"""The real data of the chapter: counts that must fit each other, words that may become false."""

from __future__ import annotations

import pytest

from biometrics_china import made, provenance
from biometrics_china.analysis.trafficking import alerts, counts, operation, samples


@pytest.mark.parametrize("exhibit_id", ["tab-trafficking-rules", "tab-trafficking-events",
                                        "tab-trafficking-campaign"])  # fmt: skip
def test_a_table_has_rows_and_no_missing_cell(exhibit_id) -> None:
    cells = {cell for row in made.of(exhibit_id).rows for cell in row}
    assert cells
    assert not cells & {"", "nan", "<NA>", "None"}


def test_no_person_is_named() -> None:
    # officials act in office and are named by office; victims, suspects, families not at all
    for table in ("reunion_counts", "trafficking_counts", "trafficking_assessments"):
        text = " ".join(provenance.read_rows(table)["note"].dropna())
        assert not any(word in text for word in ("Mr ", "Ms ", "Mrs ", "surnamed", "named "))


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
