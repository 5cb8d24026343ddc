"""Pages hold on a phone and on paper."""

import re
import subprocess
import zlib

import pytest
from browser_checks import (
    FRAMES,
    Reader,
    not_fit_for_print,
    overflow,
    scrolls_down,
    unreadable_figures,
    unseen_images,
    wrong_colour_images,
)

from biometrics_china.figures import style
from biometrics_china.publishing.renderer import SHOWN


def test_a_page_fits_a_phone_and_its_figures_are_whole_and_legible(phone_reader, site, page_name):
    page = phone_reader.read(f"{site.resolve().as_uri()}/{page_name}").page
    found = overflow(page) + scrolls_down(page) + unreadable_figures(page)
    found += unseen_images(page) + wrong_colour_images(page, "dark")
    phone_reader.leave()
    assert found == []


CUE = """() => Array.from(document.querySelectorAll('.table-scroll, .exhibit > .exhibit-plot'))
    .map((part) => [
        part.scrollWidth > part.clientWidth + 1,
        [part, part.nextElementSibling || part]
            .some((one) => getComputedStyle(one, '::before').content.includes('sideways'))])"""


@pytest.mark.parametrize(
    ("name", "goes"),
    [("chapters/police_powers.html", False), ("chapters/reference/codebook.html", True)],
)
def test_what_goes_on_says_so_in_words_and_nothing_else_does(phone_reader, site, name, goes):
    page = phone_reader.read(f"{site.resolve().as_uri()}/{name}").page
    page.evaluate(FRAMES)
    found = page.evaluate(CUE)
    page.emulate_media(media="print")
    printed = page.evaluate(CUE)
    page.emulate_media(media="null")
    phone_reader.leave()
    assert any(goes_on for goes_on, _ in found) is goes, "drawings and tables fit a phone"
    assert [pair for pair in found if pair[0] != pair[1]] == []
    assert not any(says for _, says in printed)


PASSAGES = """() => Array.from(document.querySelectorAll('.quoted-pair')).map((pair) => {
        const boxes = Array.from(pair.children, (one) => one.getBoundingClientRect());
        return [boxes.map((box) => Math.round(100 * box.width / pair.clientWidth)),
                boxes.length === 2 && boxes[0].top === boxes[1].top]})"""


def test_a_translation_stands_beside_the_chinese_and_on_a_phone_below_it(
    reader, phone_reader, site
):
    name = f"{site.resolve().as_uri()}/chapters/europe_measures.html"
    wide = reader.read(name).page.evaluate(PASSAGES)
    narrow = phone_reader.read(name).page.evaluate(PASSAGES)
    reader.leave()
    phone_reader.leave()
    # the first is in English alone, the second in Chinese with a translation
    assert narrow == [[[100], False], [[100, 100], False]]
    (alone,), _beside = wide[0]
    (chinese, english), stands_beside = wide[1]
    assert stands_beside
    assert chinese == english < 50 < alone


LONG_TABLE = "chapters/police_powers.html"
ROWS = """() => Array.from(document.querySelectorAll('.exhibit:has(> .rest)')).map((figure) => [
        Array.from(figure.querySelectorAll('tbody tr')).filter((row) => row.checkVisibility()).length,
        figure.querySelectorAll('tbody tr').length])"""


def test_a_long_table_says_how_many_rows_follow_opens_and_prints_whole(reader, site):
    page = reader.read(f"{site.resolve().as_uri()}/{LONG_TABLE}").page
    closed = page.evaluate(ROWS)
    said = page.locator(".exhibit > .rest > summary .collapsed").all_inner_texts()
    page.emulate_media(media="print")
    printed = page.evaluate(ROWS)
    page.emulate_media(media="null")
    page.locator(".exhibit > .rest > summary").first.click()
    first = page.evaluate(ROWS)[0]
    reader.leave()
    assert {shown for shown, _ in closed} == {SHOWN}
    assert said == [f"Show all {every} rows: {every - SHOWN} more follow" for _, every in closed]
    assert [shown for shown, _ in printed] == [every for _, every in closed]
    assert first[0] == first[1]


def test_on_a_phone_a_table_of_several_columns_is_a_list_that_names_its_fields(phone_reader, site):
    page = phone_reader.read(f"{site.resolve().as_uri()}/{LONG_TABLE}").page
    page.evaluate(FRAMES)
    wide = page.evaluate("""() => Array.from(document.querySelectorAll('.table-scroll:has(> .stacked)'))
        .filter((part) => part.scrollWidth > part.clientWidth + 1).length""")
    named = page.evaluate("""() => Array.from(document.querySelectorAll('.stacked td:not(.again)'))
        .filter((cell) => cell.checkVisibility())
        .every((cell) => getComputedStyle(cell, '::before').content.includes(cell.dataset.label))""")
    phone_reader.leave()
    assert (wide, named) == (0, True)


def test_the_check_sees_a_page_that_is_too_wide(phone_reader, broken_server):
    found = overflow(phone_reader.read(broken_server + "wide.html").page)
    assert "page is wider than the window" in found[0]
    assert "planted" in found[1]
    phone_reader.leave()


def test_paper_carries_text_and_light_figures_only(reader, site, page_name):
    page = reader.read(f"{site.resolve().as_uri()}/{page_name}").page
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    found = scrolls_down(page) + not_fit_for_print(page)
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
        "() => Array.from(document.querySelectorAll('.exhibit-plot img')).filter((i) =>"
        " i.checkVisibility()).map((i) =>"
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


def test_on_paper_the_basis_of_the_findings_stands_at_the_end(reader, site, tmp_path):
    page = reader.read(f"{site.resolve().as_uri()}/chapters/trafficking.html").page
    count = page.locator(".findings-list > .finding > details").count()
    assert count > 1
    page.pdf(path=tmp_path / "chapter.pdf", prefer_css_page_size=True)
    said = ["pdftotext", "-layout", tmp_path / "chapter.pdf", "-"]
    text = subprocess.run(said, check=True, capture_output=True, text=True).stdout
    first, *_ = text.split("\f")
    # the first sheet has no folded box; each has its number, and the version above it
    assert "Strongest objection" not in first
    assert re.search(r"^\s*1 / \d+$", first, re.MULTILINE)
    assert "Version 20" in first
    end = text.index("Basis and limits of the findings")
    assert text.index("What it means for Europe") < end < text.index("\nReferences")
    assert text.count("Strongest objection", end) == count
    # and on the screen all is as it was
    assert page.locator(".findings-list > .finding > details").count() == count
    assert page.locator(".print-basis").count() == 0
    reader.leave()
