"""The names of a body as they are written, from which the keys of the search are made."""

from __future__ import annotations

from dataclasses import dataclass

from biometrics_china.register.match import Body, body


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
