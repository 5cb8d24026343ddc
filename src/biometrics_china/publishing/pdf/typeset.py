"""From the assembled HTML to a PDF, by WeasyPrint: tagged (PDF/UA-1), the same bytes each time."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

from biometrics_china import metadata
from biometrics_china.publishing.pdf import assemble, floats, fonts, tags
from biometrics_china.publishing.pdf.pages import Page, PrintError


def usual_name() -> str:
    """Return where the PDF of this version is written unless told otherwise, below the book."""
    return f"_build/biometrics-china-{metadata.load().version}.pdf"


def write(site: Path, toc: Path, out: Path) -> int:
    """Write the PDF of a built site and return its number of pages.

    Raises PrintError, and writes nothing, for a site, a font or a library that is missing.
    """
    articles = assemble.articles(site, toc)
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
