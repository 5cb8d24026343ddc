"""In the kernel of a chapter: what the chapter used, and what it made.

Nothing is listed by hand. `watch` is called before the first cell and notes the files that are opened;
`keep` is called after the last one, and adds the modules that were imported and the tables and
vocabularies that were handed out.
"""

from __future__ import annotations

import base64
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from biometrics_china import exhibits, tables
from biometrics_china.building import store
from biometrics_china.numbers import Number, Numbers
from biometrics_china.publishing import made
from biometrics_china.publishing.made import Made

#: parts of the book's folder that hold no source of it
_BUILT = ("_build", ".venv", ".git")
_opened: set[str] = set()


def watch(root: Path) -> None:
    """From now on note every file below `root` that is opened for reading.

    The data are validated first, so that only a file which is read past `tables` is noted.
    """
    tables.check()
    inside, built = f"{root}{os.sep}", tuple(f"{root / name}{os.sep}" for name in _BUILT)
    built += (f"{sys.prefix}{os.sep}",)

    def note(event: str, given: tuple[Any, ...]) -> None:
        if event != "open" or not isinstance(given[0], str | os.PathLike):
            return
        path, mode = os.path.abspath(given[0]), given[1] or "r"
        reads = not set(mode) & set("wax")
        code = path.endswith((".py", ".pyc"))
        if reads and not code and path.startswith(inside) and not path.startswith(built):
            _opened.add(path)

    sys.addaudithook(note)


def used(root: Path) -> list[str]:
    """Return what this process used: ``file …`` (modules too) and what `tables.asked` names."""
    modules = [m for name, m in sys.modules.items() if name.split(".")[0] == "biometrics_china"]
    files = _opened | {str(m.__file__) for m in modules}
    paths = sorted(os.path.relpath(os.path.realpath(f), root).replace(os.sep, "/") for f in files)
    return [*(f"file {path}" for path in paths), *tables.asked()]


def keep(subject: str, root: str, path: str) -> None:
    """Write what the chapter of a subject used and made to a file; other pages make nothing."""
    record: dict[str, Any] = {"numbers": [], "exhibits": {}}
    if subject in exhibits.SUBJECTS:
        record["numbers"] = [asdict(n) for n in exhibits.numbers_of(subject).values()]
        shown = exhibits.of_subject(subject)
        record["exhibits"] = {e.id: _packed(made.of(e.id)) for e in shown}
    store.write(Path(path), record | {"used": used(Path(root))})


def _packed(one: Made) -> dict[str, Any]:
    files = {ending: base64.b64encode(data).decode() for ending, data in one.files.items()}
    return {"files": files, "rows": one.rows, "sources": one.sources}


def hand_over(subject: str, record: dict[str, Any]) -> None:
    """Let this process use what `keep` wrote in another one, in place of making it again."""
    if record["numbers"]:
        given = (Number(**{**n, "tables": tuple(n["tables"])}) for n in record["numbers"])
        exhibits.hand_over(Numbers.of(subject, given))
    made.hand_over({name: _unpacked(packed) for name, packed in record["exhibits"].items()})


def _unpacked(packed: dict[str, Any]) -> Made:
    files = {ending: base64.b64decode(data) for ending, data in packed["files"].items()}
    return Made(files, tuple(tuple(row) for row in packed["rows"]), tuple(packed["sources"]))
