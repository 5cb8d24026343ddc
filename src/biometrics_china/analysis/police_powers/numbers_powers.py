"""Numbers on powers and their safeguards, as drawn and under other readings of general law."""

from __future__ import annotations

import pandas as pd

from biometrics_china.analysis.police_powers import limits, provisions, readings, safeguards
from biometrics_china.numbers import Numbers

_GROUPS = {safeguards.IN_FORCE: "cn", safeguards.DRAFTS: "cn_draft", safeguards.EUROPE: "eu"}
_USED = ("powers", "safeguards")
_PIPL = "cn-pipl-2021"


def add_powers(found: Numbers) -> None:
    """Add counts of powers, and of safeguards by power and by kind."""
    grid, coded = safeguards.grid(), safeguards.powers().set_index("id")
    powers = safeguards.by_power(grid)
    found.count("n_safeguards", grid["safeguard"].nunique(), "safeguards asked about", *_USED)
    for group, name in _GROUPS.items():
        stated = powers.loc[powers["group"].eq(group), "stated"]
        found.count(f"n_powers_{name}", len(stated), f"powers coded, {group}", *_USED)
        if len(stated):
            _spread(found, f"stated_{name}", stated, group)
    for row in safeguards.by_safeguard(grid).to_dict("records"):
        if row["group"] != safeguards.DRAFTS:
            name = f"{row['safeguard']}_{_GROUPS[row['group']]}"
            found.count(name, row["stated"], f"powers that state it, {row['group']}", *_USED)
            found.count(
                f"{name}_asked",
                row["stated"] + row["not_stated"],
                f"powers of which it is asked, {row['group']}",
                *_USED,
            )
    china = powers[powers["group"].eq(safeguards.IN_FORCE)]
    found.count(
        "n_powers_cn_uncertain",
        int(china["is_uncertain"].sum()),
        "of the powers in force in China, those in texts not known for sure to be",
        *_USED,
    )
    found.words(
        "strongest_cn",
        str(china["label"].iloc[0]),
        "power in force in China with most safeguards",
        *_USED,
    )
    found.count(
        "n_purpose_only_cn",
        safeguards.only_purpose(grid),
        "powers in force in China that state no safeguard beyond a purpose",
        *_USED,
    )
    found.count(
        "n_key_cn",
        safeguards.with_any(grid, limits.KEY),
        "powers in force in China with independent approval, retention limit, erasure or "
        "independent supervision",
        *_USED,
    )
    compulsion = coded["compulsion"].reindex(china["power_id"])
    found.count(
        "n_compulsion_cn",
        int(compulsion.eq("yes").sum()),
        "powers in force in China that allow force in so many words",
        *_USED,
    )


def _spread(found: Numbers, name: str, stated: pd.Series, group: str) -> None:
    middle = float(stated.median())
    found.count(f"{name}_min", int(stated.min()), f"fewest safeguards of a power, {group}", *_USED)
    found.count(f"{name}_max", int(stated.max()), f"most safeguards of a power, {group}", *_USED)
    found.words(
        f"{name}_range",
        readings.printed(stated.min(), stated.max()),
        f"safeguards stated for a power, {group}",
        *_USED,
    )
    found.decimal(
        f"{name}_median",
        middle,
        f"median of safeguards of a power, {group}",
        *_USED,
        digits=0 if middle.is_integer() else 1,
    )


def add_readings(found: Numbers, frame: pd.DataFrame) -> None:
    """Add the counts under other readings of general law, and the articles of it that are meant.

    `frame` is as from `provisions.provisions`.
    """
    used = (*_USED, "provisions")
    table = readings.readings(provisions=frame)
    found.count("n_readings", table["reading"].nunique(), "readings of general law", *used)
    for reading, key in ((readings.SPECIAL, "special"), (readings.READ_IN, "read_in")):
        for row in table[table["reading"].eq(reading)].to_dict("records"):
            group, name = row["group"], f"{key}_{_GROUPS[row['group']]}"
            found.count(f"n_powers_{name}", row["powers"], f"powers, {group}, {reading}", *used)
            for end in ("least", "most"):
                found.count(
                    f"{name}_{end}",
                    row[end],
                    f"{end} safeguards of a power, {group}, {reading}",
                    *used,
                )
            for safeguard in limits.KEY:
                found.count(
                    f"{name}_{safeguard}",
                    row[safeguard],
                    f"powers that state it, {group}, {reading}",
                    *used,
                )
    for name, articles, meaning in (
        ("pipl_state_articles", _state_articles(frame), "written for state organs"),
        (
            "pipl_general_articles",
            _general_articles(frame),
            "for all handlers, on retention, necessity and erasure",
        ),
    ):
        found.words(
            name,
            ", ".join(articles),
            f"articles of the personal information law {meaning}",
            "provisions",
        )


def _state_articles(frame: pd.DataFrame) -> list[str]:
    law = provisions.restricting(frame)
    alone = law["is_binding_state"] & ~law["is_binding_private"]
    return list(law.loc[alone & law["instrument_id"].eq(_PIPL), "article"])


def _general_articles(frame: pd.DataFrame) -> list[str]:
    held = readings.general_in_china(frame)
    return [
        article
        for (instrument, article), safeguard in readings.GENERAL.items()
        if instrument == _PIPL and safeguard in held
    ]
