"""Figures to files: same bytes, dark twins, palette, and the contract of an exhibit."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from matplotlib.figure import Figure
from PIL import Image

from biometrics_china.exhibit import Exhibit, Recipe
from biometrics_china.figures import export, style

FRAME = pd.DataFrame({"x": [1, 2, 3], "y": [1.0, 4.0, 9.0]})


def draw(frame: pd.DataFrame, colour: str = style.BLUE) -> Figure:
    figure, (axes,) = style.canvas(4, 3)
    style.bare(axes, grid="y")
    axes.plot(frame["x"], frame["y"], color=colour)
    axes.set_title("A title")
    return figure


def an_exhibit(drawing: Callable[[pd.DataFrame], Figure] = draw) -> Exhibit:
    words = {"title": "Title", "caption": "Caption.", "interval": "None", "alt": "A line."}
    return Exhibit("fig-test", Recipe(lambda: FRAME, drawing), **words)


def test_the_same_frame_gives_the_same_svg() -> None:
    assert export.svg(an_exhibit()) == export.svg(an_exhibit())


def test_settings_of_the_caller_do_not_reach_a_figure() -> None:
    import matplotlib

    before = export.svg(an_exhibit())
    with matplotlib.rc_context({"font.size": 30, "svg.hashsalt": "other"}):
        assert export.svg(an_exhibit()) == before


def test_another_value_or_colour_gives_another_svg() -> None:
    plain = export.svg(an_exhibit())
    assert export.svg(an_exhibit(), FRAME.assign(y=[1.0, 4.0, 9.1])) != plain
    assert export.svg(an_exhibit(lambda f: draw(f, style.ORANGE))) != plain


def test_an_svg_holds_no_date_and_no_metadata() -> None:
    text = export.svg(an_exhibit()).decode()
    assert "<metadata" not in text
    assert "<!--" not in text
    assert not re.search(r"20\d\d-\d\d-\d\d", text)


def test_every_colour_has_its_twin_in_the_dark_figure() -> None:
    light = export.svg(an_exhibit())
    twin = export.dark(light).decode()
    used = {c.lower() for c in re.findall(r"#[0-9a-fA-F]{6}\b", light.decode())}
    assert used <= set(style.PALETTE)
    assert {c.lower() for c in re.findall(r"#[0-9a-fA-F]{6}\b", twin)} == {
        style.PALETTE[c] for c in used
    }


def test_a_drawing_brings_its_ground_along() -> None:
    light = export.svg(an_exhibit())
    for drawing, ground in ((light, style.PAPER), (export.dark(light), style.PALETTE[style.PAPER])):
        first = re.search(r'fill: (\S+)"', drawing.decode())
        assert first is not None
        assert first[1] == ground


def test_a_colour_outside_the_palette_is_refused() -> None:
    with pytest.raises(export.OffPalette, match=r"fig-test uses colours.*#ff0000"):
        export.svg(an_exhibit(lambda f: draw(f, "#ff0000")))


def test_png_has_the_asked_resolution_and_no_software_stamp() -> None:
    image = Image.open(io.BytesIO(export.png(an_exhibit(), dpi=100)))
    assert image.size == (400, 300)
    assert "Software" not in image.info


def test_csv_is_the_frame() -> None:
    assert export.csv(FRAME) == b"x,y\n1,1.0\n2,4.0\n3,9.0\n"


def test_size_in_pixels() -> None:
    # 4 × 3 inches at 96 CSS pixels an inch
    assert export.size(export.svg(an_exhibit())) == (384, 288)


@pytest.mark.parametrize("part", ["title", "caption", "interval", "alt"])
def test_an_exhibit_without_a_part_cannot_be_declared(part: str) -> None:
    with pytest.raises(ValueError, match=part):
        replace(an_exhibit(), **{part: ""})


@pytest.mark.parametrize("wrong", ["Figure 1", "tab-x"])
def test_an_exhibit_needs_a_proper_id(wrong: str) -> None:
    with pytest.raises(ValueError, match="id"):
        replace(an_exhibit(), id=wrong)


def relative_luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((relative_luminance(one), relative_luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ink", [style.INK, style.MUTED])
def test_text_is_legible_on_light_and_dark_pages(ink: str) -> None:
    assert contrast(ink, style.PAPER) >= 4.5
    assert contrast(style.PALETTE[ink], style.PALETTE[style.PAPER]) >= 4.5


SERIES = (style.BLUE, style.ORANGE, style.GREEN, style.PURPLE)


@pytest.mark.parametrize("colour", SERIES)
def test_series_colours_stand_out_on_light_and_dark_pages(colour: str) -> None:
    assert contrast(colour, style.PAPER) >= 3
    assert contrast(style.PALETTE[colour], style.PALETTE[style.PAPER]) >= 3


def test_the_two_main_colours_part_in_greyscale() -> None:
    assert contrast(style.BLUE, style.ORANGE) >= 1.4


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3978734.309546222, "3978734.31"),
        (3978734.309546215, "3978734.31"),
        (9712294.0, "9712294.0"),
        (0.1, "0.1"),
        (1.0, "1.0"),
        (1 / 3, "0.3333333333"),
        (-1e-20, "-1e-20"),
    ],
)
def test_a_number_in_a_file_keeps_ten_digits(value: float, written: str) -> None:
    assert export.csv(pd.DataFrame({"x": [value]})).decode() == f"x\n{written}\n"
