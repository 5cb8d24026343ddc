"""The table of all laws and texts: names, articles that are held, state and days."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pandas as pd

from biometrics_china import tables
from biometrics_china.capitals import lower_first
from biometrics_china.days import date_in_words
from biometrics_china.publishing import rows
from biometrics_china.publishing.glossary import cited
from biometrics_china.publishing.markup import link, table, tag, text
from biometrics_china.publishing.sentences import REFERENCE

PAGE = f"{REFERENCE}/laws"
HEADS = ["Name", "Articles held", "State and days"]
#: events that tell the day on which a text was made, the plainest first
_MADE = ("adopted", "promulgated", "published", "announced")
_IN_FORCE = ("effective",)


def law_link(instrument_id: str, root: str) -> str:
    """Return a link to a row of the table, or nothing without an id."""
    if not instrument_id:
        return ""
    name = str(listed().set_index("id").loc[instrument_id, "title_en"])
    return link(f"{root}{PAGE}.html#law-{instrument_id}", text(name))


@cache
def listed() -> pd.DataFrame:
    """Return every instrument that was read: id, names, level, state, articles held and days.

    Columns: `id`, `title_en`, `title_zh`, `jurisdiction`, `level`, `status`, `articles` (those of
    its coded provisions in their order, joined by commas), `made` and `in_force` (partial dates).
    """
    found = tables.load("instruments")
    found = found[found["verification"].eq("seen")]
    provisions = tables.load("provisions")
    held = provisions[provisions["verification"].eq("seen")].sort_values(
        "article_order", kind="stable"
    )
    articles = held.groupby("instrument_id")["article"].agg(lambda a: ", ".join(dict.fromkeys(a)))
    return found.assign(
        articles=found["id"].map(articles).fillna(""),
        made=found["id"].map(_days(_MADE)).fillna(""),
        in_force=found["id"].map(_days(_IN_FORCE)).fillna(""),
    )


def _days(kinds: tuple[str, ...]) -> dict[str, str]:
    """Return instrument → the day of its first event of the plainest kind that is used."""
    events = tables.load("instrument_events")
    used = events[events["is_used"].eq(True) & events["verification"].eq("seen")]
    days: dict[str, str] = {}
    for kind in reversed(kinds):
        of_kind = used[used["event"].eq(kind)].sort_values("date", kind="stable")
        days |= dict(of_kind.drop_duplicates("instrument_id")[["instrument_id", "date"]].values)
    return days


def laws_html(root: str) -> str:
    """Return all laws and texts, a table for each rank, oldest first."""
    return "".join(_of_rank(*rank, root) for rank in _ranks()) + cited.further_html(root)


def _ranks() -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Yield jurisdiction, level and rows, in the order of the vocabularies."""
    every = listed()
    for where in tables.vocabulary("jurisdiction"):
        for level in tables.vocabulary("level"):
            chosen = every[every["jurisdiction"].eq(where) & every["level"].eq(level)]
            if len(chosen):
                yield where, level, chosen.sort_values(["made", "id"], kind="stable")


def _of_rank(where: str, level: str, chosen: pd.DataFrame, root: str) -> str:
    names = tables.vocabulary("jurisdiction")[where], tables.vocabulary("level")[level]
    title = f"{names[0]}: {lower_first(names[1])}"
    states = tables.vocabulary("status")
    body = [
        [
            _under(rows.row_link("instruments", str(row["id"]), root), _chinese(row["title_zh"])),
            text(row["articles"]),
            _under(
                text(states[str(row["status"])]),
                _day("adopted", str(row["made"])),
                _day("effective", str(row["in_force"])),
            ),
        ]
        for row in chosen.to_dict("records")
    ]
    ids = [f"law-{i}" for i in chosen["id"]]
    grid = table(HEADS, body, label=title, row_ids=ids, kind="laws")
    identity = f"laws-{where.lower()}-{level.replace('_', '-')}"
    return tag("section", tag("h2", text(title)), grid, id=identity)


def _under(*lines: str) -> str:
    """Return lines, one under the other, without those that are empty."""
    return tag("br").join(filter(None, lines))


def _chinese(title: object) -> str:
    return tag("span", text(title), lang="zh-Hans") if isinstance(title, str) else ""


def _day(what: str, day: str) -> str:
    return f"{what} {text(date_in_words(day))}" if day else ""
