"""Numbers on powers and their safeguards, as drawn and under other readings of general law."""

from __future__ import annotations

import pandas as pd

from biometrics_china import formulas, origins, tables
from biometrics_china.analysis.police_powers import (
    limits,
    national,
    provisions,
    readings,
    safeguards,
)
from biometrics_china.numbers import Numbers

_GROUPS = {safeguards.IN_FORCE: "cn", safeguards.EUROPE: "eu"}
_OUTSIDE = ("independent_approval", "independent_supervision")
_PRINTED = {"cn": (*limits.KEY, "internal_approval", "purpose_named"), "eu": _OUTSIDE}
_PIPL = "cn-pipl-2021"
_MOST = "“label” of the power with most of these safeguards stated"


def add(found: Numbers, frame: pd.DataFrame) -> None:
    """Add the numbers on powers, on readings of general law and on the articles that are meant.

    `frame` is as from `provisions.provisions`.
    """
    _powers(found.using("powers", "safeguards"))
    _states(found.using("national_powers", "national_safeguards"))
    _readings(found.using("powers", "safeguards", "provisions"), frame)
    _articles(found.using("provisions"), frame)


def _stated(group: pd.DataFrame, cells: pd.DataFrame) -> pd.DataFrame:
    """Return the rows behind cells of a grid of powers: those of the table of its safeguards."""
    keys = cells[["power_id", "safeguard"]].drop_duplicates()
    return keys.merge(group, on=["power_id", "safeguard"])


def _powers(found: Numbers) -> None:
    grid, table = safeguards.grid(), tables.load("safeguards")
    powers = safeguards.by_power(grid)
    kinds = origins.fixed(grid["safeguard"].nunique())
    found.count("n_safeguards", kinds, "safeguards asked about")
    for group, name in _GROUPS.items():
        _spread(found, powers[powers["group"].eq(group)], table, group, name)
    for group, name in _GROUPS.items():
        asked = grid[grid["group"].eq(group)]
        for safeguard in sorted(_PRINTED[name]):
            cells = asked[asked["safeguard"].eq(safeguard)]
            stated = _stated(table, cells[cells["value"].eq(safeguards.STATED)])
            rows = origins.count(stated, _stated(table, cells))
            meaning = f"powers that state it, {group}"
            found.count(f"{safeguard}_{name}", rows, meaning, nought="none")
    in_force = grid[grid["group"].eq(safeguards.IN_FORCE)]
    first = powers[powers["group"].eq(safeguards.IN_FORCE)].iloc[0]
    best = in_force[in_force["power_id"].eq(first["power_id"])]
    strongest = origins.of(first["label"], str(first["power_id"]), _stated(table, best), how=_MOST)
    found.words("strongest_cn", strongest, "power in force in China with most safeguards")
    of_china = _stated(table, in_force[in_force["value"].eq(safeguards.STATED)])
    beyond = of_china.loc[of_china["safeguard"].ne("purpose_named"), "power_id"]
    powers_of = in_force["power_id"].astype(str)
    purpose = origins.chosen(
        sorted({*powers_of} - {*beyond}),
        of_china,
        how="powers without a safeguard beyond a purpose",
    )
    found.count(
        "n_purpose_only_cn",
        purpose,
        "powers in force in China that state no safeguard beyond a purpose",
    )
    asked_of = in_force[in_force["safeguard"].isin(limits.KEY)]
    holding = asked_of.loc[asked_of["value"].eq(safeguards.STATED), "power_id"]
    found.count(
        "n_key_cn",
        origins.chosen(
            sorted(holding.astype(str)),
            _stated(table, asked_of),
            how="powers that state one of these",
        ),
        "powers in force in China with independent approval, retention limit, erasure or "
        "independent supervision",
        nought="no",
    )


