"""The numbers that the chapter on western China prints."""

from __future__ import annotations

import re

from biometrics_china import bounds, multiverse, provenance
from biometrics_china.analysis.western_china import coverage, estimates, examinations, people
from biometrics_china.analysis.western_china.numbers_events import add_events
from biometrics_china.numbers import Numbers


def numbers() -> Numbers:
    """Return all numbers of the chapter on western China, in the order in which they are made."""
    found = Numbers("western_china", ["collection_events", "populations"])
    _examinations(found)
    _coverage(found)
    _file(found.using("research_file_groups", "populations"))
    _estimates(found.using("published_estimates", "populations"))
    _restatements(found.using("estimate_restatements"))
    _research(found)
    add_events(found)
    return found


def _examinations(found: Numbers) -> None:
    frame = examinations.series()
    official = frame[frame["series"].eq("announced by officials")].set_index("year")["million"]
    database = frame[frame["series"].str.startswith("regional")].set_index("year")["million"]
    for year, value in official.items():
        found.decimal(f"exam_{year}", value, f"examinations announced, {year}, million")
    found.percent(
        "range_first",
        database[2016] / official[2016] - 1,
        "database over officials, 2016",
        digits=1,
    )
    rows = people.events()
    found.count("abnormal", rows["ev-w019"]["number"], "blood tests with abnormal results")
    found.date("exam_start", rows["ev-w001"]["start"], "start of the first round")
    ages = re.search(r"aged (\d+)-(\d+)", rows["ev-w020"]["group"])
    if ages is None:
        raise ValueError("the guideline names no ages: ev-w020")
    found.words("ages", " to ".join(ages.groups()), "ages that the guideline names, in years")
    found.million("corps", coverage.corps(), "people of the Corps, million, a floor", "populations")
    found.million("exam_two_rounds", rows["ev-w008"]["number"], "two rounds, million", digits=0)
    found.million("exam_four_rounds", rows["ev-w011"]["number"], "four rounds, million")
    found.million("eligible", examinations.eligible(), "people aged 12 to 65, million")
    caps = estimates.published()
    exams = rows["ev-w006"]["number"]
    for name, key in (("low", "pe-03"), ("high", "pe-04")):
        a_day = caps[key]["upper"]
        found.count(
            f"capacity_{name}",
            a_day,
            "samples a laboratory can type in a day",
            "published_estimates",
        )
        found.decimal(
            f"capacity_years_{name}", exams / (a_day * 365), "years to type one round",
            "published_estimates", "collection_events",
        )  # fmt: skip


def _coverage(found: Numbers) -> None:
    frame = coverage.coverage()
    for name, row in zip(("south", "rest", "corps"), frame.to_dict("records"), strict=True):
        found.percent(f"cover_{name}", row["share"], f"coverage, {row['place']}")
        if name != "corps":
            meaning = f"coverage over the two censuses, {row['place']}"
            bounds.add(found, f"cover_{name}", 100 * row["low"], 100 * row["high"], meaning)
    grid = coverage.ratio_choices()
    found.count("n_ratio", len(grid), "readings of the ratio")
    spread, ends = multiverse.spread(grid), coverage.ratio_bounds()
    found.decimal("ratio_main", spread["main"], "ratio, main reading", digits=2)
    found.count("ratio_place", spread["below"] + 1, "place of the main reading, from below")
    least, most = spread["lowest"], spread["highest"]
    bounds.add(found, "ratio_read", least, most, "ratio over the readings", digits=2)
    bounds.add(found, "ratio", ends.low, ends.high, "ratio over all inputs", digits=2)
    found.percent("corps_south", coverage.southern_corps(), "of the Corps, in southern divisions")
    *_, more = coverage.examined()
    found.million("more", more, "people whom only the database counts, million", digits=2)


def _file(found: Numbers) -> None:
    frame = examinations.research_file().set_index("group")
    rows = people.events()
    found.count(
        "file_n", rows["ev-w017"]["number"], "adults in the research file", "collection_events"
    )
    south = coverage.residents()
    both = south["south"][1], south["south"][1] + south["rest"][1]
    found.percent("resident_south", both[0] / both[1], "residents in the south, 2020")
    regions = provenance.read_rows("research_file_groups").set_index("group")["share_pct"]
    found.count("file_south", regions["southern Xinjiang"], "of the file, southern, per cent")
    for group in ("Uyghur", "Han"):
        for name, column in (
            ("file", "in_file"),
            ("registered", "registered"),
            ("resident", "residents"),
        ):
            found.percent(
                f"{name}_{group.lower()}", frame[column][group], f"{group}, {column}", digits=0
            )


