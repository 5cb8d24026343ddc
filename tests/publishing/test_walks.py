"""Walks before the counting: what their steps rest on, and how a chapter shows them."""

from __future__ import annotations

import re
from html import unescape

import pytest

from biometrics_china import manuscript, place, tables, validation
from biometrics_china.publishing import prose, walks
from biometrics_china.publishing.markup import text
from biometrics_china.validation.model import Checked, Sheet
from biometrics_china.validation.walks import MOST, problems

SHOWN = re.compile(r"^```\{generated\} walk (\S+)$", re.MULTILINE)


def steps() -> list[dict[str, str]]:
    return tables.cells("walk_steps")["walk_steps"].rows


def wrong(**changed: str) -> list[tuple[str, str]]:
    """Return field and text of what is wrong with the book's steps when the second is changed."""
    checked = tables.checked()
    held = checked.sheets["walk_steps"]
    rows = [{**row, **(changed if n == 1 else {})} for n, row in enumerate(held.rows)]
    sheet = Sheet(held.table, held.path, rows, held.lines)
    other = Checked(checked.package, {**checked.sheets, "walk_steps": sheet})
    return [(problem.field, problem.text) for problem in problems(sheet, other)]


def test_the_steps_of_the_book_keep_their_rules() -> None:
    assert wrong() == []


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("position", "3", "'3' stands where step 2 of its walk is due; 2 is right"),
        ("position", "1", "'1' stands where step 2 of its walk is due; 2 is right"),
        ("step", "word " * (MOST + 1), "has 31 words; 30 at most is right"),
        ("not_known", "word " * (MOST + 1), "has 31 words; 30 at most is right"),
        ("rows", "sampling_rules/sr-999", "'sr-999' is not an id of sampling_rules; one of"),
        ("rows", "sampled/sr-001", "'sampled' is no table of the codebook; one of"),
        ("rows", "sr-001", "'sr-001' is no table of the codebook; one of"),
        # a row that names no source of its own carries no step
        ("rows", "safeguards/pw05-no-repeat", "names no source that was read; a row that does is"),
    ],
)
def test_a_wrong_step_is_told(field: str, value: str, said: str) -> None:
    found = dict(reversed(wrong(**{field: value})))
    assert said in found[field]


def test_a_step_of_exactly_the_words_allowed_is_right() -> None:
    assert wrong(step="word " * MOST) == []


def test_a_step_on_a_row_that_was_not_read_is_told() -> None:
    checked = tables.checked()
    rules = checked.sheets["sampling_rules"]
    recalled = [{**row, "verification": "recalled"} for row in rules.rows]
    sheets = {**checked.sheets, "sampling_rules": Sheet(rules.table, rules.path, recalled)}
    told = list(problems(checked.sheets["walk_steps"], Checked(checked.package, sheets)))
    assert {p.field for p in told} == {"rows"}
    assert "'sampling_rules/sr-p02' names no source that was read" in told[0].text


def test_another_table_is_left_alone() -> None:
    checked = tables.checked()
    assert list(problems(checked.sheets["glossary"], checked)) == []
    assert problems in validation.RULES


def test_each_walk_is_shown_once_before_its_chapter_counts() -> None:
    shown = []
    for path in sorted((place.root() / "chapters").glob("**/*.md")):
        words = path.read_text(encoding="utf-8")
        for found in SHOWN.finditer(words):
            assert path.stem in manuscript.SUBJECTS
            shown.append(found[1])
            section = words[: found.start()].rpartition("\n## ")[2]
            assert "```{show}" not in section, path
    assert sorted(shown) == sorted(tables.vocabulary("walk"))
    assert {row["walk"] for row in steps()} == set(shown)


def test_what_the_parts_on_practice_and_europe_walk_through_stands_in_its_chapter() -> None:
    folder = place.root() / "chapters"
    found = {
        walk: path.stem
        for path in folder.glob("*.md")
        for walk in SHOWN.findall(path.read_text(encoding="utf-8"))
    }
    assert found["registration"] == "western_china"
    assert found["camera_match"] == "faces"
    assert found["joint_study"] == "europe_research"
    assert found["disclosure"] == found["tender"] == "europe_technology"
    assert found["surrender"] == "europe_policing"


@pytest.mark.parametrize("walk", ["registration", "camera_match"])
def test_the_official_denial_is_the_last_step(walk: str) -> None:
    last = max((row for row in steps() if row["walk"] == walk), key=lambda r: int(r["position"]))
    rows = [row.split("/") for row in last["rows"].split(";")]
    speakers = {tables.load(table).set_index("id").loc[i, "speaker"] for table, i in rows}
    assert speakers <= {"Government of Xinjiang", "Chinese foreign ministry"}


def test_a_step_on_a_quoted_passage_cites_its_work_and_article() -> None:
    fourth = re.findall(r"<li>(.*?)</li>", walks.walk_html("camera_match", "../"))[3]
    assert "Yingkou" in unescape(re.sub("<[^>]+>", "", fourth))
    assert "#source-bidcenter-yingkou-faces" in fourth


def test_no_number_about_the_world_is_typed_in_a_step() -> None:
    said = " ".join(row[f] + ". " for row in steps() for f in ("who", "step", "not_known"))
    assert prose.typed_numbers(said) == []


def test_a_walk_is_a_list_of_its_steps_with_works_records_and_gaps() -> None:
    html = walks.walk_html("booking", "../")
    mine = [row for row in steps() if row["walk"] == "booking"]
    items = re.findall(r"<li>(.*?)</li>", html)
    assert len(items) == len(mine)
    assert html.count("<ol") == 1
    assert walks.HEAD in html
    for item, row in zip(items, mine, strict=True):
        assert f'<span class="walk-number">{row["position"]}</span>' in item
        assert (
            f'<strong class="walk-who">{text(row["who"])}</strong> {text(row["step"][:-1])} <'
            in item
        )
        assert f'href="../data/walk_steps.html#{row["id"]}"' in item
        assert "source-reference" in item
        assert ("Not known: " in item) == bool(row["not_known"])
    # each article that a step rests on, and a source of a case that names one for its answer alone
    fourth = unescape(re.sub("<[^>]+>", "", items[3]))
    assert {"art. 11", "art. 12"} <= set(re.findall(r"art\. \d+", fourth))
    assert "Jyllands-Posten" in walks.walk_html("joint_study", "../")


def test_a_walk_that_there_is_not_stops_the_build() -> None:
    with pytest.raises(KeyError, match="no walk 'nowhere'"):
        walks.walk_html("nowhere", "../")
