"""Rules by reference: how each is called, since when it applies, whom it binds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from biometrics_china import observing, provenance, tables
from biometrics_china.analysis.cooperation.evidence import record

#: sides whose rules on transfers bind those who send or receive; the others were read in notes
BINDING_SIDES = {
    "eu": "Police in the Union",
    "gb": "British authorities",
    "china": "The Chinese side",
}

#: rules on transfers that address first somebody else than their side does
ADDRESSED = {"Europol Regulation": "Europol"}

#: whether a rule has legal force → how that is said
FORCE = {True: "binding", False: "guidance"}


@dataclass(frozen=True)
class Rule:
    """A rule: name with article, first day of application (empty if not read), whom it binds.

    `force` says binding, guidance, or why what would bind does not yet or no longer.
    """

    reference: str
    name: str
    since: str
    binds: str
    is_binding: bool
    force: str
    source_id: str


@observing.kept
def rule(reference: str) -> Rule:
    """Return a rule in force by ``table/row``: of measures, rules on transfers, or provisions.

    Binding is what has legal force and applies; a recital, guidance or a proposal is not. Raises
    ValueError for a row of another table.
    """
    table, _, _row = reference.partition("/")
    made = {"measures": _measure, "transfer_rules": _transfer, "provisions": _provision}
    if table not in made:
        raise ValueError(f"{reference} is no rule; a row of {', '.join(made)} is")
    return made[table](reference)


def listed(references: Iterable[str] | None) -> tuple[Rule, ...]:
    """Return the rules of a list of references; none for an empty cell."""
    return tuple(rule(reference) for reference in references or ())


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _measure(reference: str) -> Rule:
    row = record(reference)
    is_binding = bool(row["is_binding"]) and row["status"] == "in_force"
    name = ": ".join(filter(None, (_text(row["number"]), str(row["title"]))))
    who = tables.vocabulary("measure_addressee")[str(row["addressee"])]
    status = tables.vocabulary("measure_status")[str(row["status"])].lower()
    force = status if row["status"] != "in_force" else FORCE[is_binding]
    day = _text(row["applies"])
    return Rule(reference, name, day, who, is_binding, force, str(row["source_id"]))


def _transfer(reference: str) -> Rule:
    row = record(reference)
    article, side = str(row["article"]), str(row["side"])
    unit = "section" if side == "gb" else "art."
    place = article if article.startswith("recital") else f"{unit} {article}"
    is_binding = side in BINDING_SIDES and not article.startswith("recital")
    who = ADDRESSED.get(str(row["instrument"]), BINDING_SIDES.get(side, "Members"))
    name = f"{row['instrument']}, {place}"
    day, force = _text(row["applies"]), FORCE[is_binding]
    return Rule(reference, name, day, who, is_binding, force, str(row["source_id"]))


def _provision(reference: str) -> Rule:
    row = record(reference)
    instrument = tables.load("instruments").set_index("id").loc[row["instrument_id"]]
    name = f"{instrument['title_en']}, art. {row['article']}"
    since = _effective(str(row["instrument_id"]))
    is_binding = bool(row["is_binding_private"] or row["is_binding_state"])
    binds = BINDING_SIDES["china"]
    source_id = str(row["source_id"])
    return Rule(reference, name, since, binds, is_binding, FORCE[is_binding], source_id)


def _effective(instrument_id: str) -> str:
    events = provenance.read_rows("instrument_events")
    days = events.loc[
        events["instrument_id"].eq(instrument_id)
        & events["event"].eq("effective")
        & events["is_used"].astype(bool),
        "date",
    ]
    return str(days.min()) if len(days) else ""


def table(cells: pd.DataFrame) -> pd.DataFrame:
    """Return each rule that a pair names, once, with the pairs it bears on.

    Columns: `rule`, `since`, `binds`, `force`, `forbids` (pairs of which it
    forbids a part), `bears_on` (other pairs), both in words, `source_id`; in the order of the pairs.
    """
    codes = dict(
        zip(cells["id"], zip(cells["partner"], cells["activity"], strict=True), strict=True)
    )
    each = cells[["id", "rules"]].explode("rules")
    part = cells[["id", "partly_forbidden_by"]].explode("partly_forbidden_by").dropna()
    forbidden = part.groupby("partly_forbidden_by")["id"].agg(list).to_dict()
    rows = []
    for reference, ids in each.groupby("rules", sort=False)["id"]:
        found, bans = rule(str(reference)), forbidden.get(str(reference), [])
        rows.append(
            {
                "rule": found.name,
                "since": found.since,
                "binds": found.binds,
                "force": found.force,
                "forbids": in_words(codes[i] for i in bans),
                "bears_on": in_words(codes[i] for i in ids if i not in bans),
                "source_id": found.source_id,
            }
        )
    return pd.DataFrame(rows)


def in_words(pairs: Iterable[tuple[str, str]]) -> str:
    """Return pairs of partner and activity (codes) in words, the activities of a partner together."""
    partners, activities = (tables.vocabulary(f"cooperation_{c}") for c in ("partner", "activity"))
    together: dict[str, list[str]] = {}
    for partner, activity in pairs:
        together.setdefault(partners[partner], []).append(activities[activity].lower())
    return "; ".join(f"{partner}: {', '.join(done)}" for partner, done in together.items())
