"""The numbers that the chapter on police powers prints."""

from __future__ import annotations

import pandas as pd

from biometrics_china import formulas, origins, provenance
from biometrics_china.analysis.police_powers import (
    association,
    bound,
    census,
    limits,
    numbers_powers,
    provisions,
)
from biometrics_china.numbers import Numbers

_TEST = "Fisher's exact test over the instruments of these provisions"
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
    medium = frame[frame["confidence"].eq("medium")]
    unmarked = law[~law[[*provisions.MARKS]].any(axis=1)]
    found.count("n_provisions_all", frame, "provisions coded, drafts included")
    found.count("n_medium", medium, "of these coded with medium confidence")
    meaning = "current provisions without any of the marks, such as definitions"
    found.count("n_unmarked", unmarked, meaning)
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
            flagged = origins.count(law[flag], law)
            found.count(f"n_{key}", flagged, f"current provisions that {meaning}, {side}")
    found.count(f"n_provisions_{name}", law, f"current provisions coded, {side}")
    if name == "cn":
        meaning = f"of these in texts not known for sure to be in force, {side}"
        found.count("n_uncertain_cn", law[law["is_uncertain"]], meaning)
    texts = origins.distinct(law, "instrument_id")
    found.count(f"n_instruments_{name}", texts, f"instruments they stand in, {side}")


def _bound(found: Numbers, frame: pd.DataFrame) -> None:
    police, law = bound.naming_police(frame), provisions.restricting(frame)
    marks = bound.flags(law)
    for row in bound.bound(frame).to_dict("records"):
        name, meaning = f"{row['measure']}_{_SIDES[row['side']]}", f"{row['words']}, {row['side']}"
        of_side = law[marks[row["measure"]] & law["side"].eq(row["side"])]
        found.count(f"bound_{name}", of_side, f"restricting provisions that {meaning}")
    found.count(
        "n_police_secrecy_cn",
        police[police["is_secrecy"] & police["side"].eq(provisions.CHINA)],
        f"of those that name the police, on secrecy or liability of officers, {provisions.CHINA}",
    )
    for side, name in _SIDES.items():
        total = law[law["side"].eq(side)]
        found.count(
            f"n_restricting_{name}", total, f"restricting provisions of current law, {side}"
        )


def _bound_choices(found: Numbers, frame: pd.DataFrame) -> None:
    choices = bound.bound_choices(frame)
    ways = origins.fixed(choices["choice"].nunique())
    found.count("n_bound_choices", ways, "ways of counting who is bound")
    law = provisions.restricting(frame)
    for side, of_side in law.groupby("side", sort=False):
        for measure in ("police", "exemption"):
            meaning = f"imum over the ways of counting, per cent, {side}, {measure}"
            shares = _ways(of_side, measure)
            for end, of_all, way in (
                ("min", formulas.least, "low"),
                ("max", formulas.most, "high"),
            ):
                name = f"bound_{measure}_{_SIDES[str(side)]}_{end}"
                found.percent(name, of_all(shares), end + meaning, bound=way)


def _ways(law: pd.DataFrame, measure: str) -> list[origins.Origin]:
    """Return the share of `bound.bound_choices` of one side under each way of counting."""
    flags = bound.flags(law)[measure]
    kept = [keep(law) for keep in bound.CHOICES.values()]
    shares = [origins.share(rows[flags[rows.index]], rows) for rows in kept]
    texts = [*law.loc[flags, "instrument_id"]], [*law["instrument_id"]]
    return [*shares, origins.share(*texts)]


def _census(found: Numbers) -> None:
    frame, levels = census.hits(), census.by_level().drop_duplicates("level")
    counted = frame[frame["counted"].eq("counted")]
    by_hand = frame[frame["counted"].eq("hand_addition")]
    searched = provenance.read_rows("corpora")
    searched = searched[searched["level"].isin(levels["level"])]
    texts = provenance.read_rows("census")
    texts = texts[texts["id"].isin(counted["id"])]
    for name, value, meaning in (
        ("census", counted, "provisions counted"),
        ("census_hand", by_hand, "provisions added by hand"),
        ("census_documents", origins.over(searched, "documents_searched"), "documents searched"),
        (
            "census_instruments",
            origins.distinct(texts, "corpus_id", "instrument_id|instrument_title"),
            "instruments with a counted provision",
        ),
    ):  # fmt: skip
        found.count(f"n_{name}", value, meaning)
    for level in levels["level"]:
        part = counted[counted["level"].eq(level)]
        collects = part[part["group"].eq("collects")]
        found.count(f"census_{level}", part, f"provisions counted, {level}")
        found.count(f"census_{level}_collects", collects, f"collects: {level}")
        if level == "law":
            restricts = part[part["group"].eq("restricts handlers")]
            found.count("census_law_restricts", restricts, "restricts handlers: law")
    for group, key in (("collects", "collects"), ("restricts state bodies", "restricts_state")):
        of_group = counted[counted["group"].eq(group)]
        found.count(f"census_{key}", of_group, f"provisions, group: {group}")


def _association(found: Numbers) -> None:
    frame = association.under_codings()
    main, p_values = frame.iloc[0], frame["p_value"]
    found.count("n_codings", origins.fixed(len(frame)), "codings of the table")
    found = found.made_of(census.hits(), how=_TEST)
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
    rows = limits.listed(frame)
    coded = rows["lacks"].ne(limits.NOT_CODED)
    named = rows["addressee"].fillna("").str.contains(bound.POLICE_WORDS, case=False)
    found.count("n_limits", rows, "Chinese provisions that limit police or state organs")
    for name, flags, meaning in (
        ("own", rows["is_own"], "made by the Ministry of Public Security"),
        ("powers", coded, "coded as powers"),
        ("police", named, "that name the police"),
        ("legislature", rows["origin"].eq("npc"), "made by: legislature"),
        ("state_council", rows["origin"].eq("state_council"), "made by: state_council"),
    ):
        found.count(f"n_limits_{name}", rows[flags], f"of these {meaning}")


def _openings(found: Numbers, frame: pd.DataFrame) -> None:
    law = provisions.current(frame)
    opened = law[law["opens_to_other_law"]]
    found.count("n_openings", opened, "current provisions that yield to other law")
    found.count(
        "n_openings_police_cn",
        opened[opened["side"].eq(provisions.CHINA) & opened["has_police_exemption"]],
        "Chinese ones that also hold a carve-out police can use",
    )
