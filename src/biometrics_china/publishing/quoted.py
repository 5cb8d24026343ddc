"""Passages of documents, set as exhibits: Chinese wording with a translation beside it, English alone.

A chapter names a passage where its text speaks of it: ``{generated} quoted qt-01``. Each passage of the
table `quoted_texts` stands once, in the chapter that its row names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from biometrics_china import provenance, tables, works
from biometrics_china.publishing import rows
from biometrics_china.publishing.markup import tag, text
from biometrics_china.publishing.mentions import reference

TABLE = "quoted_texts"
_SHOWN = re.compile(r"^```\{generated\} quoted (\S+)$", re.M)


def html(row_id: str, page: str, root: str) -> str:
    """Return the exhibit of a passage for a page.

    Raises KeyError for an id that is no passage that was read, and for one of another chapter.
    """
    held = provenance.by_id(TABLE)
    if row_id not in held.index:
        raise KeyError(f"no passage {row_id!r} that was read in {TABLE}")
    row = {
        str(field): "" if cell != cell else str(cell) for field, cell in held.loc[row_id].items()
    }
    if row["subject"] != page:
        raise KeyError(f"passage {row_id!r} belongs to the chapter {row['subject']}, not to {page}")
    identity = f"quoted-{row_id}"
    wordings = [_wording(row["chinese"], "zh")] if row["chinese"] else []
    return tag(
        "figure",
        _head(row, f"name-{identity}"),
        tag("div", *wordings, _wording(row["english"]), class_="quoted-pair"),
        tag("p", _credit(row_id, row, root), class_="exhibit-caption"),
        class_="quoted",
        id=identity,
        aria_labelledby=f"name-{identity}",
    )


def _head(row: Mapping[str, str], identity: str) -> str:
    kind = tables.vocabulary("quoted_kind")[row["kind"]]
    title_zh = row["title_zh"]
    return tag(
        "figcaption",
        tag("span", text(kind), class_="exhibit-number"),
        " ",
        tag("strong", text(row["title"]), class_="exhibit-title"),
        " " + tag("span", text(title_zh), class_="quoted-title", lang="zh") if title_zh else "",
        id=identity,
    )


def _wording(words: str, language: str | None = None) -> str:
    return tag("blockquote", tag("p", text(words)), lang=language)


def _credit(row_id: str, row: Mapping[str, str], root: str) -> str:
    """Return the work with its article, else with the place in it, then remarks and the record."""
    source, place = row["source_id"], row["locator"]
    has_article = works.cited(source, place) != works.cited(source)
    said = reference(source, root, place) + ("" if has_article else text(f", {place}"))
    note = text(f" {row['note']}") if row["note"] else ""
    record = rows.row_link(TABLE, row_id, root, f"Record {row_id}")
    ours = " Translated by us." if row["chinese"] else ""
    return f"{said}.{ours}{note} {tag('span', record, class_='quoted-record')}"


def misplaced(chapters: Mapping[str, str], subjects: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each passage that does not stand exactly once, in its own chapter.

    `chapters` holds subject → Markdown, `subjects` id of a passage → the subject of its row.
    """
    shown = Counter((s, i) for s, said in chapters.items() for i in _SHOWN.findall(said))
    for subject, row_id in sorted(shown):
        if row_id not in subjects:
            yield f"{subject}: shows {row_id}, which is no passage"
        elif subjects[row_id] != subject:
            yield f"{subject}: shows {row_id}, which belongs to {subjects[row_id]}"
    for row_id, subject in sorted(subjects.items()):
        if (times := shown[subject, row_id]) != 1:
            yield f"{subject}: shows {row_id} {times} times; once is right"
