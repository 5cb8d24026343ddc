"""What is checked of a page in the browser. Each check returns its problems, one line each.

The checks know nothing of the book, so that the tests can run them on pages with planted faults.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Browser, Page


@dataclass
class Visit:
    """What was seen while a page was read to its end."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


class Reader:
    """A browser window of one kind that reads pages one after another."""

    def __init__(
        self,
        browser: Browser,
        *,
        width: int = 1280,
        height: int = 900,
        color_scheme: Literal["light", "dark"] = "light",
        forced_colors: Literal["active", "none"] = "none",
        java_script_enabled: bool = True,
    ) -> None:
        self._context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=color_scheme,
            forced_colors=forced_colors,
            java_script_enabled=java_script_enabled,
        )
        self._context.set_default_timeout(15_000)
        self._page = self._context.new_page()
        self._visit: Visit | None = None
        self._page.on("request", lambda r: self._note(request=r.url))
        self._page.on("console", lambda m: self._note(message=_console(m)))
        self._page.on("pageerror", lambda e: self._note(message=f"script error: {e}"))
        self._page.on("requestfailed", self._failed)
        self._page.on("response", self._response)

    def _note(self, *, request: str | None = None, message: str | None = None) -> None:
        if self._visit and request and not request.startswith("data:"):
            self._visit.requests.append(request)
        if self._visit and message:
            self._visit.messages.append(message)

    def _failed(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":  # what the reader left before it had come
            self._note(message=f"not loaded: {request.url}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self._note(message=f"answered {response.status}: {response.url}")

    def read(self, address: str) -> Visit:
        """Open a page and scroll through it, so that everything that loads late is loaded."""
        self._visit = visit = Visit(self._page, address)
        self._page.goto(address, wait_until="load")
        self.scroll()
        return visit

    def scroll(self) -> None:
        """Scroll through the page and back to its head, and wait for its images."""
        for top in range(0, self._page.evaluate("() => document.body.scrollHeight"), 700):
            self._page.evaluate("(top) => window.scrollTo(0, top)", top)
            self._page.wait_for_timeout(5)
        self._page.evaluate("() => window.scrollTo(0, 0)")
        wait_for_images(self._page)

    def leave(self) -> None:
        """Go to an empty page, so that the next visit notes nothing of this one."""
        self._visit = None
        self._page.goto("about:blank")

    def cookies(self) -> list[Any]:
        """Return the cookies of every page read so far."""
        return list(self._context.cookies())

    def close(self) -> None:
        """Close the window."""
        self._context.close()


def _console(message: Any) -> str | None:
    if message.type not in {"error", "warning"}:
        return None
    return f"console {message.type}: {message.text}"


def wait_for_images(page: Page) -> None:
    """Wait until every image that is shown has loaded or failed (asked from outside the page,
    since a page without script runs no timers)."""
    for _ in range(200):
        if not page.evaluate("""() => Array.from(document.images).some((image) =>
            image.checkVisibility() && !image.complete)"""):
            return
        page.wait_for_timeout(20)


def away_requests(visit: Visit, base: str) -> list[str]:
    """Name every request that left the site."""
    away = (url for url in visit.requests if not url.startswith(base))
    return [f"{visit.address}: asks for {url}" for url in away]


def complaints(visit: Visit) -> list[str]:
    """Name every error or warning of the browser while the page was read."""
    return [f"{visit.address}: {message}" for message in visit.messages]


def traces(visit: Visit, cookies: list[Any]) -> list[str]:
    """Name everything that a page left behind in the browser."""
    kept = [f"{visit.address}: cookie {cookie['name']}" for cookie in cookies]
    stored = visit.page.evaluate(
        "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    )
    return kept + [f"{visit.address}: stored {key}" for key in stored]


def weight(
    browser: Browser, address: str, *, then: Callable[[Page], None] | None = None
) -> tuple[int, int, int]:
    """Return (bytes of all bodies, number of requests, bytes at the end) of a first visit.

    First the page is opened and not scrolled, as the stock theme was measured; figures further down
    load when they are reached. Then `then` is done with it, and it is read to its end.
    """
    reader = Reader(browser)
    bodies: list[Any] = []
    reader._page.on("response", lambda response: bodies.append(response))
    reader._page.goto(address, wait_until="networkidle")
    if then:
        then(reader._page)
        reader._page.wait_for_load_state("networkidle")
        reader._page.wait_for_timeout(600)
    first, requests = sum(len(response.body()) for response in bodies), len(bodies)
    reader.scroll()
    whole = first + sum(len(response.body()) for response in bodies[requests:])
    reader.close()
    return first, requests, whole


#: of the parts of a list or table that have the same elements, classes and styles, leave four
THIN_OUT = """() => {
    const look = (e) => Array.from(new Set([e, ...e.querySelectorAll('*')].map((part) =>
        [part.tagName, part.getAttribute('class'), part.getAttribute('style')].join()))).sort().join();
    const isList = (e) => e.matches('tbody, ul, ol, dl') || e.children.length > 20;
    for (const list of Array.from(document.querySelectorAll('main *')).filter(isList)) {
        const seen = {};
        for (const part of Array.from(list.children)) {
            const kind = look(part);
            seen[kind] = (seen[kind] || 0) + 1;
            if (seen[kind] > 4) part.remove();
        }
    }
}"""

#: wait until the page has seen the sizes of all its parts
FRAMES = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"""


def unfold(page: Page) -> None:
    """Open every folded part of the page, whether scripts run in it or not."""
    page.evaluate("() => { for (const d of document.querySelectorAll('details')) d.open = true; }")


def _axe(page: Page, options: dict[str, Any]) -> list[str]:
    found = page.evaluate(
        "(options) => axe.run(document, {resultTypes: ['violations'], ...options})", options
    )
    return [
        f"{page.url}: {rule['id']} ({rule['impact']}): {node['html'][:160]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def thin_out(page: Page) -> None:
    """Leave four parts of each look in lists, tables and long rows: axe is slow over thousands."""
    page.evaluate(THIN_OUT)


def contrast(page: Page) -> list[str]:
    """Name what axe-core finds of colours: its other rules do not depend on them."""
    return _axe(page, {"runOnly": ["color-contrast", "link-in-text-block"]})


def axe_violations(page: Page, source: str) -> list[str]:
    """Name what axe-core finds, with every folded part of the page unfolded."""
    unfold(page)
    page.evaluate(FRAMES)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(f"() => {{ {source} }}")
    return _axe(page, {})


def overflow(page: Page) -> list[str]:
    """Name what makes a page wider than its window (a region that scrolls by itself may be)."""
    found = page.evaluate("""() => {
        const width = document.documentElement.clientWidth;
        if (document.scrollingElement.scrollWidth <= width) return [];
        const scrolls = (e) => e && e !== document.body &&
            (/auto|scroll|hidden/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
        const wide = Array.from(document.body.querySelectorAll('*')).filter((e) =>
            e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement));
        return ['page is wider than the window'].concat(
            wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)));
    }""")
    return [f"{page.url}: {what}" for what in found]


def scrolls_down(page: Page) -> list[str]:
    """Name parts of the text that scroll down inside a box; what lies over a page may."""
    found = page.evaluate("""() => Array.from(document.querySelectorAll('main *')).filter((e) =>
        e.scrollHeight > e.clientHeight + 1 && e.clientHeight > 0 && !e.closest('[popover]') &&
        /auto|scroll/.test(getComputedStyle(e).overflowY) &&
        !/INPUT|TEXTAREA|SELECT/.test(e.tagName)).map((e) => e.outerHTML.slice(0, 120))""")
    return [f"{page.url}: scrolls down in a box: {what}" for what in found]


def unseen_images(page: Page) -> list[str]:
    """Name images that are shown but did not load, and exhibits that hold more than one."""
    wait_for_images(page)
    # a slow machine may not have drawn the last image of a long page: load each before looking
    page.evaluate("""() => Promise.all(Array.from(document.images).filter((i) =>
        i.checkVisibility()).map((i) => { i.loading = 'eager'; return i.decode().catch(() => {}); }))""")
    found = page.evaluate("""() => {
        const shown = (i) => i.checkVisibility();
        const empty = Array.from(document.images).filter((i) =>
            shown(i) && (i.naturalWidth === 0 || i.getBoundingClientRect().width < 60));
        const plots = Array.from(document.querySelectorAll('.exhibit-plot')).filter((p) =>
            p.querySelectorAll('img').length !== 1 || !shown(p.querySelector('img')));
        return empty.map((i) => 'image not seen: ' + i.getAttribute('src')).concat(
            plots.map((p) => 'exhibit does not show one image: ' + p.innerHTML.slice(0, 80)));
    }""")
    return [f"{page.url}: {what}" for what in found]


def wrong_colour_images(page: Page, theme: str) -> list[str]:
    """Name exhibits that show the drawing made for the other ground.

    In a contrast theme the reader chooses the ground of the page, into which none must be blended.
    """
    found = page.evaluate(
        """(theme) => {
            const forced = matchMedia('(forced-colors: active)').matches;
            const fits = (i, style) => style.content.endsWith('.dark.svg")') === (theme === 'dark')
                && (!forced || (style.mixBlendMode === 'normal'
                    && style.forcedColorAdjust === 'none'));
            return Array.from(document.querySelectorAll('.exhibit-plot img'))
                .filter((i) => i.checkVisibility() && !fits(i, getComputedStyle(i)))
                .map((i) => i.getAttribute('src'));
        }""",
        theme,
    )
    return [f"{page.url}: shows {source} on a {theme} ground" for source in found]


#: the least type of a narrow drawing as it is drawn, and as it may be shown on a phone of 360 px
DRAWN_TYPE, LEAST_TYPE = 12, 10.9


def unreadable_figures(page: Page) -> list[str]:
    """Name drawings on a phone that are wider than its text, or so narrow that their type is small."""
    found = page.evaluate(
        """([drawn, least]) => Array.from(document.querySelectorAll('.exhibit-plot img')).filter(
            (i) => i.checkVisibility() && i.naturalWidth).filter((i) => {
            const room = i.closest('.exhibit-plot'), width = i.getBoundingClientRect().width;
            return width > Math.min(356, room.clientWidth) + 0.01 ||
                room.scrollWidth > room.clientWidth || drawn * width / i.naturalWidth < least;
        }).map((i) => i.currentSrc)""",
        [DRAWN_TYPE, LEAST_TYPE],
    )
    return [f"{page.url}: cannot be read: {source}" for source in found]


def out_of_reach(page: Page) -> list[str]:
    """Name parts that scroll sideways although the keyboard cannot reach them."""
    found = page.evaluate("""() => Array.from(document.querySelectorAll('main *')).filter((e) =>
        e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && e.tabIndex < 0 &&
        /auto|scroll/.test(getComputedStyle(e).overflowX)).map((e) => e.outerHTML.slice(0, 120))""")
    return [f"{page.url}: scrolls, but not by keyboard: {what}" for what in found]


def idle_stops(page: Page) -> list[str]:
    """Name parts that hold up the keyboard because they may scroll, and do not."""
    page.evaluate(FRAMES)
    found = page.evaluate("""() => Array.from(document.querySelectorAll(
        "main [tabindex='0'], main [role='region'][aria-label$='scrollable']")).filter((e) =>
        e.scrollWidth <= e.clientWidth + 1 && e.scrollHeight <= e.clientHeight + 1)
        .map((e) => e.outerHTML.slice(0, 120))""")
    return [f"{page.url}: can be focused, but does not scroll: {what}" for what in found]


def not_fit_for_print(page: Page) -> list[str]:
    """Name what print should leave out or must not cut off."""
    page.emulate_media(media="print")
    found = page.evaluate("""() => {
        const seen = (s) => Array.from(document.querySelectorAll(s))
            .filter((e) => e.checkVisibility());
        const frame = seen('header, nav, form, button, .skip-link, .headerlink');
        const cut = seen('.table-scroll, .exhibit-plot, pre').filter((e) =>
            /auto|scroll|hidden/.test(getComputedStyle(e).overflowX));
        const ground = getComputedStyle(document.body).backgroundColor;
        const say = (word) => (e) => word + e.outerHTML.slice(0, 100);
        return frame.map(say('printed: ')).concat(cut.map(say('cut off: ')),
            ground === 'rgb(255, 255, 255)' ? [] : ['ground is ' + ground]);
    }""")
    page.emulate_media(media="null")
    return [f"{page.url}: {what}" for what in found]


def visible_text(page: Page) -> str:
    """Return the text of the page's main part as it is seen, folded parts included."""
    unfold(page)
    text: str = page.evaluate("() => document.querySelector('main').innerText")
    return " ".join(text.split())
