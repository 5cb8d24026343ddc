"""How the book and its parts are cited; the only place that reads `CITATION.cff`."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from biometrics_china import codebook


@cache
def metadata() -> dict[str, Any]:
    """Return the citation metadata (Citation File Format 1.2) of this checkout."""
    path = codebook.data_root().parent / "CITATION.cff"
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def authors() -> str:
    """Return the authors as they are cited."""
    names = (
        a.get("name") or f"{a['family-names']}, {a['given-names']}" for a in metadata()["authors"]
    )
    return "; ".join(names)


def of_book() -> str:
    """Return the citation of this version of the book."""
    facts = metadata()
    year = str(facts["date-released"])[:4]
    return f"{authors()} ({year}). {facts['title']}. Version {facts['version']}."


def of_part(part: str) -> str:
    """Return the citation of a figure, table or page of this version."""
    return f"{of_book()} {part}."
