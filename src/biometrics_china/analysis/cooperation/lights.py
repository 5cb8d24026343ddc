"""The light of each pair of partner and activity by one written rule, and under other readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from biometrics_china import tables
from biometrics_china.analysis.cooperation import evidence, rules
from biometrics_china.analysis.cooperation.evidence import Fact
from biometrics_china.analysis.methods import codings

#: lights, the most open first → what is printed
LIGHTS = {"go": "go", "conditions": "only with conditions", "stop": "stop"}


def light(*, is_forbidden: bool, has_harm: bool, is_checkable: bool, is_bound: bool) -> str:
    """Return the light by the written rule of the chapter.

    Stop: a rule in force forbids it, or harm is documented and the decisive question cannot be
    answered from papers. Only with conditions: harm is documented, or the question cannot be answered,
    or a binding rule in force bears on it. Go: none of these.
    """
    if is_forbidden or (has_harm and not is_checkable):
        return "stop"
    return "conditions" if has_harm or not is_checkable or is_bound else "go"


@dataclass(frozen=True)
class Reading:
    """One way to read the rule: which harm counts, of how many works, what is stop or checkable."""

    label: str
    counts: Callable[[Fact], bool] = lambda _: True
    works: int = 1
    harm_is_enough: bool = False
    part_is_enough: bool = False
    all_is_checkable: bool = False
    one_reader_is_enough: bool = False


READINGS: dict[str, Reading] = {
    "main": Reading("as written"),
    "european": Reading(
        "looser: harm with somebody in Europe in it alone", lambda f: f.is_european
    ),
    "two_works": Reading("looser: harm told in two works at least", works=2),
    "not_poor": Reading(
        "looser: harm not read in reports or on weak hosts", lambda f: not f.is_poor
    ),
    "either": Reading(
        "looser: a question counts as checkable where one of two readers held it so",
        one_reader_is_enough=True,
    ),
    "papers": Reading("looser: every question counts as checkable", all_is_checkable=True),
    "harm": Reading("stricter: harm is enough for stop", harm_is_enough=True),
    "part": Reading("stricter: a ban on a part is enough for stop", part_is_enough=True),
}


def cells() -> pd.DataFrame:
    """Return the table of pairs, with partner and activity in the order of their vocabularies."""
    frame = tables.load("cooperation_cells")
    order = [list(tables.vocabulary(f"cooperation_{c}")) for c in ("partner", "activity")]
    keys = frame["partner"].map(order[0].index) * 100 + frame["activity"].map(order[1].index)
    return frame.iloc[keys.argsort(kind="stable")].reset_index(drop=True)


def checkable_twice() -> pd.DataFrame:
    """Return whether the question of each pair (index: its id) is checkable: `first`, `second`.

    The first reader wrote the table; the second saw each question alone. Both as they judged, before
    a difference was resolved.
    """
    readers = {"first": codings.coded_first, "second": codings.coded_second}
    coded = {name: read("cooperation_cells").set_index("id") for name, read in readers.items()}
    both = pd.DataFrame({name: frame["is_checkable"] for name, frame in coded.items()})
    return both.loc[list(cells()["id"])].astype(bool)


def _light(cell: Mapping[Any, Any], reading: Reading) -> str:
    """Return the light of a row of the table of pairs under one reading."""
    harms = [fact for fact in evidence.facts(cell["harms"]) if reading.counts(fact)]
    has_harm = evidence.standing(harms)["works"] >= reading.works
    whole, part = (rules.listed(cell[c]) for c in ("forbidden_by", "partly_forbidden_by"))
    bans = [*whole, *(part if reading.part_is_enough else ())]
    is_forbidden = any(rule.is_binding for rule in bans)
    return light(
        is_forbidden=is_forbidden or (reading.harm_is_enough and has_harm),
        has_harm=has_harm,
        is_checkable=bool(cell["is_checkable"])
        or reading.all_is_checkable
        or (reading.one_reader_is_enough and bool(cell["is_checkable_to_one"])),
        is_bound=any(rule.is_binding for rule in rules.listed(cell["rules"])),
    )


def judged(pairs: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the light of each pair (index: its id) under each reading (columns: `READINGS`).

    `pairs` is a table like that of `cells`, which it is if none is given.
    """
    frame = cells() if pairs is None else pairs
    to_one = checkable_twice().any(axis=1)
    rows = frame.assign(is_checkable_to_one=frame["id"].map(to_one)).to_dict("records")
    found = {name: [_light(row, reading) for row in rows] for name, reading in READINGS.items()}
    return pd.DataFrame(found, index=frame["id"])


def grid() -> pd.DataFrame:
    """Return each pair with its light and how well it is documented.

    Columns: `id`, `partner`, `activity` (labels), `light`, `decisive`, `is_checkable` (yes or no),
    `harms`, `cases`, `works`, `poor` (counts of rows, different works, and rows in poor copies),
    `bans` (rules that forbid a part), `source_id` (joined by semicolons).
    """
    frame, lights = cells(), judged()["main"]
    partners, activities = (tables.vocabulary(f"cooperation_{c}") for c in ("partner", "activity"))
    rows = []
    for cell in frame.to_dict("records"):
        harms, cases = (evidence.facts(cell[c]) for c in ("harms", "cases"))
        known = evidence.standing((*harms, *cases))
        bearing = [rule.source_id for rule in rules.listed(cell["rules"])]
        sources = dict.fromkeys([*(f.source_id for f in (*harms, *cases)), *bearing])
        rows.append(
            {
                "id": cell["id"],
                "partner": partners[cell["partner"]],
                "activity": activities[cell["activity"]],
                "light": LIGHTS[lights[cell["id"]]],
                "decisive": cell["decisive"],
                "is_checkable": "yes" if cell["is_checkable"] else "no",
                "harms": len(harms),
                "cases": len(cases),
                "works": known["works"],
                "poor": known["poor"],
                "bans": len(rules.listed(cell["partly_forbidden_by"])),
                "source_id": ";".join(sources),
            }
        )
    return pd.DataFrame(rows)


def readings() -> pd.DataFrame:
    """Return how many pairs have which light under each reading, and which change.

    Columns: `reading` (label), `stop`, `conditions`, `go` (counts), `changed` (pairs whose light
    differs from that as written, in words).
    """
    found, names = judged(), {row["id"]: name(row) for row in grid().to_dict("records")}
    return pd.DataFrame(
        [
            {
                "reading": reading.label,
                **{code: int(found[key].eq(code).sum()) for code in reversed(LIGHTS)},
                "changed": "; ".join(names[i] for i in found.index[found[key].ne(found["main"])]),
            }
            for key, reading in READINGS.items()
        ]
    )


def bearing() -> pd.DataFrame:
    """Return the rules that bear on the pairs, as `rules.table` does."""
    return rules.table(cells())


def name(row: dict[Any, Any]) -> str:
    """Return how a pair of `grid` is named in a sentence."""
    return f"{row['partner']}: {str(row['activity']).lower()}"
