"""What is said under a finding of the runs without its sources, as plain pieces of one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from biometrics_china import works
from biometrics_china.claims import Claim
from biometrics_china.counts import many
from biometrics_china.without import verdicts
from biometrics_china.without.verdicts import OfNumber, Point, Verdict

#: so many works are named one by one; of more, their number is said
NAMED = 3


@dataclass(frozen=True)
class Piece:
    """A piece of a line: text, or the id of a work (`is_work`) that is to be named."""

    text: str
    is_work: bool = False


@dataclass(frozen=True)
class Line:
    """A sentence of a line; `kind` says of what: a fall, one work, a maker, whole texts, the basis."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def plain(self) -> str:
        """Return the sentence as plain text."""
        return "".join(works.name(p.text) if p.is_work else p.text for p in self.pieces)


def of_claim(claim: Claim) -> tuple[Line, ...]:
    """Return what is said of a finding, in sentences: what falls comes first."""
    return tuple(_lines(verdicts.of_claim(claim)))


def plain(claim: Claim) -> str:
    """Return the same as plain text."""
    return " ".join(line.plain for line in of_claim(claim))


def _lines(found: Verdict) -> Iterator[Line]:
    if len(found.works) == 1:
        yield _line("basis", "Rests on one source: ", found.works)
    elif not found.numbers and not found.words:
        count = len(found.works)
        said = f"Rests on {count} sources; it states no number and no words that are checked"
        yield _line("basis", said, ())
    else:
        yield from _falls(found)
        yield from _works(found)
        yield from _makers(found)
    if found.numbers or found.words:
        yield from _whole(found)


def _line(kind: str, before: str, named: Iterable[str], after: str = "") -> Line:
    return Line(kind, (Piece(before), *_named([*named]), Piece(f"{after}.")))


def _named(keys: list[str]) -> Iterator[Piece]:
    for place, key in enumerate(keys):
        if place:
            yield Piece(" or " if place == len(keys) - 1 else ", ")
        yield Piece(key, is_work=True)


def _if_left_out(keys: tuple[str, ...]) -> Iterator[Piece]:
    """Yield ``if X is left out``, ``if X, Y or Z is left out``, or ``if one of n sources is``."""
    if len(keys) > NAMED:
        yield Piece(f"if one of {len(keys)} sources is left out")
        return
    yield Piece("if ")
    yield from _named([*keys])
    yield Piece(" is left out")


def _falls(found: Verdict) -> Iterator[Line]:
    """Yield what one source carries: words that do not hold without it, numbers, words unchecked."""
    numbers = [(number.works.gone, number.base.text) for number in found.numbers]
    groups = (
        ("The words {} no longer hold ", _words(found, "false")),
        ("{} cannot be computed ", numbers),
        ("Whether {} holds cannot be checked ", _words(found, "untold")),
    )
    for form, each in groups:
        for keys in dict.fromkeys(keys for keys, _ in each if keys):
            said = form.format(joined([text for these, text in each if these == keys]))
            yield Line("fall", (Piece(said), *_if_left_out(keys), Piece(".")))


def _words(found: Verdict, answer: str) -> list[tuple[tuple[str, ...], str]]:
    return [(getattr(words, answer), f"“{words.words}”") for words in found.words]


def _works(found: Verdict) -> Iterator[Line]:
    """Yield what becomes of each number without any one work, and without which it moves most."""
    every = f"Without any one of {len(found.works)} sources"
    moved = [n for n in found.numbers if becomes(n, n.works.ends(n.base))]
    stay = [n.base.text for n in found.numbers if n not in moved and not n.works.gone]
    if not moved:
        if not found.turned_by and not found.carried_by:
            yield _line("work", f"The same without any one of {len(found.works)} sources", ())
        elif stay:
            yield _line("work", f"{every} {joined(stay)} {_stay(stay)}", ())
        return
    pieces = [Piece(f"{every} ")]
    for place, number in enumerate(moved):
        pieces.append(
            Piece(("; " if place else "") + becomes(number, number.works.ends(number.base)))
        )
        if most := number.works.most(number.base):
            pieces += [Piece(" (most without "), Piece(most, is_work=True), Piece(")")]
    pieces.append(Piece(f"; {joined(stay)} {_stay(stay)}." if stay else "."))
    yield Line("work", tuple(pieces))


def becomes(number: OfNumber, ends: tuple[Point, Point] | None) -> str:
    """Return ``8.3 becomes 7.9 to 8.6``; empty where it does not move as it is printed."""
    if ends is None:
        return ""
    low, high = (point.text for point in ends)
    if low == high == number.base.text:
        return ""
    return f"{number.base.text} becomes {low if low == high else f'{low} to {high}'}"


def _stay(texts: list[str]) -> str:
    return "stays" if len(texts) == 1 else "stay"


def _makers(found: Verdict) -> Iterator[Line]:
    """Yield what all works of one author or publisher do beyond what one work does."""
    said = []
    for number in found.numbers:
        ends, single = number.makers.ends(number.base), number.works.ends(number.base)
        if ends and _is_wider(ends, single or (number.base, number.base)):
            said.append(becomes(number, ends))
        if gone := tuple(key for key in number.makers.gone if not number.works.gone):
            said.append(f"{number.base.text} cannot be computed ({'; '.join(gone)})")
    for words in found.words:
        if words.false_makers and not words.false:
            makers = "; ".join(words.false_makers)
            said.append(f"the words “{words.words}” no longer hold ({makers})")
    said = [one for one in said if one]
    if said:
        yield _line("maker", f"Without all works of one author or publisher {'; '.join(said)}", ())


def _is_wider(ends: tuple[Point, Point], single: tuple[Point, Point]) -> bool:
    return ends[0].place < single[0].place or ends[1].place > single[1].place


def _whole(found: Verdict) -> Iterator[Line]:
    """Yield what is left on originals and full copies alone."""
    said = [on_whole(number) for number in found.numbers]
    for words in found.words:
        if words.whole is not True:
            kept = "cannot be checked" if words.whole is None else "do not hold"
            said.append(f"the words “{words.words}” {kept}")
    same = all(n.whole and n.whole.text == n.base.text for n in found.numbers)
    if same and all(words.whole for words in found.words):
        said = ["the same"]
    yield _line("whole", f"On originals and full copies only: {'; '.join(said)}", ())


def on_whole(number: OfNumber) -> str:
    """Return a number on whole texts alone, with the count of its rows, or that there is none."""
    if number.whole is None:
        return f"no {number.base.text}"
    rows = number.whole.rows
    counted = f" ({many(rows, 'row')})" if rows else ""
    return f"{number.whole.text}{counted}"


def joined(texts: list[str]) -> str:
    """Return ``a, b and c``."""
    return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)
