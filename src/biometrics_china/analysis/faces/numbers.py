"""The numbers that the chapter on faces, cameras and the joined file prints."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
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
    positions = steps.positions()
    found.using("surveillance_positions").count("n_positions", len(positions), "positions")
    silent = positions["answer"].eq(tables.vocabulary("position_answer")["silent"])
    found.using("surveillance_positions").count("n_silent", silent.sum(), "of these no answer")
    return found


def _cameras(found: Numbers) -> None:
    frame = cameras.numbers_of_cameras()
    rows = frame.set_index("id")
    found.count("n_cameras", len(frame), "numbers of cameras in China")
    found.decimal("cameras_low", frame["million"].min(), "lowest number, million", digits=2)
    found.decimal("cameras_high", frame["million"].max(), "highest number, million", digits=0)
    found.count("n_official", frame["kind"].eq("official_claim").sum(), "official numbers")
    estimates = frame[frame["kind"].eq("estimate")]["million"]
    found.decimal("estimate_low", estimates.min(), "lowest estimate, million", digits=0)
    found.decimal("estimate_high", estimates.max(), "highest estimate, million", digits=0)
    for name, row in (
        ("forecast", cameras.FORECAST),
        ("later", cameras.LATER),
        ("next", cameras.NEXT),
        ("start", "cc-02"),
        ("film", "cc-01"),
        ("police_2022", "cc-27"),
        ("last", "cc-29"),
    ):
        found.decimal(name, rows.loc[row, "million"], f"{row}, million", digits=0)
    found.date("ministry_said", rows.loc["cc-33", "as_of"], "month of the number of the ministry")
    exact = provenance.by_id("camera_counts").loc["cc-19", "value"]
    found.million("next_exact", exact, "the next forecast to the unit, million", digits=0)
    for name, row in (("forecast", cameras.FORECAST), ("later", cameras.LATER)):
        found.date(f"{name}_said", rows.loc[row, "said"], f"day of {row}")
        found.words(f"{name}_year", str(rows.loc[row, "as_of"])[:4], f"year of {row}")
    found.words("next_year", rows.loc[cameras.NEXT, "as_of"], "year of the next forecast")
    found.count("n_retold", len(cameras.retold(frame)), "media that gave the forecast as a count")
    found.count("n_unnamed", frame["kind"].eq("unnamed").sum(), "numbers without a maker")


def _rates(found: Numbers) -> None:
    rates = cameras.people_for_each().set_index("maker")
    for name, maker in (("ihs", "IHS Markit"), ("precise", "Precisesecurity.com")):
        for side in ("china", "america"):
            found.decimal(
                f"{name}_{side}", rates.loc[maker, side], f"people for each camera, {side}"
            )


def _held(found: Numbers) -> None:
    frame = holdings.holdings()
    traits = holdings.of_traits(frame)
    found.count("n_held", len(traits), "numbers of faces, irises and voices in China")
    found.count("n_paper", traits["kind"].isin(holdings.PAPER).sum(), "of these on paper")
    own = provenance.by_id("biometric_holdings")["value"]
    known = pd.concat([frame.set_index("id")["value"], own[~own.index.isin(frame["id"])]])
    for row, name in _HELD.items():
        digits = 1 if known[row] % 1e6 else 0
        found.million(name, known[row], f"{row}, million", digits=digits)
    found.count("voices", known["ev-p012"], "voices in Anhui")
    found.count("iris_urumqi", known["ev-w025"], "capacity for irises in Urumqi")
    nets = frame.set_index("id").loc["ev-w027"]
    found.million("tracked_low", nets["low"], "people tracked, lower end, million")
    found.million("tracked_high", nets["value"], "people tracked, upper end, million")


def _files(found: Numbers) -> None:
    rows = provenance.by_id("biometric_holdings")["value"]
    found.count("photographs", rows["bh-10"], "photographs in the Police Files")
    found.count("detained", rows["bh-11"], "people in them who had been detained")
    found.count("detained_other", rows["bh-12"], "the same by another report")
    found.count("named", rows["bh-13"], "people named in the files")
    found.count("documents", rows["bh-14"], "documents in the files")
    found.count("scans", rows["bh-15"], "face scans in a month")


def _steps(found: Numbers) -> None:
    frame = provenance.read_rows("joined_file_steps")
    grid = steps.grid(frame)
    found.count("n_systems", len(grid), "systems")
    found.count("n_records", len(frame), "records of steps")
    found.count("n_steps", len(tables.vocabulary("file_step")), "steps")
    found.count("n_platform", grid.set_index("system").loc[PLATFORM, "steps"], "steps of IJOP")
    others = grid[grid["system"].ne(PLATFORM)]
    found.count("n_next", others["steps"].max(), "most steps of another system")
    elsewhere = frame[frame["system"].ne(PLATFORM)]
    paper = ~elsewhere["evidence"].isin(steps.AT_WORK)
    found.count("n_elsewhere", len(elsewhere), "records of steps elsewhere")
    found.count("n_elsewhere_paper", paper.sum(), "of these from plans, tenders and products")
    found.count("n_filing", frame.loc[frame["step"].eq("file"), "system"].nunique(), "that file")


def _groups(found: Numbers) -> None:
    frame = provenance.read_rows("target_categories")
    found.count("n_schemes", frame["scheme"].nunique(), "schemes and reports")
    for name, theme in (("petitions", "petitions"), ("religion", "religion")):
        part = frame.loc[frame["theme"].eq(theme), "scheme"].nunique()
        found.count(f"n_{name}", part, f"of these that name {name}")
