"""The command ``screen``: what the register holds under a name, or under each name of a file."""

from __future__ import annotations

import argparse
import codecs
import datetime
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from biometrics_china import whole
from biometrics_china.building.inputs import Failed
from biometrics_china.register import changes, reading, since, writing
from biometrics_china.register.answers import Asked, Register

_HELD = """exit status: 0 if the register holds something under the name (or under one of the names),
or, with --since, if an answer has changed; 3 if not; 2 if the command was used wrongly; 1 for bad
names or data"""
#: names from which on progress is told, and how often
_MANY, _TIMES = 2_000, 10

Names = list[tuple[int, str]]
Item = TypeVar("Item")


def add_to(commands: Any) -> None:
    """Add the command to a parser (what `argparse.add_subparsers` returns)."""
    screen = commands.add_parser(
        "screen", help="show what the register holds under a name", epilog=_HELD
    )
    screen.add_argument(
        "name", nargs="*", help="one name, in English or Chinese; or a file as for --file"
    )
    screen.add_argument(
        "--file",
        type=Path,
        help="names: CSV, TSV, XLSX, or .txt, one a line; - reads them from a pipe",
    )
    screen.add_argument("--column", default="name", help="the column of names (default: name)")
    screen.add_argument("--encoding", default="", help="of the file, where it is not recognised")
    screen.add_argument(
        "--format", choices=writing.FORMATS, help="of the answer (default: text; for a file, csv)"
    )
    screen.add_argument("--out", type=Path, help="where to write it (default: the terminal)")
    screen.add_argument(
        "--since", metavar="VERSION", help="show only whose answer has changed since a release"
    )
    screen.set_defaults(run=_screen, refuse=screen.error)


def _screen(chosen: argparse.Namespace) -> int:
    """Write the answers to one name or to a file of names."""
    if bool(chosen.name) == bool(chosen.file):
        chosen.refuse("give one name, or --file with a file of names")
    if len(chosen.name) > 1 and _are_several(chosen.name, _register()):
        chosen.refuse("give one name; several go into a file, one a line (--file)")
    file = chosen.file or (Path(chosen.name[0]) if reading.is_file(chosen.name) else None)
    names, notes = _names(chosen, file)
    for note in notes:
        print(f"{file}: {note}", file=sys.stderr)
    kind = chosen.format or ("csv" if file else "text")
    held: Counter[bool] = Counter()
    chunks = _chunks(kind, names, chosen.since, held)
    if chosen.out:
        _write(chosen.out, chunks, mark=kind == "csv")
    else:
        sys.stdout.writelines(chunks)
    if chosen.since:
        said = f"{held[True]:,} of {len(names):,} answers are other than in {chosen.since}"
        print(said, file=sys.stderr)
    return 0 if held[True] else 3


def _chunks(kind: str, names: Names, version: str, held: Counter[bool]) -> Iterator[str]:
    """Return what to write of the answers, or of those that have changed since a release."""
    register = _register()
    asked = _told((register.asked(line, name) for line, name in names), len(names))
    if not version:
        noted = _noted(asked, lambda a: bool(a.answer.hits), held)
        return writing.write(kind, noted, writing.answers(register))
    try:
        compared = since.load(register, version)
    except changes.NoPast as error:
        raise Failed(str(error)) from error
    changed = (found for one in asked if (found := compared.compare(one)))
    return writing.write(kind, _noted(changed, bool, held), since.shape(compared))


def _names(chosen: argparse.Namespace, file: Path | None) -> tuple[Names, list[str]]:
    try:
        if not file:
            return [(0, reading.read_name(chosen.name))], []
        names = reading.read_names(file, chosen.column, chosen.encoding)
    except reading.BadNames as error:
        raise Failed(str(error)) from error
    return names.found, names.notes


def _register() -> Register:
    from biometrics_china import metadata  # jsonschema takes long to import
    from biometrics_china.building import register_index

    about = metadata.load()
    now = datetime.datetime.now(datetime.UTC)
    return Register(register_index.load(), about.printed_version, about.date, now)


def _are_several(words: list[str], register: Register) -> bool:
    """Return True if words that are no name together hold several names, or one that was quoted."""
    verdicts = [register.asked(0, word).answer.verdict for word in (" ".join(words), *words)]
    are_quoted = any(" " in word.strip() for word in words)
    return verdicts[0] != "named" and (are_quoted or verdicts[1:].count("named") > 1)


def _noted(
    items: Iterable[Item], is_held: Callable[[Item], bool], held: Counter[bool]
) -> Iterator[Item]:
    """Pass items on, and count those that hold something."""
    for item in items:
        held[is_held(item)] += 1
        yield item


def _told(answers: Iterable[Asked], count: int) -> Iterator[Asked]:
    """Pass answers on, and say now and then how many of many there were."""
    step = max(count // _TIMES, 1)
    for number, asked in enumerate(answers, 1):
        yield asked
        if count >= _MANY and number % step == 0:
            print(f"{number:,} of {count:,} names", file=sys.stderr, flush=True)


def _write(path: Path, chunks: Iterable[str], *, mark: bool) -> None:
    """Write a file that is whole or not there; with a mark, by which Excel knows UTF-8.

    Raises OSError, and then leaves what was there.
    """
    if path.exists() and not path.is_file():
        raise Failed(f"{path}: is no file; a file to write is right")
    written = (chunk.encode("utf-8", "backslashreplace") for chunk in chunks)
    whole.write(path, chain([codecs.BOM_UTF8] if mark else [], written))
