"""The catalogue of figures and tables: labels, errors, filled words."""

from __future__ import annotations

import dataclasses
import re

import pandas as pd
import pytest

from biometrics_china import exhibits, tables
from biometrics_china.exhibits import Exhibit

EACH = list(exhibits.catalogue())


def table_exhibit(exhibit_id: str) -> Exhibit:
    return Exhibit(
        id=exhibit_id,
        title="T",
        frame=pd.DataFrame,
        caption="C",
        columns={"x": "X"},
        tables=("sources",),
        interval="None",
    )


def figure_exhibit(exhibit_id: str) -> Exhibit:
    return dataclasses.replace(table_exhibit("tab-a"), id=exhibit_id, alt="A", draw=lambda _: None)


@pytest.fixture
def book(monkeypatch):
    """Let the book consist of these exhibits, by subject."""

    def of(**subjects: list[Exhibit]) -> None:
        monkeypatch.setattr(exhibits, "SUBJECTS", tuple(subjects))
        monkeypatch.setattr(exhibits, "of_subject", lambda s: tuple(subjects[s]))
        exhibits.catalogue.cache_clear()

    yield of
    exhibits.catalogue.cache_clear()


def test_figures_and_tables_are_counted_apart_and_anew_in_each_chapter(book):
    book(
        first=[figure_exhibit("fig-a"), table_exhibit("tab-a"), figure_exhibit("fig-b")],
        second=[table_exhibit("tab-b"), figure_exhibit("fig-c")],
    )
    labels = {key: label for key, (_, label, _) in exhibits.catalogue().items()}
    assert labels == {
        "fig-a": "Figure 1.1",
        "tab-a": "Table 1.1",
        "fig-b": "Figure 1.2",
        "tab-b": "Table 2.1",
        "fig-c": "Figure 2.1",
    }


def test_an_id_that_is_used_twice_is_an_error(book):
    book(first=[table_exhibit("tab-a")], second=[table_exhibit("tab-a")])
    with pytest.raises(ValueError, match="exhibit id tab-a is used twice"):
        exhibits.catalogue()


def test_an_unknown_id_lists_the_known_ones(book):
    book(first=[table_exhibit("tab-b"), table_exhibit("tab-a")])
    with pytest.raises(KeyError, match="no exhibit 'tab-c'; there are tab-a, tab-b"):
        exhibits.get("tab-c")


def test_the_function_of_an_exhibit_is_what_makes_it_seen():
    table, figure = table_exhibit("tab-a"), figure_exhibit("fig-a")
    assert table.function() is table.frame
    assert figure.function() is figure.draw
    assert (table.kind, figure.kind) == ("Table", "Figure")


@pytest.mark.parametrize("missing", ["caption", "columns", "tables", "interval"])
def test_a_table_without_a_part_cannot_be_declared(missing):
    with pytest.raises(ValueError, match=f"tab-a' lacks {missing}"):
        dataclasses.replace(table_exhibit("tab-a"), **{missing: ()})


def test_the_labels_of_the_book_are_unique_and_name_the_chapter():
    labels = [label for _, label, _ in exhibits.catalogue().values()]
    assert len(set(labels)) == len(labels)
    for subject, label, _ in exhibits.catalogue().values():
        chapter = exhibits.SUBJECTS.index(subject) + 1
        assert re.fullmatch(rf"(Figure|Table) {chapter}\.[1-9]\d*", label)


@pytest.mark.parametrize("exhibit_id", EACH)
def test_words_are_filled(exhibit_id):
    _, _, exhibit = exhibits.get(exhibit_id)
    for words in (exhibits.caption(exhibit_id), exhibits.alt_text(exhibit_id)):
        assert not re.search(
            r"[{}]|\bnan\b|\bNone\b(?! (of|is|has|was|names|reaches|falls))", words
        )
    assert exhibits.caption(exhibit_id).endswith(".")
    if exhibit.draw:
        alt = exhibits.alt_text(exhibit_id)
        assert 60 <= len(alt) <= 1200
        assert alt != exhibit.title
        assert alt != exhibits.caption(exhibit_id)


@pytest.mark.parametrize("exhibit_id", EACH)
def test_the_tables_behind_an_exhibit_are_in_the_codebook(exhibit_id):
    known = {t.name for t in tables.package().tables}
    assert set(exhibits.get(exhibit_id)[2].tables) <= known


@pytest.mark.parametrize("exhibit_id", EACH)
def test_the_printed_columns_are_in_the_frame(exhibit_id):
    _, _, exhibit = exhibits.get(exhibit_id)
    assert set(exhibit.columns) <= set(exhibit.frame().columns)
