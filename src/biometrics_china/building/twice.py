"""The same bytes anywhere: build copies of the book under other conditions and name what differs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from biometrics_china.building import chapters, inputs, site
from biometrics_china.building.conditions import BESIDE, HOME, NEUTRAL, OTHERS, Conditions
from biometrics_china.building.inputs import Failed, Say


def differences(root: Path, scratch: Path, say: Say) -> list[str]:
    """Build the book of a folder under other conditions and return a line for each difference.

    The site of the folder must be built. Raises Failed if it is not, or if a copy cannot be built.
    """
    if not (root / site.SITE).is_dir():
        raise Failed(f"there is no site in {site.SITE}; build it first")
    found: list[str] = []
    for name, content in {**HOME, "beside/sitecustomize.py": BESIDE}.items():
        (scratch / name).parent.mkdir(parents=True, exist_ok=True)
        (scratch / name).write_text(content, encoding="utf-8")
    for conditions in OTHERS:
        say(f"twice: building again: {conditions}")
        copy = scratch / conditions.folder
        copy_book(root, copy)
        if conditions.keeps:
            _keep_half(root, copy)
        _build(copy, scratch, conditions)
        found += (
            f"{conditions.folder}: {line}" for line in compare(root / site.SITE, copy / site.SITE)
        )
    return found


def copy_book(root: Path, to: Path) -> None:
    """Copy everything that a build reads, and nothing else."""
    for name in inputs.digests(root):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, to / name)


def _keep_half(root: Path, copy: Path) -> None:
    (copy / chapters.FOLDER).mkdir(parents=True)
    for path in sorted((root / chapters.FOLDER).glob("*.json"))[::2]:
        shutil.copyfile(path, copy / chapters.FOLDER / path.name)


def _build(copy: Path, home: Path, conditions: Conditions) -> None:
    variables = {name: value for name, value in os.environ.items() if name not in NEUTRAL}
    path = [copy / "src", *([home / "beside"] if conditions.beside else [])]
    variables |= {"PYTHONPATH": os.pathsep.join(map(str, path)), "HOME": str(home)}
    variables |= conditions.variables
    variables.pop("BIOMETRICS_CHINA_DATA", None)
    jobs = f"--jobs={conditions.jobs}"
    command = [sys.executable, "-m", "biometrics_china", "build", jobs]
    done = subprocess.run(
        command,
        cwd=copy,
        env=variables,
        umask=conditions.umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise Failed(f"{done.stdout}{done.stderr}the copy was not built: {conditions}")


def compare(one: Path, other: Path) -> list[str]:
    """Return a line for each file in which two folders differ, with the first place in it."""
    names = sorted({p.relative_to(top).as_posix() for top in (one, other) for p in _files(top)})
    return [f"{name}: {why}" for name in names for why in _difference(one / name, other / name)]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _difference(one: Path, other: Path) -> Iterator[str]:
    missing = [where for where, path in (("first", one), ("other", other)) if not path.is_file()]
    if missing:
        yield f"missing in the {missing[0]} build"
        return
    here, there = one.read_bytes(), other.read_bytes()
    if here == there:
        return
    lines = zip_longest(
        here.splitlines(keepends=True), there.splitlines(keepends=True), fillvalue=b""
    )
    number, pair = next((n, p) for n, p in enumerate(lines, start=1) if p[0] != p[1])
    place = next(n for n, (a, b) in enumerate(zip_longest(*pair)) if a != b)
    start = max(0, place - 20)
    said = " | ".join(repr(side[start : place + 40].decode(errors="replace")) for side in pair)
    yield f"line {number}, byte {place + 1}: {said}"
