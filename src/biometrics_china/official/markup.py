"""Trees of XML that trust nothing, and tables and lists out of HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from biometrics_china.official.entry import BadFile, plain

#: more elements within each other than this are no list
_DEEPEST = 200
_BLANKS = re.compile(r"\s+")


def tree(file: str, data: bytes) -> Element:
    """Return the root of an XML file, its names without their namespaces.

    A document type, and with it every entity that could grow or point elsewhere, is refused before
    anything of it is read. Raises BadFile.
    """
    builder, depth = TreeBuilder(), 0
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise BadFile(file, "elements lie too deep", "a file as its publisher issues it")
        builder.start(name.rpartition(" ")[2], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name.rpartition(" ")[2])

    def refuse(*_: object) -> None:
        raise BadFile(file, "has a document type", "XML without one")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        wrong = f"is no whole XML (line {error.lineno}: {expat.errors.messages[error.code]})"
        raise BadFile(file, wrong, "the whole file as its publisher issues it") from None
    return builder.close()


def lines(element: Element) -> list[str]:
    """Return the text of a cell in lines, as ``<br/>`` parts them; empty lines are left out."""
    return [line for part in _broken(element).split("\n") if (line := plain(part))]


def _broken(element: Element) -> str:
    """Return the text of an element, with a line break for ``<br/>`` and for nothing else."""
    if element.tag.lower() == "br":
        return "\n"
    inner = [_BLANKS.sub(" ", element.text or "")]
    for child in element:
        inner += [_broken(child), _BLANKS.sub(" ", child.tail or "")]
    return "".join(inner)


def text(element: Element) -> str:
    """Return the whole text of an element in one line."""
    return plain("".join(element.itertext()))


def rows(root: Element) -> list[tuple[dict[str, Element], int]]:
    """Return the rows of all tables below an element: head of the column in small letters → cell.

    Tables are those of the electronic code (``TABLE``, ``TR``, ``TH``, ``TD``) and those of the
    Federal Register (``GPOTABLE``, ``BOXHD``, ``CHED``, ``ROW``, ``ENT``). The number counts the
    rows of the file from 1.
    """
    found: list[tuple[dict[str, Element], int]] = []
    for table in [e for e in root.iter() if e.tag in ("TABLE", "GPOTABLE")]:
        heads: list[str] = [text(e).lower() for e in table.iter("CHED")]
        for row in [e for e in table.iter() if e.tag in ("TR", "ROW")]:
            if named := [text(e).lower() for e in row.findall("TH")]:
                heads = heads or named
            cells = [e for e in row if e.tag in ("TD", "ENT")]
            if cells:
                found.append((dict(zip(heads, cells, strict=False)), len(found) + 1))
    return found


class _Items(HTMLParser):
    """Gathers the ``<li>`` items whose name is strong: name, and all other text of the item."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[tuple[str, str]] = []
        self._strong: list[str] | None = None
        self._name = ""
        self._rest: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        """Note where an item and its name begin."""
        if tag == "li":
            if self._depth == 0:
                self._close()
            self._depth += 1
        elif tag == "strong" and self._depth == 1 and not self._name:
            self._strong = []

    def handle_endtag(self, tag: str) -> None:
        """Note where an item and its name end."""
        if tag == "strong" and self._strong is not None:
            self._name, self._strong = plain("".join(self._strong)), None
        elif tag == "li" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self._close()

    def handle_data(self, data: str) -> None:
        """Keep text as part of the name or of the rest of the item."""
        (self._rest if self._strong is None else self._strong).append(data)

    def _close(self) -> None:
        if self._name:
            self.items.append((self._name, plain(" ".join(self._rest))))
        self._name, self._rest, self._strong = "", [], None


def strong_items(page: str) -> list[tuple[str, str]]:
    """Return the items of the lists of an HTML page: the strong name, and the rest of the item."""
    parser = _Items()
    parser.feed(page)
    parser.close()
    return parser.items
