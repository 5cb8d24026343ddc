"""The process of a chapter: it computes what the chapter shows, and notes what it used.

Nothing that was used is listed by hand. Files that are opened are noted from the start; the modules
that were imported and the tables and vocabularies that were handed out are added at the end.
"""

from __future__ import annotations

import base64
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from biometrics_china import digests, exhibits, holds, made, manuscript, observing, tables, without
from biometrics_china.building import running, signals, store
from biometrics_china.building.store import Record
from biometrics_china.figures.marks import Mark
from biometrics_china.made import Made
from biometrics_china.numbers import Numbers
from biometrics_china.publishing import notebooks
from biometrics_china.traced import Number, Origin
from biometrics_china.validation import InvalidData
from biometrics_china.without import findings

#: what the name of a chapter ends in where its findings are computed without their sources
WITHOUT = ".without"
#: parts of the book's folder that hold no source of it
_BUILT = ("_build", ".venv", ".git")
_opened: set[str] = set()


def main(page: str, root: Path, path: Path) -> None:
    """Compute a chapter and write its record to a file, or one line that says why it failed."""
    signals.reset()
    watch(root)
    try:
        record = compute(page, root)
    except (Exception, SystemExit) as error:
        placed = isinstance(error, InvalidData | running.CellFailed)
        said = str(error) if placed else f"{page}: {type(error).__name__}: {error}"
        record = {"failed": " ".join(said.split())}
    try:
        store.write(path, record)
    except OSError as error:  # a record is large, and this line may still find room
        store.write(path, {"failed": f"{page}: {error.strerror}"})


def compute(page: str, root: Path) -> Record:
    """Return what a chapter makes: numbers, exhibits, checked words, outputs of its notebook.

    The name of a chapter with `WITHOUT` stands for its findings without each of their sources. `used`
    names the files, tables and vocabularies behind them. Raises ValueError for words that do not
    hold, CellFailed for a cell that raises, and whatever the analysis raises for bad data.
    """
    if subject := without_of(page):
        from biometrics_china.without import runs

        return {"findings": runs.of_chapter(subject), "used": used(root)}
    record: Record = {"numbers": [], "exhibits": {}, "outputs": []}
    if page in exhibits.SUBJECTS:
        record["numbers"] = [asdict(n) for n in exhibits.numbers_of(page).values()]
        record["exhibits"] = {e.id: _packed(made.of(e.id)) for e in exhibits.of_subject(page)}
    record["holds"] = holds.of_page(page)
    notebook = notebooks.path(root, page)
    if notebook.is_file():
        record["outputs"] = running.outputs(notebook)
    return record | {"used": used(root)}


def jobs(page: str) -> tuple[str, ...]:
    """Return the names of what is computed of a page, each in a process of its own."""
    return (f"{page}{WITHOUT}", page) if page in without.subjects() else (page,)


def without_of(page: str) -> str:
    """Return the chapter whose findings are computed without their sources; empty for a page."""
    return page.removesuffix(WITHOUT) if page.endswith(WITHOUT) else ""


def structure(page: str, root: Path) -> str:
    """Return a digest of what computing depends on of the text: exhibits and predicates, no prose."""
    if subject := without_of(page):
        return digests.of_facts(findings.structure(subject))
    cells = notebooks.code_of(notebooks.path(root, page))
    return digests.of_facts([manuscript.structure(page), cells])


def watch(root: Path) -> None:
    """From now on note every file below `root` that is opened for reading.

    The data are validated first, so that only a file which is read past `tables` is noted. The text
    of chapters is left out: what is used of it, `manuscript.structure` says.
    """
    tables.check()
    inside, built = f"{root}{os.sep}", tuple(f"{root / name}{os.sep}" for name in _BUILT)
    built += (f"{sys.prefix}{os.sep}", f"{root / 'chapters'}{os.sep}")

    def note(event: str, given: tuple[Any, ...]) -> None:
        if event != "open" or not isinstance(given[0], str | os.PathLike):
            return
        path, reads = os.path.abspath(given[0]), not given[2] & (os.O_WRONLY | os.O_CREAT)
        code = path.endswith((".py", ".pyc"))
        if reads and not code and path.startswith(inside) and not path.startswith(built):
            _opened.add(path)

    sys.addaudithook(note)


def used(root: Path) -> list[str]:
    """Return what this process used: ``file …`` (modules too) and what `observing.asked` names."""
    modules = [m for name, m in sys.modules.items() if name.split(".")[0] == "biometrics_china"]
    files = _opened | {str(m.__file__) for m in modules}
    paths = sorted(os.path.relpath(os.path.realpath(f), root).replace(os.sep, "/") for f in files)
    return [*(f"file {path}" for path in paths), *observing.asked()]


def _packed(one: Made) -> dict[str, Any]:
    files = {ending: base64.b64encode(data).decode() for ending, data in one.files.items()}
    return asdict(one) | {"files": files}


def hand_over(page: str, record: Record) -> None:
    """Let this process use what `compute` made in another one, in place of making it again."""
    if subject := without_of(page):
        without.hand_over(subject, record["findings"])
        return
    holds.hand_over(page, record["holds"])
    if record["numbers"]:
        given = (Number(**{k: _whole(v) for k, v in n.items()}) for n in record["numbers"])
        exhibits.hand_over(Numbers.of(page, given))
    made.hand_over(exhibits_of(record))


def exhibits_of(record: Record) -> dict[str, Made]:
    """Return the exhibits in what `compute` made, by id."""
    return {name: _unpacked(**packed) for name, packed in record["exhibits"].items()}


def _whole(value: Any) -> Any:
    if isinstance(value, dict):  # a term of a formula
        return Origin(**{k: _whole(v) for k, v in value.items()})
    return tuple(map(_whole, value)) if isinstance(value, list) else value


def _unpacked(files: dict[str, str], rows: Any, tables: Any, sources: Any, marks: Any) -> Made:
    data = {ending: base64.b64decode(text) for ending, text in files.items()}
    named = tuple(Mark(**{k: _whole(v) for k, v in mark.items()}) for mark in marks)
    return Made(data, tuple(tuple(row) for row in rows), tuple(tables), tuple(sources), named)
