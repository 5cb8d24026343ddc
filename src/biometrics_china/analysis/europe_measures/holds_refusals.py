"""What must hold in the data for the words on the cost of a refusal and on what may change."""

from __future__ import annotations

from biometrics_china import edition, provenance
from biometrics_china.analysis.europe_measures import refusals


def most_bodies_stay_on_chinese_lists() -> bool:
    """Return whether Chinese lists let fewer than half of the European bodies on them go."""
    return bool(refusals.european()["ended"].notna().mean() < 0.5)


def no_research_body_was_taken_off() -> bool:
    """Return whether Chinese lists name European research bodies and let none of them go."""
    frame = refusals.european()
    ended = frame.loc[frame["kind"].eq("research"), "ended"]
    return bool(len(ended) > 0 and ended.isna().all() and frame["ended"].notna().any())


def most_bodies_stand_on_the_export_control_list() -> bool:
    """Return whether more than half of the European bodies stand on the list of export control."""
    names = refusals.european()["list_name"]
    return bool(names.eq("Chinese export control list").mean() > 0.5)


def research_bodies_came_in_2021_and_2026() -> bool:
    """Return whether the research bodies are one of March 2021, and two of the last list.

    The two are a university and one other body.
    """
    frame = refusals.european()
    days = frame.loc[frame["kind"].eq("research"), "date"].tolist()
    rows = provenance.read_rows("listings")
    rows = rows[rows["ground"].eq("countermeasure") & rows["date"].eq(frame["date"].max())]
    kinds = rows["entity_type"].value_counts()
    last = frame["date"].max()
    return bool(days == ["2021-03-22", last, last] and kinds.get("university") == 1)


def the_last_list_is_the_longest() -> bool:
    """Return whether the last day on which a Chinese list took up European bodies has the most."""
    counts = refusals.european()["date"].value_counts()
    return bool(counts.idxmax() == counts.index.max())


def the_banks_left_when_the_union_gave_way() -> bool:
    """Return whether exactly two firms were taken off a Chinese list, in an episode that has ended."""
    frame = refusals.european()
    left = frame[frame["ended"].notna() & frame["kind"].eq("firm")]
    row = provenance.by_id("refusal_costs").loc["rc-06"]
    return bool(len(left) == 2 and row["ended"] == "ended" and set(left["ended"]) == {row["end"]})


def parliaments_left_and_scholars_stayed() -> bool:
    """Return whether both lists of 2021 ended in part, and no research body was taken off."""
    rows = provenance.by_id("refusal_costs").loc[["rc-01", "rc-03"]]
    frame = refusals.european()
    research = frame.loc[frame["kind"].eq("research"), "ended"]
    return bool(rows["ended"].eq("in_part").all() and research.isna().all())


def a_university_met_pressure_and_a_firm_a_boycott() -> bool:
    """Return whether the two cited episodes came without a list, and no others did."""
    frame = provenance.read_rows("refusal_costs").set_index("id")
    acts = frame.loc[frame["act"].ne("listing"), "act"].to_dict()
    return acts == {"rc-04": "boycott", "rc-05": "pressure"}


def the_rules_of_2025_name_education_and_science() -> bool:
    """Return whether one of the rules names education or science, and it is of March 2025."""
    frame = provenance.read_rows("counter_rules")
    named = frame[frame["names_research"].astype(bool)]
    return bool(
        named["id"].tolist() == ["cr-07"] and named["adopted"].str.startswith("2025-03").all()
    )


def a_decision_is_final_and_can_be_lifted_on_request() -> bool:
    """Return whether both cited rules are about the way out."""
    rows = provenance.by_id("counter_rules").loc[["cr-13", "cr-14"]]
    return bool(rows["topic"].eq("redress").all())


def the_sanctions_and_the_bans_fall_due_soonest() -> bool:
    """Return whether the next two to fall due after this edition are the bans and the sanctions."""
    frame = provenance.read_rows("lookups").dropna(subset=["due"])
    ahead = frame[frame["due"].gt(str(edition.day().date()))]
    return ahead.sort_values("due", kind="stable")["id"].tolist()[:2] == ["lk-01", "lk-02"]
