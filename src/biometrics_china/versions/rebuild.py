"""Build the book afresh from a source, in a scratch folder, as a rebuilder would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from biometrics_china import place

SITE = Path("_build/html")
#: what a checkout holds that is not its source
_MADE = ("_build", ".venv", ".git", "dist", "__pycache__", "*.egg-info", ".*_cache", ".hypothesis")


#: what a surrounding make, a test or a person sets for other code
_NOT_HANDED_ON = (
    "BIOMETRICS_CHINA_DATA", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTHONPATH", "PYTHONHOME",
)  # fmt: skip


class CannotRebuild(ValueError):
    """The rebuild did not come to an end; the message is one line, and says where it stopped."""


def site_of(source: Path, scratch: Path, *, fresh_environment: bool = False) -> Path:
    """Copy a source into `scratch`, run `make book` there and return the site.

    The environment of this process serves if it was made from the same lock, unless
    `fresh_environment`; otherwise `make book` makes its own, which needs the package index. Raises
    CannotRebuild.
    """
    copied = scratch / "rebuilt"
    shutil.copytree(source, copied, ignore=shutil.ignore_patterns(*_MADE))
    shared = None if fresh_environment else _environment_for(copied)
    _make(copied, shared)
    if not (copied / SITE / "index.html").is_file():
        raise CannotRebuild(f"make book wrote no {SITE}/index.html")
    return copied / SITE


def _environment_for(source: Path) -> Path | None:
    """Return the environment of this process if the lock of a source is the one it was made from."""
    here, there = (top / "requirements.txt" for top in (place.root(), source))
    same = here.is_file() and there.is_file() and here.read_bytes() == there.read_bytes()
    if not same or not (Path(sys.prefix) / ".ready").is_file():
        return None
    named = source.parent / "environment"  # make takes no path with a blank in it
    named.symlink_to(sys.prefix)
    return named


def _make(source: Path, environment: Path | None) -> None:
    variables = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    command = ["make", "book"]
    if environment:
        # the environment stays as it is (-o), and the package is taken from the copy
        command += [f"VENV={environment}", "-o", f"{environment}/.ready"]
        variables["PYTHONPATH"] = str(source / "src")
    try:
        done = subprocess.run(
            command,
            cwd=source,
            env=variables,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise CannotRebuild("there is no make here; install it") from None
    if done.returncode:
        said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise CannotRebuild(f"make book stopped: {' / '.join(said[-3:]) or 'without a word'}")
