"""The shape of a codebook file: which keys stand where, and what each of them may say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from biometrics_china.codebook.forms import TYPES
from biometrics_china.codebook.problem import Problem, quote, unknown
from biometrics_china.codebook.words import Word, wrong

#: says what is wrong with a text, or nothing
Test = Callable[[str], str]


def _matches(pattern: str, right: str) -> Test:
    fits = re.compile(pattern, re.DOTALL).fullmatch
    return lambda said: "" if fits(said) else f"{quote(said)} is not {right}"


def _one_of(*right: str) -> Test:
    return lambda said: "" if said in right else unknown(said, "not right", right)


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error:
        return "is not a regular expression"
    return ""


class Shape(NamedTuple):
    """What may stand somewhere: a text that passes `text`, a list of these, or a mapping.

    A mapping has the `needed` keys and may have other `keys`, or it names things: `each` is what
    one of them is called, and the only key is then ``*``.
    """

    text: Test | None = None
    keys: Mapping[str, Shape] = {}
    needed: str = ""
    each: str = ""
    is_list: bool = False


_NAME = _matches("[a-z][a-z0-9_-]*", "a name of small letters, digits, _ and -")
_TEXT, _TRUTH = Shape(_matches(".+", "a text")), Shape(_one_of("true", "false"))
_TEXTS = Shape(_TEXT.text, is_list=True)
_WHERE = Shape(keys={"*": _TEXTS}, each="field")
_OWN = dict.fromkeys(("vocabulary", "unit", "minimum", "maximum"), _TEXT) | {
    "type": Shape(_one_of(*TYPES)),
    "refers": Shape(_matches(r"[^.]+\.[^.]+", "a table and its field, such as sources.id")),
    "names": Shape(_one_of("tables")),
    "required": Shape(_TRUTH.text, _WHERE.keys, each="field"),
    "planned": Shape(_TRUTH.text, _WHERE.keys, each="field"),
    "empty": _WHERE,
    "at_most": _TEXTS,
    "lets": Shape(_one_of("letterless", "placeholder", "reference", "wide"), is_list=True),
    "unique": _TRUTH,
    "pattern": Shape(_compiles),
    "bare_words": _TRUTH,
    "description": _TEXT,
}
_FIELDS = Shape(keys={"*": Shape(_TEXT.text, {"shared": _TEXT, **_OWN})}, each="field")


def _rule(**own: Shape) -> Shape:
    keys = {"field": _TEXT, "by": _TEXTS, **own}
    return Shape(keys=keys, needed=" ".join(keys), is_list=True)


_RULES = {
    "same": _rule(),
    "series": _rule(along=_TEXT, factor=Shape(_matches(r"[1-9]\d*(\.\d+)?", "a number above 1"))),
    "sum": _rule(along=_TEXT, of=_TEXTS, total=_TEXT),
    "steps": _rule(along=_TEXT, of=_TEXTS),
}
_TABLE = Shape(
    keys={"title": _TEXT, "description": _TEXT, "fields": _FIELDS, "rules": Shape(keys=_RULES)},
    needed="title description fields",
)
_TERM = Shape(keys={"label": _TEXT, "description": _TEXT}, needed="label description")
_FILE = {
    "shared": Shape(keys={"*": Shape(_TEXT.text, _OWN)}, each="shared column"),
    "tables": Shape(keys={"*": _TABLE}, each="table"),
    "vocabularies": Shape(keys={"*": Shape(keys={"*": _TERM}, each="code")}, each="vocabulary"),
}
#: the codebook of a folder, and the one above them all
INSIDE = Shape(keys=_FILE, needed="tables")
TOP = Shape(
    keys={"name": _TEXT, "description": _TEXT, **_FILE}
    | {"tables": Shape(keys={"*": _TABLE._replace(text=_one_of("folder"))}, each="table")},
    needed="name description tables",
)


def faults(value: Any, shape: Shape, place: Word) -> Iterator[Problem]:
    """Yield what departs from the shape of a value; `place` says where it stands, or nothing."""
    where = f"{place}: " if place else ""
    if isinstance(value, Word):
        if not shape.text:
            yield wrong(place, f"{where}is no mapping of {shape.each or ', '.join(shape.keys)}")
        elif text := shape.text(value):
            yield wrong(place, where + text)
    elif isinstance(value, list):
        if not (shape.is_list and value):
            yield wrong(place, f"{where}is a list, which may not stand here")
        for item in value:
            yield from faults(item, shape._replace(is_list=False), place)
    elif not shape.keys:
        yield wrong(place, f"{where}is a mapping, which may not stand here")
    else:
        for key in sorted(set(shape.needed.split()) - value.keys()):
            yield wrong(place, f"{where}has no {key}")
        for key, inside in value.items():
            yield from _inside(key, inside, shape, place)


def _inside(key: Word, value: Any, shape: Shape, place: Word) -> Iterator[Problem]:
    where = f"{place}: " if place else ""
    if shape.each:
        inner, name = shape.keys["*"], f"{where}{shape.each} {key}"
        if shape.each != "code" and (text := _NAME(key)):
            yield wrong(key, f"{where}{shape.each} {text}")
    elif key in shape.keys:
        inner = shape.keys[key]
        is_where = key in ("required", "planned", "empty")
        name = str(place) if inner.each and not is_where else where + key
    else:
        yield wrong(key, f"{where}key {unknown(key, 'not known', shape.keys)}")
        return
    yield from faults(value, inner, Word(name).at(key.path, key.line))
