"""How soon the search answers on a slow phone: Chromium at a quarter of its speed, over a slow line.

Prints the time from the first letter to the first results, and that from a page with a question in its
address. Measure on a machine that does nothing else: ``.venv/bin/python bench/search.py``. Needs the
built site, the environment of the tests and Chromium.
"""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

SITE = Path(__file__).resolve().parents[1] / "_build/html"
SLOWER = 4
#: a slow mobile line as Lighthouse sets it: 1.6 Mbit/s down, 150 ms to and fro
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
LETTERS = "fhdtxpi人u"
QUESTIONS = ("face recognition", "Hikvision", "how many cameras are there in china", "海康")
_SHOWN = """() => new Promise((done) => {
    const list = document.querySelector(".search-results"), field = document.getElementById("query");
    let start = 0;
    new MutationObserver(() => { if (list.children.length) done(performance.now() - start); })
        .observe(list, { childList: true });
    start = performance.now();
    field.value = LETTER;
    field.dispatchEvent(new Event("input"));
})"""
_SINCE = """() => new Promise((done) => {
    const look = () => document.querySelector(".search-results li")
        ? done(performance.now()) : requestAnimationFrame(look);
    look();
})"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a page that was left before it was whole."""


def main() -> None:
    """Print the times, from a folder and from a server."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    size = (SITE / "_static/search-data.js").stat().st_size
    print(f"first part of the index: {size / 1024:.0f} KiB; processor slowed {SLOWER} times")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for base in (f"{SITE.as_uri()}/", f"http://127.0.0.1:{server.server_port}/"):
            page = browser.new_page()
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            _report(page, base)
            if base.startswith("http"):
                session.send("Network.enable")
                session.send("Network.setCacheDisabled", {"cacheDisabled": True})
                session.send("Network.emulateNetworkConditions", LINE)
                _report(page, f"{base} (slow line)")
            page.close()
    server.shutdown()


def _report(page: Page, named: str) -> None:
    base = named.partition(" ")[0]
    letters = []
    for letter in LETTERS:
        page.goto(f"{base}search.html", wait_until="load")
        page.wait_for_timeout(300)
        letters.append(page.evaluate(_SHOWN.replace("LETTER", repr(letter))))
    whole = []
    for question in QUESTIONS:
        page.goto(f"{base}search.html?q={question}", wait_until="commit")
        whole.append(page.evaluate(_SINCE))
    place = "folder" if base.startswith("file") else named.replace(base, "server")
    print(f"{place}: first letter to first results, median {median(letters):.0f} ms, most", end=" ")
    print(f"{max(letters):.0f} ms; page with a question to first results {median(whole):.0f} ms")


if __name__ == "__main__":
    main()
