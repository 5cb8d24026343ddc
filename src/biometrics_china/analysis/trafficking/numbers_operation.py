"""Numbers on the operation of 2021 and on those found by it."""

from __future__ import annotations

import math

import pandas as pd

from biometrics_china import bounds, origins
from biometrics_china.analysis.trafficking import operation
from biometrics_china.analysis.trafficking.counts import only, totals
from biometrics_china.numbers import Numbers


def add(found: Numbers, frame: pd.DataFrame) -> None:
    """Add the numbers on the operation; `frame` is `counts.reunion_counts`."""
    _operation(found, frame)
    _apart(found, frame)


def _operation(found: Numbers, frame: pd.DataFrame) -> None:
    table = operation.within_year(frame)
    finds, cases = (
        totals(frame, operation.OPERATION, measure, operation.SINCE)
        for measure in ("found", "cases_solved")
    )
    last, solved = finds.iloc[-1], only(cases, as_of=finds["as_of"].iloc[-1])
    autumn = only(finds, as_of=operation.SEPTEMBER)
    people, old = origins.field(last, "value"), origins.field(solved, "value")
    found.date("op_year", origins.year(origins.field(last, "since")), "year of the operation")
    found.count("op_found", people, "people found by the operation in 2021")
    found.count("op_cases", old, "old cases solved by the operation, more than")
    how = f"{people.value:,.0f} / {old.value:,.0f}, rounded up"
    most = origins.of(math.ceil(people.value / old.value), people, old, how=how)
    found.count("op_per_case", most, "found for each case, at most")
    how = f"1 − {autumn['value']:,.0f} / {people.value:,.0f}"
    late = origins.of(1 - autumn["value"] / people.value, autumn, people, how=how)
    found.percent("op_late", late, "found after 21 September, per cent")
    date = origins.field(autumn, "as_of")
    found.date("op_autumn", date, "date of the report in September")
    for name, at, rows, meaning in (
        ("first", 0, finds[:1], "found a day to 3 May"),
        ("last", -1, finds[-2:], "found a day in December"),
    ):
        a_day = round(table["per_day"].iloc[at])
        pace = origins.of(a_day, rows, how="found since the report before / days")
        found.count(f"op_pace_{name}", pace, meaning)
    found.count("n_op", finds, "reports on the operation")
    part = frame[frame["series"].eq(operation.OPERATION)]
    suspects = only(part, measure="suspects_caught", as_of=operation.DECEMBER)
    meaning = "suspects caught by the operation, more than"
    found.count("op_suspects", origins.field(suspects, "value"), meaning)
    new = only(part, measure="stated_share", category="new_samples")
    meaning = "share matched through samples newly taken, per cent, about"
    found.count("op_new_samples", origins.field(new, "value"), meaning)


def _apart(found: Numbers, frame: pd.DataFrame) -> None:
    is_found = frame["series"].eq(operation.OPERATION) & frame["measure"].eq("found")
    finds = frame[is_found]
    december, september = (
        finds[finds["as_of"].eq(day)] for day in (operation.DECEMBER, operation.SEPTEMBER)
    )
    bands = december.set_index("category", drop=False).loc[[*operation.BANDS]]
    stated = origins.over(bands, "value")
    found.count("apart_stated", stated, "apart for twenty years or more")
    oldest = origins.field(bands.iloc[-1], "value")
    found.count("apart_60", oldest, "apart for sixty years or more")
    for end, at in (("first", 0), ("second", 1)):
        row = bands.iloc[at]
        band = operation.BANDS[row["category"]]
        words = origins.of(band, row, how="“category”, in words")
        found.words(f"apart_{end}_band", words, f"{end} band of years apart")
        how = f"{row['value']:,.0f} / {stated.value:,.0f}"
        share = origins.of(row["value"] / stated.value, stated, how=how)
        found.percent(f"apart_{end}", share, f"of these, {band}, per cent")
    last = origins.of(operation.BANDS[bands["category"].iloc[-1]], bands[-1:], how="“category”")
    found.words("apart_last_band", last, "last band of years apart")
    ends = operation.long_apart_bounds(frame).set_index("as_of")
    everybody = only(december, category="")
    how = f"{stated.value:,.0f} / {everybody['value']:,.0f}"
    least = origins.of(ends["low"][operation.DECEMBER], bands, everybody, how=how)
    found.percent("apart_share", least, "of all found, per cent, at least", bound="low")
    low, high = (100 * float(ends[end][operation.SEPTEMBER]) for end in ("low", "high"))
    held = september[september["category"].isin([*operation.BANDS, ""])]
    part = found.made_of(held, how="the first group, or the sum of all, / all found")
    bounds.add(part, "apart_autumn", low, high, "the same in September, per cent")
    last_band = [*operation.BANDS][-1]
    early = origins.field(only(september, category=last_band), "value")
    found.count("apart_60_early", early, "of these reported up to September")
    how = f"{oldest.value:,.0f} − {early.value:,.0f}"
    late = origins.of(oldest.value - early.value, oldest, early, how=how)
    found.count("apart_60_late", late, "of these reported later")
