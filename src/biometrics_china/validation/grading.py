"""On which rows and sources a finding stands, and the grade that follows from them by one rule.

A finding begins at A and loses a grade for each weakness that the data show: poor copies, few
makers, rows that are no whole set, codes of one reader or of two who differ. Nobody types a grade.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from biometrics_china.validation import stood_on
from biometrics_china.validation.model import Row
from biometrics_china.validation.stood_on import Sheets
from biometrics_china.validation.twice_coded import pairs_of, without_text

#: grades lost, and why
Lost = Iterator[tuple[int, str]]
Look = Callable[[Sheets, Sequence[str]], Lost]

LETTERS = "ABCD"
#: tables that the rule looks at, besides those of the finding
NEEDS = {"sources", "works", "gathering", "second_codings", "resolutions"}
#: share of uses on reports or weak hosts above which one grade is lost, and above which two are
MANY, MOST = 0.25, 0.5
#: fewer makers of works than this are few
MAKERS = 3
#: two readers agree where Cohen's kappa is at least this in every field with that many cells
KAPPA, CELLS = 0.6, 20


@dataclass(frozen=True)
class Basis:
    """What a finding stands on: ids of sources in the order of the rows; its grade, and why."""

    sources: tuple[str, ...]
    grade: str
    reason: str


def basis(sheets: Sheets, tables: Sequence[str], rows: Iterable[str] = ()) -> Basis:
    """Return what a finding stands on that names tables and, where fewer, conditions on rows.

    `sheets` has the tables of the finding and those that the rule needs.
    """
    used = uses(sheets, tables, rows)
    lost = [*_worst(sheets, used, _copies), *_set(sheets, tables)]
    parts_of_sets = {row["id"]: used[row["id"]] for row in _partial(sheets, tables)}
    lost += [*_worst(sheets, parts_of_sets, _makers), *_coding(sheets, tables)]
    letter = LETTERS[min(sum(cost for cost, _ in lost), len(LETTERS) - 1)]
    said = "; ".join(said for _, said in lost)
    reason = f"Taken off: {said}." if said else "By the rule, nothing is taken off."
    return Basis(tuple(dict.fromkeys(itertools.chain(*used.values()))), letter, reason)


def uses(sheets: Sheets, tables: Sequence[str], rows: Iterable[str] = ()) -> dict[str, list[str]]:
    """Return for each table of a finding the source of each use by a row that was read."""
    read = stood_on.rows(sheets, tables, list(rows))
    return {name: [s for row in found for s in _sources(row)] for name, found in read.items()}


def is_poor(source: Mapping[Any, Any]) -> bool:
    """Return whether a source is a report about its work, or lies on a weak host."""
    return bool(source["standing"] == "report_about" or source["has_weak_host"] == "true")


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa (Cohen 1960) of pairs of codes; 1 where all of them are one code.

    Plain sums, since data are checked where no library is installed.
    """
    first, second = (Counter(side) for side in zip(*pairs, strict=True))
    alike = sum(a == b for a, b in pairs) / len(pairs)
    chance = sum(first[code] * second[code] for code in first) / len(pairs) ** 2
    return 1.0 if chance == 1 else (alike - chance) / (1 - chance)


def _sources(row: Row) -> list[str]:
    return [source for source in row.get("source_id", "").split(";") if source]


def _worst(sheets: Sheets, used: dict[str, list[str]], look: Look) -> Lost:
    """Yield what the weakest table of a finding costs: a chain holds no better than that."""
    found = [
        (cost, f"{said} ({_titles(sheets, [name])})")
        for name, sources in used.items()
        for cost, said in look(sheets, sources)
    ]
    yield from sorted(found, key=lambda lost: -lost[0])[:1]


def _copies(sheets: Sheets, used: Sequence[str]) -> Lost:
    sources = {row["id"]: row for row in sheets["sources"].rows}
    read = [sources[source] for source in used if source in sources]
    poor = sum(map(is_poor, read))
    share = poor / len(read) if read else 0
    if share > MANY:
        yield 1 + (share > MOST), poor_uses(poor, len(read))
    elif read and all(row["standing"] != "original" for row in read):
        yield 1, "no source is an original"


def poor_uses(poor: int, every: int) -> str:
    """Return how many uses of sources rest on reports or weak hosts, as a clause."""
    if every == 1:
        return "the one use of a source rests on a report or a weak host"
    verb = "rests" if poor == 1 else "rest"
    return f"{poor} of {every} uses of sources {verb} on reports or weak hosts"


def _makers(sheets: Sheets, used: Sequence[str]) -> Lost:
    works = {row["id"]: row for row in sheets["works"].rows}
    named = {row["id"]: row["work_id"] for row in sheets["sources"].rows}
    behind = [works[named[source]] for source in set(used) if named.get(source) in works]
    makers = {w["authors"] or w["issuer"] or w["container"] or w["id"] for w in behind}
    if 0 < len(makers) < MAKERS:
        yield 1, "one maker of works" if len(makers) == 1 else f"{len(makers)} makers of works"


def _set(sheets: Sheets, tables: Iterable[str]) -> Lost:
    if partial := [row["id"] for row in _partial(sheets, tables)]:
        yield 1, f"no whole set ({_titles(sheets, partial)})"


def _partial(sheets: Sheets, tables: Iterable[str]) -> list[Row]:
    return [row for row in _gathered(sheets, tables) if row["selection"] != "whole"]


def _coding(sheets: Sheets, tables: Iterable[str]) -> Lost:
    coded = [row["id"] for row in _gathered(sheets, tables) if row["is_coded"] == "true"]
    pairs = {name: pairs_of(sheets, name) for name in coded}
    agreed = {n: [kappa(c) for c in pairs[n] if len(c) >= CELLS] for n in coded}
    kinds = {
        "codes of one reader": [n for n in coded if not pairs[n] and not without_text(sheets, n)],
        "codes made again without the texts": [n for n in coded if without_text(sheets, n)],
        f"fewer than {CELLS} cells coded twice": [n for n in coded if pairs[n] and not agreed[n]],
        "codes on which two readers differ": [
            n for n in coded if min(agreed[n], default=1) < KAPPA
        ],
    }
    if said := [f"{what} ({_titles(sheets, names)})" for what, names in kinds.items() if names]:
        yield 1, " and ".join(said)


def _gathered(sheets: Sheets, tables: Iterable[str]) -> list[Row]:
    rows = {row["id"]: row for row in sheets["gathering"].rows}
    return [rows[name] for name in tables if name in rows]


def _titles(sheets: Sheets, names: Iterable[str]) -> str:
    return ", ".join(f"“{sheets[name].table.title}”" for name in names)
