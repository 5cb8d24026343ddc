"""Numbers on the survey of public bodies in the United Kingdom, and on police forces."""

from __future__ import annotations

from biometrics_china import formulas, multiverse, origins, provenance
from biometrics_china.analysis.europe_technology import survey
from biometrics_china.numbers import Numbers


def add(found: Numbers) -> None:
    """Add the numbers of both surveys."""
    _bodies(found)
    _bounds(found)
    _forces(found)


def _bodies(found: Numbers) -> None:
    frame, rows = survey.survey(), survey.survey_rows()
    row_of = rows.set_index("user")["id"]
    for row in frame[frame["kind"].isin(["local", "police"])].to_dict("records"):
        kind, label = row["kind"], row["label"]
        printed, answered = (
            origins.cell(rows, row_of[kind], field) for field in ("value", "denominator")
        )
        meaning = f"{label}: per cent as printed"
        found.percent(f"share_{kind}", origins.per_cent(printed), meaning)
        found.count(f"answered_{kind}", answered, f"{label}: bodies that answered")
        how = f"counts out of {row['answered']:,} that print as {row['printed']} per cent"
        part = found.made_of(row_of[kind], how=how)
        part.count(f"least_{kind}", row["low_count"], f"{label}: least count that prints so")
        if row["high_count"] > row["low_count"]:
            part.count(f"most_{kind}", row["high_count"], f"{label}: greatest that prints so")


def _bounds(found: Numbers) -> None:
    frame, rows = survey.survey(), survey.survey_rows()
    answered = int(frame["answered"].sum())
    users = (int(frame["low_count"].sum()), int(frame["high_count"].sum()))
    total = survey.everybody()
    low, high = survey.bounds(users, answered, total)
    users_of_all = origins.cell(provenance.by_id("deployments"), survey.ESTIMATE, "value")
    estimated = users_of_all / (survey.ESTIMATE_PERCENT / 100)
    everybody = 10 * formulas.whole(estimated / 10)
    meaning = "public bodies, if the group's estimate is right"
    found.count("everybody", everybody, meaning)
    response = origins.over(rows, "denominator") / estimated
    found.percent("response", response, "share of them that answered")
    for bound, value, how, meaning in (
        (
            "low", low, f"{users[0]:,} / {total:,.0f}",
            "share of all if none of the silent uses the cameras",
        ),
        (
            "high", high, f"({users[1]:,} + {total:,.0f} − {answered:,}) / {total:,.0f}",
            "share of all if all of the silent do",
        ),
    ):  # fmt: skip
        end = origins.of(value, rows, survey.ESTIMATE, how=how)
        found.percent(f"bound_{bound}", end, meaning, digits=1, bound=bound)
    none = rows[survey.counts_behind(rows)["rounded"].eq(0)]
    found.count("n_no_rounding", none, "kinds for which no count rounds to the percentage")
    spread = multiverse.spread(survey.choices(frame, total))
    found.count("n_choices", origins.fixed(spread["n"]), "readings of the survey")


def _forces(found: Numbers) -> None:
    rows = provenance.by_id("deployments")
    for name, row, field, meaning in (
        ("answered", "dp-073", "denominator", "forces and agencies that answered"),
        ("inside", "dp-073", "value", "of these with such cameras inside, at least"),
        ("outside", "dp-074", "value", "of these with such cameras outside, at least"),
        ("hikvision", "dp-075", "value", "with Hikvision, in the first count"),
    ):
        found.count(f"forces_{name}", origins.cell(rows, row, field), meaning)
