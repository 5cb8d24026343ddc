"""The numbers that the chapter on police powers prints."""

from __future__ import annotations

import pandas as pd

from biometrics_china.analysis.police_powers import (
    association,
    bound,
    census,
    limits,
    numbers_powers,
    provisions,
)
from biometrics_china.numbers import Numbers

_SIDES = {provisions.CHINA: "cn", provisions.EU: "eu"}


def numbers() -> Numbers:
    """Return all numbers of the chapter on police powers, in the order in which they are made."""
    found = Numbers("police_powers", ["provisions", "instruments"])
    frame = provisions.provisions()
    _provisions(found, frame)
    _bound(found, frame)
    _bound_choices(found, frame)
    numbers_powers.add(found, frame)
    _census(found.using("census", "corpora"))
    _association(found.using("census", "corpora"))
    _limits(found.using("provisions", "safeguards", "powers", "instruments"), frame)
    _openings(found, frame)
    return found


def _provisions(found: Numbers, frame: pd.DataFrame) -> None:
    law = provisions.current(frame)
    medium = frame["confidence"].eq("medium").sum()
    marked = provisions.joined(provisions.matrix(frame))["articles"].str.len().sum()
    found.count("n_provisions_all", len(frame), "provisions coded, drafts included")
    found.count("n_medium", medium, "of these coded with medium confidence")
    found.count(
        "n_unmarked",
        len(law) - marked,
        "current provisions without any of the marks, such as definitions",
    )
    for side, name in _SIDES.items():
        _side(found, law[law["side"].eq(side)], side, name)


def _side(found: Numbers, law: pd.DataFrame, side: str, name: str) -> None:
    private, state, power = (
        law[f] for f in ("is_binding_private", "is_binding_state", "grants_police_power")
    )
    flags = {
        "state_cn": (state, "reach state organs"),
        "state_only_cn": (state & ~private, "bind state organs only"),
        f"carve_out_{name}": (law["has_police_exemption"], "hold a carve-out police can use"),
        f"power_{name}": (power, "let the state collect or access"),
        "power_bound_cn": (power & state, "do so and bind the state too"),
        f"opening_{name}": (law["opens_to_other_law"], "yield to other law"),
    }
    for key, (flag, meaning) in flags.items():
        if key.endswith(name):
            found.count(f"n_{key}", flag.sum(), f"current provisions that {meaning}, {side}")
    found.count(f"n_provisions_{name}", len(law), f"current provisions coded, {side}")
    if name == "cn":
        meaning = f"of these in texts not known for sure to be in force, {side}"
        found.count("n_uncertain_cn", law["is_uncertain"].sum(), meaning)
    texts = law["instrument_id"].nunique()
    found.count(f"n_instruments_{name}", texts, f"instruments they stand in, {side}")


def _bound(found: Numbers, frame: pd.DataFrame) -> None:
    for row in bound.bound(frame).to_dict("records"):
        name, meaning = f"{row['measure']}_{_SIDES[row['side']]}", f"{row['words']}, {row['side']}"
        found.count(f"bound_{name}", row["count"], f"restricting provisions that {meaning}")
    police, law = bound.naming_police(frame), provisions.restricting(frame)
    found.count(
        "n_police_secrecy_cn",
        (police["is_secrecy"] & police["side"].eq(provisions.CHINA)).sum(),
        f"of those that name the police, on secrecy or liability of officers, {provisions.CHINA}",
    )
    for side, name in _SIDES.items():
        total = law["side"].eq(side).sum()
        found.count(
            f"n_restricting_{name}", total, f"restricting provisions of current law, {side}"
        )


