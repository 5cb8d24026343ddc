"""Single errors planted in the tables of the book, one at a time, and what notices them.

`stopped`: `check` refuses the data. `seen`: `check` passes, and the ledger of released rows names a
change that it did not name before. `silent`: neither. An error that only the ledger sees would have
been silent in a row that is new since the release: there only a second reader of the source can find
it, which the table counts as `only_double_entry`.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from random import Random
from typing import NamedTuple

from errors_in_cells import CELLS, Around
from errors_in_files import FILES, Records, as_bytes

from biometrics_china import codebook, place, validation
from biometrics_china.validation import files, plausible
from biometrics_china.versions import ledger

KINDS = (*CELLS, *FILES)
#: errors in what was there before, which a new row cannot have
OF_OLD_ROWS = {"row deleted", "rows in another order", "id renamed"}
OF_OLD_ROWS |= {"all rows gone", "file cut off after a row"}
#: where the counts are kept
RESULT = "planted_errors"


class Plant(NamedTuple):
    """One error: its kind, the table, and the bytes of the file with the error in it."""

    kind: str
    table: str
    content: bytes


class Field:
    """The data of the book, read once, in which errors are planted."""

    def __init__(self) -> None:
        self.root = place.data()
        self.package = codebook.read(self.root)
        self.texts = {t.name: (self.root / t.path).read_text("utf-8") for t in self.package.tables}
        self.records: dict[str, Records] = {
            name: list(csv.reader(io.StringIO(text, newline="")))
            for name, text in self.texts.items()
        }
        tables = (t for t in self.package.tables if t.name not in ledger.MADE)
        self.tables = [t for t in tables if len(self.records[t.name]) > 1]
        self.day = plausible.day_of(self.root)
        self.sheets = {name: self._sheet(name, text.encode()) for name, text in self.texts.items()}

    @cached_property
    def released(self) -> dict[str, dict]:
        """Return the tables of the last release."""
        releases = self.root.parent / "releases"
        last = json.loads((releases / "index.json").read_text("utf-8"))["releases"][-1]["version"]
        return json.loads(gzip.decompress((releases / last / "snapshot.json.gz").read_bytes()))[
            "tables"
        ]

    def _old(self, table: codebook.Table) -> list[int]:
        """Return the places of rows that the last release has: the ledger knows no others."""
        rows = self.released.get(table.name, {"rows": {}})["rows"]
        return [n for n, record in enumerate(self.records[table.name]) if n and record[0] in rows]

    def changes(self, table: str, text: str) -> set[tuple[str, str]]:
        """Return what the ledger says of one table, each thing by itself."""
        old = {table: self.released[table]} if table in self.released else {}
        return {(k, v) for k, vs in ledger.changes(old, {table: text}).items() for v in vs}

    @staticmethod
    def copied(sheets: dict[str, validation.Sheet]) -> dict[str, validation.Sheet]:
        """Return the sheets, of which those that corrections are written into are copies."""
        named = {*sheets["corrections"].column("table")} & sheets.keys()
        own = {n: [dict(row) for row in sheets[n].rows] for n in named}
        return sheets | {n: replace(sheets[n], rows=rows, corrected={}) for n, rows in own.items()}

    def plant(self, kind: str, rng: Random) -> Plant:
        """Return an error of this kind at a place that the generator chooses."""
        for _ in range(5000):
            table = rng.choice(self.tables)
            made = (self._cell if kind in CELLS else self._file)(kind, rng, table)
            if made is not None and made != as_bytes(self.records[table.name]):
                return Plant(kind, table.name, made)
        raise LookupError(f"no table can have an error of the kind {kind}")

    def _file(self, kind: str, rng: Random, table: codebook.Table) -> bytes | None:
        if len(self._old(table)) + 1 < len(self.records[table.name]):
            return None
        made = FILES[kind](rng, self.records[table.name], table)
        return as_bytes(made) if isinstance(made, list) else made

    def _cell(self, kind: str, rng: Random, table: codebook.Table) -> bytes | None:
        fits, make = CELLS[kind]
        old, fields = self._old(table), self.released.get(table.name, {"fields": ()})["fields"]
        places = [
            n for n, f in enumerate(table.fields) if f.name != "id" and f.name in fields and fits(f)
        ]
        if not places or not old:
            return None
        place, records = rng.choice(places), self.records[table.name]
        described = table.fields[place]
        number = rng.choice(old)
        codes = list(self.package.labels(described.vocabulary)) if described.vocabulary else []
        around = Around(described, [r[place] for r in records[1:]], codes)
        before = records[number][place]
        was = self.released[table.name]["rows"][records[number][0]]
        if before != was[fields.index(described.name)]:
            return None  # changed since, and the ledger names it: as new as a new row
        after = make(rng, before, around) if before else None
        if after is None or after == before:
            return None
        row = [*records[number][:place], after, *records[number][place + 1 :]]
        return as_bytes([*records[:number], row, *records[number + 1 :]])

    def judge(self, plant: Plant) -> str:
        """Return `stopped`, `seen` or `silent`."""
        if self._stopped(plant):
            return "stopped"
        before = self.changes(plant.table, self.texts[plant.table])
        return "seen" if self.changes(plant.table, plant.content.decode()) - before else "silent"

    def _stopped(self, plant: Plant) -> bool:
        sheet = self._sheet(plant.table, plant.content)
        if sheet is None:
            return True
        return bool(self.faults(plant.table, sheet))

    def _sheet(self, name: str, content: bytes) -> validation.Sheet | None:
        table = self.package.table(name)
        made = validation.Sheet(table, f"data/{table.path}")
        return None if list(files.parse(content, made)) else made

    def faults(self, name: str, changed: validation.Sheet) -> list[validation.Problem]:
        """Return what is wrong with the package if one table is another than it is.

        Where what others point to has changed (ids, names, days of sources) all tables are looked
        at; if not, nothing in them can have become wrong.
        """
        sheets = self.copied(self.sheets | {name: changed})
        checked = validation.Checked(self.package, sheets, self.day)
        pointed = {"id", "name", *(("date",) if name == "sources" else ())} & {
            *changed.table.columns
        }
        was = self.sheets[name]
        moved = any(was.column(column) != changed.column(column) for column in pointed)
        return validation.faults(checked, None if moved else [name])


def sample(size: int, seed: int = 20261200) -> Iterator[str]:
    """Yield kinds, each as often as the others, as far as the size allows."""
    rng = Random(seed)
    rounds = [rng.sample(KINDS, len(KINDS)) for _ in range(size // len(KINDS) + 1)]
    yield from [kind for kinds in rounds for kind in kinds][:size]


def counts(size: int, seed: int = 20261200) -> tuple[dict[str, Counter], list[Plant]]:
    """Plant `size` errors; return the verdicts by kind, and the plants that were silent."""
    field, rng = Field(), Random(seed)
    found: dict[str, Counter] = {kind: Counter() for kind in KINDS}
    silent = []
    for kind in sample(size, seed):
        plant = field.plant(kind, rng)
        verdict = field.judge(plant)
        found[kind][verdict] += 1
        silent += [plant] if verdict == "silent" else []
    return found, silent


def write(found: dict[str, Counter], path: Path) -> None:
    """Keep the counts as a table of the data."""
    rows = [["id", "kind", "planted", "stopped", "seen", "silent", "only_double_entry"]]
    for kind, n in sorted(
        found.items(), key=lambda item: (item[1]["stopped"] - item[1].total(), item[0])
    ):
        alone = 0 if kind in OF_OLD_ROWS else n["seen"] + n["silent"]
        numbers = (n.total(), n["stopped"], n["seen"], n["silent"], alone)
        rows.append([kind.lower().replace(" ", "-"), kind, *map(str, numbers)])
    path.write_bytes(as_bytes(rows))
