"""Whom each coded provision binds, lets off or empowers: the coding article by article, and counts.

The provisions were picked because they bear on biometrics or on the police; they are not a sample.
Counts and shares therefore describe this coding and carry no sampling interval. `bound_choices`
shows how far the shares move under other defensible ways of counting.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

#: functions of a provision that restrict somebody
RESTRICTS = ("private_or_general_restriction", "state_restriction")

#: the five marks of the matrix: column of the codebook → printed head
MARKS: dict[str, str] = {
    "is_binding_private": "binds private handlers",
    "is_binding_state": "reaches state organs",
    "has_police_exemption": "carve-out police can use",
    "grants_police_power": "lets the state collect or access",
    "opens_to_other_law": "yields to other law",
}

#: blocks of the matrix, in the order they are drawn
BLOCKS = (
    "China: texts without a power to collect or access",
    "China: texts with a power to collect or access",
    "European Union",
)

#: printed where a provision has a property
YES = "yes"

CHINA, EU = "China", "European Union"

_PAST = ("superseded", "repealed", "expired", "withdrawn", "not_adopted", "pending")


def provisions() -> pd.DataFrame:
    """Return the provisions that were read, with what is needed of their instruments."""
    return with_instruments(provenance.read_rows("provisions"), tables.load("instruments"))


def with_instruments(frame: pd.DataFrame, instruments: pd.DataFrame) -> pd.DataFrame:
    """Add `title_en`, `side` (China or European Union), `level`, `origin` and two flags.

    `frame` has `instrument_id` and `version`. A provision or power `is_current` if its text is
    final and its instrument has not lapsed, been replaced or stayed a draft; `is_uncertain` marks
    those that count as current although it was not read whether they still are. Raises ValueError
    that names an instrument that is not in `instruments`.
    """
    known = instruments.set_index("id")
    unknown = sorted(set(frame["instrument_id"]) - set(known.index))
    if unknown:
        raise ValueError(f"no instrument {', '.join(unknown)}")
    place = frame["instrument_id"]
    return frame.assign(
        title_en=place.map(known["title_en"]),
        side=place.map(known["jurisdiction"]).eq("CN").map({True: CHINA, False: EU}),
        level=place.map(known["level"]),
        origin=place.map(known["origin"]),
        is_current=frame["version"].eq("final") & ~place.map(known["status"]).isin(_PAST),
        is_uncertain=place.map(known["status"]).eq("unclear"),
    )


def current(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the provisions of current law; drafts and lapsed texts are left out."""
    return frame[frame["is_current"]].reset_index(drop=True)


def restricting(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the provisions of current law that restrict somebody."""
    frame = current(frame)
    return frame[frame["function"].isin(RESTRICTS)].reset_index(drop=True)


def matrix(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the matrix of current provisions, each once, in the order in which it is drawn.

    Columns: id, block, instrument_id, title_en, is_uncertain, article, topic, the marks of `MARKS`
    (boolean), function, source_id. A block is the European Union, or China parted by whether the
    instrument holds a power. Within a block the instruments with most provisions come first.
    """
    frame = current(provisions() if frame is None else frame)
    with_power = frame.groupby("instrument_id")["grants_police_power"].transform("any")
    block = with_power.map({True: BLOCKS[1], False: BLOCKS[0]})
    block = block.mask(frame["side"].eq(EU), BLOCKS[2])
    size = frame.groupby("instrument_id")["id"].transform("size")
    frame = frame.assign(block=pd.Categorical(block, BLOCKS, ordered=True), size=-size)
    frame = frame.sort_values(["block", "size", "instrument_id", "article_order", "id"])
    kept = [
        "id",
        "block",
        "instrument_id",
        "title_en",
        "is_uncertain",
        "article",
        "topic",
        *MARKS,
        "function",
        "source_id",
    ]
    return frame[kept].astype({"block": str}).reset_index(drop=True)


def joined(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the matrix with the articles of an instrument that have the same marks in one line.

    `frame` is as from `matrix`. Columns: block, instrument_id, title_en, is_uncertain, articles (a
    list in the order of the text), topic (of a lone article, else empty), rows (their places in
    `frame`) and the marks. Articles
    without any mark, such as definitions, are left out. Lines stand in the order of their first
    article.
    """
    frame = frame.assign(row=frame.index)[frame[list(MARKS)].any(axis=1)]
    keys = ["block", "instrument_id", "title_en", "is_uncertain", *MARKS]
    lines = (
        frame.groupby(keys, sort=False)
        .agg(articles=("article", list), topic=("topic", "first"), rows=("row", list))
        .reset_index()
    )
    return lines.assign(topic=lines["topic"].where(lines["articles"].str.len().eq(1), ""))


def openings(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the current provisions that yield to other law, with what they say.

    Columns: side, title_en, article, topic, paraphrase, carve_out (``yes`` where police can use one
    in the same article, else empty), source_id.
    """
    frame = current(provisions() if frame is None else frame)
    frame = frame[frame["opens_to_other_law"]]
    frame = frame.sort_values(["side", "instrument_id", "article_order", "id"])
    frame = frame.assign(carve_out=frame["has_police_exemption"].map({True: YES, False: ""}))
    kept = ["side", "title_en", "article", "topic", "paraphrase", "carve_out", "source_id"]
    return frame[kept].reset_index(drop=True)
