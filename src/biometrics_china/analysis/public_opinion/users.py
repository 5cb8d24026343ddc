"""Who uses the technology matters: state and police users across surveys, and against firms.

The pairs compare two answers of one survey, so the sample, the year and the country are the same. They
are read by sign only: four or five surveys found by chance are no sample of surveys.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from biometrics_china.analysis.public_opinion import answers, heterogeneity


@dataclass(frozen=True)
class Pair:
    """Two answers of one survey on one scale, a public user and a firm."""

    public: str
    firm: str
    words: str
    is_rejection: bool = False


#: answers of the same survey, as near in wording as the survey allows
PAIRS = (
    Pair("sa-040", "sa-046", "Acceptable: police against threats; advertisers"),
    Pair("sa-041", "sa-043", "Trusted: police; advertisers"),
    Pair("sa-109", "sa-110", "Accepted: police and gendarmerie; private companies"),
    Pair("sa-053", "sa-054", "Would share face images: administration; companies"),
    Pair("sa-034", "sa-036", "Uncomfortable: police, in any case; shops", is_rejection=True),
)

#: answers that accept use by police or government; the parts of a question that are added up
STATE_USE = {
    "sa-040": "police may assess threats",
    "sa-048": "wide use by police is a good idea",
    "sa-095": "police vans with live face recognition",
    "sa-108": "finding a suspect or a missing child",
    "sa-109": "such tools for police and gendarmerie",
    "sa-079+sa-077": "authorities, freely or under conditions",
    "sa-062+sa-061": "government, freely or with limits",
    "sa-086+sa-087": "as many government cameras or more",
    "sa-090": "cameras in public",
}


def pairs(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each pair and user.

    `frame` comes from `answers.joined`. Columns `pair`, `survey`, `user` (`Police or administration`
    or `Firms`), `share`, `low`, `high`, `is_rejection`, `gap` (points by which the public user is
    better accepted, on the scale of shares).
    """
    by_id = {row["id"]: row for row in frame.to_dict("records")}
    rows = []
    for pair in PAIRS:
        public, firm = by_id[pair.public], by_id[pair.firm]
        if public["survey_id"] != firm["survey_id"]:
            raise ValueError(f"{pair.public} and {pair.firm} are answers of different surveys")
        gap = float(public["share"] - firm["share"]) * (-1 if pair.is_rejection else 1)
        for user, row in (("Police or administration", public), ("Firms", firm)):
            rows.append(
                {
                    "pair": pair.words,
                    "survey": row["name"],
                    "user": user,
                    "share": float(row["share"]),
                    "low": row["low"],
                    "high": row["high"],
                    "is_rejection": pair.is_rejection,
                    "gap": gap,
                }
            )
    return pd.DataFrame(rows)


def state_use(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the shares that accept use by police or government, highest first.

    Answers joined by a plus are exclusive answers to one question and are added; the interval is
    that of the sum. Columns `answer`, `survey_id`, `region`, `share`, `low`, `high`, `n`, `is_point`.
    """
    by_id = frame.set_index("id")
    rows = []
    for ids, words in STATE_USE.items():
        parts = by_id.loc[ids.split("+")]
        if parts["survey_id"].nunique() != 1:
            raise ValueError(f"{ids} are answers of different surveys")
        share, n = float(parts["share"].astype(float).sum()), parts["n"].iloc[0]
        found = answers.interval(share, int(n)) if pd.notna(n) else None
        rows.append(
            {
                "answer": f"{_place(parts.iloc[0])}: {words}",
                "survey_id": parts["survey_id"].iloc[0],
                "region": parts["region"].iloc[0],
                "share": share,
                "low": min(found.low, share) if found else None,
                "high": max(found.high, share) if found else None,
                "n": n,
                "is_point": True,
            }
        )
    types = {"low": "Float64", "high": "Float64", "n": "Int64"}
    found_rows = pd.DataFrame(rows).astype(types)
    return found_rows.sort_values("share", ascending=False, ignore_index=True, kind="stable")


def _place(row: pd.Series) -> str:
    """Return the country, or several, and the year in which fieldwork ended."""
    place = row["places"] if pd.notna(row["country"]) else answers.SEVERAL
    return f"{place} {str(row['end'])[:4]}"


def with_prediction(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame of `state_use` with `next_low` and `next_high`, the same in every row.

    They say where one more answer from the same spread would lie (see `heterogeneity`).
    """
    found = heterogeneity.of(frame)
    return frame.assign(next_low=found.low, next_high=found.high)
