"""Figures to files: deterministic SVG for light and dark pages, PNG for slides, CSV for the frame."""

from __future__ import annotations

import io
import re
import warnings
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china import digests
from biometrics_china.exhibit import Exhibit
from biometrics_china.figures import marks, narrow, narrow_fit, raster, shapes, style
from biometrics_china.numbers import steady

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")
_DECIMALS = re.compile(r"-?\d+\.\d{3,}|-0(?![\d.])")
#: what says where something stands in a drawing
_PLACES = re.compile(r'(?:(?<= d=")|(?<= [xy]=")|(?<=width=")|(?<=height=")|(?<=late\())[^")]*')
#: an id that matplotlib makes from a hash of unrounded numbers: clip path, marker, hatching, shape
_HASHED = re.compile(r'(?<=[#"])(?:[pmh]|C[0-9a-f]+_[0-9a-f]+_|image)[0-9a-f]{10}\b')
#: digits of a number in a CSV file
_DIGITS = 10


class OffPalette(ValueError):
    """A figure uses a colour that the book's palette does not hold."""


def svg(exhibit: Exhibit, frame: pd.DataFrame | None = None) -> bytes:
    """Return the SVG of a figure for light pages, as `drawing` does."""
    return drawing(exhibit, frame)[0]


def drawing(
    exhibit: Exhibit, frame: pd.DataFrame | None = None
) -> tuple[bytes, tuple[marks.Mark, ...]]:
    """Draw a figure and return its SVG for light pages, and which mark is which row.

    Inside `narrow.drawn` it is the drawing for narrow screens. The same frame gives the same bytes.

    Raises OffPalette with the offending colours, because such a figure has no dark twin, and
    UserWarning for whatever matplotlib warns of, such as a letter that the typeface lacks.
    """
    buffer = io.BytesIO()
    with style.book_style(), warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = drawn(exhibit, frame)
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    text = _named(_lean(buffer.getvalue().decode()), exhibit.id + narrow.either("", " narrow"))
    strange = sorted({c.lower() for c in _COLOUR.findall(text)} - set(style.PALETTE))
    if strange:
        raise OffPalette(f"{exhibit.id} uses colours outside the palette: {', '.join(strange)}")
    return text.encode(), marks.of(figure)


def dark(light_svg: bytes) -> bytes:
    """Return the version of a light SVG for dark pages: every colour exchanged for its twin."""
    twins = style.PALETTE
    return _COLOUR.sub(lambda m: twins[m.group().lower()], light_svg.decode()).encode()


def png(exhibit: Exhibit, frame: pd.DataFrame | None = None, dpi: int = 200) -> bytes:
    """Draw a figure as PNG on white, `dpi` dots per inch, as `raster.png` does."""
    with style.book_style():
        return raster.png(drawn(exhibit, frame), dpi)


#: what names a file of an exhibit
digest = digests.of_bytes


def csv(frame: pd.DataFrame) -> bytes:
    """Return the tidy frame of an exhibit as UTF-8 CSV with Unix line ends.

    A number keeps ten digits: the last of the sixteen that a computer keeps depend on its
    processor where a linear algebra library took part, and the bytes must not.
    """
    return frame.to_csv(index=False, lineterminator="\n", float_format=_digits).encode()


def _digits(value: Any) -> str:
    """Return a number as Python writes it, with at most ten digits."""
    return repr(float(f"{steady(value):.{_DIGITS}g}"))


def view_box(svg_bytes: bytes) -> str:
    """Return the box of the coordinates of an SVG, in points."""
    found = re.search(rb'viewBox="(0 0 [\d.]+ [\d.]+)"', svg_bytes)
    assert found is not None, "matplotlib always writes a viewBox"
    return found[1].decode()


def size(svg_bytes: bytes) -> tuple[int, int]:
    """Return width and height of an SVG in CSS pixels, rounded."""
    width, height = view_box(svg_bytes).split()[2:]
    return round(float(width) * 4 / 3), round(float(height) * 4 / 3)


def drawn(exhibit: Exhibit, frame: pd.DataFrame | None = None) -> Figure:
    """Draw a figure, with every mark whole; call inside `style.book_style`."""
    assert exhibit.draw is not None, f"{exhibit.id} is a table"
    figure = exhibit.draw(exhibit.frame() if frame is None else frame)
    shapes.whole_marks(figure)
    if narrow.is_on():
        narrow_fit.fit(figure)
    return figure


def _lean(text: str) -> str:
    """Drop what no reader needs: doctype, metadata, comments, blanks, and needless digits.

    Letters are drawn once and used many times, and are most of a figure's bytes. Each drawing
    keeps an eighth of the hundredth of its height that matplotlib keeps in 64 parts, and each use
    shrinks to a short name and a place along the line. Other coordinates keep a hundredth of a point.
    """
    text = re.sub(r"<!DOCTYPE.*?>\s*", "", text, flags=re.S)
    text = re.sub(r"<metadata>.*?</metadata>\s*", "", text, flags=re.S)
    text = re.sub(r"<!--.*?-->\s*", "", text, flags=re.S)
    text = re.sub(r"SourceSansPro-([A-Z])[A-Za-z]*-(?=[0-9a-f]+\")", r"\1", text)
    text = re.sub(r'(<path id="\w+" d=")([^"]*)(" transform="scale\()0\.015625', _letter, text)
    text = re.sub(r' transform="translate\(([\d.]+) 0\)"/>', _place, text)
    text = _PLACES.sub(lambda m: _DECIMALS.sub(_short, m.group()), text)
    return re.sub(r"\s*\n\s*", "\n", text)


def _named(text: str, exhibit_id: str) -> str:
    """Name what is used by reference in the order in which it appears.

    matplotlib names it by a hash of all sixteen digits of a number, of which the last depend on the
    processor. The exhibit stands in each name, so that drawings can share a page.
    """
    ids = dict.fromkeys(_HASHED.findall(text))
    salt = digest(exhibit_id.encode())[:4]
    names = {old: f"{old[0].lower()}{n}-{salt}" for n, old in enumerate(ids, start=1)}
    return _HASHED.sub(lambda m: names[m.group()], text)


def _letter(found: re.Match[str]) -> str:
    """Return the drawing of a letter on a grid eight times coarser, with repeated commands implied."""
    drawing, command = [], ""
    for name, numbers in re.findall(r"([A-Z]|z)([^A-Zz]*)", found[2]):
        places = " ".join(str(round(float(n) / 8)) for n in numbers.split())
        drawing.append(f" {places}" if name == command else f"{name}{places}")
        command = name if name in "QLC" else ""
    return f"{found[1]}{''.join(drawing)}{found[3]}0.125"


def _place(found: re.Match[str]) -> str:
    """Return the place of a letter as an attribute; letters stand about 100 units high."""
    return f' x="{float(found[1]):.1f}"/>'


def _short(found: re.Match[str]) -> str:
    """Return a number with at most two decimals, and a small negative one as 0.

    matplotlib has rounded it to six before, so that one a last bit beside a tie lies on the tie.
    """
    return f"{float(found.group()) + 0.0:z.2f}".rstrip("0").rstrip(".")
