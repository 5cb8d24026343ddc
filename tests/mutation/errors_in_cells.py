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
    return f.type == "string" and not (f.vocabulary or f.refers_to or f.kind or _pattern(f))


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
    made = re.sub(r"\b([a-z]{2,4}(?:-[a-z])?-?)\d{2,4}\b(?![/.-])", r"\g<1>977", value, count=1)
    return made if made != value else None


LOOKS = dict(zip("aceopxyABEHKMOPTXio", "асеорхуАВЕНКМОРТХіо", strict=True))
GREEK = dict(zip("oABEHIKMNOPTXvu", "οΑΒΕΗΙΚΜΝΟΡΤΧνυ", strict=True))
WIDE = {str(d): chr(0xFF10 + d) for d in range(10)}
WORDS_FOR_NOTHING = ("NA", "N/A", "None", "nan", "null", "TBD", "-", "?")


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
    "double_blank": (text, at(" ", "  ")),
    "nbsp": (text, at(" ", "\u00a0")),
    "zero_width": (text, at(r"(?<=\w)(?=\w)", "\u200b")),
    "control_char": (text, control),
    "replacement_char": (text, at(r"(?<=\w)\w", "\ufffd")),
    "mojibake": (text, mojibake),
    "lookalike": (text, _letters(GREEK)),
    "cyrillic": (text, _letters(LOOKS)),
    "html": (text, lambda r, v, _: _at(r, v, r"\b\w{3,}\b", r.choice(["<b>{}</b>", "{}&amp;"]).format)),
    "fullwidth_digits": (text, at(r"\d", WIDE.__getitem__)),
    "na_text": (text, one_of(*WORDS_FOR_NOTHING)),
    "typo_text": (text, swap(r"(?=(?<=[a-z])([a-z])([a-z])[a-z])")),
    "wrong_placeholder": (text, at(r"\b\w{3,}\b", "{n_of_nothing}")),
    "formula": (text, lambda r, v, _: r.choice("=+@") + v),
    "number_in_text": (text, one_of("12", "2021", "3.5")),
    "trailing_blank": (text, lambda r, v, _: v + r.choice([" ", "\u00a0"])),
    "url_wrong": (called("url"), at(r"://|\.|(?<=/)\w", lambda m: " " if m == "." else "")),
    "locator_wrong": (called("locator"), digit),
    "emptied_optional": (optional, lambda *_: ""),
    "emptied_required": (required, lambda *_: ""),
    "unknown_code": (coded, one_of("other_than_any")),
    "code_case": (coded, lambda _, v, __: v.upper() if v.upper() != v else None),
    "swap_code": (coded, other_code),
    "seen_recalled": (called("verification"), lambda _, v, __: "recalled" if v == "seen" else None),
    "recalled_seen": (called("verification"), lambda _, v, __: "seen" if v == "recalled" else None),
    "bool_flip": (lambda f: f.type == "boolean", lambda _, v, __: "false" if v == "true" else "true"),
    "country_swap": (called("country", "jurisdiction", "supplier_country", "maker_country"), other),
    "unit_change": (called("unit", "currency", "quantity_unit"), other),
    "swapped_source_id": (lambda f: f.refers_to == "sources.id" and f.type == "string", other),
    "swapped_name": (lambda f: f.refers_to == "entity_names.name" and f.type == "string", other),
    "dangling_ref": (lambda f: bool(f.refers_to), one_of("nobody-and-nothing")),
    "dangling_free_ref": (lambda f: f.name in ("note", "rows", "row_id", "row_id_a"), no_mention),
    "list_comma": (listed, commas),
    "list_dup": (listed, twice),
    "wrong_type": (number, one_of("many", "about 12")),
    "na_number": (number, one_of(*WORDS_FOR_NOTHING)),
    "sign_change": (number, lambda _, v, __: v[1:] if v[0] == "-" else f"-{v}" if float(v) else None),
    "decimal_comma": (number, lambda _, v, __: v.replace(".", ",") if "." in v else f"{v},5"),
    "leading_zero": (number, lambda _, v, __: f"0{v}"),
    "wrong_digit": (number, digit),
    "transposed": (number, swap(r"(?=(\d)(\d))")),
    "unit_down": (number, times(0.001)),
    "pct_share": (per_cent, times(0.01)),
    "pct_x100": (per_cent, times(100)),
    "shifted_year": (dated, shifted),
    "day_month_swap": (dated, turned_day),
    "date_precision_cut": (dated, cut),
    "ancient_date": (dated, years(-100)),
    "future_date": (dated, far_day),
    "date_impossible": (dated, no_day),
    "transposed_date": (dated, turned_date),
}  # fmt: skip
