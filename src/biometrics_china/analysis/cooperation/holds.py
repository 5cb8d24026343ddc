"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables
from biometrics_china.analysis.cooperation import advice, cases, lights


def _light(partner: str, activity: str) -> pd.Series:
    """Return the lights of the pairs with a partner or an activity (codes; empty for any)."""
    frame = lights.cells()
    mine = frame["partner"].isin([partner or p for p in frame["partner"]])
    mine &= frame["activity"].isin([activity or a for a in frame["activity"]])
    return lights.judged()["main"][list(frame.loc[mine, "id"])]


def _named(column: pd.Series) -> list[bool]:
    """Return for each cell of a column of references whether it names any."""
    return [isinstance(cell, tuple | list | str) and len(cell) > 0 for cell in column]


def the_grid_is_whole() -> bool:
    """Return whether each of four partners stands once with each of four activities."""
    pairs = lights.cells()[["partner", "activity"]]
    sizes = [len(tables.vocabulary(f"cooperation_{c}")) for c in pairs]
    return sizes == [4, 4] and len(pairs) == 16 and not pairs.duplicated().any()


def no_rule_forbids_a_whole_pair() -> bool:
    """Return whether no pair names a rule in force that forbids all of it."""
    return not any(_named(lights.cells()["forbidden_by"]))


def no_pair_is_go() -> bool:
    """Return whether no pair has the light go under any reading of the rule."""
    return "go" not in lights.judged().to_numpy()


def police_are_stop_whatever_is_done() -> bool:
    """Return whether each pair with police is stop under every reading of the rule but one.

    That one holds every question checkable, and makes none of them stop.
    """
    frame = lights.cells()
    judged = lights.judged().loc[list(frame.loc[frame["partner"].eq("police"), "id"])]
    kept = set(judged.drop(columns="papers").to_numpy().ravel()) == {"stop"}
    return kept and "stop" not in set(judged["papers"])


def nothing_stops_if_all_is_checkable() -> bool:
    """Return whether no pair is stop where every question counts as checkable, and some are else."""
    judged = lights.judged()
    return "stop" in set(judged["main"]) and "stop" not in set(judged["papers"])


def one_stop_turns_on_the_second_reader() -> bool:
    """Return whether one pair, technology with firms, is stop unless the second reader is followed.

    The readers differ on others, none of which is stop.
    """
    judged, frame = lights.judged(), lights.cells().set_index("id")
    moved = frame.loc[judged.index[judged["either"].ne(judged["main"])], ["partner", "activity"]]
    return moved.to_numpy().tolist() == [["firms", "technology"]]


def data_handling_is_stop_with_every_partner() -> bool:
    """Return whether handling of data is stop with each kind of partner, as the rule is written."""
    return bool(_light("", "data_handling").eq("stop").all())


def firms_join_in_two_activities() -> bool:
    """Return whether with firms data handling and technology development alone are stop."""
    frame = lights.cells()
    stops = set(_light("firms", "").loc[lambda s: s.eq("stop")].index)
    wanted = frame["partner"].eq("firms") & frame["activity"].isin(["data_handling", "technology"])
    return stops == set(frame.loc[wanted, "id"])


def universities_keep_three_with_conditions() -> bool:
    """Return whether with universities all but data handling is open with conditions."""
    frame = lights.cells().set_index("id")
    mine = _light("researchers", "")
    rest = frame.loc[mine.index, "activity"].ne("data_handling")
    return bool(mine[rest].eq("conditions").all())


def what_is_unrecorded_lies_with_public_buyers() -> bool:
    """Return whether the pairs without any row are all with public buyers, and there are some."""
    frame = lights.cells()
    named = zip(_named(frame["harms"]), _named(frame["cases"]), strict=True)
    empty = [not harms and not cases for harms, cases in named]
    return any(empty) and set(frame.loc[empty, "partner"]) == {"buyers"}


def the_rule_said_stop_first_in_each_case() -> bool:
    """Return whether in each worked case the rule says stop, on what was public, before the end."""
    return bool(cases.days()["low"].gt(0).all())


def looser_readings_move_one_pair_without_europe() -> bool:
    """Return whether looser readings of harm change one pair: data handling with public buyers.

    It changes where harm counts only with somebody in Europe in it, or only if told in two works.
    """
    judged, frame = lights.judged(), lights.cells().set_index("id")
    loose = [name for name, r in lights.READINGS.items() if r.label.startswith("looser: harm")]
    differs = judged[loose].ne(judged["main"], axis=0)
    moved = frame.loc[differs.index[differs.any(axis=1)], ["partner", "activity"]]
    readings = differs.columns[differs.any()].tolist()
    return moved.to_numpy().tolist() == [["buyers", "data_handling"]] and (
        readings == ["european", "two_works"]
    )


def each_addressee_has_a_recommendation() -> bool:
    """Return whether each addressee of the vocabulary has at least one recommendation."""
    names = tables.vocabulary("cooperation_addressee").values()
    return set(advice.recommendations()["addressee"]) == set(names)


def one_ministry_stands_on_no_list() -> bool:
    """Return whether of the worked cases the partner of the exchange alone is on no list."""
    days = cases.days().set_index("id")
    return days.index[days["listed"].eq("")].tolist() == ["ck-exchange"]


def _stop_and_step(case: str, step: str) -> tuple[str, str]:
    """Return the first stop of a worked case by the rule, and the day of one of its steps."""
    stops = cases.days().set_index("id")["stop"]
    days = tables.load("cooperation_steps").set_index("id")["date"]
    return str(stops[case]), str(days[step])


def the_study_stops_when_its_paper_appears() -> bool:
    """Return whether the rule stops the joint study on the day of the paper that names the college."""
    stop, paper = _stop_and_step("ck-study", "cs-04")
    return stop == paper


def the_exchange_stops_when_it_is_made_known() -> bool:
    """Return whether the rule stops the police exchange when a newspaper made it known, no earlier.

    The decision of the court has to be older.
    """
    stop, known = _stop_and_step("ck-exchange", "cs-18")
    return stop == known and _stop_and_step("ck-exchange", "cs-17")[1] < known
