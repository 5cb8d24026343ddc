"""The command ``screen``: the same answers as the page, for one name or for a file of names."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from biometrics_china.register.index import Index
from biometrics_china.register.match import Answer, find

#: columns of the answer to a file of names: one line for each body a name may mean
HEADS = ["line", "name", "verdict", "agreement", "entity_id", "entity", "records", "kinds"]

CAUTION = "A record is not a verdict, and absence from the register is not clearance."

#: a text that is longer is no name
LONGEST = 300
#: categories of characters that no name holds: control, separators of lines, halves of characters
_NO_TEXT = ("Cc", "Zl", "Zp", "Cs")

_AGREEMENT = {
    "same": "this name, apart from its form",
    "sound": "same sound in Pinyin: compare the characters",
    "part": "part of a name of this body",
    "inside": "a name of this body stands inside what was typed",
    "similar": "similar spelling: most often another body",
}
_VERDICT = {
    "named": "one body of the register bears this name",
    "check": "no single body is meant for certain; compare",
    "none": "the register holds nothing under this name",
    "unread": "this name could not be compared; write it in Latin letters or Chinese characters",
}


class BadNames(ValueError):
    """A file of names that cannot be read; the message names file, line, field and what is right."""


def wrong(name: str) -> str:
    """Return why a text is no name that can be looked up, in a few words; empty if it is one."""
    if len(name) > LONGEST:
        return f"has {len(name):,} characters; at most {LONGEST} are right"
    kinds = [unicodedata.category(c) for c in name]
    if strange := [c for c, kind in zip(name, kinds, strict=True) if kind in _NO_TEXT]:
        return f"holds the character {strange[0]!a}; a name on one line of text is right"
    if not any(kind[0] in "LN" for kind in kinds):
        return (
            "is empty; a name is right" if not name.strip() else "holds no letter; a name is right"
        )
    return ""


def read_name(words: list[str]) -> str:
    """Return the name that somebody typed in words. Raises BadNames if it is none."""
    name = " ".join(words).strip()
    if why := wrong(name):
        raise BadNames(f"the name {why}")
    return name


def report(query: str, index: Index) -> tuple[bool, str]:
    """Return whether the register holds anything under one name, and what, as text for a terminal."""
    answer = find(query, index.bodies, index.common)
    lines = [f"{query}: {_VERDICT[answer.verdict]}"]
    for hit in answer.hits:
        lines += ["", f"{index.shown[hit.id]} [{hit.id}]", f"  {_AGREEMENT[hit.grade]}"]
        records = index.records.get(hit.id, [])
        if hit.grade != "same":
            lines.append(f"  records: {len(records)}")
            continue
        lines += [f"  {line}" for line in _lines(records, index.kinds)]
    return bool(answer.hits), "\n".join([*lines, "", f"{CAUTION}\n"])


def _lines(records: Iterable[dict[str, str]], kinds: dict[str, str]) -> Iterator[str]:
    last = ""
    for row in records:
        if row["kind"] != last:
            last = row["kind"]
            yield kinds[last]
        day = f"{row['date']} " if row["date"] else ""
        yield f"  {day}{row['text']} (record {row['table']}/{row['row_id']}, {row['source_id']})"


def read_names(path: Path, column: str) -> list[tuple[int, str]]:
    """Return line and value of a column of a CSV file in UTF-8.

    Raises BadNames if the file cannot be read, is no CSV, has no such column or has it twice, or if
    a cell of it is no name.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadNames(f"{path}: {error.strerror}; a CSV file of names is right") from None
    except UnicodeDecodeError as error:
        raise BadNames(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    (_, heads), *rows = _records(path, content) or [(1, [])]
    if heads.count(column) != 1:
        fault = f"column {column!r} stands twice" if column in heads else f"no column {column!r}"
        known = ", ".join(map(repr, heads[:50])) or "none"
        raise BadNames(f"{path}, line 1: {fault}; its columns are {known}")
    place = heads.index(column)
    found = [(line, row[place].strip() if place < len(row) else "") for line, row in rows if row]
    for line, name in found:
        if why := wrong(name):
            raise BadNames(f"{path}, line {line}, field {column}: {why}")
    return found


def _records(path: Path, content: str) -> list[tuple[int, list[str]]]:
    """Return the line on which each record of a CSV file starts, and its cells. Raises BadNames."""
    reader, start = csv.reader(io.StringIO(content, newline=""), strict=True), 1
    found = []
    try:
        for record in reader:
            found.append((start, record))
            start = reader.line_num + 1
    except csv.Error as error:
        raise BadNames(
            f"{path}, line {start}: is not CSV: {error}; a quote that opens must close"
        ) from None
    return found


def answers(names: Iterable[tuple[int, str]], index: Index) -> tuple[bool, str]:
    """Return whether anything is held under many names, and the answers as CSV.

    There is one line for each body that a name may mean, and one without a body for a name with
    nothing to show.
    """
    out, found = io.StringIO(), False
    writer = csv.DictWriter(out, HEADS, lineterminator="\n")
    writer.writeheader()
    for line, name in names:
        answer = find(name, index.bodies, index.common)
        found |= bool(answer.hits)
        writer.writerows(_rows(line, answer, index))
    return found, out.getvalue()


def _rows(line: int, answer: Answer, index: Index) -> Iterator[dict[str, object]]:
    about = {"line": line, "name": answer.query, "verdict": answer.verdict}
    if not answer.hits:
        yield about
    for hit in answer.hits:
        records = index.records.get(hit.id, [])
        yield {
            **about,
            "agreement": hit.grade,
            "entity_id": hit.id,
            "entity": index.shown[hit.id],
            "records": len(records),
            "kinds": "; ".join(index.kinds[k] for k in dict.fromkeys(r["kind"] for r in records)),
        }
