"""Rows that a person may put into the data: in the columns of its tables, with ids of their habit.

What a person must judge is left empty: the kind of a body, the ground, the day of an end that was only
noticed, and the verification, which is for whoever has read the place. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from biometrics_china import adding
from biometrics_china.official.compare import Change, Compared
from biometrics_china.official.entry import CHINA, Entry
from biometrics_china.official.held import digest
from biometrics_china.register.matcher import Matcher
from biometrics_china.register.names import is_han, key
from biometrics_china.validation import Checked

Row = dict[str, str]
#: candidates that are shown for a body to be judged
MOST = 3


@dataclass(frozen=True)
class Bearer:
    """Which body an entry is: `body` where that is certain, else what it may be, nearest first."""

    body: str
    candidates: tuple[str, ...]


def bearer(entry: Entry, matcher: Matcher) -> Bearer:
    """Return which body of the register an entry is, certain matches alone."""
    answer = matcher.find(entry.name)
    ids = tuple(hit.id for hit in answer.hits)
    return Bearer(ids[0], ()) if answer.verdict == "named" else Bearer("", ids[:MOST])


class Proposals:
    """The rows that differences ask for, by table, with ids that go on from those of the data."""

    def __init__(self, checked: Checked, lists: dict[str, Row], day: str) -> None:
        self._sheets = checked.sheets
        self._lists, self._day = lists, day
        self.rows: dict[str, list[Row]] = {}
        self._listings = checked.sheets["listings"].rows
        self._tied = {
            ids: row["name"]
            for row in reversed(checked.sheets["entity_names"].rows)
            if (ids := row["entity_ids"]) and row["reading"] == "body"
        }

    def add(self, compared: Compared, bearers: dict[Entry, Bearer]) -> None:
        """Propose the rows for what differs on one list."""
        if not compared.changes:
            return
        source = self._source(compared)
        for change in compared.changes:
            if change.kind == "new" and change.entry:
                self._new(change.entry, bearers[change.entry], source)
            elif change.kind == "ended":
                self._ended(change, source)
            else:
                self._renamed(change, source)

    def _source(self, compared: Compared) -> str:
        listed = self._lists[compared.list_id]
        day = compared.day or self._day
        source = f"{compared.list_id}-{day}"
        title = f"{listed['name']}, as read on {self._day}"
        url = next((f for f in compared.files if "://" in f), "")
        both = {"id": source, "title": title, "title_is_ours": "true", "url": url}
        told = {"kind": "dataset", "issuer": listed["authority"], "issued": day, "language": "en"}
        self._put("works", both | told)
        told = {"publisher": listed["authority"], "date": day, "work_id": source}
        self._put("sources", both | told | {"standing": "original", "has_weak_host": "false"})
        return source

    def _new(self, entry: Entry, bearer: Bearer, source: str) -> None:
        body = bearer.body
        if not body:
            self._put("left_out", _left_out(entry, source))
        if not body and not bearer.candidates:
            body = self._body(entry, source)
        name = self._tied.get(bearer.body, entry.name) if bearer.body else entry.name
        names = {r["name"] for r in self._sheets["entity_names"].rows}
        if name not in names:
            note = f"to be judged; may be: {', '.join(bearer.candidates)}" if not body else ""
            reading = "body" if body else ""
            row = {"name": name, "reading": reading, "entity_ids": body, "note": note}
            self._put("entity_names", row)
        listed_as = "" if name == entry.name else entry.name
        self._put("listings", self._like(entry.list_id, bearer.body) | {
            "entity": name,
            "action": "listed",
            "date": entry.day,
            "source_id": source,
            "locator": "entry of this name",
            "listed_as": listed_as,
            "aliases": _joined(entry.aliases),
            "citation": entry.citation,
        })  # fmt: skip

    def _like(self, list_id: str, body: str) -> Row:
        """Return what all rows of a list have alike, and of which type the body is elsewhere."""
        listed = self._lists[list_id]
        on_list = [r for r in self._listings if r["list_name"] == listed["name"]]
        same = [r for r in on_list if r["action"] == "listed"]
        told = {c: _only(r[c] for r in same) for c in ("measure", "ground")} | {"entities": "1"}
        kind = next((r["entity_type"] for r in self._listings if body and self._is(r, body)), "")
        own = {"list_name": listed["name"], "authority": listed["authority"]}
        return told | own | {"country": listed["country"], "entity_type": kind}

    def _is(self, row: Row, body: str) -> bool:
        return self._tied.get(body) == row["entity"]

    def _body(self, entry: Entry, source: str) -> str:
        """Propose a body that the register does not know, and return its id."""
        slug = "" if is_han(key(entry.name)) else key(entry.name).replace(" ", "-")
        taken = {r["id"] for r in (*self._sheets["entities"].rows, *self.rows.get("entities", ()))}
        body = next(
            s for n in range(1, 99) if (s := slug if n == 1 else f"{slug}-{n}") not in taken
        )
        zh = next((a for a in (entry.name, *entry.aliases) if is_han(key(a))), "")
        en = "" if zh == entry.name else entry.name
        country = entry.country if entry.country in CHINA else ""
        told = {"name_en": en, "name_zh": zh, "country": country, "source_id": source}
        self._put("entities", {"id": body, **told, "locator": "entry of this name"})
        return body

    def _ended(self, change: Change, source: str) -> None:
        """Propose the row of an end; its day is empty, since only its absence was seen."""
        if not change.held:
            return
        row = next(r for r in self._listings if r["id"] == change.held.rows[-1])
        own = {"id": "", "action": "delisted", "measure": f"end of: {row['measure']}", "date": ""}
        gone = {
            "effective_date": "",
            "published": "",
            "listed_as": "",
            "aliases": "",
            "citation": "",
        }
        note = f"Ends {', '.join(change.held.rows)}. {change.why[:1].upper()}{change.why[1:]}."
        told = {"source_id": source, "locator": change.why, "verification": "", "note": note}
        self._put("listings", row | own | gone | told)

    def _renamed(self, change: Change, source: str) -> None:
        """Propose the row as it stands, with the name that the list prints now."""
        if not (change.held and change.entry):
            return
        row = next(r for r in self._listings if r["id"] == change.held.rows[-1])
        former = row["listed_as"] or row["entity"]
        aliases = _joined([*row["aliases"].split(";"), *change.entry.aliases, former])
        note = f"{row['note']} Listed as {former} before {source}: {change.why}.".strip()
        now = {"listed_as": change.entry.name, "aliases": aliases, "note": note}
        self.rows.setdefault("listings_changed", []).append(row | now)

    def _put(self, table: str, row: Row) -> None:
        """Add a row with the next id of the table, unless one of its own id is there already."""
        sheet, rows = self._sheets[table], self.rows.setdefault(table, [])
        before = [r["id"] for r in rows]
        own = row.get("id") or adding.next_id(sheet, row, before)
        if own not in before or not own:
            rows.append(
                {column: (row | {"id": own}).get(column, "") for column in sheet.table.columns}
            )


def _left_out(entry: Entry, source: str) -> Row:
    """Return the row that says, if a person judges so, that an entry is left out; its kind is open."""
    told = {"list_id": entry.list_id, "digest": digest(entry.list_id, entry.name), "entries": "1"}
    return told | {"citation": entry.citation, "source_id": source, "locator": entry.place}


def _only(values: Iterable[str]) -> str:
    """Return the value that all have, or an empty text."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""


def _joined(names: Sequence[str]) -> str:
    """Return names as a cell holds a list of them."""
    return ";".join(dict.fromkeys(n.replace(";", ",").strip() for n in names if n.strip()))
