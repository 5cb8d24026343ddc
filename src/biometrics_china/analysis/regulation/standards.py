"""Who drafts the standards: police bodies and bodies that were put on United States lists.

The standards are those whose list of drafting bodies could be read, not a sample drawn by a rule, and
a list that is complete is all there is of it. So shares stand without an interval.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.register.entities import entity_ids, first_listings

POLICE = "police_body"
NEAR_POLICE = ("police_body", "police_affiliated_firm")
#: committees that also write the standards of the police (GA): a police body is there by construction
POLICE_SIDE = ("MPS", "TC100/SC2")


def seats() -> pd.DataFrame:
    """Return one row a drafting body and standard, with what is known of the body.

    Columns: id, standard_id, number, committee, modality, is_complete (list of the standard), name,
    body_type, is_police, is_listed (on a United States list at any time up to the last record),
    source_id.
    """
    drafters = provenance.read_rows("standard_drafters")
    standards = tables.load("standards").set_index("id")
    unnamed = standards["modality"] + " standard, number not kept"
    standards["number"] = standards["number"].fillna(unnamed)
    listed = us_listed()
    return pd.DataFrame(
        {
            "id": drafters["id"],
            "standard_id": drafters["standard_id"],
            "number": drafters["standard_id"].map(standards["number"]),
            "committee": drafters["standard_id"].map(standards["committee"]),
            "modality": drafters["standard_id"].map(standards["modality"]),
            "is_complete": drafters["standard_id"].map(standards["list_status"]).eq("complete"),
            "name": drafters["name_en"].fillna(drafters["name_zh"]),
            "body_type": drafters["body_type"],
            "is_police": drafters["body_type"].eq(POLICE),
            "is_listed": [bool(listed.keys() & set(entity_ids(n))) for n in drafters["name_zh"]],
            "source_id": drafters["source_id"],
        }
    )


def us_listed() -> dict[str, str]:
    """Return the bodies on any United States list at any time: id → day of the first entry."""
    rows = provenance.read_rows("listings")
    return first_listings(rows[rows["country"].eq("US")])


def shares_by_standard(held: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return, per standard, the bodies named and how many are police bodies or listed in the US.

    Columns: id, number, committee, modality, is_complete, bodies, police, listed, police_share,
    listed_share, source_id. Sorted by share of police bodies. A truncated list has counts and no
    shares: what is cut off may differ. `held` are the `seats`, for those who have them.
    """
    rows = []
    for _, part in (seats() if held is None else held).groupby("standard_id", sort=True):
        first = part.iloc[0]
        row = {"id": first["standard_id"]}
        row |= {name: first[name] for name in ("number", "committee", "modality", "is_complete")}
        row["bodies"] = len(part)
        for name in ("police", "listed"):
            count = int(part[f"is_{name}"].sum())
            row[name] = count
            if first["is_complete"]:
                row[f"{name}_share"] = count / len(part)
        row["source_id"] = first["source_id"]
        rows.append(row)
    frame = pd.DataFrame(rows)
    order = ["is_complete", "police_share", "police", "number"]
    return frame.sort_values(
        order, ascending=[False, False, False, True], ignore_index=True, kind="stable"
    )


OUTSIDE = "Standards with at least one, complete lists, committees outside the police"


def overall(held: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the shares over all standards, under each way of counting.

    Columns: measure, body (police or listed), successes, total, share. The measures: standards with
    at least one such body (complete lists; all lists; complete lists of committees that are not on
    the side of the police), and seats held (complete lists; all lists; police with
    police-affiliated firms). `held` as for `shares_by_standard`.
    """
    frame = seats() if held is None else held
    complete = frame[frame["is_complete"]]
    near = complete.assign(is_police=complete["body_type"].isin(NEAR_POLICE))
    cases = [
        ("Standards with at least one, complete lists", complete, True),
        ("Standards with at least one, all lists read", frame, True),
        (OUTSIDE, complete[~complete["committee"].isin(POLICE_SIDE)], True),
        ("Seats, complete lists", complete, False),
        ("Seats, all lists read", frame, False),
        ("Seats, complete lists, firms of the police counted as police", near, False),
    ]
    rows = []
    for measure, data, per_standard in cases:
        for body in ("police", "listed"):
            flags = data[f"is_{body}"]
            flags = flags.groupby(data["standard_id"]).any() if per_standard else flags
            rows.append((measure, body, int(flags.sum()), len(flags), float(flags.mean())))
    return pd.DataFrame(rows, columns=["measure", "body", "successes", "total", "share"])


def matrix(at_least: int = 3) -> pd.DataFrame:
    """Return who sits in which standard, for the bodies named in `at_least` standards or more.

    Columns: id, name, kind (police, listed or other), standards (how many), number, modality,
    is_complete (list of that standard), source_id. One row a body and standard.
    """
    frame = seats().drop_duplicates(["name", "standard_id"])
    counts = frame.groupby("name")["standard_id"].transform("nunique")
    frame = frame.assign(standards=counts)[counts >= at_least]
    kind = (
        frame["is_listed"].map({True: "listed", False: "other"}).mask(frame["is_police"], "police")
    )
    frame = frame.assign(kind=kind).sort_values(
        ["standards", "name", "number"], ascending=[False, True, True], ignore_index=True
    )
    kept = ["id", "name", "kind", "standards", "number", "modality", "is_complete", "source_id"]
    return frame[kept]
