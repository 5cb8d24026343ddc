"""The sheet of a role, to be printed: lights, rules, questions, what could be done, where to look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from biometrics_china import tables
from biometrics_china.analysis.cooperation import advice
from biometrics_china.analysis.cooperation.advice import Row
from biometrics_china.analysis.cooperation.rules import Rule
from biometrics_china.days import date_in_words
from biometrics_china.publishing.cooperation_pages import light_html
from biometrics_china.publishing.markup import definitions, link, table, tag, text


def sheet_html(role: str, root: str) -> str:
    """Return the sheet of a role. Raises KeyError for a role without one."""
    found = advice.sheet(role)
    parts = [
        _heading("The lights"),
        _lights(found.pairs, f"Lights for {found.role.lower()}"),
        _heading("Rules that bind"),
        tag("ul", *(tag("li", _binding(rule)) for rule in found.rules), class_="in-columns"),
        _heading("Questions"),
        _asked(found.questions),
        _heading("What could be done"),
        tag("ul", *(tag("li", _recommended(row)) for row in found.recommendations)),
        _heading("What may have changed since it was read"),
        tag("ul", *(tag("li", _lookup(row)) for row in found.lookups)),
        _heading("Where to look on the day"),
        _places(found, root),
    ]
    return tag("div", *parts, class_="role-sheet")


def _heading(words: str) -> str:
    return tag("h2", text(words), id=words.lower().replace(" ", "-"))


def _lights(pairs: list[Row], label: str) -> str:
    partners, activities = (tables.vocabulary(f"cooperation_{c}") for c in ("partner", "activity"))
    rows = [
        [
            text(f"{partners[row['partner']]}: {activities[row['activity']].lower()}"),
            light_html(row["light"]),
            text(row["conditions"]),
            text(row["ends_if"]),
            text(row["open_part"]),
        ]
        for row in pairs
    ]
    heads = ["With whom, and what", "Light", "To be shown first", "It ends if", "Open in any case"]
    return table(heads, rows, label=label, stacked=True)


def _asked(questions: list[Row]) -> str:
    stages = tables.vocabulary("cooperation_stage")
    return definitions(
        [
            (
                label,
                tag("ul", *(tag("li", text(q["question"])) for q in questions if q["stage"] == s)),
            )
            for s, label in stages.items()
            if any(q["stage"] == s for q in questions)
        ]
    )


def _recommended(row: Mapping[Any, Any]) -> str:
    stage = tables.vocabulary("cooperation_stage")[str(row["stage"])]
    return text(f"{stage}: {row['recommendation']} {row['would_have_changed']}")


def _lookup(row: Mapping[Any, Any]) -> str:
    said = f"{row['subject']}. {row['known']}"
    due = row["due"] if isinstance(row["due"], str) else ""
    said += f" Day named: {date_in_words(due)}." if due else ""
    return text(f"{said} Look at {row['where_to_look']}.")


def _places(found: advice.Sheet, root: str) -> str:
    register = link(f"{root}chapters/partner_register.html", "Screening a partner")
    items = [tag("li", register, text(": what this book holds on a body, by any of its names."))]
    for row in found.lists:
        said = text(f"{row['authority']} ({row['names']}), read here up to ")
        said += text(date_in_words(str(row["read_to"])))
        items.append(tag("li", link(str(row["address"]), said)))
    for row in found.advisers:
        items.append(
            tag("li", link(str(row["address"]), text(row["name"])), text(f": {row['helps']}."))
        )
    return tag("ul", *items, class_="places in-columns")


def _binding(rule: Rule) -> str:
    """Return a rule below a heading that says that it binds."""
    since = f", since {date_in_words(rule.since)}" if rule.since else ""
    return text(f"{rule.name}{since}")
