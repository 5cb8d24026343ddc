"""Laws and rules that the book cites and that are no row of the table of laws, by their names."""

from __future__ import annotations

from collections import Counter

from biometrics_china import provenance, works
from biometrics_china.counts import many
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.sentences import REFERENCE

#: kinds of work that are laws and rules
KINDS = ("legislation", "regulation")


def further() -> list[works.Row]:
    """Return the works of these kinds that were read and stand behind no row that was read.

    A work stands behind a row of `instruments` if it names the row, or if the row names a page of it.
    """
    rows = provenance.read_rows("instruments")
    held = {works.of_source(str(source)) for source in rows["source_id"].dropna()}
    found = (
        work
        for work_id, work in works.all_works().items()
        if work["kind"] in KINDS and works.copies().get(work_id) and work_id not in held
    )
    known = {*rows["id"]}
    return sorted(
        (work for work in found if work["instrument_id"] not in known), key=lambda w: _order(w)
    )


def _order(work: works.Row) -> tuple[str, str]:
    return english(work).casefold(), str(work["id"])


def english(work: works.Row) -> str:
    """Return the English title of a work, else the title in its own language."""
    return str(work["title_en"] or work["title"])


def further_html(root: str) -> str:
    """Return how many further laws are cited, and each with a link to its reference."""
    found = further()
    every = many(len(found), "further law or rule is", "further laws and rules are")
    said = (
        f"{every} cited in the book and no row of the tables above: single provisions of them were "
        "read, or they are named for what they list or change. Each leads to its reference, with the "
        "pages that were read and what rests on them."
    )
    shared = Counter(map(english, found))
    items = tag(
        "ul",
        *(tag("li", _named(w, root, is_shared=shared[english(w)] > 1)) for w in found),
        class_="records",
    )
    head = tag("h2", "Laws and rules that are only cited")
    return tag("section", head, tag("p", text(said)), items, id="laws-cited")


def _named(work: works.Row, root: str, *, is_shared: bool) -> str:
    name, own = english(work), str(work["title"])
    original = text(own) if own != name else ""
    if original and work["language"] == "zh":
        original = tag("span", original, lang="zh-Hans")
    apart = f" ({text(works.name(str(work['id'])))})" if is_shared else ""
    linked = link(f"{root}{REFERENCE}/sources.html#work-{work['id']}", text(name))
    return " ".join(filter(None, [linked, original])) + apart
