"""The numbers that the chapter on DNA databases prints."""

from __future__ import annotations

import math
from collections.abc import Hashable
from typing import Any

import pandas as pd

from biometrics_china import multiverse, tables
from biometrics_china.analysis.dna_databases import compare, growth, sizes
from biometrics_china.analysis.dna_databases.shapes import GOMPERTZ, LOGISTIC, POWER
from biometrics_china.numbers import Numbers

_CODES = {"cn": "China", "us": "United States", "gb": "United Kingdom", "fr": "France",
          "de": "Germany"}  # fmt: skip

#: rows of the table of sizes, by id
Rows = dict[str, dict[Hashable, Any]]


def numbers() -> Numbers:
    """Return all numbers of the chapter on DNA databases, in the order in which they are made."""
    found = Numbers("dna_databases", ["dna_database_sizes"])
    rows = {row["id"]: row for row in sizes.sizes().to_dict("records")}
    _growth(found)
    _stated(found, rows)
    _shares(found.using("dna_database_sizes", "populations"))
    _rank(found.using("dna_database_sizes", "populations"), rows)
    _traces(found)
    _choices(found.using("dna_database_sizes", "populations"))
    return found


def _growth(found: Numbers) -> None:
    points = growth.points()
    found.count("n_points", len(points), "dated totals of the Chinese database")
    found.count("n_floors", points["qualifier"].eq("more_than").sum(), "of these stated as floors")
    first, last = points.iloc[0], points.iloc[-1]
    found.million("size_first", first["value"], "first total, million records")
    found.million("size_last", last["value"], "last total, million records", digits=0)
    found.words("year_first", int(first["year"]), "year of the first total")
    found.words("year_last", int(last["year"]), "year of the last total")
    middle = points[points["year"].ge(growth.PATH_FROM)].iloc[0]
    found.million("size_middle", middle["value"], "total at the end of 2012", digits=0)
    found.words("path_from", int(growth.PATH_FROM), "year from whose end the recent path is taken")
    slopes = growth.pace(points)["slope"]
    found.million("slope", slopes[0], "recent path, million records a year, all totals")
    found.million("slope_without", slopes[1], "the same without the last total")
    found.million("slope_low", slopes.min(), "the same, least of four readings", bound="low")
    found.million("slope_high", slopes.max(), "the same, most of four readings", bound="high")
    _shapes(found, growth.stated_models().set_index("model"))


def _shapes(found: Numbers, shapes: pd.DataFrame) -> None:
    found.count("n_shapes", len(shapes), "shapes of growth compared")
    behind = shapes["difference"][LOGISTIC]
    found.decimal("logistic_distance", behind, "AICc of the logistic curve behind the best")
    rows = shapes.to_dict("index")
    for name, shape in (("power", POWER), ("gompertz", GOMPERTZ)):
        row = rows[shape]
        for column, words in (
            ("weight", "weight"),
            ("weight_without", "weight, last total left out"),
        ):
            found.decimal(f"{column}_{name}", row[column], f"{words}: {shape}", digits=2)
        share = math.expm1(row["missed"])
        found.percent(f"missed_{name}", share, f"how far the next total is missed: {shape}")
    for name, column in (("all", "ceiling"), ("without", "ceiling_without")):
        meaning = f"ceiling of the curve of Gompertz, million: {name} the last total"
        found.million(f"ceiling_{name}", shapes[column][GOMPERTZ], meaning, digits=0)


def _stated(found: Numbers, rows: Rows) -> None:
    for name, row, meaning in (
        ("size_2020", "dn-028", "records as a newspaper reported, million"),
        ("target_2020", "dn-031", "goal for the end of 2020, million records"),
        ("size_radio", "dn-027", "records as a radio station reported, million"),
    ):
        found.million(name, rows[row]["value"], meaning, digits=0)
    found.date("radio_date", rows["dn-027"]["as_of"], "when the radio station reported it")
    for name, column in (("aspi_low", "lower"), ("aspi_high", "upper")):
        found.million(name, rows["dn-030"][column], f"institute's estimate, {column}", digits=0)
    found.decimal("match_cn", rows["dn-039"]["value"], "Chinese traces with a match, 2012, %")
    found.decimal("match_gb", rows["dn-097"]["value"], "British traces with a match, 2023/24, %")
    found.decimal("persons_matched_cn", rows["dn-040"]["value"], "Chinese people with a match, %")
    gone, kept = rows["dn-212"]["value"], rows["dn-213"]["value"]
    found.count("deleted_de", gone, "German records deleted since the beginning")
    found.date("deleted_de_date", rows["dn-212"]["as_of"], "day of that number")
    found.percent("deleted_de_share", gone / (gone + kept), "share of all ever stored")
    found.count("people_fr_high", rows["dn-143"]["value"], "people stored in France, 2020")
    found.count("people_fr_last", rows["dn-148"]["value"], "people stored in France, 2025")


