"""Who uses the technology matters: state and police users across surveys, and against firms.

Which answers stand beside each other follows from the data by rule, and from no list. The pairs compare
two answers of one survey in the same words, so the sample, the year and the country are the same. They
are read by sign only: a few surveys found by chance are no sample of surveys.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china.analysis.public_opinion import answers, heterogeneity

#: subject of a question on a public user → subject of the question on firms that can stand beside it
BESIDE = {"police_use": "commercial_use", "share_with_administration": "share_with_firms"}
STATE = ("police_use", "government_use")
ACCEPTING = ("favourable", "conditional")
#: an answer picked from a list of benefits is no acceptance
PICKED = "selected as"
#: shares that are printed as numbers, and not said in words
PRINTED = ("exact", "rounded")


def _whole(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the printed points of whole samples."""
    kept = frame["is_point"] & frame["subgroup"].isna() & frame["share"].notna()
    return frame[kept & ~frame["answer"].str.startswith(PICKED)]


def pairs(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each pair and user: a public one and a firm, largest gap first.

    A pair are two answers of one survey with the same words and direction, one to a question on the
    police or the administration and one to a question on firms. `frame` comes from `answers.joined`.
    Columns `id`, `pair`, `survey`, `region`, `user` (`Police or administration` or `Firms`), `share`,
    `low`, `high`, `is_rejection`, `gap` (points by which the public user is better accepted).
    """
    rows = [row for both in beside(frame).to_dict("records") for row in _pair(both)]
    columns = [
        "id",
        "pair",
        "survey",
        "region",
        "user",
        "share",
        "low",
        "high",
        "is_rejection",
        "gap",
    ]
    found = pd.DataFrame(rows, columns=columns)
    return found.sort_values("gap", ascending=False, ignore_index=True, kind="stable")


def beside(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the answers on a public user, and in columns ending in `_firm` that on firms beside it."""
    whole = _whole(frame)
    whole = whole[whole["share_kind"].isin(PRINTED)]
    public = whole[whole["construct"].isin(list(BESIDE))]
    return public.assign(beside=public["construct"].map(BESIDE)).merge(
        whole, left_on=["survey_id", "answer", "direction", "beside"],
        right_on=["survey_id", "answer", "direction", "construct"], suffixes=("", "_firm"),
    )  # fmt: skip


def _pair(row: dict[Any, Any]) -> list[tuple[Any, ...]]:
    rejects = row["direction"] == "unfavourable"
    gap = float(row["share"] - row["share_firm"]) * (-1 if rejects else 1)
    words = f"{row['places']}: {row['question']};\n{row['question_firm']}"
    named = words, row["name"], row["region"]
    users = ("Police or administration", ""), ("Firms", "_firm")
    return [
        (
            row[f"id{end}"],
            *named,
            user,
            float(row[f"share{end}"]),
            row[f"low{end}"],
            row[f"high{end}"],
            rejects,
            gap,
        )
        for user, end in users
    ]


def state_use(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the shares that accept use by police or government, highest first.

    One row a question on use by police or government, of the whole sample of a survey: its accepting
    answers, with conditions or without, are added. A question of which only the conditional answer is
    printed is left out, and a country of a survey whose whole is printed. Columns `id` (of the
    answers that are added), `answer`,
    `survey_id`, `region`, `share`, `low`, `high`, `n`, `is_point`.
    """
    rows = [
        _accepting(str(question), part)
        for (_, question), part in accepting(frame).groupby(["survey_id", "question"], sort=False)
    ]
    types = {"low": "Float64", "high": "Float64", "n": "Int64"}
    found = pd.DataFrame(rows).astype(types)
    return found.sort_values("share", ascending=False, ignore_index=True, kind="stable")


def accepting(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the answers that `state_use` adds up, question by question."""
    whole = _whole(frame)
    several = set(whole.loc[whole["country"].isna(), "instrument"])
    asked = whole[whole["construct"].isin(STATE) & whole["direction"].isin(ACCEPTING)]
    asked = asked[asked["country"].isna() | ~asked["instrument"].isin(several)]
    favourable = asked["direction"].eq("favourable")
    keys = [asked["survey_id"], asked["question"]]
    return asked[favourable.groupby(keys, sort=False).transform("any")]


def _accepting(question: str, parts: pd.DataFrame) -> dict[str, Any]:
    share, n = float(parts["share"].astype(float).sum()), parts["n"].iloc[0]
    found = answers.interval(share, int(n)) if pd.notna(n) else None
    return {
        "id": ";".join(parts["id"]),
        "answer": f"{_place(parts.iloc[0])}: {question}",
        "survey_id": parts["survey_id"].iloc[0],
        "region": parts["region"].iloc[0],
        "share": share,
        "low": min(found.low, share) if found else None,
        "high": max(found.high, share) if found else None,
        "n": n,
        "is_point": True,
    }


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
