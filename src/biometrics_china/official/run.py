"""From a source to a report: read, compare, find the bodies, propose rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from biometrics_china import place, validation
from biometrics_china.official import compare, fetching, held, propose, reading, report, uk
from biometrics_china.official.entry import BadFile, Copy, Entry, Notice
from biometrics_china.register import entities

Row = dict[str, str]


@dataclass(frozen=True)
class Made:
    """What a run has made: the report, a line a list, rows by table, and what could not be read."""

    report: str
    summary: list[str]
    rows: dict[str, list[Row]]
    bad: Sequence[BadFile]


#: what is of use to the comparison alone
_OF_READING = ("readings", "may_be_section")


def run(source: str | None, day: str) -> Made:
    """Read a source (None: the publishers' places) and return what comes of it; writes nothing.

    With a source of one's own, a bad file ends it; of the publishers, one may be out of reach, and
    the report says so. Raises BadFile if there is nothing to read, and `validation.InvalidData`.
    """
    files, bad = fetching.files(source)
    if source and bad:
        return Made("", [], {}, bad)
    lists = held.lists()
    copies, wrong = reading.copies(files, laws(lists))
    bad += wrong
    if bad and (source or not copies):
        return Made("", [], {}, bad)
    bodies, out = held.bodies(), held.left_out()
    standing = {i: compare.Standing(bodies.get(i, ()), out.get(i, frozenset())) for i in lists}
    compared = compare.compare(copies, standing)
    new = [c.entry for some in compared for c in some.of("new") if c.entry]
    bearers = {entry: propose.bearer(entry, entities.matcher()) for entry in new}
    outside = compare.outside(copies, lists)
    found = report.Findings(day, compared, bearers, news(copies, lists), outside, bad, lists)
    rows = _proposed(found) | {"notices": [asdict(notice) for notice in found.notices]}
    rows["outside"] = [_row(entry) for entry in outside]
    return Made(report.report(found), report.summary(found), rows, bad)


def _proposed(found: report.Findings) -> dict[str, list[Row]]:
    """Return the rows that the differences ask for, by table."""
    if not any(one.changes for one in found.compared):
        return {}
    proposals = propose.Proposals(validation.check(place.data()), found.lists, found.day)
    for one in found.compared:
        proposals.add(one, found.bearers)
    return proposals.rows


def laws(lists: dict[str, Row]) -> dict[str, str]:
    """Return key of a law → list, for the lists of the United Kingdom, which has all in one file."""
    return {uk.law_key(row["law"]): i for i, row in lists.items() if row["country"] == "GB"}


def news(copies: Sequence[Copy], lists: dict[str, Row]) -> list[Notice]:
    """Return the notices on a list that are younger than the day up to which it was read."""
    found = {n: None for c in copies for n in c.notices if n.list_id in lists}
    return [n for n in found if n.day > lists[n.list_id]["read_to"]]


def _row(entry: Entry) -> Row:
    cells = {f.name: getattr(entry, f.name) for f in fields(entry) if f.name not in _OF_READING}
    return {n: ";".join(c) if isinstance(c, tuple) else str(c) for n, c in cells.items()}
