"""The hosts on which copies of works were read: no name of a work and no page may hold them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from biometrics_china import tables, works


def of_copies() -> set[str]:
    """Return the hosts of copies, without those that are the medium or the issuer of a work."""
    media = {str(w[k]).lower() for w in works.all_works().values() for k in ("container", "issuer")}
    sources = tables.load("sources")
    read = sources.loc[sources["standing"].ne("original"), "url"].dropna()
    found = {(urlsplit(url).hostname or "").removeprefix("www.") for url in read}
    return {host for host in found if host and not any(host in medium for medium in media)}


def pattern() -> re.Pattern[str]:
    """Return what finds such a host in a text, in any letters."""
    named = sorted(of_copies())
    return re.compile("|".join(rf"(?<![\w.-]){re.escape(h)}(?![\w-])" for h in named), re.I)
