"""Figures that would leave half a page empty move down, behind the text that fills it.

Paged HTML has no floating figures: one that does not fit starts a new page and leaves the rest of
the old one white. The document is therefore laid out twice. The first layout gives the height of
each block; `moves` fills pages with blocks of these heights and says behind which block a figure
stands best; `apply` moves it there. A figure keeps its order among figures, stays in its chapter
and stands at most one page after the place where it is called up. Heights need not be exact: a
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
    found: dict[str, float] = {}
    for page in pages:
        for box in page._page_box.descendants():
            name = box.element.get("data-block") if box.element is not None else None
            if name and not box.element_tag.startswith("{") and _is_outer(box):
                found[name] = found.get(name, 0.0) + box.border_height() + box.margin_bottom
    return found


def _is_outer(box: Any) -> bool:
    """Say whether a box is the one of its element, and no marker, line or part of a table in it."""
    return type(box).__name__ in ("BlockBox", "FlexBox", "BlockReplacedBox") or bool(
        getattr(box, "is_table_wrapper", False)
    )


def moves(blocks: Sequence[Block], room: float) -> dict[int, int]:
    """Return figure place → place of the block behind which it moves; others stay where they are.

    `room` is the height of a page. A figure that does not fit waits for the next page, and no
    figure overtakes another; when the chapter ends, all that wait stand at its end.
    """
    waiting: deque[Block] = deque()
    moved: dict[int, int] = {}
    left = room
    last = -1
    for block in blocks:
        if block.is_figure and (waiting or block.height > left):
            waiting.append(block)
            continue
        new_page = block.height + (_FOOT if block.is_heading else 0) > left
        left = _after(block, left, room, new_page=new_page)
        last = block.place
        while new_page and waiting and not block.is_heading and waiting[0].height <= left:
            figure = waiting.popleft()
            moved[figure.place] = last
            left -= figure.height
    moved |= {figure.place: last for figure in waiting}
    return moved


def _after(block: Block, left: float, room: float, *, new_page: bool) -> float:
    """Return the room that is left on the page once a block stands on it."""
    if not new_page:
        return left - block.height
    if block.is_heading or block.is_figure or left < _FOOT:
        return room - block.height
    return room - (block.height - left) % room


def apply(chapter: Sequence[Tag], moved: dict[int, int]) -> None:
    """Move the figures of a chapter, in their order."""
    anchors = {place: chapter[place] for place in moved.values()}
    for place in sorted(moved):
        behind = moved[place]
        if behind >= 0 and behind != place:
            anchors[behind].insert_after(chapter[place].extract())
            anchors[behind] = chapter[place]
