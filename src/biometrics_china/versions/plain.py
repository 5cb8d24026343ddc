"""Lines for a terminal, whatever they quote."""

from __future__ import annotations

#: longer lines are cut
_WIDEST = 4_000


def plain(line: str) -> str:
    """Return a line that cannot be taken for two, nor move a terminal, whatever it was made of.

    Control characters, line breaks, marks of direction and lone surrogates are written as escapes.
    """
    safe = (c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)
    return "".join(safe) if len(line) <= _WIDEST else plain(f"{line[: _WIDEST - 1]}…")
