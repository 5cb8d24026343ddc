"""What could be done by whom, and what the sheet of each role holds."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.analysis.cooperation import lights, rules
from biometrics_china.analysis.cooperation.rules import Rule

Row = dict[Hashable, Any]

#: role → who is addressed by recommendations, and who asks the questions, in the codes of the tables
ADDRESSED: dict[str, tuple[str, ...]] = {"authorities": ("commission", "member_states")}
ASKS: dict[str, tuple[str, ...]] = {
    "universities": ("research", "all"),
    "funders": ("funder", "research", "all"),
    "journals": ("research", "all"),
    "police": ("police", "all"),
    "buyers": ("procurement", "all"),
    "firms": ("firm", "all"),
    "authorities": ("police", "procurement", "firm", "funder", "all"),
}


#: whose lists come first on a sheet
NEAREST = ("EU", "GB", "US", "CA", "JP", "CN")


@dataclass(frozen=True)
class Sheet:
    """What one role needs: pairs with `light`, rules, questions, recommendations, where to look."""

    role: str
    pairs: list[Row]
    rules: tuple[Rule, ...]
    questions: list[Row]
    recommendations: list[Row]
    lookups: list[Row]
    lists: list[Row]
    advisers: list[Row]


def recommendations() -> pd.DataFrame:
    """Return the recommendations by addressee and stage.

    Columns: `addressee`, `stage` (labels), `recommendation`, `finding` (id), `rows` (joined),
    `would_have_changed`, `source_id` (the sources of the rows, joined by semicolons).
    """
    frame = tables.load("recommendations")
    names, stages = (
        tables.vocabulary("cooperation_addressee"),
        tables.vocabulary("cooperation_stage"),
    )
    pairs = [[str(r).split("/") for r in rows] for rows in frame["rows"]]
    sources = [dict.fromkeys(provenance.source_of_row(t, i) for t, i in each) for each in pairs]
    return pd.DataFrame(
        {
            "addressee": frame["addressee"].map(names),
            "stage": frame["stage"].map(stages),
            "recommendation": frame["recommendation"],
            "finding": frame["finding"],
            "rows": [", ".join(rows) for rows in frame["rows"]],
            "would_have_changed": frame["would_have_changed"],
            "source_id": [";".join(each) for each in sources],
        }
    )


def roles() -> dict[str, str]:
    """Return the roles that have a sheet, with their labels."""
    return tables.vocabulary("cooperation_role")


def sheet(role: str) -> Sheet:
    """Return what the sheet of a role holds. Raises KeyError for a role without one."""
    label = roles()[role]
    frame = lights.cells().assign(light=list(lights.judged()["main"].map(lights.LIGHTS)))
    mine = frame[[role in concerned for concerned in frame["concerns"]]]
    found = tables.load("recommendations")
    addressed = ADDRESSED.get(role, (role,))
    return Sheet(
        label,
        mine.to_dict("records"),
        _rules(mine),
        _questions(role, mine),
        found[found["addressee"].isin(addressed)].to_dict("records"),
        _lookups(role),
        _lists(),
        provenance.read_rows("advisers").to_dict("records"),
    )


def _rules(mine: pd.DataFrame) -> tuple[Rule, ...]:
    """Return the binding rules of some pairs, each once."""
    references = dict.fromkeys(r for listed in mine["rules"] for r in listed)
    return tuple(rule for rule in rules.listed(references) if rule.is_binding)


def _questions(role: str, mine: pd.DataFrame) -> list[Row]:
    """Return the questions of some pairs that the role asks, by stage."""
    wanted = {q for asked in mine["questions"] for q in asked}
    frame = tables.load("cooperation_questions")
    kept = frame[frame["id"].isin(wanted) & frame["audience"].isin(ASKS[role])]
    order = kept["stage"].map(list(tables.vocabulary("cooperation_stage")).index)
    return kept.assign(order=order).sort_values(["order", "id"]).to_dict("records")


def _lookups(role: str) -> list[Row]:
    """Return what may have changed since it was read, for a role: those for all, and its own."""
    frame = provenance.read_rows("lookups")
    return frame[frame["whom"].isin(ASKS[role])].to_dict("records")


def _lists() -> list[Row]:
    """Return the official lists that have an address, the nearest first: one row an address.

    Each has `authority`, `names`, `address` and `read_to`, the earliest day up to which one was read.
    """
    frame = provenance.read_rows("lists").dropna(subset=["address"])
    order = frame["country"].map(NEAREST.index)
    frame = frame.assign(order=order).sort_values(["order", "id"])
    return [
        {
            "authority": part["authority"].iloc[0],
            "names": ", ".join(part["name"]) if len(part) < 3 else f"{len(part)} lists",
            "address": address,
            "read_to": part["read_to"].min(),
        }
        for address, part in frame.groupby("address", sort=False)
    ]
