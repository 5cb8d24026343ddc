"""Nothing that the book says hangs on the last bit of a number, which another processor may choose.

All figures are drawn, and all numbers computed, with results a last bit down and data one up; `make
twice` builds the book with results a bit up. This also finds what rounds at a tie: 0.125 is printed
as 12 per cent, and a hair above it as 13.
"""

from __future__ import annotations

import io
import json
import math
import subprocess
import sys
from pathlib import Path

import matplotlib
import numpy as np
import pandas as pd
import pytest
from matplotlib import dates, font_manager
from matplotlib.figure import Figure
from PIL import Image

from biometrics_china import durations, exhibits
from biometrics_china.analysis.dna_databases import growth
from biometrics_china.building import last_bits
from biometrics_china.exhibit import Exhibit, Recipe
from biometrics_china.figures import export, style
from biometrics_china.numbers import Numbers, steady

ROOT = Path(__file__).parents[2]
UP, DOWN = math.inf, -math.inf


@pytest.fixture(scope="module")
def beside() -> dict[str, str]:
    """Return what the book says where everything lies a last bit beside."""
    script = str(Path(__file__).with_name("beside.py"))
    done = subprocess.run([sys.executable, script], capture_output=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_another_processor_says_the_same(beside, subject: str) -> None:
    stored = (ROOT / "chapters/said" / f"{subject}.txt").read_text(encoding="utf-8").splitlines()
    assert beside[subject].splitlines() == stored, "a last bit moves what is stored"


def test_what_is_moved_lies_one_bit_away() -> None:
    assert last_bits.beside(2.0, UP) == 2.0000000000000004
    assert last_bits.beside(np.float64(1), DOWN) == 0.9999999999999999
    assert last_bits.beside((0.0, math.inf, 3, "3"), UP) == (0.0, math.inf, 3, "3")
    array = np.array([0.0, 1.0, np.nan])
    assert last_bits.beside(array, UP) is array
    assert array[:2].tolist() == [0.0, 1.0000000000000002]
    assert last_bits.beside(pd.Series([0.0, 1.0]), UP).tolist() == [0.0, 1.0000000000000002]
    assert last_bits.beside(np.array([1, 2]), UP).tolist() == [1, 2]


def test_a_moved_process_computes_and_draws_beside() -> None:
    code = (
        "from biometrics_china.building import last_bits; last_bits.move(upwards=True)\n"
        "import math, numpy as np, scipy.stats\n"
        "from matplotlib.figure import Figure\n"
        "width = Figure().add_axes((0.125, 0.125, 0.5, 0.5)).get_position().width\n"
        "print(math.exp(1), np.log(np.array([2.0]))[0], scipy.stats.norm.ppf(0.975), width)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    plain = (math.exp(1), math.log(2), 1.959963984540054, 0.5)
    assert all(float(a) > b for a, b in zip(done.stdout.split(), plain, strict=True))


def lines(frame: pd.DataFrame) -> Figure:
    """Draw lines in axes whose place and size come from the frame, in inches of 100 pixels."""
    figure = Figure(figsize=(4, 3), layout="none")
    for x, y in frame.itertuples(index=False):
        axes = figure.add_axes((x, y, 0.25, 0.25))
        style.bare(axes, left=True, grid="y")
        axes.plot([1, 2, 3], [1, 3, 2], "o", color=style.BLUE)
        axes.bar([1], [2], hatch="//", color=style.ORANGE)
        axes.scatter([1, 2], [2, 1], s=[20, 30], color=style.GREEN)
    return figure


def an_exhibit() -> Exhibit:
    frame = pd.DataFrame({"x": [0.11125, 0.58875], "y": [0.515, 0.3883333333333333]})
    parts = {"title": "Title", "caption": "Caption.", "interval": "None", "alt": "Lines."}
    return Exhibit(id="fig-test", recipe=Recipe(lambda: frame, lines), **parts)


@pytest.mark.parametrize("towards", [UP, DOWN])
@pytest.mark.parametrize("make", [export.svg, lambda e, f: export.png(e, f, dpi=100)])
def test_a_drawing_does_not_follow_the_last_bit(make, towards: float) -> None:
    # the frame lines stand between two pixels: 44.5, 235.5 and 206 of 400 and 300, and beside
    exhibit = an_exhibit()
    moved = exhibit.frame().map(lambda v: last_bits.beside(v, towards))
    assert make(exhibit, moved) == make(exhibit, exhibit.frame())
    assert make(exhibit, moved + 0.01) != make(exhibit, moved)


def test_what_is_used_by_reference_is_named_in_order() -> None:
    text = export.svg(an_exhibit()).decode()
    used = list(dict.fromkeys(export.re.findall(r'(?:href="#|url\(#)([a-z]\d[^")]*)', text)))
    assert [name[1:].partition("-")[0] for name in used] == [str(n + 1) for n in range(len(used))]
    assert {name[0] for name in used} == {"p", "m", "h"}
    assert len({name.partition("-")[2] for name in used}) == 1
    defined = export.re.findall(r'\bid="([^"]+)"', text)
    assert set(used) <= set(defined)
    assert len(defined) == len(set(defined))
    assert not export.re.search(r"[0-9a-f]{10}", text)


@pytest.mark.parametrize("number", [0.0, -1e-17, 1e-17, -0.004])
def test_what_is_almost_zero_has_no_sign(number: float) -> None:
    assert export._lean(f'<path d="M {number:f} -0.5"/>') == '<path d="M 0 -0.5"/>'
    assert export._lean('<use x="-0" y="-0.1"/>') == '<use x="0" y="-0.1"/>'


@pytest.mark.parametrize("towards", [UP, DOWN])
def test_a_tie_is_rounded_alike(towards: float) -> None:
    found = Numbers("test", ("instruments",))
    for n, value in enumerate((0.125, last_bits.beside(0.125, towards))):
        found.percent(f"share_{n}", value, "a share")
        found.decimal(f"real_{n}", value, "a number", digits=2)
        found.p_value(f"p_{n}", value, "a p value")
        found.count(f"count_{n}", value * 2400, "a count")
    texts = found.texts()
    for name in ("share", "real", "p", "count"):
        assert texts[f"{name}_0"] == texts[f"{name}_1"]
    assert texts["count_0"] == "300"
    assert export.csv(pd.DataFrame({"x": [last_bits.beside(25e5, towards)]})) == b"x\n2500000.0\n"


def test_steady_keeps_twelve_digits() -> None:
    assert steady(299.9999999999999) == 300
    assert steady(123456789012.0) == 123456789012
    assert steady(1 / 3) == 0.333333333333


def test_a_median_is_where_half_are_left_and_not_beside() -> None:
    # by hand: 12 drafts, one adopted on each day from 1 to 12: after the sixth, half are left
    days = list(range(1, 13))
    assert durations.median_time(days, [True] * 12).median == 6
    # the product of the shares left, by logarithms, misses one half by a hair here
    assert durations.median_time([*days, 0.5], [True] * 12 + [False]).median == 6


def test_a_fitted_ceiling_has_more_than_ten_sure_digits() -> None:
    data = growth.points()
    beside = data.assign(value=np.nextafter(data["value"].to_numpy(dtype=float), UP))
    pairs = zip(growth.fits(data), growth.fits(beside), strict=True)
    ceilings = [(one.ceiling, moved.ceiling) for one, moved in pairs if one.ceiling]
    assert len(ceilings) == 2
    for one, moved in ceilings:
        assert moved == pytest.approx(one, rel=1e-10)


def test_settings_that_matplotlib_calls_no_style_do_not_reach_a_figure() -> None:
    epoch, zone = matplotlib.rcParamsDefault["date.epoch"], matplotlib.rcParamsDefault["timezone"]
    with matplotlib.rc_context():
        dict.update(
            matplotlib.rcParams, {"date.epoch": "0000-12-31T00:00:00", "timezone": "Asia/Urumqi"}
        )
        with style.book_style():
            assert matplotlib.rcParams["date.epoch"] == epoch
            assert matplotlib.rcParams["timezone"] == zone
    assert dates.get_epoch() == epoch


def test_another_typeface_of_the_same_name_is_not_used(monkeypatch) -> None:
    before = export.svg(an_exhibit())
    manager = font_manager.fontManager
    other = next(entry for entry in manager.ttflist if entry.name == "DejaVu Serif")
    fake = font_manager.FontEntry(
        other.fname, 0, "Source Sans Pro", "normal", "normal", 400, "normal", "scalable"
    )
    monkeypatch.setattr(manager, "ttflist", [fake, *manager.ttflist])
    manager._findfont_cached.cache_clear() if hasattr(manager, "_findfont_cached") else None
    assert export.svg(an_exhibit()) == before


def test_png_shows_what_agg_shows() -> None:
    exhibit = an_exhibit()
    steady_one = np.asarray(
        Image.open(io.BytesIO(export.png(exhibit, dpi=100))).convert("L"), float
    )
    buffer = io.BytesIO()
    with style.book_style():
        lines(exhibit.frame()).savefig(buffer, format="png", dpi=100, facecolor=style.PAPER)
    plain = np.asarray(Image.open(buffer).convert("L"), float)
    assert np.abs(steady_one - plain).mean() < 1
