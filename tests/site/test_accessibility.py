"""axe-core finds nothing, at a desk in light and on a phone in dark, with every fold open."""

import io
import re

import pytest
from browser_checks import (
    Reader,
    axe_violations,
    contrast,
    idle_stops,
    out_of_reach,
    thin_out,
    unfold,
    wrong_colour_images,
)
from PIL import Image


def test_axe_finds_nothing(reader, phone_reader, axe_source, site, page_name):
    """Of what looks alike four are read; ids, headings and names are checked in all, in `test_html`."""
    address = f"{site.resolve().as_uri()}/{page_name}"
    found = []
    for kind, other_scheme in ((reader, "dark"), (phone_reader, "light")):
        page = kind.read(address).page
        unfold(page)
        found += out_of_reach(page) + idle_stops(page)
        thin_out(page)
        found += axe_violations(page, axe_source)
        page.emulate_media(color_scheme=other_scheme)
        found += contrast(page)
        page.emulate_media(color_scheme="light" if other_scheme == "dark" else "dark")
        kind.leave()
    assert found == []


def test_axe_finds_nothing_with_the_contents_open(phone_reader, axe_source, site, pages):
    page = phone_reader.read(f"{site.resolve().as_uri()}/{pages[0]}").page
    page.get_by_role("button", name="Contents").click()
    assert axe_violations(page, axe_source) == []
    phone_reader.leave()


def test_axe_finds_nothing_on_the_start_page(reader, axe_source, site):
    html = (site / "index.html").read_text(encoding="utf-8")
    page = reader.read(f"{site.resolve().as_uri()}/search.html").page
    page.set_content(re.sub(r'<meta http-equiv="refresh"[^>]*>', "", html))
    assert axe_violations(page, axe_source) == []
    reader.leave()


def test_the_start_page_leads_to_the_front_page(reader, site):
    page = reader.read(f"{site.resolve().as_uri()}/search.html").page
    page.goto(f"{site.resolve().as_uri()}/index.html")
    page.wait_for_url("**/chapters/index.html")
    reader.leave()


def test_the_check_sees_planted_faults(reader, axe_source, broken_server):
    page = reader.read(broken_server + "barriers.html").page
    found = "\n".join(out_of_reach(page) + idle_stops(page) + axe_violations(page, axe_source))
    for fault in (
        ": image-alt (",
        ": color-contrast (",
        ": empty-table-header (",
        ": region (",
        ": aria-required-children (",
        ": html-has-lang (",
        ": label (",
        "can be focused, but does not scroll",
        "scrolls, but not by keyboard",
    ):
        assert fault in found
    thin_out(page)
    assert page.get_by_role("listitem").count() == 5
    assert "The odd one of a list" in "\n".join(contrast(page))
    reader.leave()


def test_keyboard_goes_first_to_the_skip_link(reader, site, pages):
    page = reader.read(f"{site.resolve().as_uri()}/{pages[0]}").page
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Skip to the text"
    assert focused.bounding_box()["y"] >= 0
    focused.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "text"
    reader.leave()


def test_focus_is_visible(reader, site, pages):
    page = reader.read(f"{site.resolve().as_uri()}/{pages[0]}").page
    for _ in range(4):
        page.keyboard.press("Tab")
        style = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"
    reader.leave()


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("chosen", ["", "light", "dark"])
def test_drawings_fit_a_contrast_theme_whatever_was_chosen(browser, site, system, chosen):
    reader = Reader(browser, color_scheme=system, forced_colors="active")
    page = reader.read(f"{site.resolve().as_uri()}/chapters/regulation.html").page
    page.evaluate("(chosen) => { document.documentElement.dataset.theme = chosen; }", chosen)
    assert page.locator(".exhibit-plot img").count() > 3
    assert wrong_colour_images(page, system) == []
    assert wrong_colour_images(page, "dark" if system == "light" else "light") != []
    reader.close()


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("name", ["chapters/regulation", "chapters/analysis/regulation"])
def test_a_drawing_brings_a_ground_that_is_not_seen_on_its_page(browser, site, system, media, name):
    reader = Reader(browser, color_scheme=system)
    page = reader.read(f"{site.resolve().as_uri()}/{name}.html").page
    page.emulate_media(media=media, color_scheme=system)
    image = page.locator(".exhibit-plot img").first
    image.evaluate("(i) => i.scrollIntoView()")
    assert image.evaluate("async (i) => { await i.decode(); return i.naturalWidth; }") > 100
    box = image.bounding_box()
    assert box is not None
    # the upper left corner, two pixels outside and two inside: no figure has ink there
    corner = {"x": round(box["x"]) - 2, "y": round(box["y"]) - 2, "width": 4, "height": 4}
    shot = Image.open(io.BytesIO(page.screenshot(clip=corner))).convert("RGB")
    assert len(shot.getcolors() or []) == 1
    page.add_style_tag(content=".exhibit-plot img { filter: invert(1); }")
    seen = Image.open(io.BytesIO(page.screenshot(clip=corner))).convert("RGB").getcolors() or []
    reader.close()
    assert len(seen) > 1, "the check sees no frame"


def test_the_button_changes_the_drawings(reader, site):
    page = reader.read(f"{site.resolve().as_uri()}/chapters/regulation.html").page
    for theme in ("dark", "light"):
        page.get_by_role("button", name="Dark colours").click()
        assert wrong_colour_images(page, theme) == []
    page.evaluate("() => localStorage.clear()")
    reader.leave()


def test_a_heading_is_named_and_copied_by_its_words_alone(reader, site):
    page = reader.read(f"{site.resolve().as_uri()}/chapters/regulation.html").page
    heading = page.get_by_role("heading", name="What is counted here", exact=True)
    link = page.get_by_role("link", name="Link to “What is counted here”", exact=True)
    assert link.get_attribute("href") == "#what-is-counted-here"
    copied = heading.evaluate("""(h) => {
        getSelection().selectAllChildren(h.parentElement);
        return getSelection().toString();
    }""")
    assert copied.strip() == "What is counted here"
    reader.leave()


def test_icons_are_drawn(reader, site, pages):
    page = reader.read(f"{site.resolve().as_uri()}/{pages[0]}").page
    icons = page.locator("svg.icon")
    assert icons.count() >= 2
    boxes = icons.evaluate_all("""(all) => all.filter((i) => i.checkVisibility()).map((i) =>
        Math.min(i.getBBox().width, i.getBBox().height))""")
    assert boxes
    assert min(boxes) >= 6
    reader.leave()
