"""What must hold for the words on what changed in drafts, and on who writes standards."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.analysis.regulation import standards
from biometrics_china.analysis.regulation.numbers import numbers
from biometrics_china.numbers import once, reader
from biometrics_china.register.entities import entity_ids

_number: Callable[[str], float] = reader(numbers)


# ------------------------------------------------------------ what changed, and who writes standards


def _changes(instrument: str) -> pd.DataFrame:
    frame = provenance.by_id("text_changes")
    return frame[frame["instrument_id"].eq(instrument) & frame["kind"].eq("first_procedure")]


def the_face_rules_became_weaker_and_the_punishments_law_stronger() -> bool:
    """Return whether the face rules have more weaker than stronger changes, the other law fewer."""
    return _number("frt_weaker") > _number("frt_stronger") and _is_stronger("cn-psapl-2025")


def no_change_made_the_punishments_law_weaker() -> bool:
    """Return whether none of the changes to the police punishments law is weaker for the person."""
    found = _changes("cn-psapl-2025")["direction"]
    return bool(len(found)) and not found.eq("weaker").any()


def _is_stronger(instrument: str) -> bool:
    found = _changes(instrument)["direction"]
    return bool(found.eq("stronger").sum() > found.eq("weaker").sum())


def the_ban_on_analysing_ethnicity_is_gone() -> bool:
    """Return whether the dropped ban is coded as weaker and no article is summed up as speaking of it.

    The book's English summary of each article of the final Measures is searched for race, ethnicity,
    religion, health and social class; the Chinese articles themselves are not searched.
    """
    row = _changes("cn-frt-2025").loc["tc07"]
    final = provenance.read_rows("provisions")
    final = final[final["instrument_id"].eq("cn-frt-2025") & final["version"].eq("final")]
    words = final["paraphrase"] + " " + final["topic"]
    said = words.str.contains("race|ethnic|religio|health|social class", case=False)
    return bool(row["direction"] == "weaker" and len(final) >= 20 and not said.any())


def approval_stays_and_the_rest_gets_stronger() -> bool:
    """Return whether the change on approval is coded as none, and the other three named as stronger."""
    found = _changes("cn-psapl-2025")["direction"]
    return bool(found[["tc09", "tc10", "tc11"]].eq("stronger").all() and found["tc12"] == "same")


def the_top_police_body_is_named_most_of_all() -> bool:
    """Return whether the police body that is named sits in more standards than any other body."""
    grid = (
        standards.matrix()
        .drop_duplicates("name")
        .sort_values("standards", ascending=False, kind="stable")
    )
    first, second = grid["standards"].iloc[:2]
    return bool(grid["name"].iloc[0] == once(numbers)["top_police"].value and first > second)


def some_firms_were_listed_after_the_standard() -> bool:
    """Return whether a body was put on a United States list after the year of its standard."""
    seats, days = provenance.read_rows("standard_drafters"), standards.us_listed()
    number = seats["standard_id"].map(tables.load("standards").set_index("id")["number"])
    year = number.str.extract(r"-(\d{4})$", expand=False)
    first = [min((days.get(i, "") for i in entity_ids(n)), default="") for n in seats["name_zh"]]
    listed = pd.Series(first, index=seats.index)
    return bool((listed.str[:4] > year)[listed.ne("") & year.notna()].any())


def listed_drafters_are_mostly_firms_with_universities_and_institutes() -> bool:
    """Return whether over half of the listed bodies in complete lists are firms, the others institutes.

    The others are universities, state institutes and one institute of the police.
    """
    seats = standards.seats()
    listed = seats[seats["is_listed"] & seats["is_complete"]].drop_duplicates("name")
    kinds = listed["body_type"]
    others = {"firm", "university", "state_institute", "police_body"}
    return bool(
        kinds.eq("firm").mean() > 0.5 and {*kinds} == others and kinds.eq("police_body").sum() == 1
    )


def most_complete_lists_name_a_police_body() -> bool:
    """Return whether most complete lists of drafters name a police body, and most outside the police.

    Outside are the lists of committees that do not write the standards of the police.
    """
    lists = standards.shares_by_standard(standards.seats())
    lists = lists[lists["is_complete"]]
    outside = lists[~lists["committee"].isin(standards.POLICE_SIDE)]
    return all(bool(part["police"].gt(0).mean() > 0.5) for part in (lists, outside))


def listed_firms_sit_beside_institutes_of_the_police_ministry() -> bool:
    """Return whether some standard names both a listed body and a police body of the ministry."""
    seats = standards.seats()
    ministry = seats["name"].str.startswith("MPS") & seats["is_police"]
    shared = set(seats.loc[ministry, "number"]) & set(seats.loc[seats["is_listed"], "number"])
    return bool(shared)
