"""Numbers on what police bought, and on the price of a test."""

from __future__ import annotations

import pandas as pd

from biometrics_china import origins
from biometrics_china.analysis.target_populations import procurement
from biometrics_china.numbers import Numbers


def add(found: Numbers) -> None:
    """Add the numbers on notices of purchases."""
    every = procurement.police_purchases()
    frame = every[every["is_counted"]]
    awards = frame[frame["stage"].eq("award")]
    foreign = frame[frame["maker_country"].isin(procurement.FOREIGN)]
    found.count("n_awards", awards, "award notices")
    found.count("n_priced_awards", awards[awards["amount"].notna()], "award notices with a price")
    found.count("n_foreign", foreign, "records naming a foreign maker")
    found.count("n_purchases", frame, "records of purchases counted")
    _prices(found, every)


def _prices(found: Numbers, every: pd.DataFrame) -> None:
    prices = procurement.test_prices()
    drawn = [_row(every, price) for _, price in prices.iterrows()]
    found.count("n_prices", origins.count(drawn), "prices drawn")
    first = prices.sort_values("yuan", kind="stable").iloc[-1]
    price, year = _price(every, first)
    found.count("price_first", price, "stated price of a test, yuan")
    found.words("price_first_year", year, "year of that price")
    total = prices[prices["kind"].eq("total divided by tests") & ~prices["is_floor"]].iloc[0]
    price, year = _price(every, total)
    found.count("price_binzhou", price, "total for a college by its tests, yuan, at most")
    found.words("price_binzhou_year", year, "year of that price")
    plan = prices[prices["kind"].eq("total divided by tests") & prices["is_floor"]].iloc[0]
    found.words("price_plan_year", _price(every, plan)[1], "year of the plan that was dropped")
    kits = prices[prices["kind"].str.startswith("kit")]
    kits = kits.sort_values("yuan", kind="stable")
    for name, row, words in (("low", kits.iloc[0], "cheapest"), ("high", kits.iloc[-1], "dearest")):
        price, year = _price(every, row)
        found.count(f"price_kit_{name}", price, f"{words} kit, yuan a reaction")
    found.words("price_kit_year", year, "year of the kits")


def _price(every: pd.DataFrame, price: pd.Series) -> tuple[origins.Origin, origins.Origin]:
    """Return a price and its year, as they are made of the row of a notice."""
    row = _row(every, price)
    box = procurement.BOX.search(row["item"])
    tests = origins.field(row, "quantity") * int(box[1]) if box else origins.field(row, "quantity")
    return origins.field(row, "amount") / tests, origins.year(origins.field(row, "date"))


def _row(every: pd.DataFrame, price: pd.Series) -> pd.Series:
    """Return the row of the notice that gives a price."""
    rows = _behind(every, price["yuan"])
    return rows[rows["date"].str[:4].eq(str(int(price["year"])))].iloc[0]


def _behind(every: pd.DataFrame, yuan: float) -> pd.DataFrame:
    """Return the row from which a price was computed."""
    of_tests = (every["amount"] / every["quantity"]).eq(yuan).fillna(False)
    kits = procurement.reaction_prices(every)
    return every[of_tests.astype(bool) | every["id"].isin(kits.loc[kits["yuan"].eq(yuan), "id"])]
