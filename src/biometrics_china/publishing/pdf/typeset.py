"""From the assembled HTML to a PDF, by WeasyPrint: tagged (PDF/UA-1), the same bytes each time."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from bs4 import BeautifulSoup

from biometrics_china import codebook
from biometrics_china.publishing import citation
from biometrics_china.publishing.pdf import assemble, fonts
from biometrics_china.publishing.pdf.pages import PrintError


def book_root() -> Path:
    """Return the folder of the book, which holds `_toc.yml`."""
    return codebook.data_root().parent


def usual_name() -> str:
    """Return where the PDF of this version is written unless told otherwise, below the book."""
    return f"_build/biometrics-china-{citation.metadata()['version']}.pdf"


def write(site: Path, toc: Path, out: Path) -> int:
    """Write the PDF of a built site and return its number of pages.

    Raises PrintError, and writes nothing, for a site, a font or a library that is missing.
    """
    html = assemble.document(site, toc)
    fonts.check(BeautifulSoup(html, "html.parser").get_text())
    data, pages = _typeset(html, site)
    out.parent.mkdir(parents=True, exist_ok=True)
    scratch = out.with_name(out.name + ".part")
    scratch.write_bytes(data)
    scratch.replace(out)
    return pages


def _typeset(html: str, site: Path) -> tuple[bytes, int]:
    style = files("biometrics_china.publishing.pdf").joinpath("pdf.css").read_text(encoding="utf-8")
    with fonts.only_ours():
        try:
            from weasyprint import CSS, HTML  # loads libraries of the system
            from weasyprint.text.fonts import FontConfiguration
        except OSError as error:
            raise PrintError(
                f"the PDF needs Pango (Debian: apt-get install libpangoft2-1.0-0): {error}"
            ) from error
        known = FontConfiguration()
        sheet = CSS(string=style, font_config=known)
        page = HTML(string=html, base_url=f"{site.resolve()}/")
        laid = page.render(stylesheets=[sheet], font_config=known)
        data = laid.write_pdf(pdf_variant="pdf/ua-1", custom_metadata=True)
    return bytes(data or b""), len(laid.pages)
