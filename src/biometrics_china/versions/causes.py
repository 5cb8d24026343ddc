"""Why something differs: which of the inputs that changed can have moved it.

A number is moved by its own tables and by code that is not another subject's; a page by its own
chapter as well. Where no input changed at all, only the bytes differ, and the build is to blame.
"""

from __future__ import annotations

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
    """Return kind of input → what differs between two manifests, without empty kinds."""
    kinds = dict.fromkeys([*old["inputs"], *new["inputs"]])
    found = {k: _differing(old["inputs"].get(k, {}), new["inputs"].get(k, {})) for k in kinds}
    found["text"] = found.get("text", []) + found.pop("releases", [])
    found["tools"] = found.pop("lock", []) + _differing(old["tools"], new["tools"])
    return {kind: paths for kind, paths in found.items() if paths}


def _differing(old: Json, new: Json) -> list[str]:
    return sorted(name for name in {*old, *new} if old.get(name) != new.get(name))


def of_number(number_id: str, number: Json, changed: dict[str, list[str]]) -> list[str]:
    """Return the causes that can have moved a number."""
    return _causes(changed, tuple(number["tables"]), number_id.partition(".")[0], with_text=False)


def of_exhibit(exhibit_id: str, changed: dict[str, list[str]]) -> list[str]:
    """Return the causes that can have moved a figure or table."""
    tables = said.tables_of(exhibit_id, place.root())
    subject = exhibits.get(exhibit_id)[0] if tables else ""
    return _causes(changed, tables, subject, with_text=False)


def of_page(path: str, changed: dict[str, list[str]]) -> list[str]:
    """Return the causes that can have moved a page or another file of the site."""
    subject = path.rpartition("/")[2].partition(".")[0]
    return _causes(changed, None, subject if subject in exhibits.SUBJECTS else "", with_text=True)


def _causes(
    changed: dict[str, list[str]],
    tables: tuple[str, ...] | None,
    subject: str,
    *,
    with_text: bool,
) -> list[str]:
    """Return the causes that fit; all that there are, if none does; bytes, if nothing changed."""
    everything = {DATA: "data", CODE: "code", TEXT: "text", TOOLS: "tools"}
    there = [cause for cause, kind in everything.items() if changed.get(kind)]
    wanted = None if tables is None else {*tables, *_SHARED_DATA}
    fits = {
        DATA: any(wanted is None or _stem(p) in wanted for p in changed.get("data", ())),
        CODE: any(_subject(p) in ("", subject) or not subject for p in changed.get("code", ())),
        TEXT: with_text
        and any(_subject(p) in ("", subject) or not subject for p in changed.get("text", ())),
        TOOLS: bool(changed.get("tools")),
    }
    return [cause for cause in there if fits[cause]] or there or [BYTES]


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _subject(path: str) -> str:
    """Return the one subject that a file belongs to, or nothing for a file shared by all."""
    parts = path.split("/")
    return next((s for s in exhibits.SUBJECTS if any(p.startswith(s) for p in parts)), "")
