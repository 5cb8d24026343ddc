"""Known answers for numbers and days as sources print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.validation import printed


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1,206,962", {1206962}),
        ("1.206.962", {1206962}),
        ("1 206 962", {1206962}),
        ("1\u202f206\u00a0962", {1206962}),
        ("1’206’962", {1206962}),
        ("17.5 million", {17_500_000}),
        ("more than 1.2 million samples", {1_200_000}),
        ("38.5 billion euros", {38_500_000_000}),
        ("EUR 57,3 Mio.", {57_300_000}),
        ("约1065万份", {10_650_000}),
        ("1.9万人", {19_000}),
        ("1亿2000万", {120_000_000}),
        ("3000余个", {3000}),
        ("２０１３", {2013}),
        ("67%", {67}),
        ("97.6%", {Decimal("97.6")}),
        ("12,5 per cent", {Decimal("12.5")}),
        ("1.234,56", {Decimal("1234.56")}),
        ("1,234.56", {Decimal("1234.56")}),
        # a point before three digits: a decimal in English, thousands on the continent
        ("1.206", {1206, Decimal("1.206")}),
        ("1,206", {1206}),
        ("20000", {20000}),
        ("4.7 m", {4_700_000}),
        ("5 men", {5}),
    ],
)
def test_numbers_by_hand(text, right):
    assert printed.numbers(text) == {Decimal(n) for n in right}


@pytest.mark.parametrize("text", ["none", "", "12 of 20", "1.23.4567", "7 to 9 per cent"])
def test_a_text_without_one_number_is_refused(text):
    with pytest.raises(ValueError, match=r"numbers; one is right|is no number"):
        printed.numbers(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2016年9月", "2016-09"),
        ("2016年9月1日", "2016-09-01"),
        ("自２０１３年１月１日起施行", "2013-01-01"),
        ("二〇〇七年十一月九日", "2007-11-09"),
        ("二〇二〇年十月二十九日", "2020-10-29"),
        ("二○一二年三月十日", "2012-03-10"),
        ("2016年", "2016"),
        ("9 September 2016", "2016-09-09"),
        ("9th of September, 2016", "2016-09-09"),
        ("Sept. 9, 2016", "2016-09-09"),
        ("September 2016", "2016-09"),
        ("1er janvier 2020", "2020-01-01"),
        ("3. März 2021", "2021-03-03"),
        ("09.10.2016", "2016-10-09"),
        ("2016-09-01", "2016-09-01"),
        ("2016/9/1", "2016-09-01"),
        ("2016-09", "2016-09"),
        ("in 2008", "2008"),
        ("May 1, 2024", "2024-05-01"),
    ],
)
def test_days_by_hand(text, right):
    assert printed.day(text) == right


@pytest.mark.parametrize(
    "text",
    ["no day", "2016年9月1日至2016年9月3日", "2016年13月", "2016-09-32", "from 2015 to 2016"],
)
def test_a_text_without_one_day_is_refused(text):
    with pytest.raises(ValueError, match="one is right"):
        printed.day(text)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_whole_number_is_read_in_every_writing(number):
    english = f"{number:,}"
    for text in (english, english.replace(",", "."), english.replace(",", " "), str(number)):
        assert Decimal(number) in printed.numbers(text)


@given(st.dates())
def test_a_day_is_read_in_every_writing(day):
    month = list(printed._MONTHS)[day.month - 1]
    year = f"{day.year:04d}"
    for text in (
        f"{year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day.day} {month.title()} {year}",
        f"{month.title()} {day.day}, {year}",
        f"{day.day}.{day.month}.{year}",
    ):
        assert printed.day(text) == day.isoformat()
