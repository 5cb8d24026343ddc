"""No request leaves the site, nothing is kept in the browser, nothing fails in the console."""

from pathlib import Path

import pytest
from browser_checks import Reader, Visit, away_requests, complaints, traces
from markup_checks import remote_parts, script_faults

from biometrics_china.publishing import register_form, register_script, theme

SCRIPTS = {
    "book.js",
    "marks.js",
    "numbers.js",
    "rows.js",
    "terms.js",
    theme.SEARCH_DATA,
    *theme.SEARCH,
    *register_form.AT_ONCE,
}
#: scripts that the register and the search load when they need them
LATER = {
    "search-mark.js",
    "glossary.js",
    register_form.MATCHING,
    *(name.rpartition("/")[2] for name in register_script.published()),
}


def faults_of_visit(reader: Reader, address: str, base: str) -> list[str]:
    visit: Visit = reader.read(address)
    found = away_requests(visit, base) + complaints(visit) + traces(visit, reader.cookies())
    reader.leave()
    return found


def test_reading_stays_in_the_folder_or_on_the_server(reader, base, pages):
    assert pages
    assert [f for p in pages for f in faults_of_visit(reader, base + p, base)] == []


def test_the_check_sees_requests_errors_and_traces(reader, broken_server):
    found = "\n".join(faults_of_visit(reader, broken_server + "remote.html", broken_server))
    for fault in (
        "asks for http://tracker.invalid/",
        "script error: planted",
        "console error:",
        "answered 404",
        "cookie planted",
        "stored planted",
    ):
        assert fault in found
    reader._context.clear_cookies()
    reader.read(broken_server + "remote.html").page.evaluate("() => localStorage.clear()")
    reader.leave()


def test_pages_declare_nothing_remote_and_no_idle_script(site):
    paths = sorted(site.rglob("*.html"))
    assert [f for p in paths for f in remote_parts(p) + script_faults(p, SCRIPTS)] == []


def test_styles_and_drawings_load_nothing_remote(site: Path):
    paths = [p for p in sorted(site.rglob("*")) if p.suffix in {".css", ".svg"}]
    assert {p.suffix for p in paths} == {".css", ".svg"}
    found = [(p.name, fault) for p in paths for fault in remote_addresses(p.read_text("utf-8"))]
    assert found == []


def remote_addresses(text: str) -> list[str]:
    """Return loaded addresses in a stylesheet or drawing; names of XML spaces load nothing."""
    marks = ("url(http", "url('http", 'url("http', "@import", "<script", 'href="http', "url(//")
    return [mark for mark in marks if mark in text]


@pytest.mark.parametrize(
    "text", ["a{background:url(http://x/y)}", '<image xlink:href="http://x"/>']
)
def test_the_check_sees_remote_addresses(text):
    assert remote_addresses(text)


def test_the_check_sees_remote_declarations(broken):
    path = broken / "remote.html"
    found = "\n".join(remote_parts(path) + script_faults(path, set()))
    for fault in (
        "img loads http://tracker.invalid",
        "link loads https://fonts.invalid",
        "style loads",
        "script 'x.js'",
        "button onclick",
    ):
        assert fault in found


def test_no_file_of_the_site_is_an_unused_script(site):
    paths = set(site.rglob("*.js"))
    parts = {p for p in paths if p.parent.name == theme.SEARCH_FOLDER}
    entries = {p for p in paths if p.parent.as_posix().endswith("chapters/reference/numbers")}
    rows = {p for p in paths if p.parent == site / "data"}
    assert {p.name for p in paths - parts - entries - rows} == SCRIPTS | LATER
    assert {p.with_suffix(".html") for p in entries | rows} < set(site.rglob("*.html"))
    assert {p.name[0] for p in parts} == set("intw"), "ids, names of rows, texts, words"


def test_the_chosen_colours_last_to_the_next_page(browser, site_server, pages):
    reader = Reader(browser)
    page = reader.read(site_server + pages[0]).page
    button = page.get_by_role("button", name="Dark colours")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    page.goto(site_server + pages[-1])
    assert page.evaluate("() => document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("() => getComputedStyle(document.body).colorScheme") == "dark"
    reader.close()
