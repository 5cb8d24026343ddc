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
    drawn = [_behind(every, yuan) for yuan in prices["yuan"]]
    found.count("n_prices", origins.of(len(prices), drawn, how=_PRICE), "prices drawn")
    first = prices.sort_values("yuan", kind="stable").iloc[-1]
    part = _price(found, every, first)
    part.count("price_first", first["yuan"], "stated price of a test, yuan")
    part.words("price_first_year", int(first["year"]), "year of that price")
    total = prices[prices["kind"].eq("total divided by tests") & ~prices["is_floor"]].iloc[0]
    part = _price(found, every, total)
    part.count("price_binzhou", total["yuan"], "total for a college by its tests, yuan, at most")
    part.words("price_binzhou_year", int(total["year"]), "year of that price")
    plan = prices[prices["kind"].eq("total divided by tests") & prices["is_floor"]].iloc[0]
    part = _price(found, every, plan)
    part.words("price_plan_year", int(plan["year"]), "year of the plan that was dropped")
    kits = prices[prices["kind"].str.startswith("kit")]
    kits = kits.sort_values("yuan", kind="stable")
    for name, row, words in (("low", kits.iloc[0], "cheapest"), ("high", kits.iloc[-1], "dearest")):
        part = _price(found, every, row)
        part.count(f"price_kit_{name}", row["yuan"], f"{words} kit, yuan a reaction")
    part.words("price_kit_year", int(kits["year"].iloc[0]), "year of the kits")


#: how a price is made
_PRICE = "“amount” / tests, or / (boxes × reactions of a box)"


def _price(found: Numbers, every: pd.DataFrame, price: pd.Series) -> Numbers:
    return found.made_of(_behind(every, price["yuan"]), how=_PRICE)


def _behind(every: pd.DataFrame, yuan: float) -> pd.DataFrame:
    """Return the row from which a price was computed."""
    of_tests = (every["amount"] / every["quantity"]).eq(yuan).fillna(False)
    kits = [yuan in set(procurement.reaction_prices(every.loc[[i]])["yuan"]) for i in every.index]
    return every[of_tests.astype(bool) | pd.Series(kits, index=every.index)]
