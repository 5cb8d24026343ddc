"""What the book is called, who made it, which version it is: the only reader of `metadata.yml`."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from biometrics_china import place

NAME = "metadata.yml"


@dataclass(frozen=True)
class Licence:
    """A licence by its SPDX identifier, with its name and the address of its text."""

    id: str
    name: str
    address: str


LICENCES = {
    "MIT": Licence("MIT", "MIT License", "https://spdx.org/licenses/MIT.html"),
    "CC-BY-4.0": Licence(
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
}

_TEXT = {"type": "string", "pattern": r"\S"}
_VERSION = {"type": "string", "pattern": r"^20\d\d\.(1[0-2]|[1-9])\.(0|[1-9]\d*)(\.dev0)?$"}
_ADDRESS = {"type": "string", "pattern": r"^(https://[^\s?#]+/)?$"}
_LICENCE = {"enum": list(LICENCES)}


def _object(needed: str, may_have: str = "", /, **properties: Any) -> dict[str, Any]:
    names = [*needed.split(), *may_have.split()]
    return {
        "type": "object",
        "required": needed.split(),
        "additionalProperties": False,
        "properties": dict.fromkeys(names, _TEXT) | properties,
    }


_RULES = _object(
    "title short_title authors version date language licences doi address repository abstract "
    "keywords",
    "contact",
    authors={
        "type": "array",
        "minItems": 1,
        "items": {"anyOf": [_object("name"), _object("family given", "orcid")]},
    },
    version=_VERSION,
    language={"type": "string", "pattern": "^[a-z]{2}$"},
    licences=_object("code text data", code=_LICENCE, text=_LICENCE, data=_LICENCE),
    doi={"type": "string", "pattern": r"^(10\.\d{4,9}/\S+)?$"},
    address=_ADDRESS,
    repository={"type": "string", "pattern": r"^(https://[^\s?#]+)?$"},
    contact={"type": "string", "pattern": r"^([^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)?$"},
    keywords={"type": "array", "minItems": 1, "uniqueItems": True, "items": _TEXT},
)

#: what would be right, for the fields where the rule alone does not say it
_RIGHT = {
    "authors": "a list of groups (`name`) and persons (`family`, `given`, perhaps `orcid`)",
    "version": "year.month.number, such as 2026.11.0, with .dev0 behind it while in preparation",
    "date": "a day, YYYY-MM-DD, in quotes",
    "language": "a code of two letters, such as en",
    "licences": f"`code`, `text` and `data`, each one of {', '.join(LICENCES)}",
    "contact": "empty, or an e-mail address",
    "doi": "empty, or a DOI without address, such as 10.1234/abc",
    "address": "empty, or an https address of a folder that ends in /",
    "repository": "empty, or an https address",
    "keywords": "a list of words, each once",
}


def known(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a description without those that are empty: what is not known yet."""
    return {name: value for name, value in fields.items() if value}


class BadMetadata(ValueError):
    """`metadata.yml` cannot be used; the message names file, field, value and what is right."""


@dataclass(frozen=True)
class Author:
    """A group (`name` alone) or a person (`family` and `given`, and an `orcid` or none)."""

    name: str = ""
    family: str = ""
    given: str = ""
    orcid: str = ""

    @property
    def cited(self) -> str:
        """Return the author as cited: the group, or ``Family, Given``."""
        return self.name or f"{self.family}, {self.given}"


@dataclass(frozen=True)
class Metadata:
    """The fields of `metadata.yml`; what is not known yet is an empty string."""

    title: str
    short_title: str
    authors: tuple[Author, ...]
    version: str
    date: str
    language: str
    licences: dict[str, Licence]
    doi: str
    address: str
    repository: str
    abstract: str
    keywords: tuple[str, ...]
    contact: str = ""

    @property
    def is_released(self) -> bool:
        """Return whether this is a released version, and not one in preparation."""
        return not self.version.endswith(".dev0")

    @property
    def year(self) -> str:
        """Return the year of this version."""
        return self.date[:4]

    @property
    def printed_version(self) -> str:
        """Return the version as a reader sees it: a version in preparation says so."""
        return self.version if self.is_released else f"{self.version} (in preparation)"


@cache
def load() -> Metadata:
    """Return the metadata of this checkout. Raises BadMetadata."""
    return read(place.root() / NAME)


def read(path: Path) -> Metadata:
    """Return the metadata of one file. Raises BadMetadata, in one line."""
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadMetadata(f"{path.name}: this file does not exist") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadMetadata(f"{path.name}: is not YAML: {' '.join(str(error).split())}") from None
    _check(path.name, found)
    return Metadata(
        **found
        | {
            "authors": tuple(Author(**author) for author in found["authors"]),
            "licences": {part: LICENCES[name] for part, name in found["licences"].items()},
            "keywords": tuple(found["keywords"]),
        }
    )


def _check(name: str, found: Any) -> None:
    """Raise BadMetadata for the first rule that is broken."""
    error = jsonschema.Draft202012Validator(_RULES).iter_errors(found)
    first = min(error, key=lambda e: [str(p) for p in e.absolute_path], default=None)
    if first is None:
        if _is_day(found["date"]):
            return
        field, value = "date", found["date"]
    elif not first.absolute_path:
        raise BadMetadata(f"{name}: {first.message}")
    else:
        field = str(first.absolute_path[0])
        value = found[field]
    raise BadMetadata(
        f"{name}: field {field}: {value!r} is not {_RIGHT.get(field, 'a text that says something')}"
    )


def _is_day(value: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True
