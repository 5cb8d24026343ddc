"""The rule on typed numbers: what it catches, what it lets pass, and that the book keeps it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from biometrics_china import exhibits, manuscript, tables
from biometrics_china.publishing.prose import typed_numbers
from biometrics_china.publishing.translations import typed
from biometrics_china.publishing.translations.pages import language

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "prose",
    [
        "There are 74 rules.",
        "About seventy rules were read.",
        "The fine was 250,000 yuan.",
        "It took place in 2019.",
        "A dozen cities followed.",
        "Some 12 per cent of them.",
        "the share is 95 per cent of all drafts",
        "Two thirds of the seats.",
        "caption with {n} rules and 3 more",
    ],
)
def test_a_typed_number_is_caught(prose: str) -> None:
    assert typed_numbers(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "There are {num}`regulation.n_china` rules.",
        "Article 26 and articles 33 to 37 say so; see annex III and clause 5.6.",
        "GB/T 35273-2020 replaced GB/T 35273-2017; Regulation (EU) 2016/679; C-205/21; Order 151.",
        "the 2023 draft, the Measures of 2025, the 2012 amendment",
        "pointwise 95 per cent intervals",
        "parental consent for under-14s",
        "See [the page](https://example.org/2020/12) and `x[3]`.",
        "of {n_china} rules {n_restricting} restrict",
        "the four questions of the book",
        "1. first point\n2. second point",
        "One reads on, a second time.",
    ],
)
def test_names_and_method_pass(prose: str) -> None:
    assert typed_numbers(prose) == []


def pages() -> list[Path]:
    return sorted((ROOT / "chapters").rglob("*.ipynb")) + sorted((ROOT / "chapters").rglob("*.md"))


def prose_of(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".md":
        return manuscript.plain(text)
    cells = json.loads(text)["cells"]
    return "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


@pytest.mark.parametrize("page", pages(), ids=lambda p: p.stem)
def test_no_page_types_a_number(page: Path) -> None:
    assert typed.typed_numbers(prose_of(page), language(page.stem)) == []


@pytest.mark.parametrize("exhibit_id", list(exhibits.catalogue()))
def test_no_exhibit_types_a_number(exhibit_id: str) -> None:
    _, _, exhibit = exhibits.get(exhibit_id)
    said = exhibit.title, exhibit.caption, exhibit.line, exhibit.note, exhibit.alt
    for template in said:
        assert typed_numbers(manuscript.plain(template)) == []


@pytest.mark.parametrize(
    "field",
    [
        "sentence",
        "not_shown",
        "objection",
        "answer",
        "interval",
        "official_position",
    ],
)
def test_no_claim_types_a_number(field: str) -> None:
    templates = tables.load("claims").set_index("id")[field].dropna()
    assert {i: typed_numbers(t) for i, t in templates.items() if typed_numbers(t)} == {}
