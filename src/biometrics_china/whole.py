"""Files that are whole or not there: written aside, then put into place."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file in place of the one that is there.

    Raises OSError, or whatever `chunks` raises; then what was there stays, and nothing lies beside it.
    """
    aside = path.with_name(f".{path.name}.new")
    try:
        with aside.open("wb") as file:
            file.writelines(chunks)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
