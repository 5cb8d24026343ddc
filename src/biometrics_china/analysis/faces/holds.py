"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.analysis.faces import cameras, holdings, steps
from biometrics_china.analysis.faces.numbers import PLATFORM


def _grid() -> pd.DataFrame:
    return steps.grid(provenance.read_rows("joined_file_steps"))


def only_the_lowest_are_official() -> bool:
    """Return whether the two lowest numbers of cameras, of the police, are the only official ones."""
    frame = cameras.numbers_of_cameras()
    official = frame[frame["kind"].eq("official_claim")]
    lowest = frame.sort_values("million", kind="stable").head(2)
    are_lowest = set(official["id"]) == set(lowest["id"])
    return are_lowest and official["scope"].tolist() == ["police"] * 2


def the_forecast_was_retold_after_its_maker_gave_less() -> bool:
    """Return whether all who retold the forecast did so after its maker put less in place."""
    frame = cameras.numbers_of_cameras()
    rows, again = frame.set_index("id"), cameras.retold(frame)
    months = again["said"].str.slice(0, 7)
    return bool(
        len(again) > 1
        and rows["million"][cameras.LATER] < rows["million"][cameras.FORECAST]
        and months.min() > str(rows["said"][cameras.LATER])
    )


def the_next_forecast_was_lower_for_a_later_year() -> bool:
    """Return whether the maker later expected fewer cameras, to the unit, for a later year."""
    rows = provenance.by_id("camera_counts")
    first, later = rows.loc[cameras.FORECAST], rows.loc["cc-19"]
    same = first["maker"] == later["maker"] == rows.loc[cameras.NEXT, "maker"]
    return bool(same and later["value"] < first["value"] and later["as_of"] > first["as_of"])


def the_two_firms_disagree_on_who_has_more() -> bool:
    """Return whether one maker has more cameras for each person in China and the other fewer."""
    return set(cameras.people_for_each()["more"]) == {"China", "United States"}


def no_authority_gives_a_national_count() -> bool:
    """Return whether no number of traits for all of China is stated by an authority."""
    frame = holdings.of_traits(holdings.holdings())
    national = frame["place"].str.startswith("China")
    return bool(national.any() and not frame.loc[national, "kind"].eq("official_claim").any())


def nearly_all_iris_numbers_are_capacities() -> bool:
    """Return whether all numbers of irises but one are capacities."""
    frame = holdings.holdings()
    iris = frame[frame["modality"].eq("iris")]["kind"]
    return int(iris.ne("capacity").sum()) == 1 and len(iris) > 2


def one_number_of_voices_was_found() -> bool:
    """Return whether one number of voices was found, and none of fingerprints or gait."""
    counts = holdings.holdings()["modality"].value_counts()
    return counts.get("voice") == 1 and "fingerprint" not in counts and "gait" not in counts


def every_step_is_taken_by_a_system_at_work() -> bool:
    """Return whether each step is known of some system from a leak, code or reports."""
    frame = steps.by_step(provenance.read_rows("joined_file_steps"))
    return bool(frame["at_work"].gt(0).all())


def the_platform_takes_more_steps_than_any_other() -> bool:
    """Return whether the platform of Xinjiang takes most steps, all but one, known from the inside.

    From the inside: from leaked papers or from its software.
    """
    grid = _grid()
    first, second = grid.iloc[0], grid.iloc[1]
    evidence = set(first[list(tables.vocabulary("file_step"))]) - {""}
    known = evidence <= {"leak", "app"}
    count = len(tables.vocabulary("file_step"))
    is_first = first["system"] == PLATFORM and first["steps"] > second["steps"]
    return bool(known and is_first and first["steps"] == count - 1)


def most_steps_elsewhere_are_known_from_paper() -> bool:
    """Return whether most steps of other systems are known from plans, tenders and products."""
    frame = provenance.read_rows("joined_file_steps")
    elsewhere = frame[frame["system"].ne(PLATFORM)]
    return bool(elsewhere["evidence"].isin(steps.AT_WORK).mean() < 0.5)


def the_alarms_were_deleted_on_being_asked() -> bool:
    """Return whether the maker of the alarms gave no answer."""
    rows = provenance.read_rows("surveillance_positions")
    asked = rows[rows["subject"].eq("Alarms for Falun Gong and religion")]
    return asked["answer"].tolist() == ["silent"]


def the_province_was_retold_as_the_country() -> bool:
    """Return whether a repeat gives the number of the province as one of the whole country."""
    rows = provenance.by_id("biometric_holdings").loc[["bh-01", "bh-03"]]
    return rows["place"].tolist() == ["Fujian", "China"] and bool(rows["is_repeat"].iloc[1])


def the_ministry_gave_no_answer_on_the_file() -> bool:
    """Return whether ministry and province gave no answer on the software for files."""
    rows = provenance.read_rows("surveillance_positions")
    asked = rows[rows["subject"].eq("One person, one file")]
    return len(asked) > 1 and set(asked["answer"]) == {"silent"}
