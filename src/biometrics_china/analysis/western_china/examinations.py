"""The health examinations of Xinjiang: series, the file that a study took from them, the ages named."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance
from biometrics_china.analysis.western_china import people

#: rows of the series: year, event, series
OFFICIAL = "announced by officials"
SERIES = (
    (2016, "ev-w001", OFFICIAL),
    (2017, "ev-w006", OFFICIAL),
    (2018, "ev-w009", OFFICIAL),
    (2016, "ev-w012", "regional database, in a journal"),
    (2017, "ev-w013", "regional database, in a journal"),
    (2018, "ev-w014", "regional database, in a journal"),
    (2017, "ev-w015", "research extract, age 15 and over"),
    (2018, "ev-w016", "research extract, age 15 and over"),
    (2017, "ev-w007", "plan"),
)
CUMULATIVE_3, CUMULATIVE_4 = "ev-w010", "ev-w011"


def series() -> pd.DataFrame:
    """Return people examined by year and series: `id`, `year`, `series`, `million`, `basis`.

    The fourth round is the difference of two cumulative totals and marked `derived`.
    """
    rows = people.events()
    found = [
        {
            "id": row,
            "year": year,
            "series": name,
            "million": _number(rows, row) / 1e6,
            "basis": "stated",
        }
        for year, row, name in SERIES
    ]
    fourth = _number(rows, CUMULATIVE_4) - _number(rows, CUMULATIVE_3)
    both = f"{CUMULATIVE_3};{CUMULATIVE_4}"
    found.append(
        {**found[0], "id": both, "year": 2019, "million": fourth / 1e6, "basis": "derived"}
    )
    return pd.DataFrame(found).sort_values(["series", "year"], ignore_index=True)


def _number(rows: people.Rows, row: str) -> float:
    return float(rows[row]["number"])


def research_file() -> pd.DataFrame:
    """Return each ethnic group's share in the research file and in two populations.

    The file is of adults, the populations of all ages. Columns `group`, `in_file`, `registered`
    (2015), `residents` (census of 2020; missing where not read), `ratio_registered`,
    `ratio_residents`. Largest share in the file first.
    """
    shares = provenance.read_rows("research_file_groups")
    shares = shares[shares["grouping"].eq("ethnic_group") & ~shares["group"].eq("other")]
    frame = people.populations()
    registered = people.persons(frame, "Xinjiang", 2015, "registered")
    resident = people.persons(frame, "Xinjiang", 2020)
    rows = []
    for row in shares.sort_values("share_pct", ascending=False, kind="stable").to_dict("records"):
        group, in_file = str(row["group"]), float(row["share_pct"]) / 100
        base = people.persons(frame, "Xinjiang", 2015, "registered", group) / registered
        try:
            census = people.persons(frame, "Xinjiang", 2020, "census", group) / resident
        except KeyError:
            census = float("nan")
        rows.append(
            {
                "group": group,
                "in_file": in_file,
                "registered": base,
                "residents": census,
                "ratio_registered": in_file / base,
                "ratio_residents": in_file / census,
            }
        )
    return pd.DataFrame(rows)


def eligible() -> float:
    """Return residents of the ages the guidelines of 2017 name, 12 to 65, by the census of 2020.

    Ages within a band are taken as evenly spread: three of the five years from 10 to 14, and one of
    the five from 65 to 69. It is the size of the target, never of the collection.
    """
    frame = people.populations()

    def group(words: str) -> float:
        return people.persons(frame, "Xinjiang", 2020, "census", words)

    from_10 = group("age 0-14") - group("age 0-9")
    over_70 = group("age 70-79") + group("age 80-89") + group("age 90+")
    from_65 = group("age 65+") - over_70
    return group("age 15-64") + 3 / 5 * from_10 + 1 / 5 * from_65
