"""The data of the search page, in parts that work from a folder.

First the index of chapters, findings, exhibits, reference pages and bodies; then, once something is
typed, the rows, works and bodies of lists by the first letter of a word, and the text of the pages
that are shown. Each part is a script, since a page that was opened from a folder may load nothing else.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from biometrics_china.publishing import theme
from biometrics_china.publishing.search import gathered, ids, index, records, words
from biometrics_china.publishing.search.folding import Folding
from biometrics_china.publishing.search.unit import KINDS, MEANINGS, SAID, Unit

#: names of rows in one part
_NAMES_IN_PART = 400


def write(out: Path, addresses: list[str]) -> None:
    """Write the parts of the search below `out`, from the pages at `addresses` and from the data.

    Raises FileNotFoundError if a page was not written.
    """
    first = gathered.units(out, addresses)
    every = list(records.bodies())
    first += [unit for unit in every if unit.kind == "body"]
    second = [*records.rows(), *records.cited(), *(u for u in every if u.kind == "listed")]
    for name, text in files(first, second, [*ids.groups()]).items():
        path = out / "_static" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register with Sphinx that the search is written after the pages, before files get their marks."""
    app.connect("build-finished", _write, priority=850)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if not exception and app.builder.name == "html":
        addresses = [app.builder.get_target_uri(name) for name in sorted(app.env.found_docs)]
        write(Path(app.outdir), addresses)


def files(first: list[Unit], second: list[Unit], named: Sequence[ids.Group] = ()) -> dict[str, str]:
    """Return name → text of each part: for what is found at once, what is found then, and ids."""
    texts = [block for unit in (*first, *second) for block in (*unit.heads, *unit.blocks)]
    table = words.table("".join(texts))
    folding = Folding(table)
    small = {word for said in table["small"] for word in folding.words(said)}
    pages_of = (*(unit.page for unit in (*first, *second)), *(group.page for group in named))
    addresses = list(dict.fromkeys(pages_of))
    number = {page: i for i, page in enumerate(addresses)}
    later = dict(_later(second, folding, number))
    later |= {f"t{number[page]}": texts for page, texts in _texts(first).items()}
    later |= (by_id := ids.shards(named, number))
    parts = {f"{theme.SEARCH_FOLDER}/{name}.js": _part(name, data) for name, data in later.items()}
    data = {
        "mark": f"{zlib.crc32(''.join(parts.values()).encode()):08x}",
        "words": table,
        "kinds": list(KINDS.items()),
        "meanings": MEANINGS,
        "pages": addresses,
        "said": list(SAID.values()),
        "units": [_told(unit, number, folding, small) for unit in first],
        "texts": sorted(number[page] for page in _texts(first)),
        "index": index.written(index.postings(first, folding)),
        "names": _NAMES_IN_PART,
        "shards": sorted(name for name in later if name.startswith("w")),
        "ids": sorted(by_id),
    }
    return {theme.SEARCH_DATA: f"window.SEARCH = {_json(data)};\n"} | parts


def _told(unit: Unit, number: dict[str, int], folding: Folding, small: set[str]) -> list[Any]:
    """Return a unit as the page reads it: kind, page, anchor, name, words of names, blocks, status.

    Words that only make a sentence do not count among the words of a name.
    """
    kind = list(KINDS).index(unit.kind)
    heads = unit.heads or [""]
    counts = [max(1, sum(w not in small for w in folding.words(head))) for head in heads]
    shown = [kind, number[unit.page], unit.anchor, heads[0], counts, len(unit.blocks)]
    return [*shown, *([unit.status] * bool(unit.status))]


def _texts(first: list[Unit]) -> dict[str, list[list[str]]]:
    """Return page → the blocks of each of its units."""
    found: dict[str, list[list[str]]] = {}
    for unit in first:
        if unit.kind != "body":
            found.setdefault(unit.page, []).append(unit.blocks)
    return {page: blocks for page, blocks in found.items() if any(blocks)}


def _later(
    second: list[Unit], folding: Folding, number: dict[str, int]
) -> Iterator[tuple[str, Any]]:
    """Yield name and content of the parts on rows, works and bodies of lists."""
    kinds = list(KINDS)
    for at in range(0, len(second), _NAMES_IN_PART):
        told = second[at : at + _NAMES_IN_PART]
        yield f"n{at // _NAMES_IN_PART}", [_named(u, kinds.index(u.kind), number) for u in told]
    # a name and one block each, so that a block tells its unit
    whole = [
        Unit(u.kind, u.page, u.anchor, [" · ".join(u.heads)], [" ".join(u.blocks)], "", u.unseen)
        for u in second
    ]
    for name, held in sorted(index.shards(index.postings(whole, folding)).items()):
        yield f"w{name}", index.written(held)


def _named(unit: Unit, kind: int, number: dict[str, int]) -> list[Any]:
    """Return a unit as the page reads it: kind, page, anchor, name, status, further names."""
    name, *others = unit.heads
    more = [unit.status, *others] if others else [unit.status] * bool(unit.status)
    return [kind, number[unit.page], unit.anchor, name, *more]


def _part(name: str, data: Any) -> str:
    return f"SEARCH_PART({json.dumps(name)}, {_json(data)});\n"


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
