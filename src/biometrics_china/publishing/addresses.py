"""Addresses of works and of the pages that were read, and which of them are not linked."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from biometrics_china import provenance, works

Row = Mapping[Hashable, Any]

#: how a page stands to a work that is not on the host of its issuer: mirrors change hands
_COPIES = ("full_copy", "excerpt", "opening")
#: kinds of page whose address is printed and not linked, whatever stands there
_MIRRORS = ("official_copy", "news_copy", "weak")
#: where copies may be linked: collections of laws and data with their whole history
_KEPT = "https://github.com/"


def is_doubtful(row: Row) -> bool:
    """Return whether a source is a copy on the host of others, or lies on a weak host."""
    is_copy = row["standing"] in _COPIES and not str(row["url"]).startswith(_KEPT)
    return bool(row["has_weak_host"]) or row["tier"] in _MIRRORS or is_copy


def is_linked(work_id: str) -> bool:
    """Return whether the address of a work's original is known and no doubtful page stands there."""
    address = works.address(work_id)
    rows = (provenance.source(i) for i in works.copies().get(work_id, ()))
    return bool(address) and not any(r["url"] == address and is_doubtful(r) for r in rows)


def linked(work_id: str) -> str:
    """Return the address of a work's original where it may be linked, or ''."""
    return works.address(work_id) if is_linked(work_id) else ""


def unlinked(work_id: str) -> str:
    """Return the address of a work's original where it is only printed, or ''."""
    return "" if is_linked(work_id) else works.address(work_id)
