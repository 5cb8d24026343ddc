"""The stylesheet that shows the drawing for dark pages in place of the light one, narrow or wide.

Where the window is narrow, the page itself chooses the narrow drawing (`NARROW`). Of twins it names only
the light drawing, so that reader views and text browsers show each figure once, and
paper, which no stylesheet for screens reaches, is light. (A `picture` element would do for the screen,
but Chromium prints the drawing that it shows.)

A drawing brings its ground along, for whoever shows it elsewhere. On a light page, white is multiplied
with the ground of the page, so that no frame is seen; on paper both are white, and on a dark page the
ground of the drawing is that of the page.
"""

from __future__ import annotations

import zlib

from biometrics_china import exhibits, metadata
from biometrics_china.figures import style
from biometrics_china.figures.meanings import MEANINGS
from biometrics_china.publishing.citation import edition
from biometrics_china.publishing.markup import tag

NAME = "drawings.css"
#: windows for which the narrow drawings are made; the other rules for phones begin at the same width
NARROW = "screen and (max-width: 44rem)"

#: by the system unless the reader chose otherwise; in a contrast theme the choice moves no colour of
#: the page, so that it moves no drawing either
_RULES = """\
@media screen { .exhibit-plot img { mix-blend-mode: multiply; } }
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) .exhibit-plot img { content: var(--dark); mix-blend-mode: normal; }
}
@media screen {
  :root[data-theme="dark"] .exhibit-plot img { content: var(--dark); mix-blend-mode: normal; }
}
@media screen and (forced-colors: active) and (prefers-color-scheme: light) {
  :root .exhibit-plot img { content: normal !important; mix-blend-mode: normal; }
}
@media screen and (forced-colors: active) and (prefers-color-scheme: dark) {
  :root .exhibit-plot img { content: var(--dark) !important; mix-blend-mode: normal; }
}
"""


def stylesheet() -> str:
    """Return the stylesheet, to stand in a folder beside that of the drawings."""
    drawn = [i for i, (_, _, exhibit) in exhibits.catalogue().items() if exhibit.draw]
    wide, narrow = _twins(drawn, ""), _twins(drawn, ".narrow")
    return f"{wide}@media {NARROW} {{\n{narrow}}}\n{_RULES}{_patches()}{_paper()}"


def _twins(drawn: list[str], kind: str) -> str:
    return "".join(
        f'img[src$="/{i}.svg"] {{ --dark: url("../exhibits/{i}{kind}.dark.svg"); }}\n'
        for i in drawn
    )


def patch(colour: str) -> str:
    """Return a patch of a colour of the light drawings, which has its twin on a dark page.

    The words beside it name the colour, so that nothing is lost to those who do not see it.
    """
    look = {"class": f"patch-{colour[1:]}", "fill": colour}
    rect = tag("rect", width="14", height="14", rx="2", **look)
    return tag("svg", rect, width="14", height="14", viewBox="0 0 14 14", aria_hidden="true")


def _patches() -> str:
    return "".join(
        f".patch-{colour[1:]} {{ fill: light-dark({colour}, {style.PALETTE[colour]}); }}\n"
        for colour in MEANINGS
    )


def _paper() -> str:
    """Return the rule that prints book, version and day above each sheet.

    It stands here, since a strict server runs no style in a page, and `book.css` knows no version.
    """
    facts = metadata.load()
    said = f"{facts.short_title}. {edition(facts)}, {facts.date}"
    return f'@page {{ @top-left {{ content: "{said}"; font: 8pt sans-serif; color: #444; }} }}\n'


def address() -> str:
    """Return the address below the site, with what makes a browser drop an old copy."""
    return f"_static/{NAME}?v={zlib.crc32(stylesheet().encode()):08x}"
