"""Reading the codebook: every `codebook.yml` of a data folder, as one package.

The file beside the folders describes the tables beside it and names, in their place among these,
the folders with tables; what it or another file shares is known to all.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from biometrics_china.codebook import rules
from biometrics_china.codebook.fields import Keys, field_of, keys_of, known_keys
from biometrics_china.codebook.model import Field, Package, Table, Term
from biometrics_china.codebook.problem import InvalidData, Problem, quote, unknown
from biometrics_china.codebook.words import Word, load, wrong

FILE = "codebook.yml"
FOLDER = "folder"
SECTIONS = ("shared", "tables", "vocabularies")
NAME = re.compile(r"[a-z][a-z0-9_-]*")


def data_root() -> Path:
    """Return the data folder: of the checkout, or `BIOMETRICS_CHINA_DATA` where that is set."""
    named = os.environ.get("BIOMETRICS_CHINA_DATA")
    return Path(named) if named else Path(__file__).resolve().parents[3] / "data"


def read(root: Path) -> Package:
    """Return the codebook of a data folder. Raises InvalidData, one line a problem."""
    if not root.is_dir():
        raise InvalidData([Problem(root.name, "this folder does not exist")])
    files = {"": load(root / FILE, f"{root.name}/{FILE}")}
    for name, value in _mapping(files[""].get("tables")).items():
        if value == FOLDER:
            files[name] = load(root / name / FILE, f"{root.name}/{name}/{FILE}")
    reading = _Reading(root.name, files)
    package = reading.package()
    if found := reading.found or [*rules.problems(package), *reading.unused()]:
        raise InvalidData(found)
    return package


class _Reading:
    """The files of a codebook by folder, what they share, and what was wrong so far."""

    def __init__(self, root: str, files: dict[str, Keys]) -> None:
        self.files = files
        self.paths = {folder: f"{folder}/{FILE}".lstrip("/") for folder in files}
        self.found: list[Problem] = []
        for folder, file in files.items():
            start = Word("the codebook").at(f"{root}/{self.paths[folder]}", 1)
            needed = ("tables",) if folder else ("name", "description", "tables")
            known_keys(start, file, needed, SECTIONS, self.found)
        columns = self.together("shared", "shared column")
        self.shared = {name: keys_of(*column, self.found) for name, column in columns.items()}
        self.used: set[str] = set()

    def package(self) -> Package:
        """Return the package, of which each part that is wrong adds a problem to `found`."""
        terms = self.together("vocabularies", "vocabulary")
        vocabularies = {name: tuple(self.terms(*given)) for name, given in terms.items()}
        tables = self.together("tables", "table")
        homes = {t: f for f, file in self.files.items() for t in _mapping(file.get("tables"))}
        order = [n for name in _mapping(self.files[""].get("tables")) for n in self.inside(name)]
        made = [self.table(name, homes[name], *tables[name]) for name in order]
        head = self.files[""]
        paths = tuple(self.paths.values())
        return Package(*_texts(head, "name", "description"), tuple(made), vocabularies, paths)

    def inside(self, name: str) -> Iterable[str]:
        """Return the tables of a folder, or the name of a table itself."""
        return _mapping(self.files[name].get("tables")) if name in self.files else [name]

    def together(self, section: str, what: str) -> dict[str, tuple[str, Any]]:
        """Return name → place and value of all entries of a section of all files."""
        made: dict[str, tuple[str, Any]] = {}
        sections = (_mapping(file.get(section)) for file in self.files.values())
        for name, value in (entry for entries in sections for entry in entries.items()):
            if name in made:
                self.say(name, f"{what} {name}: stands in two files")
            self.name(name, what)
            made[name] = (_place(name, f"{what} {name}"), value)
        return made

    def terms(self, place: str, value: Any) -> Iterable[Term]:
        """Yield the terms of a vocabulary."""
        if not (codes := _mapping(value)):
            self.say(place, f"{place}: is not a mapping of codes")
        for code, said in codes.items():
            at = _place(code, f"{place}: code {code}")
            known_keys(at, said, ("label", "description"), (), self.found)
            yield Term(code, *_texts(said, "label", "description"))

    def table(self, name: str, folder: str, place: str, value: Any) -> Table:
        """Return a table of a folder."""
        said = known_keys(place, value, ("title", "description", "fields"), (), self.found)
        fields = [self.field(n, place, v) for n, v in _mapping(said.get("fields")).items()]
        path = f"{folder}/{name}.csv".lstrip("/")
        title, description = _texts(said, "title", "description")
        return Table(name, path, title, description, tuple(fields))

    def field(self, name: str, table: str, value: Any) -> Field:
        """Return a field, of what is shared and what is its own."""
        self.name(name, f"{table}: field")
        place = _place(name, f"{table}: field {name}")
        keys = {"shared": name} if value == "shared" else keys_of(place, value, self.found)
        if shared := keys.pop("shared", ""):
            self.used.add(shared)
            if shared not in self.shared:
                text = unknown(shared, "no shared column", self.shared)
                self.say(shared, f"{place}: {text}")
            keys = self.shared.get(shared, {}) | keys
        elif "description" not in keys:
            self.say(place, f"{place}: has no description")
        return field_of(name, keys)

    def name(self, name: str, what: str) -> None:
        """Keep a name that is none as a problem."""
        if not NAME.fullmatch(name):
            self.say(name, f"{what} {quote(name)}: only small letters, digits, _ and - are right")

    def say(self, word: str, text: str) -> None:
        """Keep what is wrong with a word."""
        self.found.append(wrong(word, text))

    def unused(self) -> list[Problem]:
        """Return the shared columns that no table has."""
        spare = [name for name in self.shared if name not in self.used]
        return [wrong(name, f"shared column {name}: no table has it") for name in spare]


def _mapping(value: Any) -> Keys:
    return value if isinstance(value, dict) else {}


def _texts(value: Any, first: str, second: str) -> tuple[str, str]:
    return str(_mapping(value).get(first, "")), str(_mapping(value).get(second, ""))


def _place(word: str, text: str) -> str:
    """Return words that name a part of the codebook and stand where it does."""
    return Word(text).at(word.path, word.line) if isinstance(word, Word) else text
