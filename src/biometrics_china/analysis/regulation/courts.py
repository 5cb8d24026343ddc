"""Courts and fines: what was found, counted; nothing here estimates how often rules are enforced."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.analysis.regulation.dates import middle

#: fines are drawn in these currencies, each side in its own, and never compared
CURRENCIES = {"CN": "CNY", "EU": "EUR"}


def fines() -> pd.DataFrame:
    """Return the counted fines on handlers of biometric data with a known amount, one row a fine.

    Columns: id, case_name, side (CN or EU), sector, day (the middle of the month or year where no
    day is known), date (as read), place (country with a comma behind it, empty in China), amount (in
    `currency`), currency, is_public_defendant, is_annulled (a last judgment let the fine fall),
    source_id. Duplicates, contradicting reports, proposals and penalties for
    other breaches are left out, as the table `cases` says row by row.
    """
    cases = provenance.read_rows("cases")
    frame = cases[cases["is_counted_fine"].fillna(False) & cases["amount"].gt(0)].copy()
    frame["side"] = frame["country"].eq("CN").map({True: "CN", False: "EU"})
    frame["day"] = middle(frame["date"])
    names = tables.vocabulary("country")
    frame["place"] = [f"{names[c]}, " if c != "CN" else "" for c in frame["country"]]
    frame["is_annulled"] = frame["case_key"].isin(annulled(cases))
    kept = [
        "id",
        "case_name",
        "side",
        "sector",
        "day",
        "date",
        "place",
        "amount",
        "currency",
        "is_public_defendant",
        "is_annulled",
        "source_id",
    ]
    return frame.sort_values(["side", "day", "id"])[kept].reset_index(drop=True)


def annulled(cases: pd.DataFrame) -> frozenset[str]:
    """Return the keys of the cases whose last judgment says that the decision is annulled."""
    final = cases["event"].eq("final_judgment") & cases["outcome"].str.contains("annulled")
    return frozenset(cases.loc[final.fillna(False), "case_key"])


def drawn() -> pd.DataFrame:
    """Return `fines` in the currency of their side; one in a third currency has no place in a panel."""
    frame = fines()
    return frame[frame["currency"].eq(frame["side"].map(CURRENCIES))].reset_index(drop=True)


def case_steps(case_key: str) -> pd.DataFrame:
    """Return the steps of one case in order of date: event, forum, date, outcome, amount."""
    cases = provenance.read_rows("cases")
    steps = cases[cases["case_key"].eq(case_key)].sort_values("date", kind="stable")
    return steps[["id", "event", "forum", "date", "outcome", "amount"]].reset_index(drop=True)
