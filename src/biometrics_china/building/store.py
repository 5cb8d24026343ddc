"""Files that are whole or not there: written aside and renamed, and checked when they are read."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

from biometrics_china import digests, whole

Record = dict[str, Any]


class Damaged(Exception):
    """A stored file is not what was written."""


def write(path: Path, record: Record) -> None:
    """Write a record of JSON in place of whatever is there, with its digest in the first line.

    Raises OSError, and then leaves the one before as it was.
    """
    content = json.dumps(record, ensure_ascii=False).encode()
    folder(path.parent)
    remove(path.with_name(f".{path.name}.new"))
    if path.is_dir():
        remove(path)
    whole.write(path, [f"{digests.of_bytes(content)}\n".encode(), content])


def folder(path: Path) -> None:
    """See to it that there is a folder, in place of whatever else is there."""
    if not path.is_dir():
        remove(path)
        path.mkdir(parents=True)


def remove(path: Path) -> None:
    """Remove a file, a folder, a link or whatever else is there, if anything is."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def read(path: Path) -> Record | None:
    """Return a record, or None if there is none. Raises Damaged if it is not what was written."""
    if not os.path.lexists(path):
        return None
    try:
        if not path.is_file():  # what is no file may never end
            raise ValueError
        said, _, content = path.read_bytes().partition(b"\n")
        if said.decode() != digests.of_bytes(content):
            raise ValueError
        record: Record = json.loads(content)
    except (OSError, ValueError, RecursionError) as error:
        raise Damaged(path.name) from error
    if not isinstance(record, dict):
        raise Damaged(path.name)
    return record
