"""The pages of numbers, one a chapter, and the same entries as a script that opens them in place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from biometrics_china import exhibits, titles
from biometrics_china.publishing import languages, number_entries, number_rows, number_uses
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.sentences import REFERENCE, anchor, entry_address

_TOP = "../../../"
#: stands for the way to the top in the entries of the script, which opens them on pages of any folder
_HERE = "~/"
_ABOUT = (
    "Each number that the chapter prints: what it measures, what it is made of, the rows behind it with "
    "their sources, and the sentences in which it stands."
)

_LISTS = "The rows that numbers of the chapter are made of, where they are too many for the entry."

#: anchor of a number → where it stands
Uses = Mapping[str, list[number_uses.Use]]


def pages(uses: Uses) -> Iterator[tuple[str, str, str]]:
    """Yield address without ending, title and HTML of the page of each chapter's numbers."""
    for subject in exhibits.SUBJECTS:
        name = titles.of(subject)
        title = f"Numbers: {name}"
        entries, lists = _entries(subject, uses, _TOP)
        held = (tag("section", html, class_="record number", id=at) for at, html in entries.items())
        chapter = link(f"{_TOP}chapters/{subject}.html", "the chapter")
        every = link("../numbers.html", "all numbers")
        head = tag("h1", text(title)) + tag("p", _ABOUT, f" See {chapter}, or {every}.")
        html = "".join([head, *held]).replace(f'href="{_TOP}{REFERENCE}/', 'href="../')
        yield f"{REFERENCE}/numbers/{subject}", title, html
        for page, held_lists in number_rows.lists_html(lists, _TOP).items():
            title = f"Rows behind numbers: {name}{f', part {page + 1}' if page else ''}"
            back = tag("p", _LISTS, " See ", link(f"{subject}.html", "the numbers"), ".")
            yield (
                number_rows.lists_address(subject, page),
                title,
                tag("h1", text(title)) + back + held_lists,
            )


def scripts(uses: Uses) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the script that holds the entries of a chapter's numbers.

    A page loads it when a number is first asked for, which works from a folder as well.
    """
    for subject in exhibits.SUBJECTS:
        held = {at: languages.mark(html) for at, html in _entries(subject, uses, _HERE)[0].items()}
        data = json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        yield f"{REFERENCE}/numbers/{subject}.js", f"bookNumbers({data});\n".encode()


def _entries(subject: str, uses: Uses, root: str) -> tuple[dict[str, str], number_rows.Lists]:
    lists: number_rows.Lists = {}
    made = {
        anchor(number.id): number_entries.html(number, uses.get(anchor(number.id), []), root, lists)
        for number in exhibits.numbers_of(subject).values()
    }
    return made, lists


def index_html(root: str) -> str:
    """Return the list of all numbers: each with a link to its entry, under its lasting anchor."""
    return "".join(_of_subject(subject, root) for subject in exhibits.SUBJECTS)


def _of_subject(subject: str, root: str) -> str:
    items = (
        tag(
            "li",
            link(root + entry_address(number.id), text(number.text)),
            text(f": {number.meaning} "),
            tag("code", text(number.id)),
            id=anchor(number.id),
        )
        for number in exhibits.numbers_of(subject).values()
    )
    title = text(titles.of(subject))
    return tag("h2", title, id=f"numbers-{subject}") + tag("ul", *items, class_="records")


def uses_in(out: Path, found_docs: list[str]) -> Uses:
    """Return where each number stands in the written pages, chapters before what repeats them."""
    subjects = [f"chapters/{subject}" for subject in exhibits.SUBJECTS]
    order = [*subjects, *sorted(set(found_docs) - {*subjects})]
    return number_uses.of_pages(out, [f"{name}.html" for name in order])
