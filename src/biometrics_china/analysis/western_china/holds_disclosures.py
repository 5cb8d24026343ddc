"""What must hold in the data for the words on disclosures, exits and allegations to be true."""

from __future__ import annotations

from biometrics_china import provenance, tables
from biometrics_china.analysis.western_china import (
    responses,
)

__all__ = [
    "every_authority_rejects_what_was_reported",
    "exits_were_announced_before_and_after_the_listings",
    "labels_dated_to_the_month_took_months_or_years",
    "no_allegation_is_graded_above_c",
    "no_allegation_speaks_of_dna",
    "the_counts_share_an_author",
    "the_longest_dated_line_is_a_test_report",
    "two_dated_cases_share_a_report",
]

#: words by which a statement denies, rejects or opposes
_REJECTS = "untrue|not taken|fabricated|denied|reject|opposes|not hold water"


def two_dated_cases_share_a_report() -> bool:
    """Return whether exactly two of the cases dated to the month were disclosed in one report."""
    frame = responses.dated_to_the_month(responses.disclosures())
    return bool(frame["report_key"].duplicated(keep=False).sum() == 2)


def the_longest_dated_line_is_a_test_report() -> bool:
    """Return whether the longest time to disclosure, of those known to the month, is a test report's."""
    frame = responses.dated_to_the_month(responses.disclosures())
    return str(frame.sort_values("months", kind="stable")["capability"].iloc[-1]).startswith(
        "Test report"
    )


def labels_dated_to_the_month_took_months_or_years() -> bool:
    """Return whether each case dated to the month took over three months, and some over two years.

    What is meant is the time from the artefact to its disclosure, in the cases disclosed.
    """
    months = responses.dated_to_the_month(responses.disclosures())["months"]
    return bool(months.min() > 3 and months.gt(24).sum() > 1)


def exits_were_announced_before_and_after_the_listings() -> bool:
    """Return whether the first exit precedes all listings of the table, and the last follows all."""
    when = responses.listings_and_exits().groupby("kind")["when"].agg(["min", "max"])
    listing, leaving = when.loc["listing"], when.loc["exit"]
    return bool(leaving["min"] < listing["min"] and leaving["max"] > listing["max"])


def every_authority_rejects_what_was_reported() -> bool:
    """Return whether each statement of an authority in the table denies, rejects or opposes."""
    frame = responses.answers()
    said = frame.loc[frame["speaker_type"].eq("authority"), "said"]
    return len(said) > 0 and bool(said.str.contains(_REJECTS, case=False).all())


def the_counts_share_an_author() -> bool:
    """Return whether the studies on Tibet, Qinghai and male DNA have Emile Dirks among their authors."""
    works = tables.load("works").set_index("id")["authors"]
    studies = works.loc[["dirks-2022-tibet", "dirks-2022-qinghai", "dirks-leibold-2020"]]
    return all("Dirks, Emile" in names for names in studies)


def no_allegation_is_graded_above_c() -> bool:
    """Return whether every allegation in the table has grade C or D."""
    return set(responses.allegations()["grade"]) <= {"C", "D"}


def no_allegation_speaks_of_dna() -> bool:
    """Return whether no allegation in the table, its evidence or its note mentions DNA or genes."""
    rows = provenance.read_rows("allegations")[["allegation", "evidence", "note"]].fillna("")
    said = rows.agg(" ".join, axis=1)
    return len(said) > 0 and not said.str.contains("DNA|genetic|genes|genome", case=False).any()
