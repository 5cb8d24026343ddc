"""The built site, a server for it and a browser, for the tests that read it as a reader does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from browser_checks import Reader
from playwright.sync_api import Browser, sync_playwright
from serving import serve

from built import page_names

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
NOT_BUILT = "the site is not built"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `page_name` once for each page of the site."""
    if "page_name" in metafunc.fixturenames:
        metafunc.parametrize("page_name", page_names() or [NOT_BUILT])


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    return page_names(site)


@pytest.fixture(scope="session")
def broken() -> Path:
    """Return the folder of small pages with planted faults, to see the checks fail."""
    return Path(__file__).parent / "fixtures/broken"


@pytest.fixture(scope="session")
def site_server(site: Path) -> Iterator[str]:
    yield from serve(site)


@pytest.fixture(scope="session", params=["folder", "server"])
def base(request: pytest.FixtureRequest, site: Path, site_server: str) -> str:
    """Return the address of the site, read from a folder and from a server."""
    return f"{site.resolve().as_uri()}/" if request.param == "folder" else site_server


@pytest.fixture(scope="session")
def broken_server(broken: Path) -> Iterator[str]:
    yield from serve(broken)


def chromium() -> str:
    """Return the path of the browser; without one, fail with a line that says what to install."""
    wanted = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in wanted if name and (path := shutil.which(name))), None)
    if not found:
        pytest.fail("no Chromium found: apt-get install chromium", pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe_source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[Reader]:
    """Return a reader at a desk, light colours."""
    reader = Reader(browser)
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def phone_reader(browser: Browser) -> Iterator[Reader]:
    """Return a reader with a phone, dark colours."""
    reader = Reader(browser, width=360, height=740, color_scheme="dark")
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def scriptless_reader(browser: Browser) -> Iterator[Reader]:
    """Return a reader whose browser runs no script."""
    reader = Reader(browser, java_script_enabled=False)
    yield reader
    reader.close()
