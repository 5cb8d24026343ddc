"""The copies read now against the data: what is new on a list, what ended, what is called otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from biometrics_china.official.entry import Copy, Entry
from biometrics_china.official.held import Held, digest
from biometrics_china.official.naming import Names, is_of_china
from biometrics_china.official.notices import REMOVED

#: from so many bodies on a list, a copy that has fewer than half of them is taken for a part
FEW = 10


@dataclass(frozen=True)
class Change:
    """One difference: `kind` is ``new``, ``ended`` or ``renamed``; `why` says what it rests on."""

    kind: str
    entry: Entry | None
    held: Held | None
    why: str


@dataclass(frozen=True)
class Standing:
    """What the data hold of one list: its bodies, and the digests of entries that were left out."""

    held: tuple[Held, ...] = ()
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Compared:
    """One list: the files that hold it, its entries of China in them, and what differs.

    `is_part` tells that a file which should be whole has not half of the bodies that stand here, so
    that nothing is called ended. `left_out` counts entries that were judged before and left out.
    """

    list_id: str
    files: tuple[str, ...]
    is_whole: bool
    is_part: bool
    day: str
    in_copy: int
    held: int
    left_out: int
    changes: tuple[Change, ...]

    def of(self, kind: str) -> list[Change]:
        """Return the changes of one kind."""
        return [c for c in self.changes if c.kind == kind]


def compare(copies: Sequence[Copy], standing: Mapping[str, Standing]) -> list[Compared]:
    """Return what differs on each list that a copy holds, in the order of the known lists.

    `standing` has a key for each known list. Entries under programmes that are none are left to
    `outside`.
    """
    found = []
    for list_id, some in standing.items():
        of_list = [(c, [e for e in c.entries if e.list_id == list_id]) for c in copies]
        files = [(c, entries) for c, entries in of_list if entries or list_id in c.whole]
        if files:
            entries = [e for _, of_file in files for e in of_file]
            found.append(_one(list_id, [c for c, _ in files], entries, some))
    return found


def outside(copies: Sequence[Copy], known: Iterable[str]) -> list[Entry]:
    """Return the entries of China under programmes that the table of lists does not have."""
    lists = set(known)
    return [e for c in copies for e in c.entries if e.list_id not in lists and is_of_china(e)]


def _one(list_id: str, copies: list[Copy], entries: list[Entry], standing: Standing) -> Compared:
    held, names = standing.held, Names(standing.held)
    present, renamed, unknown = _matched([e for e in entries if e.programme != REMOVED], names)
    judged = [e for e in unknown if digest(list_id, e.name) in standing.left_out]
    unknown = [e for e in unknown if e not in judged]
    is_whole = any(list_id in c.whole for c in copies)
    is_part = is_whole and len(held) >= FEW and 2 * len(present) < len(held)
    left = [n for n in range(len(held)) if n not in present and is_whole and not is_part]
    pairs = _by_citation(unknown, left, held)
    renamed += [Change("renamed", e, held[n], "the same citation") for e, n in pairs.items()]
    gone = {n: "not in the copy" for n in left if n not in pairs.values()}
    gone |= _removed(entries, names)
    ended = [Change("ended", None, held[n], why) for n, why in sorted(gone.items())]
    why = "under no name that stands here"
    new = [Change("new", e, None, why) for e in unknown if e not in pairs]
    return Compared(
        list_id,
        tuple(c.file for c in copies),
        is_whole,
        is_part,
        max((c.day for c in copies), default=""),
        sum(is_of_china(e) or bool(names.named(e.name)) for e in entries),
        len(held),
        len(judged),
        (*new, *ended, *renamed),
    )


def _matched(entries: list[Entry], names: Names) -> tuple[set[int], list[Change], list[Entry]]:
    """Return the bodies that the entries are, those called otherwise, and entries that are none."""
    present, renamed, rest = set[int](), list[Change](), list[Entry]()
    for entry in sorted(entries, key=lambda e: e.may_be_section):
        by_name = next((n for r in _readings(entry) if (n := names.named(r))), set())
        if entry.may_be_section and by_name <= present and by_name <= names.named(entry.name):
            by_name = set()  # the house has an entry of its own
        by_number = names.numbered(entry.ident) - by_name
        present |= by_name | by_number
        if by_number and not by_name:
            why = f"the same number {entry.ident}"
            renamed += [Change("renamed", entry, names.held[n], why) for n in sorted(by_number)]
        elif not by_name:
            name = entry.readings[-1] if entry.may_be_section else entry.name
            rest.append(replace(entry, name=name))
    unknown = []
    for entry in rest:
        if again := names.mainly(entry.aliases) - present:
            present |= again
            why = "the name that stands here is another name of the entry now"
            renamed += [Change("renamed", entry, names.held[n], why) for n in sorted(again)]
        elif is_of_china(entry):
            unknown.append(entry)
    return present, renamed, unknown


def _readings(entry: Entry) -> tuple[str, ...]:
    """Return the readings of a name, the longest first: a section before the house it is of."""
    return (*entry.readings, entry.name)


def _by_citation(unknown: list[Entry], left: list[int], held: Sequence[Held]) -> dict[Entry, int]:
    """Return entry → body that is gone, where one alone of each has the first citation."""
    entries: dict[str, list[Entry]] = {}
    gone: dict[str, list[int]] = {}
    for entry in unknown:
        entries.setdefault(entry.citation.partition(";")[0], []).append(entry)
    for number in left:
        for citation in held[number].citations:
            gone.setdefault(citation, []).append(number)
    found: dict[Entry, int] = {}
    for citation, some in entries.items():
        if citation and len(some) == len(of := gone.get(citation, [])) == 1:
            found.setdefault(some[0], of[0])
    return found if len(set(found.values())) == len(found) else {}


def _removed(entries: list[Entry], names: Names) -> dict[int, str]:
    """Return the bodies that a notice takes off the list, and by which."""
    gone = [e for e in entries if e.programme == REMOVED]
    return {n: f"removed by {e.citation}" for e in gone for n in names.named(e.name)}
