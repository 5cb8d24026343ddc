"""Police powers of some European states, asked the same nine questions as the Chinese ones.

The states and powers are those whose texts could be read; they are no sample and no survey. Where the
text that would state a safeguard was not read, the cell is empty, and counts give the least and the
most that it leaves open.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import countries, provenance, tables
from biometrics_china.analysis.police_powers import limits, safeguards
from biometrics_china.analysis.police_powers.safeguards import (
    IN_FORCE,
    NOT_APPLICABLE,
    NOT_STATED,
    STATED,
)

STATES, UNREAD = "European states", "unread"


def powers() -> pd.DataFrame:
    """Return the European powers that were read, one row each."""
    return provenance.read_rows("national_powers")


def grid(coded: pd.DataFrame | None = None, cells: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the cells of the powers in force in China and in European states, as they are drawn.

    Columns as of `safeguards.grid`; a cell whose text was not read has the value `UNREAD`.
    """
    coded = powers() if coded is None else coded
    cells = tables.load("national_safeguards") if cells is None else cells
    named = coded.assign(label=coded["label"].map(_spelt_out)).set_index("id")
    named = named[["label", "source_id"]]
    frame = cells[cells["power_id"].isin(named.index)].join(named, on="power_id")
    value = frame["value"].fillna(UNREAD)
    stated = value.eq(STATED).groupby(frame["power_id"]).transform("sum")
    asked = value.isin([STATED, NOT_STATED]).groupby(frame["power_id"]).transform("sum")
    order = {name: place for place, name in enumerate(tables.vocabulary("safeguard"))}
    frame = frame.assign(
        group=STATES, value=value, stated=stated, asked=asked, is_uncertain=False,
        place=frame["safeguard"].map(order),
    ).sort_values(["label", "place"], kind="stable")  # fmt: skip
    china = safeguards.grid()
    china = china[china["group"].eq(IN_FORCE)]
    return pd.concat([china, frame[china.columns]], ignore_index=True)


def _spelt_out(label: str) -> str:
    """Return a label with the name of its country in place of the two letters it begins with."""
    letters, _, rest = label.partition(", ")
    return f"{countries.name(letters)}, {rest}"


def like_for_like(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return, for each safeguard, how many powers state it on either side.

    Columns: safeguard (label), china, china_of, least, most (European ones; the most counts unread
    texts as stating it), states_of. Powers to which a safeguard does not apply are left out of both
    totals.
    """
    frame = grid() if frame is None else frame
    rows = []
    for name, label in tables.vocabulary("safeguard").items():
        part = frame[frame["safeguard"].eq(name) & frame["value"].ne(NOT_APPLICABLE)]
        sides = [part.loc[part["group"].eq(side), "value"] for side in (IN_FORCE, STATES)]
        china, states = (side.eq(STATED).sum() for side in sides)
        most = states + sides[1].eq(UNREAD).sum()
        rows.append((name, label, china, len(sides[0]), states, most, len(sides[1])))
    columns = ["key", "safeguard", "china", "china_of", "least", "most", "states_of"]
    return pd.DataFrame(rows, columns=columns)


def outside(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the rows of `like_for_like` that limit a power from outside or over time.

    `frame` as there; what most European powers state comes first.
    """
    found = like_for_like(frame)
    found = found[found["key"].isin(limits.KEY)]
    return found.sort_values("least", ascending=False, kind="stable", ignore_index=True)


def printed() -> pd.DataFrame:
    """Return `like_for_like` as the table prints it: safeguard, china, states."""
    frame = like_for_like()
    ranges = [
        f"{least}" if least == most else f"{least} to {most}"
        for least, most in zip(frame["least"], frame["most"], strict=True)
    ]
    return pd.DataFrame(
        {
            "safeguard": frame["safeguard"],
            "china": [
                f"{n} of {of}" for n, of in zip(frame["china"], frame["china_of"], strict=True)
            ],
            "states": [f"{n} of {of}" for n, of in zip(ranges, frame["states_of"], strict=True)],
        }
    )
