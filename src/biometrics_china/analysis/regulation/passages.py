"""From draft to adoption: how long it takes, for whom, and under which choices.

Time runs from the first draft that the public saw (or the first reading, or the Commission's
proposal) to adoption. A draft not adopted at the last day it was checked is censored there. A draft
that was withdrawn or superseded will never be adopted: it stays among those not adopted until the
last day on which any draft was checked. Drafts that one issuer showed and adopted on the same days,
such as the General Data Protection Regulation and the directive beside it, are one package and count
once. Only spells whose two dates were both read are used.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import durations, tables
from biometrics_china.analysis.regulation.dates import middle

GROUPS: dict[str, tuple[str, ...]] = {
    "Laws of the national legislature": ("npc",),
    "State Council regulations": ("state_council",),
    "Ministry and cyberspace rules": ("ministry",),
    "National standards": ("standards_body",),
    "Local congress rules": ("local",),
    "European Union": ("eu",),
}

#: acts of 2025 and 2026 that only amend or delay earlier EU acts
EU_AMENDING = ("eu-ai-omnibus", "eu-stopclock", "eu-omnibus1")


def spells(place: str = "middle", clock: str = "first") -> pd.DataFrame:
    """Return the spells whose dates were read: one row a draft.

    `place` says where in its month a date known by month stands (earliest, middle, latest); `clock`
    is ``first`` or ``alternative`` (for drafts with two defensible starts, such as the police
    punishments law). Columns: id, instrument_id, group, is_china, is_amendment, start, end, days,
    is_event, outcome, source_id. Raises ValueError for a spell that would end before it starts.
    """
    frame = tables.load("passages")
    events = tables.load("instrument_events").set_index("id")
    start_id = frame["start_event_id"]
    if clock == "alternative":
        start_id = frame["alt_start_event_id"].fillna(start_id)
    start, end = events.reindex(start_id), events.reindex(frame["end_event_id"])
    is_event = frame["outcome"].eq("adopted")
    read = start["verification"].eq("seen").to_numpy() & (
        end["verification"].eq("seen").to_numpy() | frame["end_event_id"].isna().to_numpy()
    )
    found = pd.DataFrame(
        {
            "id": frame["id"],
            "instrument_id": frame["instrument_id"],
            "group": frame["origin"].map({o: g for g, os in GROUPS.items() for o in os}),
            "is_china": frame["origin"].ne("eu"),
            "is_amendment": frame["is_amendment"].astype(bool),
            "start": _place(start["date"], place).to_numpy(),
            "end": _place(end["date"], place)
            .fillna(pd.to_datetime(frame["censored_on"]).set_axis(end.index))
            .to_numpy(),
            "is_event": is_event,
            "outcome": frame["outcome"],
            "source_id": _join(start["source_id"], end["source_id"]),
        }
    )[read].reset_index(drop=True)
    found.insert(7, "days", (found["end"] - found["start"]).dt.days)
    if (found["days"] < 0).any():
        raise ValueError(f"spells end before they start: {list(found.loc[found.days < 0, 'id'])}")
    return found


def _place(dates: pd.Series, place: str) -> pd.Series:
    functions = {"earliest": tables.earliest, "middle": middle, "latest": tables.latest}
    return functions[place](dates)


def _join(first: pd.Series, second: pd.Series) -> list[str]:
    pairs = zip(first, second, strict=True)
    return [";".join(dict.fromkeys(s for s in pair if isinstance(s, str))) for pair in pairs]


GONE = ("withdrawn", "superseded")


def units(frame: pd.DataFrame, *, packages: bool = True, never: bool = True) -> pd.DataFrame:
    """Return spells as they are counted: a package once, and what is gone as never adopted.

    Without `packages` each act counts by itself; without `never` what is gone is censored on the day
    on which it went, as if it might still have been adopted.
    """
    found = frame.drop_duplicates(["group", "start", "end"]) if packages else frame
    if not never:
        return found
    gone, until = found["outcome"].isin(GONE), (last_checked() - found["start"]).dt.days
    return found.assign(days=found["days"].mask(gone, until))


def last_checked() -> pd.Timestamp:
    """Return the last day on which a draft was checked."""
    days = tables.latest(tables.load("passages")["censored_on"].dropna())
    return pd.Timestamp(days.max()).normalize()


def sides(frame: pd.DataFrame) -> pd.Series:
    """Return which side each spell is of."""
    return frame["is_china"].map({True: "China", False: "European Union"})


def curves(frame: pd.DataFrame) -> pd.DataFrame:
    """Return Kaplan-Meier curves of China and the EU and of each Chinese issuer with 5 or more.

    `frame` is as from `units`. Columns: panel (China and the EU, By issuer in China), group, day,
    survival, low, high, at_risk, events, n. `survival` is the share of drafts not adopted.
    """
    whole = frame.assign(group=sides(frame))
    sizes = frame["group"].value_counts()
    large = [g for g in GROUPS if sizes.get(g, 0) >= 5 and g != "European Union"]
    panels = [
        ("China and the EU", whole, ["China", "European Union"]),
        ("By issuer in China", frame, large),
    ]
    parts = [
        _curve(data[data["group"].eq(group)]).assign(panel=panel, group=group)
        for panel, data, groups in panels
        for group in groups
    ]
    columns = ["panel", "group", "day", "survival", "low", "high", "at_risk", "events", "n"]
    return pd.concat(parts, ignore_index=True)[columns]


def _curve(frame: pd.DataFrame) -> pd.DataFrame:
    curve = durations.survival_curve(frame["days"], frame["is_event"])
    return curve.assign(n=len(frame))


def variants() -> dict[str, pd.DataFrame]:
    """Return the spells under each defensible choice; the first is the one used in the text."""
    read = spells()
    main = units(read)
    precise = tables.load("instrument_events").set_index("id")["precision"]
    starts = tables.load("passages").set_index("id")["start_event_id"]
    by_day = main["id"].map(starts).map(precise).eq("day")
    return {
        "Main reading": main,
        "Each act of a package by itself": units(read, packages=False),
        "Withdrawn drafts as if still open": units(read, never=False),
        "New instruments only": main[~main["is_amendment"]],
        "Later clock where a draft has two": units(spells(clock="alternative")),
        "Without the EU amending acts of 2025 and 2026": main[
            ~main["instrument_id"].isin(EU_AMENDING)
        ],
        "Without Chinese standards and local rules": main[
            ~main["group"].isin(["National standards", "Local congress rules"])
        ],
        "Start dates known to the day only": main[by_day],
    }
