"""Which pages of the site stand in the PDF, in which order, and under which names they are linked."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

from biometrics_china import exhibits, metadata

#: pages of the site that a reader of a PDF does without: hundreds of pages to look things up in
LEFT_OUT = {
    "chapters/reference/figures": "the sources and the files of every figure and table",
    "chapters/reference/numbers": "every computed number with the rows it is made of",
    "chapters/reference/codebook": "the codebook, with all tables for download",
    "chapters/reference/changes": "what changed from version to version, row by row",
}
FINDINGS = "chapters/reference/findings"
REGISTER = "chapters/partner_register"

_LASTING = re.compile(r"(fig|tab|claim|source|work)-")


class PrintError(Exception):
    """The site cannot be printed; the message says in one line which file and what is wrong."""


@dataclass(frozen=True)
class Page:
    """One page: its name below the site without ending, and the caption of its part ('' for none)."""

    name: str
    part: str

    @property
    def number(self) -> str:
        """Return the number of a chapter, as its figures carry it; '' for any other page."""
        subject = self.name.removeprefix("chapters/")
        return str(exhibits.SUBJECTS.index(subject) + 1) if subject in exhibits.SUBJECTS else ""

    @property
    def is_apart(self) -> bool:
        """Say whether this page is a PDF of its own too: a chapter, or the summary in any language."""
        return bool(self.number) or self.name.startswith("chapters/summary")

    @property
    def is_front(self) -> bool:
        """Say whether this is the front page, which repeats a figure and findings of chapters."""
        return self.part == ""

    def anchor(self, element_id: str = "") -> str:
        """Return the name of an element in the PDF, unique in the book; the page's own without id.

        The lasting ids of exhibits, findings, sources and works keep their name where they are at
        home, so that they also work as the target of a link into the PDF.
        """
        if self._is_home(element_id):
            return element_id
        return f"{self.short}--{element_id}" if element_id else f"page-{self.short}"

    @property
    def short(self) -> str:
        """Return the last part of the name, with hyphens."""
        return self.name.rsplit("/", 1)[-1].replace("_", "-")

    def _is_home(self, element_id: str) -> bool:
        found = _LASTING.match(element_id)
        if not found or self.is_front:
            return False
        if found.group(1) in ("fig", "tab"):
            return self.name == exhibits.page(element_id)
        return found.group(1) != "claim" or self.name == FINDINGS


def usual_name() -> str:
    """Return where the PDF of this version is written unless told otherwise, below the book."""
    return f"_build/{file_name()}"


def file_name(page: Page | None = None) -> str:
    """Return the name of the PDF of the book, or of the PDF of one page."""
    part = f"-{page.short}" if page else ""
    return f"biometrics-china-{metadata.load().version}{part}.pdf"


def chosen(toc: Path) -> tuple[Page, ...]:
    """Return the pages of the PDF in the order of a Jupyter Book contents file."""
    contents = yaml.safe_load(toc.read_text(encoding="utf-8"))
    pages = [Page(contents["root"], "")]
    pages += [Page(c["file"], p["caption"]) for p in contents["parts"] for c in p["chapters"]]
    return tuple(p for p in pages if p.name not in LEFT_OUT)


def target(address: str, page: Page, book: dict[str, Page]) -> str | None:
    """Return where a link of a page leads in the PDF: another site, ``#anchor``, or None.

    None stands for what the PDF does not hold, such as downloads and pages left out.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return address
    folder = posixpath.dirname(page.name)
    path = posixpath.normpath(posixpath.join(folder, parts.path)) if parts.path else page.name
    found = book.get(path.removesuffix(".html"))
    return f"#{found.anchor(unquote(parts.fragment))}" if found else None
