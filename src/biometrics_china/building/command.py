"""The commands that build: ``build``, ``preview``, ``notebooks`` and ``twice``."""

from __future__ import annotations

import argparse
import gc
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from biometrics_china import place
from biometrics_china.building import site
from biometrics_china.building.inputs import Failed

# what runs chapters or writes pages imports pandas, matplotlib and Sphinx, so only where needed

#: more chapters at a time than this are a slip of the keyboard
_MOST_JOBS = 1024


def add_to(commands: Any) -> None:
    """Add the commands to a parser (what `argparse.add_subparsers` returns)."""
    build = commands.add_parser("build", help="bring the site up to date")
    build.add_argument("--no-cache", action="store_true", help="run every chapter")
    build.set_defaults(run=_build)
    preview = commands.add_parser(
        "preview", help="write the page of a chapter whenever it is saved, and serve it"
    )
    preview.add_argument(
        "--port", type=_number(0, 65535), default=8001, help="of this machine (default: 8001)"
    )
    preview.set_defaults(run=_preview)
    notebooks = commands.add_parser("notebooks", help="store what notebooks and chapters say now")
    notebooks.set_defaults(run=_notebooks)
    at_hand = min(os.cpu_count() or 1, _MOST_JOBS)
    for command in (build, preview, notebooks):
        command.add_argument(
            "--jobs", type=_number(1, _MOST_JOBS), default=at_hand, help="chapters at a time"
        )
    twice = commands.add_parser("twice", help="build again under other conditions and compare")
    twice.set_defaults(run=_twice)


def _number(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number within bounds, as `argparse` asks for it."""

    def read(text: str) -> int:
        with suppress(ValueError):
            if least <= (number := int(text)) <= most:
                return number
        raise argparse.ArgumentTypeError(f"{text!r}: a number from {least} to {most} is right")

    return read


def _build(chosen: argparse.Namespace) -> int:
    """Build the site."""
    root = _book()
    # a build soon ends: looking for garbage in circles would take a tenth of its time
    gc.disable()
    done = site.build(root, chosen.jobs, _say, cached=not chosen.no_cache)
    print(f"book: {'open' if done else 'nothing has changed;'} {site.SITE}/index.html")
    return 0


def _preview(chosen: argparse.Namespace) -> int:
    """Write pages as their chapters are saved, until interrupted."""
    root = _book()
    from biometrics_china.building import preview

    preview.run(root, chosen.jobs, chosen.port, _say)
    return 0


def _notebooks(chosen: argparse.Namespace) -> int:
    """Compute what is stale, store what all say now, and name the changed files."""
    root = _book()
    changed = site.renew(root, chosen.jobs, _say)
    print(f"notebooks: changed files: {', '.join(changed) or 'none'}")
    return 0


def _twice(chosen: argparse.Namespace) -> int:
    """Print what differs between the built site and builds under other conditions."""
    del chosen
    root = _book()
    from biometrics_china.building import twice

    with site.scratch(root, _say) as folder:
        found = twice.differences(root, folder, _say)
    print("\n".join(found) or "twice: the same bytes under all conditions")
    return int(bool(found))


def _book() -> Path:
    """Return the folder of the book; take out of this process what depends on machine or day.

    Raises Failed if the data of another book would be built.
    """
    root = place.root()
    if place.data() != root / "data":
        raise Failed(f"{place.VARIABLE} names the data of another book; unset it to build this one")
    # one thread: chapters run side by side, and sums do not depend on the number of cores
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    os.environ.pop("SOURCE_DATE_EPOCH", None)  # Sphinx would print its year as that of copyright
    return root


def _say(line: str) -> None:
    print(line, flush=True)
