"""Numbers that open sentences are in words."""

from __future__ import annotations

import pytest

from biometrics_china.publishing import spelled

NUM = '<a href="x#number-a-n" class="num">{}</a>'


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "zero"),
        (10, "ten"),
        (13, "thirteen"),
        (20, "twenty"),
        (40, "forty"),
        (99, "ninety-nine"),
    ],
)
def test_numbers_in_words(number, said):
    assert spelled.words(number) == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>{5} went.</p>", "<p>{Five} went.</p>"),
        ('<li id="a">{21} went.</li>', '<li id="a">{Twenty-one} went.</li>'),
        ("<p>All went. {5} came.</p>", "<p>All went. {Five} came.</p>"),
        ("<p><b>All went.</b> {5} came.</p>", "<p><b>All went.</b> {Five} came.</p>"),
        ("<p><a>All went</a>. {5} came.</p>", "<p><a>All went</a>. {Five} came.</p>"),
        ("<p>They went (x).\n{5} came.</p>", "<p>They went (x).\n{Five} came.</p>"),
        # larger ones, decimals, ranges, numbers within a sentence or in bold stay figures
        ("<p>{500} went.</p>", "<p>{500} went.</p>"),
        ("<p>{5.1} per cent.</p>", "<p>{5.1} per cent.</p>"),
        ("<p>{5} to {7} went.</p>", "<p>{5} to {7} went.</p>"),
        ("<p>Of these {5} went.</p>", "<p>Of these {5} went.</p>"),
        ("<p>J. {5} went.</p>", "<p>J. {5} went.</p>"),
        ("<li><strong>{5}</strong> went.</li>", "<li><strong>{5}</strong> went.</li>"),
        ("<td>{5}</td>", "<td>{5}</td>"),
    ],
)
def test_only_the_first_word_of_a_sentence_changes(body, said):
    def linked(text: str) -> str:
        return text.replace("{", NUM.partition("{")[0]).replace("}", "</a>")

    assert spelled.at_starts(linked(body)) == linked(said)
