"""The names of a body as they are written, from which the keys of the search are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from biometrics_china.register.match import Body, body
from biometrics_china.register.names import key, whole


@dataclass(frozen=True)
class Written:
    """Names of a body, their sounds in Pinyin, names that others may well bear, and its seat.

    `from_list` tells a firm that is known by the entry of a list alone.
    """

    id: str
    names: tuple[str, ...]
    sounds: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    country: str = ""
    from_list: bool = False

    def body(self) -> Body:
        """Return the body as the search sees it, by the steps of now."""
        return body(
            self.id,
            self.names,
            self.sounds,
            weak=self.weak,
            country=self.country,
            from_list=self.from_list,
        )


def bodies(some: Iterable[Written]) -> tuple[Body, ...]:
    """Return bodies as the search sees them; a name that several bear is kept with its legal form."""
    made = [(one, one.body()) for one in some]
    bearers = Counter(name for _, found in made for name in found.names)

    def full(one: Written) -> list[str]:
        return [w for n in one.names if bearers[k := key(n)] > 1 and (w := whole(n)) != k]

    return tuple(replace(b, whole=tuple(dict.fromkeys([*b.whole, *full(one)]))) for one, b in made)
