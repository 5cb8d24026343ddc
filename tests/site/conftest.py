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

HERE = Path(__file__).parent
SITE = Path(os.environ.get("BIOMETRICS_CHINA_SITE", HERE.parents[1] / "_build" / "html"))
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
NOT_BUILT = "the site is not built"


#: of the pages of single bodies, which are made alike, every so many are read in the browser
EVERY = 40


def all_page_names(site: Path) -> list[str]:
    """Return the addresses of all pages of the site but the start page, which only leads on."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name for name in found if name != "index.html")


def page_names(site: Path) -> list[str]:
    """Return the addresses of the pages that are read in the browser."""
    names = all_page_names(site)
    bodies = [name for name in names if name.startswith("register/")]
    return [name for name in names if name not in bodies] + bodies[::EVERY]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `page_name` once for each page of the site."""
    if "page_name" in metafunc.fixturenames:
        metafunc.parametrize("page_name", page_names(SITE) or [NOT_BUILT])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.site)


@pytest.fixture(scope="session")
def site() -> Path:
    if not (SITE / "index.html").is_file():
        pytest.fail(f"no site in {SITE}: run `make book` first", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    return page_names(site)


@pytest.fixture(scope="session")
def broken() -> Path:
    """Return the folder of small pages with planted faults, to see the checks fail."""
    return HERE / "fixtures" / "broken"


@pytest.fixture(scope="session")
def site_server(site: Path) -> Iterator[str]:
    yield from serve(site)


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
