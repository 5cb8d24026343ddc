"""What the law of each side asks before police data go to the other.

The European side is the law of the Union, of the United Kingdom and of the Council of Europe. Rules of
Interpol bind both and are counted on neither side.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables

#: the sides whose provisions are European, by their codes
EUROPE = ("eu", "gb", "coe")
#: demands for leave of an authority
APPROVAL = ("central_approval", "local_approval", "origin_approval")


def matrix(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each provision and demand, and one with an empty demand where there is none.

    Columns: `id`, `side`, `provision` (instrument and article), `demand` (labels, empty if none),
    `names_biometrics`, `source_id`; in the order of the table.
    """
    sides = tables.vocabulary("rule_side")
    demands = tables.vocabulary("transfer_demand")
    rows = [
        {
            "id": row["id"],
            "side": sides[str(row["side"])],
            "provision": f"{row['instrument']}, {_article(str(row['article']))}",
            "demand": demands[demand] if demand else "",
            "names_biometrics": row["biometrics"] == "named",
            "source_id": row["source_id"],
        }
        for row in frame.to_dict("records")
        for demand in (list(row["demands"] or ()) or [""])
    ]
    return pd.DataFrame(rows)


def _article(article: str) -> str:
    return article if article.startswith("recital") else f"art. {article}"


def by_side(frame: pd.DataFrame) -> pd.DataFrame:
    """Return counts of provisions: `side` (label), `provisions`, `named`, and one column a demand.

    The counts describe the provisions that were read and are no measure of how strict a side is.
    """
    sides, demands = tables.vocabulary("rule_side"), tables.vocabulary("transfer_demand")
    each = frame.explode("demands")
    asked = pd.crosstab(each["side"], each["demands"]).reindex(columns=list(demands), fill_value=0)
    named = frame["biometrics"].eq("named").groupby(frame["side"]).agg(["size", "sum"])
    named.columns = pd.Index(["provisions", "named"])
    counts = named.join(asked).reindex(list(sides)).fillna(0).astype(int)
    return counts.rename(index=sides).rename_axis("side").reset_index()


def by_part(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `provisions`, `approval` and `rights` by part: ``china`` and ``europe``.

    `approval` counts provisions that ask for leave of an authority, `rights` those that ask for regard
    to rights of the person.
    """
    part = frame["side"].map(dict.fromkeys(EUROPE, "europe") | {"china": "china"})
    asked = [set(demands or ()) for demands in frame["demands"]]
    each = pd.DataFrame(
        {
            "part": part,
            "provisions": 1,
            "approval": [bool(a & set(APPROVAL)) for a in asked],
            "rights": ["person_rights" in a for a in asked],
        }
    )
    return each.groupby("part")[["provisions", "approval", "rights"]].sum().astype(int)
