"""What was built: where the site is, which pages are read in the browser, what chapters made."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from biometrics_china import made, place, without

ROOT = place.root()
SITE = ROOT / "_build/html"
#: folders of pages that are made alike: of these every so many are read in the browser
ALIKE = (
    "code/",
    "data/",
    "register/",
    "figures/",
    "chapters/reference/numbers/",
)
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


class Kept(dict[str, Any]):
    """What the build made of all chapters, of one kind, read when something of it is asked for.

    To make it takes minutes. What the build has not, or has of other data or code, is made as always.
    """

    def __contains__(self, key: object) -> bool:
        hand_over()
        return super().__contains__(key)


@cache
def hand_over() -> None:
    """Let this process use what the build kept and is still fresh, by the rule of a build itself."""
    from biometrics_china.building import chapters, inputs, working

    for name, record in chapters.fresh(inputs.book(ROOT), print).items():
        if subject := working.without_of(name):
            without.hand_over(subject, record["findings"])
        else:
            made.hand_over(working.exhibits_of(record))
