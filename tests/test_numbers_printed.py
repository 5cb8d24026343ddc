"""A number is kept only if a sentence, a caption, an alternative text or a finding prints it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from biometrics_china import exhibits, manuscript


@cache
def _pages() -> str:
    paths = sorted(manuscript.folder().rglob("*.md"))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def unprinted(subject: str) -> list[str]:
    printed = set(re.findall(rf"\{{num\}}`{subject}\.(\w+)`", _pages()))
    printed |= set(re.findall(r"\{(\w+)\}(?!`)", manuscript.source(subject)))
    return [name for name in exhibits.numbers_of(subject) if name not in printed]


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_every_number_is_printed_somewhere(subject: str) -> None:
    assert unprinted(subject) == []


def said(subject: str) -> str:
    """Return the source of a chapter with its numbers as they are printed, on one line."""
    texts = exhibits.numbers_of(subject).texts()
    filled = re.sub(
        rf"\{{num\}}`{subject}\.(\w+)`|\{{(\w+)\}}(?!`)",
        lambda found: texts.get(found[1] or found[2], found[0]),
        manuscript.source(subject),
    )
    return " ".join(filled.split())


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_a_day_has_on_before_it_and_a_month_in(subject: str) -> None:
    month = (
        "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    )
    wrong = rf"\bin \d{{1,2}} {month} \d{{4}}|\bon {month} \d{{4}}"
    assert re.search(wrong, "sales ended in 20 February 2019")
    assert re.findall(wrong, said(subject), re.I) == []
