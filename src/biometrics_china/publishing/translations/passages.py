"""The passages of a page and of its translations, one beside the other.

A passage is a heading, a paragraph or an item of a list, in the order of the page. What is compared
of two of them: numbers, guards, addresses of links, and sentences. A digest says which English a
translation was made from, so that a changed sentence makes it due.
"""

from __future__ import annotations

import re

from biometrics_china import manuscript
from biometrics_china.digests import of_facts

_FENCE = re.compile(r"^```.*?^```$", re.M | re.S)
_START = re.compile(r"^(?:#+ |- )", re.M)
_NUMBER = re.compile(r"\{num\}`([^`]+)`")
_LINK = re.compile(r"\]\(([^)]+)\)")
_END = re.compile(r"[.?!](?=\s|$|[”»“)*])|[。？！]")
#: ends of words that are no ends of sentences
_SHORT = re.compile(r"\b(?:v|c|gg|No|art|arts|St)\.(?=[\s\u00a0])")
#: letters of a digest that are kept
_KEPT = 16


def of(page: str) -> list[str]:
    """Return the passages of a page, each on one line, without fences and marks of Markdown."""
    text = _FENCE.sub("\n\n", manuscript.source(page))
    parts = re.split(r"\n\s*\n", _START.sub(lambda found: f"\n\n{found[0]}", text))
    return [" ".join(_START.sub("", part.strip()).split()) for part in parts if part.strip()]


def digest(passage: str) -> str:
    """Return the start of the SHA-256 of a passage, by which a translation knows its English."""
    return of_facts(passage)[:_KEPT]


def numbers(passage: str) -> list[str]:
    """Return the ids of the numbers of a passage, sorted, each as often as it is printed."""
    return sorted(_NUMBER.findall(passage))


def guards(passage: str) -> list[str]:
    """Return the predicates that guard words of a passage, sorted."""
    return sorted(found[1] for found in manuscript.GUARD.finditer(passage))


def links(passage: str) -> list[str]:
    """Return where links of a passage lead, in their order."""
    return _LINK.findall(passage)


def plain(passage: str) -> str:
    """Return the words of a passage; a number is a sign that stands for it."""
    words = _NUMBER.sub("0", manuscript.plain(passage))
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", words).replace("**", "")


def sentences(passage: str) -> int:
    """Return how many sentences a passage has. A semicolon and a colon end none in any language.

    >>> sentences("One, in Liu v. Poland; two. **Three.** Four"), sentences("一；二。三。")
    (3, 2)
    """
    return len(_END.findall(_SHORT.sub("", plain(passage))))
