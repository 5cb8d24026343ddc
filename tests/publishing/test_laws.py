"""The table of laws, held against the files by hand."""

from __future__ import annotations

import csv
import re

from biometrics_china import place, tables
from biometrics_china.publishing.glossary import cited, laws


def rows(name: str) -> list[dict[str, str]]:
    path = place.root() / "data" / tables.package().table(name).path
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_text_that_was_read_stands_once():
    html = laws.laws_html("../../")
    read = [r["id"] for r in rows("instruments") if r["verification"] == "seen"]
    assert all(html.count(f'id="law-{i}"') == 1 for i in read)
    assert html.count("<tr id=") == len(read) > 100


def test_the_general_law_has_its_days_its_state_and_its_articles():
    found = laws.listed().set_index("id").loc["cn-pipl-2021"]
    assert (found["made"], found["in_force"]) == ("2021-08-20", "2021-11-01")
    held = {
        r["article"]
        for r in rows("provisions")
        if r["instrument_id"] == "cn-pipl-2021" and r["verification"] == "seen"
    }
    assert set(found["articles"].split(", ")) == held
    html = laws.laws_html("../../")
    row = html[html.index('id="law-cn-pipl-2021"') :].partition("</tr>")[0]
    for said in (
        "Personal Information Protection Law",
        "个人信息保护法",
        "In force",
        "adopted 20 August 2021",
    ):
        assert said in row
    assert "effective 1 November 2021" in row


def test_a_day_that_was_not_read_is_an_empty_place():
    listed = laws.listed().set_index("id")
    assert (
        listed.loc["cn-mps-pi-security", "made"]
        == listed.loc["cn-mps-pi-security", "in_force"]
        == ""
    )


def test_a_law_of_the_glossary_leads_to_its_row():
    assert laws.law_link("", "") == ""
    assert 'href="../chapters/reference/laws.html#law-eu-gdpr"' in laws.law_link("eu-gdpr", "../")


def test_ranks_of_the_european_union_keep_their_capitals():
    heads = re.findall(r"<h2>([^<]+)</h2>", laws.laws_html(""))
    assert "European Union: EU directive" in heads
    assert "China: national law" in heads
    assert not [head for head in heads if re.search(r"\b[a-z][A-Z]", head)]


def test_laws_that_are_only_cited_stand_below_by_name():
    found = cited.further()
    named = {cited.english(work) for work in found}
    assert {"Extradition Law", "Anti-Foreign Sanctions Law", "Narcotics Control Law"} <= named
    assert "Personal Information Protection Law" not in named
    html = cited.further_html("../../")
    assert html.count("<li>") == len(found)
    assert f"<p>{len(found)} further laws and rules are cited" in html
    assert '>Extradition Law</a> <span lang="zh-Hans">引渡法</span>' in html
    items = re.findall(r"<li>(.*?)</li>", html)
    said = [re.sub(r"<[^>]*>", "", item) for item in items]
    assert len({*said}) == len(said)


def test_no_law_stands_both_in_the_table_and_below():
    above = {*laws.listed()["title_en"]}
    assert not above & {cited.english(work) for work in cited.further()}
