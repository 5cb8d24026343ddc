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
