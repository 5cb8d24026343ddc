"""How large the industry is and what it sells abroad, as firms, researchers and scholars count it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.counts import many
from biometrics_china.days import date_in_words
from biometrics_china.numbers import printed

#: what of a firm's sales is made abroad, under either way of saying so
ABROAD = ("revenue_abroad", "business_abroad")
#: columns in which a part of a firm's sales and the whole of them agree
_SAME = ["subject", "start", "end"]


def counted() -> pd.DataFrame:
    """Return the read rows of `industry_figures`, second reports of a figure left out."""
    frame = provenance.read_rows("industry_figures")
    return frame[frame["is_counted"]].reset_index(drop=True)


def whole_of(frame: pd.DataFrame) -> dict[str, str]:
    """Return for each part of sales abroad, by id, the id of all sales of the firm in the same time.

    `frame` has the columns of `industry_figures`, with one row of all sales for a firm and a time; a
    part without such a row is left out. Two such rows raise `pandas.errors.MergeError`.
    """
    whole = frame[frame["measure"].eq("revenue")][[*_SAME, "id"]]
    part = frame[frame["measure"].isin(ABROAD)]
    joined = part.merge(whole, on=_SAME, suffixes=("", "_all"), validate="many_to_one")
    return dict(zip(joined["id"], joined["id_all"], strict=True))


def shares(frame: pd.DataFrame) -> pd.Series:
    """Return the share of sales abroad by `id`, 0 to 1: a part divided by its `whole_of`."""
    value = frame.set_index("id")["value"]
    found = {part: value[part] / value[whole] for part, whole in whole_of(frame).items()}
    return pd.Series(found, name="share", dtype=float).rename_axis("id")


def figures(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the figures: firms with their sales, then markets, deals and money raised, oldest first.

    Columns: `subject`, `value` (printed with its unit), `measure` (label), `share` (of the firm's
    sales, printed; empty where it is none), `period`, `counts`, `kind` (label), `source_id`.
    """
    measures, kinds = tables.vocabulary("industry_measure"), tables.vocabulary("industry_figure")
    share, firms = frame["id"].map(shares(frame)), ["revenue", *ABROAD]
    order = frame["measure"].map(lambda m: 0 if m in firms else list(measures).index(m))
    subjects = list(dict.fromkeys(frame["subject"]))
    rows = frame.assign(share=share, order=order, at=frame["subject"].map(subjects.index))
    rows = rows.sort_values(["order", "at", "end", "id"], kind="stable")
    return pd.DataFrame(
        {
            "subject": rows["subject"],
            "value": [_value(row) for row in rows.to_dict("records")],
            "measure": rows["measure"].map(measures),
            "share": ["" if pd.isna(s) else f"{printed(100 * s)} per cent" for s in rows["share"]],
            "period": [_period(row) for row in rows.to_dict("records")],
            "counts": rows["counts"],
            "kind": rows["kind"].map(kinds),
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def _period(row: dict[Any, Any]) -> str:
    if pd.isna(row["start"]):
        return f"to {date_in_words(row['end'])}"
    if row["start"] == row["end"]:
        return str(row["end"])
    return f"{date_in_words(row['start'])} to {date_in_words(row['end'])}"


def _value(row: dict[Any, Any]) -> str:
    if pd.isna(row["currency"]):
        return many(int(row["value"]), "deal")
    return f"{row['value']:,.0f} million {row['currency']}"
