"""A PDF and its text by page, and the commands that make and read one."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdf


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
