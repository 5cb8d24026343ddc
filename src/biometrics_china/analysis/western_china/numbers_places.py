"""Numbers on the places of documented collection."""

from __future__ import annotations

from biometrics_china import origins
from biometrics_china.analysis.western_china import places
from biometrics_china.numbers import Numbers


def add_places(found: Numbers) -> None:
    """Add how many prefectures there are, and in how many a place is documented."""
    units = places.prefectures()
    units = units[units["province"].isin(places.REGIONS) & units["is_prefecture"]]
    found.using("prefectures").count("n_prefectures", units, "prefectures of the three regions")
    links, part = places.links(), found.using("event_places")
    frame = places.documented()
    for name, is_named, meaning in (
        ("n_registered", True, "prefectures with a named place of registration"),
        ("n_registered_most", False, "prefectures with a place of registration, named or not"),
    ):
        events = places.registered(frame, is_named=is_named)
        rows = links[links["event_id"].isin(events["id"]) & links["is_prefecture"]]
        part.count(name, origins.distinct(rows, "prefecture_id"), meaning)
    part.count("n_marks", links, "marks in the tiles of prefectures")
    unnamed = links[~links["is_named"]]
    part.count("n_unnamed", unnamed, "prefectures in which a drive is reported without its place")
