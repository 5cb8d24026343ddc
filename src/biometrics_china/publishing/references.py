"""The works as references, in the style of the bibliography, and as BibTeX.

The style is pybtex's ``unsrt``, which also sets the page of works on method, so that the book has
one. A title that is not English is followed by its translation in square brackets; a title of our
own making stands in such brackets itself.
"""

from __future__ import annotations

import codecs
import re
from calendar import month_abbr
from functools import cache
from typing import Any

import latexcodec  # noqa: F401  (names the codec that BibTeX is written in)
from pybtex.database import BibliographyData, Entry, Person
from pybtex.plugin import find_plugin

from biometrics_china import works
from biometrics_china.days import date_in_words
from biometrics_china.metadata import known
from biometrics_china.publishing.addresses import linked, unlinked
from biometrics_china.works import Row

#: kind of work → type of BibTeX, where it has one that fits; all others are ``misc``
_TYPES = {
    "article_journal": "article",
    "article_magazine": "article",
    "article_newspaper": "article",
    "chapter": "incollection",
    "report": "techreport",
}
#: kinds of work whose issuer is their publisher or university, never their author
_PUBLISHED = {"article_journal", "chapter", "thesis"}
#: what stands before a number in a reference
_BEFORE = {"celex": "CELEX ", "docket": "Case "}
#: characters with a meaning of their own in LaTeX; all others stand for themselves
_OF_LATEX = re.compile(r"[#$%&_~^\\{}]")


@cache
def formatted(work_id: str) -> str:
    """Return the reference of a work as HTML, without its address. Raises KeyError for no id."""
    work = works.all_works()[work_id]
    style, backend = _style()
    fields = _fields(work) | {"title": full_title(work)} | _printed_date(str(work["issued"]))
    told = {k: _latex(v) for k, v in fields.items() if k not in ("url", "doi", "note")}
    entry = Entry(entry_type(work), fields=known(told | {"title": f"{{{told['title']}}}"}))
    entry.persons["author"] = [_person(a, latex=True) for a in people(work)]
    (found,) = style.format_entries([entry])
    html: str = found.text.render(backend)
    return (
        html.replace('<span class="bibtex-protected">', "")
        .replace("</span>", "")
        .replace("\n", " ")
    )


@cache
def _style() -> tuple[Any, Any]:
    """Return what sets an entry, and what makes HTML of it; each is looked for in the environment."""
    style = find_plugin("pybtex.style.formatting", "unsrt")()
    return style, find_plugin("pybtex.backends", "html")()


def bibtex() -> str:
    """Return all works as BibTeX, in UTF-8; the keys are the ids of the works."""
    entries = {i: _entry(w) for i, w in works.all_works().items()}
    written = str(BibliographyData(entries).to_string("bibtex"))
    for entry in entries.values():  # addresses and identifiers are taken as they stand
        for field in {"url", "doi"} & set(entry.fields):
            said = entry.fields[field]
            written = written.replace(f'{field} = "{_latex(said)}"', f'{field} = "{said}"')
    return re.sub(r'(?m)^( +month = )"(\w+)"', r"\1\2", written)  # a month is a macro


def _entry(work: Row) -> Entry:
    day = str(work["issued"])
    fields = _fields(work) | {"title": f"{{{work['title']}}}", "date": day, "year": day[:4]}
    fields |= {"month": month_abbr[int(day[5:7] or 0)].lower()}
    is_own = work["kind"] == "report" and work["issuer"]  # of a body: author and institution
    if is_own:
        fields |= {"institution": str(work["issuer"]), "number": printed_number(work)}
        fields |= {"type": "Report", "howpublished": ""}
    kept = {k: v if k in ("url", "doi") else v.replace("$", r"\$") for k, v in fields.items()}
    entry = Entry("techreport" if is_own else entry_type(work), fields=known(kept))
    entry.persons["author"] = [_person(author) for author in people(work)]
    return entry


def _fields(work: Row) -> dict[str, str]:
    """Return what a reference says beside title, authors and day, by the fields of BibTeX."""
    kind, number = entry_type(work), printed_number(work)
    fields = {k: str(work[k]) for k in ("volume", "pages", "language")}
    fields |= {
        "number": str(work["issue"]),
        "url": linked(str(work["id"])),
        "note": note(work),
    }
    if work["number_kind"] == "doi":
        fields["doi"] = str(work["number"])
    if kind == "article":
        return fields | {"journal": str(work["container"])}
    if kind == "incollection":
        return fields | {"booktitle": str(work["container"]), "publisher": publisher(work)}
    if kind == "techreport":
        where = {"institution": str(work["issuer"])}
        return fields | where | {"type": "Report", "number": number}
    report = "Report " + number if work["kind"] == "report" else number
    said = [work["container"], report.strip(), publisher(work)]
    return fields | {"howpublished": ", ".join(str(part) for part in said if part)}


def entry_type(work: Row) -> str:
    """Return the type of BibTeX: ``misc`` for an article without its medium or a body's own report."""
    chosen = _TYPES.get(str(work["kind"]), "misc")
    is_part = chosen in ("article", "incollection")
    told = work["container"] if is_part else work["authors"] and work["issuer"]
    return chosen if told else "misc"


def full_title(work: Row) -> str:
    """Return the title with its translation, in brackets if it is ours."""
    title = f"[{work['title']}]" if work["title_is_ours"] else str(work["title"])
    return f"{title} [{work['title_en']}]" if work["title_en"] else title


def printed_number(work: Row) -> str:
    """Return the number of a work as references print it; a DOI stands in the address."""
    if work["number_kind"] == "doi":
        return ""
    return _BEFORE.get(str(work["number_kind"]), "") + str(work["number"])


def note(work: Row) -> str:
    """Return what has no field of its own: translation, whose title it is, an address of doubt."""
    ours = "The title is a description." if work["title_is_ours"] else ""
    english = f"Title in English: {work['title_en']}." if work["title_en"] else ""
    unsafe = unlinked(str(work["id"]))  # as text, so that no program follows it
    address = f"Address, to be opened with care: {unsafe}" if unsafe else ""
    return " ".join(part for part in (english, ours, address) if part)


def people(work: Row) -> list[tuple[str, str]]:
    """Return the authors as family and given name; of a work without authors, who issued it.

    A body has no given name, and neither has an author of whom none was seen.
    """
    if not work["authors"]:
        return [(issuer, "")] if (issuer := str(work["issuer"])) != publisher(work) else []
    parts = (author.partition(",") for author in work["authors"])
    return [(family.strip(), given.strip()) for family, _, given in parts]


def publisher(work: Row) -> str:
    """Return who published a work that others wrote, or ''; a body's own work has the body as author."""
    is_others = work["authors"] or work["kind"] in _PUBLISHED
    return str(work["issuer"]) if is_others else ""


def _person(name: tuple[str, str], *, latex: bool = False) -> Person:
    family, given = map(_latex, name) if latex else name
    return Person(last=family, first=given) if given else Person(last=f"{{{family}}}")


def _printed_date(day: str) -> dict[str, str]:
    if not day:
        return {"year": "n.d."}
    return {"year": day[:4], "month": date_in_words(day).removesuffix(day[:4]).strip()}


@cache
def _latex(words: str) -> str:
    if not _OF_LATEX.search(words):  # its codec walks through the letters one by one
        return words
    return codecs.encode(words, "ulatex+utf8")  # type: ignore[return-value]
