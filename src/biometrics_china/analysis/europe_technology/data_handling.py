"""Data of Europeans in Chinese hands: decisions, courts, complaints, and fingerprints of travellers."""

from __future__ import annotations

import pandas as pd

from biometrics_china import countries, provenance, tables


def acts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the records by kind and day, the parts of a fine left out, since the decision has the sum.

    Columns: `kind` (label), `firm`, `authority`, `date`, `what`, `amount` (in euros, printed),
    `state` (label), `answer`, `source_id`.
    """
    kinds, states = tables.vocabulary("data_act"), tables.vocabulary("data_state")
    rows = frame[frame["kind"].ne("fine")]
    order = rows["kind"].map(list(kinds).index)
    rows = rows.assign(order=order).sort_values(["order", "date", "id"])
    euros = [f"{a:,.0f}" if pd.notna(a) else "" for a in rows["amount"]]
    return pd.DataFrame(
        {
            "kind": rows["kind"].map(kinds),
            "firm": rows["firm"],
            "authority": rows["authority"],
            "date": rows["date"],
            "what": rows["what"],
            "amount": euros,
            "state": rows["state"].map(states),
            "answer": rows["answer"],
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def fine(frame: pd.DataFrame) -> dict[str, int]:
    """Return the `total` of the decision and the sum of its printed `parts`, in euros."""
    amounts = frame.groupby("kind")["amount"].sum()
    return {"total": int(amounts["decision"]), "parts": int(amounts["fine"])}


def complaints(frame: pd.DataFrame) -> dict[str, int]:
    """Return how many `complaints` there are, on how many `firms`, in how many `states`."""
    rows = frame[frame["kind"].eq("complaint")]
    counts = {"complaints": len(rows), "firms": rows["firm"].nunique()}
    return counts | {"states": rows["country"].map(countries.name).nunique()}


def of_package() -> pd.DataFrame:
    """Return the read rows of `data_handling`."""
    return provenance.read_rows("data_handling")
