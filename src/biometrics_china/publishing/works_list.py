"""The list of works: the reference of each, the copies that were read, and what rests on it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any

from biometrics_china import claims, provenance, tables, works
from biometrics_china.capitals import lower_first
from biometrics_china.counts import many
from biometrics_china.publishing.addresses import is_doubtful, is_linked
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.reference_files import FORMATS
from biometrics_china.publishing.references import formatted
from biometrics_china.publishing.rows import places

Row = Mapping[Hashable, Any]

#: where the Internet Archive lists what it holds of an address
_ARCHIVE = "https://web.archive.org/web/*/"
#: more findings than these are counted and not named
_MOST_FINDINGS = 4
#: a link to a work or a copy of it, and one to the bibliography, which holds the reference
_CITED = re.compile(r'href="[^"]*/sources\.html#(source|work)-([^"]+)"')
_OF_METHOD = re.compile(r'href="[^"]*/bibliography\.html#[^"]+" title="([^"]+)">([^<]+)</a>')


def works_html(root: str) -> str:
    """Return the list of works by the names under which they are cited, with the files of it."""
    files = " · ".join(link(f"{root}cite/{n}", f, download=True) for n, f in FORMATS.items())
    items = (_entry(i) for i in sorted(works.all_works(), key=lambda i: works.name(i).casefold()))
    return tag("p", f"The whole list: {files}") + tag("ol", *items, class_="works")


def reference_html(work_id: str) -> str:
    """Return the reference of a work with the address of its original, if one is known."""
    return f"{formatted(work_id)} {_address(work_id)}".strip()


def copies_html(work_id: str, *, anchored: bool = False) -> str:
    """Return the pages on which a work was read, each with how it stands to the work."""
    ids = works.copies().get(work_id, ())
    said = ((i, _copy(provenance.source(i))) for i in ids)
    items = (tag("li", html, id=f"source-{i}" if anchored else None) for i, html in said)
    return tag("ul", *items, class_="copies") if ids else ""


def cited_html(body: str) -> str:
    """Return the references of all works that a page names, for its printed form.

    `body` is the HTML of the page; the references stand in the order of their names.
    """
    cited = {i if kind == "work" else works.of_source(i) for kind, i in _CITED.findall(body)}
    named = {text(works.name(i)): f"{reference_html(i)}{copies_html(i)}" for i in cited}
    named |= {name: said for said, name in _OF_METHOD.findall(body)}
    if not named:
        return ""
    ordered = sorted(named, key=str.casefold)
    listed = tag("ol", *(tag("li", f"{tag('b', n)}: {named[n]}") for n in ordered), class_="works")
    heading = tag("h2", "References")
    return tag("section", heading, listed, class_="references printed-only", data_search="off")


def _entry(work_id: str) -> str:
    """Return one work; what was read of it, and what rests on it, is folded below its reference."""
    copies, address = works.copies().get(work_id, ()), _address(work_id)
    if address:  # an address has no words to be searched for
        looked_up = link(_ARCHIVE + works.address(work_id), "archived copies", class_="archived")
        address = " " + tag("span", f"{address} {looked_up}", data_search="off")
    head = f"{tag('b', text(works.name(work_id)))}: {formatted(work_id)}{address}"
    standings = tables.vocabulary("standing")
    read = [lower_first(standings[str(provenance.source(i)["standing"])]) for i in copies]
    summary = tag("summary", f"Read: {text(', '.join(dict.fromkeys(read)) or 'not at all')}")
    below = copies_html(work_id, anchored=True) + _rests(work_id)
    folded = tag("details", summary, below, data_search="off") if below else tag("p", "Not read.")
    return tag("li", tag("p", head), folded, id=f"work-{work_id}")


def _address(work_id: str) -> str:
    """Return the address of the original, as a link unless a weak page stands there."""
    return _printed(works.address(work_id), not is_linked(work_id))


def _printed(address: object, is_doubtful: bool) -> str:
    if not isinstance(address, str) or not address:
        return ""
    shown = tag("code", text(address))
    return shown if is_doubtful else link(address, text(address))


def _copy(row: Row) -> str:
    """Return one page that was read: standing, where, day, kind, how much of it, and its address.

    Title and address stand there where they are not those of the work.
    """
    work = works.all_works()[str(row["work_id"])]
    shares, read = tables.vocabulary("read_share"), row["read_share"]
    title = f"[{row['title']}]" if row["title_is_ours"] else str(row["title"])
    facts = [
        text(row["date"]),
        text(lower_first(tables.vocabulary("tier")[str(row["tier"])])),
        f"read: {lower_first(shares[read])}" if isinstance(read, str) else "",
        "weak host" if row["has_weak_host"] else "",
        "" if row["url_precision"] == "full" else f"address: {text(row['url_precision'])}",
    ]
    where = [text(row["publisher"]), "" if row["title"] == work["title"] else text(title)]
    standing = tag("b", text(tables.vocabulary("standing")[str(row["standing"])]))
    said = f"{', '.join(filter(None, where))} ({', '.join(filter(None, facts))})"
    is_same = row["url"] == works.address(str(row["work_id"]))
    address = "" if is_same else " " + _printed(row["url"], is_doubtful(row))
    return f"{standing}: {said}.{address}"


def _rests(work_id: str) -> str:
    """Return the rows and findings that use a work."""
    ids = works.copies().get(work_id, ())
    counts: dict[str, int] = {}
    for source_id in ids:
        for name, n in _rows().get(source_id, {}).items():
            counts[name] = counts.get(name, 0) + n
    # one link alone: more would make the heaviest page of the book too heavy
    page = f"../../{places.FOLDER}/{places.rows('works')[work_id][0]}.html#{work_id}"
    rows = f"{link(page, f'Records: {sum(counts.values()):,}')}." if counts else ""
    found = tuple(dict.fromkeys(c for i in ids for c in _findings().get(i, ())))
    said = " ".join(filter(None, (rows, _told(found))))
    return tag("p", said, class_="uses") if said else ""


def _told(found: tuple[str, ...]) -> str:
    if not found:
        return ""
    if len(found) > _MOST_FINDINGS:
        return f"{many(len(found), 'finding')} {'leans' if len(found) == 1 else 'lean'} on these tables."
    named = (link(f"findings.html#{c}", text(c.removeprefix("claim-"))) for c in found)
    return f"Findings: {', '.join(named)}."


@cache
def _rows() -> dict[str, dict[str, int]]:
    """Return source → table → number of rows that were read and use it."""
    found: dict[str, dict[str, int]] = {}
    counted = provenance.uses().groupby(["source_id", "table"]).size().reset_index(name="n")
    for source_id, name, n in counted.itertuples(index=False):
        found.setdefault(source_id, {})[name] = int(n)
    return found


@cache
def _findings() -> dict[str, tuple[str, ...]]:
    """Return source → the findings that stand on it."""
    found: dict[str, list[str]] = {}
    for claim in claims.register():
        for source_id in claim.sources:
            found.setdefault(source_id, []).append(claim.id)
    return {source_id: tuple(ids) for source_id, ids in found.items()}
