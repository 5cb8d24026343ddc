"""Works of one hand: all works of one author or, where none is named, of one publisher."""

from __future__ import annotations

from collections.abc import Iterable

from biometrics_china import observing, works


def of_work(work_id: str) -> tuple[str, ...]:
    """Return the authors of a work, else who issued it, else the medium it stands in."""
    work = works.all_works()[work_id]
    if work["authors"]:
        return tuple(work["authors"])
    return tuple(filter(None, [work["issuer"] or work["container"]]))


def families(work_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return maker → works, of these, for makers of more than one of them; in order of the names."""
    found: dict[str, list[str]] = {}
    for work_id in work_ids:
        for maker in of_work(work_id):
            found.setdefault(maker, []).append(work_id)
    return {maker: tuple(found[maker]) for maker in sorted(found) if len(found[maker]) > 1}


def works_of(maker: str) -> tuple[str, ...]:
    """Return all works of an author or a publisher."""
    return _by_maker()[maker]


@observing.kept
def _by_maker() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for work_id in works.all_works():
        for maker in of_work(work_id):
            found.setdefault(maker, []).append(work_id)
    return {maker: tuple(held) for maker, held in found.items()}
