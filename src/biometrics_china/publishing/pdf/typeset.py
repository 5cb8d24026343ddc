"""From the assembled HTML to a PDF, by WeasyPrint: tagged (PDF/UA-1), the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

from biometrics_china.publishing.pdf import assemble, floats, fonts, tags
from biometrics_china.publishing.pdf.pages import Page, PrintError, chosen, file_name


def write_parts(site: Path, toc: Path, folder: Path) -> list[Path]:
    """Write a PDF of each chapter and each summary into a folder and return them. Raises as `write`."""
    found = [page for page in chosen(toc) if page.is_apart]
    for page in found:
        write(site, [page], folder / file_name(page))
    return [folder / file_name(page) for page in found]


def write(site: Path, pages: Sequence[Page], out: Path) -> int:
    """Write the PDF of pages of a built site, all or one, and return its number of pages.

    Raises PrintError, and writes nothing, for a site, a font or a library that is missing.
    """
    articles = assemble.articles(site, pages)
    with fonts.only_ours():
        laid = _lay_out(assemble.document(_settled(articles, site)), site)
        with tags.completed():
            data = laid.write_pdf(finisher=tags.index, pdf_variant="pdf/ua-1", custom_metadata=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    scratch = out.with_name(out.name + ".part")
    scratch.write_bytes(bytes(data))
    scratch.replace(out)
    return len(laid.pages)


def _settled(articles: dict[Page, Tag], site: Path) -> dict[Page, Tag]:
    """Return the articles with their figures moved where they leave no page half empty."""
    with_figures = [a for a in articles.values() if a.select("figure[id^=fig-]")]
    chapters = floats.mark(with_figures)
    if not chapters:
        return articles
    first = assemble.html(a.decode(formatter="minimal") for a in with_figures)
    floats.settle(chapters, _lay_out(first, site).pages)
    return articles


def _lay_out(html: str, site: Path) -> Any:
    """Return the document laid out by WeasyPrint. Raises PrintError for what it cannot show."""
    fonts.check(BeautifulSoup(html, "html.parser").get_text())
    try:
        from weasyprint import CSS, HTML  # loads libraries of the system
        from weasyprint.text.fonts import FontConfiguration
    except OSError as error:
        raise PrintError(
            "the PDF needs Pango and HarfBuzz (Debian: apt-get install libpangoft2-1.0-0 "
            f"libharfbuzz-subset0): {error}"
        ) from error
    style = files("biometrics_china.publishing.pdf").joinpath("pdf.css").read_text(encoding="utf-8")
    known = FontConfiguration()
    sheet = CSS(string=style, font_config=known)
    page = HTML(string=html, base_url=f"{site.resolve()}/")
    return page.render(stylesheets=[sheet], font_config=known)
