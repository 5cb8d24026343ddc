"""Answers as a frame."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import pandas as pd

from biometrics_china import metadata, observing, place
from biometrics_china.register import index
from biometrics_china.register.answers import COLUMNS, Register, rows
from biometrics_china.register.reading.bad import BadNames, is_empty, wrong


def of_names(names: Iterable[str | None]) -> pd.DataFrame:
    """Return the rows of many names (see `register.screen`)."""
    register = _register()
    found = [
        row for line, name in _given(names) for row in rows(register.asked(line, name), register)
    ]
    frame = pd.DataFrame(found, columns=list(COLUMNS)).astype("str")
    frame["line"] = frame["line"].astype("Int64")
    frame["records"] = frame["records"].mask(frame["records"].eq(""), "0").astype("Int64")
    return frame


def _given(names: Iterable[str | None]) -> Iterable[tuple[int, str]]:
    """Yield place and text of each name that is one. Raises BadNames."""
    for line, given in enumerate(names, 1):
        name = "" if pd.isna(given) else str(given).strip()
        if is_empty(name):
            continue
        if why := wrong(name):
            raise BadNames(f"name {line} {why}")
        yield line, name


@observing.kept
def _register() -> Register:
    about = metadata.read(place.root() / metadata.NAME)
    return Register(
        index.make(), about.printed_version, about.date, datetime.datetime.now(datetime.UTC)
    )
