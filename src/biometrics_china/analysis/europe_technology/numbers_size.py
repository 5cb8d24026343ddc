"""The numbers of the chapter on the size of the industry."""

from __future__ import annotations

from biometrics_china.analysis.europe_technology import size
from biometrics_china.numbers import Numbers

#: rows whose share of sales abroad stands in a caption → name, meaning
_SHARES = {
    "if-04": ("hikvision_abroad", "sales of Hikvision outside China, half a year, all lines"),
    "if-05": ("hikvision_main_abroad", "the same half-year, main business outside China alone"),
    "if-15": ("dahua_abroad", "sales of Dahua outside China, last year on file"),
}


def add(found: Numbers) -> None:
    """Add the numbers on sales, exports and the listing of a firm."""
    frame = size.counted()
    rows, shares = frame.set_index("id"), size.shares(frame)
    view = found.using("industry_figures")
    view.count("n_sizes", len(frame), "figures on the size of the industry")
    view.decimal("hikvision_sales", rows["value"]["if-11"] / 1e3, "sales of Hikvision, bn CNY")
    for row, (name, meaning) in _SHARES.items():
        view.percent(name, shares[row], meaning)
    view.count("deals_china", rows["value"]["if-30"], "export deals of Chinese firms with faces")
    view.count("deals_us", rows["value"]["if-31"], "export deals of American firms with faces")
    view.date("sensetime_day", rows["end"]["if-40"], "first day of SenseTime at the exchange")
