"""The report on the official lists, for a person to read and judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from biometrics_china.days import date_in_words
from biometrics_china.official.compare import Change, Compared
from biometrics_china.official.entry import BadFile, Entry, Notice
from biometrics_china.official.propose import Bearer

_LEAVING_OUT = """A new entry may be a person, an address or a part of the entry above it. Such a one
gets no row among the bodies: keep its row of `left_out.csv`, and it is not proposed again."""
_KINDS = {"new": "New", "ended": "Ended", "renamed": "Renamed"}


@dataclass(frozen=True)
class Findings:
    """All that a report says: what differs, whose the new entries are, and what was not compared."""

    day: str
    compared: Sequence[Compared]
    bearers: dict[Entry, Bearer]
    notices: Sequence[Notice]
    outside: Sequence[Entry]
    bad: Sequence[BadFile]
    lists: dict[str, dict[str, str]]


def has_something(found: Findings) -> bool:
    """Return True if there is something for a person to judge."""
    return any(c.changes for c in found.compared) or bool(found.notices)


def report(found: Findings) -> str:
    """Return the report in Markdown."""
    parts = [
        [f"# Official lists, read on {date_in_words(found.day)}", ""],
        _opening(found),
        _table(found),
        *(_of_list(c, found) for c in found.compared if c.changes),
        _notices(found),
        _outside(found.outside),
        _not_read(found),
    ]
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def summary(found: Findings) -> list[str]:
    """Return one line a list."""
    return [
        f"{c.list_id}: {c.in_copy:,} in the copy, {c.held:,} here; "
        + ", ".join(f"{len(c.of(kind))} {kind}" for kind in _KINDS)
        + (" (the copy is taken for a part)" if c.is_part else "")
        for c in found.compared
    ]


def _opening(found: Findings) -> list[str]:
    said = "What differs from the data is proposed below, for a person to judge."
    if not has_something(found):
        said = "Nothing differs from the data on the lists that were read."
    lines = [f"{said} Nothing is changed by this report.", ""]
    new = any(c.of("new") for c in found.compared)
    return [*lines, _LEAVING_OUT, ""] if new else lines


def _table(found: Findings) -> list[str]:
    heads = "List|Day of the copy|Read here up to|In the copy|Here|Left out|New|Ended|Renamed|File"
    lines = [f"| {heads.replace('|', ' | ')} |", "|" + " --- |" * 10]
    for c in found.compared:
        listed = found.lists[c.list_id]
        said = [f"{n:,}" for n in (c.in_copy, c.held, c.left_out)]
        counts = [*said, *(str(len(c.of(kind))) for kind in _KINDS)]
        if not c.is_whole or c.is_part:
            counts[4] = "not asked" if not c.of("ended") else counts[4]
        cells = [
            listed["name"],
            c.day or "not said",
            listed["read_to"],
            *counts,
            ", ".join(c.files),
        ]
        lines.append(f"| {' | '.join(map(_cell, cells))} |")
    part = [
        f"The copy of {found.lists[c.list_id]['name']} has fewer than half of the bodies that stand "
        "here. It is taken for a part, and nothing is called ended."
        for c in found.compared
        if c.is_part
    ]
    return [*lines, "", *(line for p in part for line in (p, ""))]


def _of_list(compared: Compared, found: Findings) -> list[str]:
    lines = [f"## {found.lists[compared.list_id]['name']}", ""]
    for kind, title in _KINDS.items():
        if changes := compared.of(kind):
            lines += [f"### {title} ({len(changes)})", ""]
            lines += [f"- {_line(change, found)}" for change in changes]
            lines.append("")
    return lines


def _line(change: Change, found: Findings) -> str:
    entry, held = change.entry, change.held
    if entry is None and held is not None:
        return f"**{_cell(held.names[0])}** ({', '.join(held.rows)}): {change.why}"
    if entry is None:
        return change.why
    said = [f"**{_cell(entry.name)}**"]
    if entry.aliases:
        said.append(f"Also {_cell('; '.join(entry.aliases))}")
    told = [entry.citation, f"listed {entry.day}" if entry.day else "", entry.place]
    said.append(_cell("; ".join(t for t in told if t)))
    if held is not None:
        said.append(f"Here {_cell(held.names[0])} ({', '.join(held.rows)}): {change.why}")
    else:
        said.append(_whose(found.bearers.get(entry, Bearer("", ()))))
    return ". ".join(s for s in said if s)


def _whose(bearer: Bearer) -> str:
    if bearer.body:
        return f"Body `{bearer.body}`"
    if bearer.candidates:
        return f"To be judged: may be {', '.join(f'`{c}`' for c in bearer.candidates)}"
    return "No body of the register is near"


def _notices(found: Findings) -> list[str]:
    if not found.notices:
        return []
    lines = ["## Notices since the edition that was read", ""]
    lines += [
        f"- {n.day}: [{_cell(n.title)}]({n.address}), {n.citation} "
        f"({found.lists[n.list_id]['name']})"
        for n in found.notices
    ]
    return [*lines, ""]


def _outside(entries: Sequence[Entry]) -> list[str]:
    if not entries:
        return []
    counts = Counter(e.list_id for e in entries)
    lines = ["## Entries under programmes that the table of lists does not have", ""]
    lines.append("Bodies of China; their names stand in `outside.csv`.")
    return [*lines, "", *(f"- {_cell(name)}: {n:,}" for name, n in sorted(counts.items())), ""]


def _not_read(found: Findings) -> list[str]:
    read = {c.list_id for c in found.compared}
    bad = [f"- {_cell(str(error))}" for error in found.bad]
    left = [row["name"] for list_id, row in found.lists.items() if list_id not in read]
    lines = ["## Files that could not be read", "", *bad, ""] if bad else []
    if left:
        lines += ["## Lists that no file of this run holds", "", f"{_listed(left)}.", ""]
    return lines


def _listed(names: Iterable[str]) -> str:
    return "; ".join(map(_cell, names))


def _cell(text: str) -> str:
    """Return a text that breaks neither a table nor a line of Markdown, and shows as it is."""
    plain = " ".join(text.split()).replace("\\", "\\\\")
    for mark in "|*_`[]<>":
        plain = plain.replace(mark, "\\" + mark)
    return plain
