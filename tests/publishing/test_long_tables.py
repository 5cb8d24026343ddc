"""A long table of a chapter shows its first rows and says how many follow."""

from importlib.resources import files

import pytest

from biometrics_china.publishing.renderer import SHOWN, WHOLE, rest


@pytest.mark.parametrize("count", [0, 1, WHOLE])
def test_a_table_that_is_not_long_stands_whole(count):
    assert rest(count) == ""


def test_a_long_table_says_how_many_rows_follow():
    assert f"Show all {WHOLE + 1} rows: {WHOLE + 1 - SHOWN} more follow" in rest(WHOLE + 1)


def test_the_stylesheet_leaves_out_the_rows_after_those_that_are_shown():
    css = (
        files("biometrics_china.publishing").joinpath("static/book.css").read_text(encoding="utf-8")
    )
    assert f"tbody tr:nth-child(n + {SHOWN + 1})" in css
    assert "max-height: 40rem" not in css
