"""Numbers on the operation of 2021."""

from __future__ import annotations

from biometrics_china.analysis.trafficking import operation
from biometrics_china.analysis.trafficking.counts import one, reunion_counts
from biometrics_china.numbers import Numbers


def add_operation(found: Numbers) -> None:
    """Add the course of the operation within its year."""
    table = operation.within_year()
    last, autumn = table.iloc[-1], table.set_index("as_of").loc[operation.SEPTEMBER]
    found.date("op_year", operation.SINCE[:4], "year of the operation")
    found.count("op_found", last["found"], "people found by the operation in 2021")
    found.count("op_cases", last["cases_solved"], "old cases solved by the operation, more than")
    found.count("op_per_case", round(last["found"] / last["cases_solved"]), "found for each case")
    found.percent("op_late", 1 - autumn["share"], "found after 21 September, per cent")
    found.date("op_autumn", operation.SEPTEMBER, "date of the report in September")
    found.count("op_pace_first", round(table["per_day"].iloc[0]), "found a day to 3 May")
    found.count("op_pace_last", round(table["per_day"].iloc[-1]), "found a day in December")
    found.count("n_op", len(table), "reports on the operation")
    frame = reunion_counts()
    part = frame[frame["series"].eq(operation.OPERATION)]
    suspects = one(part, measure="suspects_caught", as_of=operation.DECEMBER)
    found.count("op_suspects", suspects, "suspects caught by the operation, more than")
    new = one(part, measure="stated_share", category="new_samples")
    found.count("op_new_samples", new, "share matched through samples newly taken, per cent, about")
    points = frame[frame["series"].eq("free_points") & frame["measure"].eq("samples")]
    found.count(
        "op_volunteers",
        one(points, as_of=operation.DECEMBER),
        "people who came to free points in 2021, about",
    )


def add_apart(found: Numbers) -> None:
    """Add how long those found had been apart from their families."""
    table = operation.apart()
    december = table[table["as_of"].eq(operation.DECEMBER)]
    found.count("apart_stated", december["count"].sum(), "apart for twenty years or more")
    found.count("apart_60", december["count"].iloc[-1], "apart for sixty years or more")
    for end in ("first", "second"):
        row = december.iloc[0 if end == "first" else 1]
        found.words(f"apart_{end}_band", row["band"], f"{end} band of years apart")
        found.percent(f"apart_{end}", row["of_stated"], f"of these, {row['band']}, per cent")
    found.words("apart_last_band", december["band"].iloc[-1], "last band of years apart")
    bounds = operation.long_apart_bounds().set_index("as_of")
    found.percent(
        "apart_share", bounds.loc[operation.DECEMBER, "low"], "of all found, per cent, at least"
    )
    for end in ("low", "high"):
        found.percent(
            f"apart_autumn_{end}",
            bounds.loc[operation.SEPTEMBER, end],
            f"the same in September, {end}er bound",
        )
