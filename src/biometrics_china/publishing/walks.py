"""A walk through a thing before it is counted: its documented steps, one below the other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any

from biometrics_china import provenance, tables
from biometrics_china.publishing import rows
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.mentions import reference
from biometrics_china.publishing.rows import uses

TABLE = "walk_steps"
#: what is true of each of the walks, and stands at its head
HEAD = (
    "Steps documented at different places and times, in an order of ours; no source that was read "
    "follows one case from end to end."
)


def walk_html(walk: str, root: str) -> str:
    """Return the steps of a walk as a list with numbers, drawn as a chain by the style sheet.

    Each step says who acts and what they do, cites the works behind its rows, leads to its record
    (which names the rows), and says what is not known. Raises KeyError for an unknown walk.
    """
    steps = tables.load(TABLE)
    mine = steps[steps["walk"].eq(walk)].sort_values("position", kind="stable")
    if mine.empty:
        raise KeyError(f"there is no walk {walk!r}")
    title = tag("span", text(tables.vocabulary("walk")[walk]), class_="walk-title")
    head = tag("div", title, " ", tag("span", HEAD, class_="walk-note"), id=f"walk-{walk}-head")
    items = (_step(row, root) for row in mine.to_dict("records"))
    body = tag("ol", *items, role="list")
    return tag(
        "section", head, body, class_="walk", id=f"walk-{walk}", aria_labelledby=f"walk-{walk}-head"
    )


def _step(row: Mapping[Hashable, Any], root: str) -> str:
    number = tag("span", text(row["position"]), class_="walk-number")
    who = tag("strong", text(row["who"]), class_="walk-who")
    unseen = tag("span", f" of step {row['position']}", class_="visually-hidden")
    record = link(
        f"{root}{rows.address(TABLE, str(row['id']))}", f"record{unseen}", class_="walk-record"
    )
    works = " ".join(_cited(row["rows"], root))
    words = text(str(row["step"]).removesuffix("."))
    said = tag("div", who, " ", words, " ", works, ". ", record)
    unknown = row["not_known"]
    gap = (
        tag("div", tag("span", "Not known: ", class_="walk-gap"), text(unknown), class_="walk-open")
        if isinstance(unknown, str)
        else ""
    )
    return tag("li", number, tag("div", said, gap, class_="walk-step"))


def _cited(references: Iterable[str], root: str) -> Iterator[str]:
    """Yield the works behind rows, each with the article that a row names, equal ones once."""
    cited = (
        reference(source_id, root, _article(table, row_id))
        for table, _slash, row_id in (named.partition("/") for named in references)
        for source_id in uses.sources(table, row_id)
    )
    yield from dict.fromkeys(cited)


def _article(table: str, row_id: str) -> str:
    """Return the place in its source that a row names, or nothing if it has none."""
    if "source_id" not in tables.load(table):
        return ""
    return provenance.place_of_row(table, row_id)[1]
