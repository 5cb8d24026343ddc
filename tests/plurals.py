"""A count of one before a plural, wherever the book prints words: what it looks like, and in a page."""

from __future__ import annotations

import re
from html import unescape

#: what the book counts
NOUNS = (
    "articles", "bodies", "cameras", "cases", "cells", "columns", "countries", "deals", "decisions",
    "drafters", "drafts", "figures", "findings", "firms", "instruments", "laws", "lists", "marks",
    "numbers", "officers", "papers", "people", "persons", "places", "points", "powers",
    "provisions", "publications", "questionnaires", "records", "rows", "rules", "sources",
    "standards", "studies", "subjects", "supplies", "tables", "tests", "texts", "uses", "works",
    "years", "months",
)  # fmt: skip
ONE_OF_MANY = re.compile(
    r"(?<![\d,.–−/-])\b1 (?:of 1 )?(?:more |other |Chinese |police )?(?:[a-z-]+ )?"
    rf"(?:{'|'.join(NOUNS)})\b"
)
_UNREAD = re.compile(r"<(script|style|pre|code|math)\b.*?</\1>", re.S)
_NAMES = re.compile(r'\b(?:title|aria-label|alt)="([^"]*)"')
_INLINE = re.compile(r"</?(?:a|abbr|b|em|i|small|span|strong|sub|sup|time)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def words(html: str) -> str:
    """Return all words of a page, names of its marks and links too, each block for itself."""
    read = _UNREAD.sub(" | ", html)
    told = " | ".join(_NAMES.findall(read))
    plain = _TAG.sub(" | ", _INLINE.sub("", read))
    return " ".join(unescape(f"{plain} | {told}").split())


def faults(html: str) -> list[str]:
    """Return each count of one before a plural, with the words around it."""
    said = words(html)
    return [said[max(0, m.start() - 30) : m.end() + 30] for m in ONE_OF_MANY.finditer(said)]
