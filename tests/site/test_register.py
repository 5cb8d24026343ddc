"""The register in the browser gives the answers of the program, by keyboard and without a server."""

import csv
import datetime
import io
import json
import re
import subprocess
from pathlib import Path

import pytest
from browser_checks import Reader, away_requests, axe_violations, complaints
from markup_checks import elements, text_of
from register_cases import CASES
from sixty_names import MEANT

from biometrics_china import metadata, place, tables
from biometrics_china.publishing import register_data
from biometrics_china.register import opening, standing
from biometrics_china.register.answers import Register
from biometrics_china.register.entities import screen
from biometrics_china.register.records import records
from biometrics_china.versions import assemble, releases

PAGE = "chapters/partner_register.html"


def answered(page):
    """Wait for an answer, and return the page."""
    page.locator(".filing").wait_for(state="visible")
    return page


def test_every_labelled_name_gets_the_answer_of_the_program(reader, site):
    page = reader.read(f"{site.resolve().as_uri()}/{PAGE}").page
    page.evaluate("() => window.registerPage.names().then(() => null)")
    queries = [*tables.load("matching_labels")["query"], *tables.load("entity_names")["name"]]
    queries += tables.load("written_names")["query"].tolist()
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
        *MEANT,
        *tables.load("not_held")["name"],
        *tables.load("not_held")["full_zh"],
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
    answered(page)
    status = page.locator(".screening-status")
    assert status.inner_text() == (
        "“海康威視” is one body of the register. It is on 4 official lists, first the Entity List "
        "(United States) since 9 October 2019."
    )
    first = page.locator(".screening-results > li").first
    assert first.get_attribute("data-id") == "hikvision"
    held = first.locator("ul.records > li:not(.printed-only)")
    assert held.count() == len(register_data.index().records["hikvision"])
    link = first.get_by_role("link", name="Hikvision", exact=True)
    link.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.split("?")[0].endswith("register/hikvision.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Hikvision"
    assert away_requests(visit, base) + complaints(visit) == []


def test_a_near_name_is_not_taken_for_a_listed_body(reader, base):
    page = answered(reader.read(f"{base}{PAGE}#name=Dahua%20Bank").page)
    results = page.locator(".screening-results")
    assert results.get_attribute("data-verdict") == "check"
    assert (
        "bears exactly the name “Dahua Bank”; 1 body to compare"
        in page.get_by_role("status").inner_text()
    )
    shown = results.locator("> li").first
    assert "a branch, or another body" in shown.inner_text()
    assert not shown.locator("ul.records").first.is_visible()
    shown.get_by_text(re.compile(r"\d+ records?")).click()
    assert shown.locator("ul.records").first.is_visible()


def test_nothing_found_is_said_to_be_no_clearance(reader, base):
    page = answered(reader.read(f"{base}{PAGE}?name=ETH+Zurich").page)
    assert "That is not clearance" in page.get_by_role("status").inner_text()
    compared = page.locator(".filing").inner_text()
    assert re.search(r"compared with [\d,]+ names of [\d,]+ bodies", compared)
    assert "Of the 31 official lists, read only in part:" in compared
    assert compared.index("the other Chinese entries") < compared.index("It was compared with")
    assert page.locator(".screening-results > li").count() == 0


def test_a_name_cannot_bring_markup_into_the_page(reader, base):
    page = reader.read(f"{base}{PAGE}?name=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E").page
    assert answered(page).locator(".screening-status img, .filing img").count() == 0
    assert "<img" in page.get_by_role("status").inner_text()


def test_axe_finds_nothing_in_an_answer(reader, axe_source, site):
    page = answered(reader.read(f"{site.resolve().as_uri()}/{PAGE}#name=BGI").page)
    assert page.locator(".screening-results > li").count() > 3
    assert axe_violations(page, axe_source) == []


def test_a_body_has_a_page_with_all_its_records(site):
    for entity_id in ("hikvision", "mps-ifs", "bgi-group"):
        article = next(
            e for e in elements(site / "register" / f"{entity_id}.html") if e.tag == "article"
        )
        text = text_of(article)
        for row in register_data.index().records[entity_id]:
            assert f"{row['table']}/{row['row_id']}" in text
        assert "Absence from the register is not clearance" in text
        assert "To report an error" in text


def test_a_body_known_from_lists_alone_stands_on_the_page_of_a_list(site):
    anchor = "body-4paradigm-technology"
    there = next(
        e for e in elements(site / "register/list-us-entity-list.html") if e.get("id") == anchor
    )
    for row in register_data.index().records["4paradigm-technology"]:
        assert f"{row['table']}/{row['row_id']}" in text_of(there)
    assert "88 FR 13675" in text_of(there)
    assert not (site / "register/4paradigm-technology.html").exists()


def test_every_body_has_its_place_and_all_are_led_to_without_a_script(site):
    files = {path.name for path in (site / "register").glob("*.html")}
    html = (site / PAGE).read_text(encoding="utf-8")
    assert set(re.findall(r'href="\.\./register/([a-z0-9-]+\.html)"', html)) == files
    places = [e["page"] for e in register_data.entries()]
    assert len(set(places)) == len(places) == len(tables.load("entities"))
    anchors = {
        f"{name}#{e.get('id')}"
        for name in files
        if name.startswith("list-")
        for e in elements(site / "register" / name)
        if (e.get("id") or "").startswith("body-")
    }
    assert set(places) == anchors | {n for n in files if not n.startswith("list-")}


#: the first version in which bodies that are known from a list alone share pages
SHARED_SINCE = "2026.12.2"


def test_addresses_of_bodies_in_released_versions_lead_on(site):
    moved = assemble.read_moves(place.root() / "releases/moved.csv")
    shared: set[str] = set()
    for released in releases.index():
        if released["version"] == SHARED_SINCE:
            shared = {e["page"].partition("#body-")[2] for e in register_data.entries()}
        snapshot = releases.load(released["version"])
        for entity_id in {*snapshot["tables"]["entities"]["rows"]} - shared:
            page = f"register/{entity_id}.html"
            assert (site / moved.get(page, page)).is_file()


def test_a_name_in_the_address_is_not_left_where_a_server_reads_it(reader, base):
    page = answered(reader.read(f"{base}{PAGE}?name=Dahua+Technology").page)
    assert page.url == f"{base}{PAGE}#name=Dahua%20Technology"
    assert page.get_by_label(re.compile("A name in English")).input_value() == "Dahua Technology"
    page.evaluate("() => { location.hash = 'name=ETH+Zurich'; }")
    page.get_by_role("status").filter(has_text="ETH Zurich").wait_for()
    page.evaluate("() => { location.hash = 'limits-of-this-page'; }")
    assert "ETH Zurich" in page.get_by_role("status").inner_text()


def test_an_answer_says_first_how_the_body_stands_and_then_the_lists_as_read(reader, base):
    page = answered(reader.read(f"{base}{PAGE}#name=Hikvision").page)
    first = page.locator(".screening-results > li").first.inner_text()
    said = standing.sentences()["hikvision"]
    assert (
        first.index(said[0]) < first.index("Lists and orders") < first.index("Statements, answers")
    )
    read = page.locator(".editions > li")
    told = " ".join(read.all_inner_texts())
    assert [e["name"] for e in standing.editions() if e["name"] not in told] == []
    entity_list = read.filter(has_text="Bureau of Industry and Security").first.inner_text()
    assert "electronic text of July 2026, known up to 9 July 2026; changes by rules" in entity_list
    filing = page.locator(".filing")
    for words in ("No record under:", "What the records do not show", "Next steps"):
        assert words in filing.inner_text()
    asked = filing.get_by_role("link", name="https://english.loketkennisveiligheid.nl/").first
    assert asked.get_attribute("href") == "https://english.loketkennisveiligheid.nl/"
    steps = filing.get_by_role("link", name="Entity List", exact=True).first
    assert steps.get_attribute("href").startswith("https://www.ecfr.gov/")


def test_the_first_lines_are_those_of_the_command(browser, site):
    """By the same clock the page and the command say the same first, of each kind of answer."""
    now = datetime.datetime(2026, 10, 20, 12, tzinfo=datetime.UTC)
    about = metadata.load()
    register = Register(register_data.index(), about.version, about.date, now)
    reader = Reader(browser)
    reader._page.clock.set_fixed_time(now)
    for name in (
        *ANSWERS,
        "BGI",
        "Dahua Bank",
        "University of Warsaw",
        "CETC",
        "Тест",
        "10086",
        "北大",
    ):
        page = answered(reader.read(f"{site.resolve().as_uri()}/{PAGE}#name={name}").page)
        told = opening.said(register.asked(0, name).answer, register.index)
        assert page.get_by_role("status").first.inner_text() == told
        assert page.locator(".old-lists").inner_text() == register.age
        place = "(e) => Math.round(e.getBoundingClientRect().top)"
        assert page.locator(".old-lists").evaluate(place) < (
            page.locator(".filing h3").first.evaluate(place)
        )
        told_file = json.loads(taken(page, "Save as JSON")[1])
        assert (told_file["answer"], told_file["old"]) == (told, register.age)
        reader.leave()
    reader.close()


def test_chinese_words_of_an_answer_carry_their_language(reader, base):
    page = answered(reader.read(f"{base}{PAGE}#name=北京航空航天大学").page)
    assert page.locator(".filing [lang='zh']").count() > 3
    assert page.locator(".filing [lang='ja']").count() > 0
    assert (
        page.evaluate("""() => {
        const texts = document.createTreeWalker(document.querySelector('.filing'), NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
            const { data, parentElement: around } = texts.currentNode;
            const isSpoken = around.closest('.filing [lang]');
            if (/[\u3400-\u9fff]/.test(data) && !isSpoken) found.push(data);
        }
        return found;
    }""")
        == []
    )


def test_a_list_is_called_old_by_the_readers_clock(browser, site):
    reader = Reader(browser)
    for day, is_old in (("2026-10-07", False), ("2026-10-08", True)):
        reader._page.clock.set_fixed_time(f"{day}T12:00:00")
        for where in ("register/list-us-entity-list.html", f"{PAGE}#name=Hikvision"):
            page = reader.read(f"{site.resolve().as_uri()}/{where}").page
            old = page.locator("time.read-to[datetime='2026-07-09']").first
            old.wait_for()
            content = old.evaluate("(t) => getComputedStyle(t, '::after').content")
            assert ("more than 90 days ago" in content) is is_old
            reader.leave()
    reader.close()


def test_the_files_to_take_away_hold_all_records(site):
    rows = list(csv.DictReader(io.StringIO((site / "register/register.csv").read_text("utf-8"))))
    assert len(rows) == len(records())
    whole = json.loads((site / "register/register.json").read_text("utf-8"))
    assert {b["id"] for b in whole["bodies"]} == set(tables.load("entities")["id"])
    assert sum(len(b["records"]) for b in whole["bodies"]) == len(rows)
    assert "not clearance" in whole["caution"]


ANSWERS = ("Hikvision", "BGI Group", "Beihang University", "ETH Zurich")


def pdf_of(page, folder):
    """Return the text and the number of pages of a page's print."""
    path = folder / "print.pdf"
    path.write_bytes(page.pdf(prefer_css_page_size=True))
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    assert "(A4)" in info
    return " ".join(text.stdout.split()), int(re.search(r"Pages:\s+(\d+)", info)[1])


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_prints_as_a_document_of_one_or_two_pages_and_nothing_else(
    reader, site, name, tmp_path
):
    page = answered(reader.read(f"{site.resolve().as_uri()}/{PAGE}#name={name}").page)
    page.get_by_label("Remark").fill("Partner of project 12")
    page.get_by_label("Your name").fill("A. Officer")
    text, pages = pdf_of(page, tmp_path)
    assert pages <= 2
    wanted = ["Typed", name, "Day and hour", "UTC", metadata.load().printed_version]
    wanted += ["Partner of project 12", "A. Officer", "The lists as they were read"]
    wanted += ["Next steps", "What the records do not show"]
    for sentences in standing.sentences().get({"Hikvision": "hikvision"}.get(name, ""), []):
        wanted.append(sentences)
    assert [words for words in wanted if words not in text] == []
    frame = ("Search the book", "Screen a name", "What the register holds", "Save as", "Contents")
    assert [words for words in frame if words in text] == []


def test_without_an_answer_the_page_prints_itself(reader, site, tmp_path):
    page = reader.read(f"{site.resolve().as_uri()}/{PAGE}").page
    text, pages = pdf_of(page, tmp_path)
    assert pages > 2
    assert "What the register holds" in text


def taken(page, button):
    """Return name and text of the file that a button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_text("utf-8-sig")


def test_the_document_is_taken_away_as_json_and_csv(reader, base):
    page = answered(reader.read(f"{base}{PAGE}#name=Hikvision").page)
    page.get_by_label("Remark").fill('=HYPERLINK("http://x.invalid")')
    page.get_by_label("Your name").fill("A. Officer")
    name, text = taken(page, "Save as JSON")
    assert re.fullmatch(r"screening-Hikvision-\d{4}-\d\d-\d\d\.json", name)
    told = json.loads(text)
    assert (told["typed"], told["verdict"], told["officer"]) == ("Hikvision", "named", "A. Officer")
    assert told["version"] == metadata.load().printed_version
    assert [e["id"] for e in told["lists"]] == [e["id"] for e in standing.editions()]
    assert len(told["bodies"][0]["records"]) == len(register_data.index().records["hikvision"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", told["asked_at"])
    name, text = taken(page, "Save as CSV")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert sum(r["entity_id"] == "hikvision" and r["record"] != "" for r in rows) == len(
        register_data.index().records["hikvision"]
    )
    assert [r["text"] for r in rows if r["part"] == "Remark"] == [
        '\'=HYPERLINK("http://x.invalid")'
    ]
    assert not [r for r in rows if any(v[:1] in "=+-@" for v in r.values() if v)]
