"""The catalogue of figures and tables: labels, errors, filled words."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from types import SimpleNamespace

import pandas as pd
import pytest

from biometrics_china import exhibits, manuscript
from biometrics_china.exhibit import Exhibit, Recipe
from biometrics_china.numbers import Numbers

#: what a reader takes in beside a drawing; the rest is its note
MOST_WORDS, MOST_WORDS_OF_A_TITLE = 45, 16
EACH = list(exhibits.catalogue())


def table_exhibit(exhibit_id: str) -> Exhibit:
    recipe = Recipe(pd.DataFrame)
    return Exhibit(exhibit_id, recipe, title="T", caption="C", columns={"x": "X"}, interval="None")


def figure_exhibit(exhibit_id: str) -> Exhibit:
    recipe = Recipe(pd.DataFrame, lambda _: None)
    return dataclasses.replace(table_exhibit("tab-a"), id=exhibit_id, alt="A", recipe=recipe)


@pytest.fixture
def chapter(tmp_path, monkeypatch):
    """Let a chapter consist of some text."""

    def of(name: str, text: str) -> None:
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")

    monkeypatch.setattr(manuscript, "folder", lambda: tmp_path)
    manuscript.source.cache_clear()
    manuscript.blocks.cache_clear()
    yield of
    manuscript.source.cache_clear()
    manuscript.blocks.cache_clear()


@pytest.fixture
def book(monkeypatch):
    """Let the book consist of these exhibits, by subject."""

    def of(**subjects: list[Exhibit]) -> None:
        monkeypatch.setattr(exhibits, "SUBJECTS", tuple(subjects))
        monkeypatch.setattr(exhibits, "of_subject", lambda s: tuple(subjects[s]))
        exhibits.labelled.cache_clear()

    yield of
    exhibits.labelled.cache_clear()


def test_figures_and_tables_are_counted_apart_and_anew_in_each_chapter(book):
    book(
        first=[figure_exhibit(f"fig-first-{x}") for x in "ab"] + [table_exhibit("tab-first-a")],
        second=[table_exhibit("tab-second-b"), figure_exhibit("fig-second-c")],
    )
    labels = {key: label for key, (_, label, _) in exhibits.catalogue().items()}
    assert labels == {
        "fig-first-a": "Figure 1.1",
        "fig-first-b": "Figure 1.2",
        "tab-first-a": "Table 1.1",
        "tab-second-b": "Table 2.1",
        "fig-second-c": "Figure 2.1",
    }


SHOWN = "```{{show}} {}\ntitle: T\ncaption: C\ninterval: None\ncolumns:\n  x: X\n```\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SHOWN.format("tab-methods-b"), "md:1: figures/methods.py makes no 'tab-methods-b'"),
        ("A\n", "chapters/methods.md: does not show tab-methods-a of figures/methods.py"),
        (
            SHOWN.format("tab-methods-a").replace("columns:\n  x: X\n", ""),
            "md:1: exhibit 'tab-methods-a' lacks columns",
        ),
    ],
)
def test_what_chapter_and_code_do_not_say_alike_is_an_error(chapter, monkeypatch, text, message):
    made = SimpleNamespace(EXHIBITS={"tab-methods-a": Recipe(pd.DataFrame)})
    monkeypatch.setattr(exhibits, "import_module", lambda _: made)
    chapter("methods", text)
    with pytest.raises(manuscript.BadText, match=re.escape(message)):
        exhibits.of_subject.__wrapped__("methods")


def test_an_exhibit_is_found_without_the_other_subjects():
    found = (
        "import sys; from biometrics_china import exhibits;"
        "print(exhibits.get('fig-methods-sources')[:2]);"
        "print([s for s in exhibits.SUBJECTS if f'biometrics_china.figures.{s}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", found], capture_output=True, text=True, check=True)
    label = exhibits.catalogue()["fig-methods-sources"][1]
    assert done.stdout.splitlines() == [f"('methods', '{label}')", "['methods']"]


def test_numbers_that_were_handed_over_are_not_computed_again(monkeypatch):
    monkeypatch.setattr(exhibits, "_handed_over", {})
    monkeypatch.setattr(exhibits, "import_module", lambda _: pytest.fail("computed again"))
    handed = Numbers("methods", ["sources"])
    exhibits.hand_over(handed)
    assert exhibits.numbers_of("methods") is handed
    exhibits.numbers_of.cache_clear()


def test_an_unknown_id_lists_the_known_ones(book):
    book(first=[table_exhibit("tab-first-b"), table_exhibit("tab-first-a")])
    for unknown in ("tab-first-c", "tab-elsewhere-a", "x"):
        known = "tab-first-a, tab-first-b"
        with pytest.raises(KeyError, match=f"no exhibit '{unknown}'; there are {known}"):
            exhibits.get(unknown)


def test_an_exhibit_that_is_drawn_is_a_figure():
    table, figure = table_exhibit("tab-a"), figure_exhibit("fig-a")
    assert (table.kind, figure.kind) == ("Table", "Figure")


@pytest.mark.parametrize("missing", ["title", "caption", "columns", "interval"])
def test_a_table_without_a_part_cannot_be_declared(missing):
    with pytest.raises(ValueError, match=f"tab-a' lacks {missing}"):
        dataclasses.replace(table_exhibit("tab-a"), **{missing: ()})


def test_a_drawing_of_readings_and_nothing_else_has_a_line_for_its_chapter():
    drawn = figure_exhibit("fig-a")
    for wrong in ({"id": "fig-a-choices"}, {"line": "From 1 to 2."}):
        with pytest.raises(ValueError, match=r"lacks line, which a drawing of readings has"):
            dataclasses.replace(drawn, **wrong)
    assert dataclasses.replace(drawn, id="fig-a-choices", line="From 1 to 2.").is_of_readings


def test_the_labels_of_the_book_are_unique_and_name_the_chapter():
    labels = [label for _, label, _ in exhibits.catalogue().values()]
    assert len(set(labels)) == len(labels)
    for subject, label, _ in exhibits.catalogue().values():
        chapter = exhibits.SUBJECTS.index(subject) + 1
        assert re.fullmatch(rf"(Figure|Table) {chapter}\.[1-9]\d*", label)


@pytest.mark.parametrize("exhibit_id", EACH)
def test_words_are_filled(exhibit_id):
    _, _, exhibit = exhibits.get(exhibit_id)
    line = exhibits.line(exhibit_id)
    assert len(line.split()) <= MOST_WORDS
    assert line.endswith(".") or not exhibit.line
    said = (exhibits.caption(exhibit_id), exhibits.note(exhibit_id), exhibits.alt_text(exhibit_id))
    for words in (*said, line):
        assert not re.search(
            r"[{}]|\bnan\b|\bNone\b(?! (of|is|has|was|names|reaches|falls))", words
        )
    assert exhibits.caption(exhibit_id).endswith(".")
    assert len(exhibits.caption(exhibit_id).split()) <= MOST_WORDS
    assert len(exhibit.title.split()) <= MOST_WORDS_OF_A_TITLE
    assert exhibits.note(exhibit_id).endswith(".") or not exhibit.note
    if exhibit.draw:
        alt = exhibits.alt_text(exhibit_id)
        assert 60 <= len(alt) <= 1200
        assert alt != exhibit.title
        assert alt != exhibits.caption(exhibit_id)


@pytest.mark.parametrize("exhibit_id", EACH)
def test_the_printed_columns_are_in_the_frame(exhibit_id):
    _, _, exhibit = exhibits.get(exhibit_id)
    assert set(exhibit.columns) <= set(exhibit.frame().columns)
    assert exhibit.draw or len(exhibit.columns) > 1
