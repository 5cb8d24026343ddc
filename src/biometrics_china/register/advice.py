"""What the records of the register cannot show, and where to look and whom to ask next."""

from __future__ import annotations

from biometrics_china import provenance, tables
from biometrics_china.register.lists import weight
from biometrics_china.register.standing import editions

NOT_SHOWN = (
    "A list is known up to the day given with it; what was added or removed since is not here",
    "Entries of the same lists with seats outside China, such as branches in Europe, are not here",
    "Persons, addresses, ships and goods on lists are left out, and so are most lists of grounds that "
    "have nothing to do with China",
    "Who owns a body, and how much of it, was not read unless the lines on its kin say so",
    "What was not read is not here: contracts, papers, people and departments that no record names",
    "A record says what a source reports; it is no finding that the body broke a law or meant harm, "
    "and no record is no clearance",
)

#: whom to ask beside the offices that the register knows
ASK = (
    "Ask the contact point for knowledge or research security of your country, where there is one",
    "Ask the authority for export control if goods, software or know-how are to leave the Union, and "
    "the authority for sanctions if a body is on a list with an asset freeze or belongs to one",
    "Ask the legal and the security office of your own institution before anything is signed",
    "Ask the body itself for its registered Chinese name, its code of social credit and its owners",
)


def next_steps() -> list[str]:
    """Return the official pages to look at on the day, one line for each, then whom to ask."""
    return [*_pages(), *ASK[:2], *_offices(), *ASK[2:]]


def _pages() -> list[str]:
    by_address: dict[str, list[str]] = {}
    for edition in sorted(editions(), key=lambda e: weight(e["name"])):
        by_address.setdefault(edition["address"], []).append(edition["name"])
    unknown = by_address.pop("", [])
    looks = [f"Look today at {at} ({'; '.join(names)})" for at, names in by_address.items()]
    rest = [f"Look today, at their authorities, for: {'; '.join(unknown)}"] if unknown else []
    return [*looks, *rest]


def _offices() -> list[str]:
    """Return the offices whose pages were read, one line each, in the order of their countries."""
    countries = tables.vocabulary("country")
    rows = provenance.read_rows("advisers").to_dict("records")
    offices = sorted(((countries[str(r["country"])], r) for r in rows), key=lambda o: o[0])
    return [f"{where}: {r['name']}, {r['address']}: {r['helps']}" for where, r in offices]
