"""The PDF of the built site, made once, and its text by page."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest

ROOT = Path(__file__).parents[2]
SITE = Path(os.environ.get("BIOMETRICS_CHINA_SITE", ROOT / "_build" / "html"))


@dataclass(frozen=True)
class Book:
    """A PDF: its path, pypdf's reader, and the text of each page as poppler reads it."""

    path: Path
    reader: pypdf.PdfReader
    pages: list[str]

    def text(self) -> str:
        return "\n".join(self.pages)


def command(*words: str, **settings: object) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "biometrics_china", "pdf", *words]
    return subprocess.run(line, capture_output=True, text=True, check=False, **settings)


def poppler(tool: str, *words: object) -> str:
    line = [tool, *map(str, words)]
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout


def read(path: Path) -> Book:
    pages = poppler("pdftotext", "-layout", path, "-").split("\f")[:-1]
    return Book(path, pypdf.PdfReader(path), pages)


@pytest.fixture(scope="session")
def site() -> Path:
    if not (SITE / "index.html").is_file():
        pytest.fail(f"no site in {SITE}: run `make book` first", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def book(site, tmp_path_factory) -> Book:
    out = tmp_path_factory.mktemp("pdf") / "book.pdf"
    done = command("--site", str(site), "--out", str(out))
    assert done.returncode == 0, done.stderr
    return read(out)
