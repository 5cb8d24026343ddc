"""The numbers of the chapter on police cooperation."""

from __future__ import annotations

import pandas as pd

from biometrics_china import countries, formulas, origins, provenance
from biometrics_china.analysis.europe_policing import decisions, links, rules, treaties
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
    found.count("n_links", frame, "arrangements in the table")
    in_states = frame[~frame["country"].isin(["EU", "INT"])]
    found.count("n_states", origins.distinct(in_states, "country"), "European states among them")
    agreements = frame[frame["kind"].isin(links.TEXTS)]
    for field, name in (("personal_data", "personal"), ("biometrics", "biometric")):
        named = agreements[agreements[field].eq("named")]
        or_unread = agreements[agreements[field].isin(["named", "not_read"])]
        at_least = origins.count(named, agreements)
        found.count(f"{name}_low", at_least, f"agreements that name {name} data, at least")
        found.count(f"{name}_high", or_unread, f"the same, if every unread text did ({name})")
    found.count("n_agreements", agreements, "agreements")
    named = frame[frame["biometrics"].eq("named")]
    found.count("n_named", named, "arrangements of any kind that name biometrics")
    for name, row in {
        "europol_day": "pl-001",
        "france_day": "pl-002",
        "hungary_day": "pl-006",
    }.items():
        meaning = str(frame.set_index("id").loc[row, "what"])
        found.date(name, origins.cell(frame, row, "start"), f"first day: {meaning}")
    end = origins.cell(frame, "pl-012", "end")
    found.date("italy_end", end, "end of joint patrols in Italy")
    _patrols(found.using("police_counts"))


def _patrols(found: Numbers) -> None:
    rows = provenance.read_rows("police_counts")
    rows = rows[rows["series"].eq("patrols") & rows["as_of"].notna() & rows["value"].gt(0)]
    found.count("n_rounds", rows, "rounds of joint patrols with a count")
    found.count("most_officers", origins.over(rows, "value", "max"), "most officers in one")
    found.count("patrol_states", origins.distinct(rows, "country"), "states with them")


def _treaties(found: Numbers) -> None:
    frame = treaties.used(provenance.read_rows("police_treaties"))
    counts = provenance.read_rows("police_counts")
    members = origins.fixed(len(countries.MEMBERS))
    found.count("n_members", members, "member states of the Union")
    ministry = origins.cell(counts, treaties.STATED, "value")
    found.count("extradition_stated", ministry, "European states in the Chinese count")
    named = treaties.of_kind(frame, "extradition")
    of_members = named[named["country"].isin(countries.MEMBERS)]
    by_name = origins.distinct(of_members, "country")
    found.count("extradition_low", by_name, "member states with an extradition treaty, by name")
    if_unnamed = by_name + (ministry - origins.distinct(named, "country"))
    at_most = formulas.least([if_unnamed, members])
    found.count("extradition_high", at_most, "the same, if all unnamed treaties are theirs")
    unnamed = at_most - by_name
    ways = []
    for statuses in (("in_force",), treaties.CONCLUDED, (*treaties.CONCLUDED, "initialled")):
        rows = treaties.of_kind(frame, "extradition", statuses)
        states = origins.distinct(rows[rows["country"].isin(countries.MEMBERS)], "country")
        ways += [states, states + unnamed]
    found.count("extradition_least", formulas.least(ways), "the same, lowest way of counting")
    found.count("extradition_most", formulas.most(ways), "the same, highest way of counting")
    for name, kind, statuses, meaning in (
        (
            "assistance_low", "legal_assistance", treaties.CONCLUDED,
            "member states with a treaty on legal assistance",
        ),
        (
            "suspended", "surrender", ("suspended",),
            "member states that suspended surrender to Hong Kong",
        ),
    ):  # fmt: skip
        rows = treaties.of_kind(frame, kind, statuses)
        rows = rows[rows["country"].isin(countries.MEMBERS)]
        found.count(name, origins.distinct(rows, "country"), meaning)


def _rules(found: Numbers) -> None:
    frame = provenance.read_rows("transfer_rules")
    found.count("n_rules", frame, "provisions read")
    asked = frame["demands"].map(lambda demands: set(demands or ()))
    approval = asked.map(lambda demands: bool(demands & set(rules.APPROVAL))).astype(bool)
    rights = asked.map(lambda demands: "person_rights" in demands).astype(bool)
    for name, sides in (("china", ("china",)), ("europe", rules.EUROPE)):
        part = frame["side"].isin(sides)
        found.count(f"rules_{name}", frame[part], f"provisions, {name}")
        found.count(f"approval_{name}", frame[part & approval], f"that ask for approval, {name}")
        found.count(f"rights_{name}", frame[part & rights], f"that ask for rights, {name}")


def _decisions(found: Numbers) -> None:
    frame = provenance.read_rows("surrender_decisions")
    found.count("n_decisions", frame, "decisions of courts")
    turn = origins.cell(frame, decisions.TURN, "date")
    found.date("turn_day", turn, "day of the judgment in Liu v. Poland")
    others = frame[frame["id"].ne(decisions.TURN)]
    for unit, rows in (("", others), ("cases_", decisions.cases(frame))):
        dated = rows.dropna(subset=["date"])
        is_before = dated["date"].lt(decisions.turn_date(frame))
        for period, part in (("before", dated[is_before]), ("after", dated[~is_before])):
            kind = "cases" if unit else "decisions"
            allowed = origins.count(part[part["outcome"].eq("allowed")], part)
            meaning = f"{kind} {period} it: allowed"
            found.count(f"{unit}{period}_allowed", allowed, meaning, nought="none")
            rest = part[part["outcome"].isin(decisions.NOT_ALLOWED)]
            found.count(f"{unit}{period}_not", rest, f"{kind} {period} it: refused or annulled")
    said = "share not allowed before"
    before = frame[frame["date"].lt(decisions.turn_date(frame))]
    before = before.sort_values("date", kind="stable")
    ways = [
        origins.share(rows[rows["outcome"].isin(refused)], rows)
        for part in (before, before[before["is_highest"].astype(bool)])
        for rows in (decisions.cases(part), part)
        for refused in (decisions.NOT_ALLOWED, ("refused",))
    ]
    least, most = formulas.least(ways), formulas.most(ways)
    found.percent("not_allowed_low", least, f"{said}, lowest reading", bound="low")
    found.percent("not_allowed_high", most, f"{said}, highest reading", bound="high")
    found.count("n_choices", origins.fixed(len(decisions.choices(frame))), "readings")
    persons = origins.cell(frame, "sd-01", "persons")
    found.count("spain_persons", persons, "persons in one Spanish order")


def _counts(found: Numbers) -> None:
    frame: pd.DataFrame = provenance.by_id("police_counts")
    for name, row in _COUNTS.items():
        found.count(name, origins.cell(frame, row, "value"), str(frame.loc[row, "what"]))
    days = {"stations_month": "pc-036", "hungary_checked": "pc-035", "adequate_day": "pc-055"}
    for name, row in days.items():
        meaning = f"day of the count: {frame.loc[row, 'what']!s}"
        found.date(name, origins.cell(frame, row, "as_of"), meaning)
