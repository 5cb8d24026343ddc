"""The numbers that the chapter on faces, cameras and the joined file prints."""

from __future__ import annotations

import pandas as pd

from biometrics_china import origins, provenance, tables
from biometrics_china.analysis.faces import cameras, holdings, steps
from biometrics_china.numbers import Numbers

#: the platform of Xinjiang, as the table of the steps calls it
PLATFORM = "Platform of Xinjiang (IJOP)"
#: numbers of holdings that a sentence prints → name, unit
_HELD = {
    "bh-01": "fujian",
    "bh-02": "fujian_book",
    "bh-04": "national_goal",
    "ev-p013": "national_faces",
    "bh-17": "iris_xinjiang",
    "ev-w026": "iris_national",
    "bh-08": "positions",
    "bh-07": "payment",
    "bh-06": "sample_faces",
    "bh-19": "america_faces",
}


def numbers() -> Numbers:
    """Return all numbers of the chapter, in the order they are made."""
    found = Numbers("faces", ["camera_counts"])
    _cameras(found)
    _rates(found)
    _held(found.using("biometric_holdings", "collection_events"))
    _files(found.using("biometric_holdings"))
    _steps(found.using("joined_file_steps"))
    _groups(found.using("target_categories"))
    positions = provenance.read_rows("surveillance_positions")
    view = found.using("surveillance_positions")
    view.count("n_positions", positions, "positions")
    silent = positions[positions["answer"].eq("silent")]
    view.count("n_silent", silent, "of these no answer")
    return found


def _cameras(found: Numbers) -> None:
    frame, rows = cameras.numbers_of_cameras(), provenance.read_rows("camera_counts")
    found.count("n_cameras", frame, "numbers of cameras in China")
    official = frame[frame["kind"].eq("official_claim")]
    estimates = frame[frame["kind"].eq("estimate")]
    for name, part, at, digits, meaning in (
        ("cameras_low", frame, 0, 2, "lowest number, million"),
        ("cameras_high", frame, -1, 0, "highest number, million"),
        ("n_official", official, None, 0, "official numbers"),
        ("estimate_low", estimates, 0, 0, "lowest estimate, million"),
        ("estimate_high", estimates, -1, 0, "highest estimate, million"),
    ):
        if at is None:
            found.count(name, part, meaning)
            continue
        row = part.sort_values("million", kind="stable").iloc[at]
        found.decimal(name, _million(row), meaning, digits=digits)
    for name, key in (
        ("forecast", cameras.FORECAST),
        ("later", cameras.LATER),
        ("next", cameras.NEXT),
        ("start", "cc-02"),
        ("film", "cc-01"),
        ("police_2022", "cc-27"),
        ("last", "cc-29"),
    ):
        found.decimal(
            name, _million(frame[frame["id"].eq(key)].iloc[0]), f"{key}, million", digits=0
        )
    month = origins.cell(frame, "cc-33", "as_of")
    found.date("ministry_said", month, "month of the number of the ministry")
    exact = origins.cell(rows, "cc-19", "value")
    found.million("next_exact", exact, "the next forecast to the unit, million", digits=0)
    for name, key in (("forecast", cameras.FORECAST), ("later", cameras.LATER)):
        found.date(f"{name}_said", origins.cell(rows, key, "said_on"), f"day of {key}")
        year = origins.year(origins.cell(frame, key, "as_of"))
        found.words(f"{name}_year", year, f"year of {key}")
    year = origins.cell(frame, cameras.NEXT, "as_of")
    found.words("next_year", year, "year of the next forecast")
    found.count("n_retold", cameras.retold(frame), "media that gave the forecast as a count")
    unnamed = frame[frame["kind"].eq("unnamed")]
    found.count("n_unnamed", unnamed, "numbers without a maker")


def _million(row: pd.Series) -> origins.Origin:
    return origins.of(row["million"], row, how="“value”, in millions")


