"""YAML as words: every word knows its file and line, and none is taken for a number or a truth.

YAML 1.1 reads ``no`` as false, ``2019-03-01`` as a date and ``1_000`` as a thousand; of a key that
stands twice it keeps the last. Here all of these stay text, and the second key is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from biometrics_china.codebook.problem import InvalidData, Problem, quote

#: libyaml's parser takes a twentieth of the time; without it the other gives the same
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: a codebook is nested seven deep
DEPTH = 20


class Word(str):
    """A key or a value of a YAML file: text with the file and line that it stands on."""

    __slots__ = ("line", "path")
    path: str
    line: int

    def at(self, path: str, line: int) -> Word:
        """Say where the word stands, and return it."""
        self.path, self.line = path, line
        return self


def wrong(word: str, text: str) -> Problem:
    """Return a problem of a word, at the place where it stands."""
    return Problem(word.path, text, word.line) if isinstance(word, Word) else Problem("", text)


def load(path: Path, name: str) -> dict[str, Any]:
    """Return a file of mappings and lists of words; `name` is the path that messages say.

    Raises InvalidData with one line if the file is missing, not UTF-8, not YAML or no mapping, or
    if a key stands twice or an alias is used.
    """
    if not path.is_file():
        raise InvalidData([Problem(name, "this file does not exist")])
    try:
        events = yaml.parse(path.read_text(encoding="utf-8"), Loader=_LOADER)
        held = filter(_holds, events)
        found, more = _value(held, name), next(held, None)
    except UnicodeDecodeError as error:
        raise InvalidData([Problem(name, str(error))]) from error
    except yaml.YAMLError as error:
        mark, text = getattr(error, "problem_mark", None), getattr(error, "problem", "")
        text = f"is not YAML: {text or str(error).partition(chr(10))[0]}"
        raise InvalidData([Problem(name, text, mark.line + 1 if mark else None)]) from error
    if more or not isinstance(found, dict):
        raise InvalidData([Problem(name, "is not one mapping of keys to values")])
    return found


def _holds(event: yaml.Event) -> bool:
    return isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent)


def _value(events: Iterator[yaml.Event], path: str, depth: int = 0) -> Any:
    """Return the next value of a stream of events: a dictionary, a list, a word, None at an end."""
    event = next(events, None)
    if event is None or isinstance(event, yaml.CollectionEndEvent):
        return None
    line = event.start_mark.line + 1
    if isinstance(event, yaml.ScalarEvent):
        return Word(event.value).at(path, line)
    if isinstance(event, yaml.AliasEvent):
        raise InvalidData([Problem(path, "an alias is used; write the value out", line)])
    if depth == DEPTH:
        raise InvalidData([Problem(path, f"is nested more than {DEPTH} deep", line)])
    parts = iter(lambda: _value(events, path, depth + 1), None)
    return (
        list(parts) if isinstance(event, yaml.SequenceStartEvent) else _mapping(parts, path, line)
    )


def _mapping(parts: Iterator[Any], path: str, line: int) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key in parts:
        if not isinstance(key, Word):
            raise InvalidData([Problem(path, "a key is not a word", line)])
        if key in made:
            raise InvalidData([wrong(key, f"key {quote(key)} stands twice in one mapping")])
        made[key] = next(parts)
    return made
