"""Figures that would leave half a page empty move down, behind the text that fills it.

Paged HTML has no floating figures: one that does not fit starts a new page and leaves the rest of
the old one white. The document is therefore laid out twice. The first layout gives the height of
each block; `moves` fills pages with blocks of these heights and says behind which block a figure
stands best; `apply` moves it there. A figure keeps its order among figures, stays in its chapter
and stands before or behind the block that runs over the foot of the page. Heights need not be exact: a
slip leaves some white and nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bs4.element import Tag

#: blocks that fill pages, as children of the sections of a chapter
_BLOCKS = ("p", "h1", "h2", "h3", "ul", "ol", "table", "figure", "div", "nav", "blockquote", "pre")
#: a heading, or the first lines of a block, need so much room to stay at the foot of a page (CSS px)
_FOOT = 70.0
#: so many figures can wait at once
_MOST_WAITING = 2


@dataclass(frozen=True)
class Block:
    """One block: its place in the chapter, height in CSS px, and whether it is a figure or a heading."""

    place: int
    height: float
    is_figure: bool = False
    is_heading: bool = False


def mark(articles: Iterable[Tag]) -> list[list[Tag]]:
    """Return the blocks of each chapter, and number them by an attribute that the layout can read."""
    chapters = [list(_blocks(article)) for article in articles]
    for number, chapter in enumerate(chapters):
        for place, block in enumerate(chapter):
            block["data-block"] = f"{number}-{place}"
    return chapters


def _blocks(article: Tag) -> Iterator[Tag]:
    for child in article.find_all(True, recursive=False):
        if child.name == "section":
            yield from _blocks(child)
        elif child.name in _BLOCKS:
            yield child


def heights(pages: Iterable[Any]) -> dict[str, float]:
    """Return the height of each marked block from WeasyPrint's pages, in CSS px with its margins."""
    from weasyprint.formatting_structure.boxes import BlockLevelBox

    found: dict[str, float] = {}
    for page in pages:
        ends: dict[str, tuple[float, float]] = {}
        for box in page._page_box.descendants():
            name = box.element.get("data-block") if box.element is not None else None
            if name and isinstance(box, BlockLevelBox):
                top, bottom = ends.get(name, (box.position_y, box.position_y))
                end = box.position_y + box.margin_height()
                ends[name] = min(top, box.position_y), max(bottom, end)
        for name, (top, bottom) in ends.items():
            found[name] = found.get(name, 0.0) + bottom - top
    return found


class _Pages:
    """Pages being filled: the room left, the figures that wait, and where the placed ones went."""

    def __init__(self, room: float) -> None:
        self.room = self.left = room
        self.last = -1
        self.headings = 0
        self.waiting: deque[tuple[Block, int]] = deque()
        self.moved: dict[int, int] = {}

    def place(self) -> None:
        """Put the first waiting figure behind the last block, on a new page if it must."""
        figure, _ = self.waiting.popleft()
        self.moved[figure.place] = self.last
        self.left = (self.left if figure.height <= self.left else self.room) - figure.height

    def is_due(self, block: Block) -> bool:
        """Say whether the first waiting figure can wait no longer, now that `block` comes."""
        if not self.waiting:
            return False
        figure, headings = self.waiting[0]
        if block.is_figure:
            return len(self.waiting) >= _MOST_WAITING
        if block.is_heading and self.headings > headings:
            return True
        return _turns(block, self.left) and not _fits_behind(figure, block, self.left, self.room)

    def add(self, block: Block) -> None:
        """Fill in one block, and behind it what fits of the waiting figures if a page is turned."""
        while self.is_due(block):
            self.place()
        if block.is_figure and (self.waiting or block.height > self.left):
            self.waiting.append((block, self.headings))
            return
        turned = _turns(block, self.left)
        self.left = _after(block, self.left, self.room)
        self.headings += block.is_heading
        self.last = self.last if block.is_heading else block.place
        while turned and self.waiting and self.waiting[0][0].height <= self.left:
            self.place()


def moves(blocks: Sequence[Block], room: float) -> dict[int, int]:
    """Return figure place → place of the block behind which it moves; others stay where they are.

    `room` is the height of a page. A figure that does not fit waits until a block runs over the
    foot of the page. It then stands behind that block or, where it would not fit there either,
    before it. It passes one heading at most, and no other figure.
    """
    pages = _Pages(room)
    for block in blocks:
        pages.add(block)
    while pages.waiting:
        pages.place()
    return pages.moved


def _turns(block: Block, left: float) -> bool:
    """Say whether a block ends on another page than it starts, or starts on a new one."""
    return block.height + (_FOOT if block.is_heading else 0) > left


def _fits_behind(figure: Block, block: Block, left: float, room: float) -> bool:
    return not block.is_heading and figure.height <= _after(block, left, room)


def _after(block: Block, left: float, room: float) -> float:
    """Return the room that is left on the page once a block stands on it."""
    if not _turns(block, left):
        return left - block.height
    if block.is_heading or block.is_figure or left < _FOOT:
        return max(room - block.height, 0.0)
    return room - (block.height - left) % room


def settle(chapters: Sequence[list[Tag]], pages: Sequence[Any]) -> None:
    """Move the figures of all chapters, by the first layout of the marked blocks."""
    measured = heights(pages)
    room = float(pages[0]._page_box.height)
    for number, chapter in enumerate(chapters):
        blocks = [
            Block(
                place,
                measured.get(f"{number}-{place}", 0.0),
                is_figure=str(element.get("id", "")).startswith("fig-"),
                is_heading=element.name in ("h1", "h2", "h3"),
            )
            for place, element in enumerate(chapter)
        ]
        _apply(chapter, moves(blocks, room))
        for element in chapter:
            del element["data-block"]


def _apply(chapter: Sequence[Tag], moved: dict[int, int]) -> None:
    """Move the figures of a chapter, in their order."""
    anchors = {place: chapter[place] for place in moved.values()}
    for place in sorted(moved):
        behind = moved[place]
        if behind >= 0:
            anchors[behind].insert_after(chapter[place].extract())
            anchors[behind] = chapter[place]
