"""Records that were collected and fall out of an analysis, and why: what it needs, they do not have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from biometrics_china import edition, provenance, tables
from biometrics_china.analysis.dna_databases import compare, sizes
from biometrics_china.analysis.europe_measures.coverage import NO_ANSWER
from biometrics_china.analysis.europe_technology import lists
from biometrics_china.analysis.public_opinion import answers
from biometrics_china.analysis.regulation import counts, courts, passages, timeline

Mask = Callable[[pd.DataFrame], pd.Series]

#: up to so many records are named; of more, the reason says how to find them
FEW = 10
EVERY = "Every chapter"
COLUMNS = ["chapter", "analysis", "table", "records", "left_out", "reason", "ids"]


@dataclass(frozen=True)
class Rule:
    """One way to fall out: of the read rows of `table` in `scope`, those that `is_out` marks."""

    subject: str
    analysis: str
    table: str
    reason: str
    is_out: Mask
    scope: Mask = lambda rows: rows["id"].notna()


def _lack(*fields: str) -> Mask:
    return lambda rows: rows[list(fields)].isna().any(axis=1)


def _is(field: str, *values: str) -> Mask:
    return lambda rows: rows[field].isin(values)


def _is_no(field: str) -> Mask:
    return lambda rows: ~rows[field].fillna(False).astype(bool)


def _repeats(rows: pd.DataFrame) -> pd.Series:
    return rows["is_repeat"].astype(bool)


def _not_in(analysed: Callable[[], pd.DataFrame]) -> Mask:
    return lambda rows: ~rows["id"].isin(analysed()["id"])


def _waits(rows: pd.DataFrame) -> pd.Series:
    adopted = counts.adopted()
    return rows["id"].isin(adopted.loc[adopted["year"] > edition.last_full_year(), "id"])


def _binds_nobody(rows: pd.DataFrame) -> pd.Series:
    adopted = counts.adopted()
    return rows["id"].isin(adopted["id"]) & ~rows["is_binding"].astype(bool)


def _names_no_trait(rows: pd.DataFrame) -> pd.Series:
    return timeline.by_definition(rows).ne(rows["effect"])


def _has_no_lane(rows: pd.DataFrame) -> pd.Series:
    frame = timeline.instruments()
    return rows["id"].isin(frame.loc[frame["lane"].isna(), "id"])


def _with_interval() -> pd.DataFrame:
    return answers.answers().dropna(subset=["low"])


def _countries() -> pd.DataFrame:
    return compare.cross_section(sizes.sizes(), sizes.national_populations())


RULES = (
    Rule("regulation", "All counts and drawings of instruments", "instruments",
         "No dated event of it was read", _not_in(timeline.instruments)),
    Rule("regulation", "The timeline", "instruments",
         "A rule of a single member state, which has no lane", _has_no_lane),
    Rule("regulation", "Counts by year-end", "instruments",
         "Adopted in a year that is not over", _waits),
    Rule("regulation", "From draft to law", "passages",
         "The day of the draft or of its end was not read", _not_in(passages.spells)),
    Rule("regulation", "Counts by year-end", "instruments",
         "Adopted in China without binding anybody", _binds_nobody),
    Rule("regulation", "Counts by year-end", "instruments",
         "Coded as widening or restricting, but names no trait of the body", _names_no_trait),
    Rule("regulation", "The drawing of fines", "cases", "In a third currency",
         _not_in(courts.drawn), lambda rows: ~_is_no("is_counted_fine")(rows)),
    Rule("regulation", "Acts of industry", "industry_acts",
         "A second report of an act in another row", _is_no("is_main")),
    Rule("police_powers", "The census of the law books", "census",
         "A hit that was excluded, for a reason in its row", _is("counted", "excluded")),
    Rule("trafficking", "Counts of the search", "reunion_counts",
         "A count repeated from elsewhere", _repeats),
    Rule("trafficking", "Counts of cases", "trafficking_counts",
         "A count repeated from elsewhere", _repeats),
    Rule("target_populations", "Counts of events", "collection_events",
         "A repeat, a restatement, a total or a plan not carried out", _is_no("is_counted")),
    Rule("target_populations", "Counts of purchases", "procurement",
         "A misprint, a repeat or a part of another row", _is_no("is_counted")),
    Rule("western_china", "From making to disclosure", "technology_events",
         "When it was made is not known", _lack("artefact_date"),
         lambda rows: rows["is_ethnicity_label"]),
    Rule("dna_databases", "Sizes of databases", "dna_database_sizes",
         "A second report of a size in another row", _is("use", "second_report")),
    Rule("dna_databases", "Countries side by side", "dna_database_sizes",
         "No population of its country is on file", _not_in(_countries),
         _is("use", "cross_section")),
    Rule("public_opinion", "Intervals of shares", "survey_answers",
         "No single share, or no number of respondents", _not_in(_with_interval)),
    Rule("europe_technology", "Supplies", "technology_supplies",
         "A part or a contradicted copy of another row, or no supply", _is_no("is_counted")),
    Rule("europe_technology", "Supplies over time", "technology_supplies",
         "No date was read", _lack("date"), lambda rows: rows["is_counted"]),
    Rule("europe_technology", "Bodies on lists", "listings",
         "An entry of a person, or of a body of the register none of whose acts has a technology "
         "of the subject", _not_in(lists.acts), _is("action", "listed", "delisted")),
    Rule("europe_technology", "Systems in Europe", "deployments",
         "A contradicted copy of another row", _is_no("is_counted")),
    Rule("europe_technology", "Systems in Europe", "deployments",
         "Speaks of no single country", _lack("country"), lambda rows: rows["is_counted"]),
    Rule("europe_research", "Links", "research_links",
         "A second report of another row", _is_no("is_counted")),
    Rule("europe_research", "Time to retraction", "retractions",
         "The date of the paper or of its retraction was not read",
         _lack("published", "status_date"), _is("status", "retracted")),
    Rule("europe_policing", "Arrangements over time", "police_links",
         "When it began was not read", _lack("start")),
    Rule("europe_policing", "Decisions over time", "surrender_decisions",
         "Its day was not read", _lack("date")),
    Rule("europe_policing", "Counts over time", "police_counts",
         "Its day was not read", _lack("as_of")),
    Rule("europe_measures", "Counts of measures", "measures",
         "It ended, only amends another, or is a proposal", _is("status", *NO_ANSWER)),
    Rule("europe_measures", "From adoption to application", "measures",
         "The day of adoption or of application was not read", _lack("adopted", "applies"),
         _is("level", "eu")),
)  # fmt: skip


def left_out() -> pd.DataFrame:
    """Return one row for each way in which records fall out, in the order of the book.

    Columns: chapter (its label), analysis, table (its title), records (those that could enter),
    left_out, reason, ids (of the records, if they are few, else empty). Ways without a record are
    left out. What was not read at its source, and so feeds no chapter, stands first.
    """
    rows = [*_recalled(), *(_counted(rule) for rule in RULES)]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame[frame["left_out"].gt(0)].reset_index(drop=True)


def _recalled() -> Iterator[tuple[object, ...]]:
    for described in tables.package().tables:
        if "verification" in described.columns:
            frame = tables.load(described.name)
            ids = frame.loc[frame["verification"].ne("seen"), "id"]
            way = (EVERY, f"All that use: {described.title}", described.title)
            yield (*way, len(frame), len(ids), "Not read at the source it names", _named(ids))


def _counted(rule: Rule) -> tuple[object, ...]:
    rows = provenance.read_rows(rule.table)
    rows = rows[rule.scope(rows).fillna(False).astype(bool)]
    ids = rows.loc[rule.is_out(rows).astype(bool), "id"]
    title = tables.package().table(rule.table).title
    chapter = tables.vocabulary("subject")[rule.subject]
    return (chapter, rule.analysis, title, len(rows), len(ids), rule.reason, _named(ids))


def _named(ids: pd.Series) -> str:
    return ", ".join(ids) if len(ids) <= FEW else ""
