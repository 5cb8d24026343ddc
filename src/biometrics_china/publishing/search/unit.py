"""What a search finds: a section, finding, exhibit, body, row or work, with its words by block."""

from __future__ import annotations

from dataclasses import dataclass, field

#: kinds of what is found, the foremost first → how much a hit of this kind counts
KINDS = {
    "chapter": 1.0,
    "body": 1.0,
    "finding": 0.85,
    "exhibit": 0.7,
    "page": 0.6,
    "translation": 0.3,
    "reference": 0.25,
    "field": 0.1,
    "listed": 0.35,
    "hub": 0.25,
    "row": 0.2,
    "term": 0.08,
    "work": 0.1,
    "aside": 0.05,
    "analysis": 0.2,
}
#: kinds that say what words mean: the whole name of one that is typed does not make it the foremost
MEANINGS = ("term", "field")
#: what a reader calls a kind
SAID = {
    "chapter": "chapter",
    "body": "register",
    "finding": "finding",
    "exhibit": "figure or table",
    "page": "page",
    "translation": "summary in another language",
    "reference": "reference",
    "field": "codebook",
    "listed": "register, known from lists",
    "hub": "record",
    "row": "record",
    "term": "glossary",
    "work": "work",
    "aside": "record",
    "analysis": "analysis",
}


@dataclass
class Unit:
    """One place that a search finds.

    `page` is an address below the site and `anchor` a place on it; `heads` are its names, of which
    the first is shown; `blocks` are its paragraphs, items and rows; `status` is a line to show.
    """

    kind: str
    page: str
    anchor: str
    heads: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    status: str = ""
    #: words that are found and never shown
    unseen: str = ""
