"""A colour means one thing in the whole book, and the table of meanings tells it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import pytest
from inks import told, used

from biometrics_china import exhibits
from biometrics_china.figures import shapes, style
from biometrics_china.figures.meanings import MEANINGS, PLACE

#: words that name a place → the place
_NAMES = {
    "China": r"China\b|Chinese",
    "Europe": r"Europe\b|European|EU\b|France|French|German",
    "United States": r"United States|American|US\b|U\.S\.",
    "United Kingdom": r"United Kingdom|UK\b|Brit(?:ain|ish)",
    "Canada": r"Canad(?:a|ian)",
    "Several countries": r"[Ss]everal (?:countries|origins|places)",
    "Elsewhere": r"Elsewhere\b",
}
#: what a label says beside its words: the letter of a square, and numbers
_BESIDE = re.compile(r"^\w{1,2}: |^\d[\d,]*\s+| \(n = \d+\)$|: (?:\d+|none)\b.*$")

#: what is pale for what
_PALE = {style.ORANGE: style.PALE_ORANGE, style.BLUE: style.PALE_BLUE}

Told = tuple[str, str, str]
Drawings = list[tuple[str, tuple[tuple[str, str], ...], set[str]]]


def places_in(words: str) -> set[str]:
    """Return the colours of the places that words name."""
    named = [place for place, pattern in _NAMES.items() if re.search(rf"\b(?:{pattern})", words)]
    return {PLACE[place] for place in named}


def wrong_places(found: Iterable[Told]) -> list[Told]:
    """Return what names a place in another colour than its own, or several in one of theirs.

    A mark in ink is named for its shape, and a pale one for a part.
    """
    wrong = []
    for key, words, colour in found:
        right = places_in(words)
        if len(right) > 1:
            right = {PLACE["Several countries"]}
        may = {style.INK, *right, *(_PALE[one] for one in right & set(_PALE))}
        if right and colour not in may:
            wrong.append((key, words, colour))
    return wrong


def twice_coloured(found: Iterable[Told]) -> dict[str, dict[str, str]]:
    """Return words that have several colours → colour → a figure; ink tells shapes, no colours."""
    colours: dict[str, dict[str, str]] = defaultdict(dict)
    for key, words, colour in (each for each in found if each[2] != style.INK):
        colours[_BESIDE.sub("", words).lower()].setdefault(colour, key)
    return {words: where for words, where in colours.items() if len(where) > 1 and words}


def planted(*entries: tuple[str, str]) -> list[Told]:
    """Return what a figure tells whose legend has these words and colours."""
    figure, (axes,) = style.canvas(4, 3)
    axes.text(0, 0, "plain words")
    handles = [shapes.mark("o", colour, words) for words, colour in entries]
    figure.legend(handles=handles, loc="outside upper left")
    return [("fig-planted", *each) for each in told(figure)]


@pytest.fixture(scope="module")
def drawn() -> Drawings:
    """Draw every figure, without its layout; return its id, what its colours tell, and all of them."""
    found = []
    for key, (_, _, exhibit) in exhibits.catalogue().items():
        if exhibit.draw:
            with style.book_style():
                figure = exhibit.draw(exhibit.frame())
                found.append((key, told(figure), used(figure)))
    return found


@pytest.fixture(scope="module")
def book(drawn: Drawings) -> list[Told]:
    return [(key, *each) for key, told_there, _ in drawn for each in told_there]


def test_a_place_has_its_colour_in_every_figure(book: list[Told]) -> None:
    assert wrong_places(book) == []
    assert {colour for _, words, _ in book for colour in places_in(words)} == set(PLACE.values())


def test_the_same_words_have_one_colour_in_the_book(book: list[Told]) -> None:
    assert twice_coloured(book) == {}


def test_the_table_of_meanings_holds_every_colour_that_is_drawn_and_no_other(
    drawn: Drawings,
) -> None:
    found = set().union(*(colours for _, _, colours in drawn))
    assert found - {style.FAINT} == set(MEANINGS), "a fainter grey is grey"


def test_every_place_has_a_colour_of_the_table() -> None:
    for place, colour in PLACE.items():
        assert places_in(place) == {colour}
        assert MEANINGS[colour].place


@pytest.mark.parametrize(
    ("words", "colour"),
    [
        ("China (n = 39)", style.BLUE),
        ("European firm", style.ORANGE),
        ("body on a US list", style.BLUE),
        ("United Kingdom", style.MUTED),
        ("European Union, United Kingdom, Canada", style.PALE_ORANGE),
    ],
)
def test_a_place_in_a_wrong_colour_is_seen(words: str, colour: str) -> None:
    found = planted((words, colour), ("sale", style.BLUE))
    assert wrong_places(found) == [("fig-planted", words, colour)]


def test_words_in_two_colours_are_seen() -> None:
    found = planted(("China", style.ORANGE), ("G: Guidance", style.SAND), ("guidance", style.BLUE))
    assert wrong_places(found) == []
    assert list(twice_coloured(found)) == ["guidance"]


def test_words_in_a_colour_and_open_marks_are_read() -> None:
    figure, (axes,) = style.canvas(4, 3)
    axes.text(0, 0, "United\nStates", color=style.ORANGE)
    figure.legend(handles=[shapes.mark("o", style.BLUE, "open", filled=False)])
    assert told(figure) == (("open", style.BLUE), ("United States", style.ORANGE))
