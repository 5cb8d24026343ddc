"""How the property tests run: the same examples on every machine, and no test of speed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from built import SITE

settings.register_profile("book", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("book")


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built site."""
    if not (SITE / "index.html").is_file():
        pytest.fail(f"no site in {SITE}: run `make book` first", pytrace=False)
    return SITE
