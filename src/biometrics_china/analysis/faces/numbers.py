"""The numbers that the chapter on faces, cameras and the joined file prints."""

from __future__ import annotations

import pandas as pd

from biometrics_china import formulas, origins, provenance, tables
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
        found.million(name, origins.field(row, "value"), meaning, digits=digits)
    for name, key in (
        ("forecast", cameras.FORECAST),
        ("later", cameras.LATER),
        ("next", cameras.NEXT),
        ("start", "cc-02"),
        ("film", "cc-01"),
        ("police_2022", "cc-27"),
        ("last", "cc-29"),
    ):
        stated = origins.cell(frame, key, "value")
        found.million(name, stated, f"cameras, million: {_whose(frame, key)}", digits=0)
    month = origins.cell(frame, "cc-33", "as_of")
    found.date("ministry_said", month, "month of the number of the ministry")
    exact = origins.cell(rows, "cc-19", "value")
    found.million("next_exact", exact, "the next forecast to the unit, million", digits=0)
    for name, key in (("forecast", cameras.FORECAST), ("later", cameras.LATER)):
        said = f"when it was said: {_whose(frame, key)}"
        found.date(f"{name}_said", origins.cell(rows, key, "said_on"), said)
        year = origins.year(origins.cell(frame, key, "as_of"))
        found.words(f"{name}_year", year, f"year it speaks of: {_whose(frame, key)}")
    year = origins.cell(frame, cameras.NEXT, "as_of")
    found.words("next_year", year, "year of the next forecast")
    found.count("n_retold", cameras.retold(frame), "media that gave the forecast as a count")
    unnamed = frame[frame["kind"].eq("unnamed")]
    found.count("n_unnamed", unnamed, "numbers without a maker")


def _whose(frame: pd.DataFrame, row: str) -> str:
    """Return who gave a number of cameras and what kind of number it is."""
    of_row = frame.set_index("id").loc[row]
    return f"{of_row['who']}, {tables.vocabulary('camera_kind')[str(of_row['kind'])].lower()}"


def _rates(found: Numbers) -> None:
    rows = provenance.read_rows("camera_counts")
    for name, maker in (("ihs", "IHS Markit"), ("precise", "Precisesecurity.com")):
        of_maker = rows[rows["maker"].eq(maker) & rows["metric"].isin(cameras.RATES)]
        for side, country in (("china", cameras.CHINA), ("america", cameras.AMERICA)):
            stated = of_maker[of_maker["country"].eq(country)]
            rate = origins.field(stated.iloc[0], "value")
            of_people = stated["metric"].iloc[0] == "people_per_camera"
            people = rate if of_people else 100 / rate
            found.decimal(f"{name}_{side}", people, f"people for each camera, {side}")


def _held(found: Numbers) -> None:
    frame = holdings.holdings()
    traits = holdings.of_traits(frame)
    found.count("n_held", traits, "numbers of faces, irises and voices in China")
    paper = traits[traits["kind"].isin(holdings.PAPER)]
    found.count("n_paper", paper, "of these on paper")
    for row, name in _HELD.items():
        number = _known(row)
        digits = 1 if number.value % 1e6 else 0
        found.million(name, number, f"{_of_what(frame, row)}, million", digits=digits)
    found.count("voices", _known("ev-p012"), "voices in Anhui")
    found.count("iris_urumqi", _known("ev-w025"), "capacity for irises in Urumqi")
    events = provenance.by_id("collection_events")
    for end, words in (("low", "lower"), ("high", "upper")):
        people = origins.cell(events, "ev-w027", words)
        found.million(f"tracked_{end}", people, f"people tracked, {words} end, million")


def _of_what(frame: pd.DataFrame, row: str) -> str:
    """Return what a holding is a number of, who holds it, and what kind of number it is."""
    rows = (
        frame.set_index("id") if row in [*frame["id"]] else provenance.by_id("biometric_holdings")
    )
    kind = "kind" if "kind" in rows else "number_kind"
    unit, holder, code = rows.loc[row, ["unit", "holder", kind]]
    return f"{unit}, {holder}: {tables.vocabulary('number_kind')[str(code)].lower()}"


def _known(row: str) -> origins.Origin:
    """Return the number of a holding, or of the collection event that stands for one."""
    own = provenance.by_id("biometric_holdings")
    if row in own.index:
        return origins.cell(own, row, "value")
    return origins.cell(provenance.by_id("collection_events"), row, "number")


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
    found.count("n_systems", origins.distinct(frame, "system"), "systems")
    found.count("n_records", frame, "records of steps")
    found.count("n_steps", origins.fixed(len(tables.vocabulary("file_step"))), "steps")
    platform = frame[frame["system"].eq(PLATFORM)]
    found.count("n_platform", origins.distinct(platform, "step"), "steps of IJOP")
    others = grid[grid["system"].ne(PLATFORM)]
    of_most = others.loc[others["steps"].eq(others["steps"].max()), "system"]
    taken = [origins.distinct(frame[frame["system"].eq(system)], "step") for system in of_most]
    found.count("n_next", formulas.most(taken), "most steps of another system")
    elsewhere = frame[frame["system"].ne(PLATFORM)]
    paper = elsewhere[~elsewhere["evidence"].isin(steps.AT_WORK)]
    found.count("n_elsewhere", elsewhere, "records of steps elsewhere")
    found.count("n_elsewhere_paper", paper, "of these from plans, tenders and products")
    filing = frame[frame["step"].eq("file")]
    found.count("n_filing", origins.distinct(filing, "system"), "that file")


def _groups(found: Numbers) -> None:
    frame = provenance.read_rows("target_categories")
    found.count("n_schemes", origins.distinct(frame, "scheme"), "schemes and reports")
    for name in ("petitions", "religion"):
        part = frame[frame["theme"].eq(name)]
        found.count(f"n_{name}", origins.distinct(part, "scheme"), f"of these that name {name}")
