"""The swimlane timeline: when each instrument was drafted, adopted and took effect, by level."""

from __future__ import annotations

import heapq

import pandas as pd

from biometrics_china import provenance
from biometrics_china.analysis.regulation.dates import milestones

#: lanes of the timeline, from the top, and the levels of rule in each
LANES: dict[str, tuple[str, ...]] = {
    "National laws": ("law",),
    "State Council regulations": ("administrative_regulation",),
    "Ministerial rules": ("ministerial_rule",),
    "Plans, notices, campaigns": ("policy_document", "notice"),
    "Court and procuracy rules": ("judicial_interpretation",),
    "Standards": ("national_standard", "police_standard", "local_standard"),
    "Local regulations": ("local_regulation",),
    "Self-regulation": ("self_regulation",),
    "European Union": ("eu_regulation", "eu_directive", "eu_recommendation", "agreement"),
}

#: the drawing starts here; what ended its making earlier is background and only counted
START = pd.Timestamp("2007-01-01")

#: instruments that the figure names: those the text turns on
NAMED: dict[str, str] = {
    "cn-secguard-2009": "Security guards",
    "cn-ricl-2011": "Identity cards",
    "cn-cpl-2012": "Criminal procedure",
    "cn-ctl-2015": "Counter-terrorism",
    "cn-csl-2016": "Cybersecurity",
    "cn-pipl-2021": "Personal information (PIPL)",
    "cn-psapl-2025": "Police punishments",
    "cn-credit-2013": "Credit reporting",
    "cn-psvideo-2025": "Public video",
    "cn-netdata-2024": "Network data",
    "cn-frt-2025": "Face recognition",
    "cn-deepsynth-2022": "Deep synthesis",
    "cn-spc-frt-2021": "Face recognition cases",
    "cn-gbt35273-2020": "Information security specification",
    "cn-hz-property-2021": "Hangzhou property gates",
    "cn-xj-popreg-2017": "Xinjiang registration",
    "cn-traffick-2008": "Anti-trafficking plan",
    "cn-mps-dna-2009": "DNA sampling notice",
    "eu-gdpr": "GDPR",
    "eu-led": "Law Enforcement Directive",
    "eu-aiact": "AI Act",
}

_ONE_MODALITY = {"face": "face", "dna": "dna", "fingerprint": "fingerprint"}
_GAP = pd.Timedelta(days=75)  # room between two instruments in one row, so that marks do not touch
_LETTER = pd.Timedelta(days=52)  # room for one letter of a name at the figure's scale
_LAST_NAME = pd.Timestamp("2027-06-01")  # a name that would end later stands on the left


def instruments(read: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the instruments that were read, with their days, lane and group of modality.

    One row an instrument with at least one used date from a source that was read; drafts that
    never became law stand in the lane of the level their makers can pass. `read` are the read rows
    of the table, if they are coded otherwise than in it.
    """
    frame = provenance.read_rows("instruments") if read is None else read
    frame = frame.drop(columns="source_id")
    frame = frame.merge(milestones(), on="id").assign(effect=by_definition)
    frame["lane"] = [
        lane_of(level, origin)
        for level, origin in zip(frame["level"], frame["origin"], strict=True)
    ]
    frame["modality_group"] = frame["modalities"].map(modality_group)
    return frame


def names_a_trait(modalities: tuple[str, ...]) -> bool:
    """Return whether a rule names a trait of the body, or biometric data in general."""
    return bool(set(modalities) - {"none"})


def by_definition(frame: pd.DataFrame) -> pd.Series:
    """Return the effect of each instrument: other, whatever its code, if it names no trait.

    To widen is to give a power over biometric data or a duty to give them, to restrict is to set
    conditions to their use; a rule that names none does neither.
    """
    return frame["effect"].where(frame["modalities"].map(names_a_trait), "other")


def lane_of(level: str, origin: str) -> str | None:
    """Return the lane of a level of rule; a mere draft goes by its origin; None if it has no lane."""
    if level == "draft_only":
        by_origin = {
            "npc": "law",
            "state_council": "administrative_regulation",
            "eu": "eu_regulation",
        }
        level = by_origin.get(origin, "ministerial_rule")
    return next((lane for lane, levels in LANES.items() if level in levels), None)


def modality_group(modalities: tuple[str, ...]) -> str:
    """Return face, dna or fingerprint for a rule on that alone, else several or general."""
    named = [m for m in modalities if m not in ("generic", "none")]
    if not named:
        return "general"
    return _ONE_MODALITY.get(named[0], "several") if len(named) == 1 else "several"


def timeline() -> pd.DataFrame:
    """Return the frame of the timeline: one row an instrument, in lanes and packed rows.

    Columns: id, title_en, lane, row (from 0 within the lane), label and label_side (the name to
    print, empty for most), modality_group, effect, draft, final, effective (days to plot, missing
    if none), draft_date, final_date, effective_date (as read), status, source_id. Left out are
    instruments outside the lanes (rules of single member states) and those whose last date lies
    before `START`.
    """
    frame = instruments().dropna(subset=["lane"])
    frame = with_labels(frame[frame["last"] >= START])
    frame = frame.sort_values(["room_first", "id"], kind="stable")
    rooms = frame[["room_first", "room_last"]].set_axis(["first", "last"], axis=1)
    frame["row"] = pd.concat([pack(part) for _, part in rooms.groupby(frame["lane"])])
    frame["lane"] = pd.Categorical(frame["lane"], list(LANES), ordered=True)
    kept = [
        "id",
        "title_en",
        "lane",
        "row",
        "label",
        "label_side",
        "modality_group",
        "effect",
        "draft",
        "final",
        "effective",
        "draft_date",
        "final_date",
        "effective_date",
        "status",
        "source_id",
    ]
    return frame.sort_values(["lane", "first", "id"])[kept].reset_index(drop=True)


def with_labels(frame: pd.DataFrame) -> pd.DataFrame:
    """Add the printed name of each instrument, its side, and the room that mark and name take.

    Added columns: label (empty if not named), label_side (left or right), room_first, room_last.
    """
    label = frame["id"].map(NAMED).fillna("")
    room = label.str.len() * _LETTER
    left = frame["last"] + room > _LAST_NAME
    return frame.assign(
        label=label,
        label_side=left.map({True: "left", False: "right"}),
        room_first=(frame["first"] - room).where(left, frame["first"]),
        room_last=(frame["last"] + room).where(~left, frame["last"]),
    )


def pack(spans: pd.DataFrame) -> pd.Series:
    """Give each span the lowest row that is free, so that spans in a row do not touch.

    `spans` has columns first and last and is sorted by first; returns the rows from 0 with the same
    index. Greedy packing uses the least possible number of rows (interval graph colouring).
    """
    free: list[int] = []
    busy: list[tuple[pd.Timestamp, int]] = []
    rows: list[int] = []
    for first, last in zip(spans["first"], spans["last"], strict=True):
        while busy and busy[0][0] <= first:
            heapq.heappush(free, heapq.heappop(busy)[1])
        row = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (last + _GAP, row))
        rows.append(row)
    return pd.Series(rows, index=spans.index, dtype="int64")
