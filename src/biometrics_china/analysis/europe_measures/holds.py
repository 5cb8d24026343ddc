"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import pandas as pd

from biometrics_china import edition, multiverse, provenance, tables
from biometrics_china.analysis.europe_measures import coverage
from biometrics_china.analysis.europe_measures.holds_refusals import *  # noqa: F403  # found here
from biometrics_china.analysis.europe_technology import lists

#: measures that bind firms and apply later: forced labour, due diligence, high-risk systems
_LATER = {"me-008", "me-009", "me-013"}


def _holes() -> pd.DataFrame:
    return coverage.holes(coverage.measures()).set_index("risk")


def naming_rules_answer_transfers_use_and_police() -> bool:
    """Return whether naming rules in force answer transfers, use in Europe and police, and no more.

    Naming rules are binding ones that name biometrics.
    """
    now = _holes()["now"]
    named = set(now.index[now.eq(coverage.LABELS["binding_named"])])
    return named == {"Transfer of data", "Use in Europe", "Police cooperation"}


def research_security_is_guidance_beside_binding_rules_on_funding() -> bool:
    """Return whether research is answered by guidance on research security and bindingly on funding.

    All measures on research security are guidance and name no biometrics. The binding ones in force on
    funding address research institutions.
    """
    frame = coverage.measures()
    security, funding = (frame[frame["family"].eq(f)] for f in ("research_security", "funding"))
    bound = funding[funding["is_binding"].astype(bool) & funding["status"].eq("in_force")]
    return bool(
        len(security) > 0
        and not security["is_binding"].any()
        and set(security["biometrics"]) == {"not_named"}
        and set(bound["addressee"]) == {"researchers"}
    )


def one_order_stopped_one_licence_of_a_university() -> bool:
    """Return whether the cited order alone binds research institutions, beside rules on funding."""
    frame = coverage.measures()
    bound = frame[frame["is_binding"].astype(bool) & frame["addressee"].eq("researchers")]
    return bound.loc[bound["family"].ne("funding"), "id"].tolist() == ["me-028"]


def nothing_in_force_answers_imports() -> bool:
    """Return whether no measure in force answers imports and a binding rule applies later."""
    row = _holes().loc["Imports and supply chains"]
    return bool(row["now"] == "nothing found" and row["coming"] == coverage.LABELS["binding"])


def the_export_rule_binds_and_does_not_name_biometrics() -> bool:
    """Return whether the export rule binds without naming biometrics, and guidance alone names them.

    The rule is also the strongest answer in force on exports.
    """
    rows = provenance.by_id("measures").loc[["me-001", "me-002"]]
    return bool(
        rows["is_binding"].tolist() == [True, False]
        and rows["biometrics"].tolist() == ["indirectly", "named"]
        and _holes()["now"]["Export of technology"] == coverage.LABELS["binding"]
    )


def procurement_is_of_states_and_cities() -> bool:
    """Return whether the strongest answers in force on procurement are national and local alone."""
    return bool(_holes()["where"]["Procurement"] == "National, Local")


def binding_and_naming_lie_in_two_fields() -> bool:
    """Return whether only the AI Act and data protection have binding measures that name biometrics."""
    frame = coverage.by_force(coverage.measures())
    return set(frame.loc[frame["named"].gt(0), "family"]) == {"AI Act", "Data protection"}


def three_duties_of_firms_apply_later() -> bool:
    """Return whether binding measures on firms that apply a year or more from now are the three named.

    They are on high-risk systems, forced labour and due diligence; now is the day of this edition. Of
    all measures of the Union they must have the longest time from adoption to application.
    """
    frame = coverage.measures()
    days = frame["applies"].map(tables.decimal_year, na_action="ignore")
    is_far = days.gt(tables.decimal_year(str(edition.day().date())) + 1)
    is_later = frame["status"].eq("applies_later") & frame["addressee"].eq("firms") & is_far
    later = set(frame.loc[is_later & frame["is_binding"], "id"])
    drawn = coverage.timeline(frame).set_index("title")
    waits = (drawn["applies"] - drawn["adopted"]).sort_values(kind="stable")
    longest = waits.index[-3:]
    return later == _LATER == set(frame.loc[frame["title"].isin(longest), "id"])


def what_naming_means_moves_the_share_most() -> bool:
    """Return whether of all choices the meaning of naming moves the middle reading most.

    Compared is how far the median of the readings differs between the options of each choice; the
    three lowest count all levels, one vote a law, and only the name.
    """
    grid = coverage.choices(coverage.measures())
    lowest = grid.head(3)
    readings = set(zip(lowest["unit"], lowest["counted"], lowest["biometrics"], strict=True))
    most = multiverse.influence(grid).idxmax()
    return most == "biometrics" and readings == {("one a law", "all levels", "named")}


def the_licences_are_of_two_years_counted_differently() -> bool:
    """Return whether licences of two years are known and the later one notes another method."""
    rows = provenance.read_rows("licences").set_index("year")
    return len(rows) == 2 and "method" in rows["note"][2022]


def china_led_the_single_licences() -> bool:
    """Return whether China is the first destination of single licences in the last year on file."""
    rows = provenance.read_rows("licences").sort_values("year", kind="stable")
    return bool(rows["first_destination"].iloc[-1] == "CN")


def sanctions_over_human_rights_cover_one_police_bureau() -> bool:
    """Return whether the Union lists one body over human rights, a police bureau, beside the row."""
    first = lists.over_human_rights(lists.acts())
    union = first[first["country"].eq("EU")]
    return (
        union["bodies"].tolist() == [1]
        and union["entity_type"].tolist() == ["police_body"]
        and "me-016" in provenance.by_id("measures").index
    )


def the_new_act_is_a_proposal() -> bool:
    """Return whether the cited measure is proposed only, and counted nowhere."""
    row = provenance.by_id("measures").loc["me-104"]
    return row["status"] == "proposed" and "me-104" not in set(coverage.measures()["id"])


def the_new_bans_do_not_concern_recognition() -> bool:
    """Return whether the bans added to the AI Act are adopted and do not name biometrics."""
    row = provenance.by_id("measures").loc["me-105"]
    return bool(row["family"] == "ai_act" and row["biometrics"] == "not_named")
