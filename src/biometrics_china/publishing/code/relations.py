"""Who uses whom: exhibits and numbers the functions they are made by, tests the functions they try."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from biometrics_china import manuscript
from biometrics_china.publishing.code import reading
from biometrics_china.publishing.code.reading import Module, Target


@dataclass(frozen=True)
class Maker:
    """How an exhibit is made: the definitions that its recipe names for the frame and the drawing."""

    computed: tuple[Target, ...]
    drawn: tuple[Target, ...]


@dataclass(frozen=True)
class Test:
    """One test: the file it stands in, its name, and the definitions it names, in their order."""

    module: Module
    name: str
    tried: tuple[Target, ...]


def named(within: Module, node: ast.AST) -> tuple[Target, ...]:
    """Return the definitions in shown modules that a node names, each once, as they stand in it."""
    found = (target for _, target in reading.names(within, node))
    return tuple(dict.fromkeys(t for t in found if t[1] and t[0] in reading.shown()))


@cache
def uses() -> dict[Target, tuple[Target, ...]]:
    """Return definition → the definitions that it names."""
    return {
        (module.name, name): named(module, node)
        for module in reading.shown().values()
        for name, node in module.definitions.items()
    }


def reached(targets: tuple[Target, ...]) -> set[Target]:
    """Return some definitions with all that they use, whether itself or through others."""
    found, waiting = set(targets), [*targets]
    while waiting:
        new = {*uses().get(waiting.pop(), ())} - found
        found |= new
        waiting += new
    return found


@cache
def makers() -> dict[str, Maker]:
    """Return exhibit id → what makes it, read from the recipes."""
    found: dict[str, Maker] = {}
    for subject in manuscript.SUBJECTS:
        module = reading.shown().get(f"figures.{subject}")
        recipes = getattr(module.definitions.get("EXHIBITS"), "value", None) if module else None
        if module and isinstance(recipes, ast.Dict):
            for key, recipe in zip(recipes.keys, recipes.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(recipe, ast.Call):
                    found[str(key.value)] = _maker(module, recipe)
    return found


def _maker(module: Module, recipe: ast.Call) -> Maker:
    given: dict[str | None, ast.expr] = dict(zip(("frame", "draw"), recipe.args, strict=False))
    given |= {word.arg: word.value for word in recipe.keywords}
    made = {key: named(module, node) for key, node in given.items()}
    own = {key: _chief(all_) for key, all_ in made.items()}
    return Maker(own.get("frame", ()), own.get("draw", ()))


@cache
def exhibits_of() -> dict[Target, tuple[str, ...]]:
    """Return definition → ids of the exhibits that it takes part in, those first that name it."""
    first: dict[Target, list[str]] = {}
    then: dict[Target, list[str]] = {}
    for exhibit_id, maker in makers().items():
        direct = (*maker.computed, *maker.drawn)
        for target in direct:
            first.setdefault(target, []).append(exhibit_id)
        for target in reached(direct) - {*direct}:
            then.setdefault(target, []).append(exhibit_id)
    both = {t: (*first.get(t, ()), *then.get(t, ())) for t in {*first, *then}}
    return {t: tuple(dict.fromkeys(ids)) for t, ids in both.items()}


@cache
def tests_of() -> dict[Target, tuple[Test, ...]]:
    """Return definition → the tests that name it, themselves or by a helper in their file."""
    found: dict[Target, list[Test]] = {}
    for module in reading.tests():
        for name in module.definitions:
            if name.startswith("test_"):
                test = Test(module, name, _chief(dict.fromkeys(_tried(module, name, {name}))))
                for target in test.tried:
                    found.setdefault(target, []).append(test)
    return {target: tuple(tests) for target, tests in found.items()}


def _chief(tried: Iterable[Target]) -> tuple[Target, ...]:
    """Return what a test tries: beside what computes and draws, what all share is a means only."""
    every = tuple(tried)
    return tuple(t for t in every if t[0].partition(".")[0] in reading.ROOMS) or every


def _tried(module: Module, name: str, seen: set[str]) -> Iterator[Target]:
    """Yield what a definition of a file of tests names, first itself, then by its helpers."""
    node = module.definitions[name]
    found = [target for _, target in reading.names(module, node)]
    yield from (t for t in found if t[1] and t[0] in reading.shown())
    fixtures = [n.arg for n in ast.walk(node) if isinstance(n, ast.arg)]
    helpers = [t[1] for t in found if t[0] == module.name] + fixtures
    for helper in dict.fromkeys(helpers):
        if helper in module.definitions and helper not in seen:
            seen.add(helper)
            yield from _tried(module, helper, seen)


@cache
def numbers_of(subject: str) -> tuple[tuple[re.Pattern[str], Target], ...]:
    """Return patterns of names of numbers of a chapter, each with the function that names them.

    Names that are written out come before those that are put together.
    """
    whole: dict[str, tuple[re.Pattern[str], Target]] = {}
    parts: dict[str, tuple[re.Pattern[str], Target]] = {}
    for name, module in reading.shown().items():
        if name.startswith(f"analysis.{subject}.numbers"):
            for defined, node in module.definitions.items():
                for found in ast.walk(node):
                    if isinstance(found, ast.Constant) and isinstance(found.value, str):
                        said = re.escape(found.value)
                        whole.setdefault(said, (re.compile(said), (name, defined)))
                    elif isinstance(found, ast.JoinedStr):
                        said = "".join(map(_pattern, found.values))
                        parts.setdefault(said, (re.compile(said), (name, defined)))
    written = [v for k, v in whole.items() if re.fullmatch(r"[a-z]\w+", k)]
    return (*written, *(v for k, v in parts.items() if re.search("[a-z]{2}", k)))


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+"


def maker_of_number(number_id: str) -> Target | None:
    """Return the function that names a number; None where no name of it can be read."""
    subject, _, name = number_id.partition(".")
    fits = (target for pattern, target in numbers_of(subject) if pattern.fullmatch(name))
    return next(fits, None)
