"""Files that are whole or not there: written aside and renamed, and checked when they are read."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from biometrics_china import digests


class Damaged(Exception):
    """A stored file is not what was written."""


def write(path: Path, record: dict[str, Any]) -> None:
    """Write a record of JSON in place of the one before, with its digest in the first line.

    Raises OSError, and then leaves the one before as it was. A folder that somebody put there is
    removed.
    """
    content = json.dumps(record, ensure_ascii=False).encode()
    aside = path.with_name(f".{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        for there in (aside, path):
            if there.is_dir() and not there.is_symlink():
                remove(there)
        aside.write_bytes(f"{digests.of_bytes(content)}\n".encode() + content)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Remove a record, or a folder in its place, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def read(path: Path, shape: Mapping[str, type] = MappingProxyType({})) -> dict[str, Any] | None:
    """Return a record, or None if there is none.

    Raises Damaged if it is not what was written, or if it lacks a key of `shape` (with its type).
    """
    if not path.exists():
        return None
    try:
        said, _, content = path.read_bytes().partition(b"\n")
        record: dict[str, Any] = json.loads(content)
    except (OSError, ValueError, RecursionError) as error:
        raise Damaged(path.name) from error
    is_whole = said.decode(errors="replace") == digests.of_bytes(content)
    if not is_whole or not isinstance(record, dict):
        raise Damaged(path.name)
    if not all(isinstance(record.get(key), kind) for key, kind in shape.items()):
        raise Damaged(path.name)
    return record
