"""Text folded for the search: the words that count as the same, with the same code as the page.

`static/search-fold.js` folds questions by the same table and steps; a test in a browser compares the
two over all words of the book.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

_CJK = "\u2e80-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]+|[^\s{_CJK}]+")
_IS_CJK = re.compile(rf"[{_CJK}]")
#: signs within a word that count for nothing
_SILENT = re.compile(
    "['\u2018\u2019\u201a\u201b\u2032\u02bc\uff07`\u00b4\u00ad\u200b-\u200d\u2060\ufeff]"
)
_THOUSANDS = re.compile(r"([0-9])[,\u066c](?=[0-9]{3}(?![0-9]))")


class Folding:
    """Folds tokens by the table of `words.table`, each token once."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._characters: dict[str, str] = table["characters"]
        self._spellings = [
            (re.compile(old, re.ASCII), re.sub(r"\$(\d)", r"\\\1", new))
            for old, new in table["spellings"]
        ]
        self._known: dict[str, list[str]] = {}

    def words(self, raw: str) -> Iterator[str]:
        """Yield the words of a text; of a run of Chinese its pairs of characters and its last one."""
        for token in _TOKEN.findall(raw):
            if token not in self._known:
                self._known[token] = list(self._folded(token))
            yield from self._known[token]

    def _folded(self, token: str) -> Iterator[str]:
        text = self.plain(token)
        if not _IS_CJK.match(token):
            words = text.split()
            yield from words
            if len(words) > 1 and any(c.isdigit() for c in text):  # 6.2, 28(2), dn-028
                yield "_".join(words)
            return
        for run in text.split():
            yield from (run[i : i + 2] for i in range(len(run)))

    def plain(self, token: str) -> str:
        """Return a token in lower case, without accents, punctuation and differences of spelling."""
        text = unicodedata.normalize("NFKC", _SILENT.sub("", token)).lower()
        text = unicodedata.normalize("NFD", text)
        text = "".join(c for c in text if not unicodedata.category(c).startswith("M"))
        text = _SILENT.sub("", unicodedata.normalize("NFC", text))
        text = "".join(self._characters.get(c, c) for c in text)
        text = _THOUSANDS.sub(r"\1", text)
        text = " ".join("".join(c if _counts(c) else " " for c in text).split())
        for old, new in self._spellings:
            text = old.sub(new, text)
        return text


def _counts(character: str) -> bool:
    """Return whether a character is a letter or a number."""
    return unicodedata.category(character)[0] in "LN"
