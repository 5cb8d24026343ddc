"""The safeguards under other readings of what counts as a rule for the police.

The grid of `safeguards` asks for special rules in China and takes the Law Enforcement Directive,
which is general law for the police, as a row of its own in the European Union. A critic may ask for
the same yardstick on both sides. Either general law is left out everywhere, or it is read into
every power: the personal information law into Chinese ones, the directive into European ones.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from biometrics_china.analysis.police_powers import provisions as provisions_module
from biometrics_china.analysis.police_powers.provisions import CHINA, current
from biometrics_china.analysis.police_powers.safeguards import (
    DRAFTS,
    EUROPE,
    IN_FORCE,
    LEFT,
    NOT_STATED,
    STATED,
    grid,
    powers,
)

#: general law of the European Union for the police
DIRECTIVE = "eu-led"

#: article of general law of China → the safeguard it holds for all handlers, read charitably
GENERAL: dict[tuple[str, str], str] = {
    ("cn-pipl-2021", "19"): "retention_limit",
    ("cn-pipl-2021", "28"): "strict_necessity",
    ("cn-pipl-2021", "47"): "erasure",
}

AS_DRAWN = "As drawn: special rules in China, the directive as a row of its own"
SPECIAL = "Special rules only, on both sides"
READ_IN = "General law read into every power, on both sides"


def general_in_china(frame: pd.DataFrame) -> set[str]:
    """Return the safeguards that general law in force in China holds and that reach state organs.

    `frame` is as from `provisions.provisions`; an article that is not coded as reaching state
    organs counts for nothing.
    """
    law = current(frame)
    law = law[law["side"].eq(CHINA) & law["is_binding_state"]]
    coded = set(zip(law["instrument_id"], law["article"], strict=True))
    return {safeguard for article, safeguard in GENERAL.items() if article in coded}


def read_in(frame: pd.DataFrame, held: Mapping[str, set[str]]) -> pd.DataFrame:
    """Return the grid with the safeguards of general law stated too.

    They fill cells where special law is silent or leaves the point to national law. `held` maps
    groups of powers to the safeguards of their general law.
    """
    extra = [
        safeguard in held.get(group, set())
        for group, safeguard in zip(frame["group"], frame["safeguard"], strict=True)
    ]
    silent = frame["value"].isin([NOT_STATED, LEFT])
    return frame.assign(value=frame["value"].mask(silent & pd.Series(extra, frame.index), STATED))


def summary(frame: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Return, per group, how many safeguards its powers state, and how many state each.

    Columns: group, powers, least, median, most (safeguards of a power), and a count of powers for
    each name in `names`.
    """
    stated = frame.assign(is_stated=frame["value"].eq(STATED))
    tally = stated.groupby(["group", "power_id"])["is_stated"].sum().groupby("group")
    counts = stated.pivot_table(
        index="group", columns="safeguard", values="is_stated", aggfunc="sum"
    )
    table = pd.DataFrame(
        {
            "powers": tally.size(),
            "least": tally.min(),
            "median": tally.median(),
            "most": tally.max(),
        }
    )
    return table.join(counts.reindex(columns=names).astype(int)).reset_index()


def printed(least: float, most: float) -> str:
    """Return a range of counts as it is printed: ``1 to 4``, or ``5 each`` where all are equal."""
    return f"{least:.0f} to {most:.0f}" if least < most else f"{most:.0f} each"


def readings(
    drawn: pd.DataFrame | None = None,
    instrument: pd.Series | None = None,
    provisions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the summary of `summary` under each reading, for powers in force.

    `instrument` maps power ids to instruments. Columns: reading, group, powers, least, median,
    most, spread (printed), and per safeguard the number of powers that have it.
    """
    drawn = grid() if drawn is None else drawn
    instrument = powers().set_index("id")["instrument_id"] if instrument is None else instrument
    provisions = provisions_module.provisions() if provisions is None else provisions
    drawn = drawn[drawn["group"].ne(DRAFTS)]
    names = list(drawn["safeguard"].unique())
    is_directive = drawn["power_id"].map(instrument).eq(DIRECTIVE)
    special = drawn[~is_directive]
    directive = set(drawn.loc[is_directive & drawn["value"].eq(STATED), "safeguard"])
    general = {IN_FORCE: general_in_china(provisions), EUROPE: directive}
    parts = {AS_DRAWN: drawn, SPECIAL: special, READ_IN: read_in(special, general)}
    summaries = [summary(part, names).assign(reading=words) for words, part in parts.items()]
    table = pd.concat(summaries, ignore_index=True)
    spread = [
        f"{printed(a, c)} (median {b:g})" if a < c else printed(a, c)
        for a, b, c in zip(table["least"], table["median"], table["most"], strict=True)
    ]
    return table.assign(spread=spread)[
        ["reading", "group", "powers", "least", "median", "most", "spread", *names]
    ]
