"""Sets of pictures of people: who is in them, who in China used them, and use after their withdrawal.

The papers were picked by others from those that cite a set, and read one by one. How they were picked
was not read, so no interval is computed for other papers.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import countries, provenance

#: the year in which the two followed sets were withdrawn, in June
WITHDRAWN = 2019


def sets(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the counted sets by year.

    Columns: `name`, `made_by`, `people` (printed), `recorded`, `withdrawn`, `users`, `note`,
    `source_id`.
    """
    rows = frame[frame["is_counted"]].sort_values(["recorded", "id"])
    said = {"about": "about ", "up_to": "nearly "}
    people = [f"{said.get(q, '')}{n:,.0f}" for q, n in rows[["qualifier", "people"]].to_numpy()]
    return pd.DataFrame(
        {
            "name": rows["name"],
            "made_by": rows["made_by"],
            "people": people,
            "recorded": rows["recorded"],
            "withdrawn": rows["withdrawn"],
            "users": [", ".join(u or ()) for u in rows["chinese_users"]],
            "note": rows["note"],
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def uses(frame: pd.DataFrame) -> pd.DataFrame:
    """Return papers by set and year.

    Columns: `id`, `name`, `year`, `examined`, `used`, `source_id`, `share`, `is_after`. The last
    marks the years after the one in which the sets were withdrawn.
    """
    rows = frame.sort_values(["name", "year"], ignore_index=True)
    columns = ["id", "name", "year", "examined", "used", "source_id"]
    found = rows[columns].astype({"year": int, "examined": int, "used": int})
    return found.assign(
        share=found["used"] / found["examined"], is_after=found["year"].gt(WITHDRAWN)
    )


def after(frame: pd.DataFrame) -> dict[str, int]:
    """Return papers of the years after the withdrawal: `examined`, and of these that `used` a set."""
    rows = frame[frame["is_after"]]
    return {"examined": int(rows["examined"].sum()), "used": int(rows["used"].sum())}


def of_package() -> pd.DataFrame:
    """Return `uses` for the table of the package."""
    return uses(provenance.read_rows("training_set_uses"))


def in_europe(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the counted sets whose pictures were taken in a European country."""
    kept = frame["is_counted"] & frame["country"].isin([*countries.MEMBERS, "GB"])
    return frame[kept].reset_index(drop=True)