def _shares(found: Numbers) -> None:
    frame = sizes.shares(sizes.sizes(), sizes.national_populations())
    # the last Chinese total is of uncertain scope: the one before it is the main reading
    china = frame["country"].eq("China")
    last_total = frame["value"].eq(growth.points()["value"].iloc[-1])
    frame = frame[~(china & (frame["metric"].eq("persons") | last_total))]
    for code, country in _CODES.items():
        last = frame[frame["country"].eq(country)].sort_values("year", kind="stable").iloc[-1]
        found.percent(f"share_{code}", last["share"], f"stored share, {country}", digits=1)
        found.words(f"share_year_{code}", int(last["year"]), f"year of that share, {country}")


def _rank(found: Numbers, rows: Rows) -> None:
    frame = compare.cross_section(sizes.sizes(), sizes.national_populations())
    found.count("n_countries", frame["code"].nunique(), "countries compared")
    china = {row["id"]: row for row in frame[frame["is_china"]].to_dict("records")}
    found.count("rank_low", china[compare.LOW]["rank_low"], "rank with the lower figure")
    found.count("rank_high", china[compare.HIGH]["rank_high"], "rank with the higher figure")
    found.count("n_above", china[compare.HIGH]["rank_high"] - 1, "countries above in any case")
    found.percent("share_top", frame["share"].max(), "largest share", digits=1)
    shown = tables.load("sources").set_index("id")["date"]
    for name, row in (("rival_low", compare.LOW), ("rival_high", compare.HIGH)):
        found.million(name, rows[row]["value"], "size for China, million", digits=0)
        date = str(shown[rows[row]["source_id"]])[:7]
        found.date(f"{name}_date", date, "when that figure was shown", "sources")


def _traces(found: Numbers) -> None:
    frame = compare.people_for_each_trace(sizes.sizes())
    china = frame[frame["country"].eq("China")]
    for end, at in (("first", 0), ("last", -1)):
        found.decimal(
            f"ratio_cn_{end}", china["ratio"].iloc[at], f"people for each trace, China, {end}"
        )
        found.words(f"ratio_cn_{end}_year", int(china["year"].iloc[at]), "year of that ratio")
    least = china["least"].iloc[-1]
    found.decimal("ratio_cn_least", least, "lowest that it can then be", digits=0, bound="low")
    for code in ("us", "fr", "de"):
        last = frame[frame["country"].eq(_CODES[code])]["ratio"].iloc[-1]
        found.decimal(f"ratio_{code}_last", last, f"people for each trace, {_CODES[code]}, last")
    america = frame[frame["country"].eq("United States")]
    year, ratio = min(america[["year", "ratio"]].to_numpy(), key=lambda row: row[1])
    found.decimal("ratio_us_lowest", ratio, "people for each trace, United States, lowest")
    found.words("ratio_us_lowest_year", int(year), "year of that ratio")
    found.count("n_ratio_cn", len(china), "points of the Chinese ratio")


def _choices(found: Numbers) -> None:
    grid = compare.share_choices()
    spread = multiverse.spread(grid)
    found.count("n_choices", len(grid), "readings of China's share")
    found.count("choice_values", spread["distinct"], "different values among them")
    found.count("choice_below", spread["below"], "readings below the main one")
    for name, bound in (("lowest", "low"), ("highest", "high"), ("main", "")):
        meaning = f"{name} share over the readings"
        found.percent(f"choice_{name}", spread[name], meaning, digits=1, bound=bound)
