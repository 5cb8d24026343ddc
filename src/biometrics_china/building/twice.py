"""The same bytes anywhere: build copies of the book under other conditions and name what differs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

from biometrics_china import place
from biometrics_china.building import chapters, inputs, site
from biometrics_china.building.conditions import BESIDE, HOME, NEUTRAL, OTHERS, Conditions
from biometrics_china.building.inputs import Failed, Say

#: so many copies are built side by side: a build writes its pages with one processor
_AT_ONCE = 2


def differences(root: Path, scratch: Path, say: Say) -> list[str]:
    """Build the book of a folder under other conditions and return a line for each difference.

    The site of the folder must be built. Raises Failed if it is not, or if a copy cannot be built.
    """
    if not (root / site.SITE).is_dir():
        raise Failed(f"there is no site in {site.SITE}; build it first")
    for name, content in {**HOME, "beside/sitecustomize.py": BESIDE}.items():
        (scratch / name).parent.mkdir(parents=True, exist_ok=True)
        (scratch / name).write_text(content, encoding="utf-8")
    waiting, running, found = (
        list(OTHERS),
        list[tuple[Conditions, subprocess.Popen[str]]](),
        list[str](),
    )
    try:
        while waiting or running:
            while waiting and len(running) < _AT_ONCE:
                say(f"twice: building again: {waiting[0]}")
                running.append((waiting[0], _begin(root, scratch, waiting.pop(0))))
            conditions, build = running[0]
            said, _ = build.communicate()
            running.pop(0)
            if build.returncode:
                raise Failed(f"{said}the copy was not built: {conditions}")
            lines = compare(root / site.SITE, scratch / conditions.folder / site.SITE)
            found += (f"{conditions.folder}: {line}" for line in lines)
    finally:
        for _, build in running:
            build.kill()
            build.communicate()
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


def _begin(root: Path, scratch: Path, conditions: Conditions) -> subprocess.Popen[str]:
    """Copy the book and begin to build the copy."""
    copy = scratch / conditions.folder
    copy_book(root, copy)
    if conditions.keeps:
        _keep_half(root, copy)
    path = [copy / "src", *([scratch / "beside"] if conditions.beside else [])]
    variables = {n: v for n, v in os.environ.items() if n not in (*NEUTRAL, place.VARIABLE)}
    variables |= {"PYTHONPATH": os.pathsep.join(map(str, path)), "HOME": str(scratch)}
    return subprocess.Popen(
        [sys.executable, "-m", "biometrics_china", "build", f"--jobs={conditions.jobs}"],
        cwd=copy,
        env=variables | conditions.variables,
        umask=conditions.umask,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def compare(one: Path, other: Path) -> list[str]:
    """Return a line for each file in which two folders differ, with the first place in it."""
    here, there = _contents(one), _contents(other)
    return [
        f"{name}: {_difference(here.get(name), there.get(name))}"
        for name in sorted(here | there)
        if here.get(name) != there.get(name)
    ]


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _difference(here: bytes | None, there: bytes | None) -> str:
    if here is None or there is None:
        return f"missing in the {'first' if here is None else 'other'} build"
    lines = zip_longest(here.splitlines(True), there.splitlines(True), fillvalue=b"")
    number, pair = next((n, p) for n, p in enumerate(lines, start=1) if p[0] != p[1])
    at = next(n for n, (a, b) in enumerate(zip_longest(*pair)) if a != b)
    start = max(0, at - 20)
    said = " | ".join(repr(side[start : at + 40].decode(errors="replace")) for side in pair)
    return f"line {number}, byte {at + 1}: {said}"
