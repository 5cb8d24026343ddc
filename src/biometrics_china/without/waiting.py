"""Numbers that are made when they are asked for, each by the statements that it rests on alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any

from biometrics_china import observing
from biometrics_china.traced import Number
from biometrics_china.without import statements

#: a function that adds numbers, and the place of one of its statements
Step = tuple[FunctionType, int]
#: steps that led to a number in any run of this process, the outermost first, by its id
_made_by: dict[str, tuple[Step, ...]] = {}
#: the ids of numbers that will be asked for beside the next one
_expected: set[str] = set()
#: collects ids of numbers that are asked for
_asked: list[set[str]] = []


class Waiting(dict[str, Number]):
    """Numbers by name; what is not there yet is made when it is asked for.

    Whoever observes sees what of the data a number was handed, whether it is made then or was before.
    A number that was made before in this process is made by the statements that it rests on alone.
    """

    def __init__(self, subject: str) -> None:
        super().__init__()
        self.subject = subject
        self.parts: list[_Part] = []
        self.within: _Part | None = None
        self.running: tuple[Step, ...] = ()
        self.seen: tuple[Mapping[str, None], ...] = ()
        self.handed: dict[str, dict[str, None]] = {}

    def put_off(self, part: FunctionType, given: tuple[Any, ...], named: dict[str, Any]) -> None:
        """Let a function wait with its arguments until a number of it is asked for."""
        self.parts.append(_Part(part, self.within, self.running, self.seen, given, named))

    def __contains__(self, name: object) -> bool:
        return False  # a statement that runs a second time makes the same number again

    def __setitem__(self, name: str, number: Number) -> None:
        _made_by[number.id] = self.running
        self.handed[name] = {table: None for seen in self.seen for table in seen}
        super().__setitem__(name, number)

    def __getitem__(self, name: str) -> Number:
        found = super().__getitem__(name)
        observing.note_again(self.handed[name])
        for asked in _asked:
            asked.add(found.id)
        return found

    def __missing__(self, name: str) -> Number:
        steps = _made_by.get(f"{self.subject}.{name}", ())
        for step in steps:
            for part in [p for p in self.parts if p.function is step[0] and step[1] not in p.done]:
                self._run(part, statements.needed(part.function, _places(step)))
        while name not in self.keys():
            waiting = [part for part in self.parts if part.done != part.places]
            if not waiting:
                break
            part = max(waiting, key=lambda one: _hint(one.function, name))
            self._run(part, part.places)
        if name in self.keys():
            return super().__getitem__(name)
        raise KeyError(name)

    def _run(self, part: _Part, places: frozenset[int]) -> None:
        self.parts = [other for other in self.parts if other.within is not part]
        part.done.update(places)

        def at(place: int) -> None:
            self.running = (*part.steps, (part.function, place))

        before = self.within, self.running, self.seen
        with observing.observed() as seen:
            self.within, self.seen = part, (*part.seen, seen)
            try:
                only = statements.alone(part.function, places)
                only(*part.given, **part.named, **{statements.BEFORE: at})
            finally:
                self.within, self.running, self.seen = before


def _places(step: Step) -> frozenset[int]:
    """Return the places of a function that what is expected will need, and that of a step."""
    every = (other for asked in _expected for other in _made_by.get(asked, ()))
    return frozenset({step[1], *(place for function, place in every if function is step[0])})


@contextmanager
def asked() -> Iterator[set[str]]:
    """Collect the ids of the numbers that are asked for inside."""
    _asked.append(set())
    try:
        yield _asked[-1]
    finally:
        _asked.pop()


def expect(ids: Iterable[str]) -> None:
    """Say which numbers will be asked for, so that a function makes them together."""
    _expected.clear()
    _expected.update(ids)


@dataclass(frozen=True, eq=False)
class _Part:
    """A function that waits, what put it off, what these saw of the data, and its arguments.

    `done` holds the places of its statements that have run.
    """

    function: FunctionType
    within: _Part | None
    steps: tuple[Step, ...]
    seen: tuple[Mapping[str, None], ...]
    given: tuple[Any, ...]
    named: dict[str, Any]
    done: set[int] = field(default_factory=set)

    @property
    def places(self) -> frozenset[int]:
        """Return the places of all its statements."""
        return statements.places(self.function)


def _hint(part: FunctionType, name: str) -> int:
    """Return how much of a name stands among the texts in a function: which one to try first."""
    texts = (text for text in part.__code__.co_consts if isinstance(text, str))
    return max((len(text) for text in texts if text and text in name), default=0)
