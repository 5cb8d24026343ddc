"""How many Chinese rules widen what the state may collect, and how many restrict handlers, by year."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from biometrics_china import edition, observing, tables
from biometrics_china.analysis.regulation import timeline
from biometrics_china.analysis.regulation.dates import half_stood

WIDENS, RESTRICTS = "widens_state_power", "restricts_handlers"


def _binds(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["is_binding"].astype(bool)]


def _on_both_sides(frame: pd.DataFrame) -> pd.DataFrame:
    rules = _binds(frame)
    both = rules["effect"].eq("both")
    sides = [rules[both].assign(effect=effect) for effect in (WIDENS, RESTRICTS)]
    return pd.concat([rules[~both], *sides], ignore_index=True)


MAIN = "Binding rules"
#: which of the adopted instruments count, the main reading first; each names a trait of the body
READINGS: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    MAIN: _binds,
    "Binding rules, national ones alone": lambda frame: _binds(frame[frame["place"].isna()]),
    "Binding rules, those that do both on both sides": _on_both_sides,
    "Standards, plans and notices too, without texts of firms": lambda frame: frame[
        frame["level"].ne("self_regulation")
    ],
    "All instruments": lambda frame: frame,
}


def adopted(read: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the Chinese instruments that became law, with the `year` in which they count.

    That is the year of adoption or publication, or of effect where only that date was read. `read`
    as for `timeline.instruments`.
    """
    frame = timeline.instruments(read)
    frame = frame[frame["jurisdiction"].eq("CN") & frame["level"].ne("draft_only")]
    day = frame["final"].fillna(frame["effective"])
    return frame.assign(year=day.dt.year).dropna(subset=["year"])


def by_year(
    until: int | None = None,
    read: pd.DataFrame | None = None,
    reading: str = MAIN,
    rules: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return how many Chinese instruments of each effect were adopted by the end of each year.

    Columns: year, effect, adopted (in that year), cumulative. What was adopted after `until`, if
    not given the last year that was over on the day of the book, is not yet counted. Years without
    any are filled with zero. Technical standards and other instruments, which do neither, stand
    together under ``technical``. `read` as for `timeline.instruments`; `reading` is of `READINGS`;
    `rules` are those of `adopted`, for those who have them.
    """
    frame = READINGS[reading](adopted(read) if rules is None else rules)
    frame = frame[frame["year"] <= (edition.last_full_year() if until is None else until)]
    years = range(int(frame["year"].min()), int(frame["year"].max()) + 1)
    effects = [effect for effect in tables.vocabulary("effect") if effect != "other"]
    counts = pd.crosstab(frame["year"].astype(int), frame["effect"].replace("other", "technical"))
    counts = counts.reindex(index=years, columns=effects, fill_value=0)
    long = (
        counts.rename_axis(index="year")
        .reset_index()
        .melt("year", var_name="effect", value_name="adopted")
    )
    long["cumulative"] = long.groupby("effect")["adopted"].cumsum()
    return long.astype({"year": int, "adopted": int, "cumulative": int})


def crossing(table: pd.DataFrame) -> int:
    """Return the last year at whose end as many rules widened as restricted, or more.

    `table` is as from `by_year`.
    """
    wide = table.pivot(index="year", columns="effect", values="cumulative")
    return int(wide.index[wide[WIDENS] >= wide[RESTRICTS]].max())


def choices() -> pd.DataFrame:
    """Return the counts under each of `READINGS`, the main one first.

    Columns: reading, widening, half_widening (year by which half of them stood), restricting,
    half_restricting, crossing (last year-end with as many widening ones, or more).
    """
    return _choices().copy()


@observing.kept
def _choices() -> pd.DataFrame:
    rows, every = [], adopted()
    for reading in READINGS:
        table = by_year(reading=reading, rules=every)
        sides = half_stood(table, WIDENS), half_stood(table, RESTRICTS)
        rows.append((reading, *sides[0], *sides[1], crossing(table)))
    columns = ["widening", "half_widening", "restricting", "half_restricting", "crossing"]
    return pd.DataFrame(rows, columns=["reading", *columns])
