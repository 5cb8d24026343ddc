"""Files of a figure that leave the book: each says what it shows, whose it is, of what data.

They are made when the pages are written, so that a new version draws no figure anew.
"""

from __future__ import annotations

from biometrics_china import exhibits, made, metadata, works
from biometrics_china.counts import many
from biometrics_china.days import date_in_words
from biometrics_china.figures import credit, raster
from biometrics_china.publishing import citation, mentions

#: more works than these are not named one by one
MOST_WORKS = 3


def files(exhibit_id: str) -> dict[str, bytes]:
    """Return the files of an exhibit for download and for pages, by ending."""
    exhibit, found = exhibits.get(exhibit_id)[2], dict(made.of(exhibit_id).files)
    if not exhibit.draw:
        return found
    whose, rest = words(exhibit_id)
    licence = metadata.load().licences["data"].address
    for ending in [e for e in found if e.endswith("svg")]:
        found[ending] = credit.labelled(found[ending], exhibit.title, f"{whose} {rest}", licence)
    found["small.png"] = raster.small(found["png"])
    found["png"] = credit.credited(found["png"], exhibit.title, f"{whose}\n{rest}")
    return found


def words(exhibit_id: str) -> tuple[str, str]:
    """Return book, version, day and place of a figure, then its licence and what its data are from."""
    _, label, _ = exhibits.get(exhibit_id)
    facts = metadata.load()
    version = f"{citation.edition(facts)}, {date_in_words(facts.date)}"
    whose = f"{facts.short_title}. {version}. {label} ({exhibit_id})."
    return whose, f"{facts.licences['data'].name}. {_data(exhibit_id)}".strip()


def _data(exhibit_id: str) -> str:
    """Return the works behind a figure: their names, or of many the number and where they are listed."""
    chosen = mentions.one_each(made.of(exhibit_id).sources)
    if len(chosen) > MOST_WORKS:
        return f"Data: {many(len(chosen), 'work')}, listed at {exhibit_id} in the book."
    named = "; ".join(works.name(works.of_source(source)) for source in chosen)
    return f"Data: {named}." if named else ""
