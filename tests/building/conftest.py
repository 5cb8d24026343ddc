"""A copy of the book, up to date, for the tests of one file."""

from __future__ import annotations

import pytest
from scratch_book import Copy, copy_to


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Copy:
    copy = copy_to(tmp_path_factory.mktemp("book"))
    copy.build()
    return copy
