"""What is stored of the chapters beside them: outputs of notebooks, what the book says, findings.

All of it is made from data, code and text. A build compares it with what was just computed and stops
at a difference; `store` writes it anew, so that `git diff` shows what a change moves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from biometrics_china import said, tables
from biometrics_china.building.inputs import Book, Failed
from biometrics_china.building.store import Record
from biometrics_china.publishing import notebooks
from biometrics_china.validation import InvalidData, findings
from biometrics_china.validation.findings import RENEW


def store(book: Book, records: Mapping[str, Record]) -> list[str]:
    """Store what these records hold; return the names of changed files."""
    changed = _stale_texts(book, records)
    for name, content in changed.items():
        (book.root / name).parent.mkdir(parents=True, exist_ok=True)
        (book.root / name).write_bytes(content)
    stored = [p for p, outputs in _notebooks(book, records) if notebooks.store(p, outputs)]
    return sorted([*changed, *(path.relative_to(book.root).as_posix() for path in stored)])


def check(book: Book, records: Mapping[str, Record]) -> None:
    """Raise Failed, with a line for each, if something stored is not what was just computed."""
    lines = [f"{n}: is not what the book says now; {RENEW}" for n in _stale_texts(book, records)]
    lines += [
        f"{said.FOLDER}/{page}.txt: there is no such chapter; remove it"
        for page in sorted(
            {p.stem for p in (book.root / said.FOLDER).glob("*.txt")} - records.keys()
        )
    ]
    for path, outputs in _notebooks(book, records):
        cells = enumerate(zip(notebooks.stored(path), outputs, strict=True), start=1)
        differing = [number for number, (before, after) in cells if before != after]
        if differing:
            name = path.relative_to(book.root).as_posix()
            lines.append(
                f"{name}: cell {differing[0]} stores another result than it gives now; {RENEW}"
            )
    if lines:
        raise Failed("\n".join(lines))


def _notebooks(
    book: Book, records: Mapping[str, Record]
) -> Iterator[tuple[Path, notebooks.Outputs]]:
    for page, record in sorted(records.items()):
        path = notebooks.path(book.root, page)
        if path.is_file():
            yield path, record["outputs"]


def _stale_texts(book: Book, records: Mapping[str, Record]) -> dict[str, bytes]:
    """Return name and right content of each stored text that is not as it should be."""
    wanted = findings.files(tables.checked())
    try:
        for page, record in sorted(records.items()):
            wanted[f"{said.FOLDER}/{page}.txt"] = said.text(page, record["holds"]).encode()
    except InvalidData as error:
        raise Failed(str(error)) from error
    return {name: content for name, content in wanted.items() if not _is(book.root / name, content)}


def _is(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
