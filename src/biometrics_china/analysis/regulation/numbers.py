"""The numbers that the chapter on regulation prints."""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import origins, provenance, tables
from biometrics_china.analysis.regulation import (
    counts,
    dates,
    numbers_passages,
    numbers_practice,
    texts,
    timeline,
)
from biometrics_china.numbers import Numbers

#: instruments whose changes of each direction are printed, with the beginning of the number's name
_COMPARED = {
    "weaker": {"cn-frt-2025": "frt"},
    "stronger": {"cn-frt-2025": "frt", "cn-psapl-2025": "psapl"},
}


def numbers() -> Numbers:
    """Return all numbers of the chapter on regulation, in the order in which they are made."""
    found = Numbers("regulation", ["instruments", "instrument_events"])
    _instruments(found)
    _drawing(found)
    _by_year(found)
    _by_definition(found)
    _local(found)
    numbers_passages.add(found)
    _changes(found.using("text_changes"))
    numbers_practice.add(found)
    return found


def _instruments(found: Numbers) -> None:
    frame = timeline.instruments()
    china = frame[frame["jurisdiction"].eq("CN")]
    pending = china["final"].isna() & china["draft"].notna()
    of_effect = dict([*china.groupby("effect")])
    for name, counted, meaning in (
        ("n_instruments", frame, "instruments with a dated event that was read, all jurisdictions"),
        ("n_china", china, "Chinese instruments in the collection"),
        ("n_china_national", china[china["place"].isna()], "of these national"),
        ("n_eu", frame[frame["jurisdiction"].eq("EU")], "instruments of the European Union"),
        ("n_widening", of_effect[counts.WIDENS], "Chinese ones that widen collection"),
        ("n_restricting", of_effect[counts.RESTRICTS], "Chinese ones that restrict handlers"),
        ("n_pending", china[pending], "Chinese drafts without adoption"),
    ):
        found.count(name, counted, meaning)
    for name, instrument, kinds, meaning in (
        ("xilinhot_date", "cn-xilinhot-2025", dates.EFFECT, "start of the sampling"),
        (
            "police_law_draft", "cn-police-law-rev", dates.DRAFT,
            "first draft of the revised People's Police Law",
        ),
    ):  # fmt: skip
        found.date(name, _first_day(instrument, kinds), meaning)
    events = tables.load("instrument_events")
    dated = found.using("instrument_events")
    dated.count("n_events", events, "dated events on file")
    read = origins.share(events[events["verification"].eq("seen")], events)
    dated.percent("share_events_seen", read, "share of them that was read")


def _first_day(instrument: str, kinds: tuple[str, ...]) -> origins.Origin:
    """Return the date of the first event of some kinds of an instrument."""
    events = dates.used_events()
    chosen = events[events["instrument_id"].eq(instrument) & events["event"].isin(kinds)]
    first = chosen.sort_values(["day", "id"])["id"].iloc[0]
    return origins.cell(events, first, "date")


def _drawing(found: Numbers) -> None:
    frame = timeline.instruments()
    china = frame[frame["jurisdiction"].eq("CN")]
    older = china[china["last"].lt(timeline.START)]
    found.count("n_undrawn", older, "Chinese ones older than the drawing")
    wide = china[china["effect"].eq("widens_state_power") & china["last"].ge(timeline.START)]
    events = dates.used_events()
    events = events[events["instrument_id"].isin(wide["id"])]
    for name, end, words in (("from", "min", "first"), ("to", "max", "last")):
        year = origins.over(events, "year:date", end)
        found.words(f"widening_{name}", year, f"{words} year of a widening instrument")


def _by_year(found: Numbers) -> None:
    every = counts.adopted()
    frame = counts.by_year(rules=every)
    main = counts.READINGS[counts.MAIN](every)
    main = main[main["year"].le(frame["year"].max())]
    for effect, name in ((counts.WIDENS, "widening"), (counts.RESTRICTS, "restricting")):
        stood = main[main["effect"].eq(effect)]
        _, half = dates.half_stood(frame, effect)
        found.count(f"n_{name}_end", stood, f"binding Chinese rules of the last year-end, {name}")
        part = found.made_of(stood, how="first year-end at which half of these rules stood")
        part.words(f"year_half_{name}", half, f"year by which half of the {name} ones stood")
    both = main[main["effect"].isin([counts.WIDENS, counts.RESTRICTS])]
    part = found.made_of(both, how="rules of either effect, counted at each year-end")
    part.words("crossing_before", counts.crossing(frame), "last year-end with as many widening")
    last = origins.fixed(frame["year"].max())
    found.words("last_year", last, "last year with an adopted rule that is over")
    choices = counts.choices()
    found.count("n_readings", origins.fixed(len(choices)), "readings of which instruments count")
    how = "that year under each reading of which instruments count, and the first or last of them"
    part = found.made_of(every, how=how)
    for end in ("min", "max"):
        for column, words in (
            ("half_widening", "year by which half of the widening ones stood"),
            ("crossing", "last year-end with as many widening"),
        ):
            meaning = f"{words}, {end}. of readings"
            part.words(f"{column}_{end}", choices[column].agg(end), meaning)


def _by_definition(found: Numbers) -> None:
    read, dated = provenance.read_rows("instruments"), timeline.instruments()
    china = dated[dated["jurisdiction"].eq("CN")].merge(read[["id", "effect"]], on="id")
    changed = china[china["effect_x"].ne(china["effect_y"])]
    found.count("n_no_trait", changed, "Chinese ones coded by effect that name no trait")
    undated = read[~read["id"].isin(dated["id"])]
    found.count("n_undated", undated, "instruments without a dated event")
    adopted = counts.READINGS[counts.MAIN](counts.adopted())
    effects = adopted["effect"].isin([counts.WIDENS, counts.RESTRICTS])
    found.count(
        "n_by_effect_day", adopted[adopted["final"].isna() & effects],
        "counted rules of which only the day of effect is known",
    )  # fmt: skip


def _local(found: Numbers) -> None:
    frame = timeline.instruments()
    local = frame[frame["id"].isin(texts.local_ids())]
    widening = local[local["effect"].eq("widens_state_power")]
    restricting = local[local["effect"].eq("restricts_handlers")]
    in_west = widening[widening["place"].str.contains("Xinjiang")]
    found.count("n_local", local, "Chinese local rules and notices, standards left out")
    found.count("n_local_restricting", restricting, "of these restrict handlers")
    found.count("n_local_widening", widening, "of these widen what the state collects")
    found.count("n_local_widening_west", in_west, "of the widening ones in Xinjiang")


def _changes(found: Numbers) -> None:
    changes = texts.on_biometrics()
    first = changes[changes["kind"].eq("first_procedure")]
    threshold = changes[changes["element"].eq("filing threshold (persons stored)")]
    row = str(threshold["id"].iloc[0])
    for name in ("draft", "final"):
        people: Any = origins.cell(threshold, row, f"{name}_value")
        found.count(f"frt_threshold_{name}", people, f"people stored that call for filing, {name}")
    found.count("n_changes", changes, "changes between draft and final text")
    titles = tables.load("instruments").set_index("id")["title_en"]
    for direction in ("weaker", "stronger"):
        found.count(
            f"n_{direction}", _towards(changes, direction), f"changes to a {direction} text"
        )
        for key, name in _COMPARED[direction].items():
            of_key = _towards(first[first["instrument_id"].eq(key)], direction)
            found.count(
                f"{name}_{direction}", of_key, f"{titles[key]}: changes that are {direction}"
            )


def _towards(changes: pd.DataFrame, direction: str) -> pd.DataFrame:
    return changes[changes["direction"].eq(direction)]
