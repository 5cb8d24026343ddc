"""Reading the codebook: every `codebook.yml` of a data folder, as one package.

The file beside the folders describes the tables beside it and names, in their place among these,
the folders with tables; what it or another file shares is known to all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from biometrics_china.codebook import rules
from biometrics_china.codebook.model import WORDS, Field, Package, Rule, Table, Term
from biometrics_china.codebook.problem import InvalidData, Problem, unknown
from biometrics_china.codebook.shape import INSIDE, TOP, faults
from biometrics_china.codebook.words import Word, load, plain, wrong

FILE = "codebook.yml"
#: keys of a column that are taken as they stand
SAME = ("description", "vocabulary", "unit", "names")
Keys = dict[str, Any]


def read(root: Path) -> Package:
    """Return the codebook of a data folder. Raises InvalidData, one line a problem."""
    if not root.is_dir():
        raise InvalidData([Problem(root.name, "this folder does not exist")])
    top, start = load(root / FILE, f"{root.name}/{FILE}"), Word().at(f"{root.name}/{FILE}", 1)
    _stop(faults(top, TOP, start))
    files: dict[str, Keys] = {
        name: {} for name, value in top["tables"].items() if value == "folder"
    }
    for folder in files:
        path = f"{root.name}/{folder}/{FILE}"
        files[folder] = load(root / folder / FILE, path)
        _stop(faults(files[folder], INSIDE, Word().at(path, 1)))
    every = [top, *files.values()]
    sections = ("shared", "tables", "vocabularies")
    _stop(problem for section in sections for problem in _twice(every, section))
    _stop(_taken(every, dict(_entries(every, "shared"))))
    _stop(rules.problems(_package(top, files)))
    return _package(plain(top), plain(files))  # whoever holds a word would hold its file as well


def _package(top: Keys, files: dict[str, Keys]) -> Package:
    every = [top, *files.values()]
    return Package(
        top["name"],
        top["description"],
        tuple(_tables(top["tables"], files, dict(_entries(every, "shared")))),
        {name: _terms(codes) for name, codes in _entries(every, "vocabularies")},
        (FILE, *(f"{folder}/{FILE}" for folder in files)),
    )


def _stop(problems: Iterable[Problem]) -> None:
    if found := list(problems):
        raise InvalidData(found)


def _entries(files: Iterable[Keys], section: str) -> Iterator[tuple[str, Any]]:
    return (entry for file in files for entry in file.get(section, {}).items())


def _twice(files: Iterable[Keys], section: str) -> Iterator[Problem]:
    seen = set[str]()
    for name, _ in _entries(files, section):
        if name in seen:
            yield wrong(name, f"{section}: {name} stands in two files")
        seen.add(name)


def _taken(files: Iterable[Keys], shared: Keys) -> Iterator[Problem]:
    """Yield the shared columns that a table takes and that are not there, and the other way."""
    tables = [table for _, table in _entries(files, "tables") if table != "folder"]
    columns = [_keys(name, value) for table in tables for name, value in table["fields"].items()]
    taken = [keys["shared"] for keys in columns if "shared" in keys]
    yield from (wrong(n, unknown(n, "no shared column", shared)) for n in taken if n not in shared)
    spare = dict.fromkeys(name for name in shared if name not in taken)
    yield from (wrong(name, f"shared column {name}: no table has it") for name in spare)


def _tables(top: Keys, files: Keys, shared: Keys) -> Iterator[Table]:
    for entry, value in top.items():
        inside = files[entry]["tables"] if entry in files else {entry: value}
        for name, said in inside.items():
            path = f"{entry}/{name}.csv" if entry in files else f"{name}.csv"
            fields = tuple(_field(n, v, shared) for n, v in said["fields"].items())
            between = tuple(_rules(said.get("rules", {})))
            yield Table(name, path, said["title"], said["description"], fields, between)


def _rules(said: Keys) -> Iterator[Rule]:
    for kind, listed in said.items():
        for keys in listed if isinstance(listed, list) else [listed]:
            lists = {key: _texts(keys[key]) for key in ("by", "of") if key in keys}
            yield Rule(kind, **(keys | lists))


def _texts(said: Any) -> tuple[str, ...]:
    """Return a text or a list of texts as several."""
    return tuple(said) if isinstance(said, list) else (said,) if said else ()


def _terms(codes: Keys) -> tuple[Term, ...]:
    return tuple(Term(code, said["label"], said["description"]) for code, said in codes.items())


def _keys(name: str, value: Any) -> Keys:
    """Return the keys of a column, of which a text is the description."""
    if isinstance(value, str):
        return {"shared": name} if value == "shared" else {"description": value}
    return value if isinstance(value, dict) else {}


def _field(name: str, value: Any, shared: Keys) -> Field:
    own = _keys(name, value)
    keys = _keys("", shared.get(own.get("shared", ""))) | own
    return Field(
        name,
        keys.get("type", "string"),
        refers_to=keys.get("refers", ""),
        at_most=_texts(keys.get("at_most")),
        bare_words=keys.get("bare_words") == "true",
        lets=_texts(keys.get("lets")),
        planned=keys.get("planned") == "true",
        constraints={key: limit for key in WORDS if (limit := _limit(key, keys))},
        required_where=_where(keys.get("required")),
        empty_where=_where(keys.get("empty")),
        planned_where=_where(keys.get("planned")),
        **{key: keys.get(key, "") for key in SAME},
    )


def _where(said: Any) -> dict[str, tuple[str, ...]]:
    return {key: _texts(v) for key, v in said.items()} if isinstance(said, dict) else {}


def _limit(key: str, keys: Keys) -> Any:
    said = keys.get(key)
    return said == "true" if key in ("required", "unique") else said