def _estimates(found: Numbers) -> None:
    rows = estimates.published()
    tibet, qinghai = rows[estimates.TIBET], rows[estimates.QINGHAI]
    for name, row in (("dna", tibet), ("iris", qinghai)):
        found.count(f"{name}_low", row["lower"], f"{row['what']}, lower end")
        found.count(f"{name}_high", row["upper"], f"{row['what']}, upper end")
    found.date("dna_start", tibet["start"], "first month of the estimate for Tibet")
    found.date("dna_end", tibet["end"], "last month of the estimate for Tibet")
    municipality = people.events()[estimates.MUNICIPALITY]["number"]
    found.count("municipality", municipality, "samples in one place, a floor", "collection_events")
    found.count(
        "counted_reports", tibet["reports_with_counts"], "local reports with a number, Tibet"
    )
    found.count("all_reports", tibet["reports"], "local reports used, Tibet")
    frame = estimates.shares().set_index(["estimate", "base"])
    base, t, q = "residents, census of 2020", tibet["what"], qinghai["what"]
    low, high = 100 * frame["low"][t, base], 100 * frame["high"][t, base]
    bounds.add(found, "tibet", low, high, f"{t}, share", digits=1)
    found.percent("qinghai_high", frame["high"][q, base], f"{q}, share, high", digits=1)
    group = frame["high"][t, "Tibetans only, census of 2020"]
    meaning = "upper end over Tibetans only, a bound"
    found.percent("tibet_high_group", group, meaning, digits=1, bound="high")
    found.decimal("qinghai_printed", qinghai["printed_high_pct"], "upper share as printed")
    weight, elsewhere = estimates.municipality_weight(), estimates.share_elsewhere()
    meaning = "one municipality in the estimate, at least"
    found.percent("weight_low", weight.low, meaning, bound="low")
    meaning = "share sampled without that municipality, per cent"
    bounds.add(found, "elsewhere", 100 * elsewhere.low, 100 * elsewhere.high, meaning)
    found.count("n_municipalities", len(estimates.municipalities()), "places it can be")
    for name, persons in zip(("low", "high"), estimates.implied_population(), strict=True):
        meaning = f"population that the printed share implies, million, {name}er end"
        found.million(f"qinghai_implied_{name}", persons, meaning, digits=2)
    grid = estimates.share_choices()
    found.count("n_share", len(grid), "readings of the share sampled")
    spread = multiverse.spread(grid)
    found.percent("share_main", spread["main"], "share, main reading", digits=1)
    least, most = 100 * spread["lowest"], 100 * spread["highest"]
    bounds.add(found, "share", least, most, "share over the readings", digits=1)


def _restatements(found: Numbers) -> None:
    frame = estimates.restatements().set_index("handling")["n"]
    found.count("n_texts", frame.sum(), "texts that repeat the estimate for Tibet")
    found.count("n_outlets", estimates.outlets(), "outlets of these texts")
    found.count("n_range", frame["range"], "texts that give the range")
    upper = frame.reindex(list(estimates.UPPER_ONLY)).fillna(0).sum()
    found.count("n_upper_only", upper, "texts that give its upper end alone")
    found.count("n_no_lower", estimates.without_lower_end(), "texts without its lower end")


def _research(found: Numbers) -> None:
    rows = people.events()
    samples = provenance.read_rows("collection_events")
    tibetan = samples[samples["id"].isin(["ev-w080", "ev-w081", "ev-w082"])]
    found.count("research_samples", tibetan["number"].sum(), "Tibetan samples in three papers")
    found.count("n_research", len(tibetan), "papers with these samples")
    found.count("cohort", rows["ev-w031"]["number"], "people in a north-western cohort")
    found.count("machen", rows["ev-w046"]["number"], "males sampled by one police station")
    found.million("exposed_low", rows["ev-w027"]["lower"], "people in an exposed database, million")
    found.count("hrw_places", rows["ev-w041"]["number"], "places with drives in Tibet, as counted")
