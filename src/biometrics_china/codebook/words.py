"""YAML as words: every word knows its file and line, and none is taken for a number or a truth.

YAML 1.1 reads ``no`` as false, ``2019-03-01`` as a date and ``1_000`` as a thousand; of a key that
stands twice it keeps the last. Here all of these stay text, and the second key is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from biometrics_china.codebook.problem import InvalidData, Problem

#: libyaml's parser takes a twentieth of the time; without it the other gives the same
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: what a file of text does not have → what to say of it
_ODD = {
    r"\A\ufeff": "starts with a byte order mark; UTF-8 without one is right",
    r"\r": "has a carriage return; lines end in LF alone (git puts the others in where core.autocrlf "
    "is set)",
    r"(?<=[^\n])\Z": "does not end with a line end; the last line may be cut off",
}
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


def plain(value: Any) -> Any:
    """Return mappings and lists of words as mappings and lists of ordinary texts."""
    if isinstance(value, dict):
        return {str(key): plain(said) for key, said in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else str(value)


def load(path: Path, name: str) -> dict[str, Any]:
    """Return a file of mappings and lists of words; `name` is the path that messages say.

    Raises InvalidData with one line if the file is missing, not UTF-8, or not a mapping that
    `parse` reads.
    """
    try:
        found = parse(path.read_text(encoding="utf-8"), name)
    except FileNotFoundError as error:
        raise InvalidData([Problem(name, "this file does not exist")]) from error
    except UnicodeDecodeError as error:
        raise InvalidData([Problem(name, f"cannot be read: {error}")]) from error
    if not isinstance(found, dict):
        raise InvalidData(
            [Problem(name, "cannot be read: it is not one mapping of keys to values")]
        )
    return found


def decoded(raw: bytes, name: str) -> str:
    """Return the text of a file. Raises InvalidData, with the line, unless it is plain UTF-8.

    Lines end in LF, the last one too, and there is no byte order mark.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        said = f"byte {raw[error.start]:#04x} is not UTF-8"
        raise InvalidData([Problem(name, said, line)]) from error
    for sign, said in _ODD.items():
        if found := re.search(sign, text):
            raise InvalidData([Problem(name, said, text.count("\n", 0, found.start()) + 1)])
    return text


def parse(text: str, name: str, before: int = 0) -> Any:
    """Return the mapping, list or word of a YAML text, None if it is empty.

    `name` is the path that messages say, and `before` how many lines stand before the text there.
    Raises InvalidData with one line if it is not YAML, or if a key stands twice or an alias is used.
    """
    try:
        events = yaml.parse(text, Loader=_LOADER)
        held = (e for e in events if isinstance(e, yaml.NodeEvent | yaml.CollectionEndEvent))
        found, more = _value(held, (name, before)), next(held, None)
        if more:
            raise yaml.YAMLError("it is not one mapping of keys to values")
    except yaml.YAMLError as error:
        mark, said = getattr(error, "problem_mark", None), getattr(error, "problem", "")
        said = f"cannot be read: {said or str(error).splitlines()[0]}"
        line = before + mark.line + 1 if mark else None
        raise InvalidData([Problem(name, said, line)]) from error
    return found


def _value(events: Iterator[yaml.Event], where: tuple[str, int], depth: int = 0) -> Any:
    """Return the next value of a stream of events: a dictionary, a list, a word, None at an end."""
    event = next(events, None)
    if event is None or isinstance(event, yaml.CollectionEndEvent):
        return None
    mark = event.start_mark
    if isinstance(event, yaml.ScalarEvent):
        return Word(event.value).at(where[0], where[1] + mark.line + 1)
    if isinstance(event, yaml.AliasEvent):
        raise yaml.MarkedYAMLError(None, None, "an alias is used; write the value out", mark)
    if depth == DEPTH:
        raise yaml.MarkedYAMLError(None, None, f"it is nested more than {DEPTH} deep", mark)
    parts = iter(lambda: _value(events, where, depth + 1), None)
    if isinstance(event, yaml.SequenceStartEvent):
        return list(parts)
    made: dict[str, Any] = {}
    for key in parts:
        if not isinstance(key, Word):
            raise yaml.MarkedYAMLError(None, None, "a key is no text", mark)
        if key in made:
            raise InvalidData([wrong(key, f"key {str(key)!r} stands twice in one mapping")])
        made[key] = next(parts)
    return made