def _spread(
    found: Numbers, powers: pd.DataFrame, table: pd.DataFrame, group: str, name: str
) -> None:
    coded, stated = [*powers["power_id"].astype(str)], powers["stated"]
    found.count(f"n_powers_{name}", origins.count(coded), f"powers coded, {group}")
    cells = table[table["power_id"].isin(coded) & table["value"].eq(safeguards.STATED)]
    each = [origins.count(cells[cells["power_id"].eq(power)]) for power in coded]
    spread = formulas.span(each, readings.printed(stated.min(), stated.max()))
    found.words(f"stated_{name}_range", spread, f"safeguards stated for a power, {group}")
    if name == "cn":
        middle = formulas.middle(each)
        digits = 0 if float(middle.value).is_integer() else 1
        meaning = f"median of safeguards of a power, {group}"
        found.decimal("stated_cn_median", middle, meaning, digits=digits)


def _states(found: Numbers) -> None:
    coded, cells = national.powers(), national.grid()
    rows = tables.load("national_safeguards")
    found.count("n_powers_states", coded, "police powers of European states")
    found.count("n_states", origins.distinct(coded, "country"), "European states")
    cells = cells[cells["group"].eq(national.STATES)]
    unread = cells[cells["value"].eq(national.UNREAD)]
    found.count("n_cells_states", _stated(rows, cells), "cells of these powers")
    found.count("n_cells_unread", _stated(rows, unread), "of these not read")
    stated = cells[cells["value"].eq(safeguards.STATED)]
    for key in ("independent_approval", "retention_limit", "erasure", "independent_supervision"):
        behind = _stated(rows, stated[stated["safeguard"].eq(key)])
        found.count(f"{key}_states", behind, f"European powers that state it: {key}")
    both = pd.concat([stated, unread])
    most = _stated(rows, both[both["safeguard"].eq("retention_limit")])
    found.count("retention_limit_states_most", most, "the same if all unread texts state a term")


def _readings(found: Numbers, frame: pd.DataFrame) -> None:
    table, cells = readings.readings(provisions=frame), tables.load("safeguards")
    ways = origins.fixed(table["reading"].nunique())
    found.count("n_readings", ways, "readings of general law")
    where = f"{safeguards.IN_FORCE}, {readings.READ_IN}"
    grid = safeguards.grid()
    in_force = grid[grid["group"].eq(safeguards.IN_FORCE)]
    powers = sorted(in_force["power_id"].astype(str).unique())
    found.count("n_powers_read_in_cn", origins.count(powers), f"powers, {where}")
    law = _general(frame)
    for safeguard in limits.KEY:
        asked = in_force[in_force["safeguard"].eq(safeguard)]
        held = law[law["safeguard"].eq(safeguard)]
        silent = asked["value"].isin([safeguards.NOT_STATED, safeguards.LEFT]) & bool(len(held))
        having = sorted(asked.loc[silent | asked["value"].eq(safeguards.STATED), "power_id"])
        how = "powers that state it, there or in general law"
        number = origins.chosen(having, _stated(cells, asked), held, how=how)
        found.count(f"read_in_cn_{safeguard}", number, f"powers that state it, {where}")


def _general(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the provisions of general law that reach state organs, with the `safeguard` they hold."""
    law = provisions.current(frame)
    law = law[law["side"].eq(provisions.CHINA) & law["is_binding_state"]]
    keys = zip(law["instrument_id"], law["article"], strict=True)
    return law.assign(safeguard=[readings.GENERAL.get(key, "") for key in keys])


def _articles(found: Numbers, frame: pd.DataFrame) -> None:
    law, held = provisions.restricting(frame), readings.general_in_china(frame)
    alone = law["is_binding_state"] & ~law["is_binding_private"]
    of_state = law[alone & law["instrument_id"].eq(_PIPL)]
    general = [
        article
        for (instrument, article), safeguard in readings.GENERAL.items()
        if instrument == _PIPL and safeguard in held
    ]
    meaning = "articles of the personal information law"
    for_state = origins.each(of_state, "article")
    found.words("pipl_state_articles", for_state, f"{meaning} written for state organs")
    of_all = _general(frame)
    of_all = of_all[of_all["instrument_id"].eq(_PIPL) & of_all["article"].isin(general)]
    for_all = origins.each(of_all, "article")
    found.words(
        "pipl_general_articles",
        for_all,
        f"{meaning} for all handlers, on retention, necessity and erasure",
    )
