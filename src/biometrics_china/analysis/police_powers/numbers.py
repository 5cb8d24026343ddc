"""The numbers that the chapter on police powers prints."""

from __future__ import annotations

import pandas as pd

from biometrics_china.analysis.police_powers import bound, limits, provisions
from biometrics_china.analysis.police_powers.numbers_census import add_association, add_census
from biometrics_china.analysis.police_powers.numbers_powers import add_powers, add_readings
from biometrics_china.numbers import Numbers

_SIDES = {provisions.CHINA: "cn", provisions.EU: "eu"}


def numbers() -> Numbers:
    """Return all numbers of the chapter on police powers, in the order in which they are made."""
    found = Numbers("police_powers", ["provisions", "instruments"])
    frame = provisions.provisions()
    _provisions(found, frame)
    _bound(found, frame)
    _bound_choices(found, frame)
    add_powers(found)
    add_readings(found, frame)
    add_census(found)
    add_association(found)
    _limits(found, frame)
    return found


def _provisions(found: Numbers, frame: pd.DataFrame) -> None:
    law = provisions.current(frame)
    found.count("n_provisions_all", len(frame), "provisions coded, drafts included")
    found.count("n_provisions", len(law), "provisions of current law coded")
    found.count("n_drafts", len(frame) - len(law), "provisions of drafts or lapsed texts coded")
    found.count(
        "n_medium",
        int(law["confidence"].eq("medium").sum()),
        "current provisions coded with medium confidence",
    )
    drawn = provisions.joined(provisions.matrix(frame))
    found.count(
        "n_unmarked",
        len(law) - int(drawn["articles"].str.len().sum()),
        "current provisions without any of the marks, such as definitions",
    )
    for side, name in _SIDES.items():
        part = law[law["side"].eq(side)]
        private, state = part["is_binding_private"], part["is_binding_state"]
        for key, flags, meaning in (
            ("private", private, "bind private handlers"),
            ("private_only", private & ~state, "bind private handlers only"),
            ("state", state, "reach state organs"),
            ("state_only", state & ~private, "bind state organs only"),
            ("carve_out", part["has_police_exemption"], "hold a carve-out police can use"),
            ("power", part["grants_police_power"], "let the state collect or access"),
            ("power_bound", part["grants_police_power"] & state, "do so and bind the state too"),
            ("opening", part["opens_to_other_law"], "yield to other law"),
        ):
            found.count(
                f"n_{key}_{name}", int(flags.sum()), f"current provisions that {meaning}, {side}"
            )
        found.count(f"n_provisions_{name}", len(part), f"current provisions coded, {side}")
        found.count(
            f"n_uncertain_{name}",
            int(part["is_uncertain"].sum()),
            f"of these in texts not known for sure to be in force, {side}",
        )
        found.count(
            f"n_instruments_{name}",
            part["instrument_id"].nunique(),
            f"instruments they stand in, {side}",
        )


def _bound(found: Numbers, frame: pd.DataFrame) -> None:
    for row in bound.bound(frame).to_dict("records"):
        measure, name = row["measure"], _SIDES[row["side"]]
        found.count(
            f"bound_{measure}_{name}",
            row["count"],
            f"restricting provisions that {row['words']}, {row['side']}",
        )
        found.percent(
            f"bound_{measure}_{name}_pct",
            row["share"],
            f"the same in per cent of the restricting provisions, {row['side']}",
        )
    police = bound.naming_police(frame)
    for side, name in _SIDES.items():
        secrecy = police["is_secrecy"] & police["side"].eq(side)
        found.count(
            f"n_police_secrecy_{name}",
            int(secrecy.sum()),
            f"of those that name the police, on secrecy or liability of officers, {side}",
        )
        total = int(provisions.restricting(frame)["side"].eq(side).sum())
        found.count(
            f"n_restricting_{name}", total, f"restricting provisions of current law, {side}"
        )


def _bound_choices(found: Numbers, frame: pd.DataFrame) -> None:
    choices = bound.bound_choices(frame)
    found.count("n_bound_choices", choices["choice"].nunique(), "ways of counting who is bound")
    for (side, measure), part in choices.groupby(["side", "measure"], sort=False):
        name = f"bound_{measure}_{_SIDES[str(side)]}"
        for end, value in (("min", part["share"].min()), ("max", part["share"].max())):
            found.percent(
                f"{name}_{end}",
                float(value),
                f"{end}imum over the ways of counting, per cent, {side}, {measure}",
            )


def _limits(found: Numbers, frame: pd.DataFrame) -> None:
    used = ("provisions", "safeguards", "powers", "instruments")
    rows = limits.limits(frame)
    coded = rows["lacks"].ne(limits.NOT_CODED)
    found.count(
        "n_limits", len(rows), "Chinese provisions that limit police or state organs", *used
    )
    found.count(
        "n_limits_own",
        int(rows["is_own"].sum()),
        "of these made by the Ministry of Public Security",
        *used,
    )
    found.count("n_limits_powers", int(coded.sum()), "of these coded as powers", *used)
    named = rows["addressee"].fillna("").str.contains(bound.POLICE_WORDS, case=False)
    found.count("n_limits_police", int(named.sum()), "of these that name the police", *used)
    for origin, name in (("npc", "legislature"), ("state_council", "state_council")):
        found.count(
            f"n_limits_{name}",
            int(rows["origin"].eq(origin).sum()),
            f"of these made by: {name}",
            *used,
        )
    opened = provisions.openings(frame)
    found.count("n_openings", len(opened), "current provisions that yield to other law")
    police = opened["side"].eq(provisions.CHINA) & opened["carve_out"].eq(provisions.YES)
    found.count(
        "n_openings_police_cn",
        int(police.sum()),
        "Chinese ones that also hold a carve-out police can use",
    )
