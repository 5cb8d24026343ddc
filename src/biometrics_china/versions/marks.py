"""What is added to a released page stands between two marks, so that it can be taken out again."""

from __future__ import annotations

import re

BEGIN = "<!--versions-begin-->"
END = "<!--versions-end-->"
_ADDED = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)


def marked(html: str) -> str:
    """Return an addition between its marks."""
    return f"{BEGIN}{html}{END}"


def without(page: str) -> str:
    """Return a page without any addition: exactly as it was released."""
    return _ADDED.sub("", page)


def is_marked(page: str) -> bool:
    """Return True if a page holds a mark already."""
    return BEGIN in page or END in page
