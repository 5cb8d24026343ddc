"""Single cells: blanks, items of lists, words that stand for no value."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from operator import ne

from biometrics_china.codebook import Field
from biometrics_china.validation.model import Checked, Problem, Sheet, quote, unknown

#: what pandas, and most of it R and polars, read as a missing value
NO_VALUE = {"", "#N/A", "#N/A N/A", "#NA", "<NA>", "N/A", "NA", "NULL", "None", "n/a", "null"}
NO_VALUE |= {"NaN", "nan", "-NaN", "-nan", "-1.#IND", "1.#IND", "-1.#QNAN", "1.#QNAN"}
#: what people write for one
WRITTEN = {"n.a.", "TBD", "tbd", "?", "??", "???", "-", "--", "---", "\u2013", "\u2014"}
BARE = (NO_VALUE | WRITTEN) - {""}
RIGHT = "an empty cell, or a sentence, is right"

#: what an item of a list that is not right is not, and what it could be; None if it is free
Allowed = tuple[str, Collection[str]] | None


def blanks(sheet: Sheet) -> Iterator[Problem]:
    """Yield the cells with blanks at their ends, and take the blanks away in the sheet.

    The other checks then see the cell without them, so that one blank is one problem.
    """
    for name in (described.name for described in sheet.table.fields):
        bare = {c: c.strip().strip("\u200b\ufeff").strip() for c in set(sheet.column(name))}
        for number, cell in enumerate(
            sheet.column(name) if any(map(ne, bare, bare.values())) else ()
        ):
            if bare[cell] != cell:
                text = f"{quote(cell)} has blanks at its ends; {quote(bare[cell])} has none"
                yield sheet.problem(number, name, text)
                sheet.rows[number][name] = bare[cell]


def bare_words(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield the texts that stand for no value, where the codebook does not allow them."""
    del checked
    for name in (f.name for f in sheet.table.fields if not f.bare_words):
        cells = sheet.column(name)
        for number, cell in enumerate(cells if BARE.intersection(cells) else ()):
            if cell in BARE:
                by = "pandas and others" if cell in NO_VALUE else "people"
                text = f"{quote(cell)} is read as no value by {by}; {RIGHT}"
                yield sheet.problem(number, name, text)


def items(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield the lists with an item that is empty, stands twice, or is none of those allowed."""
    allowed = {f.name: _allowed(f, checked) for f in sheet.table.fields if f.type == "list"}
    for described in (f for f in sheet.table.fields if f.name in allowed):
        for number, cell in enumerate(sheet.column(described.name)):
            for text in _items(cell, described, allowed[described.name]) if cell else ():
                yield sheet.problem(number, described.name, text)


def _allowed(described: Field, checked: Checked) -> Allowed:
    if described.vocabulary:
        codes = checked.package.labels(described.vocabulary)
        return f"not in the vocabulary {described.vocabulary}", codes
    if described.refers_to:
        table, name = described.refers_to.split(".")
        return f"no {name} of {table}", dict.fromkeys(checked.sheets[table].column(name))
    if described.names:
        return "no table of the codebook", checked.sheets
    return None


def _items(cell: str, described: Field, allowed: Allowed) -> Iterator[str]:
    seen: set[str] = set()
    for item in described.items(cell):
        if not item or item != item.strip():
            yield f"{quote(cell)} has an item that is empty or has blanks; a;b is right"
        elif item in seen:
            yield f"{quote(cell)} has the item {quote(item)} twice"
        elif allowed and item not in allowed[1]:
            yield unknown(item, *allowed)
        seen.add(item)
