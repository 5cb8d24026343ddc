"""The page that tells who is who: state bodies and systems, and the bodies that the chapters name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from biometrics_china import tables, titles
from biometrics_china.capitals import upper_first
from biometrics_china.publishing import languages
from biometrics_china.publishing.glossary import entries as glossary
from biometrics_china.publishing.markup import link, table, tag, text
from biometrics_china.publishing.names.pages import Named
from biometrics_china.publishing.search import records
from biometrics_china.publishing.sentences import REFERENCE

#: the page that this module fills
PAGE = f"{REFERENCE}/who"
_TOP = "../../"
#: heading → kinds of term of the glossary
_TERMS = {
    "State bodies and agencies": ("agency",),
    "Systems and programmes": ("system", "programme"),
}
_SCIENCE = ("university", "research_institute", "hospital_or_clinic")
#: heading → kinds of body of the register
_BODIES = {
    "Police, ministries and the military": (
        "ministry",
        "police_body",
        "state_body",
        "military_body",
    ),
    "Universities, institutes and hospitals": _SCIENCE,
    "Firms": ("firm",),
    "Others": ("association", "standards_body", "international", "publisher", "other_state"),
}
#: what is put in once all pages are written
_WAITING = tag("p", "Who is who is made when the whole book is built.")


def placeholder_html(root: str) -> str:
    """Return what stands in the page until the chapters are written."""
    del root
    return tag("div", _WAITING, data_search="off")


def put_in(out: Path, found: list[Named]) -> None:
    """Put the tables into the page below `out`; `found` is what the written chapters name."""
    path = out / f"{PAGE}.html"
    html = path.read_text(encoding="utf-8")
    made = languages.mark("".join([*_of_terms(), *_of_bodies(found)]))
    path.write_text(html.replace(_WAITING, made, 1), encoding="utf-8")


def _of_terms() -> Iterator[str]:
    for heading, kinds in _TERMS.items():
        rows = [
            [
                link(f"glossary.html#{glossary.anchor(term.id)}", text(upper_first(term.term))),
                glossary.chinese_html(term),
                text(term.meaning),
            ]
            for term in glossary.terms().values()
            if term.kind in kinds
        ]
        yield _section(heading, ["Name", "Chinese", "What it is"], rows)


def _of_bodies(found: list[Named]) -> Iterator[str]:
    kinds = tables.load("entities").set_index("id")["kind"]
    held = {f"{u.page}#{u.anchor}".rstrip("#"): u for u in records.bodies()}
    named: dict[str, list[Named]] = {}
    for one in sorted(found, key=lambda one: one.name.casefold()):
        if one.entry.kind == "body":
            named.setdefault(str(kinds[held[one.entry.address].unseen]), []).append(one)
    labels = tables.vocabulary("entity_kind")
    for heading, chosen in _BODIES.items():
        rows = [
            [_name(one), labels[kind], text(held[one.entry.address].status), _chapters(one)]
            for kind in chosen
            for one in named.get(kind, [])
        ]
        if rows:
            yield _section(heading, ["Name", "Kind", "On official lists", "In chapters"], rows)


def _name(one: Named) -> str:
    sound = tag("span", text(one.entry.sound), lang="zh-Latn") if one.entry.sound else ""
    chinese = ", ".join(filter(None, [text(one.entry.zh), sound]))
    return " ".join(filter(None, [link(_TOP + one.entry.address, text(one.name)), chinese]))


def _chapters(one: Named) -> str:
    names = titles.every()
    return "; ".join(
        link(f"{_TOP}chapters/{subject}.html#{places[0].anchor}", text(names[subject]))
        for subject, places in one.places.items()
    )


def _section(heading: str, heads: list[str], rows: list[list[str]]) -> str:
    return tag("h2", heading) + table(heads, rows, label=heading, stacked=True)
