"""What the code makes of an exhibit: its files, its printed rows, its sources; each made once.

A notebook shows an exhibit, the page shows it, the gallery lists it and the site offers it for
download. All of them take it from here. A build makes it in the process of the chapter and hands it
over to the process that writes the pages (`hand_over`); elsewhere it is made when first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from biometrics_china import exhibits, observing, provenance
from biometrics_china.exhibit import Exhibit
from biometrics_china.figures import export, marks, narrow
from biometrics_china.figures.marks import Mark


@dataclass(frozen=True)
class Made:
    """One exhibit as the code makes it.

    `files` has the bytes by ending: ``csv``, and for figures ``svg``, ``dark.svg``, ``png`` and the
    two of the drawing for narrow screens, ``narrow.svg`` and ``narrow.dark.svg``; `rows`
    are the printed cells of a table (none for a figure); `tables` are the tables of the codebook
    that were handed out while it was made; `sources` are ids of sources; `marks` say which mark of a
    drawing stands for which row of the frame.
    """

    files: dict[str, bytes]
    rows: tuple[tuple[str, ...], ...]
    tables: tuple[str, ...]
    sources: tuple[str, ...]
    marks: tuple[Mark, ...] = ()

    def digests(self) -> dict[str, str]:
        """Return ending → SHA-256 of the frame and, of a figure, of the drawing for light pages."""
        return {e: export.digest(self.files[e]) for e in ("csv", "svg") if e in self.files}


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
    named: tuple[Mark, ...] = ()
    with observing.observed() as asked:
        frame = exhibit.frame()
        files = {"csv": export.csv(frame)}
        if exhibit.draw:
            light, named = export.drawing(exhibit, frame)
            files |= {"svg": light, "dark.svg": export.dark(light)}
            files |= {"png": export.png(exhibit, frame)}
            with narrow.drawn():
                light, others = export.drawing(exhibit, frame)
            files |= {"narrow.svg": light, "narrow.dark.svg": export.dark(light)}
            named = marks.joined(named, others)
    names = tuple(name for kind, _, name in (a.partition(" ") for a in asked) if kind == "table")
    rows = () if exhibit.draw else printed_rows(exhibit, frame)
    return Made(files, rows, names, provenance.sources_of_frame(frame, names), named)


def printed_table(exhibit: Exhibit, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of a table exhibit that are printed, under their printed heads."""
    chosen = frame[list(exhibit.columns)].rename(columns=exhibit.columns)
    return chosen.astype(object).where(chosen.notna(), "").astype(str)


def printed_rows(exhibit: Exhibit, frame: pd.DataFrame) -> tuple[tuple[str, ...], ...]:
    """Return the cells of `printed_table`, row by row."""
    return tuple(printed_table(exhibit, frame).itertuples(index=False, name=None))
