"""One line under a finding, worked out by hand."""

from __future__ import annotations

import pytest

from biometrics_china.without import briefly
from biometrics_china.without.verdicts import Moved, OfNumber, OfWords, Point, Verdict

STAYS = Moved({}, (), True)


def number(text: str, *, less: str = "", gone: bool = False, whole: str | None = "") -> OfNumber:
    """Return a number: what it is without work a, whether b takes it away, and on whole texts."""
    points = {"a": Point(float(less), less, 2)} if less else {}
    left = None if whole is None else Point(float(whole or text), whole or text, 3)
    moved = Moved(points, ("b",) if gone else (), True)
    return OfNumber("n", Point(float(text), text, 3), moved, STAYS, left)


def words(said: str, *, false: bool = False, untold: bool = False, whole: bool | None = True):
    return OfWords(said, ("a",) if false else (), ("b",) if untold else (), (), whole)


SAME = "On originals and full copies only: the same."


@pytest.mark.parametrize(
    ("works", "numbers", "guarded", "said"),
    [
        (1, [number("5", gone=True)], [], f"Rests on one source. {SAME}"),
        (4, [], [], "Rests on 4 sources."),
        (3, [number("8", less="6")], [], f"Without one of 3 sources 8 becomes 6 to 8. {SAME}"),
        (3, [number("8")], [words("more")], f"The same without any one of 3 sources. {SAME}"),
        (
            3,
            [number("8", less="6", gone=True)],
            [],
            f"Without one of 3 sources 8 becomes 6 to 8 or is lost. {SAME}",
        ),
        (
            3,
            [number("8", gone=True, whole=None), number("9", gone=True, whole=None)],
            [words("more", untold=True, whole=None)],
            "Without one of 3 sources 8 and 9 cannot be computed; “more” cannot be checked. "
            "On originals and full copies only: nothing of it.",
        ),
        (
            3,
            [number("8", whole="7")],
            [words("more", false=True)],
            "Without one of 3 sources “more” no longer holds. "
            "On originals and full copies only: 7 (3 rows).",
        ),
        (
            3,
            [number("8")],
            [words("more", whole=None)],
            "The same without any one of 3 sources. "
            "On originals and full copies only: a part of it.",
        ),
        (
            3,
            [number("8")],
            [words("more", whole=False), words("all", whole=False), words("some", whole=None)],
            "The same without any one of 3 sources. "
            "On originals and full copies only: a part of it; “more” and “all” do not hold.",
        ),
    ],
)
def test_the_line_says_what_changes_and_what_is_left(works, numbers, guarded, said):
    found = Verdict(tuple("abcd"[:works]), (), tuple(numbers), tuple(guarded))
    assert briefly.said(found) == said
