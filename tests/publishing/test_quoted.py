"""Passages set as exhibits: the rules of their table, where they stand, and how they are set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from biometrics_china import place, provenance, tables, validation
from biometrics_china.publishing import quoted
from biometrics_china.publishing.rows import places

FIELDS = {f.name: f for f in tables.package().table(quoted.TABLE).fields}
RIGHT = {
    "title": ("Counter-Terrorism Law, article 50", "Rules: “a” – b"),
    "title_zh": ("反恐怖主义法第五十条", "GB/T法庭科学DNA数据库"),
    "chinese": ("可以提取指纹信息。", "43位点YSTR扩增试剂盒 6盒", "（八）人员", "字" * 180),
    "english": ("Fingerprints may be taken.", "x" * 700),
    "id": ("qt-01", "qt-12"),
}
WRONG = {
    "title": ("反恐怖主义法, article 50", "", "x" * 91),
    "title_zh": ("Counter-Terrorism Law", "DNA", "反恐怖主义法 article 50", ""),
    "chinese": ("Fingerprints may be taken.", "DNA 43", "可以 be taken", "字" * 191, ""),
    "english": ("Fingerprints 指纹 may be taken.", "", "x" * 701),
    "id": ("qt-1", "cn-01"),
}


def fits(field: str, value: str) -> bool:
    """Return whether the codebook lets a field of the table hold a value."""
    return re.fullmatch(str(FIELDS[field].constraints["pattern"]), value) is not None


@pytest.mark.parametrize("field", RIGHT)
def test_the_codebook_tells_chinese_from_english_and_short_from_long(field):
    assert [v for v in RIGHT[field] if not fits(field, v)] == []
    assert [v for v in WRONG[field] if fits(field, v)] == []


def test_a_wrong_cell_stops_the_check_with_its_place():
    checked = validation.check(place.root() / "data")
    row = checked.sheets[quoted.TABLE].rows[0]
    row["english"], row["chinese"], row["locator"] = "指纹", "Fingerprints.", ""
    path = checked.sheets[quoted.TABLE].path
    found = [p for p in validation.faults(checked, [quoted.TABLE]) if p.path == path]
    assert {(p.line, p.field) for p in found} == {
        (2, "english"),
        (2, "chinese"),
        (2, "locator"),
    }


@pytest.mark.parametrize(
    ("kind", "said"),
    [("union_law", {"title_zh", "chinese"}), ("law_article", set())],
)
def test_a_passage_has_chinese_exactly_where_its_kind_is_of_a_chinese_document(kind, said):
    checked = validation.check(place.root() / "data")
    sheet = checked.sheets[quoted.TABLE]
    row = sheet.rows[0]
    row["kind"] = kind
    found = [*validation.faults(checked, [quoted.TABLE])]
    assert {p.field for p in found if p.path == sheet.path} == said
    row["title_zh"] = row["chinese"] = ""
    found = [*validation.faults(checked, [quoted.TABLE])]
    assert {p.field for p in found if p.path == sheet.path} == {"title_zh", "chinese"} - said


CHAPTER = "Text.\n\n```{generated} quoted qt-01\n```\n"
SUBJECTS = {"qt-01": "faces"}


def test_a_passage_that_stands_once_in_its_chapter_is_right():
    assert [*quoted.misplaced({"faces": CHAPTER, "regulation": "Text."}, SUBJECTS)] == []


@pytest.mark.parametrize(
    ("chapters", "said"),
    [
        ({"faces": "Text."}, ["faces: shows qt-01 0 times; once is right"]),
        ({"faces": CHAPTER * 2}, ["faces: shows qt-01 2 times; once is right"]),
        (
            {"faces": CHAPTER, "regulation": CHAPTER},
            ["regulation: shows qt-01, which belongs to faces"],
        ),
        (
            {"faces": CHAPTER + CHAPTER.replace("01", "99")},
            ["faces: shows qt-99, which is no passage"],
        ),
    ],
)
def test_a_passage_elsewhere_twice_or_nowhere_is_named(chapters, said):
    assert [*quoted.misplaced(chapters, SUBJECTS)] == said


def test_each_passage_of_the_book_stands_once_in_its_chapter():
    files: list[Path] = sorted((place.root() / "chapters").glob("*.md"))
    chapters = {path.stem: path.read_text(encoding="utf-8") for path in files}
    subjects = tables.load(quoted.TABLE).set_index("id")["subject"].to_dict()
    assert 6 <= len(subjects) <= 24
    assert [*quoted.misplaced(chapters, subjects)] == []


@pytest.mark.parametrize(
    ("subject", "kinds"),
    [
        ("western_china", {"notice", "local_notice"}),
        ("faces", {"ministerial_rule", "tender_line"}),
        ("europe_research", {"retraction"}),
        ("europe_technology", {"listing_reason"}),
        ("europe_policing", {"law_article"}),
        ("europe_measures", {"union_law", "law_article"}),
    ],
)
def test_a_chapter_shows_documents_of_these_kinds(subject, kinds):
    frame = tables.load(quoted.TABLE)
    assert set(frame.loc[frame["subject"].eq(subject), "kind"]) == kinds


def test_every_passage_was_read():
    assert len(provenance.by_id(quoted.TABLE)) == len(tables.load(quoted.TABLE))


def test_a_passage_is_a_named_figure_with_both_languages_and_its_article():
    row = provenance.by_id(quoted.TABLE).loc["qt-01"]
    soup = BeautifulSoup(quoted.html("qt-01", "police_powers", "../"), "html.parser")
    figure = soup.figure
    assert figure["aria-labelledby"] == soup.figcaption["id"]
    assert next(c.name for c in figure.find_all(recursive=False)) == "figcaption"
    assert soup.figcaption.strong.text == row["title"]
    assert soup.figcaption.select_one("[lang=zh]").text == row["title_zh"]
    chinese, english = soup.select("blockquote")
    assert (chinese["lang"], chinese.text) == ("zh", row["chinese"])
    assert (english.get("lang"), english.text) == (None, row["english"])
    assert "Criminal Procedure Law, art. 132" in soup.select_one(".source-reference").text
    record = soup.select_one(".quoted-record a")
    assert record["href"] == "../" + places.address(quoted.TABLE, "qt-01")


def test_a_place_that_is_no_article_stands_behind_the_work():
    soup = BeautifulSoup(quoted.html("qt-07", "trafficking", "../"), "html.parser")
    locator = provenance.by_id(quoted.TABLE).loc["qt-07", "locator"]
    assert f"), {locator}. Translated by us." in soup.select_one(".exhibit-caption").text


def test_a_passage_in_english_stands_alone_and_is_no_translation():
    row = provenance.by_id(quoted.TABLE).loc["qt-17"]
    soup = BeautifulSoup(quoted.html("qt-17", "europe_measures", "../"), "html.parser")
    assert [b.text for b in soup.select("blockquote")] == [row["english"]]
    assert soup.select("[lang]") == []
    assert soup.figcaption.strong.text == row["title"]
    assert "Translated" not in soup.select_one(".exhibit-caption").text
    assert "Dual-use Regulation, art. 5" in soup.select_one(".source-reference").text


@pytest.mark.parametrize(("row_id", "page"), [("qt-99", "faces"), ("qt-01", "faces")])
def test_an_unknown_passage_and_one_of_another_chapter_stop_the_build(row_id, page):
    with pytest.raises(KeyError, match=row_id):
        quoted.html(row_id, page, "../")


def test_a_row_is_called_by_its_title():
    assert places.name(quoted.TABLE, "qt-01") == "Criminal Procedure Law, article 132"
    assert places.address(quoted.TABLE, "qt-01") == "data/quoted_texts.html#qt-01"
