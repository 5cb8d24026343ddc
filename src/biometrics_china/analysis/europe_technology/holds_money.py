"""What must hold in the data for the words on public money, answers and data to be true."""

from __future__ import annotations

from biometrics_china import provenance
from biometrics_china.analysis.europe_technology import data_handling, public_money

__all__ = [
    "each_number_is_for_a_body_or_a_group",
    "long_stays_still_need_fingerprints",
    "no_answer_counts_a_state",
    "no_decision_names_biometrics",
    "the_findings_stand_and_the_order_went_back",
    "the_fine_is_the_sum_of_its_parts",
    "union_states_and_cities_paid",
]


def each_number_is_for_a_body_or_a_group() -> bool:
    """Return whether the numbers told to parliaments are each for one body, but one for a group."""
    rows = public_money.to_parliaments()
    scopes = rows.loc[rows["told"].eq("number"), "scope"]
    return bool(scopes.isin(["one_body", "group"]).all() and scopes.eq("group").sum() == 1)


def no_answer_counts_a_state() -> bool:
    """Return whether no answer to a parliament for a whole state has a number or a share."""
    rows = public_money.to_parliaments()
    state = rows[rows["scope"].eq("state")]
    return bool(len(state) > 1 and not state["told"].isin(["number", "share"]).any())


def the_fine_is_the_sum_of_its_parts() -> bool:
    """Return whether the two printed parts of the fine on TikTok add up to it."""
    found = data_handling.fine(data_handling.of_package())
    return found["total"] == found["parts"]


def the_findings_stand_and_the_order_went_back() -> bool:
    """Return whether the decision is upheld in part, and the latest act of a court is in effect."""
    frame = data_handling.of_package()
    last = frame[frame["kind"].eq("court")].sort_values("date", kind="stable").iloc[-1]
    decided = frame.loc[frame["kind"].eq("decision"), "state"]
    return bool(decided.eq("in_part").all() and last["state"] == "applies")


def no_decision_names_biometrics() -> bool:
    """Return whether biometric data are named in no decision, judgment, inquiry or complaint held."""
    frame = data_handling.of_package()
    return bool(frame.loc[frame["kind"].ne("rule"), "biometrics"].eq("not_named").all())


def union_states_and_cities_paid() -> bool:
    """Return whether money of the Union, of states and of cities each stand in the purchases."""
    rows = provenance.read_rows("public_purchases")
    return set(rows["payer"]) == {"union", "state", "city"}


def long_stays_still_need_fingerprints() -> bool:
    """Return whether the waiver that is held has an end, and the rule behind it applies."""
    rows = provenance.by_id("data_handling")
    return bool(rows["end"].notna()["dh-16"] and rows["state"]["dh-14"] == "applies")
