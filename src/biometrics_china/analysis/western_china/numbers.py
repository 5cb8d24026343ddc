"""The numbers that the chapter on western China prints."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from biometrics_china import bounds, formulas, multiverse, origins, provenance
from biometrics_china.analysis.western_china import (
    coverage,
    coverage_rows,
    estimates,
    examinations,
    numbers_estimates,
    people,
)
from biometrics_china.analysis.western_china.numbers_events import add_events
from biometrics_china.analysis.western_china.numbers_places import add_places
from biometrics_china.numbers import Numbers

_RATIO = "coverage of the south / coverage of the rest, under each reading"


def numbers() -> Numbers:
    """Return all numbers of the chapter on western China, in the order in which they are made."""
    found = Numbers("western_china", ["collection_events", "populations"])
    _examinations(found)
    _coverage(found)
    _file(found.using("research_file_groups", "populations"))
    numbers_estimates.add(found)
    _research(found)
    add_places(found)
    add_events(found)
    return found


def _examinations(found: Numbers) -> None:
    frame = examinations.series()
    official = frame.loc[frame["series"].eq(examinations.OFFICIAL), "year"]
    announced: dict[Any, str] = {
        year: row for year, row, name in examinations.SERIES if name == examinations.OFFICIAL
    }
    rows = people.events()
    third, until = (
        origins.cell(rows, row, "number")
        for row in (examinations.CUMULATIVE_3, examinations.CUMULATIVE_4)
    )
    fourth = until - third
    for year in official:
        made = origins.cell(rows, announced[year], "number") if year in announced else fourth
        found.million(f"exam_{year}", made, f"examinations announced, {year}, million")
    of_database, of_officials = (
        origins.cell(rows, row, "number") for row in (coverage.DATABASE, announced[2016])
    )
    more = of_database / of_officials - 1
    found.percent("range_first", more, "database over officials, 2016", digits=1)
    abnormal = origins.cell(rows, "ev-w019", "number")
    found.count("abnormal", abnormal, "blood tests with abnormal results")
    start = origins.cell(rows, "ev-w001", "start")
    found.date("exam_start", start, "start of the first round")
    ages = re.search(r"aged (\d+)-(\d+)", rows["ev-w020"]["group"])
    if ages is None:
        raise ValueError("the guideline names no ages: ev-w020")
    named = origins.of(" to ".join(ages.groups()), "ev-w020", how="ages in “group”")
    found.words("ages", named, "ages that the guideline names, in years")
    lived = people.populations()
    corps = people.rows(lived, coverage.CORPS, 2020, "stated")
    stated = origins.field(corps.iloc[0], "persons")
    found.million("corps", stated, "people of the Corps, million, a floor", "populations")
    rounds = origins.cell(rows, "ev-w008", "number")
    found.million("exam_two_rounds", rounds, "two rounds, million", digits=0)
    found.million(
        "exam_four_rounds", origins.cell(rows, "ev-w011", "number"), "four rounds, million"
    )
    found.million("eligible", _eligible(lived), "people aged 12 to 65, million")
    caps = estimates.published()
    exams = origins.cell(rows, "ev-w006", "number")
    for name, key in (("low", "pe-03"), ("high", "pe-04")):
        a_day = origins.cell(caps, key, "upper")
        made = exams / (a_day * 365)
        found.count(
            f"capacity_{name}",
            a_day,
            "samples a laboratory can type in a day",
            "published_estimates",
        )
        found.decimal(
            f"capacity_years_{name}", made, "years to type one round",
            "published_estimates", "collection_events",
        )  # fmt: skip


def _eligible(lived: pd.DataFrame) -> origins.Origin:
    """Return `examinations.eligible` with the rows of its bands of age."""

    def group(ages: str) -> origins.Origin:
        rows = people.rows(lived, "Xinjiang", 2020, "census", f"age {ages}")
        return origins.field(rows.iloc[0], "persons")

    from_10 = group("0-14") - group("0-9")
    from_65 = group("65+") - (group("70-79") + group("80-89") + group("90+"))
    return group("15-64") + 3 / 5 * from_10 + 1 / 5 * from_65


def _coverage(found: Numbers) -> None:
    rows, base = people.events(), coverage_rows.bases()
    lived, corps = coverage_rows.residents(), coverage_rows.corps()
    south, rest, database = (
        origins.cell(rows, row, "number")
        for row in (coverage.SOUTH_EXAMINED, coverage.REST_EXAMINED, coverage.DATABASE)
    )
    for name, examined, place in (
        ("south", south, "Four southern prefectures"),
        ("rest", rest, "Rest of Xinjiang"),
        ("corps", rest, "Rest, without the Corps"),
    ):
        before, after = base[name]
        between = before + coverage.FRACTION * (after - before)
        found.percent(f"cover_{name}", examined / between, f"coverage, {place}")
        if name != "corps":
            ends = [examined / persons for persons in (before, after)]
            low, high = 100 * formulas.least(ends), 100 * formulas.most(ends)
            meaning = f"coverage over the two censuses, {place}"
            bounds.add(found, f"cover_{name}", low, high, meaning)
    of_south, of_rest = (
        examined / (before + coverage.FRACTION * (after - before))
        for examined, (before, after) in ((south, base["south"]), (rest, base["rest"]))
    )
    found.decimal("ratio_main", of_south / of_rest, "ratio, main reading", digits=2)
    _ratio(found, found.made_of(south, rest, database, lived, corps, how=_RATIO))
    share = coverage_rows.southern_corps()
    found.percent("corps_south", share, "of the Corps, in southern divisions")
    more = database - south - rest
    found.million("more", more, "people whom only the database counts, million", digits=2)


def _ratio(found: Numbers, part: Numbers) -> None:
    grid = coverage.ratio_choices()
    found.count("n_ratio", origins.fixed(len(grid)), "readings of the ratio")
    spread, ends = multiverse.spread(grid), coverage.ratio_bounds()
    part.count("ratio_place", spread["below"] + 1, "place of the main reading, from below")
    least, most = spread["lowest"], spread["highest"]
    bounds.add(part, "ratio_read", least, most, "ratio over the readings", digits=2)
    bounds.add(part, "ratio", ends.low, ends.high, "ratio over all inputs", digits=2)


def _file(found: Numbers) -> None:
    adults = origins.cell(people.events(), "ev-w017", "number")
    found.count("file_n", adults, "adults in the research file", "collection_events")
    lived = people.populations()
    whole = people.rows(lived, "Xinjiang", 2020)
    southern = pd.concat([people.rows(lived, place, 2020)[:1] for place in people.SOUTH])
    share = origins.over(southern, "persons") / origins.field(whole.iloc[0], "persons")
    found.percent("resident_south", share, "residents in the south, 2020")
    groups = provenance.read_rows("research_file_groups")
    of_group = groups.set_index("group")["id"]
    region = origins.cell(groups, of_group["southern Xinjiang"], "share_pct")
    found.count("file_south", region, "of the file, southern, per cent")
    for group in ("Uyghur", "Han"):
        in_file = origins.per_cent(origins.cell(groups, of_group[group], "share_pct"))
        for name, column, share in (
            ("file", "in_file", in_file),
            ("registered", "registered", _part_of(lived, 2015, "registered", group)),
            ("resident", "residents", _part_of(lived, 2020, "census", group)),
        ):
            found.percent(f"{name}_{group.lower()}", share, f"{group}, {column}", digits=0)


def _part_of(lived: pd.DataFrame, year: int, definition: str, group: str) -> origins.Origin:
    """Return the share of a group in the people of Xinjiang."""
    part, whole = (
        origins.field(people.rows(lived, "Xinjiang", year, definition, of).iloc[0], "persons")
        for of in (group, "total")
    )
    return part / whole


def _research(found: Numbers) -> None:
    rows = people.events()
    samples = provenance.read_rows("collection_events")
    tibetan = samples[samples["id"].isin(["ev-w080", "ev-w081", "ev-w082"])]
    summed = origins.over(tibetan, "number")
    found.count("research_samples", summed, "Tibetan samples in three papers")
    found.count("n_research", tibetan, "papers with these samples")
    cohort = origins.cell(rows, "ev-w031", "number")
    found.count("cohort", cohort, "people in a north-western cohort")
    males = origins.cell(rows, "ev-w046", "number")
    found.count("machen", males, "males sampled by one police station")
    exposed = origins.cell(rows, "ev-w027", "lower")
    found.million("exposed_low", exposed, "people in an exposed database, million")
    places = origins.cell(rows, "ev-w041", "number")
    found.count("hrw_places", places, "places with drives in Tibet, as counted")
