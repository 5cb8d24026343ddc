"""The marks of figures in the built site: by mouse, keyboard and touch, without script, on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache

import pytest
from browser_checks import Reader, axe_violations
from firefox import Firefox
from PIL import Image, ImageChops
from playwright.sync_api import Page

from biometrics_china import exhibits, made

PAGE, FIGURE = "chapters/regulation.html", "fig-regulation-fines"
SVG = f"#{FIGURE} svg.marks"
#: a drawing with two papers of one case on one day
CROWDED_PAGE, CROWDED = "chapters/cooperation.html", "fig-cooperation-cases"
TWO_PAPERS = ("the police college of Xinjiang", "A second paper appears")
NAMES = ".mark-names"
#: a page of figures as tables
MOST = 300 * 1024


def chapter(browser, site, **look) -> Iterator[Page]:
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **look})
    page = context.new_page()
    page.goto(f"{site.resolve().as_uri()}/{PAGE}")
    page.locator(SVG).scroll_into_view_if_needed()
    yield page
    context.close()


@pytest.fixture
def desk(browser, site) -> Iterator[Page]:
    yield from chapter(browser, site)


@pytest.fixture
def phone(browser, site) -> Iterator[Page]:
    look = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "color_scheme": "dark"}
    yield from chapter(browser, site, **look)


def middle(page: Page, n: int) -> tuple[float, float]:
    box = page.locator(f"{SVG} a").nth(n).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_every_figure_with_marks_has_them_on_its_page_and_a_table_beside_it(site) -> None:
    read = cache(lambda path: path.read_text(encoding="utf-8"))
    anchors = cache(lambda path: {*re.findall(r'id="([^"]+)"', read(path))})
    for exhibit_id, (*_, exhibit) in exhibits.catalogue().items():
        page = site / f"{exhibits.page(exhibit_id)}.html"
        html = read(page)
        start = html.index(f'id="{exhibit_id}"')
        figure = html[start : html.index("</figure>", start)]
        found = re.findall(r'<a href="([^"]+)"><title>([^<]+)</title><', figure)
        assert len(found) == len(made.of(exhibit_id).marks), exhibit_id
        for address, _ in found:
            path, _, anchor = address.partition("#")
            target = (page.parent / path).resolve()
            assert not anchor or anchor in anchors(target), address
        assert ('class="as-table"' in figure) is bool(exhibit.draw)


def test_no_page_of_tables_is_heavy(site) -> None:
    sizes = {p.name: p.stat().st_size for p in (site / "figures").iterdir()}
    assert len(sizes) > 12
    assert {name: size for name, size in sizes.items() if size > MOST} == {}


def test_a_mouse_shows_names_also_of_marks_that_lie_on_each_other(desk: Page, site) -> None:
    desk.goto(f"{site.resolve().as_uri()}/{CROWDED_PAGE}")
    places = [mark.shapes for mark in made.of(CROWDED).marks]
    crowded = next(n for n, place in enumerate(places) if places.count(place) == len(TWO_PAPERS))
    mark = desk.locator(f"#{CROWDED} svg.marks a").nth(crowded)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    desk.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    names = desk.locator(f"{NAMES}:not([hidden]) a")
    names.first.wait_for()
    said = names.all_inner_texts()
    assert len(said) == len(TWO_PAPERS)
    assert all(any(words in one for one in said) for words in TWO_PAPERS), said
    desk.mouse.move(5, 5)
    desk.locator(NAMES).wait_for(state="hidden")


def test_the_names_can_be_reached_with_the_mouse_and_hidden_with_a_key(desk: Page) -> None:
    desk.mouse.move(*middle(desk, 5))
    link = desk.locator(f"{NAMES}:not([hidden]) a").first
    link.hover()
    desk.wait_for_timeout(400)
    assert link.is_visible()
    desk.keyboard.press("Escape")
    desk.locator(NAMES).wait_for(state="hidden")


def test_a_click_leads_to_the_record(desk: Page) -> None:
    address = desk.locator(f"{SVG} a").nth(5).evaluate("a => a.href.baseVal")
    desk.mouse.click(*middle(desk, 5))
    desk.wait_for_url("**/data/cases*.html#*")
    assert desk.url.endswith(address.removeprefix("../"))


def test_the_keyboard_stops_once_and_goes_from_mark_to_mark(desk: Page, axe_source) -> None:
    count = desk.locator(f"{SVG} a").count()
    assert desk.locator(f"{SVG} a:not([tabindex])").count() == 1
    assert desk.locator(".past-marks").count() == 0
    desk.locator(f"{SVG} a").first.evaluate("a => a.focus()")
    at = "document.activeElement.getAttribute('aria-label')"
    first = desk.evaluate(at)
    desk.keyboard.press("ArrowRight")
    second = desk.evaluate(at)
    assert second != first
    assert f"(2 of {count})" in desk.locator(NAMES).inner_text()
    assert second in desk.locator(NAMES).inner_text()
    assert axe_violations(desk, axe_source) == []
    desk.keyboard.press("End")
    desk.keyboard.press("ArrowDown")
    assert f"({count} of {count})" in desk.locator(NAMES).inner_text()
    desk.keyboard.press("Escape")
    assert desk.locator(NAMES).is_hidden()
    desk.keyboard.press("Tab")
    assert not desk.evaluate("Boolean(document.activeElement.closest('svg.marks'))")
    desk.keyboard.press("Shift+Tab")
    assert desk.evaluate(at) == desk.locator(f"{SVG} a").last.get_attribute("aria-label")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/data/cases*.html#*")


def test_a_mark_is_read_out_once(desk: Page) -> None:
    name = desk.locator(f"{SVG} a").first.get_attribute("aria-label")
    assert desk.get_by_role("link", name=name, exact=True).count() == 1
    assert desk.locator(f"{SVG} title").count() == 0
    desk.mouse.move(*middle(desk, 0))
    desk.locator(f"{NAMES}:not([hidden])").wait_for()
    assert desk.get_by_role("link", name=name, exact=True).count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mark_with_the_focus_is_seen_to_have_it(desk: Page, scheme: str) -> None:
    desk.emulate_media(color_scheme=scheme)
    x, y = middle(desk, 5)
    clip = {"x": x - 14, "y": y - 14, "width": 28, "height": 28}
    before = Image.open(io.BytesIO(desk.screenshot(clip=clip))).convert("L")
    desk.locator(f"{SVG} a").nth(4).evaluate("a => a.focus()")
    desk.keyboard.press("ArrowRight")
    after = Image.open(io.BytesIO(desk.screenshot(clip=clip))).convert("L")
    changed = ImageChops.difference(before, after).histogram()
    assert sum(changed[90:]) > 20, "a ring of strong contrast"


def test_a_first_tap_shows_the_name_and_its_link_and_a_second_one_follows(phone: Page) -> None:
    address = phone.url
    x, y = middle(phone, 5)
    phone.touchscreen.tap(x + 14, y)  # beside the mark, as fingers do
    link = phone.locator(f"{NAMES}.tapped:not([hidden]) a").first
    link.wait_for()
    assert phone.url == address
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    assert 0 <= box["x"] < box["x"] + box["width"] <= 390
    link.tap()
    phone.wait_for_url("**/data/cases*.html#*")


def test_a_tap_elsewhere_hides_the_name(phone: Page) -> None:
    phone.touchscreen.tap(*middle(phone, 5))
    phone.locator(f"{NAMES}:not([hidden])").wait_for()
    phone.locator(f"#{FIGURE} figcaption").tap(position={"x": 2, "y": 2})
    phone.locator(NAMES).wait_for(state="hidden")


def test_marks_lie_on_what_they_name_at_any_width(desk: Page, phone: Page) -> None:
    for page in (desk, phone):
        image, svg = (
            page.locator(f"#{FIGURE} {part}").bounding_box() for part in ("img", "svg.marks")
        )
        assert image is not None
        assert svg is not None
        for side in ("x", "y", "width", "height"):
            assert image[side] == pytest.approx(svg[side], abs=1)


def test_without_script_the_link_works_and_a_link_leads_past_the_marks(browser, site) -> None:
    reader = Reader(browser, java_script_enabled=False)
    page = reader._page
    page.goto(f"{site.resolve().as_uri()}/{PAGE}")
    past = page.locator(f"#{FIGURE} .past-marks")
    past.focus()
    assert past.bounding_box()["width"] > 50
    page.keyboard.press("Tab")
    assert page.locator(f"{SVG} a").first.evaluate("a => a === document.activeElement")
    page.locator(f"{SVG} a").nth(5).click()
    page.wait_for_url("**/data/cases*.html#*")
    reader.close()


def test_paper_shows_no_marks(desk: Page) -> None:
    desk.emulate_media(media="print")
    for part in (SVG, f"#{FIGURE} .as-table", NAMES):
        assert desk.locator(part).is_hidden()


# --------------------------------------------------------------------------------------- in Firefox


@pytest.fixture(scope="module")
def firefox(site) -> Iterator[Firefox]:
    window = Firefox()
    window.open(f"{site.resolve().as_uri()}/{PAGE}")
    yield window
    window.close()


def act(firefox: Firefox, kind: str, steps: list[dict], **parameters: str) -> None:
    source = {"type": kind, "id": f"{kind}-{parameters.get('pointerType', '')}", "actions": steps}
    if parameters:
        source["parameters"] = parameters
    firefox.ask("WebDriver:PerformActions", {"actions": [source]})


def press(firefox: Firefox, key: str) -> None:
    act(firefox, "key", [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}])


def point(firefox: Firefox, n: int) -> dict:
    x, y = firefox.run(
        f"""const a = document.querySelectorAll('{SVG} a')[{n}];
        a.scrollIntoView({{block: 'center'}});
        const at = a.getBoundingClientRect();
        return [at.left + at.width / 2, at.top + at.height / 2];"""
    )
    return {"type": "pointerMove", "duration": 0, "x": round(x), "y": round(y)}


SHOWN = f"!document.querySelector('{NAMES}').hidden"


def test_firefox_shows_names_to_the_mouse(firefox: Firefox) -> None:
    act(firefox, "pointer", [point(firefox, 0)], pointerType="mouse")
    firefox.wait(SHOWN)
    first = firefox.run(f"return document.querySelector('{SVG} a').getAttribute('aria-label')")
    assert first
    assert first in firefox.text(NAMES)
    press(firefox, "\ue00c")  # Escape
    firefox.wait(f"!({SHOWN})")


def test_firefox_goes_from_mark_to_mark_by_keyboard(firefox: Firefox) -> None:
    firefox.run(f"document.querySelector('{SVG} a').focus()")
    press(firefox, "\ue014")  # right
    firefox.wait(f"document.querySelector('{NAMES}').textContent.includes('(2 of ')")
    press(firefox, "\ue004")  # tab
    assert not firefox.run("return Boolean(document.activeElement.closest('svg.marks'))")


def test_firefox_shows_a_name_at_the_first_tap_and_follows_its_link(firefox: Firefox) -> None:
    tap = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
    act(firefox, "pointer", [point(firefox, 5), *tap], pointerType="touch")
    firefox.wait(f"{SHOWN} && document.querySelector('{NAMES}').className.includes('tapped')")
    assert PAGE in firefox.run("return location.href")
    firefox.run(f"document.querySelector('{NAMES} a').click()")
    firefox.wait("location.pathname.includes('/data/cases')")
