"""How tests run: the same examples on every machine, no test of speed, nothing kept between them."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from biometrics_china import made, observing, provenance, tables, without
from built import SITE, Kept

settings.register_profile("book", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("book")

# tests of pages use what the build computed; those of the analysis call what computes
without._handed_over = Kept()
made._handed_over = Kept()

#: the files of tests that take longest, the longest first: begun last, they would be waited for alone
LONGEST = (
    "figures/test_last_bits.py",
    "building/test_robust.py",
    "site/test_accessibility.py",
    "building/test_never_stale.py",
    "pdf/test_book.py",
    "mutation/test_planted.py",
    "site/test_register_batch.py",
    "site/test_print_and_phone.py",
    "building/test_preview.py",
    "site/test_search.py",
    "site/test_without_script.py",
    "site/test_weight.py",
    "site/test_offline.py",
    "building/test_clumsy_words.py",
    "versions/test_release.py",
    "figures/test_every_figure.py",
    "site/test_register.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest files of tests begin first; with `make test` each is one piece of work."""
    here = Path(__file__).parent
    places = {here / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


#: what hands out the data, as it is: module, name, function
_HANDED_OUT = [
    (module, name, getattr(module, name))
    for module, names in ((tables, ("load", "cells", "names")), (provenance, ("read_rows", "uses")))
    for name in names
]


def _forget_if_patched() -> None:
    if any(getattr(module, name) is not real for module, name, real in _HANDED_OUT):
        observing.forget()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Generator[None]:
    """Keep what was computed from the data out of a test that is handed small tables."""
    yield
    _forget_if_patched()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None]:
    """Keep what a test computed from small tables out of the tests after it."""
    try:
        yield
    finally:
        _forget_if_patched()


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built site."""
    if not (SITE / "index.html").is_file():
        pytest.fail(f"no site in {SITE}: run `make book` first", pytrace=False)
    return SITE
