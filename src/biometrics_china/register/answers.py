"""The answer to a typed name as rows and as JSON: what every output and the frame are made of."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from biometrics_china.register import opening, summary
from biometrics_china.register.index import Index
from biometrics_china.register.match import Answer, Hit

#: column → what it holds; one row for each body that a name may mean
COLUMNS = {
    "line": "line of the file, or place in the list from 1",
    "name": "the name as it was given",
    "verdict": "named for the one body that the name means for certain, check for each that is only to "
    "be compared; else none or unread (see `VERDICTS`)",
    "agreement": "how this body's name agrees: same, sound, part, inside, similar; or empty",
    "meaning": "what the two columns before say, in words",
    "entity_id": "lasting id of the body; empty where there is none",
    "entity": "its printed name",
    "country": "its seat, as a code of ISO 3166-1",
    "lists": "how it stands on official lists, the heaviest first; sentences parted by '; '",
    "kin": "what it belongs to, and the lists that its kin are on, likewise",
    "records": "number of records on it",
    "kinds": "kinds of these records, the heaviest first; parted by '; '",
    "signs": "what the name as given points to (police, army, arms industry, a body not held), likewise",
    "version": "version of the register",
    "read_to": "days up to which the official lists were read, the first and the last",
    "old": "that lists were read long ago, in a sentence; empty if none was",
}

CAUTION = "A record is not a verdict, and absence from the register is not clearance."
#: days after which a list is called old
OLD = 90

AGREEMENTS = {
    "same": "this name, apart from its form",
    "sound": "same sound in Pinyin: compare the characters",
    "order": "the words of a name of this body in another order or language",
    "part": "part of a name of this body",
    "inside": "a name of this body, or the beginning of one, stands inside what was typed",
    "abbreviation": "may be short for a name of this body: most often another body",
    "similar": "similar spelling: most often another body",
}
#: what is said of the body that a name means for certain
CERTAIN = "the only body of the register with this name"
VERDICTS = {
    "named": "one body of the register bears this name",
    "check": "no single body is meant for certain; compare",
    "none": "the register holds nothing under this name",
    "unread": "this name could not be compared; write it in Latin letters or Chinese characters",
}


@dataclass(frozen=True)
class Asked:
    """A typed name, the line where it stood (0 if it stood in none), and the answer."""

    line: int
    answer: Answer


@dataclass(frozen=True)
class Register:
    """What answers: the index, and the version and day of the book; `asked_at` is the hour of asking."""

    index: Index
    version: str
    date: str
    asked_at: datetime.datetime

    def asked(self, line: int, name: str) -> Asked:
        """Return the answer to a name."""
        return Asked(line, self.index.matcher.find(name))

    @cached_property
    def countries(self) -> dict[str, str]:
        """Entity id → code of the country."""
        return {body.id: body.country for body in self.index.bodies}

    @cached_property
    def read_to(self) -> str:
        """The first and the last day up to which lists were read."""
        days = sorted(edition["read_to"] for edition in self.index.editions if edition["read_to"])
        return " to ".join(dict.fromkeys((days[0], days[-1]))) if days else ""

    def is_old(self, edition: dict[str, str]) -> bool:
        """Return True if a list was read more than `OLD` days ago, or nobody knows when."""
        day = edition["read_to"]
        first = datetime.date.fromisoformat(f"{day}-01-01"[:10] if day else "0001-01-01")
        return (self.asked_at.date() - first).days > OLD

    @cached_property
    def age(self) -> str:
        """That lists were read more than `OLD` days ago, in one sentence; empty if none was."""
        old = [e["read_to"] for e in self.index.editions if self.is_old(e)]
        return opening.age(old, len(self.index.editions), OLD)


def rows(asked: Asked, register: Register) -> Iterator[dict[str, Any]]:
    """Yield one row for each body that a name may mean, or one without a body; all `COLUMNS`."""
    answer, index = asked.answer, register.index
    about = dict.fromkeys(COLUMNS, "") | {
        "line": asked.line or "",
        "name": answer.query,
        "verdict": answer.verdict,
        "meaning": VERDICTS[answer.verdict],
        "signs": "; ".join(summary.typed_says(index, answer.query)),
        "version": register.version,
        "read_to": register.read_to,
        "old": register.age,
    }
    if not answer.hits:
        yield about
    for hit in answer.hits:
        records = index.records.get(hit.id, [])
        kinds = dict.fromkeys(row["kind"] for row in records)
        yield about | {
            "verdict": "named" if is_certain(answer, hit) else "check",
            "agreement": hit.grade,
            "meaning": meaning(answer, hit),
            "entity_id": hit.id,
            "entity": index.shown[hit.id],
            "country": register.countries[hit.id],
            "lists": "; ".join(index.standing.get(hit.id, ())),
            "kin": "; ".join(index.kin.get(hit.id, ())),
            "records": len(records),
            "kinds": "; ".join(index.kinds[kind] for kind in kinds),
        }


def is_certain(answer: Answer, hit: Hit) -> bool:
    """Return True for the one body that a name means for certain, and for no other beside it."""
    return answer.verdict == "named" and hit.grade == "same"


def meaning(answer: Answer, hit: Hit) -> str:
    """Return what a hit means, in words."""
    return CERTAIN if is_certain(answer, hit) else AGREEMENTS[hit.grade]


def is_whole(hit: Hit) -> bool:
    """Return True if the whole answer on a body is shown, and not only how it stands on lists."""
    return hit.grade == "same"


def as_json(asked: Asked, register: Register) -> dict[str, Any]:
    """Return the answer to a name as JSON: what its rows have, and all records where it is whole."""
    answer, index = asked.answer, register.index
    of_body = ("agreement", "meaning", "entity_id", "entity", "country", "records")
    bodies = []
    for hit, row in zip(answer.hits, rows(asked, register), strict=False):
        body = {column: row[column] for column in of_body}
        body["lists"] = index.standing.get(hit.id, [])
        body["kin"] = index.kin.get(hit.id, [])
        if is_whole(hit):
            whole = [*summary.about(index, hit.id), *summary.records(index, hit.id)]
            body["answer"] = [asdict(section) for section in whole]
        bodies.append(body)
    return {
        **({"line": asked.line} if asked.line else {}),
        "name": answer.query,
        "verdict": answer.verdict,
        "meaning": VERDICTS[answer.verdict],
        "answer": opening.said(answer, index),
        "signs": summary.typed_says(index, answer.query),
        "bodies": bodies,
    }
