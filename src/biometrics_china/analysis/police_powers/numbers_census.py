"""Numbers on the census by level of rule and on the exact test over instruments."""

from __future__ import annotations

from biometrics_china import tables
from biometrics_china.analysis.police_powers import association, census
from biometrics_china.numbers import Numbers

_USED = ("census", "corpora")
_KEYS = {
    "collects": "collects",
    "restricts handlers": "restricts",
    "restricts state bodies": "restricts_state",
    "defines a term": "defines",
}


def add_census(found: Numbers) -> None:
    """Add counts of provisions, instruments and documents, in all and level by level."""
    every = census.by_level()
    levels = every.drop_duplicates("level").to_dict("records")
    excluded = tables.load("census")["counted"].eq("excluded")
    for name, value, meaning in (
        ("census", every["provisions"].sum(), "provisions counted"),
        ("census_hand", every["added_by_hand"].sum(), "provisions added by hand"),
        ("census_excluded", excluded.sum(), "hits left out with a reason"),
        (
            "census_documents",
            sum(row["documents_searched"] for row in levels),
            "documents searched",
        ),
        (
            "census_instruments",
            sum(row["instruments"] for row in levels),
            "instruments with a counted provision",
        ),
        ("census_levels", len(levels), "levels of rule"),
    ):
        found.count(f"n_{name}", int(value), meaning, *_USED)
    for row in levels:
        level = row["level"]
        part = every[every["level"].eq(level)].set_index("group")["provisions"]
        found.count(f"census_{level}", int(part.sum()), f"provisions counted, {level}", *_USED)
        found.count(
            f"census_{level}_searched",
            row["documents_searched"],
            f"documents searched, {level}",
            *_USED,
        )
        found.count(
            f"census_{level}_instruments",
            row["instruments"],
            f"instruments with a counted provision, {level}",
            *_USED,
        )
        for group, key in _KEYS.items():
            found.count(f"census_{level}_{key}", int(part[group]), f"{group}: {level}", *_USED)
    totals = every.groupby("group")["provisions"].sum()
    for group, key in _KEYS.items():
        found.count(f"census_{key}", int(totals[group]), f"provisions, group: {group}", *_USED)
    collects = every[every["group"].eq("collects")].set_index("level_label")["provisions"]
    found.words(
        "census_collects_most",
        str(collects.idxmax()).lower(),
        "level with most provisions that let the state collect",
        *_USED,
    )


def add_association(found: Numbers) -> None:
    """Add the exact test in its main coding and its spread over the codings."""
    frame = association.under_codings()
    main = frame.iloc[0]
    for name in (*association.CELLS, "instruments"):
        found.count(f"test_{name}", int(main[name]), f"instruments, main coding: {name}", *_USED)
    found.count("n_codings", len(frame), "codings of the table", *_USED)
    found.p_value("test_p", float(main["p_value"]), "Fisher's exact test, main coding", *_USED)
    for end, value in (("min", frame["p_value"].min()), ("max", frame["p_value"].max())):
        found.decimal(
            f"test_p_{end}", float(value), f"{end}imum of p over the codings", *_USED, digits=2
        )
    found.count(
        "n_codings_below",
        int(frame["p_value"].lt(1 - association.LEVEL).sum()),
        "codings with p below one in twenty",
        *_USED,
    )
    by_ratio = frame.sort_values("ratio", kind="stable")
    lowest, highest = by_ratio.iloc[0], by_ratio.iloc[-1]
    without = frame[frame["coding"].eq(association.WITHOUT_LOCAL)].iloc[0]
    for name, row in (("", main), ("_min", lowest), ("_max", highest), ("_without_local", without)):
        found.words(
            f"test_ratio{name}",
            association.printed(float(row["ratio"])),
            f"odds ratio, coding: {row['coding']}",
            *_USED,
        )
    for end in ("low", "high"):
        found.words(
            f"test_ratio_{end}",
            association.printed(float(main[end])),
            f"{end}er bound of its exact interval, main coding",
            *_USED,
        )
