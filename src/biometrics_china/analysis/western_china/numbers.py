"""The numbers that the chapter on western China prints."""

from __future__ import annotations

import re

from biometrics_china import multiverse, provenance
from biometrics_china.analysis.western_china import estimates, examinations, people
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
    found.million(
        "corps", examinations.corps(), "people of the Corps, million, a floor", "populations"
    )
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
    frame = examinations.coverage()
    for name, row in zip(("south", "rest", "corps"), frame.to_dict("records"), strict=True):
        found.percent(f"cover_{name}", row["share"], f"coverage, {row['place']}")
        if name != "corps":
            found.percent(
                f"cover_{name}_low", row["low"], f"over the larger census, {row['place']}"
            )
            found.percent(
                f"cover_{name}_high", row["high"], f"over the smaller census, {row['place']}"
            )
    grid = examinations.ratio_choices()
    spread = multiverse.spread(grid)
    found.count("n_ratio", len(grid), "readings of the ratio")
    for name in ("lowest", "highest", "main"):
        found.decimal(f"ratio_{name}", spread[name], f"{name} ratio over the readings", digits=2)


def _file(found: Numbers) -> None:
    frame = examinations.research_file().set_index("group")
    rows = people.events()
    found.count(
        "file_n", rows["ev-w017"]["number"], "adults in the research file", "collection_events"
    )
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
    found.percent("tibet_low", frame["low"][t, base], f"{t}, share, low", digits=1)
    found.percent("tibet_high", frame["high"][t, base], f"{t}, share, high", digits=1)
    found.percent("qinghai_high", frame["high"][q, base], f"{q}, share, high", digits=1)
    group = frame["high"][t, "Tibetans only, census of 2020"]
    found.percent("tibet_high_group", group, "upper end over Tibetans only, a bound", digits=1)
    found.decimal("qinghai_printed", qinghai["printed_high_pct"], "upper share as printed")
    low, high = estimates.municipality_weight()
    found.percent("weight_low", low, "one municipality in the estimate, least")
    found.percent("weight_high", high, "one municipality in the estimate, most")
    grid = estimates.share_choices()
    spread = multiverse.spread(grid)
    found.count("n_share", len(grid), "readings of the share sampled")
    for name in ("lowest", "highest", "main"):
        found.percent(f"share_{name}", spread[name], f"{name} share over the readings", digits=1)


def _restatements(found: Numbers) -> None:
    share = estimates.upper_only()
    found.count("n_outlets", share.total, "outlets that repeat the estimate for Tibet")
    found.count("n_upper_only", share.successes, "outlets that leave the lower end out")
    found.percent("upper_only", share.share, "share of outlets that do")
    found.percent("upper_only_low", share.low, "lower end of its interval")
    found.percent("upper_only_high", share.high, "upper end of its interval")
    frame = estimates.restatements().set_index("handling")["n"]
    found.count("n_range", frame["range"], "outlets that give the range")


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
