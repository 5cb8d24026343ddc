"""Pages hold on a phone and on paper."""

import re
import zlib

import pytest
from browser_checks import (
    FRAMES,
    Reader,
    not_fit_for_print,
    overflow,
    unreadable_figures,
    unseen_images,
    wrong_colour_images,
)

from biometrics_china.figures import style


def test_a_page_fits_a_phone_and_its_figures_are_whole_and_legible(phone_reader, site, page_name):
    page = phone_reader.read(f"{site.resolve().as_uri()}/{page_name}").page
    found = overflow(page) + unreadable_figures(page)
    found += unseen_images(page) + wrong_colour_images(page, "dark")
    phone_reader.leave()
    assert found == []


CUE = """() => Array.from(document.querySelectorAll('.exhibit > [tabindex], .exhibit > .table-scroll, '
    + '.exhibit > .exhibit-plot')).map((part) => [
        part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1,
        getComputedStyle(part.nextElementSibling, '::before').content !== 'none'])"""


@pytest.mark.parametrize("name", ["chapters/police_powers.html", "chapters/europe_measures.html"])
def test_what_goes_on_says_so_in_words_and_nothing_else_does(phone_reader, site, name):
    page = phone_reader.read(f"{site.resolve().as_uri()}/{name}").page
    page.evaluate(FRAMES)
    found = page.evaluate(CUE)
    page.emulate_media(media="print")
    printed = page.evaluate(CUE)
    page.emulate_media(media="null")
    phone_reader.leave()
    assert any(goes_on for goes_on, _ in found)
    assert [pair for pair in found if pair[0] != pair[1]] == []
    assert not any(says for _, says in printed)


def test_the_check_sees_a_page_that_is_too_wide(phone_reader, broken_server):
    found = overflow(phone_reader.read(broken_server + "wide.html").page)
    assert "page is wider than the window" in found[0]
    assert "planted" in found[1]
    phone_reader.leave()


def test_paper_carries_text_and_light_figures_only(reader, site, page_name):
    page = reader.read(f"{site.resolve().as_uri()}/{page_name}").page
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    found = not_fit_for_print(page)
    page.emulate_media(media="print")
    found += unseen_images(page) + wrong_colour_images(page, "light")
    page.emulate_media(media="null")
    reader.leave()
    assert found == []


def inks(pdf: bytes) -> set[str]:
    """Return the colours that a PDF of Chromium paints with, as #rrggbb."""
    packed = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    streams = (zlib.decompressobj().decompress(s) for s in packed if s[:1] == b"\x78")
    found = {c for s in streams for c in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", s)}
    return {"#" + "".join(f"{round(float(part) * 255):02x}" for part in c) for c in found}


@pytest.mark.parametrize("chosen", ["", "dark"])
def test_the_printer_gets_light_drawings_from_readers_of_dark_pages(phone_reader, site, chosen):
    # asked of a true print: some browsers print the picture that stood on the screen
    page = phone_reader.read(f"{site.resolve().as_uri()}/chapters/dna_databases.html").page
    page.evaluate("(chosen) => { document.documentElement.dataset.theme = chosen; }", chosen)
    assert wrong_colour_images(page, "dark") == []
    blue, blue_on_dark = "#0b4f8a", style.PALETTE["#0b4f8a"]
    assert blue in inks(page.pdf())
    assert blue_on_dark not in inks(page.pdf())
    page.add_style_tag(content=".exhibit-plot img { content: var(--dark) !important; }")
    assert blue_on_dark in inks(page.pdf())
    phone_reader.leave()


def test_paper_is_light_for_readers_of_dark_pages(phone_reader, site, pages):
    page = phone_reader.read(f"{site.resolve().as_uri()}/{pages[0]}").page
    assert not_fit_for_print(page) == []
    phone_reader.leave()


def test_the_check_sees_a_page_that_prints_badly(reader, broken_server):
    found = "\n".join(not_fit_for_print(reader.read(broken_server + "wide.html").page))
    assert "printed: <nav" in found
    assert "cut off: <div" in found
    assert "ground is rgb(0, 0, 0)" in found
    reader.leave()


def test_the_check_sees_a_shrunken_figure(phone_reader, broken_server):
    found = unreadable_figures(phone_reader.read(broken_server + "images.html").page)
    phone_reader.leave()
    assert "box.svg" in found[0]


@pytest.mark.parametrize("width", [390, 1300])
def test_the_page_chooses_the_drawing_for_its_window_without_a_script(browser, site, width):
    reader = Reader(browser, width=width, java_script_enabled=False)
    page = reader.read(f"{site.resolve().as_uri()}/chapters/europe_research.html").page
    found = page.evaluate(
        "() => Array.from(document.querySelectorAll('.exhibit-plot img')).map((i) =>"
        " [i.currentSrc.endsWith('.narrow.svg'), i.getBoundingClientRect().width])"
    )
    reader.close()
    assert len(found) > 5
    assert {is_narrow for is_narrow, _ in found} == {width == 390}
    if width == 390:
        assert {shown for _, shown in found} == {356}


def test_paper_shows_the_wide_drawing(browser, site):
    reader = Reader(browser, width=1300)
    page = reader.read(f"{site.resolve().as_uri()}/chapters/dna_databases.html").page
    page.emulate_media(media="print")
    shown = page.evaluate(
        "() => Array.from(document.querySelectorAll('.exhibit-plot img')).map((i) => i.currentSrc)"
    )
    reader.close()
    assert shown
    assert not [source for source in shown if source.endswith(".narrow.svg")]
