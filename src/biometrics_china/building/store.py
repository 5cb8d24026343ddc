"""Files that are whole or not there: written aside and renamed, and checked when they are read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from biometrics_china.building.inputs import digest


class Damaged(Exception):
    """A stored file is not what was written."""


def write(path: Path, record: dict[str, Any]) -> None:
    """Write a record of JSON in place of the one before, with its digest in the first line.

    Raises OSError, and then leaves the one before as it was.
    """
    content = json.dumps(record, ensure_ascii=False).encode()
    aside = path.with_name(f".{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        aside.write_bytes(f"{digest(content)}\n".encode() + content)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def read(path: Path) -> dict[str, Any] | None:
    """Return a record, or None if there is none. Raises Damaged if it is not what was written."""
    if not path.is_file():
        return None
    said, _, content = path.read_bytes().partition(b"\n")
    if said.decode(errors="replace") != digest(content):
        raise Damaged(path.name)
    record: dict[str, Any] = json.loads(content)
    return record
