"""What uses a row or a table, in words and with links: findings, numbers, exhibits, other rows."""

from __future__ import annotations

from functools import cache

from biometrics_china import claims, exhibits, tables
from biometrics_china.counts import many
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.rows import places, uses
from biometrics_china.publishing.sentences import REFERENCE, entry_address

#: more rows of one table, or numbers, that use a row are counted and not named; so many are named in
#: words, of so many letters
_MOST, _MEANT, _SHORT = 6, 2, 60


def of_table(table: str) -> str:
    """Return what rests on the whole table: findings, figures and tables of the chapters."""
    said = [
        f"{what}: {links}"
        for what, links in (
            ("findings", _findings(uses.of_tables().get(table, []))),
            ("figures and tables", _exhibits(table)),
        )
        if links
    ]
    return tag("p", f"The whole table stands behind {'; '.join(said)}.") if said else ""


def _exhibits(table: str) -> str:
    return ", ".join(
        link(f"../{exhibits.address(i)}", text(exhibits.get(i)[1]))
        for i in uses.of_exhibits().get(table, [])
    )


def of_row(table: str, row_id: str) -> str:
    """Return what uses a row: findings, numbers, and rows of other tables."""
    place = table, row_id
    found = dict(uses.of_rows().get(place, {}))
    if table == "works":  # a work is used where a page with it was read
        for source in found.get("sources", []):
            for other, ids in uses.of_rows().get(("sources", source), {}).items():
                found[other] = list(dict.fromkeys([*found.get(other, []), *ids]))
    coded = [found.pop(other) for other in uses.CODED if other in found]
    said = [f"{_titles()[other]}: {_some(other, ids)}" for other, ids in found.items()]
    if numbers := uses.of_numbers().get(place):
        said.insert(0, f"Numbers: {_numbers(numbers)}")
    if claims_of := uses.of_findings().get(place):
        said.insert(0, f"Findings: {_findings(claims_of)}")
    if coded:
        said.append(f"checked by a second reader in {many(sum(map(len, coded)), 'place')}")
    return "; ".join(said)


def _numbers(ids: list[str]) -> str:
    """Return numbers as printed, each a link to its entry, the first with what it means."""
    links = []
    for place, number_id in enumerate(ids[:_MOST]):
        subject, _, name = number_id.partition(".")
        number = exhibits.numbers_of(subject)[name]
        meaning = text(f" ({_short(number.meaning)})") if place < _MEANT else ""
        links.append(link(f"../{entry_address(number_id)}", text(_short(number.text))) + meaning)
    return _and_more(links, len(ids))


def _short(said: str) -> str:
    return said if len(said) <= _SHORT else f"{said[: _SHORT - 1].rstrip()}…"


def _some(table: str, ids: list[str]) -> str:
    """Return rows as links: by their names where they are few, else by their ids."""
    names = [_short(places.name(table, i)) for i in ids] if len(ids) <= _MEANT else ids
    links = [
        places.row_link(table, i, "../", name) for i, name in zip(ids[:_MOST], names, strict=False)
    ]
    return _and_more(links, len(ids))


def _and_more(links: list[str], number: int) -> str:
    more = [f"and {number - _MOST:,} more"] if number > _MOST else []
    return ", ".join([*links, *more])


def _findings(ids: list[str]) -> str:
    return ", ".join(link(f"../{REFERENCE}/findings.html#{i}", text(finding(i))) for i in ids)


def finding(claim_id: str) -> str:
    """Return a finding in its own words, as far as there is room."""
    return f"“{_short(_sentences()[claim_id])}”"


@cache
def _sentences() -> dict[str, str]:
    return {claim.id: claim.text for claim in claims.register()}


@cache
def _titles() -> dict[str, str]:
    return {t.name: text(t.title) for t in tables.package().tables}
