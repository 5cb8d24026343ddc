"""What is wrong with a file of names, or with a name, in one line."""

from __future__ import annotations

import re
import unicodedata

#: a text that is longer is no name
LONGEST = 300
#: categories of characters that no name holds: control, separators of lines, halves of characters
_NO_TEXT = ("Cc", "Zl", "Zp", "Cs")
#: what ends a line within a cell, with the blanks around it
_BREAK = re.compile("[ \t]*[\n\r\v\f\x85\u2028\u2029][ \t\n\r\v\f\x85\u2028\u2029]*")


class BadNames(ValueError):
    """Names that cannot be read: the file, its line and field where known, and what is right."""

    def __init__(self, what: str, *, line: int = 0, field: str = "") -> None:
        super().__init__(what)
        self.file, self.line, self.field = "", line, field

    def __str__(self) -> str:
        """Return one line."""
        places = (
            self.file,
            self.line and f"line {self.line}",
            self.field and f"field {self.field}",
        )
        place = ", ".join(str(part) for part in places if part)
        return f"{place}: {self.args[0]}" if place else str(self.args[0])


def in_one_line(cell: str) -> str:
    """Return the text of a cell, each end of a line in it as one blank."""
    return _BREAK.sub(" ", cell.strip())


def is_empty(name: str) -> bool:
    """Return True if a text has nothing that could be compared: no letter, no digit."""
    return not any(unicodedata.category(c)[0] in "LN" for c in name) and not _strange(name)


def wrong(name: str) -> str:
    """Return why a text is no name that can be looked up, in a few words; empty if it is one."""
    if len(name) > LONGEST:
        return f"has {len(name):,} characters; at most {LONGEST} are right"
    if strange := _strange(name):
        return f"holds the character {strange!a}; a name on one line of text is right"
    if is_empty(name):
        blank = "is empty" if not name.strip() else "holds no letter"
        return f"{blank}; a name is right"
    return ""


def _strange(name: str) -> str:
    """Return the first character that no name holds, or nothing."""
    return next((c for c in name.strip() if unicodedata.category(c) in _NO_TEXT), "")
