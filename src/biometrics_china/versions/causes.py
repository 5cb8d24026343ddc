"""Why something differs: which of the inputs that changed can have moved it.

A number is moved by its own tables and by code that is not another subject's; a page by its own
chapter as well. Where no input changed at all, only the bytes differ, and the build is to blame.
"""

from __future__ import annotations

from collections.abc import Collection

from biometrics_china import exhibits, place, said
from biometrics_china.versions.snapshot import Json

DATA, CODE, TEXT, TOOLS, BYTES = "data", "code", "text", "tool versions", "bytes only"
#: kind of input, or part of a manifest → the cause that it is
OF_PARTS = {
    "data": DATA, "code": CODE, "text": TEXT, "releases": TEXT, "lock": TOOLS, "tools": TOOLS,
}  # fmt: skip
#: files of the data that every table leans on
_SHARED_DATA = ("codebook", "datapackage", "sources", "corrections")


def changed_inputs(old: Json, new: Json) -> dict[str, list[str]]:
    """Return cause → which inputs or tools of two manifests differ, in the order of the causes."""
    found: dict[str, list[str]] = {cause: [] for cause in (DATA, CODE, TEXT, TOOLS)}
    sides = [m["inputs"] | {"tools": m["tools"]} for m in (old, new)]
    for kind in dict.fromkeys([*sides[0], *sides[1]]):
        a, b = (side.get(kind, {}) for side in sides)
        found[OF_PARTS.get(kind, CODE)] += [n for n in {*a, *b} if a.get(n) != b.get(n)]
    return {cause: names for cause, names in found.items() if names}


def of_number(number_id: str, number: Json, changed: dict[str, list[str]]) -> list[str]:
    """Return the causes that can have moved a number."""
    return _causes(changed, number_id.partition(".")[0], number["tables"])


def of_exhibit(exhibit_id: str, changed: dict[str, list[str]]) -> list[str]:
    """Return the causes that can have moved a figure or table."""
    tables = said.tables_of(exhibit_id, place.root())
    return _causes(changed, exhibits.get(exhibit_id)[0] if tables else "", tables)


def of_page(path: str, changed: dict[str, list[str]]) -> list[str]:
    """Return the causes that can have moved a page or another file of the site."""
    return _causes(changed, path.rpartition("/")[2].partition(".")[0])


def _causes(
    changed: dict[str, list[str]], subject: str, tables: Collection[str] | None = None
) -> list[str]:
    """Return the causes that fit; all that there are, if none does; bytes, if nothing changed.

    `tables` are those behind a number or exhibit, which text does not move; None where any counts.
    """
    wanted = None if tables is None else {*tables, *_SHARED_DATA}
    known = subject if subject in exhibits.SUBJECTS else ""

    def fits(cause: str, path: str) -> bool:
        if cause == DATA:
            return wanted is None or path.rpartition("/")[2].partition(".")[0] in wanted
        if cause == TEXT and wanted is not None:
            return False
        return cause == TOOLS or not known or _subject(path) in ("", known)

    found = [cause for cause, paths in changed.items() if any(fits(cause, p) for p in paths)]
    return found or [*changed] or [BYTES]


def _subject(path: str) -> str:
    """Return the one subject that a file belongs to, or nothing for a file shared by all."""
    parts = path.split("/")
    return next((s for s in exhibits.SUBJECTS if any(p.startswith(s) for p in parts)), "")
