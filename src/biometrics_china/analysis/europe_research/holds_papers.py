"""What must hold in the data for the words on audits and on retracted papers to be true."""

from __future__ import annotations

from biometrics_china import provenance
from biometrics_china.analysis.europe_research import retractions

__all__ = [
    "dates_are_known_for_most_retracted_papers_and_almost_no_entry",
    "half_of_the_dutch_studies_had_police_money",
    "most_dated_papers_stood_two_years",
    "no_reading_is_below_a_year_and_a_half",
]


def half_of_the_dutch_studies_had_police_money() -> bool:
    """Return whether half of the Dutch studies that journalists examined had Chinese police money."""
    row = provenance.by_id("research_links").loc["rl-002"]
    return bool(row["qualifier"] != "more_than" and 2 * row["value"] == row["denominator"])


def most_dated_papers_stood_two_years() -> bool:
    """Return whether over half of the retracted papers with both dates stood two years or more.

    Each lag counts as short as the precision of its dates allows.
    """
    shortest = retractions.dated(retractions.papers())["shortest"]
    return bool(shortest.ge(24).mean() > 0.5)


def no_reading_is_below_a_year_and_a_half() -> bool:
    """Return whether the median lag is over a year and a half under every reading."""
    grid = retractions.choices(retractions.papers())
    return bool(grid["estimate"].min() > 18)


def dates_are_known_for_most_retracted_papers_and_almost_no_entry() -> bool:
    """Return whether both dates were seen for over half of the retractions, a tenth of the entries.

    The entries are those known from an index alone: of them a tenth or fewer.
    """
    found = retractions.by_status(retractions.papers()).set_index("status")
    share = found["with_lag"] / found["papers"]
    return bool(share["Retracted"] > 0.5 and share["Entry in an index"] <= 0.1)
