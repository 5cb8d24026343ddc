"""A figure that leaves the book says what it shows, whose it is, from what, and by which licence."""

from __future__ import annotations

import io
from dataclasses import replace
from xml.etree import ElementTree

import font_source_sans_pro as source_sans
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from biometrics_china import exhibits, made, metadata, works
from biometrics_china.figures import export
from biometrics_china.publishing import mentions, taken_away

FIGURE, TABLE = "fig-faces-people", "tab-faces-trail"
SVG = "{http://www.w3.org/2000/svg}"
FIGURES = [i for i, (s, _, e) in exhibits.catalogue().items() if e.draw and s == "faces"]


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_the_credit_names_book_version_day_place_licence_and_data(exhibit_id):
    facts = metadata.load()
    whose, rest = taken_away.words(exhibit_id)
    for said in (facts.short_title, facts.printed_version, exhibit_id, exhibits.get(exhibit_id)[1]):
        assert said in whose
    assert facts.date not in whose, "a day is printed in words"
    assert facts.date[:4] in whose
    assert rest.startswith(f"{facts.licences['data'].name}. Data: ")
    chosen = mentions.one_each(made.of(exhibit_id).sources)
    if len(chosen) > taken_away.MOST_WORKS:
        assert rest.endswith(f"Data: {len(chosen)} works, listed at {exhibit_id} in the book.")
    else:
        assert all(works.name(works.of_source(source)) in rest for source in chosen)


def test_the_typeface_has_the_letters_of_every_work_that_may_be_named():
    letters = TTFont(source_sans.font_files_ttf["SourceSansPro"]).getBestCmap()
    for exhibit_id in FIGURES:
        assert {c for c in "".join(taken_away.words(exhibit_id)) if ord(c) not in letters} == set()


def test_an_svg_says_the_same_in_its_head_and_draws_the_same():
    for ending in ("svg", "dark.svg", "narrow.svg", "narrow.dark.svg"):
        drawn, data = made.of(FIGURE).files[ending], taken_away.files(FIGURE)[ending]
        root = ElementTree.fromstring(data)
        title, desc, about = list(root)[:3]
        assert (title.tag, desc.tag, about.tag) == (f"{SVG}title", f"{SVG}desc", f"{SVG}metadata")
        assert title.text == exhibits.get(FIGURE)[2].title
        assert desc.text == " ".join(taken_away.words(FIGURE))
        licence = next(e for e in about.iter() if e.tag.endswith("license"))
        assert metadata.load().licences["data"].address in licence.attrib.values()
        for part in (title, desc, about):
            root.remove(part)
        bare = ElementTree.fromstring(drawn)
        assert ElementTree.canonicalize(ElementTree.tostring(root), strip_text=True) == (
            ElementTree.canonicalize(ElementTree.tostring(bare), strip_text=True)
        )
        assert len(data) - len(drawn) < 900


def test_the_small_picture_is_a_quarter_as_wide_and_light():
    found = taken_away.files(FIGURE)
    small = Image.open(io.BytesIO(found["small.png"]))
    full = Image.open(io.BytesIO(made.of(FIGURE).files["png"]))
    assert small.width == -(-full.width // 4)
    assert len(found["small.png"]) < 15_000


def test_a_table_is_taken_away_as_it_is():
    assert taken_away.files(TABLE) == made.of(TABLE).files


def test_a_new_version_draws_no_figure_anew(monkeypatch):
    before = taken_away.files(FIGURE)
    facts = replace(metadata.load(), version="2027.1.0", date="2027-01-05")
    monkeypatch.setattr(metadata, "load", lambda: facts)
    for name in ("drawing", "png", "drawn"):
        monkeypatch.setattr(export, name, None)
    after = taken_away.files(FIGURE)
    assert "Version 2027.1.0, 5 January 2027" in after["svg"].decode()
    changed = {ending for ending in before if before[ending] != after[ending]}
    assert changed == {e for e in before if e.endswith("svg")} | {"png"}
