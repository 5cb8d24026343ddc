"""Under each finding: what it comes to without one of its sources, as a line and small drawings.

A drawing shows one number: a tall mark where it is printed, a mark for each work without which it is
another number, a thin line as far as it comes without all works of one author or publisher, and a ring
for originals and full copies alone. All drawings have one scale: from half of the printed number to one
and a half times it, or ten years around a date, and wider where a mark lies further off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from biometrics_china import works
from biometrics_china.claims import Claim
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.sentences import REFERENCE
from biometrics_china.without import briefly, lines, verdicts
from biometrics_china.without.lines import Line
from biometrics_china.without.verdicts import OfNumber, Point

#: the drawing in units of its own: width, height, room at each side
WIDE, HIGH, EDGE = 200, 14, 4
#: years to each side of a date
YEARS = 5.0
HOW = "methods.html#without-one-source"


def html(claim: Claim, root: str) -> str:
    """Return what stands under a finding: one line, and a drawing of each number that moves."""
    drawn = [strip(number) for number in verdicts.of_claim(claim).numbers if _moves(number)]
    how = link(f"{root}chapters/{HOW}", "how")
    body = tag("p", text(briefly.of_claim(claim)), f" ({how})", class_="without-line")
    strips = tag("div", *drawn, class_="without-strips") if drawn else ""
    return tag("div", body, strips, class_="without", data_search="off")


def whole(claim: Claim, root: str) -> str:
    """Return the same in full sentences that name the works, for the basis of a finding."""
    return " ".join(_sentence(line, root) for line in lines.of_claim(claim))


def _sentence(line: Line, root: str) -> str:
    pieces = (
        work_link(piece.text, root) if piece.is_work else text(piece.text) for piece in line.pieces
    )
    return tag("span", *pieces, class_=f"without-{line.kind}")


def work_link(work_id: str, root: str) -> str:
    """Return a work by its name, linked to the first of its copies."""
    target = f"{root}{REFERENCE}/sources.html#source-{works.copies()[work_id][0]}"
    return link(target, text(works.name(work_id)))


def _moves(number: OfNumber) -> bool:
    return bool(number.works.points or number.makers.points) and number.base.text != ""


def strip(number: OfNumber) -> str:
    """Return the drawing of a number as SVG, with its description."""
    low, high = _scale(number)
    marks = "".join(_marks(number, low, high))
    drawing = tag(
        "svg",
        tag("title", text(_described(number))),
        marks,
        viewBox=f"0 0 {WIDE} {HIGH}",
        role="img",
        fill="currentColor",
        class_="without-strip",
    )
    return tag("div", tag("span", text(number.base.text), class_="without-number"), drawing)


def _scale(number: OfNumber) -> tuple[float, float]:
    base = number.base.place
    reach = YEARS if isinstance(number.base.value, str) else abs(base) / 2 or 1.0
    places = [point.place for point in _every(number)]
    return min(base - reach, *places), max(base + reach, *places)


def _every(number: OfNumber) -> list[Point]:
    points = [number.base, *number.works.points.values(), *number.makers.points.values()]
    return points + ([number.whole] if number.whole else [])


def _marks(number: OfNumber, low: float, high: float) -> Iterator[str]:
    def at(place: float) -> str:
        found = EDGE + (WIDE - 2 * EDGE) * (place - low) / (high - low)
        return f"{found:.1f}"

    middle = HIGH / 2
    yield _line(str(EDGE), str(WIDE - EDGE), middle, 0.5, opacity="0.45")
    if ends := number.makers.ends(number.base):
        yield _line(at(ends[0].place), at(ends[1].place), middle, 2, opacity="0.6")
    for place in dict.fromkeys(_places(number.works.points.values(), at)):
        yield _tick(place, middle - 4, 8, 1.6, opacity="0.8")
    yield _tick(at(number.base.place), 0, HIGH, 2.4)
    if number.whole:
        yield tag(
            "circle", cx=at(number.whole.place), cy=f"{middle:g}", r="3.2", fill="none",
            stroke="currentColor", stroke_width="1.4",
        )  # fmt: skip


def _places(points: Iterable[Point], at: Callable[[float], str]) -> list[str]:
    """Return where the marks of points stand, those at one place once, from the left."""
    return [at(place) for place in sorted({point.place for point in points})]


def _line(start: str, end: str, y: float, width: float, opacity: str) -> str:
    wide = f"{float(end) - float(start):.1f}"
    return tag(
        "rect", x=start, y=f"{y - width / 2:g}", width=wide, height=f"{width:g}", opacity=opacity
    )


def _tick(x: str, y: float, high: float, wide: float, opacity: str | None = None) -> str:
    left = f"{float(x) - wide / 2:.1f}"
    return tag("rect", x=left, y=f"{y:g}", width=f"{wide:g}", height=f"{high:g}", opacity=opacity)


def _described(number: OfNumber) -> str:
    """Return the drawing in words."""
    said = [f"{number.base.text} as printed"]
    for moved, what in ((number.works, "source"), (number.makers, "author or publisher")):
        if ends := moved.ends(number.base):
            low, high = (point.text for point in ends)
            reach = low if low == high else f"{low} to {high}"
            said.append(f"{reach} without any one {what}")
    if number.whole:
        said.append(f"{number.whole.text} on originals and full copies only")
    return "; ".join(said)
