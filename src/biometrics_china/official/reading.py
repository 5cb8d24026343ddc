"""Which reader a file is for, told by what is in it; only the Treasury's files are told by name."""

from __future__ import annotations

from collections.abc import Mapping

from biometrics_china.official import canada, delimited, ecfr, eu, markup, notices, ofac, uk
from biometrics_china.official.entry import BadFile, Copy

RIGHT = (
    "a file of ecfr.gov, the Federal Register, the Treasury, the United Kingdom, the European Union"
    " or Canada as it is issued"
)
_SIDE = frozenset(name for others in ofac.FILES.values() for name in others)


def copies(files: Mapping[str, bytes], laws: dict[str, str]) -> tuple[list[Copy], list[BadFile]]:
    """Return the copies that the files are, and what is wrong with the files that are none.

    `files` is name → bytes; the Treasury's three files count as one. `laws` is for the UK list.
    """
    found, bad = list[Copy](), list[BadFile]()
    bases = {_base(name): data for name, data in files.items()}
    for name, data in files.items():
        try:
            if _base(name) in _SIDE:
                _with_its_main(name, bases)
            elif _base(name) in ofac.FILES:
                found.append(ofac.read(name, _base(name), bases))
            else:
                found.append(read(name, data, laws))
        except BadFile as error:
            bad.append(error)
    return found, bad


def _base(name: str) -> str:
    return name.rpartition("/")[2].partition("?")[0].lower()


def _with_its_main(name: str, bases: Mapping[str, bytes]) -> None:
    main = next(main for main, others in ofac.FILES.items() if _base(name) in others)
    if main not in bases:
        raise BadFile(name, f"stands without {main}", ofac.right(main))


def read(file: str, data: bytes, laws: dict[str, str]) -> Copy:
    """Return the copy that one file is. Raises BadFile for one of an unknown shape."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if canada.is_research(data):
        return canada.read_research(file, data.decode("utf-8", errors="replace"))
    if start.startswith(b"<") and not start.lower().startswith((b"<!doctype html", b"<html")):
        return _of_tree(file, data)
    said = delimited.text(file, data, RIGHT)
    if start.startswith((b"{", b"[")):
        return notices.read_json(file, said)
    head = said[:20_000]
    if "Entity_LogicalId" in head:
        return eu.read_csv(file, said)
    if "Unique ID" in head:
        return uk.read(file, said, laws)
    raise BadFile(file, "has an unknown shape", RIGHT)


def _of_tree(file: str, data: bytes) -> Copy:
    root = markup.tree(file, data)
    if root.tag == "export":
        return eu.read_xml(file, root)
    if root.find("record") is not None:
        return canada.read_sanctions(file, root)
    if ecfr.knows(root):
        return ecfr.read(file, root)
    if notices.knows(root):
        return notices.read_xml(file, root)
    raise BadFile(file, f"is XML of an unknown shape, <{root.tag}>", RIGHT)
