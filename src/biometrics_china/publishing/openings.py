"""How a page of the book begins: its first paragraph as plain text, cut behind a sentence."""

from __future__ import annotations

import re

from biometrics_china import exhibits, manuscript

_NUMBER = re.compile(r"\{num\}`(\w+)\.(\w+)`")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
#: the end of a sentence: its mark and what closes behind it, before a capital, or a Chinese mark
_END = re.compile(
    r"(?:(?<![A-Z])[.]|[!?…])(?:[”’)\"']|\s?»)*(?=\s+[“‘«(\"']?[A-ZÀ-Þ\u4e00-\u9fff])|[。！？][”’）]*"
)
#: characters below which a beginning says too little
SHORTEST = 40


def paragraph(page: str) -> str:
    """Return the first paragraph below the title of a page with its numbers filled in, '' for none."""
    _, _, below = manuscript.source(page).partition("\n")
    parts = (part for part in _FENCE.sub("", below).split("\n\n") if part.strip())
    first = next(parts, "")
    said = _LINK.sub(r"\1", manuscript.plain(first).replace("**", ""))
    said = _NUMBER.sub(lambda found: exhibits.numbers_of(found[1]).texts()[found[2]], said)
    return " ".join(said.split())


def shortened(words: str, most: int) -> str:
    """Return words of at most `most` characters: cut behind a sentence, else behind a word, with dots.

    >>> shortened("The first sentence of them says enough for all. The second goes on.", 60)
    'The first sentence of them says enough for all.'
    >>> shortened("One sentence goes on.", 16)
    'One sentence …'
    """
    if len(words) <= most:
        return words
    ends = [found.end() for found in _END.finditer(words) if SHORTEST <= found.end() <= most]
    return words[: ends[-1]] if ends else f"{words[: most - 2].rsplit(' ', 1)[0]} …"
