"""The rules between the rows of one table: series without leaps, sums, steps, what stays the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from biometrics_china.codebook import Rule
from biometrics_china.codebook.forms import has_form
from biometrics_china.validation.model import Checked, Problem, Sheet, quote


def problems(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield what breaks the rules `series`, `sum`, `steps` and `same` of a table."""
    del checked
    tests = {"series": _series, "sum": _sum, "steps": _steps, "same": _same}
    for rule in sheet.table.rules:
        yield from tests[rule.kind](sheet, rule)


def _groups(sheet: Sheet, rule: Rule) -> dict[tuple[str, ...], list[int]]:
    """Return the numbers of the rows of each group, where the value and what orders it are right."""
    forms = {f.name: f.form for f in sheet.table.fields}
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, row in enumerate(sheet.rows):
        if all(row[n] and has_form(row[n], forms[n]) for n in (rule.field, rule.along)):
            found[tuple(row[name] for name in rule.by)].append(number)
    return found


def _series(sheet: Sheet, rule: Rule) -> Iterator[Problem]:
    """Yield the leaps of a series: between two values that follow each other, without a note."""
    name, along = rule.field, rule.along
    for numbers in _groups(sheet, rule).values():
        for one, other in pairwise(sorted(numbers, key=lambda n: sheet.rows[n][along])):
            rows = sheet.rows[one], sheet.rows[other]
            low, high = sorted(float(row[name]) for row in rows)
            is_leap = low > 0 and high > float(rule.factor) * low
            if is_leap and not any(r.get("note") for r in rows):
                text = (
                    f"{quote(rows[1][name])} is more than {rule.factor} times up or down from "
                    f"{rows[0][name]} in {rows[0]['id']}; a near value or a note that says why is right"
                )
                yield sheet.problem(other, name, text)


def _sum(sheet: Sheet, rule: Rule) -> Iterator[Problem]:
    """Yield the totals that are not the sum of their parts, where all of them are given once."""
    name, part = rule.field, rule.along
    for numbers in _groups(sheet, rule).values():
        rows = {sheet.rows[n][part]: n for n in numbers}
        needed = (*rule.of, rule.total)
        if not all(code in rows for code in needed):
            continue
        *parts, total = (float(sheet.rows[rows[code]][name]) for code in needed)
        if sum(parts) != total:
            number = rows[rule.total]
            right = f"{sum(parts):.10g}, the sum of {' and '.join(rule.of)}, is right"
            yield sheet.problem(
                number, name, f"{quote(sheet.rows[number][name])} is no total; {right}"
            )


def _steps(sheet: Sheet, rule: Rule) -> Iterator[Problem]:
    """Yield the days of steps that come before an earlier step; only rows that are used count."""
    name, step = rule.field, rule.along
    rank = {code: place for place, step in enumerate(rule.of) for code in step.split("/")}
    for numbers in _groups(sheet, rule).values():
        used = [n for n in numbers if sheet.rows[n].get("is_used", "true") == "true"]
        steps = [
            (rank[s], sheet.rows[n][name], n) for n in used if (s := sheet.rows[n][step]) in rank
        ]
        for place, day, number in steps:
            for other_place, other_day, other in steps:
                if other_place < place and other_day[: len(day)] > day[: len(other_day)]:
                    before = sheet.rows[other]
                    text = (
                        f"{quote(day)} is before the step {before[step]} of {other_day} "
                        f"in {before['id']}; a later day is right"
                    )
                    yield sheet.problem(number, name, text)
                    break


def _same(sheet: Sheet, rule: Rule) -> Iterator[Problem]:
    """Yield the cells that are not what most rows have of which they should be the same."""
    name, by = rule.field, rule.by
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, row in enumerate(sheet.rows):
        found[tuple([row[key] for key in by])].append(number)
    for key, numbers in found.items():
        cells = [sheet.rows[n][name] for n in numbers]
        if all(key) and any(cell != cells[0] for cell in cells):
            right = Counter(cells).most_common(1)[0][0]
            number = next(n for n in numbers if sheet.rows[n][name] != right)
            text = (
                f"{quote(sheet.rows[number][name])} is not as in other rows with {' and '.join(by)}"
            )
            yield sheet.problem(
                number, name, f"{text} {quote('; '.join(key))}; {quote(right)} is right"
            )