def _bound_choices(found: Numbers, frame: pd.DataFrame) -> None:
    choices = bound.bound_choices(frame)
    found.count("n_bound_choices", choices["choice"].nunique(), "ways of counting who is bound")
    printed = choices[choices["measure"].isin(["police", "exemption"])]
    for (side, measure), part in printed.groupby(["side", "measure"], sort=False):
        meaning = f"imum over the ways of counting, per cent, {side}, {measure}"
        for end, way in (("min", "low"), ("max", "high")):
            value, name = part["share"].agg(end), f"bound_{measure}_{_SIDES[str(side)]}_{end}"
            found.percent(name, value, end + meaning, bound=way)


def _census(found: Numbers) -> None:
    every = census.by_level()
    levels = every.drop_duplicates("level")
    for name, value, meaning in (
        ("census", every["provisions"].sum(), "provisions counted"),
        ("census_hand", every["added_by_hand"].sum(), "provisions added by hand"),
        ("census_documents", levels["documents_searched"].sum(), "documents searched"),
        (
            "census_instruments",
            levels["instruments"].sum(),
            "instruments with a counted provision",
        ),
    ):
        found.count(f"n_{name}", value, meaning)
    table = every.pivot(index="level", columns="group", values="provisions")
    for level in levels["level"]:
        counts = table.loc[level]
        found.count(f"census_{level}", counts.sum(), f"provisions counted, {level}")
        found.count(f"census_{level}_collects", counts["collects"], f"collects: {level}")
        if level == "law":
            restricts = counts["restricts handlers"]
            found.count("census_law_restricts", restricts, "restricts handlers: law")
    for group, key in (("collects", "collects"), ("restricts state bodies", "restricts_state")):
        found.count(f"census_{key}", table[group].sum(), f"provisions, group: {group}")


def _association(found: Numbers) -> None:
    frame = association.under_codings()
    main, p_values = frame.iloc[0], frame["p_value"]
    found.count("n_codings", len(frame), "codings of the table")
    found.count("n_codings_below", p_values.lt(0.05).sum(), "codings with p below 0.05")
    found.p_value("test_p", main["p_value"], "Fisher's exact test, main coding")
    for end in ("min", "max"):
        meaning = f"{end}imum of p over the codings"
        found.decimal(f"test_p_{end}", p_values.agg(end), meaning, digits=2)
    by_ratio = frame.sort_values("ratio", kind="stable")
    without = frame[frame["coding"].eq(association.WITHOUT_LOCAL)].iloc[0]
    for name, row in (
        ("", main),
        ("_min", by_ratio.iloc[0]),
        ("_max", by_ratio.iloc[-1]),
        ("_without_local", without),
    ):
        ratio = association.printed(row["ratio"])
        found.words(f"test_ratio{name}", ratio, f"odds ratio, coding: {row['coding']}")
    for end in ("low", "high"):
        meaning = f"{end}er bound of its exact interval, main coding"
        found.words(f"test_ratio_{end}", association.printed(main[end]), meaning)


def _limits(found: Numbers, frame: pd.DataFrame) -> None:
    rows = limits.limits(frame)
    coded = rows["lacks"].ne(limits.NOT_CODED)
    named = rows["addressee"].fillna("").str.contains(bound.POLICE_WORDS, case=False)
    found.count("n_limits", len(rows), "Chinese provisions that limit police or state organs")
    for name, flags, meaning in (
        ("own", rows["is_own"], "made by the Ministry of Public Security"),
        ("powers", coded, "coded as powers"),
        ("police", named, "that name the police"),
        ("legislature", rows["origin"].eq("npc"), "made by: legislature"),
        ("state_council", rows["origin"].eq("state_council"), "made by: state_council"),
    ):
        found.count(f"n_limits_{name}", flags.sum(), f"of these {meaning}")


def _openings(found: Numbers, frame: pd.DataFrame) -> None:
    opened = provisions.openings(frame)
    police = opened["side"].eq(provisions.CHINA) & opened["carve_out"].eq(provisions.YES)
    found.count("n_openings", len(opened), "current provisions that yield to other law")
    found.count(
        "n_openings_police_cn",
        police.sum(),
        "Chinese ones that also hold a carve-out police can use",
    )
