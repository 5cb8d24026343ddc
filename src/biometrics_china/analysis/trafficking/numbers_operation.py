"""Numbers on the operation of 2021 and on those found by it."""

from __future__ import annotations

import pandas as pd

from biometrics_china import bounds, formulas, origins
from biometrics_china.analysis.trafficking import operation
from biometrics_china.analysis.trafficking.counts import only, totals
from biometrics_china.numbers import Numbers


def add(found: Numbers, frame: pd.DataFrame) -> None:
    """Add the numbers on the operation; `frame` is `counts.reunion_counts`."""
    _operation(found, frame)
    _apart(found, frame)


def _operation(found: Numbers, frame: pd.DataFrame) -> None:
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
    found.count("op_per_case", formulas.up(people / old), "found for each case, at most")
    late = 1 - origins.field(autumn, "value") / people
    found.percent("op_late", late, "found after 21 September, per cent")
    date = origins.field(autumn, "as_of")
    found.date("op_autumn", date, "date of the report in September")
    for name, rows, meaning in (
        ("first", finds[:1], "found a day to 3 May"),
        ("last", finds[-2:], "found a day in December"),
    ):
        pace = _pace(rows)
        found.count(f"op_pace_{name}", pace, meaning)
    found.count("n_op", finds, "reports on the operation")
    part = frame[frame["series"].eq(operation.OPERATION)]
    suspects = only(part, measure="suspects_caught", as_of=operation.DECEMBER)
    meaning = "suspects caught by the operation, more than"
    found.count("op_suspects", origins.field(suspects, "value"), meaning)
    new = only(part, measure="stated_share", category="new_samples")
    meaning = "share matched through samples newly taken, per cent, about"
    found.count("op_new_samples", origins.field(new, "value"), meaning)


def _pace(rows: pd.DataFrame) -> origins.Origin:
    """Return finds a day: between two reports, or of one row from the first day of the year on."""
    last, before = rows.iloc[-1], rows.iloc[0]
    people, day = (origins.field(last, name) for name in ("value", "as_of"))
    if len(rows) == 1:
        return formulas.whole(people / (formulas.days(origins.field(last, "since"), day) + 1))
    gain = people - origins.field(before, "value")
    return formulas.whole(gain / formulas.days(origins.field(before, "as_of"), day))


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
        share = origins.field(row, "value") / stated
        found.percent(f"apart_{end}", share, f"of these, {band}, per cent")
    last = origins.of(operation.BANDS[bands["category"].iloc[-1]], bands[-1:], how="“category”")
    found.words("apart_last_band", last, "last band of years apart")
    everybody = origins.field(only(december, category=""), "value")
    found.percent(
        "apart_share", stated / everybody, "of all found, per cent, at least", bound="low"
    )
    everybody = origins.field(only(september, category=""), "value")
    groups = september[september["category"].isin([*operation.BANDS])]
    largest = origins.field(only(september, category=next(iter(operation.BANDS))), "value")
    low, high = (100 * (n / everybody) for n in (largest, origins.over(groups, "value")))
    bounds.add(found, "apart_autumn", low, high, "the same in September, per cent")
    last_band = [*operation.BANDS][-1]
    early = origins.field(only(september, category=last_band), "value")
    found.count("apart_60_early", early, "of these reported up to September")
    found.count("apart_60_late", oldest - early, "of these reported later")
