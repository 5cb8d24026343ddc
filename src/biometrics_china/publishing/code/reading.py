"""The code as text: its modules, what each of them defines, and what a name in it stands for.

The files are read and not run, so that a page shows what is there, tests too. A module is named below
the package (``analysis.regulation.counts``), a file of tests by its path.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from biometrics_china import place

PACKAGE = "biometrics_china"
#: rooms of which all modules are shown; of the other rooms those that these import
ROOMS = ("analysis", "figures")
#: folders with the tests of what computes and draws; what lies deeper does not count
TESTS = ("tests", "tests/analysis", "tests/figures")

#: a module and the name of a definition in it; the name is empty where the module itself is meant
Target = tuple[str, str]
#: line and column, in characters, of the word in which a name ends
Position = tuple[int, int]
Definition = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True, eq=False)
class Module:
    """One file: its name, its path below the book, its lines, and what its names stand for.

    `definitions` are statements of its top level by the name they define, `imports` what it imports.
    """

    name: str
    path: str
    lines: tuple[str, ...]
    tree: ast.Module
    definitions: dict[str, ast.stmt]
    imports: dict[str, Target]


@cache
def shown() -> dict[str, Module]:
    """Return the modules that are shown, by name, in alphabetical order."""
    folder = place.root() / "src" / PACKAGE
    paths = [p for room in ROOMS for p in (folder / room).rglob("*.py")]
    names = {_name(path.relative_to(folder)) for path in paths if path.name != "__init__.py"}
    own = [found for name in names if (found := module(name))]
    beside = {target[0] for one in own for target in one.imports.values()}
    every = (found for name in sorted(names | beside) if (found := module(name)))
    return {one.name: one for one in every if one.definitions}


@cache
def tests() -> tuple[Module, ...]:
    """Return the files of tests, in the order of their paths; none where the book has no tests."""
    root = place.root()
    paths = sorted(path for folder in TESTS for path in (root / folder).glob("test_*.py"))
    return tuple(_read(p, p.relative_to(root).as_posix(), "") for p in paths)


def _name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts)


@cache
def module(name: str) -> Module | None:
    """Return a module of the package by its name, shown or not; None if there is none."""
    whole = place.root() / "src" / PACKAGE / name.replace(".", "/")
    for path in (whole.with_suffix(".py"), whole / "__init__.py"):
        if path.is_file():
            package = name if path.name == "__init__.py" else name.rpartition(".")[0]
            return _read(path, name, package)
    return None


def _read(path: Path, name: str, package: str) -> Module:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    defined = {n: node for node in tree.body for n in _defined(node)}
    below = path.relative_to(place.root()).as_posix()
    imports = dict(_imports(tree, package))
    return Module(name, below, tuple(source.splitlines(keepends=True)), tree, defined, imports)


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    for target in targets if isinstance(node, ast.Assign | ast.AnnAssign) else ():
        yield from (n.id for n in ast.walk(target) if isinstance(n, ast.Name)) if target else ()


def _imports(tree: ast.Module, package: str) -> Iterator[tuple[str, Target]]:
    """Yield each imported name with what it stands for, as far as it is of the package."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom):
            continue
        whole = node.module or ""
        if node.level:
            whole = ".".join(filter(None, (PACKAGE, package, whole)))
        if whole.partition(".")[0] == PACKAGE:
            below = whole.partition(".")[2]
            for alias in node.names:
                inner = f"{below}.{alias.name}".lstrip(".")
                is_module = module_exists(inner)
                yield alias.asname or alias.name, (inner, "") if is_module else (below, alias.name)


@cache
def module_exists(name: str) -> bool:
    """Return whether the package has a module of that name."""
    whole = place.root() / "src" / PACKAGE / name.replace(".", "/")
    return whole.with_suffix(".py").is_file() or (whole / "__init__.py").is_file()


@cache
def home(target: Target) -> Target | None:
    """Return where a thing is defined that a module hands on; None if nothing defines it."""
    name, defined = target
    found = module(name)
    if not defined or found is None:
        return target if found else None
    if module_exists(f"{name}.{defined}"):
        return f"{name}.{defined}", ""
    if defined in found.definitions:
        return target
    return home(found.imports[defined]) if defined in found.imports else None


@cache
def names(within: Module, node: ast.AST) -> tuple[tuple[Position, Target], ...]:
    """Return what the names in a node stand for, each with its place, in the order of places.

    Left out are names that the node itself sets, arguments among them, and those of other packages. A
    name within an f-string has the place of the string: older Pythons know no other.
    """
    every = [*_walk(node)]
    own = {n.arg for n, _ in every if isinstance(n, ast.arg)}
    own |= {n.id for n, _ in every if isinstance(n, ast.Name) and is_set(n)}
    own -= {*_defined(node)} if isinstance(node, ast.stmt) else set()
    found = {
        (position(within, string or n), target)
        for n, string in every
        if (target := _meant(within, n, own)) is not None
    }
    return tuple(sorted(found))


def _walk(node: ast.AST, string: ast.AST | None = None) -> Iterator[tuple[ast.AST, ast.AST | None]]:
    """Yield a node with all below it, each with the f-string around it."""
    yield node, string
    for child in ast.iter_child_nodes(node):
        around = string or (node if isinstance(node, ast.JoinedStr) else None)
        yield from _walk(child, around)


def is_set(name: ast.Name) -> bool:
    """Return whether a name is set where it stands, and not used."""
    return not isinstance(name.ctx, ast.Load)


def _meant(within: Module, node: ast.AST, own: set[str]) -> Target | None:
    if isinstance(node, ast.alias):
        meant = within.imports.get(node.asname or node.name)
        return home(meant) if meant else None
    if isinstance(node, ast.Attribute):
        base = _meant(within, node.value, own)
        return home((base[0], node.attr)) if base and not base[1] else None
    if not isinstance(node, ast.Name) or is_set(node) or node.id in own:
        return None
    if node.id in within.definitions:
        return within.name, node.id
    return home(within.imports[node.id]) if node.id in within.imports else None


def position(within: Module, node: ast.AST) -> Position:
    """Return the place of a name, or of the last part of a dotted one."""
    line, column = node.lineno, node.col_offset  # type: ignore[attr-defined]
    if isinstance(node, ast.Attribute):
        line = node.end_lineno or line
        column = (node.end_col_offset or 0) - len(node.attr.encode())
    return line, len(within.lines[line - 1].encode()[:column].decode())
