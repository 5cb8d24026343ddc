"""What a chapter cell returns: bundles with digests, printed tables, lists of numbers."""

from __future__ import annotations

import dataclasses

import pandas as pd
import pytest

from biometrics_china import exhibits
from biometrics_china.figures import export
from biometrics_china.publishing import display, made

FIGURE, TABLE = "fig-regulation-effect", "tab-regulation-local"


def test_a_figure_is_shown_with_svg_words_and_digests():
    bundle = display.show(FIGURE)._repr_mimebundle_()
    _, label, exhibit = exhibits.get(FIGURE)
    drawing = export.svg(exhibit)
    assert bundle["image/svg+xml"] == drawing.decode()
    assert bundle[display.MIME] == {
        "id": FIGURE,
        "caption": exhibits.caption(FIGURE),
        "alt": exhibits.alt_text(FIGURE),
        "csv_sha256": export.digest(export.csv(exhibit.frame())),
        "svg_sha256": export.digest(drawing),
    }
    assert bundle["text/plain"] == f"{label}. {exhibit.title}. {exhibits.alt_text(FIGURE)}"


def test_a_table_is_shown_with_its_cells_and_without_a_drawing():
    bundle = display.show(TABLE)._repr_mimebundle_(include=["text/html"], exclude=None)
    _, label, exhibit = exhibits.get(TABLE)
    assert set(bundle) == {display.MIME, "text/plain"}
    assert set(bundle[display.MIME]) == {"id", "caption", "csv_sha256"}
    lines = bundle["text/plain"].split("\n")
    assert lines[0] == f"{label}. {exhibit.title}"
    assert len(lines) == 3 + len(exhibit.frame())  # title, blank, heads
    assert all(head in lines[2] for head in exhibit.columns.values())


def test_another_value_gives_another_digest(monkeypatch):
    before = display.show(TABLE).bundle[display.MIME]["csv_sha256"]
    subject, label, exhibit = exhibits.get(TABLE)
    frame = exhibit.frame()
    frame.loc[0, "addressee"] = "somebody else"
    changed = dataclasses.replace(exhibit, frame=lambda: frame)
    monkeypatch.setattr(exhibits, "get", lambda _: (subject, label, changed))
    for cached in (made.frame_of, made.csv_of):
        cached.cache_clear()
    assert display.show(TABLE).bundle[display.MIME]["csv_sha256"] != before
    for cached in (made.frame_of, made.csv_of):
        cached.cache_clear()


def test_an_unknown_exhibit_is_an_error():
    with pytest.raises(KeyError, match="no exhibit 'fig-nothing'; there are fig-"):
        display.show("fig-nothing")


def test_a_printed_table_has_printed_heads_and_empty_cells_for_what_is_missing():
    frame = pd.DataFrame({"a": [1, None], "b": [None, "x"], "hidden": [1, 2]}).astype(
        {"a": "Int64"}
    )
    exhibit = exhibits.Exhibit(
        id="tab-a",
        title="T",
        frame=lambda: frame,
        caption="C",
        columns={"b": "Words", "a": "Number"},
        tables=("sources",),
        interval="None",
    )
    printed = display.printed_table(exhibit, frame)
    assert list(printed.columns) == ["Words", "Number"]
    assert printed.to_numpy().tolist() == [["", "1"], ["x", ""]]


def test_show_numbers_prints_each_number_in_a_line():
    found = exhibits.numbers_of("methods")
    lines = repr(display.show_numbers("methods")).split("\n")
    assert lines == [f"{name} = {text}" for name, text in found.texts().items()]
