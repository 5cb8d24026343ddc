"""What the code makes of an exhibit: its files, its printed rows, its sources; each made once.

A chapter shows an exhibit, the page repeats it, the gallery lists it and the site offers it for
download. All of them take it from here. A build makes it in the kernel of the chapter and hands it
over to the process that writes the pages (`hand_over`); elsewhere it is made when first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from biometrics_china import exhibits, provenance
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import export


@dataclass(frozen=True)
class Made:
    """One exhibit as the code makes it.

    `files` has the bytes by ending: ``csv``, and for figures ``svg``, ``dark.svg``, ``png``; `rows`
    are the printed cells of a table (none for a figure); `sources` are ids of sources.
    """

    files: dict[str, bytes]
    rows: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...]


#: exhibits that were made in another process, by id
_handed_over: dict[str, Made] = {}


def hand_over(made: dict[str, Made]) -> None:
    """Let `of` return these exhibits from now on, in place of making them."""
    _handed_over.update(made)
    of.cache_clear()


@cache
def of(exhibit_id: str) -> Made:
    """Return an exhibit with all that is made of it. Raises KeyError for an unknown id."""
    if exhibit_id in _handed_over:
        return _handed_over[exhibit_id]
    _, _, exhibit = exhibits.get(exhibit_id)
    frame = frame_of(exhibit_id)
    files = {"csv": csv_of(exhibit_id)}
    if exhibit.draw:
        light = svg_of(exhibit_id)
        files |= {"svg": light, "dark.svg": export.dark(light), "png": export.png(exhibit, frame)}
    rows = () if exhibit.draw else printed_rows(exhibit, frame)
    return Made(files, rows, provenance.sources_of_exhibit(exhibit, frame))


def files_of(exhibit_id: str) -> dict[str, bytes]:
    """Return the files of an exhibit by ending."""
    return of(exhibit_id).files


@cache
def frame_of(exhibit_id: str) -> pd.DataFrame:
    """Return the frame of an exhibit, computed once; not to be changed."""
    return exhibits.get(exhibit_id)[2].frame()


@cache
def csv_of(exhibit_id: str) -> bytes:
    """Return the frame of an exhibit as CSV."""
    return export.csv(frame_of(exhibit_id))


@cache
def svg_of(exhibit_id: str) -> bytes:
    """Return the drawing of a figure for light pages."""
    return export.svg(exhibits.get(exhibit_id)[2], frame_of(exhibit_id))


def printed_table(exhibit: Exhibit, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of a table exhibit that are printed, under their printed heads."""
    chosen = frame[list(exhibit.columns)].rename(columns=exhibit.columns)
    return chosen.astype(object).where(chosen.notna(), "").astype(str)


def printed_rows(exhibit: Exhibit, frame: pd.DataFrame) -> tuple[tuple[str, ...], ...]:
    """Return the cells of `printed_table`, row by row."""
    return tuple(printed_table(exhibit, frame).itertuples(index=False, name=None))
