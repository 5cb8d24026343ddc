"""SHA-256 in hexadecimal: the one way in which the book names content."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path


def of_bytes(content: bytes) -> str:
    """Return the digest of some bytes."""
    return hashlib.sha256(content).hexdigest()


def of_text(text: str) -> str:
    """Return the digest of a text in UTF-8."""
    return of_bytes(text.encode())


def of_facts(facts: object) -> str:
    """Return the digest of lists, dictionaries, numbers and strings; order of keys is no matter."""
    return of_text(json.dumps(facts, ensure_ascii=False, sort_keys=True))


def of_file(path: Path) -> str:
    """Return the digest of the content of a file. Raises OSError."""
    return of_bytes(path.read_bytes())
