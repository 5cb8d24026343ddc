"""Numbers on the published estimates for Tibet and Qinghai, and on how they were repeated."""

from __future__ import annotations

import pandas as pd

from biometrics_china import bounds, formulas, origins
from biometrics_china.analysis.western_china import estimates, people
from biometrics_china.numbers import Numbers


def add(found: Numbers) -> None:
    """Add the numbers of the estimates, of their shares and of the texts that repeat them."""
    part = found.using("published_estimates", "populations")
    _stated(part)
    _shares(part)
    _without_one(part)
    _implied(part)
    _choices(part)
    _restatements(found.using("estimate_restatements"))


def _stated(found: Numbers) -> None:
    rows = estimates.published()
    for name, key in (("dna", estimates.TIBET), ("iris", estimates.QINGHAI)):
        for end, field in (("low", "lower"), ("high", "upper")):
            meaning = f"{rows[key]['what']}, {field} end"
            found.count(f"{name}_{end}", origins.cell(rows, key, field), meaning)
    for end, words in (("start", "first"), ("end", "last")):
        month = origins.cell(rows, estimates.TIBET, end)
        found.date(f"dna_{end}", month, f"{words} month of the estimate for Tibet")
    samples = origins.cell(people.events(), estimates.MUNICIPALITY, "number")
    found.count("municipality", samples, "samples in one place, a floor", "collection_events")
    for name, field, meaning in (
        ("counted_reports", "reports_with_counts", "local reports with a number, Tibet"),
        ("all_reports", "reports", "local reports used, Tibet"),
    ):
        found.count(name, origins.cell(rows, estimates.TIBET, field), meaning)


def _shares(found: Numbers) -> None:
    rows, lived = estimates.published(), people.populations()
    t, q = (rows[key]["what"] for key in (estimates.TIBET, estimates.QINGHAI))
    low, high = (origins.cell(rows, estimates.TIBET, end) for end in ("lower", "upper"))
    everybody, tibetans = (_lived(lived, "Tibet", group) for group in ("total", "Tibetan"))
    ends = 100 * (low / everybody), 100 * (high / everybody)
    bounds.add(found, "tibet", *ends, f"{t}, share", digits=1)
    found.count("tibet_people", everybody, "people in Tibet, census of 2020")
    found.decimal("tibet_exact", ends[0], f"{t}, share, lower end, to the nearest digit", digits=3)
    share = origins.cell(rows, estimates.QINGHAI, "upper") / _lived(lived, "Qinghai")
    found.percent("qinghai_high", share, f"{q}, share, high", digits=1)
    meaning = "upper end over Tibetans only, a bound"
    found.percent("tibet_high_group", high / tibetans, meaning, digits=1, bound="high")
    printed = origins.cell(rows, estimates.QINGHAI, "printed_high_pct")
    found.decimal("qinghai_printed", printed, "upper share as printed")


def _lived(lived: pd.DataFrame, place: str, group: str = "total") -> origins.Origin:
    """Return the people of a place by the census of 2020."""
    return origins.field(people.rows(lived, place, 2020, "census", group).iloc[0], "persons")


def _without_one(found: Numbers) -> None:
    lived = people.populations()
    places = lived[lived["place"].isin(estimates.municipalities())]
    places = places[places["year"].eq(2020) & places["definition"].eq("census")]
    places = places[places["group"].eq("total")]
    weight, elsewhere = estimates.municipality_weight(), estimates.share_elsewhere()
    how = "least over all that the municipality's floor and the estimate allow"
    part = found.made_of(estimates.TIBET, estimates.MUNICIPALITY, places, how=how)
    meaning = "one municipality in the estimate, at least"
    part.percent("weight_low", weight.low, meaning, bound="low")
    everybody = people.rows(lived, "Tibet", 2020)
    how = "samples elsewhere / residents elsewhere, whichever place it is"
    part = found.made_of(estimates.TIBET, estimates.MUNICIPALITY, places, everybody, how=how)
    meaning = "share sampled without that municipality, per cent"
    bounds.add(part, "elsewhere", 100 * elsewhere.low, 100 * elsewhere.high, meaning)
    found.count("n_municipalities", places, "places it can be")


def _implied(found: Numbers) -> None:
    rows = estimates.published()
    for name, field in (("low", "lower"), ("high", "upper")):
        printed, share = (
            origins.cell(rows, estimates.QINGHAI, f) for f in (field, f"printed_{name}_pct")
        )
        meaning = f"population that the printed share implies, million, {name}er end"
        found.million(f"qinghai_implied_{name}", printed / (share / 100), meaning, digits=2)


def _choices(found: Numbers) -> None:
    grid = estimates.share_choices()
    found.count("n_share", origins.fixed(len(grid)), "readings of the share sampled")
    lived, rows = people.populations(), estimates.published()
    low, high = (origins.cell(rows, estimates.TIBET, end) for end in ("lower", "upper"))
    bases = [_lived(lived, "Tibet", group) for group in ("total", "Tibetan")]
    shares = [samples / base for samples in ((low + high) / 2, low, high) for base in bases]
    found.percent("share_main", shares[0], "share, main reading", digits=1)
    least, most = 100 * formulas.least(shares), 100 * formulas.most(shares)
    bounds.add(found, "share", least, most, "share over the readings", digits=1)


def _restatements(found: Numbers) -> None:
    texts = estimates.texts()
    found.count("n_texts", texts, "texts that repeat the estimate for Tibet")
    outlets = origins.distinct(texts, "stem:outlet")
    found.count("n_outlets", outlets, "outlets of these texts")
    handling = texts["handling"]
    found.count("n_range", texts[handling.eq("range")], "texts that give the range")
    upper = texts[handling.isin(estimates.UPPER_ONLY)]
    found.count("n_upper_only", upper, "texts that give its upper end alone")
    found.count("n_no_lower", texts[handling.ne("range")], "texts without its lower end")
