"""Numbers on disclosures, listings, statements and allegations."""

from __future__ import annotations

from biometrics_china import origins, provenance
from biometrics_china.analysis.western_china import responses
from biometrics_china.numbers import Numbers


def add_events(found: Numbers) -> None:
    """Add the numbers of the second half of the chapter."""
    _disclosures(found.using("technology_events"))
    _listings(found.using("supplier_actions"))
    _statements(found)


def _disclosures(found: Numbers) -> None:
    frame, cases = responses.disclosures(), responses.disclosed()
    dated = responses.dated_to_the_month(frame)
    lengths = [cases[f"{name}_date"].str.len().ge(7) for name in ("artefact", "revealed")]
    to_month = cases[lengths[0] & lengths[1]]
    found.count("n_disclosures", cases, "disclosed cases with a dated artefact")
    found.count("n_lag", to_month, "cases with both dates known to the month")
    lags = found.made_of(
        to_month,
        how="months between the middles of both dates (30.4375 days each), over these cases",
    )
    for name, value in (
        ("median", dated["months"].median()),
        ("min", dated["months"].min()),
        ("max", dated["months"].max()),
    ):
        lags.decimal(f"lag_{name}", value, f"months from artefact to disclosure, {name}", digits=0)
    for name in ("artefact", "revealed"):
        year = origins.common(cases, f"year:{name}_date")
        found.words(f"lag_{name}_year", year, f"most frequent year, {name}")
    all_events = provenance.read_rows("technology_events")
    labels = all_events[all_events["is_ethnicity_label"].fillna(False)]
    found.count("n_labels", labels, "cases of ethnicity labels")
    european = all_events[all_events["european_link"].notna()]
    found.count("n_european", european, "cases with a link to Europe")


def _listings(found: Numbers) -> None:
    frame = responses.actions()
    listed = frame[frame["kind"].eq("listing")]
    summed = origins.over(listed.dropna(subset=["entities"]), "entities")
    found.count("listed", summed, "bodies listed in the rows of this table")
    first, last = (listed["id"].iloc[at] for at in (0, -1))
    bodies = origins.cell(listed, first, "entities")
    found.count("listed_first", bodies, "bodies in the first listing")
    for name, row, meaning in (
        ("listed_first_date", first, "date of the first listing"),
        ("listed_last", last, "date of the last listing in this table"),
    ):
        found.date(name, origins.cell(listed, row, "date"), meaning)
    exits = frame[frame["kind"].eq("exit")]
    found.count("n_exits", exits, "announcements of exit")
    opening, closing = (origins.cell(exits, exits["id"].iloc[at], "date") for at in (0, -1))
    for name, day, meaning in (
        ("exit_first", origins.month(opening), "month of the first announcement"),
        ("exit_last", closing, "date of the last announcement"),
        ("exit_last_month", origins.month(closing), "month of the last announcement"),
    ):
        found.date(name, day, meaning)
    effect = origins.cell(provenance.by_id("supplier_actions"), "su-10", "date")
    found.date("exit_tibet", effect, "end of sales in Tibet")


def _statements(found: Numbers) -> None:
    frame = responses.answers()
    part = found.using("statements")
    part.count("n_statements", frame, "statements listed")
    for name in ("firm", "authority"):
        said = frame[frame["speaker_type"].eq(name)]
        part.count(f"n_{name}", said, f"statements by speakers of kind {name}")
    ohchr = origins.cell(frame, "st-13", "date")
    part.date("ohchr_date", ohchr, "date of the UN assessment of Xinjiang")
    allegations, part = provenance.read_rows("allegations"), found.using("allegations")
    part.count("n_allegations", allegations, "statements on grave abuses")
    day = origins.cell(allegations, "al-01", "date")
    part.date("un_experts_date", day, "date of the UN experts' statement")
