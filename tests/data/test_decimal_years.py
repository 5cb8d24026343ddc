"""Partial dates as decimal years, for drawing."""

import pytest

from biometrics_china import tables


@pytest.mark.parametrize(
    ("date", "year"),
    [("2019", 2019.5), ("2019-01", 2019 + 0.5 / 12), ("2019-12", 2019 + 11.5 / 12)],
)
def test_a_partial_date_stands_in_its_middle(date: str, year: float) -> None:
    assert tables.decimal_year(date) == pytest.approx(year)


def test_a_day_lies_within_its_month() -> None:
    # the first of March: two months and half a day of 30.5
    expected = 2020 + (2 + 0.5 / 30.5) / 12
    assert tables.decimal_year("2020-03-01") == pytest.approx(expected)
