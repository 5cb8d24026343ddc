"""Numbers on powers and their safeguards, as drawn and under other readings of general law."""

from __future__ import annotations

import pandas as pd

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


def add(found: Numbers, frame: pd.DataFrame) -> None:
    """Add the numbers on powers, on readings of general law and on the articles that are meant.

    `frame` is as from `provisions.provisions`.
    """
    _powers(found.using("powers", "safeguards"))
    _states(found.using("national_powers", "national_safeguards"))
    _readings(found.using("powers", "safeguards", "provisions"), frame)
    _articles(found.using("provisions"), frame)


def _powers(found: Numbers) -> None:
    grid = safeguards.grid()
    powers, kinds = safeguards.by_power(grid), safeguards.by_safeguard(grid)
    found.count("n_safeguards", grid["safeguard"].nunique(), "safeguards asked about")
    for group, name in _GROUPS.items():
        _spread(found, powers.loc[powers["group"].eq(group), "stated"], group, name)
    for group, name in _GROUPS.items():
        stated = kinds[kinds["group"].eq(group)].set_index("safeguard")["stated"]
        for safeguard in sorted(_PRINTED[name]):
            meaning = f"powers that state it, {group}"
            found.count(f"{safeguard}_{name}", stated[safeguard], meaning, nought="none")
    strongest = powers.loc[powers["group"].eq(safeguards.IN_FORCE), "label"].iloc[0]
    found.words("strongest_cn", strongest, "power in force in China with most safeguards")
    found.count(
        "n_purpose_only_cn",
        safeguards.only_purpose(grid),
        "powers in force in China that state no safeguard beyond a purpose",
    )
    found.count(
        "n_key_cn",
        safeguards.with_any(grid, limits.KEY),
        "powers in force in China with independent approval, retention limit, erasure or "
        "independent supervision",
        nought="no",
    )


def _spread(found: Numbers, stated: pd.Series, group: str, name: str) -> None:
    found.count(f"n_powers_{name}", len(stated), f"powers coded, {group}")
    spread = readings.printed(stated.min(), stated.max())
    found.words(f"stated_{name}_range", spread, f"safeguards stated for a power, {group}")
    if name == "cn":
        middle = stated.median()
        digits = 0 if middle.is_integer() else 1
        meaning = f"median of safeguards of a power, {group}"
        found.decimal("stated_cn_median", middle, meaning, digits=digits)


def _states(found: Numbers) -> None:
    coded, cells = national.powers(), national.grid()
    found.count("n_powers_states", len(coded), "police powers of European states")
    found.count("n_states", coded["country"].nunique(), "European states")
    cells = cells[cells["group"].eq(national.STATES)]
    unread = cells["value"].eq(national.UNREAD)
    found.count("n_cells_states", len(cells), "cells of these powers")
    found.count("n_cells_unread", unread.sum(), "of these not read")
    table = national.like_for_like().set_index("key")
    for key in ("independent_approval", "retention_limit", "erasure", "independent_supervision"):
        row = table.loc[key]
        found.count(f"{key}_states", row["least"], f"European powers that state it: {key}")
    most = table.loc["retention_limit", "most"]
    found.count("retention_limit_states_most", most, "the same if all unread texts state a term")


def _readings(found: Numbers, frame: pd.DataFrame) -> None:
    table = readings.readings(provisions=frame)
    found.count("n_readings", table["reading"].nunique(), "readings of general law")
    read_in = table["reading"].eq(readings.READ_IN) & table["group"].eq(safeguards.IN_FORCE)
    row, where = table[read_in].iloc[0], f"{safeguards.IN_FORCE}, {readings.READ_IN}"
    found.count("n_powers_read_in_cn", row["powers"], f"powers, {where}")
    for safeguard in limits.KEY:
        found.count(f"read_in_cn_{safeguard}", row[safeguard], f"powers that state it, {where}")


def _articles(found: Numbers, frame: pd.DataFrame) -> None:
    law, held = provisions.restricting(frame), readings.general_in_china(frame)
    alone = law["is_binding_state"] & ~law["is_binding_private"]
    of_state = law.loc[alone & law["instrument_id"].eq(_PIPL), "article"]
    general = [
        article
        for (instrument, article), safeguard in readings.GENERAL.items()
        if instrument == _PIPL and safeguard in held
    ]
    meaning = "articles of the personal information law"
    found.words("pipl_state_articles", ", ".join(of_state), f"{meaning} written for state organs")
    found.words(
        "pipl_general_articles",
        ", ".join(general),
        f"{meaning} for all handlers, on retention, necessity and erasure",
    )
