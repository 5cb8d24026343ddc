"""Numbers on disclosures, listings, statements and allegations."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance
from biometrics_china.analysis.western_china import responses
from biometrics_china.numbers import Numbers


def add_events(found: Numbers) -> None:
    """Add the numbers of the second half of the chapter."""
    _disclosures(found.using("technology_events"))
    _listings(found.using("supplier_actions"))
    _statements(found)


def _disclosures(found: Numbers) -> None:
    frame = responses.disclosures()
    dated = responses.dated_to_the_month(frame)
    found.count("n_disclosures", len(frame), "disclosed cases with a dated artefact")
    found.count("n_lag", len(dated), "cases with both dates known to the month")
    for name, value in (
        ("median", dated["months"].median()),
        ("min", dated["months"].min()),
        ("max", dated["months"].max()),
    ):
        found.decimal(f"lag_{name}", value, f"months from artefact to disclosure, {name}", digits=0)
    for name in ("artefact", "revealed"):
        year = int(frame[name].astype(int).mode().iloc[0])
        found.words(f"lag_{name}_year", year, f"most frequent year, {name}")
    all_events = provenance.read_rows("technology_events")
    found.count("n_labels", all_events["is_ethnicity_label"].sum(), "cases of ethnicity labels")
    found.count(
        "n_european", all_events["european_link"].notna().sum(), "cases with a link to Europe"
    )


def _listings(found: Numbers) -> None:
    frame = responses.listings_and_exits()
    listed = frame[frame["kind"].eq("listing")]
    found.count("listed", listed["cumulative"].iloc[-1], "bodies listed in the rows of this table")
    found.count("listed_first", listed["cumulative"].iloc[0], "bodies in the first listing")
    found.date("listed_first_date", listed["date"].iloc[0], "date of the first listing")
    found.date("listed_last", listed["date"].iloc[-1], "date of the last listing in this table")
    exits = frame[frame["kind"].eq("exit")]
    found.count("n_exits", len(exits), "announcements of exit")
    found.date("exit_first", exits["date"].iloc[0][:7], "month of the first announcement")
    found.date("exit_last", exits["date"].iloc[-1], "date of the last announcement")
    found.date("exit_last_month", exits["date"].iloc[-1][:7], "month of the last announcement")
    effect = provenance.by_id("supplier_actions")["date"]["su-10"]
    found.date("exit_tibet", effect, "end of sales in Tibet")


def _statements(found: Numbers) -> None:
    frame: pd.DataFrame = provenance.read_rows("statements")
    found.count("n_statements", len(frame), "statements listed", "statements")
    for name in ("firm", "authority"):
        number = frame["speaker_type"].eq(name).sum()
        found.count(f"n_{name}", number, f"statements by speakers of kind {name}", "statements")
    ohchr = frame.set_index("id")["date"]["st-13"]
    found.date("ohchr_date", ohchr, "date of the UN assessment of Xinjiang", "statements")
    allegations = provenance.read_rows("allegations")
    found.count("n_allegations", len(allegations), "statements on grave abuses", "allegations")
    found.date(
        "un_experts_date",
        allegations.set_index("id")["date"]["al-01"],
        "date of the UN experts' statement",
        "allegations",
    )
