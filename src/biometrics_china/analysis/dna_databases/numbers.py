"""The numbers that the chapter on DNA databases prints."""

from __future__ import annotations

import math
from collections.abc import Hashable
from typing import Any

import pandas as pd

from biometrics_china import formulas, multiverse, origins, tables
from biometrics_china.analysis.dna_databases import compare, growth, numbers_traces, sizes
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
    numbers_traces.add(found)
    _choices(found.using("dna_database_sizes", "populations"), rows)
    return found


def _growth(found: Numbers) -> None:
    points = growth.points()
    found.count("n_points", points, "dated totals of the Chinese database")
    floors = points[points["qualifier"].eq("more_than")]
    found.count("n_floors", floors, "of these stated as floors")
    recent = points[points["year"].ge(growth.PATH_FROM)]
    first, middle, last = (
        frame["id"].iloc[at] for frame, at in ((points, 0), (recent, 0), (points, -1))
    )
    for name, row, meaning, digits in (
        ("size_first", first, "first total, million records", 1),
        ("size_last", last, "last total, million records", 0),
    ):
        found.million(name, origins.cell(points, row, "value"), meaning, digits=digits)
    for name, row, meaning in (
        ("year_first", first, "year of the first total"),
        ("year_last", last, "year of the last total"),
    ):
        found.words(name, origins.year(origins.cell(points, row, "as_of")), meaning)
    total = origins.cell(points, middle, "value")
    found.million("size_middle", total, "total at the end of 2012", digits=0)
    start = origins.fixed(int(growth.PATH_FROM))
    found.words("path_from", start, "year from whose end the recent path is taken")
    slopes = growth.pace(points)["slope"]
    found = found.made_of(recent, how="slope of a straight line through the totals (least squares)")
    found.million("slope", slopes[0], "recent path, million records a year, all totals")
    found.million("slope_without", slopes[1], "the same without the last total")
    found.million("slope_low", slopes.min(), "the same, least of four readings", bound="low")
    found.million("slope_high", slopes.max(), "the same, most of four readings", bound="high")
    fits = found.made_of(
        points, how="six shapes of growth fitted to the totals by maximum likelihood"
    )
    _shapes(fits)


def _shapes(found: Numbers) -> None:
    shapes = growth.stated_models().set_index("model")
    found.count("n_shapes", origins.fixed(len(shapes)), "shapes of growth compared")
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
        found.million(name, origins.cell(rows, row, "value"), meaning, digits=0)
    found.date(
        "radio_date", origins.cell(rows, "dn-027", "as_of"), "when the radio station reported it"
    )
    for name, column in (("aspi_low", "lower"), ("aspi_high", "upper")):
        end = origins.cell(rows, "dn-030", column)
        found.million(name, end, f"institute's estimate, {column}", digits=0)
    for name, row, meaning in (
        ("match_cn", "dn-039", "Chinese traces with a match, 2012, %"),
        ("match_gb", "dn-097", "British traces with a match, 2023/24, %"),
        ("persons_matched_cn", "dn-040", "Chinese people with a match, %"),
    ):
        found.decimal(name, origins.cell(rows, row, "value"), meaning)
    gone, kept = (origins.cell(rows, row, "value") for row in ("dn-212", "dn-213"))
    found.count("deleted_de", gone, "German records deleted since the beginning")
    day = origins.cell(rows, "dn-212", "as_of")
    found.date("deleted_de_date", day, "day of that number")
    found.percent("deleted_de_share", gone / (gone + kept), "share of all ever stored")
    for name, row, year in (("people_fr_high", "dn-143", 2020), ("people_fr_last", "dn-148", 2025)):
        found.count(name, origins.cell(rows, row, "value"), f"people stored in France, {year}")


def _shares(found: Numbers) -> None:
    every, people = sizes.sizes(), sizes.national_populations()
    frame = sizes.main_shares(sizes.shares(every, people))
    last = {c: frame[frame["country"].eq(name)].iloc[-1] for c, name in _CODES.items()}
    for code, row in last.items():
        made, year = _share(every, people, row)
        found.percent(f"share_{code}", made, f"stored share, {row['country']}", digits=1)
        found.words(f"share_year_{code}", year, f"year of that share, {row['country']}")
    same_year = frame["year"].astype(int).eq(int(last["cn"]["year"]))
    then = frame[frame["country"].eq(_CODES["us"]) & same_year].iloc[-1]
    made, _ = _share(every, people, then)
    found.percent("share_us_then", made, "American share in the year of the Chinese", digits=1)


