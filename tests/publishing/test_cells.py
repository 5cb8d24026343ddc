"""Cells of printed tables: days in words, records by their names, everything else as it is."""

from __future__ import annotations

import pytest

from biometrics_china.publishing.cells import cell_html, in_words


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("2019-02-20", "20 February 2019"),
        ("2019-02", "February 2019"),
        ("from 2019-02-20 on", "from 20 February 2019 on"),
        ("2019", "2019"),
        ("2019-13", "2019-13"),
        ("GB/T 35273-2020", "GB/T 35273-2020"),
        ("x/2019-02-20", "x/2019-02-20"),
        ("", ""),
    ],
)
def test_days_are_said_in_words_and_numbers_of_texts_are_left(cell, said):
    assert in_words(cell) == said


def test_a_day_does_not_break_over_lines():
    assert cell_html("a & 2019-02-20", "") == 'a &amp; <span class="day">20 February 2019</span>'
    assert cell_html("2019-02", "") == "February 2019"


def test_records_are_named_and_lead_to_their_rows():
    html = cell_html("research_links/rl-007, listings/li002", "../")
    first, second = html.split("; ")
    assert first.startswith('<a href="../data/research_links.html#rl-007">')
    assert "#li002" in second
    assert "rl-007<" not in html


def test_what_only_looks_like_records_is_text():
    assert cell_html("male/female", "") == "male/female"
