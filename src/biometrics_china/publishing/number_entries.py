"""The entry of a number: what it is made of, how, where it stands, and the way to its rows."""

from __future__ import annotations

from collections.abc import Sequence

from biometrics_china import exhibits
from biometrics_china.counts import many
from biometrics_china.publishing import number_rows, number_uses
from biometrics_china.publishing.code import places as code_places
from biometrics_china.publishing.findings import exhibit_link
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.passports import table_links
from biometrics_china.publishing.rows import places
from biometrics_china.publishing.sentences import anchor
from biometrics_china.traced import Number

#: places at which a number stands that are named
PLACES = 8
_BOUNDS = {
    "low": "a lower end; it is rounded down and never up",
    "high": "an upper end; it is rounded up and never down",
}
#: how the two ends of a range are named
_ENDS = "low", "high"
_RESTS = "Computed by the analysis of the chapter from the tables named below."


def html(
    number: Number, uses: Sequence[number_uses.Use], root: str, lists: number_rows.Lists
) -> str:
    """Return the entry of a number, without the element that holds it.

    A long list of rows is put into `lists`, which `number_rows.lists_html` writes on a page of its own.
    """
    pairs = [
        ("Unrounded", text(unrounded(number))),
        ("Made of", _made(number, root)),
        ("Uncertainty", _uncertainty(number)),
        ("Rows", number_rows.html(number, root, lists)),
        ("Looked through", number_rows.looked_through(number, root, lists)),
        ("Tables", table_links(number.tables, root)),
        ("Stands in", _stands_in(uses, root) or _described(number, root)),
    ]
    heading = tag(
        "h2", text(number.text), " ", link(f"#{anchor(number.id)}", tag("code", text(number.id)))
    )
    return heading + tag("p", places.linked(number.meaning, root)) + definitions(pairs)


def unrounded(number: Number) -> str:
    """Return the value with ten digits, or nothing where the printed form says it all.

    A share that is printed in per cent is said so.
    """
    value = number.value
    if isinstance(value, str):
        return ""
    said = f"{value:,}" if isinstance(value, int) else f"{value:.10g}"
    if said.replace("-", "\u2212") == number.text:
        return ""
    try:
        shown = float(number.text.replace(",", "").replace("\u2212", "-"))
    except ValueError:
        return said
    if abs(shown - 100 * value) >= abs(shown - value):
        return said
    per_cent = f"{100 * value:.10g}"
    return "" if per_cent.replace("-", "\u2212") == number.text else f"{per_cent} per cent"


def _made(number: Number, root: str) -> str:
    subject = number.id.partition(".")[0]
    place = link(f"{root}chapters/analysis/{subject}.html", "analysis")
    if code := code_places.of_number(number.id, root):
        place += f", {code}"
    if number.kind == "set":
        return text(f"{number.how}: made of no row") + f" ({place})"
    if number.kind.startswith("value "):
        return text(f"the field {number.how} of the row below") + f" ({place})"
    said = number.how or ("computed from the rows below" if number.rows else _RESTS)
    return text(said) + f" ({place})"


def _uncertainty(number: Number) -> str:
    found = exhibits.numbers_of(number.id.partition(".")[0])
    name = number.id.partition(".")[2]
    stem, _, own = name.rpartition("_")
    others = [f"{name}_{end}" for end in _ENDS]
    if own in _ENDS:
        others = [f"{stem}_{end}" for end in _ENDS if end != own]
    said = [
        f"{link(f'#{anchor(end.id)}', text(end.text))} ({text(end.meaning)})"
        for end in (found[other] for other in others if other in found)
    ]
    return "; ".join([*([text(_BOUNDS[number.bound])] if number.bound else []), *said])


def _described(number: Number, root: str) -> str:
    """Return the drawings whose description says a number that no text says."""
    subject, _, name = number.id.partition(".")
    links = [
        exhibit_link(exhibit.id, root)
        for exhibit in exhibits.of_subject(subject)
        if exhibit.draw and f"{{{name}}}" in exhibit.alt
    ]
    return f"the description of {', '.join(links)}" if links else ""


def _stands_in(uses: Sequence[number_uses.Use], root: str) -> str:
    """Return the sentences in which a number stands, each once, with a link to every place of it."""
    said: dict[str, list[str]] = {}
    for use in uses[:PLACES]:
        place = link(f"{root}{use.page}#{use.anchor}", text(use.title))
        said.setdefault(use.sentence, []).append(place)
    items = [
        tag("li", text(sentence), " ", ", ".join(dict.fromkeys(at)))
        for sentence, at in said.items()
    ]
    more = (
        [tag("li", f"and {many(len(uses) - PLACES, 'more place')}")] if len(uses) > PLACES else []
    )
    return tag("ul", *items, *more, class_="records") if items else ""
