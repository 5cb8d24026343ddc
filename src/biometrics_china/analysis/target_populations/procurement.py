"""What notices of purchases show: how many carry a price, from whom, and the price of a test."""

from __future__ import annotations

import re

import pandas as pd

from biometrics_china import provenance, tables

#: words of an item that make its number of tests a floor, and a price for each test a ceiling
_MORE = re.compile(r"\b(over|more than|at least)\b")
#: words of an item that say how many reactions a box holds
BOX = re.compile(r"\((\d+) reactions a box\)")
FOREIGN = ("USA", "NLD", "DEU")


def police_purchases() -> pd.DataFrame:
    """Return the rows on police biometrics: health examinations and collections of notices out."""
    frame = provenance.read_rows("procurement")
    health = frame["collected"].map(lambda c: "health_examination" in c)
    return frame[~health & ~frame["stage"].eq("corpus")].reset_index(drop=True)


def by_stage(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the number of records by what was read and whether a price stands in it.

    Columns `stage`, `records`, `with_amount`, `foreign_makers`; only counted rows.
    """
    labels = tables.vocabulary("procurement_stage")
    kept = frame[frame["is_counted"]]
    found = kept.groupby("stage").agg(
        records=("id", "size"),
        with_amount=("amount", lambda a: int(a.notna().sum())),
        foreign_makers=("maker_country", lambda m: int(m.isin(FOREIGN).sum())),
    )
    found = found.reindex([s for s in labels if s in found.index]).reset_index()
    return found.assign(stage=found["stage"].map(labels))


def reaction_prices(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the price of one reaction of each DNA kit in an award: amount / (boxes × reactions).

    The reactions of a box stand in the words of the item. Token prices below 1 yuan are left out.
    Columns `id`, `item`, `year`, `yuan`, `kind`.
    """
    rows = []
    for row in frame.to_dict("records"):
        box = BOX.search(row["item"])
        if box and row["amount_kind"] == "line_item":
            yuan = float(row["amount"]) / (float(row["quantity"]) * int(box.group(1)))
            if yuan >= 1:
                rows.append(
                    {
                        "id": row["id"],
                        "item": row["item"].split(" (")[0],
                        "year": int(str(row["date"])[:4]),
                        "yuan": yuan,
                        "kind": "kit, for each reaction",
                    }
                )
    return pd.DataFrame(rows, columns=["id", "item", "year", "yuan", "kind"])


def test_prices() -> pd.DataFrame:
    """Return what a test or a reaction cost in yuan, by year: statements, totals divided, kits.

    A total divided by its number of tests is marked so; a floor stays a floor, and a total over a
    number of tests that is itself a floor is a ceiling. Columns as in `reaction_prices` plus
    `is_floor` and `is_ceiling`. Oldest first.
    """
    frame = police_purchases()
    rows = []
    for row in frame[frame["stage"].isin(["statement", "report"])].to_dict("records"):
        if row["quantity_unit"] in ("test", "tests", "sample") and pd.notna(row["amount"]):
            rows.append(
                {
                    "id": row["id"],
                    "item": row["item"],
                    "year": int(str(row["date"])[:4]),
                    "yuan": float(row["amount"]) / float(row["quantity"]),
                    "kind": "stated price"
                    if row["stage"] == "statement"
                    else "total divided by tests",
                    "is_floor": row["amount_kind"] == "floor",
                    "is_ceiling": bool(_MORE.search(row["item"])),
                }
            )
    kits = reaction_prices(frame).assign(is_floor=False, is_ceiling=False)
    found = pd.concat([pd.DataFrame(rows), kits], ignore_index=True)
    return found.sort_values(["year", "yuan"], ignore_index=True)
