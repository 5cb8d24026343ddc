"""Published estimates for Tibet and Qinghai: recomputed, weighed, and followed through the press."""

from __future__ import annotations

import pandas as pd

from biometrics_china import multiverse, provenance, statistics, tables
from biometrics_china.analysis.western_china import people

TIBET, QINGHAI = "pe-01", "pe-02"
MUNICIPALITY = "ev-w042"
#: ways of repeating that leave the lower end out
UPPER_ONLY = ("up_to_upper", "upper_as_point", "above_upper")


def published() -> people.Rows:
    """Return the published estimates that were read, by id."""
    return provenance.by_id("published_estimates").to_dict("index")


def denominators() -> dict[str, dict[str, float]]:
    """Return the populations an estimate can be divided by: estimate → name → persons."""
    frame = people.populations()
    return {
        TIBET: {
            "residents, end of 2021, rounded": people.persons(frame, "Tibet", 2021, "year_end"),
            "residents, census of 2020": people.persons(frame, "Tibet", 2020),
            "Tibetans only, census of 2020": people.persons(
                frame, "Tibet", 2020, "census", "Tibetan"
            ),
        },
        QINGHAI: {
            "residents, census of 2020": people.persons(frame, "Qinghai", 2020),
            "minorities only, census of 2020": people.persons(
                frame, "Qinghai", 2020, "census", "minorities"
            ),
        },
    }


def shares() -> pd.DataFrame:
    """Return each estimate as a share of each population, beside the shares as printed.

    Columns `estimate`, `base`, `low`, `high` (0 to 1), `is_printed`. The last population of each
    estimate is a bound: the share if everybody sampled belonged to the group.
    """
    rows = []
    bases = denominators()
    for key, row in published().items():
        if key not in bases:
            continue
        printed = float(row["printed_low_pct"]) / 100, float(row["printed_high_pct"]) / 100
        rows.append({"estimate": row["what"], "base": "as printed", "low": printed[0],
                     "high": printed[1], "is_printed": True})  # fmt: skip
        for base, persons in bases[key].items():
            rows.append({"estimate": row["what"], "base": base,
                         "low": float(row["lower"]) / persons,
                         "high": float(row["upper"]) / persons, "is_printed": False})  # fmt: skip
    return pd.DataFrame(rows)


def recomputes(printed_pct: float, count: float, persons: float, digits: int = 1) -> bool:
    """Return True if a printed percentage follows from count and population, rounded or cut."""
    share, step = 100 * count / persons, 10**-digits
    return bool(abs(share - printed_pct) < step)


def municipality_weight() -> tuple[float, float]:
    """Return the share of one municipality's samples in the estimate for Tibet: least, most.

    The number of the municipality is a floor, so the shares are floors too.
    """
    row, estimate = people.events()[MUNICIPALITY], published()[TIBET]
    number = float(row["number"])
    return number / float(estimate["upper"]), number / float(estimate["lower"])


def restatements() -> pd.DataFrame:
    """Return how outlets repeat the estimate for Tibet: `handling`, `label`, `outlets`, `n`.

    In the order of the vocabulary; `outlets` names them.
    """
    frame = provenance.read_rows("estimate_restatements")
    frame = frame[frame["estimate_id"].eq(TIBET)]
    labels = tables.vocabulary("handling")
    grouped = frame.groupby("handling").agg(outlets=("outlet", ", ".join), n=("outlet", "size"))
    found = grouped.reindex([h for h in labels if h in grouped.index]).reset_index()
    found["label"] = found["handling"].map(labels)
    return found[["handling", "label", "outlets", "n"]]


def upper_only() -> statistics.Proportion:
    """Return the share of outlets that leave the lower end out, with its Wilson interval."""
    frame = restatements().set_index("handling")["n"]
    return statistics.wilson(int(frame.reindex(list(UPPER_ONLY)).fillna(0).sum()), int(frame.sum()))


def share_choices() -> pd.DataFrame:
    """Return the share sampled in Tibet under each defensible choice (see `multiverse.grid`).

    Choices: the lower end, the upper end or the middle of the published range, and the population.
    Each sample is taken for a person; the report gives samples and says nothing of repeats.
    """
    row = published()[TIBET]
    low, high = float(row["lower"]), float(row["upper"])
    bases = denominators()[TIBET]
    main = "residents, census of 2020"

    def share(samples: float, population: float) -> float:
        return samples / population

    return multiverse.grid(
        {
            "samples": {"middle": (low + high) / 2, "lower end": low, "upper end": high},
            "population": {name: bases[name] for name in [main, *(b for b in bases if b != main)]},
        },
        share,
    )
