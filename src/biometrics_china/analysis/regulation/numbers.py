"""The numbers that the chapter on regulation prints."""

from __future__ import annotations

from typing import Any

from biometrics_china import provenance, tables
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
    effects = china["effect"].value_counts()
    pending = china["final"].isna() & china["draft"].notna()
    found.count(
        "n_instruments",
        len(frame),
        "instruments with a dated event that was read, all jurisdictions",
    )
    found.count("n_china", len(china), "Chinese instruments in the collection")
    found.count("n_china_national", china["place"].isna().sum(), "of these national")
    found.count("n_eu", frame["jurisdiction"].eq("EU").sum(), "instruments of the European Union")
    found.count("n_widening", effects["widens_state_power"], "Chinese ones that widen collection")
    found.count(
        "n_restricting", effects["restricts_handlers"], "Chinese ones that restrict handlers"
    )
    found.count("n_pending", pending.sum(), "Chinese drafts without adoption")
    dates = frame.set_index("id")
    found.date(
        "xilinhot_date", dates.loc["cn-xilinhot-2025", "effective_date"], "start of the sampling"
    )
    found.date(
        "police_law_draft",
        dates.loc["cn-police-law-rev", "draft_date"],
        "first draft of the revised People's Police Law",
    )
    events = tables.load("instrument_events")
    dated = found.using("instrument_events")
    dated.count("n_events", len(events), "dated events on file")
    dated.percent(
        "share_events_seen", events["verification"].eq("seen").mean(), "share of them that was read"
    )


def _drawing(found: Numbers) -> None:
    frame = timeline.instruments()
    china = frame[frame["jurisdiction"].eq("CN")]
    found.count(
        "n_undrawn", china["last"].lt(timeline.START).sum(), "Chinese ones older than the drawing"
    )
    wide = china[china["effect"].eq("widens_state_power") & china["last"].ge(timeline.START)]
    found.words("widening_from", wide["first"].min().year, "first year of a widening instrument")
    found.words("widening_to", wide["last"].max().year, "last year of a widening instrument")


def _by_year(found: Numbers) -> None:
    frame = counts.by_year()
    for effect, name in ((counts.WIDENS, "widening"), (counts.RESTRICTS, "restricting")):
        total, half = dates.half_stood(frame, effect)
        found.count(f"n_{name}_end", total, f"binding Chinese rules of the last year-end, {name}")
        found.words(f"year_half_{name}", half, f"year by which half of the {name} ones stood")
    found.words("crossing_before", counts.crossing(frame), "last year-end with as many widening")
    found.words("last_year", frame["year"].max(), "last year with an adopted rule that is over")
    choices = counts.choices()
    found.count("n_readings", len(choices), "readings of which instruments count")
    for end in ("min", "max"):
        for column, words in (
            ("half_widening", "year by which half of the widening ones stood"),
            ("crossing", "last year-end with as many widening"),
        ):
            meaning = f"{words}, {end}. of readings"
            found.words(f"{column}_{end}", choices[column].agg(end), meaning)


def _by_definition(found: Numbers) -> None:
    read, dated = provenance.read_rows("instruments"), timeline.instruments()
    china = dated[dated["jurisdiction"].eq("CN")].merge(read[["id", "effect"]], on="id")
    changed = china["effect_x"].ne(china["effect_y"]).sum()
    found.count("n_no_trait", changed, "Chinese ones coded by effect that name no trait")
    found.count("n_undated", len(read) - len(dated), "instruments without a dated event")
    adopted = counts.READINGS[counts.MAIN](counts.adopted())
    effects = adopted["effect"].isin([counts.WIDENS, counts.RESTRICTS])
    found.count(
        "n_by_effect_day", (adopted["final"].isna() & effects).sum(),
        "counted rules of which only the day of effect is known",
    )  # fmt: skip


def _local(found: Numbers) -> None:
    local, effects = texts.local_rules(), tables.vocabulary("effect")
    widening = local["effect"].eq(effects["widens_state_power"])
    in_west = widening & local["place"].str.contains("Xinjiang")
    found.count("n_local", len(local), "Chinese local rules and notices, standards left out")
    found.count(
        "n_local_restricting",
        local["effect"].eq(effects["restricts_handlers"]).sum(),
        "of these restrict handlers",
    )
    found.count("n_local_widening", widening.sum(), "of these widen what the state collects")
    found.count("n_local_widening_west", in_west.sum(), "of the widening ones in Xinjiang")


def _changes(found: Numbers) -> None:
    changes = texts.on_biometrics()
    directions = changes["direction"].value_counts()
    by_instrument = texts.direction_counts().set_index("instrument_id")
    threshold: Any = changes.set_index("element").loc["filing threshold (persons stored)"]
    for name in ("draft", "final"):
        people = int(threshold[f"{name}_value"])
        found.count(f"frt_threshold_{name}", people, f"people stored that call for filing, {name}")
    found.count("n_changes", len(changes), "changes between draft and final text")
    for direction in ("weaker", "stronger"):
        found.count(
            f"n_{direction}", directions.get(direction, 0), f"changes to a {direction} text"
        )
        for key, name in _COMPARED[direction].items():
            count = by_instrument.loc[key, direction]
            found.count(f"{name}_{direction}", count, f"changes of {key} that are {direction}")
