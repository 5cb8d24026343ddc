"""Pairs of partner and activity as their chapter prints them: light, conditions, evidence, rules."""

from __future__ import annotations

from collections.abc import Iterable

from biometrics_china import tables
from biometrics_china.analysis.cooperation import advice, evidence, lights, rules
from biometrics_china.analysis.cooperation.advice import Row
from biometrics_china.analysis.cooperation.evidence import Fact
from biometrics_china.analysis.cooperation.rules import Rule
from biometrics_china.capitals import upper_first
from biometrics_china.counts import many
from biometrics_china.days import date_in_words
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.mentions import reference
from biometrics_china.publishing.rows import row_link
from biometrics_china.publishing.sentences import REFERENCE
from biometrics_china.publishing.translations.pages import ENGLISH, Language
from biometrics_china.publishing.translations.words import said

#: printed light → its class, and the sign before it; the word says the same
SIGNS = {"stop": ("stop", "■"), "only with conditions": ("conditions", "▲"), "go": ("go", "●")}


def pairs_html(root: str) -> str:
    """Return each pair, folded, below a heading for its partner."""
    partners = tables.vocabulary("cooperation_partner")
    frame = lights.cells().assign(light=list(lights.judged()["main"].map(lights.LIGHTS)))
    parts = []
    for partner, mine in frame.groupby("partner", sort=False):
        parts.append(tag("h3", text(partners[str(partner)]), id=f"pairs-{partner}"))
        parts += [_pair(row, root) for row in mine.to_dict("records")]
    return "".join(parts)


def recommendations_html(root: str, language: Language = ENGLISH) -> str:
    """Return what could be done, by addressee, each with a link to the finding that it rests on.

    Raises KeyError for a sentence that has no translation into the language.
    """
    found = advice.recommendations()
    parts = []
    for addressee, mine in found.groupby("addressee", sort=False):
        items = [
            tag("li", text(said(row["recommendation"], language)), _behind(row, root, language))
            for row in mine.to_dict("records")
        ]
        parts.append((said(str(addressee), language), tag("ul", *items)))
    return tag("div", definitions(parts), class_="recommendations")


def _behind(row: Row, root: str, language: Language) -> str:
    address = f"{root}{REFERENCE}/findings.html#{row['finding']}"
    before, after = language.brackets
    return before + link(address, text(said("the finding behind it", language))) + after


def light_html(light: str) -> str:
    """Return a light as a sign and its word, coloured alike."""
    kind, sign = SIGNS[light]
    shown = tag("span", sign, aria_hidden="true")
    return tag("strong", f"{shown} {text(upper_first(light))}", class_=f"light light-{kind}")


def _pair(row: Row, root: str) -> str:
    activity = tables.vocabulary("cooperation_activity")[str(row["activity"])]
    said = f"{text(activity)}: {light_html(row['light'])}"
    harms, cases = (evidence.facts(row[c]) for c in ("harms", "cases"))
    answer = "Yes" if row["is_checkable"] else "No"
    bans = {rule.reference for rule in rules.listed(row["partly_forbidden_by"])}
    body = definitions(
        [
            ("It turns on", text(row["decisive"])),
            ("Can that be checked?", text(f"{answer}. {row['checkable_reason']}")),
            ("To be shown first", text(row["conditions"])),
            ("It ends if", text(row["ends_if"])),
            ("Open in any case", text(row["open_part"])),
            ("Harm on record", _cited(harms, root)),
            ("Other rows", _cited(cases, root)),
            ("Answers on record", _answers((*harms, *cases), root)),
            ("Rules", _rules(rules.listed(row["rules"]), bans, root)),
            ("Questions", _questions(row["questions"])),
            ("Looked for", text(row["looked_for"])),
        ]
    )
    return tag("details", tag("summary", said), body, class_="pair", id=f"pair-{row['id']}")


def _cited(facts: tuple[Fact, ...], root: str) -> str:
    """Return how many rows there are, of how many works, and the works."""
    known = evidence.standing(facts)
    if not facts:
        return "none found"
    said = f"{many(known['rows'], 'row')} from {many(known['works'], 'work')}"
    said += f", {known['poor']} read in reports or on weak hosts" if known["poor"] else ""
    items = (tag("li", _linked(fact, root), " ", reference(fact.source_id, root)) for fact in facts)
    return said + tag("ul", *items)


def _linked(fact: Fact, root: str) -> str:
    name, _, row = fact.reference.partition("/")
    return row_link(name, row, root, str(evidence.record(fact.reference).get("capability") or ""))


def _answers(facts: tuple[Fact, ...], root: str) -> str:
    """Return what those concerned said, as the rows have it, each answer once."""
    said: dict[str, str] = {}
    for fact in facts:
        answer = evidence.record(fact.reference).get("answer")
        if isinstance(answer, str):
            said.setdefault(upper_first(answer.rstrip(".")), fact.source_id)
    items = [
        tag("li", text(f"{words}. "), reference(source, root)) for words, source in said.items()
    ]
    return tag("ul", *items) if items else ""


def _rules(found: Iterable[Rule], bans: set[str], root: str) -> str:
    items = [
        tag("li", _rule(rule, rule.reference in bans), " ", reference(rule.source_id, root))
        for rule in found
    ]
    return tag("ul", *items)


def _rule(rule: Rule, forbids: bool = False) -> str:
    since = f"since {date_in_words(rule.since)}" if rule.since else "day not read"
    said = f"{rule.name} ({rule.force}, {since}; addresses first: {rule.binds})"
    return text(said) + (text(". It forbids a part") if forbids else "")


def _questions(ids: Iterable[str]) -> str:
    asked = {row["id"]: row for row in tables.load("cooperation_questions").to_dict("records")}
    said = [
        f"{label}: {asked[i]['question']}"
        for stage, label in tables.vocabulary("cooperation_stage").items()
        for i in ids
        if asked[i]["stage"] == stage
    ]
    return tag("ul", *(tag("li", text(words)) for words in said))
