"""Structure, column by column: forms, required, unique, bounds, patterns, vocabularies, keys.

The pattern of a field is given a limit of processor time: one that reads a text in very many ways
would otherwise hang the check for good, whatever its shape (``(a+)+b``, ``(a|a)*b``, ``.*.*.*b``).
"""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from biometrics_china.codebook import Field
from biometrics_china.codebook.forms import FORMS, has_form, is_above
from biometrics_china.validation.model import Checked, Problem, Sheet, quote, unknown

#: says what is wrong with a cell that is not empty, or nothing
Test = Callable[[str], str]

#: seconds of processor time for the cells of one column
PATIENCE = 5


def problems(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield what departs from the codebook in the cells of one table, one problem a cell."""
    for described in sheet.table.fields:
        tests = list(_tests(described, checked))
        try:
            with _patience():
                found = list(_column(sheet, described, tests))
        except TimeoutError:
            text = f"the pattern of the codebook takes more than {PATIENCE} s for this column"
            found = [Problem(sheet.path, text, field=described.name)]
        yield from found


def _column(sheet: Sheet, described: Field, tests: list[Test]) -> Iterator[Problem]:
    limits, first = described.constraints, dict[str, int]()
    cells = sheet.column(described.name)
    wrong = {cell: next(filter(None, (test(cell) for test in tests)), "") for cell in set(cells)}
    wrong[""] = "is empty; a value is required" if limits.get("required") else ""
    for number, cell in enumerate(cells):
        text = wrong[cell]
        if limits.get("unique") and cell and first.setdefault(cell, number) != number and not text:
            text = f"{quote(cell)} stands already in {sheet.line(first[cell])}"
        if text:
            yield sheet.problem(number, described.name, text)


def _tests(described: Field, checked: Checked) -> Iterator[Test]:
    """Yield the tests of a filled cell, of which each may rely on those before it."""
    limits, form = described.constraints, described.form
    if form in FORMS:
        yield lambda cell: "" if has_form(cell, form) else f"{quote(cell)} is not {FORMS[form][1]}"
    if "minimum" in limits:
        low = str(limits["minimum"])
        yield _limit("minimum", low, lambda cell: not is_above(low, cell, form))
    if "maximum" in limits:
        high = str(limits["maximum"])
        yield _limit("maximum", high, lambda cell: not is_above(cell, high, form))
    if "pattern" in limits:
        right = re.compile(limits["pattern"]).fullmatch
        yield _limit("pattern", limits["pattern"], lambda cell: right(cell) is not None)
    if described.type != "list" and described.vocabulary:
        name = described.vocabulary
        yield _among(f"not in the vocabulary {name}", checked.package.labels(name))
    if described.type != "list" and described.refers_to:
        table, key = described.refers_to.split(".")
        known = dict.fromkeys(checked.sheets[table].column(key))
        yield _among(f"no {key} of {table}", known)


def _limit(name: str, limit: str, holds: Callable[[str], bool]) -> Test:
    broken = f"breaks the constraint {name}: {limit}"
    return lambda cell: "" if holds(cell) else f"{quote(cell)} {broken}"


def _among(what: str, known: Collection[str]) -> Test:
    return lambda cell: "" if cell in known else unknown(cell, what, known)


@contextmanager
def _patience() -> Iterator[None]:
    """Raise TimeoutError inside after `PATIENCE`; only the main thread can be stopped like that."""

    def stop(*_: object) -> None:
        raise TimeoutError

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
