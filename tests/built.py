"""The site as it was built: where it is, and which of its pages are read in the browser."""

from __future__ import annotations

from pathlib import Path

from biometrics_china import place

SITE = place.root() / "_build/html"
#: folders of pages that are made alike: of these every so many are read in the browser
ALIKE = ("data/", "register/", "chapters/reference/numbers/")
EVERY = 40


def all_page_names(site: Path = SITE) -> list[str]:
    """Return the addresses of all pages of the site but the start page, which only leads on."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name for name in found if name != "index.html")


def page_names(site: Path = SITE) -> list[str]:
    """Return the addresses of the pages that are read in the browser."""
    names = all_page_names(site)
    alike = [n for n in names if n.startswith(ALIKE)]
    return [name for name in names if name not in alike] + alike[::EVERY]
