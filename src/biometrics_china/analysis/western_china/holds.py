"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import pandas as pd

from biometrics_china import multiverse, provenance
from biometrics_china.analysis.western_china import (
    coverage,
    estimates,
    examinations,
    people,
    places,
)
from biometrics_china.analysis.western_china.holds_disclosures import *  # noqa: F403

# ---- examinations, coverage, the research file ----


def later_rounds_agree_and_the_first_differs() -> bool:
    """Return whether database and officials differ by under 1 % in 2017 and 2018, over 5 % in 2016."""
    table = _million()
    database, official = table["regional database, in a journal"], table["announced by officials"]
    gaps = (database / official - 1).abs()
    return bool(gaps[[2017, 2018]].max() < 0.01 < 0.05 < gaps[2016])


def an_extract_exceeds_the_official_count_once() -> bool:
    """Return whether the extract of older people exceeds the official count of all ages in 2018.

    In 2017 it must hold less than six tenths of that count, so that the excess is of one year.
    """
    table = _million()
    share = table["research extract, age 15 and over"] / table["announced by officials"]
    return bool(share[2018] > 1 and share[2017] < 0.6)


def _million() -> pd.DataFrame:
    return examinations.series().pivot(index="year", columns="series", values="million")


def two_rounds_exceed_the_region() -> bool:
    """Return whether the sum of two rounds exceeds the residents of Xinjiang in the census of 2020."""
    region = people.persons(people.populations(), "Xinjiang", 2020)
    return bool(people.events()["ev-w008"]["number"] > region)


def no_row_counts_dna_profiles_of_xinjiang() -> bool:
    """Return whether no record from Xinjiang gives a number of people whose DNA was taken.

    Numbers that the press repeats, and those of research samples, are left out.
    """
    frame = provenance.read_rows("collection_events")
    part = frame[frame["province"].map(lambda p: "Xinjiang" in p)]
    dna = part["collected"].map(lambda c: "dna" in c) & part["number"].notna()
    return set(part[dna]["number_kind"]) <= {"restatement", "research"}


def the_south_is_covered_more_whatever_is_assumed() -> bool:
    """Return whether the ratio of south to rest exceeds one over all admissible inputs together."""
    return bool(coverage.ratio_bounds().low > 1)


def count_corps_and_cities_all_matter() -> bool:
    """Return whether each choice of the grid moves the median ratio by more than 0.1."""
    return bool(multiverse.influence(coverage.ratio_choices()).min() > 0.1)


def the_file_is_more_uyghur_rural_and_southern() -> bool:
    """Return whether Uyghurs exceed, and Han fall short of, their shares of both populations.

    The southern share of the file must exceed that of residents, and more than half be rural.
    """
    frame = examinations.research_file().set_index("group")
    rows = provenance.read_rows("research_file_groups").set_index("group")["share_pct"]
    ratios = frame[["ratio_registered", "ratio_residents"]]
    base = coverage.residents()
    south = 100 * base["south"][1] / (base["south"][1] + base["rest"][1])
    return bool(
        ratios.loc["Uyghur"].min() > 1
        and ratios.loc["Han"].max() < 1
        and rows["southern Xinjiang"] > south
        and rows["rural"] > 50
    )


# ---- places ----


def places_in_each_region_and_in_under_half_of_prefectures() -> bool:
    """Return whether each region has a named place of registration, and few prefectures have one.

    Few is under half of those of the three regions together. Prefectures in which a drive is reported
    without its place are counted too.
    """
    frame = places.documented()
    frame = frame[frame["province"].isin(places.REGIONS)]
    units = places.prefectures()
    units = units[units["province"].isin(places.REGIONS) & units["is_prefecture"]]
    most = set(places.registered(frame, is_named=False)["prefecture"]) & set(units["name"])
    named = places.registered(frame, is_named=True)["province"]
    return set(named) == set(places.REGIONS) and len(most) < len(units) / 2


# ---- estimates for Tibet and Qinghai ----


def tibet_recomputes_and_the_upper_share_of_qinghai_does_not() -> bool:
    """Return whether three of the four printed shares recompute, and Qinghai's upper one does not.

    A share recomputes if count over population gives it, whether it was rounded or cut.
    """
    bases = estimates.denominators()
    tibet = _printed_shares_recompute(
        estimates.TIBET, bases[estimates.TIBET]["residents, end of 2021, rounded"]
    )
    qinghai = _printed_shares_recompute(
        estimates.QINGHAI, bases[estimates.QINGHAI]["residents, census of 2020"]
    )
    return (tibet, qinghai) == ((True, True), (True, False))


def _printed_shares_recompute(estimate: str, persons: float) -> tuple[bool, bool]:
    """Return whether the lower and the upper printed share follow from count and population."""
    row = estimates.published()[estimate]
    return (
        estimates.recomputes(row["printed_low_pct"], row["lower"], persons),
        estimates.recomputes(row["printed_high_pct"], row["upper"], persons),
    )


def each_reading_for_tibet_exceeds_a_quarter() -> bool:
    """Return whether the share sampled in Tibet is over a quarter of the base under each reading."""
    return bool(estimates.share_choices()["estimate"].min() > 0.25)


def several_texts_print_the_upper_end_alone_or_as_a_floor() -> bool:
    """Return whether several texts print the upper end for Tibet alone, and several more as a floor."""
    texts = estimates.texts()["handling"].value_counts()
    n = texts.reindex(list(estimates.UPPER_ONLY), fill_value=0)
    return bool(n["above_upper"] > 1 and n.drop("above_upper").sum() > 1)


def one_wrong_number() -> bool:
    """Return whether exactly one text is recorded as printing a wrong number for Tibet."""
    return bool(estimates.texts()["handling"].eq("wrong").sum() == 1)


def no_population_fits_both_shares_of_qinghai() -> bool:
    """Return whether the populations that the two printed shares imply differ by over 200,000."""
    low, high = estimates.implied_population()
    return bool(abs(low - high) > 200_000)


def nothing_after_the_study_for_tibet_and_qinghai() -> bool:
    """Return whether no dated collection in Tibet or Qinghai begins or ends after the study of Tibet.

    Research samples and repetitions of numbers are left out. A date known by the year alone is
    later if the year is.
    """
    frame = provenance.read_rows("collection_events")
    part = frame[frame["province"].map(lambda p: bool({"Tibet", "Qinghai"} & set(p)))]
    part = part[~part["number_kind"].isin(["restatement", "research"])]
    end = str(estimates.published()[estimates.TIBET]["end"])
    days = pd.concat([part["start"], part["end"]]).dropna()
    return bool((days.str.slice(0, 7) <= end).all())
