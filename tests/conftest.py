"""How the property tests run: the same examples on every machine, and no test of speed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from built import SITE

settings.register_profile("book", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("book")


#: the files of tests that take longest, the longest first: begun last, they would be waited for alone
LONGEST = (
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
    "figures/test_last_bits.py",
    "site/test_register.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest files of tests begin first; with `make test` each is one piece of work."""
    here = Path(__file__).parent
    places = {here / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built site."""
    if not (SITE / "index.html").is_file():
        pytest.fail(f"no site in {SITE}: run `make book` first", pytrace=False)
    return SITE
