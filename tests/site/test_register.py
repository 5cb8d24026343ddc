"""The register in the browser gives the answers of the program, by keyboard and without a server."""

import csv
import io
import json
import re

from browser_checks import away_requests, axe_violations, complaints
from markup_checks import elements, text_of
from register_cases import CASES

from biometrics_china import tables
from biometrics_china.register.entities import screen
from biometrics_china.register.records import of_body, records

PAGE = "chapters/partner_register.html"


def test_every_labelled_name_gets_the_answer_of_the_program(reader, site):
    page = reader.read(f"{site.resolve().as_uri()}/{PAGE}").page
    queries = [*tables.load("matching_labels")["query"], *tables.load("entity_names")["name"]]
    queries += [
        "",
        "  ",
        "...",
        "Ｄａｈｕａ",
        "Tongfang R.I.A.",
        "CESI华东",
        "Société Hikvision S.A.",
        *tables.load("body_names")["name"],
        *(alias for aliases in tables.load("listings")["aliases"] for alias in aliases),
        *(case[0] for case in CASES),
    ]
    got = page.evaluate("(all) => all.map((q) => window.screenName(q))", queries)
    wrong = []
    for query, answer in zip(queries, got, strict=True):
        expected = screen(query)
        hits = [[hit.id, hit.grade] for hit in expected.hits]
        if (answer["verdict"], answer["hits"]) != (expected.verdict, hits):
            wrong.append((query, answer, expected))
    assert wrong == []


def test_a_name_is_typed_and_every_record_is_shown(reader, base):
    visit = reader.read(base + PAGE)
    page = visit.page
    page.get_by_label(re.compile("A name in English or Chinese")).focus()
    page.keyboard.type("海康威視")
    page.keyboard.press("Enter")
    status = page.locator(".screening-status")
    assert "is the name of one body in the register" in status.inner_text()
    first = page.locator(".screening-results > li").first
    assert first.get_attribute("data-id") == "hikvision"
    assert first.locator("ul.records > li").count() == len(of_body("hikvision"))
    link = first.get_by_role("link", name="Hikvision", exact=True)
    link.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.split("?")[0].endswith("register/hikvision.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Hikvision"
    assert away_requests(visit, base) + complaints(visit) == []


def test_a_near_name_is_not_taken_for_a_listed_body(reader, base):
    page = reader.read(f"{base}{PAGE}?name=Dahua%20Bank").page
    results = page.locator(".screening-results")
    assert results.get_attribute("data-verdict") == "check"
    assert "No body bears exactly the name “Dahua Bank”" in page.get_by_role("status").inner_text()
    shown = results.locator("> li").first
    assert "a branch, or another body" in shown.inner_text()
    assert not shown.locator("ul.records").first.is_visible()
    shown.get_by_text(re.compile(r"\d+ records?")).click()
    assert shown.locator("ul.records").first.is_visible()


def test_nothing_found_is_said_to_be_no_clearance(reader, base):
    page = reader.read(f"{base}{PAGE}?name=ETH+Zurich").page
    assert "That is not clearance" in page.get_by_role("status").inner_text()
    assert page.locator(".screening-results > li").count() == 0


def test_a_name_cannot_bring_markup_into_the_page(reader, base):
    page = reader.read(f"{base}{PAGE}?name=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E").page
    assert page.locator(".screening-status img").count() == 0
    assert "<img" in page.get_by_role("status").inner_text()


def test_axe_finds_nothing_in_an_answer(reader, axe_source, site):
    page = reader.read(f"{site.resolve().as_uri()}/{PAGE}?name=BGI").page
    assert page.locator(".screening-results > li").count() > 3
    assert axe_violations(page, axe_source) == []


def test_every_body_has_a_page_with_all_its_records(site):
    made = {path.stem for path in (site / "register").glob("*.html")}
    assert made == set(tables.load("entities")["id"])
    for entity_id in ("hikvision", "mps-ifs", "bgi-group"):
        article = next(
            e for e in elements(site / "register" / f"{entity_id}.html") if e.tag == "article"
        )
        text = text_of(article)
        for row in of_body(entity_id).to_dict("records"):
            assert f"{row['table']}/{row['row_id']}" in text
        assert "Absence from the register is not clearance" in text
        assert "To report an error" in text


def test_every_body_is_listed_for_readers_without_a_script(site):
    html = (site / PAGE).read_text(encoding="utf-8")
    listed = set(re.findall(r'href="\.\./register/([a-z0-9-]+)\.html"', html))
    assert listed == set(tables.load("entities")["id"])


def test_the_files_to_take_away_hold_all_records(site):
    rows = list(csv.DictReader(io.StringIO((site / "register/register.csv").read_text("utf-8"))))
    assert len(rows) == len(records())
    whole = json.loads((site / "register/register.json").read_text("utf-8"))
    assert {b["id"] for b in whole["bodies"]} == set(tables.load("entities")["id"])
    assert sum(len(b["records"]) for b in whole["bodies"]) == len(rows)
    assert "not clearance" in whole["caution"]
