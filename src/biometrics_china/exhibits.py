"""The catalogue: what the book holds, by id, with its place, its label and its computed words.

Order, title, caption and alternative text of an exhibit stand in its chapter, the way it is made in
`figures/<subject>.py`; here the two are joined. This module stands above all subjects: nothing that
a subject needs may import it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from biometrics_china import codebook, manuscript, templates
from biometrics_china import numbers as numbers_module
from biometrics_china.exhibit import Exhibit, Recipe
from biometrics_china.numbers import Numbers

#: subjects in the order of the book; the place in this list is the chapter's number
SUBJECTS = manuscript.SUBJECTS
#: the page at the end of the book on which drawings of all readings stand
READINGS = "chapters/reference/readings"


@cache
def of_subject(subject: str) -> tuple[Exhibit, ...]:
    """Return the exhibits of one subject in the order of its chapter.

    Raises BadText for one that only the chapter or only the code has.
    """
    recipes: dict[str, Recipe] = import_module(f"biometrics_china.figures.{subject}").EXHIBITS
    found: dict[str, Exhibit] = {}
    for block in manuscript.blocks(subject):
        exhibit_id = block.argument
        if block.kind != "show" or not block.content:
            continue
        try:
            if exhibit_id not in recipes:
                raise ValueError(f"figures/{subject}.py makes no {exhibit_id!r}")
            words = codebook.words.plain(block.content)
            words["title"] = manuscript.plain(words["title"])
            found[exhibit_id] = Exhibit(exhibit_id, recipes[exhibit_id], **words)
        except ValueError as error:
            raise manuscript.bad(subject, str(error), block.line) from error
    for exhibit_id in sorted(recipes.keys() - found.keys()):
        raise manuscript.bad(subject, f"does not show {exhibit_id} of figures/{subject}.py")
    return tuple(found.values())


#: numbers that were computed in another process and handed over, by subject
_handed_over: dict[str, Numbers] = {}


def hand_over(found: Numbers) -> None:
    """Let `numbers_of` return these numbers from now on, in place of computing them."""
    _handed_over[found.subject] = found
    numbers_of.cache_clear()


@cache
def numbers_of(subject: str) -> Numbers:
    """Return the computed numbers of one subject."""
    if subject in _handed_over:
        return _handed_over[subject]
    module = import_module(f"biometrics_china.analysis.{subject}.numbers")
    return numbers_module.once(module.numbers)


@cache
def labelled(subject: str) -> dict[str, tuple[str, str, Exhibit]]:
    """Return id → (subject, label such as ``Figure 1.2``, exhibit) for one subject."""
    found: dict[str, tuple[str, str, Exhibit]] = {}
    counters = {"Figure": 0, "Table": 0}
    chapter = SUBJECTS.index(subject) + 1
    for exhibit in of_subject(subject):
        counters[exhibit.kind] += 1
        label = f"{exhibit.kind} {chapter}.{counters[exhibit.kind]}"
        found[exhibit.id] = (subject, label, exhibit)
    return found


def catalogue() -> dict[str, tuple[str, str, Exhibit]]:
    """Return id → (subject, label, exhibit) for the whole book; imports every subject."""
    return {key: entry for subject in SUBJECTS for key, entry in labelled(subject).items()}


def get(exhibit_id: str) -> tuple[str, str, Exhibit]:
    """Return (subject, label, exhibit). Raises KeyError that lists the known ids."""
    subject = manuscript.home(exhibit_id)
    try:
        return labelled(subject)[exhibit_id] if subject else catalogue()[exhibit_id]
    except KeyError:
        known = ", ".join(sorted(catalogue()))
        raise KeyError(f"no exhibit {exhibit_id!r}; there are {known}") from None


def page(exhibit_id: str) -> str:
    """Return the page on which an exhibit stands whole, below the site, without ending."""
    subject, _, exhibit = get(exhibit_id)
    return READINGS if exhibit.is_of_readings else f"chapters/{subject}"


def address(exhibit_id: str) -> str:
    """Return where an exhibit stands whole, below the site."""
    return f"{page(exhibit_id)}.html#{exhibit_id}"


def caption(exhibit_id: str) -> str:
    """Return the caption with its computed numbers filled in, without marks of guards."""
    return _filled(exhibit_id, "caption")


def line(exhibit_id: str) -> str:
    """Return what stands in a chapter for a drawing of readings, filled in, without marks of guards."""
    return _filled(exhibit_id, "line")


def note(exhibit_id: str) -> str:
    """Return the note with its computed numbers filled in, '' for none, without marks of guards."""
    return _filled(exhibit_id, "note")


def alt_text(exhibit_id: str) -> str:
    """Return the alternative text with its computed numbers filled in, without marks of guards."""
    return _filled(exhibit_id, "alt")


def _filled(exhibit_id: str, part: str) -> str:
    subject, _, exhibit = get(exhibit_id)
    template = manuscript.plain(getattr(exhibit, part))
    try:
        return templates.fill(template, numbers_of(subject).texts())
    except KeyError as error:
        raise manuscript.bad(subject, f"{exhibit_id}: {part}: {error.args[0]}") from None
