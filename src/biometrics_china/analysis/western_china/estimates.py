"""Published estimates for Tibet and Qinghai: recomputed, weighed, and followed through the press."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from biometrics_china import bounds, multiverse, provenance, tables
from biometrics_china.analysis.western_china import people

TIBET, QINGHAI = "pe-01", "pe-02"
MUNICIPALITY = "ev-w042"
TIBETANS = "Tibetans only, census of 2020"
#: ways of repeating that leave the lower end out
UPPER_ONLY = ("up_to_upper", "upper_as_point", "above_upper")
#: samples in all → samples in one municipality
Here = Callable[[float], float]


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
            TIBETANS: people.persons(frame, "Tibet", 2020, "census", "Tibetan"),
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


def municipality_weight() -> bounds.Bounds:
    """Return the share of one municipality's samples in the estimate for Tibet.

    Its number is a floor, and the place is not named: at most each of its residents, or all samples
    of the estimate, can be in it.
    """
    most = max(municipalities().values())
    return _bounded(lambda samples, here: here(samples) / samples, most)


def share_elsewhere() -> bounds.Bounds:
    """Return the share of residents sampled in Tibet without that municipality, whichever it is."""
    everybody = people.persons(people.populations(), "Tibet", 2020)

    def without(persons: float) -> bounds.Bounds:
        return _bounded(
            lambda samples, here: (samples - here(samples)) / (everybody - persons), persons
        )

    found = [without(persons) for persons in municipalities().values()]
    return bounds.Bounds(min(b.low for b in found), max(b.high for b in found))


def municipalities() -> dict[str, float]:
    """Return the prefectures of Tibet that have as many residents as the municipality has samples."""
    frame, least = people.populations(), float(people.events()[MUNICIPALITY]["number"])
    part = frame[frame["province"].eq("Tibet") & frame["level"].eq("prefecture")]
    part = part[part["year"].eq(2020) & part["definition"].eq("census") & part["persons"].ge(least)]
    return dict(zip(part["place"], part["persons"].astype(float), strict=True))


def _bounded(share: Callable[[float, Here], float], most: float) -> bounds.Bounds:
    """Return the bounds of a share over what is not known: all samples, and those of one place.

    `share` is given the samples of the estimate, and what says how many of them are of the place, in
    which `most` people live.
    """
    estimate, least = published()[TIBET], float(people.events()[MUNICIPALITY]["number"])
    heres: list[Here] = [lambda _: least, lambda samples: min(samples, most)]
    ends = [float(estimate["lower"]), float(estimate["upper"])]
    return bounds.corners(share, samples=ends, here=heres)


def restatements() -> pd.DataFrame:
    """Return the texts that repeat the estimate for Tibet: `id`, `handling`, `label`, `outlet`.

    One row a text, by handling in the order of the vocabulary; one outlet may have several.
    """
    labels = tables.vocabulary("handling")
    frame = texts().assign(label=lambda found: found["handling"].map(labels))
    frame = frame.sort_values("handling", key=lambda h: h.map(list(labels).index), kind="stable")
    return frame[["id", "handling", "label", "outlet"]].reset_index(drop=True)


def outlets() -> int:
    """Return how many outlets these texts are of; a remark in brackets tells texts of one apart."""
    return int(texts()["outlet"].str.split(" (", regex=False).str[0].nunique())


def without_lower_end() -> int:
    """Return how many of these texts do not print the lower end: all but those that give the range."""
    return int(texts()["handling"].ne("range").sum())


def texts() -> pd.DataFrame:
    """Return the texts that repeat the estimate for Tibet."""
    frame = provenance.read_rows("estimate_restatements")
    return frame[frame["estimate_id"].eq(TIBET)]


def implied_population() -> tuple[float, float]:
    """Return the populations of Qinghai over which its two printed shares would be right."""
    row = published()[QINGHAI]
    low, high = (
        float(row[count]) / (float(row[share]) / 100)
        for count, share in (("lower", "printed_low_pct"), ("upper", "printed_high_pct"))
    )
    return low, high


def share_choices() -> pd.DataFrame:
    """Return the share sampled in Tibet under each defensible choice (see `multiverse.grid`).

    Choices: the lower end, the upper end or the middle of the published range, and the population by
    the census; the rounded one of the report gives the same. Each sample is taken for a person; the
    report gives samples and says nothing of repeats.
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
            "population": {name: bases[name] for name in (main, TIBETANS)},
        },
        share,
    )
