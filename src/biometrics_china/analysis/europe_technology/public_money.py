"""Public money for Chinese cameras, and what authorities answered when asked how many there are."""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import countries, provenance, tables


def purchases(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what was bought or is to be replaced: the Union's money first, then states', then cities'.

    Columns: `buyer`, `country` (name), `payer` (label), `what`, `makers`, `act` (label), `date`,
    `amount` (printed with its currency and bound, or ``not read``), `paid_from`, `reason`,
    `source_id`.
    """
    payers, acts = tables.vocabulary("purchase_payer"), tables.vocabulary("purchase_act")
    order = frame["payer"].map(list(payers).index)
    rows = frame.assign(order=order).sort_values(["order", "date", "id"])
    return pd.DataFrame(
        {
            "buyer": rows["buyer"],
            "country": rows["country"].map(countries.name),
            "payer": rows["payer"].map(payers),
            "what": rows["what"],
            "makers": [", ".join(m or ()) for m in rows["makers"]],
            "act": rows["act"].map(acts),
            "date": rows["date"],
            "amount": [_amount(row) for row in rows.to_dict("records")],
            "paid_from": rows["paid_from"],
            "reason": rows["reason"],
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def _amount(row: dict[Any, Any]) -> str:
    if pd.isna(row["amount"]):
        return "not read"
    bound = "up to " if row["qualifier"] == "up_to" else ""
    return f"{bound}{row['amount']:,.0f} {row['currency']}"


def answers(frame: pd.DataFrame) -> pd.DataFrame:
    """Return official answers, those for a whole state last, by what each tells of the number.

    Columns: `id`, `who` (country and body), `country`, `date`, `asked_by` (label), `is_state` (asked for
    the whole state), `told` (code), `told_label`, `cameras` (printed; empty without a number), `said`,
    `source_id`.
    """
    told, asked = tables.vocabulary("answer_told"), tables.vocabulary("asked_by")
    place, state = frame["told"].map(list(told).index), frame["scope"].eq("state")
    rows = frame.assign(name=frame["country"].map(countries.name), place=place, is_state=state)
    rows = rows.sort_values(["is_state", "place", "name", "date", "id"], ignore_index=True)
    return pd.DataFrame(
        {
            "id": rows["id"],
            "who": rows["name"] + ": " + rows["body"],
            "country": rows["name"],
            "date": rows["date"],
            "asked_by": rows["asked_by"].map(asked),
            "is_state": rows["is_state"],
            "told": rows["told"],
            "told_label": rows["told"].map(told),
            "cameras": [_cameras(row) for row in rows.to_dict("records")],
            "said": rows["said"],
            "source_id": rows["source_id"],
        }
    )


#: how a number of cameras is qualified → what is printed before it
_BOUNDS = {"more_than": "at least ", "up_to": "nearly ", "derived": "about ", "about": "about "}


def _cameras(row: dict[Any, Any]) -> str:
    if pd.isna(row["cameras"]):
        return ""
    return f"{_BOUNDS.get(row['qualifier'], '')}{row['cameras']:,.0f}"


def to_parliaments() -> pd.DataFrame:
    """Return the read rows of `official_answers` that answer a question in a parliament."""
    frame = provenance.read_rows("official_answers")
    return frame[frame["asked_by"].eq("parliament")].reset_index(drop=True)
