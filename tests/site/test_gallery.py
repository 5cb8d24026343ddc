"""The list of figures shows what it lists: on light and dark pages, and on a phone."""

from __future__ import annotations

import pytest
from browser_checks import Reader, overflow, unseen_images

from biometrics_china import exhibits

PAGE = "chapters/reference/figures.html"
LOOK = """() => Array.from(document.querySelectorAll('.thumbnail img')).map((i) => {
    const style = getComputedStyle(i);
    return [i.naturalWidth > 0, style.filter === 'none', style.mixBlendMode];
})"""


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light")])
def test_every_figure_is_seen_in_colours_of_the_page(browser, site, width, scheme):
    reader = Reader(browser, width=width, color_scheme=scheme)
    page = reader.read(f"{site.resolve().as_uri()}/{PAGE}").page
    assert overflow(page) + unseen_images(page) == []
    look = page.evaluate(LOOK)
    page.emulate_media(media="print")
    printed = page.evaluate(LOOK)
    reader.close()
    assert len(look) == sum(1 for _, _, e in exhibits.catalogue().values() if e.draw)
    is_light = scheme == "light"
    assert {tuple(one) for one in look} == {(True, is_light, "multiply" if is_light else "screen")}
    assert {tuple(one) for one in printed} == {(True, True, "multiply")}


def test_a_contrast_theme_changes_no_ink(browser, site):
    reader = Reader(browser, forced_colors="active")
    page = reader.read(f"{site.resolve().as_uri()}/{PAGE}").page
    found = page.evaluate(
        "() => Array.from(document.querySelectorAll('.thumbnail img'), (i) => {"
        " const s = getComputedStyle(i); return [s.forcedColorAdjust, s.mixBlendMode].join(); })"
    )
    reader.close()
    assert set(found) == {"none,normal"}
