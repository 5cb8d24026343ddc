"""Everything can be read and reached when no script runs."""

import re

import pytest
from browser_checks import unseen_images, visible_text, wrong_colour_images

HIDDEN = "words that only a script shows"
#: pages with a search, which say in its place that it needs a script
SEARCHES = ("search.html", "chapters/partner_register.html")


def texts_of(one, other, address):
    """Return the seen text with and without script.

    What narrows, cites and reports records needs one; a way past marks is there without one alone.
    """
    page = one.read(address).page
    page.evaluate(
        "() => document.querySelectorAll('.row-tools, .row-acts').forEach((e) => e.remove())"
    )
    with_script = visible_text(page)
    one.leave()
    without = visible_text(other.read(address).page)
    other.leave()
    return with_script, re.sub(r"Past the (?:\d+ marks|only mark) of Figure [\d.]+\s*", "", without)


def test_every_word_is_seen_without_script(reader, scriptless_reader, site, pages):
    base = f"{site.resolve().as_uri()}/"
    for name in pages:
        if name not in SEARCHES:
            with_script, without = texts_of(reader, scriptless_reader, base + name)
            assert without == with_script, name


def test_the_check_sees_words_that_need_script(reader, scriptless_reader, broken_server):
    with_script, without = texts_of(reader, scriptless_reader, broken_server + "noscript.html")
    assert HIDDEN in with_script
    assert HIDDEN not in without


def test_images_are_seen_without_script(scriptless_reader, site, pages):
    base = f"{site.resolve().as_uri()}/"
    for name in pages:
        page = scriptless_reader.read(base + name).page
        assert unseen_images(page) + wrong_colour_images(page, "light") == []
        page.emulate_media(color_scheme="dark")
        assert unseen_images(page) + wrong_colour_images(page, "dark") == []
        page.emulate_media(color_scheme="light")
        scriptless_reader.leave()


def test_the_check_sees_missing_and_doubled_images(reader, broken_server):
    page = reader.read(broken_server + "images.html").page
    found = "\n".join(unseen_images(page) + wrong_colour_images(page, "light"))
    assert "image not seen: gone.svg" in found
    assert "does not show one image: " in found
    assert "shows box.svg on a light ground" in found
    reader.leave()


def test_navigation_works_without_script(scriptless_reader, site, pages):
    base = f"{site.resolve().as_uri()}/"
    page = scriptless_reader.read(base + pages[0]).page
    contents = page.get_by_role("navigation", name="Contents")
    if page.locator("body.front").count():
        page.get_by_role("button", name="Contents").click()
    link = contents.get_by_role("link").last
    wanted = link.evaluate("(a) => a.href")
    link.click()
    assert page.url == wanted
    assert page.locator("h1").count() == 1
    scriptless_reader.leave()


@pytest.mark.parametrize("width", [360, 800])
def test_contents_open_on_a_phone_without_script(scriptless_reader, site, pages, width):
    page = scriptless_reader.read(f"{site.resolve().as_uri()}/{pages[-2]}").page
    page.set_viewport_size({"width": width, "height": 740})
    contents = page.get_by_role("navigation", name="Contents")
    assert not contents.is_visible()
    page.get_by_role("button", name="Contents").click()
    assert contents.is_visible()
    page.keyboard.press("Escape")
    assert not contents.is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    scriptless_reader.leave()


def test_no_button_is_shown_that_needs_script(scriptless_reader, site, pages):
    page = scriptless_reader.read(f"{site.resolve().as_uri()}/{pages[0]}").page
    assert not page.locator(".theme-button").is_visible()
    scriptless_reader.leave()


def test_search_page_says_what_it_needs(scriptless_reader, site):
    page = scriptless_reader.read(f"{site.resolve().as_uri()}/search.html").page
    assert "needs JavaScript" in page.locator("main").inner_text()
    scriptless_reader.leave()
