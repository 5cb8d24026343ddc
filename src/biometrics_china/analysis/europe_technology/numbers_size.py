"""The numbers of the chapter on the size of the industry."""

from __future__ import annotations

import pandas as pd

from biometrics_china import origins
from biometrics_china.analysis.europe_technology import size
from biometrics_china.numbers import Numbers

#: rows whose share of sales abroad stands in a text → name, meaning
_SHARES = {
    "if-04": ("hikvision_abroad", "sales of Hikvision outside China, half a year, all lines"),
    "if-05": ("hikvision_main_abroad", "the same half-year, main business outside China alone"),
    "if-15": ("dahua_abroad", "sales of Dahua outside China, last year on file"),
}


def add(found: Numbers) -> None:
    """Add the numbers on sales, exports and the listing of a firm."""
    frame = size.counted()
    view = found.using("industry_figures")
    view.count("n_sizes", frame, "figures on the size of the industry")
    sales = origins.cell(frame, "if-11", "value")
    view.decimal("hikvision_sales", sales / 1000, "sales of Hikvision, bn CNY")
    for row, (name, meaning) in _SHARES.items():
        view.percent(name, _share(frame, row), meaning)
    for row, name, whose in (("if-32", "china", "Chinese"), ("if-33", "us", "American")):
        deals = origins.cell(frame, row, "value")
        view.count(f"deals_{name}", deals, f"export deals of {whose} firms with faces")
    first = origins.cell(frame, "if-40", "end")
    view.date("sensetime_day", first, "first day of SenseTime at the exchange")


def _share(frame: pd.DataFrame, row: str) -> origins.Origin:
    """Return the share of a row of sales abroad, with the row of all sales of the same time."""
    whole = size.whole_of(frame)[row]
    part, every = (origins.cell(frame, key, "value") for key in (row, whole))
    return part / every
