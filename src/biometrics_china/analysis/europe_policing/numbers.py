"""The numbers of the chapter on police cooperation."""

from __future__ import annotations

import pandas as pd

from biometrics_china import multiverse, provenance
from biometrics_china.analysis import countries
from biometrics_china.analysis.europe_policing import channels, decisions, links, rules, treaties
from biometrics_china.numbers import Numbers

#: counts that stand in a sentence: name of the number → row
_COUNTS = {
    "dna_first": "pc-001",
    "dna_first_countries": "pc-002",
    "dna_last_dated": "pc-007",
    "dna_last_countries": "pc-008",
    "dna_undated": "pc-009",
    "faces": "pc-014",
    "faces_rival": "pc-015",
    "notices": "pc-019",
    "papers": "pc-020",
    "stations_first": "pc-036",
    "stations_both": "pc-037",
    "stations_europe": "pc-038",
    "stations_de": "pc-044",
    "stations_fr": "pc-046",
    "votes_for": "pc-051",
    "votes_against": "pc-052",
    "cybercrime_members": "pc-053",
    "spain_cases": "pc-054",
    "adequate": "pc-055",
}


def numbers() -> Numbers:
    """Return the numbers of the chapter."""
    found = Numbers("europe_policing", ["police_links"])
    _links(found)
    _treaties(found.using("police_treaties", "police_counts"))
    _rules(found.using("transfer_rules"))
    _decisions(found.using("surrender_decisions"))
    _counts(found.using("police_counts"))
    return found


def _links(found: Numbers) -> None:
    frame = provenance.read_rows("police_links")
    found.count("n_links", len(frame), "arrangements in the table")
    states = set(frame["country"]) - {"EU", "INT"}
    found.count("n_states", len(states), "European states among them")
    for field, name in (("personal_data", "personal"), ("biometrics", "biometric")):
        low, high, total = links.named_bounds(frame, field)
        found.count(f"{name}_low", low, f"agreements that name {name} data, at least")
        found.count(f"{name}_high", high, f"the same, if every unread text did ({name})")
    found.count("n_agreements", total, "agreements")
    named = frame[frame["biometrics"].eq("named")]
    found.count("n_named", len(named), "arrangements of any kind that name biometrics")
    days = frame.set_index("id")["start"]
    for name, row in {
        "europol_day": "pl-001",
        "france_day": "pl-002",
        "hungary_day": "pl-006",
    }.items():
        found.date(name, days[row], f"day of {row}")
    found.date("italy_end", frame.set_index("id")["end"]["pl-012"], "end of joint patrols in Italy")
    counted = links.patrols(provenance.read_rows("police_counts")).query("officers > 0")
    found.count("n_rounds", len(counted), "rounds of joint patrols with a count", "police_counts")
    found.count("most_officers", counted["officers"].max(), "most officers in one", "police_counts")
    found.count("patrol_states", counted["place"].nunique(), "states with them", "police_counts")


def _treaties(found: Numbers) -> None:
    frame = treaties.used(provenance.read_rows("police_treaties"))
    stated = channels.value_of(provenance.read_rows("police_counts"), treaties.STATED)
    low, high = treaties.extradition_bounds(frame, stated)
    found.count("n_members", len(countries.MEMBERS), "member states of the Union")
    found.count("extradition_stated", stated, "European states in the Chinese count")
    found.count("extradition_low", low, "member states with an extradition treaty, by name")
    found.count("extradition_high", high, "the same, if all unnamed treaties are theirs")
    spread = treaties.readings(frame, stated)["members"]
    found.count("extradition_least", spread.min(), "the same, lowest way of counting")
    found.count("extradition_most", spread.max(), "the same, highest way of counting")
    assistance = treaties.members_with(frame, "legal_assistance")
    found.count("assistance_low", assistance, "member states with a treaty on legal assistance")
    suspended = treaties.members_with(frame, "surrender", ("suspended",))
    found.count("suspended", suspended, "member states that suspended surrender to Hong Kong")


def _rules(found: Numbers) -> None:
    frame = provenance.read_rows("transfer_rules")
    found.count("n_rules", len(frame), "provisions read")
    for name, part in rules.by_part(frame).iterrows():
        found.count(f"rules_{name}", part["provisions"], f"provisions, {name}")
        found.count(f"approval_{name}", part["approval"], f"that ask for approval, {name}")
        found.count(f"rights_{name}", part["rights"], f"that ask for rights, {name}")


def _decisions(found: Numbers) -> None:
    frame = provenance.read_rows("surrender_decisions")
    found.count("n_decisions", len(frame), "decisions of courts")
    found.date("turn_day", decisions.turn_date(frame), "day of the judgment in Liu v. Poland")
    units = {
        "": decisions.before_and_after(frame),
        "cases_": decisions.cases_before_and_after(frame),
    }
    for unit, table in units.items():
        for period in ("before", "after"):
            row = table.set_index("period").loc[period]
            kind = "cases" if unit else "decisions"
            allowed = f"{kind} {period} it: allowed"
            found.count(f"{unit}{period}_allowed", row["allowed"], allowed, nought="none")
            rest = row[list(decisions.NOT_ALLOWED)].sum()
            found.count(f"{unit}{period}_not", rest, f"{kind} {period} it: refused or annulled")
    spread = multiverse.spread(decisions.choices(frame))
    said = "share not allowed before"
    found.percent("not_allowed_low", spread["lowest"], f"{said}, lowest reading", bound="low")
    found.percent("not_allowed_high", spread["highest"], f"{said}, highest reading", bound="high")
    found.count("n_choices", spread["n"], "readings")
    persons = frame.set_index("id")["persons"]
    found.count("spain_persons", persons["sd-01"], "persons in one Spanish order")


def _counts(found: Numbers) -> None:
    frame: pd.DataFrame = provenance.by_id("police_counts")
    for name, row in _COUNTS.items():
        found.count(name, frame.loc[row, "value"], str(frame.loc[row, "what"]))
    days = {"stations_month": "pc-036", "hungary_checked": "pc-035", "adequate_day": "pc-055"}
    for name, row in days.items():
        found.date(name, frame.loc[row, "as_of"], f"day of {row}")