def _share(
    every: pd.DataFrame, people: pd.DataFrame, row: pd.Series
) -> tuple[origins.Origin, origins.Origin]:
    """Return the share of a row of `sizes.shares`, and its year."""
    code = next(c for c, name in sizes.COMPARED.items() if name == row["country"])
    stored = every[every["country"].eq(code) & every["use"].isin(["share", "growth"])]
    stored = stored[stored["year"].eq(row["year"]) & stored["metric"].eq(row["metric"])]
    one = stored[stored["value"].eq(row["value"])].iloc[0]
    lived = sizes.population_row(code, row["year"], people).iloc[0]
    share = origins.field(one, "value") / origins.field(lived, "persons")
    return share, origins.year(origins.field(one, "as_of"))


def _rank(found: Numbers, rows: Rows) -> None:
    every, stored = sizes.national_populations(), sizes.sizes()
    frame = compare.cross_section(stored, every)
    lived = every[every["country"].isin(frame["code"])]
    low, high = (frame[frame["id"].ne(left_out)] for left_out in (compare.HIGH, compare.LOW))
    compared = origins.distinct(stored[stored["id"].isin(frame["id"])], "country")
    found.count("n_countries", compared, "countries compared")
    china = {row["id"]: row for row in frame[frame["is_china"]].to_dict("records")}
    for name, held, row in (("low", low, compare.LOW), ("high", high, compare.HIGH)):
        larger = held[held["share"].gt(china[row]["share"])]
        rank = 1 + origins.chosen(larger, held, lived, how="countries with a larger share")
        found.count(f"rank_{name}", rank, f"rank with the {name}er figure")
    above = high[high["rank_high"].lt(china[compare.HIGH]["rank_high"])]
    found.count("n_above", above, "countries above in any case")
    top = frame.iloc[[0]]
    people = sizes.population_row(
        top["code"].iloc[0], stored.set_index("id")["year"][top["id"].iloc[0]], every
    )
    share = origins.field(top.iloc[0], "value") / origins.field(people.iloc[0], "persons")
    found.percent("share_top", share, "largest share", digits=1)
    shown = tables.load("sources").set_index("id")
    for name, row in (("rival_low", compare.LOW), ("rival_high", compare.HIGH)):
        found.million(name, origins.cell(rows, row, "value"), "size for China, million", digits=0)
        day = origins.cell(shown, rows[row]["source_id"], "date")
        month = origins.month(day)
        found.date(f"{name}_date", month, "when that figure was shown", "sources")


def _choices(found: Numbers, rows: Rows) -> None:
    grid = compare.share_choices()
    spread = multiverse.spread(grid)
    lived = sizes.population_row("CHN", 2020.5, sizes.national_populations())
    stated = [rows[i] for i in ("dn-028", "dn-026", "dn-033", "dn-030", "dn-019", "dn-018")]
    found = found.made_of(
        stated, lived, how="share of each stated size in the people of 2020, all compared"
    )
    found.count("n_choices", origins.fixed(len(grid)), "readings of China's share")
    found.count("choice_values", spread["distinct"], "different values among them")
    found.count("choice_below", spread["below"], "readings below the main one")
    persons = origins.field(lived.iloc[0], "persons")
    part = origins.cell(rows, "dn-019", "value") / origins.cell(rows, "dn-018", "value")
    sizes_of = [origins.cell(rows, row, "value") for row in ("dn-028", "dn-026", "dn-033")]
    ends = [origins.cell(rows, "dn-030", end) for end in ("lower", "upper")]
    shares = [size / persons for size in (*sizes_of, *ends, *(size * part for size in sizes_of))]
    for name, share, bound in (
        ("lowest", formulas.least(shares), "low"),
        ("highest", formulas.most(shares), "high"),
        ("main", shares[0], ""),
    ):
        meaning = f"{name} share over the readings"
        found.percent(f"choice_{name}", share, meaning, digits=1, bound=bound)
