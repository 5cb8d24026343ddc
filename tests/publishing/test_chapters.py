"""Chapters: each has its parts, and is neither thin nor endless."""

from __future__ import annotations

import re

import pytest

from biometrics_china import exhibits, manuscript

#: pages that are no chapters: they open without findings and answer to no official position
PAGES = ("methods", "partner_register")
WRITTEN = tuple(s for s in exhibits.SUBJECTS if s not in PAGES)


@pytest.mark.parametrize("subject", WRITTEN)
def test_a_chapter_has_its_parts_and_is_neither_thin_nor_endless(subject: str) -> None:
    text = manuscript.source(subject)
    heads = re.findall(r"^## (.+)$", text, re.M)
    for part in ("Limits of this chapter", "The official position", "What it means for Europe"):
        assert part in heads
    assert "```{findings}" in text.split("\n## ")[0]
    prose = manuscript.plain(re.sub(r"```.*?```", " ", text, flags=re.S))
    words = re.sub(r"\{\w+\}`[^`]*`", " word ", prose).split()
    assert 1500 <= len(words) <= 3130, len(words)  # 87 are the answer and the line for Europe


@pytest.mark.parametrize("page", manuscript.pages())
def test_a_line_of_a_chapter_can_be_read_in_a_diff(page: str) -> None:
    lines = manuscript.source(page).splitlines()
    long = [line for line in lines if len(line) > 120 and " " in line[100:].strip()]
    assert [
        line
        for line in long
        if not line.startswith(("|", "<", "  exhibits:", "  tables:", "  sources:"))
    ] == []
