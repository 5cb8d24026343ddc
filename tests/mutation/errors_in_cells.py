"""Errors that a person or a program makes in one cell: which fields can have them, and what becomes
of a value. A maker returns None where the error cannot be made of this value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from biometrics_china.codebook import Field

Fits = Callable[[Field], bool]
Make = Callable[[Random, str, "Around"], str | None]


class Around:
    """What a maker may know of the cell: its field, the other cells of the column, the codes."""

    def __init__(self, field: Field, column: list[str], codes: list[str]) -> None:
        self.field, self.column, self.codes = field, column, codes


def text(f: Field) -> bool:
    return f.form == "string" and not (f.vocabulary or f.refers_to or _pattern(f))


def _pattern(f: Field) -> bool:
    return "pattern" in f.constraints


def number(f: Field) -> bool:
    return f.type in ("integer", "number")


def dated(f: Field) -> bool:
    return "date" in f.form


def per_cent(f: Field) -> bool:
    return f.unit == "per cent"


def coded(f: Field) -> bool:
    return bool(f.vocabulary) and f.type == "string"


def listed(f: Field) -> bool:
    return f.type == "list"


def called(*names: str) -> Fits:
    return lambda f: f.name in names


def optional(f: Field) -> bool:
    return not f.constraints.get("required") and f.name != "id"


def required(f: Field) -> bool:
    return bool(f.constraints.get("required"))


def _at(rng: Random, value: str, pattern: str, new: Callable[[str], str]) -> str | None:
    """Replace one match of a pattern, chosen by the generator."""
    found = list(re.finditer(pattern, value))
    if not found:
        return None
    m = rng.choice(found)
    return value[: m.start()] + new(m[0]) + value[m.end() :]


def at(pattern: str, new: str | Callable[[str], str]) -> Make:
    change = new if callable(new) else lambda _: new
    return lambda rng, value, _: _at(rng, value, pattern, change)


def other(rng: Random, value: str, around: Around) -> str | None:
    """Return another value of the same column."""
    left = sorted({v for v in around.column if v and v != value})
    return rng.choice(left) if left else None


def other_code(rng: Random, value: str, around: Around) -> str | None:
    left = [code for code in around.codes if code != value]
    return rng.choice(left) if left else None


def digit(rng: Random, value: str, _: Around) -> str | None:
    return _at(rng, value, r"\d", lambda d: rng.choice([x for x in "123456789" if x != d]))


def swap(pattern: str) -> Make:
    """Swap two neighbours that differ."""

    def make(rng: Random, value: str, _: Around) -> str | None:
        found = [m.start() for m in re.finditer(pattern, value) if m[1] != m[2]]
        if not found:
            return None
        i = rng.choice(found)
        return value[:i] + value[i + 1] + value[i] + value[i + 2 :]

    return make


def times(factor: float) -> Make:
    def make(_: Random, value: str, around: Around) -> str | None:
        made = float(value) * factor
        whole = around.field.type == "integer"
        return None if not made else f"{made:.0f}" if whole else f"{made:.10g}"

    return make


def mojibake(_: Random, value: str, __: Around) -> str | None:
    raw = value.encode()
    try:
        made = raw.decode("cp1252")
    except UnicodeDecodeError:
        made = raw.decode("latin-1")
    return None if made == value else made


def years(by: int) -> Make:
    def make(_: Random, value: str, __: Around) -> str | None:
        return f"{int(value[:4]) + by:04}{value[4:]}"

    return make


def shifted(rng: Random, value: str, around: Around) -> str | None:
    return years(rng.choice([-1, 1]))(rng, value, around)


def turned_day(_: Random, value: str, __: Around) -> str | None:
    year, month, day = [*value.split("-"), "", ""][:3]
    return f"{year}-{day}-{month}" if day and day != month and int(day) <= 12 else None


def cut(_: Random, value: str, __: Around) -> str | None:
    return value.rpartition("-")[0] or None


def no_day(rng: Random, value: str, _: Around) -> str | None:
    return f"{value[:4]}-{rng.choice(['02-30', '13-01', '00-10', '04-31'])}"


def turned_date(rng: Random, value: str, _: Around) -> str | None:
    """Swap two neighbouring digits of year, month or day."""
    return swap(r"(?=(\d)(\d))")(rng, value, _)


def far_day(rng: Random, value: str, _: Around) -> str | None:
    day = date(2026, 12, 1) + timedelta(days=rng.randrange(400, 20_000))
    return str(day)[: len(value)]


def no_mention(_: Random, value: str, __: Around) -> str | None:
    mention = r"\b([a-z]{2,4}(?:-[a-z])?-?)(?!20)\d{2,4}\b(?![/.-])"
    made = re.sub(mention, r"\g<1>9777", value, count=1)
    return made if made != value else None


LOOKS = dict(zip("aceopxyABEHKMOPTXio", "асеорхуАВЕНКМОРТХіо", strict=True))
GREEK = dict(zip("oABEHIKMNOPTXvu", "οΑΒΕΗΙΚΜΝΟΡΤΧνυ", strict=True))
WIDE = {str(d): chr(0xFF10 + d) for d in range(10)}
WORDS_FOR_NOTHING = ("NA", "N/A", "None", "nan", "null", "TBD", "-", "?")


def marked(rng: Random, value: str, _: Around) -> str | None:
    return _at(rng, value, r"\b\w{3,}\b", rng.choice(["<b>{}</b>", "{}&amp;"]).format)


def turned(old: str, new: str) -> Make:
    return lambda _, value, __: new if value == old else None


def opposite(_: Random, value: str, __: Around) -> str | None:
    return "false" if value == "true" else "true"


def one_of(*values: str) -> Make:
    return lambda rng, _, __: rng.choice(values)


def twice(_: Random, value: str, around: Around) -> str | None:
    return value + around.field.delimiter + value.split(around.field.delimiter)[0]


def commas(_: Random, value: str, around: Around) -> str | None:
    made = value.replace(around.field.delimiter, ",")
    return None if made == value else made


def control(rng: Random, value: str, _: Around) -> str | None:
    return _at(rng, value, r"(?<=\w)(?=\w)", lambda _: rng.choice("\x07\x1b\t"))


def _letters(letters: dict[str, str]) -> Make:
    inside = f"(?<=[A-Za-z])[{''.join(letters)}]|[{''.join(letters)}](?=[A-Za-z])"
    return at(inside, letters.__getitem__)


#: kind of error → fields that can have it, and how it is made
CELLS: dict[str, tuple[Fits, Make]] = {
    "two blanks for one": (text, at(" ", "  ")),
    "non-breaking blank": (text, at(" ", "\u00a0")),
    "character without width": (text, at(r"(?<=\w)(?=\w)", "\u200b")),
    "control character": (text, control),
    "lost character": (text, at(r"(?<=\w)\w", "\ufffd")),
    "text in the wrong encoding": (text, mojibake),
    "Greek letter among Latin ones": (text, _letters(GREEK)),
    "Cyrillic letter among Latin ones": (text, _letters(LOOKS)),
    "markup": (text, marked),
    "full-width digit": (text, at(r"\d", WIDE.__getitem__)),
    "word for nothing in text": (text, one_of(*WORDS_FOR_NOTHING)),
    "two letters swapped": (text, swap(r"(?=(?<=[a-z])([a-z])([a-z])[a-z])")),
    "placeholder": (text, at(r"\b\w{3,}\b", "{n_of_nothing}")),
    "formula": (text, lambda r, v, _: r.choice("=+@") + v),
    "number in place of text": (text, one_of("12", "2021", "3.5")),
    "blank at the end": (text, lambda r, v, _: v + r.choice([" ", "\u00a0"])),
    "wrong address": (called("url"), at(r"://|\.|(?<=/)\w", lambda m: " " if m == "." else "")),
    "wrong digit in a locator": (called("locator"), digit),
    "optional value gone": (optional, lambda *_: ""),
    "required value gone": (required, lambda *_: ""),
    "unknown code": (coded, one_of("other_than_any")),
    "code in capitals": (coded, lambda _, v, __: v.upper() if v.upper() != v else None),
    "another code": (coded, other_code),
    "read value marked as recalled": (called("verification"), turned("seen", "recalled")),
    "recalled value marked as read": (called("verification"), turned("recalled", "seen")),
    "true for false": (lambda f: f.type == "boolean", opposite),
    "another country": (called("country", "jurisdiction", "supplier_country", "maker_country"), other),
    "another unit": (called("unit", "currency", "quantity_unit"), other),
    "another source": (lambda f: f.refers_to == "sources.id" and f.type == "string", other),
    "another name": (lambda f: f.refers_to == "entity_names.name" and f.type == "string", other),
    "reference to nothing": (lambda f: bool(f.refers_to), one_of("nobody-and-nothing")),
    "mention of no row": (lambda f: f.name in ("note", "rows", "row_id", "row_id_a"), no_mention),
    "list with commas": (listed, commas),
    "item of a list twice": (listed, twice),
    "word for a number": (number, one_of("many", "about 12")),
    "word for nothing for a number": (number, one_of(*WORDS_FOR_NOTHING)),
    "other sign": (number, lambda _, v, __: v[1:] if v[0] == "-" else f"-{v}" if float(v) else None),
    "decimal comma": (number, lambda _, v, __: v.replace(".", ",") if "." in v else f"{v},5"),
    "leading zero": (number, lambda _, v, __: f"0{v}"),
    "wrong digit": (number, digit),
    "two digits swapped": (number, swap(r"(?=(\d)(\d))")),
    "a thousandth of a number": (number, times(0.001)),
    "share for a percentage": (per_cent, times(0.01)),
    "percentage times a hundred": (per_cent, times(100)),
    "year off by one": (dated, shifted),
    "day and month swapped": (dated, turned_day),
    "day or month cut off": (dated, cut),
    "a century too early": (dated, years(-100)),
    "day in the future": (dated, far_day),
    "day not in the calendar": (dated, no_day),
    "two digits of a date swapped": (dated, turned_date),
}  # fmt: skip
