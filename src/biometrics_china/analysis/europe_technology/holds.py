"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from biometrics_china.analysis.europe_technology import lists


def institute_alone_left() -> bool:
    """Return whether institute alone left."""
    moves = lists.changes(lists.acts())
    off = set(moves.loc[moves["change"].lt(0), "entity"])
    return off == {"Ministry of Public Security Institute of Forensic Science"}