def _rates(found: Numbers) -> None:
    rates = cameras.people_for_each().set_index("maker")
    rows = provenance.read_rows("camera_counts")
    for name, maker in (("ihs", "IHS Markit"), ("precise", "Precisesecurity.com")):
        of_maker = rows[rows["maker"].eq(maker) & rows["metric"].isin(cameras.RATES)]
        for side, country in (("china", cameras.CHINA), ("america", cameras.AMERICA)):
            stated = of_maker[of_maker["country"].eq(country)]
            part = found.made_of(stated, how="as printed, or 100 / cameras for each 100 people")
            rate = rates.loc[maker, side]
            part.decimal(f"{name}_{side}", rate, f"people for each camera, {side}")


def _held(found: Numbers) -> None:
    frame = holdings.holdings()
    traits = holdings.of_traits(frame)
    found.count("n_held", traits, "numbers of faces, irises and voices in China")
    paper = traits[traits["kind"].isin(holdings.PAPER)]
    found.count("n_paper", paper, "of these on paper")
    own = provenance.by_id("biometric_holdings")["value"]
    known = pd.concat([frame.set_index("id")["value"], own[~own.index.isin(frame["id"])]])
    for row, name in _HELD.items():
        digits = 1 if known[row] % 1e6 else 0
        found.million(name, _known(known, row), f"{row}, million", digits=digits)
    found.count("voices", _known(known, "ev-p012"), "voices in Anhui")
    found.count("iris_urumqi", _known(known, "ev-w025"), "capacity for irises in Urumqi")
    nets = frame.set_index("id").loc["ev-w027"]
    for end, field, words in (("low", "low", "lower"), ("high", "value", "upper")):
        people = origins.of(nets[field], "ev-w027", how=f"“{words}”")
        found.million(f"tracked_{end}", people, f"people tracked, {words} end, million")


def _known(known: pd.Series, row: str) -> origins.Origin:
    return origins.of(known[row], row, how="its number")


def _files(found: Numbers) -> None:
    rows = provenance.by_id("biometric_holdings")
    for name, row, meaning in (
        ("photographs", "bh-10", "photographs in the Police Files"),
        ("detained", "bh-11", "people in them who had been detained"),
        ("detained_other", "bh-12", "the same by another report"),
        ("named", "bh-13", "people named in the files"),
        ("documents", "bh-14", "documents in the files"),
        ("scans", "bh-15", "face scans in a month"),
    ):
        found.count(name, origins.cell(rows, row, "value"), meaning)


def _steps(found: Numbers) -> None:
    frame = provenance.read_rows("joined_file_steps")
    grid = steps.grid(frame)
    systems = origins.of(len(grid), frame, how="different systems")
    found.count("n_systems", systems, "systems")
    found.count("n_records", frame, "records of steps")
    found.count("n_steps", origins.fixed(len(tables.vocabulary("file_step"))), "steps")
    platform = frame[frame["system"].eq(PLATFORM)]
    number = grid.set_index("system").loc[PLATFORM, "steps"]
    how = "different steps"
    found.count("n_platform", origins.of(number, platform, how=how), "steps of IJOP")
    others = grid[grid["system"].ne(PLATFORM)]
    most = others["steps"].max()
    behind = frame[frame["system"].isin(others.loc[others["steps"].eq(most), "system"])]
    found.count("n_next", origins.of(most, behind, how=how), "most steps of another system")
    elsewhere = frame[frame["system"].ne(PLATFORM)]
    paper = elsewhere[~elsewhere["evidence"].isin(steps.AT_WORK)]
    found.count("n_elsewhere", elsewhere, "records of steps elsewhere")
    found.count("n_elsewhere_paper", paper, "of these from plans, tenders and products")
    filing = frame[frame["step"].eq("file")]
    of_filing = origins.of(filing["system"].nunique(), filing, how="different systems")
    found.count("n_filing", of_filing, "that file")


def _groups(found: Numbers) -> None:
    frame = provenance.read_rows("target_categories")
    how = "different schemes"
    schemes = origins.of(frame["scheme"].nunique(), frame, how=how)
    found.count("n_schemes", schemes, "schemes and reports")
    for name in ("petitions", "religion"):
        part = frame[frame["theme"].eq(name)]
        naming = origins.of(part["scheme"].nunique(), part, how=how)
        found.count(f"n_{name}", naming, f"of these that name {name}")
