"""The PDF of the built site, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from printed import Book, command, read


@pytest.fixture(scope="session")
def book(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Book:
    out = tmp_path_factory.mktemp("pdf") / "book.pdf"
    done = command("--site", str(site), "--out", str(out))
    assert done.returncode == 0, done.stderr
    return read(out)
