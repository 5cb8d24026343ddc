"""What the tags of the PDF need beyond those that WeasyPrint 70 writes, for PDF/UA.

A header cell says whether it heads a column or a row, words in another language carry it, and the
cells that others name as their headers are found by a name tree. WeasyPrint has no door for the first
two: its function that makes the tag of a box is wrapped while the PDF is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def completed() -> Iterator[None]:
    """Let WeasyPrint write scope and language into its tags inside this block."""
    import pydyf
    from weasyprint.pdf import tags

    plain = tags._build_box_tree

    def build(box: Any, *rest: Any) -> Iterator[Any]:
        for element in plain(box, *rest):
            _complete(element, getattr(box, "element", None), pydyf.String)
            yield element

    tags._build_box_tree = build
    try:
        yield
    finally:
        tags._build_box_tree = plain


def _complete(tag: dict[str, Any], element: Any, string: Any) -> None:
    """Add scope and language to a tag, from the HTML element that it stands for."""
    if element is None or element.tag in ("html", "body"):
        return
    if "lang" in element.attrib:
        tag["Lang"] = string(element.attrib["lang"])
    if tag["S"] == "/TH":
        tag["A"]["Scope"] = "/Row" if element.attrib.get("scope") == "row" else "/Column"


def index(document: Any, pdf: Any) -> None:
    """Give the root of the tags a tree of all names of tags; a finisher of WeasyPrint."""
    import pydyf

    del document
    tags: list[Any] = [o for o in pdf.objects if isinstance(o, dict)]
    named = {t["ID"].string: t for t in tags if t.get("Type") == "/StructElem" and "ID" in t}
    names = pydyf.Array()
    for name in sorted(named):
        names.extend([pydyf.String(name), named[name].reference])
    root = next(t for t in tags if t.get("Type") == "/StructTreeRoot")
    root["IDTree"] = pydyf.Dictionary({"Names": names})
