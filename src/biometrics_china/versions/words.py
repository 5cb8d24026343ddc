"""A comparison of two versions in words: lines for a terminal, and the counts that sum it up."""

from __future__ import annotations

from collections.abc import Iterator

from biometrics_china.versions.snapshot import Json

#: part of a comparison → one thing, several things
THINGS = {
    "numbers": ("number", "numbers"),
    "claims": ("finding", "findings"),
    "exhibits": ("figure or table", "figures and tables"),
}
_VERBS = ("added", "removed", "changed")
#: longer lines are cut
_WIDEST = 4_000
NOTHING = "nothing that the book says differs"


def summary(found: Json) -> str:
    """Return one sentence: how many rows, numbers, claims and exhibits came, went and changed."""
    rows = found["rows"].values()
    counts = [("record", "records", {v: sum(len(part[v]) for part in rows) for v in _VERBS})]
    verbs = (*_VERBS, "renamed")
    fields = {v: sum(len(part["fields"].get(v, ())) for part in rows) for v in verbs}
    counts.append(("field", "fields", fields))
    counts += [(*names, {v: len(found[k][v]) for v in _VERBS}) for k, names in THINGS.items()]
    parts = []
    for one, many, of in counts:
        if said := [f"{n:,} {verb}" for verb, n in of.items() if n]:
            parts.append(f"{many if sum(of.values()) != 1 else one}: {', '.join(said)}")
    return "; ".join(parts) or NOTHING


def lines(found: Json) -> Iterator[str]:
    """Yield the whole comparison as lines for a terminal, rows first, as a change runs."""
    yield f"{found['from']['version']} → {found['to']['version']}: {summary(found)}"
    for table, part in found["rows"].items():
        yield from (f"table {table}: {line}" for line in fields(part))
        yield from (f"row {table}/{i}: added" for i in part["added"])
        yield from (f"row {table}/{i}: removed" for i in part["removed"])
        for row in part["changed"]:
            yield from (f"row {table}/{row['id']}: {change(f)}" for f in row["fields"])
    yield from _of_ids(found, "numbers")
    yield from (f"number {n['id']}: {movement(n)}" for n in found["numbers"]["changed"])
    yield from _of_ids(found, "claims")
    for claim in found["claims"]["changed"]:
        yield from (f"finding {claim['id']}: {change(f)}" for f in claim["fields"])
    yield from _of_ids(found, "exhibits")
    for e in found["exhibits"]["changed"]:
        yield f"{e['label']} ({e['id']}): {', '.join(e['parts'])} changed"
    yield from (f"tool {change(tool)}" for tool in found["tools"])


def fields(part: Json) -> Iterator[str]:
    """Yield which fields of a table came, went or were renamed."""
    yield from (
        f"field {r['before']} renamed {r['after']}" for r in part["fields"].get("renamed", ())
    )
    for verb in ("added", "removed"):
        yield from (f"field {name} {verb}" for name in part["fields"].get(verb, ()))


def _of_ids(found: Json, kind: str) -> Iterator[str]:
    for verb in ("added", "removed"):
        yield from (f"{THINGS[kind][0]} {i}: {verb}" for i in found[kind][verb])


def change(field: Json) -> str:
    """Return ``field: before → after``; what is empty is called so."""
    return f"{field['name']}: {_value(field['before'])} → {_value(field['after'])}"


def _value(value: object) -> str:
    return "empty" if value in (None, "") else str(value)


def movement(number: Json) -> str:
    """Return ``before → after`` of a number and by how much it moved: absolute and in per cent."""
    said = f"{number['before']} → {number['after']}"
    if "by" not in number:
        return said
    share = "" if number["by_percent"] is None else f", {number['by_percent']:+g} per cent"
    return f"{said} ({number['by']:+g}{share})"


def plain(line: str) -> str:
    """Return a line that cannot be taken for two, nor move a terminal, whatever it was made of.

    Control characters, line breaks, marks of direction and lone surrogates are written as escapes.
    """
    safe = (c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)
    return "".join(safe) if len(line) <= _WIDEST else plain(f"{line[: _WIDEST - 1]}…")
