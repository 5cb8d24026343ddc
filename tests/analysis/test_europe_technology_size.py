"""Known answers for the size of the industry and its sales abroad."""

from __future__ import annotations

import pandas as pd
import pytest
from small_tables import table

from biometrics_china.analysis.europe_technology import size

FIGURES = table(
    "industry_figures",
    """
id, subject, measure, counts, start, end, value, currency, kind
a, Maker, revenue, All, 2024, 2024, 200, CNY, firm_report
b, Maker, revenue_abroad, Abroad, 2024, 2024, 50, CNY, firm_report
c, Maker, business_abroad, Main, 2024-01, 2024-06, 10, CNY, firm_report
d, World, market, Sales, 2018, 2018, 18500, USD, researcher
e, Firms, deals, Deals, , 2023-01, 201, , study
f, Other, revenue, All, 2023, 2023, 70, CNY, firm_report
g, Other, offering, Shares, 2021-12-30, 2021-12-30, 740, USD, press
""",
    source_id="s",
)


def test_a_part_is_divided_by_all_sales_of_the_same_time() -> None:
    # 50 of 200; the half-year has no row of all sales, so it has no share
    assert size.shares(FIGURES).to_dict() == {"b": pytest.approx(0.25)}


def test_firms_stand_first_and_each_figure_prints_its_unit() -> None:
    found = size.figures(FIGURES)
    assert found[["subject", "period", "value", "share"]].to_numpy().tolist() == [
        ["Maker", "2024", "200 million CNY", ""],
        ["Maker", "2024", "50 million CNY", "25 per cent"],
        ["Maker", "January 2024 to June 2024", "10 million CNY", ""],
        ["Other", "2023", "70 million CNY", ""],
        ["World", "2018", "18,500 million USD", ""],
        ["Firms", "to January 2023", "201 deals", ""],
        ["Other", "2021-12-30", "740 million USD", ""],
    ]
    assert found["measure"].tolist()[:3] == ["All sales", "Sales abroad", "Main business abroad"]
    assert found["kind"].tolist()[-2:] == ["Study", "Press"]


def test_two_rows_of_all_sales_for_one_time_are_refused() -> None:
    twice = pd.concat([FIGURES, FIGURES.iloc[[0]]], ignore_index=True)
    with pytest.raises(pd.errors.MergeError):
        size.shares(twice)
