"""The same bytes anywhere: build copies of the book under other conditions and name what differs.

Other conditions are another folder, time zone and locale, a home with settings of its own, and other
processors: instructions that this one has and older ones lack are switched off, in numpy, in its linear
algebra and in the C library, and what no switch reaches is moved by one last bit.
"""

from __future__ import annotations

import io
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import numpy as np

from biometrics_china.building import chapters, inputs, site
from biometrics_china.building.inputs import Failed, Say

#: variables that a user may have set, and that must not reach a page
_NEUTRAL = (
    "TZ", "LC_ALL", "LANG", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH", "OMP_NUM_THREADS", "MPLCONFIGDIR",
    "XDG_CONFIG_HOME", "DOCUTILSCONFIG", "IPYTHONDIR", "NPY_DISABLE_CPU_FEATURES",
    "OPENBLAS_CORETYPE", "GLIBC_TUNABLES",
)  # fmt: skip

#: settings that a home may hold, and that must not reach a page
_HOME = {
    ".docutils": "[general]\nsmart_quotes: no\n",
    ".config/matplotlib/matplotlibrc": "date.epoch: 0000-12-31T00:00:00\nfont.size: 23\n",
}
#: makes each Python process begin with another last bit
_BESIDE = "from biometrics_china.building import last_bits\nlast_bits.move(upwards=True)\n"


def older_processor(kernels: str, without: str, numpy_keeps: int) -> dict[str, str]:
    """Return the variables under which this processor does as an older one.

    `kernels` names those of OpenBLAS, `without` what the C library may not use; numpy keeps that many
    of the sets of instructions that it has loops for. On other kinds of processor only numpy obeys.
    """
    has = _instruction_sets()[numpy_keeps:]
    found = {"NPY_DISABLE_CPU_FEATURES": " ".join(has)} if has else {}
    if platform.machine() in ("x86_64", "AMD64"):
        hidden = ",".join(f"-{name}" for name in without.split())
        found |= {"OPENBLAS_CORETYPE": kernels, "GLIBC_TUNABLES": f"glibc.cpu.hwcaps={hidden}"}
    return found


def _instruction_sets() -> list[str]:
    """Return the sets of instructions, oldest first, that numpy uses here and can do without."""
    said = io.StringIO()
    with redirect_stdout(said):
        np.show_runtime()
    found = re.search(r"'found': \[(.*?)\]", said.getvalue(), re.S)
    return re.findall(r"'(\w+)'", found[1]) if found else []


@dataclass(frozen=True)
class Conditions:
    """How a copy is built: in which folder, with which variables, umask and chapters at a time.

    `keeps` leaves every second chapter as it was made by the build before, in another folder;
    `beside` moves what a processor may choose by one last bit.
    """

    folder: str
    variables: dict[str, str]
    umask: int
    jobs: int
    keeps: bool = False
    beside: bool = False

    def __str__(self) -> str:
        """Return the conditions in a line."""
        said = " ".join(f"{name}={value}" for name, value in self.variables.items())
        kept = "every second chapter kept" if self.keeps else "nothing kept"
        bits = ", last bits moved" if self.beside else ""
        return f"folder {self.folder!r}, {said}, umask {self.umask:03o}, jobs {self.jobs}, {kept}{bits}"


#: the third is the oldest processor that the locked packages run on
OTHERS = (
    Conditions(
        "elsewhere/数 据",
        {"TZ": "Asia/Urumqi", "LC_ALL": "C", "PYTHONHASHSEED": "4242", "SOURCE_DATE_EPOCH": "1"},
        umask=0o077,
        jobs=3,
        beside=True,
    ),
    Conditions(
        "third",
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}
        | older_processor("Haswell", "AVX512F AVX512VL", 1),
        umask=0o002,
        jobs=1,
        keeps=True,
    ),
    Conditions(
        "floor",
        {"TZ": "America/St_Johns", "LC_ALL": "POSIX", "PYTHONHASHSEED": "0"}
        | older_processor("Prescott", "AVX512F AVX512VL AVX2 AVX FMA FMA4 SSE4_2", 0),
        umask=0o022,
        jobs=2,
    ),
)


def differences(root: Path, scratch: Path, say: Say) -> list[str]:
    """Build the book of a folder under other conditions and return a line for each difference.

    The site of the folder must be built. Raises Failed if it is not, or if a copy cannot be built.
    """
    if not (root / site.SITE).is_dir():
        raise Failed(f"there is no site in {site.SITE}; build it first")
    found: list[str] = []
    for name, content in {**_HOME, "beside/sitecustomize.py": _BESIDE}.items():
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
    variables = {name: value for name, value in os.environ.items() if name not in _NEUTRAL}
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
