"""Many names at once in the browser: pasted or from a file, sorted, taken away, and kept at home."""

import csv
import io
import json
import re
from contextlib import suppress
from pathlib import Path

import pytest
from browser_checks import away_requests, axe_violations, complaints
from serving import serve
from workbooks import PACKAGE, PARTNERS, of_rows, stored, workbook

from biometrics_china import tables
from biometrics_china.publishing import register_data, register_since
from biometrics_china.register import changes
from biometrics_china.register.entities import screen
from biometrics_china.register.reading import BadNames, decoding

PAGE = "chapters/partner_register.html"
#: what a server of a strict house says: nothing from elsewhere, no script in the page
STRICT = {"Content-Security-Policy": "default-src 'self'"}
NAMES = ("Hikvision", "ETH Zurich", "Dahua Bank", "清华大学", "Тест")


@pytest.fixture(scope="module")
def strict(site):
    yield from serve(site, STRICT)


@pytest.fixture
def batch(reader, strict):
    """Return a page of a strict server, and its part for many names, open."""
    visit = reader.read(strict + PAGE)
    visit.page.get_by_text("Many names at once", exact=True).click()
    yield visit
    assert away_requests(visit, strict) + complaints(visit) == []
    reader.leave()


def answered(page, words="names compared"):
    """Wait for what the part says at its end."""
    status = page.locator(".batch-status")
    status.filter(has_text=words).wait_for()
    return status.inner_text()


def rows(page):
    """Return the cells of the table."""
    found = page.locator(".batch-results tbody tr").all()
    return [[cell.inner_text() for cell in row.locator("th, td").all()] for row in found]


def chosen(page, name, content):
    """Open a file from the disk."""
    page.get_by_label("Or a file from your disk").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def taken(page, button):
    """Return the text of the file that a button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_text("utf-8-sig")


def test_pasted_names_are_answered_sorted_and_taken_away(batch, axe_source):
    page = batch.page
    page.get_by_label("Names, one a line").fill("\n".join(("=1+1", "", *NAMES)))
    page.get_by_role("button", name="Screen all").focus()
    page.keyboard.press("Enter")
    assert answered(page).startswith("6 names compared: ")
    found = {row[1]: row for row in rows(page)}
    assert found["Hikvision"][2:4] == ["one body bears this name", "Hikvision and 1 more"]
    assert "Entity List" in found["Hikvision"][4] or "1260H" in found["Hikvision"][4]
    assert found["ETH Zurich"][2] == "nothing held; no clearance"
    assert found["Тест"][2] == "could not be compared"
    head = page.locator("th[data-column='Line']")
    head.get_by_role("button").press("Enter")
    assert [row[0] for row in rows(page)] == ["1", "3", "4", "5", "6", "7"]
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert [row[0] for row in rows(page)] == ["7", "6", "5", "4", "3", "1"]
    assert axe_violations(page, axe_source) == []
    told = list(csv.DictReader(io.StringIO(taken(page, "Save the table as CSV"))))
    assert {r["name"] for r in told} == {"'=1+1", *NAMES}
    for name in NAMES:
        answer = screen(name)
        assert [r["entity_id"] for r in told if r["name"] == name if r["entity_id"]] == [
            hit.id for hit in answer.hits
        ]
        certain = answer.verdict == "named"
        assert [r["verdict"] for r in told if r["name"] == name] == [
            "named" if certain and hit.grade == "same" else "check" for hit in answer.hits
        ] or (
            not answer.hits
            and [r["verdict"] for r in told if r["name"] == name] == [answer.verdict]
        )
    whole = json.loads(taken(page, "Save the table as JSON"))
    assert len(whole["answers"]) == len(told)
    assert len(whole["lists"]) == len(tables.load("lists"))


TABLE = 'no,partner,city\n1,Hikvision,Hangzhou\n2,"清华大学",北京\n3,"A ""B""",\n'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", TABLE.encode()),
        ("a.csv", b"\xef\xbb\xbf" + TABLE.encode()),
        ("a.csv", TABLE.encode("utf-16")),
        ("a.csv", TABLE.encode("utf-32")),
        ("a.csv", TABLE.encode("gb18030")),
        ("a.csv", TABLE.replace("\n", "\r\n").replace(",", ";").encode()),
        ("a.tsv", TABLE.replace(",", "\t").encode()),
    ],
    ids=["UTF-8", "with a mark", "UTF-16", "UTF-32", "GB18030", "semicolons", "tabs"],
)
def test_a_table_of_text_is_read_in_its_encoding(batch, name, content):
    page = batch.page
    chosen(page, name, content)
    answered(page, "4 rows")
    assert page.get_by_label("Column with the names").input_value() == "1"
    page.get_by_role("button", name="Screen all").click()
    answered(page, "3 names compared")
    assert {"Hikvision", "清华大学", 'A "B"'} == {row[1] for row in rows(page)}


