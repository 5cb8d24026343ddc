"""Which bodies on a list an entry may be, by its names and its number; and what tells of China."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from biometrics_china.official.entry import CHINA, Entry
from biometrics_china.official.held import Held
from biometrics_china.register.names import is_han, key, whole

#: what tells of China in a name, where a list prints no seat
_TELLS = re.compile(
    r"\b(?:china|chinese|sino|prc|hong\s?kong|hongkong|hk|macau|macao|beijing|shanghai|shenzhen"
    r"|guangzhou|guangdong|hangzhou|zhejiang|jiangsu|nanjing|suzhou|wuhan|hubei|chengdu|sichuan"
    r"|tianjin|chongqing|dalian|shandong|qingdao|xiamen|fujian|xinjiang|urumqi|ningbo|hunan|henan"
    r"|hefei|anhui|xi'?an|dongguan|wuxi|hebei|shenyang|liaoning|harbin|heilongjiang)\b",
    re.I,
)
_BEHIND = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*$")


def is_of_china(entry: Entry) -> bool:
    """Return True for a seat in China, and without a seat for a name that tells of China."""
    names = (entry.name, *entry.aliases)
    told = any(_TELLS.search(n) or is_han(key(n)) for n in names)
    return entry.country in CHINA or (not entry.country and told)


def bare(name: str) -> str:
    """Return a name without a short name in brackets behind it; a place there belongs to the name."""
    behind = _BEHIND.search(name)
    return name if not behind or _TELLS.search(behind[1]) else name[: behind.start()]


class Names:
    """The bodies on one list, by all names and numbers under which an entry may be one of them."""

    def __init__(self, held: Sequence[Held]) -> None:
        self.held = held
        every = [(n, name) for n, one in enumerate(held) for name in (*one.names, *one.aliases)]
        self._exact = _numbers((whole(name), n) for n, name in every)
        self._keys = _numbers((key(name), n) for n, name in every)
        self._bare = _numbers((key(bare(name)), n) for n, name in every)
        self._known = _numbers((k, n) for n, one in enumerate(held) for k in one.keys)
        self._main = _numbers((key(name), n) for n, one in enumerate(held) for name in one.names)
        self._idents = _numbers((ident, n) for n, one in enumerate(held) for ident in one.idents)

    def named(self, name: str) -> set[int]:
        """Return the bodies that bear a name.

        As written; else by its key; else without what stands in brackets behind it; else by a name
        that the register knows and the list does not print.
        """
        asked = key(bare(name))
        found = self._exact.get(whole(name)) or self._keys.get(key(name)) or self._bare.get(asked)
        return found or self._known.get(asked) or set()

    def mainly(self, names: Iterable[str]) -> set[int]:
        """Return the bodies that have one of these names as that of their entry."""
        return set().union(*(self._main.get(key(name), set()) for name in names))

    def numbered(self, ident: str) -> set[int]:
        """Return the bodies whose entry has a number."""
        return self._idents.get(ident, set()) if ident else set()


def _numbers(pairs: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    """Return text → numbers that it stands for; an empty text stands for none."""
    found: dict[str, set[int]] = {}
    for text, number in pairs:
        if text:
            found.setdefault(text, set()).add(number)
    return found
