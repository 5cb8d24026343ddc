"""The hosts on which copies of works were read: no name of a work and no page may hold them."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from biometrics_china import tables, works


def of_copies() -> set[str]:
    """Return the hosts of copies, without those that are the medium or the issuer of a work."""
    media = {str(w[k]).lower() for w in works.all_works().values() for k in ("container", "issuer")}
    sources = tables.load("sources")
    read = sources.loc[sources["standing"].ne("original"), "url"].dropna()
    found = {(urlsplit(url).hostname or "").removeprefix("www.") for url in read}
    return {host for host in found if host and not any(host in medium for medium in media)}


#: what may be a host: labels joined by dots, whole
_MAY_BE = re.compile(r"(?<![\w.-])[\w-]+(?:\.[\w-]+)+")


def found(text: str) -> list[str]:
    """Return such hosts in a text, in any letters: each where it begins a name that dots join.

    Names are looked up, since a pattern of all hosts takes minutes over all pages.
    """
    named = _lowered()
    runs = (run.lower().split(".") for run in _MAY_BE.findall(text))
    starts = ([".".join(run[:n]) for n in range(2, len(run) + 1)] for run in runs)
    return [next(s for s in held if s in named) for held in starts if named & set(held)]


@cache
def _lowered() -> frozenset[str]:
    return frozenset(host.lower() for host in of_copies())
