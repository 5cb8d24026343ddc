"""The one survey that put the same question in China and in Europe: acceptance in four countries.

The press reports print the shares and the number of respondents in all, not by country. The interval
is therefore computed for a size that is said: an equal part of the total, divided by a design effect.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables
from biometrics_china.analysis.public_opinion import answers

SURVEY = "four-country-2019"
EFFECTS = (1.0, 2.0, 3.0)
#: second reports of an answer that another row holds
REPEATS = ("sa-009", "sa-012", "sa-024", "sa-116")


def acceptance(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each country and design effect, most accepting country first.

    `frame` comes from `answers.joined`. Columns `place`, `share`, `effect`, `n_assumed` (an equal
    part of the floor given for all countries together), `low`, `high`; first the `id` of the answer.
    """
    survey = frame[frame["instrument"].eq(SURVEY)]
    by_country = survey[survey["country"].notna()].sort_values(
        "share", ascending=False, kind="stable"
    )
    total = int(survey.loc[survey["country"].isna(), "n"].iloc[0])
    each = total // len(by_country)
    rows = []
    for row in by_country.to_dict("records"):
        for effect in EFFECTS:
            found = answers.interval(float(row["share"]), int(each / effect))
            rows.append(
                (row["id"], row["places"], float(row["share"]), effect, each, found.low, found.high)
            )
    return pd.DataFrame(
        rows, columns=["id", "place", "share", "effect", "n_assumed", "low", "high"]
    )


def kept(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `answers.joined` that `chinese_answers` shows."""
    part = frame[frame["region"].eq(answers.CHINA) & frame["sampling"].eq("opt_in")]
    part = part[~part["construct"].isin(["use", "notice", "government_use"])]
    return part[~part["id"].isin(REPEATS)]


def chinese_answers(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what open questionnaires in China found on worries, control and use, highest first.

    Columns `id`, `survey`, `answer`, `label` (subject), `share`, `low`, `high`, `share_kind`; bounds
    that the source gives as more than or fewer than stand in `share` and are marked by `share_kind`, a
    range stands in `low` and `high`.
    """
    labels = tables.vocabulary("construct")
    drawn = kept(frame)
    found = pd.DataFrame(
        {
            "id": drawn["id"],
            "survey": drawn["name"],
            "answer": drawn["question"].where(
                drawn["answer"].eq("yes"), drawn["question"].str.cat(drawn["answer"], sep=": ")
            ),
            "label": drawn["construct"].map(labels),
            "share": drawn["share"],
            "low": drawn["low"].fillna(drawn["low_pct"] / 100),
            "high": drawn["high"].fillna(drawn["high_pct"] / 100),
            "share_kind": drawn["share_kind"],
        }
    )
    order = found["share"].fillna(found["low"])
    return found.loc[order.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)
