"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from biometrics_china import provenance, tables
from biometrics_china.analysis.western_china import (
    estimates,
    examinations,
    people,
    responses,
)


def by_series() -> dict[str, dict[int, float]]:
    frame = examinations.series()
    return {
        str(name): dict(zip(part["year"], part["million"], strict=True))
        for name, part in frame.groupby("series")
    }


def later_rounds_agree_and_the_first_differs() -> bool:
    """Return whether later rounds agree and the first differs."""
    official = by_series()["announced by officials"]
    database = by_series()["regional database, in a journal"]
    gaps = {year: abs(database[year] / official[year] - 1) for year in (2016, 2017, 2018)}
    return max(gaps[2017], gaps[2018]) < 0.01 < 0.05 < gaps[2016]


def an_extract_exceeds_the_official_count_once() -> bool:
    """Return whether an extract exceeds the official count once."""
    extract = by_series()["research extract, age 15 and over"]
    official = by_series()["announced by officials"]
    return extract[2018] > official[2018] and extract[2017] < 0.6 * official[2017]


def two_rounds_exceed_the_region() -> bool:
    """Return whether two rounds exceed the region."""
    rows = people.events()
    region = people.persons(people.populations(), "Xinjiang", 2020)
    return float(rows["ev-w008"]["number"]) > region  # type: ignore[arg-type]


def no_row_counts_dna_profiles_of_xinjiang() -> bool:
    """Return whether no row counts dna profiles of xinjiang."""
    frame = provenance.read_rows("collection_events")
    part = frame[frame["province"].map(lambda p: "Xinjiang" in p)]
    dna = part["collected"].map(lambda c: "dna" in c) & part["number"].notna()
    # the one row with DNA and a number is the press's repetition of examinations
    return set(part[dna]["number_kind"]) <= {"restatement", "research"}


def the_south_is_covered_more_under_each_reading() -> bool:
    """Return whether the south is covered more under each reading."""
    return bool((examinations.ratio_choices()["estimate"] > 1).all())


def the_year_hardly_matters_and_the_corps_does() -> bool:
    """Return whether the year hardly matters and the corps does."""
    grid = examinations.ratio_choices()
    spans = {
        c: grid.groupby(c)["estimate"].mean().agg(lambda m: m.max() - m.min())
        for c in ("population", "outside_the_count")
    }
    return spans["population"] < 0.05 < spans["outside_the_count"]


def the_file_is_more_uyghur_rural_and_southern() -> bool:
    """Return whether the file is more uyghur rural and southern."""
    frame = examinations.research_file().set_index("group")
    rows = provenance.read_rows("research_file_groups").set_index("group")["share_pct"]
    uyghur, han = frame.loc["Uyghur"], frame.loc["Han"]
    base = examinations.residents()
    south = 100 * base["south"][1] / (base["south"][1] + base["rest"][1])
    return (
        min(uyghur["ratio_registered"], uyghur["ratio_residents"]) > 1
        and max(han["ratio_registered"], han["ratio_residents"]) < 1
        and rows["southern Xinjiang"] > south
        and rows["rural"] > 50
    )


def tibet_recomputes_and_the_upper_share_of_qinghai_does_not() -> bool:
    """Return whether tibet recomputes and the upper share of qinghai does not."""
    rows, bases = estimates.published(), estimates.denominators()
    tibet = bases[estimates.TIBET]["residents, end of 2021, rounded"]
    qinghai = bases[estimates.QINGHAI]["residents, census of 2020"]
    t, q = rows[estimates.TIBET], rows[estimates.QINGHAI]
    return (
        estimates.recomputes(float(t["printed_low_pct"]), float(t["lower"]), tibet)  # type: ignore[arg-type]
        and estimates.recomputes(float(t["printed_high_pct"]), float(t["upper"]), tibet)  # type: ignore[arg-type]
        and estimates.recomputes(float(q["printed_low_pct"]), float(q["lower"]), qinghai)  # type: ignore[arg-type]
        and not estimates.recomputes(float(q["printed_high_pct"]), float(q["upper"]), qinghai)  # type: ignore[arg-type]
    )


def one_wrong_number() -> bool:
    """Return whether one wrong number."""
    return int(estimates.restatements().set_index("handling")["n"]["wrong"]) == 1


def two_dated_cases_share_a_report() -> bool:
    """Return whether two dated cases share a report."""
    frame = responses.dated_to_the_month(responses.disclosures())
    return int(frame["report_key"].duplicated(keep=False).sum()) == 2


def the_longest_dated_line_is_a_test_report() -> bool:
    """Return whether the longest dated line is a test report."""
    frame = responses.dated_to_the_month(responses.disclosures())
    return str(frame.loc[frame["months"].idxmax(), "capability"]).startswith("Test report")


def no_allegation_is_graded_above_c() -> bool:
    """Return whether no allegation is graded above c."""
    return set(responses.allegations()["grade"]) <= {"C", "D"}


def no_organ_row_speaks_of_police_dna() -> bool:
    """Return whether no organ row speaks of police dna."""
    words = " ".join(responses.allegations()["allegation"]).lower()
    return "dna" not in words


def no_private_person_is_named() -> bool:
    """Return whether no private person is named."""
    who = tables.load("allegations")["who"]
    return bool(who.str.contains("experts|Home Office|tribunal|Amnesty|Department|minister").all())


def nothing_after_the_study_for_tibet_and_qinghai() -> bool:
    """Return whether nothing after the study for tibet and qinghai."""
    frame = provenance.read_rows("collection_events")
    part = frame[frame["province"].map(lambda p: bool({"Tibet", "Qinghai"} & set(p)))]
    part = part[~part["number_kind"].isin(["restatement", "research"])]
    end = str(estimates.published()[estimates.TIBET]["end"])
    return bool((part["end"].dropna().str.slice(0, 7) <= end).all())
