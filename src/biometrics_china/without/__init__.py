"""What each finding comes to without one of its sources: computed by `runs`, told by `lines`.

A build computes it in processes of its own and hands it over (`hand_over`); elsewhere it is computed
when it is first asked for.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from biometrics_china import manuscript

#: subject → finding → what its runs came to, computed in another process
_handed_over: dict[str, dict[str, Any]] = {}


def hand_over(subject: str, results: dict[str, Any]) -> None:
    """Let `of_chapter` return these results from now on, in place of computing them."""
    _handed_over[subject] = results
    of_chapter.cache_clear()


@cache
def of_chapter(subject: str) -> dict[str, Any]:
    """Return id of a finding → what its runs came to, in the form of `runs.of_chapter`."""
    if subject in _handed_over:
        return _handed_over[subject]
    from biometrics_china.without import runs  # the analysis is loaded where it is to run

    return runs.of_chapter(subject)


def subjects() -> tuple[str, ...]:
    """Return the chapters that have findings, in the order of the book."""
    return tuple(dict.fromkeys(row["subject"] for row in manuscript.findings()))
