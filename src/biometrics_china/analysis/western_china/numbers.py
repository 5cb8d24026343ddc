"""The numbers that the chapter on western China prints."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from biometrics_china import bounds, multiverse, origins, provenance
from biometrics_china.analysis.western_china import (
    coverage,
    coverage_rows,
    estimates,
    examinations,
    numbers_estimates,
    people,
)
from biometrics_china.analysis.western_china.numbers_events import add_events
from biometrics_china.numbers import Numbers

_BETWEEN = "residents at the end of 2016, on a line between both censuses"
_RATIO = "coverage of the south / coverage of the rest, under each reading"


def numbers() -> Numbers:
    """Return all numbers of the chapter on western China, in the order in which they are made."""
    found = Numbers("western_china", ["collection_events", "populations"])
    _examinations(found)
    _coverage(found)
    _file(found.using("research_file_groups", "populations"))
    numbers_estimates.add(found)
    _research(found)
    add_events(found)
    return found


def _examinations(found: Numbers) -> None:
    frame = examinations.series()
    official = frame[frame["series"].eq(examinations.OFFICIAL)].set_index("year")["million"]
    database = frame[frame["series"].str.startswith("regional")].set_index("year")["million"]
    announced: dict[Any, str] = {
        year: row for year, row, name in examinations.SERIES if name == examinations.OFFICIAL
    }
    ends = [examinations.CUMULATIVE_3, examinations.CUMULATIVE_4]
    for year, value in official.items():
        is_stated = year in announced
        how = "“number”" if is_stated else "difference of two totals over several rounds"
        made = origins.of(value, announced[year] if is_stated else ends, how=how)
        found.decimal(f"exam_{year}", made, f"examinations announced, {year}, million")
    more = database[2016] / official[2016] - 1
    made = origins.of(more, coverage.DATABASE, announced[2016], how="quotient of both, less 1")
    found.percent("range_first", made, "database over officials, 2016", digits=1)
    rows = people.events()
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
    stated = origins.of(coverage.corps(), corps, how="“persons”")
    found.million("corps", stated, "people of the Corps, million, a floor", "populations")
    rounds = origins.cell(rows, "ev-w008", "number")
    found.million("exam_two_rounds", rounds, "two rounds, million", digits=0)
    found.million(
        "exam_four_rounds", origins.cell(rows, "ev-w011", "number"), "four rounds, million"
    )
    of_ages = lived["group"].str.startswith("age") & lived["place"].eq("Xinjiang")
    of_ages &= lived["year"].eq(2020) & lived["definition"].eq("census")
    how = "residents by age, ages within a band taken as evenly spread"
    eligible = origins.of(examinations.eligible(), lived[of_ages], how=how)
    found.million("eligible", eligible, "people aged 12 to 65, million")
    caps = estimates.published()
    exams = origins.cell(rows, "ev-w006", "number")
    for name, key in (("low", "pe-03"), ("high", "pe-04")):
        a_day = origins.cell(caps, key, "upper")
        years = exams.value / (a_day.value * 365)
        how = f"{exams.value:,} / ({a_day.value:,} a day × 365)"
        made = origins.of(years, exams, a_day, how=how)
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


def _coverage(found: Numbers) -> None:
    frame, base = coverage.coverage(), coverage.residents()
    lived, corps = coverage_rows.residents(), coverage_rows.corps()
    south, rest = coverage.SOUTH_EXAMINED, coverage.REST_EXAMINED
    whole = coverage_rows.residents(*people.SOUTH, "Xinjiang")
    behind: dict[str, list[Any]] = {
        "south": [south, coverage_rows.residents(*people.SOUTH)],
        "rest": [rest, whole],
        "corps": [rest, whole, corps],
    }
    for name, row in zip(behind, frame.to_dict("records"), strict=True):
        part = found.made_of(*behind[name], how=f"{row['examined']:,.0f} / {_BETWEEN}")
        part.percent(f"cover_{name}", row["share"], f"coverage, {row['place']}")
        if name != "corps":
            before, after = (f"{persons:,.0f}" for persons in base[name])
            how = f"{row['examined']:,.0f} / {before} and / {after} residents"
            part = found.made_of(*behind[name], how=how)
            meaning = f"coverage over the two censuses, {row['place']}"
            bounds.add(part, f"cover_{name}", 100 * row["low"], 100 * row["high"], meaning)
    _ratio(found, found.made_of(south, rest, coverage.DATABASE, lived, corps, how=_RATIO))
    how = "people of the southern divisions / people of all"
    part = found.made_of(corps[corps["year"].eq(2009)], how=how)
    part.percent("corps_south", coverage.southern_corps(), "of the Corps, in southern divisions")
    *_, more = coverage.examined()
    part = found.made_of(south, rest, coverage.DATABASE, how="the database less both counts")
    part.million("more", more, "people whom only the database counts, million", digits=2)


def _ratio(found: Numbers, part: Numbers) -> None:
    grid = coverage.ratio_choices()
    found.count("n_ratio", origins.fixed(len(grid)), "readings of the ratio")
    spread, ends = multiverse.spread(grid), coverage.ratio_bounds()
    part.decimal("ratio_main", spread["main"], "ratio, main reading", digits=2)
    part.count("ratio_place", spread["below"] + 1, "place of the main reading, from below")
    least, most = spread["lowest"], spread["highest"]
    bounds.add(part, "ratio_read", least, most, "ratio over the readings", digits=2)
    bounds.add(part, "ratio", ends.low, ends.high, "ratio over all inputs", digits=2)


def _file(found: Numbers) -> None:
    frame = examinations.research_file().set_index("group")
    adults = origins.cell(people.events(), "ev-w017", "number")
    found.count("file_n", adults, "adults in the research file", "collection_events")
    lived = people.populations()
    whole = people.rows(lived, "Xinjiang", 2020)
    southern = pd.concat([people.rows(lived, place, 2020) for place in people.SOUTH])
    south = coverage.residents()
    both = south["south"][1], south["south"][1] + south["rest"][1]
    how = f"{both[0]:,.0f} / {both[1]:,.0f}"
    share = origins.of(both[0] / both[1], southern, whole, how=how)
    found.percent("resident_south", share, "residents in the south, 2020")
    groups = provenance.read_rows("research_file_groups")
    of_group = groups.set_index("group")["id"]
    region = origins.cell(groups, of_group["southern Xinjiang"], "share_pct")
    found.count("file_south", region, "of the file, southern, per cent")
    for group in ("Uyghur", "Han"):
        registered = [
            people.rows(lived, "Xinjiang", 2015, "registered", of) for of in (group, "total")
        ]
        resident = [people.rows(lived, "Xinjiang", 2020, "census", of) for of in (group, "total")]
        for name, column, rows, how in (
            ("file", "in_file", of_group[group], "“share pct”"),
            ("registered", "registered", registered, "the group / all who are registered"),
            ("resident", "residents", resident, "the group / all residents"),
        ):
            share = origins.of(frame[column][group], rows, how=how)
            found.percent(f"{name}_{group.lower()}", share, f"{group}, {column}", digits=0)


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
