"""Where in the west collection is documented: places by prefecture, and programmes of whole regions.

Events are what somebody found and reported. A prefecture without one is not shown to be without
collection.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

#: the regions whose prefectures are all drawn
REGIONS = ("Xinjiang", "Tibet", "Qinghai")
#: how a programme of a whole region names its place
_WHOLE = {"Xinjiang": "Xinjiang", "Tibet Autonomous Region": "Tibet", "Qinghai": "Qinghai"}
DNA, IRIS, SEVERAL, RESEARCH, EXAMINATIONS = (
    "registration: DNA",
    "registration: iris scans",
    "registration or passports: several traits",
    "research: DNA or blood",
    "health examinations",
)
NAMED, UNNAMED, WHOLE = "place named", "place not named", "whole region"
_OTHERS = {"research_sampling": RESEARCH, "health_examinations": EXAMINATIONS}
#: programmes that are told of whole regions beside the map
_TOLD = ("health_examinations", "regional_registration")


def documented() -> pd.DataFrame:
    """Return the places of documented collection in the west, and the programmes of whole regions.

    Columns `id` (of the event), `province`, `prefecture` (empty for a whole region), `place`, `year`
    (of the start or, where that is unknown, of the end; missing without both), `kind` and `reach`. By
    region, then prefecture in the order of their table, then year; whole regions first.
    """
    frame = pd.concat([_whole_regions(), _linked()], ignore_index=True)
    order = [*REGIONS, *dict.fromkeys(frame["province"])]
    rank = frame["province"].map(order.index)
    return (
        frame.assign(rank=rank, place_rank=frame["prefecture"].map(_ranks()).fillna(-1))
        .sort_values(["rank", "place_rank", "reach", "year"], ignore_index=True, kind="stable")
        .drop(columns=["rank", "place_rank"])
    )


def prefectures() -> pd.DataFrame:
    """Return the units at the level of a prefecture: those of the regions and those of a record."""
    return provenance.read_rows("prefectures")


def links() -> pd.DataFrame:
    """Return each event and prefecture that belong together, with the name of the prefecture."""
    units = prefectures().rename(columns={"id": "prefecture_id", "name": "prefecture"})
    return provenance.read_rows("event_places").merge(
        units[["prefecture_id", "prefecture", "province", "is_prefecture"]], on="prefecture_id"
    )


def registered(frame: pd.DataFrame, *, is_named: bool) -> pd.DataFrame:
    """Return the rows of `documented` on registration or passports in one prefecture.

    Those that name the place if `is_named`, else those that say it of each prefecture too.
    """
    kept = frame["kind"].isin([DNA, IRIS, SEVERAL]) & frame["reach"].ne(WHOLE)
    return frame[kept & (frame["reach"].eq(NAMED) if is_named else True)]


def _ranks() -> dict[str, int]:
    return {name: rank for rank, name in enumerate(prefectures()["name"])}


def _linked() -> pd.DataFrame:
    events = provenance.read_rows("collection_events").rename(columns={"id": "event_id"})
    about = ["event_id", "place", "start", "end", "programme", "collected"]
    frame = links().drop(columns="id").merge(events[about], on="event_id")
    reach = frame["is_named"].map({True: NAMED, False: UNNAMED})
    return _tidy(frame.rename(columns={"event_id": "id"}).assign(reach=reach))


def _whole_regions() -> pd.DataFrame:
    """Return the first row of each programme that a whole region had; repeated numbers left out."""
    events = provenance.read_rows("collection_events")
    kept = events["place"].isin(_WHOLE) & events["programme"].isin(_TOLD)
    frame = events[kept & events["number_kind"].ne("restatement")]
    frame = frame.assign(province=frame["place"].map(_WHOLE), prefecture="", reach=WHOLE)
    return _tidy(frame.drop_duplicates(["province", "programme"]))


def _tidy(frame: pd.DataFrame) -> pd.DataFrame:
    known = frame["start"].fillna(frame["end"])
    return pd.DataFrame(
        {
            "id": frame["id"],
            "province": frame["province"],
            "prefecture": frame["prefecture"],
            "place": frame["place"],
            "year": known.str.slice(0, 4).astype("Float64"),
            "kind": frame.apply(_kind, axis=1),
            "reach": frame["reach"],
        }
    )


def _kind(event: pd.Series) -> str:
    """Return what an event took, and for what."""
    if event["programme"] in _OTHERS:
        return _OTHERS[event["programme"]]
    traits = set(event["collected"]) & set(tables.vocabulary("collected")) - {"registration"}
    return {("dna",): DNA, ("iris",): IRIS}.get(tuple(sorted(traits)), SEVERAL)
