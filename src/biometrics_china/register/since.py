"""Whose answer has changed since a release, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from biometrics_china.register import changes, writing
from biometrics_china.register.answers import AGREEMENTS, VERDICTS, Asked, Register
from biometrics_china.register.changes import Past
from biometrics_china.register.match import Answer, Hit
from biometrics_china.register.writing import Json, Part, Shape

#: column → what it holds; one row for each body of which something else is said
COLUMNS = {
    "line": "line of the file",
    "name": "the name as it was given",
    "verdict_before": "the verdict on it with what the release held",
    "verdict": "the verdict of now",
    "agreement": "how this body's name agrees now; empty if it is not shown any more",
    "entity_id": "lasting id of the body; empty where the verdict alone is another",
    "entity": "its printed name",
    "changes": "what is said now and was not then; sentences parted by '; '",
    "since": "the release that is compared with",
    "version": "version of the register",
}


@dataclass(frozen=True)
class Body:
    """A body of an answer that has changed."""

    id: str
    shown: str
    agreement: str
    changes: list[str]


@dataclass(frozen=True)
class Changed:
    """An answer that has changed: the one of now, the verdict before, and the bodies concerned."""

    asked: Asked
    verdict_before: str
    bodies: list[Body]


@dataclass(frozen=True)
class Since:
    """A register beside what it held in a release."""

    register: Register
    past: Past
    changed: dict[str, list[str]]

    def compare(self, asked: Asked) -> Changed | None:
        """Return how an answer has changed, or None if it has not."""
        before = self.past.matcher.find(asked.answer.query)
        bodies = [body for body in self._bodies(before, asked.answer) if body.changes]
        if not bodies and before.verdict == asked.answer.verdict:
            return None
        return Changed(asked, before.verdict, bodies)

    def _bodies(self, before: Answer, now: Answer) -> Iterator[Body]:
        then, hits = ({hit.id: hit for hit in answer.hits} for answer in (before, now))
        for i in dict.fromkeys([*hits, *then]):
            shown = self.register.index.shown.get(i) or self.past.shown[i]
            said = [*self.changed.get(i, ()), *self._shown_now(i, then, hits)]
            yield Body(i, shown, hits[i].grade if i in hits else "", said)

    def _shown_now(self, i: str, then: dict[str, Hit], hits: dict[str, Hit]) -> Iterator[str]:
        """Yield how the name agrees with a body held in both, where it does so in another way."""
        held = i in self.past.shown and i in self.register.index.shown
        if held and i not in then:
            yield f"Now shown for this name: {AGREEMENTS[hits[i].grade]}"
        elif held and i not in hits:
            yield "No longer shown for this name"
        elif held and then[i].grade != hits[i].grade:
            yield f"Agrees now as: {AGREEMENTS[hits[i].grade]}"


def load(register: Register, version: str) -> Since:
    """Return a register beside what it held in a release. Raises `changes.NoPast`."""
    past = changes.read(version)
    return Since(register, past, changes.changed(past, register.index))


def shape(since: Since) -> Shape[Changed]:
    """Return how changed answers are written."""
    register = since.register
    compared = f"Compared with release {since.past.version}. {changes.LIMITS}"
    about = {**writing.about(register), "since": since.past.version, "compared": compared}
    foot = (("note", compared), *writing.edition(register))
    return Shape(COLUMNS, lambda c: _rows(c, since), _as_json, _parts, about, foot)


def _rows(changed: Changed, since: Since) -> Iterator[dict[str, Any]]:
    about = dict.fromkeys(COLUMNS, "") | {
        "line": str(changed.asked.line or ""),
        "name": changed.asked.answer.query,
        "verdict_before": changed.verdict_before,
        "verdict": changed.asked.answer.verdict,
        "since": since.past.version,
        "version": since.register.version,
    }
    for body in changed.bodies or [Body("", "", "", [])]:
        said = {"entity_id": body.id, "entity": body.shown, "agreement": body.agreement}
        yield {**about, **said, "changes": "; ".join(body.changes)}


def _as_json(changed: Changed) -> Json:
    told = {"line": changed.asked.line} if changed.asked.line else {}
    answer = changed.asked.answer
    bodies = [
        {"entity_id": b.id, "entity": b.shown, "agreement": b.agreement, "changes": b.changes}
        for b in changed.bodies
    ]
    verdicts = {"verdict_before": changed.verdict_before, "verdict": answer.verdict}
    return {**told, "name": answer.query, **verdicts, "bodies": bodies}


def _parts(changed: Changed) -> Iterator[Part]:
    before, now = VERDICTS[changed.verdict_before], VERDICTS[changed.asked.answer.verdict]
    yield "name", changed.asked.answer.query
    yield "verdict", now if before == now else f"{now}; before: {before}"
    for body in changed.bodies:
        yield "body", f"{body.shown} [{body.id}]"
        yield from (("item", sentence) for sentence in body.changes)
    yield "end", ""
