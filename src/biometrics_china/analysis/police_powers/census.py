"""The census: every provision that names a human body trait, found by words in a corpus of rules.

The corpora are collections of texts as they were found, not samples of Chinese law, and the words
searched decide what is found. A provision counts if it is `counted`; articles that were added by
hand because the words miss them are kept apart.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

#: levels of rule from the highest
LEVELS = (
    "law",
    "administrative_regulation",
    "ministerial_rule",
    "judicial_interpretation",
    "local_regulation",
)

#: what a provision does: groups as drawn → functions of the codebook; all others are "other"
GROUPS: dict[str, tuple[str, ...]] = {
    "collects": ("state_collection",),
    "restricts handlers": ("private_or_general_restriction",),
    "restricts state bodies": ("state_restriction",),
    "defines a term": ("definition",),
}
OTHER = "other"


def hits(census: pd.DataFrame | None = None, corpora: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the provisions found or added, with `level`, `group` and `instrument`.

    Excluded rows are left out. `instrument` is the instrument's id, or its title where it has none.
    Columns: id, level, group, instrument, article, function, counted, source_id. Raises ValueError
    for a level that has no place in `LEVELS`.
    """
    census = provenance.read_rows("census") if census is None else census
    corpora = provenance.read_rows("corpora") if corpora is None else corpora
    frame = census[census["counted"].ne("excluded")]
    levels = frame["corpus_id"].map(corpora.set_index("id")["level"])
    if not levels.isin(LEVELS).all():
        raise ValueError(f"census: no place for level {sorted(set(levels) - set(LEVELS))}")
    groups = {function: group for group, functions in GROUPS.items() for function in functions}
    frame = frame.assign(
        level=levels,
        group=frame["function"].map(groups).fillna(OTHER),
        instrument=frame["instrument_id"].fillna(frame["instrument_title"]),
    )
    kept = ["id", "level", "group", "instrument", "article", "function", "counted", "source_id"]
    return frame[kept].reset_index(drop=True)


def by_level(
    frame: pd.DataFrame | None = None, corpora: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return, per level and group, the provisions counted and those added by hand.

    Columns: level, level_label, group, provisions, added_by_hand, instruments (with a counted
    provision, at the level), documents_searched, source_id. All groups stand at all levels.
    """
    frame = hits(corpora=corpora) if frame is None else frame
    corpora = provenance.read_rows("corpora") if corpora is None else corpora
    of_level = corpora.set_index("level")
    counted, added = (frame[frame["counted"].eq(c)] for c in ("counted", "hand_addition"))
    every = pd.MultiIndex.from_product([LEVELS, [*GROUPS, OTHER]], names=["level", "group"])
    table = pd.DataFrame(
        {
            "provisions": counted.groupby(["level", "group"]).size().reindex(every, fill_value=0),
            "added_by_hand": added.groupby(["level", "group"]).size().reindex(every, fill_value=0),
        }
    ).reset_index()
    instruments = counted.groupby("level")["instrument"].nunique()
    table.insert(1, "level_label", table["level"].map(tables.vocabulary("level")))
    return table.assign(
        instruments=table["level"].map(instruments).fillna(0).astype(int),
        documents_searched=table["level"].map(of_level["documents_searched"]).astype(int),
        source_id=table["level"].map(of_level["source_id"]),
    )
