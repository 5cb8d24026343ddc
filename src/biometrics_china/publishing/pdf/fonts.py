"""The fonts of the PDF, from locked packages only, and what they cannot show.

Fonts that happen to be installed play no part: the typesetting runs under a font configuration of
its own that knows nothing but these files.
"""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html import escape
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont

from biometrics_china.publishing.pdf.pages import PrintError

#: package → files below it, by the family that `pdf.css` names
_FILES = {
    "font_source_serif_pro": [
        f"files/SourceSerifPro-{face}.ttf" for face in ("Regular", "It", "Semibold", "SemiboldIt")
    ],
    "font_source_sans_pro": [
        f"files/SourceSansPro-{face}.ttf" for face in ("Regular", "It", "Semibold", "SemiboldIt")
    ],
    "pylopdf_fonts_zh_cn": ["NotoSerifSC-Regular.otf", "NotoSansSC-Regular.otf"],
    "matplotlib": ["mpl-data/fonts/ttf/DejaVuSansMono.ttf"],
}
_CONFIGURATION = """\
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>{folders}<cachedir>{cache}</cachedir></fontconfig>
"""


def files() -> tuple[Path, ...]:
    """Return the font files. Raises PrintError for one that is missing."""
    found = []
    for package, names in _FILES.items():
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            raise PrintError(f"the font package {package} is not installed; run make env")
        found += [Path(spec.origin).parent / name for name in names]
    for path in found:
        if not path.is_file():
            raise PrintError(f"{path}: no such font file; run make env")
    return tuple(found)


@contextmanager
def only_ours() -> Iterator[None]:
    """Let fontconfig see the fonts of the PDF and no others inside this block."""
    before = os.environ.get("FONTCONFIG_FILE")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "fonts")
        folder.mkdir()
        for path in files():
            (folder / path.name).symlink_to(path)
        text = _CONFIGURATION.format(
            folders=f"<dir>{escape(str(folder))}</dir>", cache=escape(f"{scratch}/cache")
        )
        configuration = Path(scratch, "fonts.conf")
        configuration.write_text(text, encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(configuration)
        try:
            yield
        finally:
            os.environ.pop("FONTCONFIG_FILE")
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before


@cache
def _known() -> frozenset[int]:
    known: set[int] = set()
    for path in files():
        with TTFont(path, lazy=True) as font:
            known |= set(font.getBestCmap())
    return frozenset(known)


def check(words: str) -> None:
    """Raise PrintError if a character has no glyph in the fonts, naming it."""
    unknown = sorted({c for c in words if ord(c) not in _known() and not c.isspace()})
    if unknown:
        named = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, c)}" for c in unknown)
        raise PrintError(f"no font of the PDF has a glyph for {named}")
