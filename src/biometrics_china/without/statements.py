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


@cache
def alone(function: FunctionType) -> FunctionType:
    """Return the function with each statement on its own, in the same module.

    A statement that raises is passed over, and the names that it would have given are unknown from
    then on, so that what uses them is passed over as well. What it returns is None.
    """
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    defined = tree.body[0]
    assert isinstance(defined, ast.FunctionDef)
    defined.decorator_list = []
    defined.body = _each(defined.body)
    made: dict[str, FunctionType] = {}
    code = compile(ast.fix_missing_locations(tree), inspect.getfile(function), "exec")
    exec(code, function.__globals__ | {}, made)
    found = FunctionType(
        made[function.__name__].__code__,
        function.__globals__,
        function.__name__,
        function.__defaults__,
    )
    found.__kwdefaults__ = function.__kwdefaults__
    return found


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
