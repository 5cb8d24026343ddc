"""What the register says of a body reads as a sentence: days in words, names with capitals."""

from __future__ import annotations

import re

import pytest

from biometrics_china import tables
from biometrics_china.publishing import register_data, register_pages
from biometrics_china.register import words
from biometrics_china.register.records import records

NAMES = "Uyghurs?|Tibetans?|Chinese|China|Xinjiang|Tibet|Europe|European|Beijing|Hikvision"
FAULTS = {
    "a day is written for machines": re.compile(r"(?<![\w/.-])\d{4}-\d{2}(-\d{2})?(?![\w/-])(?!-)"),
    "a name lost its capital": re.compile(rf"\b(?:{NAMES.lower()})\b(?!\S*\.)"),
    "an abbreviation lost its capitals": re.compile(r"\b(?:Cctv|cctv|Dna|dna|Gb|foi|Ai)\b"),
    "a state is a code": re.compile(r", (?:[A-Z]{2})(?=[;)]|$)"),
    "it points to another record": re.compile(r"^The same\b"),
    "it begins small": re.compile(r"^[a-z](?!\S*[A-Z])"),
    "it says a thing twice": re.compile(r"\b(\w+(?: \w+)+), \1\b"),
}
#: numbers of texts, patents and plans that look like years and months
_NUMBERED = re.compile(r"(?:GB|GA|DB)\S*(?: \S*\d)?|\d{4}-\d{4}")


@pytest.mark.parametrize("fault", FAULTS)
def test_every_record_reads_as_a_sentence(fault: str) -> None:
    said = {_NUMBERED.sub("N", text) for text in records()["text"]}
    assert [text[:160] for text in sorted(said) if FAULTS[fault].search(text)] == []


def test_every_day_of_a_record_is_said_in_words() -> None:
    for entry in register_data.entries():
        for record in entry["records"]:
            html = register_pages.record_html(record, "../")
            assert not re.match(r"<b>\d{4}-", html)
            assert bool(record["date"]) == html.startswith("<b>")


def test_kinds_without_a_record_keep_the_capitals_of_names() -> None:
    html = register_pages._not_shown({"records": []}, "../")
    assert "cameras and systems in Europe" in html


def test_a_number_of_a_record_says_what_it_counts() -> None:
    row = {"value": 8_400_000.0, "qualifier": "exact", "unit": "persons", "measure": "women tested"}
    assert words._measured(row) == "8,400,000 women tested"
    assert words._measured(row | {"qualifier": "more_than"}) == "more than 8,400,000 women tested"
    grant = {"value": 6e6, "qualifier": "about", "unit": "GBP", "measure": "public grant"}
    assert words._measured(grant) == "public grant: about 6,000,000 pounds"
    assert words._measured({"value": None}) == ""


def test_units_of_money_are_codes_of_the_vocabulary() -> None:
    assert {*words._CURRENCIES} <= tables.vocabulary("research_unit").keys()
