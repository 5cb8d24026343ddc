"""The first lines of an answer: the heaviest that is to be said, and that lists were read long ago.

The page fills in the same sentences (`as_data`), by the same rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from biometrics_china.days import date_in_words
from biometrics_china.register.index import Index
from biometrics_china.register.match import Answer
from biometrics_china.register.names import compact, is_han, key
from biometrics_china.register.vocabulary import FEW_HAN

#: the first line of an answer; the page fills in the same sentences
SAID = {
    "named": "“{name}” is one body of the register. {lead}",
    "several": "“{name}” is a name of {same} bodies of the register: compare them. {on}",
    "borne": "“{name}” is a name that other bodies may bear too: compare. {on}",
    "within": "No body of the register is called “{name}”: these characters merely stand within longer "
    "names; {hits} to compare. {on}",
    "near": "No body of the register bears exactly the name “{name}”; {hits} to compare. {on}",
    "none": "The register holds nothing under “{name}”. That is not clearance: it holds what this "
    "book found, and no more.{latin}",
    "unread": "“{name}” could not be compared: write it in Latin letters or in Chinese characters.",
}
#: what is added where nothing is held under a Chinese name
LATIN = " Most listed bodies have no Chinese name here: try the name in Latin letters too."
#: how many of the bodies to compare are on lists: none, one, more
ON = (
    "Of all to compare none is on an official list that was read.",
    "Of all to compare {count} is on an official list.",
    "Of all to compare {count} are on official lists.",
)
#: how many bodies there are to compare: one, more
BODIES = ("{count} body", "{count} bodies")
#: what is said where lists are old: one, some, all
AGE = {
    "one": "1 of {all} lists was read more than {days} days ago, {oldest}",
    "some": "{count} of {all} lists were read more than {days} days ago, the oldest {oldest}",
    "all": "All {all} lists were read more than {days} days ago, the oldest {oldest}",
}
LOOK = ": look at their official pages before you rely on this."


def said(answer: Answer, index: Index) -> str:
    """Return the first line of an answer."""
    same = sum(hit.grade == "same" for hit in answer.hits)
    form = answer.verdict
    if form == "check":
        form = (
            "several"
            if same > 1
            else "borne"
            if same
            else "within"
            if _is_within(answer)
            else "near"
        )
    on = sum(any(index.lists.get(hit.id, {}).values()) for hit in answer.hits)
    return SAID[form].format(
        name=answer.query,
        latin=LATIN if is_han(key(answer.query)) else "",
        lead=index.leads[answer.hits[0].id] if form == "named" else "",
        same=same,
        hits=BODIES[min(len(answer.hits), 2) - 1].format(count=len(answer.hits)),
        on=ON[min(on, 2)].format(count=on),
    )


def _is_within(answer: Answer) -> bool:
    """Return True for a few Chinese characters that are a part of the names of all hits."""
    asked = key(answer.query)
    few = is_han(asked) and len(compact(asked)) < FEW_HAN
    return few and all(hit.grade == "part" for hit in answer.hits)


def age(old: Sequence[str], every: int, days: int) -> str:
    """Return that lists are old: `old` has the days up to which these were read; empty if none is."""
    if not old:
        return ""
    form = "one" if len(old) == 1 else "all" if len(old) == every else "some"
    oldest = _on(min(filter(None, old), default=""))
    return AGE[form].format(all=every, count=len(old), days=days, oldest=oldest) + LOOK


def _on(day: str) -> str:
    """Return a day, month or year (ISO 8601) in words, with the word before it."""
    if not day:
        return "on a day that is not known"
    return f"{'on' if len(day) == 10 else 'in'} {date_in_words(day)}"


def as_data() -> dict[str, Any]:
    """Return the sentences for the page."""
    said = {"few": FEW_HAN, "latin": LATIN, "said": SAID}
    return said | {"on": ON, "bodies": BODIES, "age": AGE, "look": LOOK}
