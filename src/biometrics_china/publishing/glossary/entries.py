"""The terms of the glossary, and what finds them in a text."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from html import escape
from typing import Any

import pandas as pd

from biometrics_china import tables
from biometrics_china.publishing.markup import tag, text
from biometrics_china.publishing.sentences import REFERENCE

PAGE = f"{REFERENCE}/glossary"


@dataclass(frozen=True)
class Term:
    """A row of the glossary; what is unknown is an empty text."""

    id: str
    term: str
    also: tuple[str, ...]
    chinese: str
    pinyin: str
    kind: str
    meaning: str
    instrument_id: str
    source_id: str
    locator: str
    chinese_source_id: str
    chinese_locator: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Return the words by which a chapter may write the term."""
        return (self.term, *self.also)


@cache
def terms() -> dict[str, Term]:
    """Return id → term, of the rows that were read at a source, in alphabetical order of terms."""
    frame = tables.load("glossary")
    read = frame[frame["verification"].eq("seen")]
    found = [_term(row) for row in read.to_dict("records")]
    return {t.id: t for t in sorted(found, key=lambda t: (t.term.casefold(), t.id))}


def _term(row: Mapping[Hashable, Any]) -> Term:
    texts = {f.name for f in fields(Term)} - {"also"}
    return Term(
        also=row["also"] if isinstance(row["also"], tuple) else (),
        **{name: "" if pd.isna(row[name]) else str(row[name]) for name in texts},
    )


def anchor(term_id: str) -> str:
    """Return the anchor of a term on the page of the glossary."""
    return f"term-{term_id}"


def use_anchor(term_id: str) -> str:
    """Return the anchor of the place in a chapter where a term is explained."""
    return f"use-{term_id}"


def chinese_html(term: Term) -> str:
    """Return Chinese and Pinyin, each in its language."""
    said = [tag("span", text(term.chinese), lang="zh-Hans")] if term.chinese else []
    if term.pinyin:
        said.append(tag("span", text(term.pinyin), lang="zh-Latn"))
    return ", ".join(said)


def pattern(chosen: dict[str, Term]) -> re.Pattern[str]:
    """Return what finds any form of some terms in the text of a page, the longest form first.

    A form that begins small may begin a sentence; blanks stand for any white space.
    """
    forms = sorted({f for t in chosen.values() for f in t.forms}, key=lambda f: (-len(f), f))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_of_form, forms))})(?![\w-])")


def _of_form(form: str) -> str:
    first, rest = form[0], re.escape(escape(form[1:], quote=False))
    begins = f"[{first}{first.upper()}]" if first.islower() else re.escape(escape(first))
    return (begins + rest).replace(r"\ ", r"\s+").replace("’", "(?:’|&#8217;|&#x27;|')")


def by_form(chosen: dict[str, Term]) -> dict[str, str]:
    """Return a form, as `plain` writes it, → the id of its term."""
    return {plain(form): t.id for t in reversed(chosen.values()) for form in t.forms}


def plain(form: str) -> str:
    """Return a form in one writing: one blank between words, one apostrophe, in small letters."""
    one = re.sub(r"&#8217;|&#x27;|'", "’", " ".join(form.split()))
    return one.casefold()
