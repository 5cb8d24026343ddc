"""Strict nbval must see a changed value, a changed function and a changed colour.

Each test copies the project, plants one change and compares what a notebook stores with a fresh run
in a kernel. The untouched copy must pass, or a failure would prove nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHAPTER = "chapters/analysis/regulation.ipynb"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} is no longer in {path.name}; plant something else"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def in_data(copy: Path) -> None:
    path = copy / "data/regulation/instrument_events.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(
        i for i, line in enumerate(lines) if ",cn-netid-2025,adopted,2025-05-19,day,true," in line
    )
    lines[place] = lines[place].replace("2025-05-19", "2025-05-18", 1)
    path.write_text("".join(lines), encoding="utf-8")


def in_analysis(copy: Path) -> None:
    replace(
        copy / "src/biometrics_china/analysis/regulation/passages.py",
        '(found["end"] - found["start"]).dt.days',
        '(found["end"] - found["start"]).dt.days + 1',
    )


def in_colour(copy: Path) -> None:
    replace(
        copy / "src/biometrics_china/figures/regulation_timeline.py",
        '"widens_state_power": style.ORANGE',
        '"widens_state_power": style.GREEN',
    )


def nothing(copy: Path) -> None:
    """Leave the copy as it is."""


def run_nbval(copy: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": str(copy / "src"),
        "BIOMETRICS_CHINA_DATA": str(copy / "data"),
        "PYTHONHASHSEED": "0",
    }
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-o",
        "filterwarnings=default",
        str(copy / CHAPTER),
    ]
    return subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("data", "src", "chapters"):
        shutil.copytree(
            ROOT / folder,
            tmp_path / folder,
            ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"),
        )
    for name in ("metadata.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_untouched_copy_passes(copy: Path) -> None:
    done = run_nbval(copy)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("plant", [in_data, in_analysis, in_colour])
def test_a_planted_change_is_seen(copy: Path, plant: Callable[[Path], None]) -> None:
    plant(copy)
    done = run_nbval(copy)
    assert done.returncode == 1, done.stdout[-3000:]
    assert "mismatch" in done.stdout.lower() or "nbval" in done.stdout.lower()