@pytest.mark.parametrize("end", ["\n", "\r\n", " \r\n\t", "\u2028"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_name_on_several_lines_of_a_cell_is_read_as_one(batch, kind, end):
    page = batch.page
    cells = [["name"], [f"Beijing{end}Genomics Institute"], ["Hikvision"]]
    text = "".join(f'"{cell}"\n' for [cell] in cells).encode()
    chosen(page, f"a.{kind}", of_rows(cells) if kind == "xlsx" else text)
    answered(page, "3 rows")
    page.get_by_role("button", name="Screen all").click()
    answered(page, "2 names compared")
    assert {"Beijing Genomics Institute", "Hikvision"} == {row[1] for row in rows(page)}


@pytest.mark.parametrize("content", [PARTNERS, stored(PARTNERS)], ids=["packed", "stored"])
def test_a_workbook_is_read(batch, content):
    page = batch.page
    chosen(page, "a.xlsx", content)
    answered(page, "3 rows")
    page.get_by_role("button", name="Screen all").click()
    answered(page, "2 names compared: 2 name one body")
    assert {row[1] for row in rows(page)} == {"Hikvision", "清华大学"}


#: the universities of defence and Tsinghua, as Taiwan and Hong Kong long wrote files
BIG5 = "name\n國防大學\n清華大學\n".encode("big5")
FAR = '<row r="1"><c r="ALM1"><v>1</v></c></row>'
WITHOUT = f'<Relationships {PACKAGE}><Relationship Id="rId1" Target="gone.xml"/></Relationships>'


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", PARTNERS[:-40], "the workbook could not be read: it is cut off"),
        ("a.xlsx", workbook("", relations=WITHOUT), "its first sheet is missing"),
        ("a.xlsx", workbook("", sheet="<worksheet>"), "sheet1.xml is no XML"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "an old or locked workbook"),
        ("a.csv", b"", "a.csv is empty"),
        ("a.csv", b"PNG\x00\x01\x02", "no table of text"),
        ("a.csv", b'name\n"open\n', "a quote that opens in row 2 does not close"),
        ("a.csv", BIG5, "which encoding it is of is not certain; save it as UTF-8"),
        ("a.csv", "清华大学\n".encode() * 9 + b"\xff\n", "a part of the file is not UTF-8"),
        ("a.csv", b"name\n" + b"x" * 131_073, "row 2 has a cell of more than 131,072 characters"),
        ("a.xlsx", workbook("", strings="<!DOCTYPE sst><sst/>"), "it has a document type"),
        ("a.xlsx", workbook(FAR), "it has a cell ALM1; at most 1,000 columns are right"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_line(batch, name, content, said):
    page = batch.page
    chosen(page, name, content)
    line = answered(page, said)
    assert "\n" not in line
    assert not page.get_by_label("Column with the names").is_visible()
    if said.endswith("is no XML"):
        batch.messages.clear()  # Chromium colours what it could not parse, and refuses that itself


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "big5", "shift_jis", "euc_kr")
ENCODINGS += ("euc_jp", "cp1252", "cp1250", "koi8_r")
TEXTS = (
    "name\n国防科技大学\n清华大学\n",
    "name\n國防大學\n清華大學\n",
    "公司名称\n杭州海康威视数字技术股份有限公司\n深圳华大基因股份有限公司\n",
    "name\nUniversité de Genève\nTechnische Universität München\n",
    "name\nČeské vysoké učení technické\nPolitechnika Łódzka\n",
    "name\n東京大学\n日本電気株式会社\n",
    "name\n서울대학교\n삼성전자\n",
    "name\nИнститут\n",
)


def test_the_page_reads_the_encodings_that_the_command_reads_and_no_other(batch):
    contents = []
    for text in TEXTS:
        for encoding in ENCODINGS:
            with suppress(UnicodeEncodeError):
                contents.append(text.encode(encoding))
    got = batch.page.evaluate(
        """(all) => all.map(function (bytes) {
            try {
                return window.registerPage.decoded(new Uint8Array(bytes)).replace(/^\ufeff/, "");
            } catch (error) {
                return null;
            }
        })""",
        [list(content) for content in contents],
    )
    expected = []
    for content in contents:
        try:
            expected.append(decoding.decoded(content)[0])
        except BadNames:
            expected.append(None)
    assert got == expected
    assert 10 < expected.count(None) < len(expected) - 30


@pytest.mark.parametrize("content", [TABLE.encode(), b""], ids=["good", "broken"])
def test_a_new_file_takes_the_old_answers_away(batch, content):
    page = batch.page
    page.get_by_label("Names, one a line").fill("Hikvision")
    page.get_by_role("button", name="Screen all").click()
    answered(page)
    assert page.get_by_role("button", name="Save the table as CSV").is_visible()
    chosen(page, "new.csv", content)
    answered(page, "new.csv")
    assert page.locator(".batch-results").inner_text() == ""
    assert page.get_by_role("button", name="Save the table as CSV").count() == 0


def test_a_text_that_is_no_name_is_refused_as_the_command_does(batch):
    page = batch.page
    page.get_by_label("Names, one a line").fill("BGI\n" + "x" * 301)
    page.get_by_role("button", name="Screen all").click()
    said = answered(page, "at most")
    assert said == "line 2: the name has 301 characters; at most 300 are right."
    page.get_by_label(re.compile("A name in English")).fill("海" * 301)
    page.get_by_role("button", name="Screen", exact=True).click()
    alone = page.locator(".screening-status").inner_text()
    assert alone == "The name has 301 characters; at most 300 are right."


def test_the_table_takes_from_a_body_with_lists_what_is_said_of_them():
    """On the page a body with lists has a sentence for each, and one without only that it has none."""
    listed = {e["id"] for e in register_data.entries() if e["lists"]}
    assert listed == set(register_data.index().standing)


def test_that_lists_are_old_stands_above_the_table_and_in_the_files(batch):
    page = batch.page
    page.clock.set_fixed_time("2027-06-01T12:00:00")
    page.get_by_label("Names, one a line").fill("Hikvision")
    page.get_by_role("button", name="Screen all").click()
    answered(page)
    line = page.locator(".batch-results > .old-lists").inner_text()
    assert line == (
        f"All {len(tables.load('lists'))} lists were read more than 90 days ago, the oldest on 11 "
        "March 2025: look at their official pages before you rely on this."
    )
    told = list(csv.DictReader(io.StringIO(taken(page, "Save the table as CSV"))))
    assert {row["old"] for row in told} == {line}
    assert json.loads(taken(page, "Save the table as JSON"))["old"] == line


def test_the_page_stays_alive_and_can_be_stopped(batch):
    page = batch.page
    page.get_by_label("Names, one a line").evaluate(
        "(area) => { area.value = Array.from({length: 60000}, (_, n) => 'Firm ' + n).join('\\n'); }"
    )
    page.get_by_role("button", name="Screen all").click()
    page.get_by_role("button", name="Stop").click()
    assert answered(page, "Stopped").startswith("Stopped; nothing was kept")
    assert page.locator(".batch-results table").count() == 0


def test_no_name_is_said_to_be_none(batch):
    batch.page.get_by_role("button", name="Screen all").click()
    answered(batch.page, "There is no name")


def test_the_page_says_whose_answers_have_changed_since_a_release(reader, strict):
    visit = reader.read(strict + PAGE)
    page = visit.page
    page.get_by_text("Whose answer has changed", exact=True).click()
    for version in register_since.since():
        page.get_by_label("Since version").select_option(version)
        said = changes.changed(changes.read(version), register_data.index())
        new = sum(lines[0] == "New in the register" for lines in said.values())
        known = len(said) - new
        words = f"the answers on {known:,} bodies have changed, and {new:,} bodies are new"
        page.locator(".since-status").filter(has_text=f"Since version {version} {words}").wait_for()
    row = page.locator(".since-results > ul > li").filter(has_text="Huawei:")
    assert "On the Entity List since 16 May 2019" in row.inner_text()
    assert away_requests(visit, strict) + complaints(visit) == []
    reader.leave()
