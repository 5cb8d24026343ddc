"""A register of two bodies, for tests of what is written of it."""

from typing import Any

from biometrics_china.register.index import Index
from biometrics_china.register.written import Written

WRITTEN = (Written("x", ("Exact Ltd",), country="CN"), Written("y", ("Exact Lab",), country="DE"))
BODIES = tuple(one.body() for one in WRITTEN)


def index(standing: dict[str, list[str]], **parts: Any) -> Index:
    """Return an index of the bodies x and y with how they stand on lists; `parts` replace others."""
    empty: dict[str, Any] = {
        "bodies": BODIES,
        "common": frozenset(),
        "shown": {"x": "Exact Ltd", "y": "Exact Lab"},
        "records": {},
        "kinds": {"list": "Lists", "supply": "Supply"},
        "leads": {"x": "It is on one list.", "y": "It is on none."},
        "lists": {"x": {"List": True}},
        "partly": [],
        "editions": [],
        "seats": {"x": "chinese", "y": "other"},
        "unlisted": {"chinese": "On none", "other": "On none of China"},
        "kin": {},
        "rules": {},
        "ruled": {},
        "elsewhere": [],
        "not_shown": ["Owners"],
        "next_steps": ["Ask"],
    }
    return Index(**{**empty, "standing": standing, **parts})
