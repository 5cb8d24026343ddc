"""The numbers of the chapter on research between Europe and China."""

from __future__ import annotations

import pandas as pd

from biometrics_china import bounds, multiverse, provenance
from biometrics_china.analysis.europe_research import counts, listed, numbers_base, retractions
from biometrics_china.numbers import Numbers

#: the journal of the largest batch of retractions
BATCH_JOURNAL = "Molecular Genetics & Genomic Medicine"


def numbers() -> Numbers:
    """Return the numbers of the chapter."""
    found = Numbers("europe_research", ["research_links"])
    _retractions(found.using("retractions"))
    _listed(found.using("research_links", "listings", "entity_names"))
    _counts(found)
    numbers_base.add(found)
    return found


def _retractions(found: Numbers) -> None:
    frame = retractions.papers()
    index = frame[frame["status"].eq("index_only")]
    found.count("n_retracted", frame["status"].eq("retracted").sum(), "papers: retracted")
    found.count("n_index", len(index), "papers: index")
    found.count("n_index_untitled", index["label"].isna().sum(), "entries without a title")
    dated = retractions.dated(frame)
    found.count("n_dated", len(dated), "retracted papers with both dates")
    lag, once = (
        retractions.median_bounds(part) for part in (dated, retractions.batches_once(dated))
    )
    bounds.add(found, "lag", lag["low"], lag["high"], "median lag in months")
    bounds.add(found, "once", once["low"], once["high"], "the same, a batch once")
    batch = dated[dated["journal"].eq(BATCH_JOURNAL)]
    found.count("n_batch_dated", len(batch), "of these withdrawn in the largest batch")
    spread = multiverse.spread(retractions.choices(frame))
    bounds.add(found, "choice", spread["lowest"], spread["highest"], "median lag over readings")
    found.count("n_distinct", spread["distinct"], "different values among the readings")
    found.count("n_below", spread["below"], "readings below the main one")
    found.count("n_choices", spread["n"], "readings of the lag")
    europe = frame["european_author"].isin(["yes", "part_time"])
    found.count("n_european", europe.sum(), "records with an author at a European body")
    found.count("n_police", frame["police_author"].eq("yes").sum(), "records with a police author")


def _listed(found: Numbers) -> None:
    frame = listed.of_package().set_index("body")
    found.count("n_partners", len(frame), "Chinese partners that the United States listed")
    found.count("n_before", frame["is_before"].sum(), "of these unlisted when the work began")
    found.count("n_after", frame["is_after"].sum(), "of these with work known after the listing")
    days = {
        "xinjiang-police-college": "college",
        "mps-ifs": "institute",
        "huawei": "huawei",
        "china-electronics-technology-group-38th-research": "radio",
        "bgi-group": "bgi",
    }
    for body, name in days.items():
        found.date(f"listed_{name}", frame.loc[body, "listed"], f"first listing: {name}")


def _counts(found: Numbers) -> None:
    links = provenance.read_rows("research_links")
    audits = counts.audits(links).set_index("id")
    for row, name in {"rl-002": "dutch", "rl-020": "board"}.items():
        found.count(f"{name}_part", audits.loc[row, "part"], f"{name}: part")
        found.count(f"{name}_whole", audits.loc[row, "whole"], f"{name}: whole")
    found.count("critic_part", audits.loc["rl-019", "part"], "retractions after complaints")
    found.count("critic_whole", audits.loc["rl-019", "whole"], "articles called into question")
    rows = links.set_index("id")
    for row, name in _SINGLE.items():
        found.count(name, rows.loc[row, "value"], str(rows.loc[row, "subject"]))
    found.date("batch_day", rows["start"]["rl-051"], "day of the largest batch of retractions")
    _military(found, counts.military(links), rows)


#: rows whose value stands in a sentence → the name of the number
_SINGLE = {
    "rl-007": "tumxuk",
    "rl-009": "copenhagen",
    "rl-013": "profiles",
    "rl-015": "male_profiles",
    "rl-030": "facer_grant",
    "rl-032": "facer_chinese",
    "rl-031": "facer_papers",
    "rl-034": "dataface",
    "rl-040": "nifty_countries",
    "rl-041": "nifty_women",
    "rl-042": "nifty_stored",
    "rl-047": "nifty_eu",
    "rl-051": "batch",
    "rl-052": "batch_rival",
}


def _military(found: Numbers, frame: pd.DataFrame, rows: pd.DataFrame) -> None:
    total = int(frame["publications"].sum())
    found.count("military", total, "publications with military universities")
    base = float(rows["denominator"]["rl-023"])
    found.count("military_base", base, "publications of Europe and China, at least")
    found.percent(
        "military_share",
        total / base,
        "the first as a share, at most",
        digits=1,
        bound="high",
    )
    top = frame.iloc[0]["publications"]
    found.percent("military_top", top / total, "share of the country with most of them")
