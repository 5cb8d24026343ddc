"""The command ``screen``: the same answers as the page, for one name or for a file of names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from biometrics_china import tables
from biometrics_china.register.entities import screen
from biometrics_china.register.match import Answer
from biometrics_china.register.records import KINDS, of_body

#: columns of the answer to a file of names: one line for each body a name may mean
HEADS = ["line", "name", "verdict", "agreement", "entity_id", "entity", "records", "kinds"]

CAUTION = "A record is not a verdict, and absence from the register is not clearance."

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
}


class BadNames(ValueError):
    """A file of names that cannot be read; the message names file, line, field and what is right."""


def _display() -> dict[str, str]:
    frame = tables.load("entities").set_index("id")
    latin = frame["name_en"].fillna(frame["name_zh"])
    chinese = frame["name_zh"].where(frame["name_en"].notna()).fillna("")
    return {i: f"{latin[i]} {chinese[i]}".strip() for i in frame.index}


def report(query: str) -> str:
    """Return what the register holds under one name, as text for a terminal."""
    answer, shown = screen(query), _display()
    lines = [f"{query}: {_VERDICT[answer.verdict]}"]
    for hit in answer.hits:
        lines += ["", f"{shown[hit.id]} [{hit.id}]", f"  {_AGREEMENT[hit.grade]}"]
        records = of_body(hit.id)
        if hit.grade != "same":
            lines.append(f"  records: {len(records)}")
            continue
        lines += [f"  {line}" for line in _lines(records.to_dict("records"))]
    return "\n".join([*lines, "", CAUTION])


def _lines(records: Iterable[dict]) -> Iterator[str]:  # type: ignore[type-arg]
    last = ""
    for row in records:
        if row["kind"] != last:
            last = row["kind"]
            yield KINDS[last]
        day = f"{row['date']} " if row["date"] else ""
        yield f"  {day}{row['text']} (record {row['table']}/{row['row_id']}, {row['source_id']})"


def read_names(path: Path, column: str) -> list[tuple[int, str]]:
    """Return line and value of a column of a CSV file in UTF-8.

    Raises BadNames if the file cannot be read, has no such column, or a cell of it is empty.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadNames(f"{path}: {error.strerror}; a CSV file of names is right") from None
    except UnicodeDecodeError as error:
        raise BadNames(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    reader = csv.DictReader(io.StringIO(content))
    heads = reader.fieldnames or []
    if column not in heads:
        known = ", ".join(heads) or "none"
        raise BadNames(f"{path}, line 1: no column {column!r}; its columns are {known}")
    rows = [(reader.line_num, (row[column] or "").strip()) for row in reader]
    for line, name in rows:
        if not name:
            raise BadNames(f"{path}, line {line}, field {column}: is empty; a name is right")
    return rows


def answers(names: Iterable[tuple[int, str]]) -> str:
    """Return the answers to many names as CSV, one line for each body that a name may mean.

    A name with nothing to show has one line without a body.
    """
    out, shown = io.StringIO(), _display()
    writer = csv.DictWriter(out, HEADS, lineterminator="\n")
    writer.writeheader()
    for line, name in names:
        writer.writerows(_rows(line, screen(name), shown))
    return out.getvalue()


def _rows(line: int, answer: Answer, shown: dict[str, str]) -> Iterator[dict[str, object]]:
    about = {"line": line, "name": answer.query, "verdict": answer.verdict}
    if not answer.hits:
        yield about
    for hit in answer.hits:
        records = of_body(hit.id)
        yield {
            **about,
            "agreement": hit.grade,
            "entity_id": hit.id,
            "entity": shown[hit.id],
            "records": len(records),
            "kinds": "; ".join(KINDS[k] for k in dict.fromkeys(records["kind"])),
        }
