"""A function whose statements stand each on its own: one that raises takes down what rests on it only.

A function that adds the numbers of a chapter picks rows by their ids. Where such a row fell, its number
cannot be made, and neither can what is made of it; the others can.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from types import FunctionType

#: methods that put something into what they are called on: if that fails, it lacks something
_FILLING = {"append", "extend", "insert", "setdefault", "update"}


#: the argument by which the function is told what to call before each of its statements
BEFORE = "__before__"


@cache
def alone(function: FunctionType, only: frozenset[int] | None = None) -> FunctionType:
    """Return the function with each statement on its own, in the same module.

    A statement that raises is passed over, and the names that it would have given are unknown from
    then on, so that what uses them is passed over as well. What it returns is None. `only` names
    the statements that are kept, by their places; before each, `BEFORE` is called with its place.
    """
    defined = _defined(function)
    defined.decorator_list = []
    kept = [(n, s) for n, s in enumerate(defined.body) if only is None or n in only]
    told = [(ast.parse(f"{BEFORE}({n})").body[0], _passed_over(s)) for n, s in kept]
    defined.body = [statement for both in told for statement in both] or [ast.Pass()]
    defined.args.kwonlyargs.append(ast.arg(BEFORE))
    defined.args.kw_defaults.append(None)
    made: dict[str, FunctionType] = {}
    tree = ast.fix_missing_locations(ast.Module([defined], []))
    exec(compile(tree, inspect.getfile(function), "exec"), function.__globals__ | {}, made)
    found = FunctionType(
        made[function.__name__].__code__,
        function.__globals__,
        function.__name__,
        function.__defaults__,
    )
    found.__kwdefaults__ = {**(function.__kwdefaults__ or {}), BEFORE: _nothing}
    return found


def _nothing(_place: int) -> None:
    pass


@cache
def needed(function: FunctionType, wanted: frozenset[int]) -> frozenset[int]:
    """Return the places of the statements that some rest on by what they name, with their own.

    A statement that could end the function is always among them.
    """
    body = _defined(function).body
    found, read = set(wanted), set[str]()
    for place in range(len(body) - 1, -1, -1):
        gives = _names(body[place])
        if place in wanted or gives & read or any(map(_is_kept, ast.walk(body[place]))):
            found.add(place)
            read |= {n.id for n in ast.walk(body[place]) if isinstance(n, ast.Name)}
    return frozenset(found)


@cache
def places(function: FunctionType) -> frozenset[int]:
    """Return the places of all statements of a function."""
    return frozenset(range(len(_defined(function).body)))


def _is_kept(node: ast.AST) -> bool:
    return isinstance(node, ast.Return | ast.Import | ast.ImportFrom | ast.FunctionDef)


@cache
def _source(function: FunctionType) -> str:
    return textwrap.dedent(inspect.getsource(function))


def _defined(function: FunctionType) -> ast.FunctionDef:
    defined = ast.parse(_source(function)).body[0]
    assert isinstance(defined, ast.FunctionDef)
    return defined


def _each(body: list[ast.stmt]) -> list[ast.stmt]:
    return [_passed_over(statement) for statement in body]


def _passed_over(statement: ast.stmt) -> ast.stmt:
    """Return a statement, and those inside it, in a clause that forgets what it names if it fails."""
    for field in ("body", "orelse"):
        inner = getattr(statement, field, None)
        if isinstance(statement, ast.For | ast.If | ast.With) and inner:
            setattr(statement, field, _each(inner))
    names = _names(statement)
    forget = [_forgotten(name) for name in sorted(names)]
    handler = ast.ExceptHandler(ast.Name("Exception", ast.Load()), None, forget or [ast.Pass()])
    return ast.Try([statement], [handler], [], [])


def _names(statement: ast.stmt) -> set[str]:
    """Return the names that a statement gives, or fills."""
    found = {
        node.id
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    for node in ast.walk(statement):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            on = node.func.value
            if node.func.attr in _FILLING and isinstance(on, ast.Name):
                found.add(on.id)
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            found |= {n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)}
    return found


def _forgotten(name: str) -> ast.stmt:
    """Return ``try: del name`` that minds nothing."""
    gone = ast.Delete([ast.Name(name, ast.Del())])
    handler = ast.ExceptHandler(ast.Name("Exception", ast.Load()), None, [ast.Pass()])
    return ast.Try([gone], [handler], [], [])
