"""The numbers of the chapter on research between Europe and China."""

from __future__ import annotations

import pandas as pd

from biometrics_china import bounds, multiverse, origins, provenance
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
    withdrawn = frame[frame["status"].eq("retracted")]
    index = frame[frame["status"].eq("index_only")]
    found.count("n_retracted", withdrawn, "papers: retracted")
    found.count("n_index", index, "papers: index")
    untitled = index[index["label"].isna()]
    found.count("n_index_untitled", untitled, "entries without a title")
    dated = retractions.dated(frame)
    found.count("n_dated", dated, "retracted papers with both dates")
    lag, once = (
        retractions.median_bounds(part) for part in (dated, retractions.batches_once(dated))
    )
    lags = found.made_of(
        dated, how="median of the shortest and of the longest lags that the dates allow"
    )
    bounds.add(lags, "lag", lag["low"], lag["high"], "median lag in months")
    bounds.add(lags, "once", once["low"], once["high"], "the same, a batch once")
    batch = dated[dated["journal"].eq(BATCH_JOURNAL)]
    found.count("n_batch_dated", batch, "of these withdrawn in the largest batch")
    _choices(found, frame)
    europe = frame[frame["european_author"].isin(["yes", "part_time"])]
    found.count("n_european", europe, "records with an author at a European body")
    police = frame[frame["police_author"].eq("yes")]
    found.count("n_police", police, "records with a police author")


def _choices(found: Numbers, frame: pd.DataFrame) -> None:
    spread = multiverse.spread(retractions.choices(frame))
    read = frame[frame["status"].isin(["retracted", "index_only"]) & frame["longest"].notna()]
    part = found.made_of(read, how="median lag, under each reading of these records")
    bounds.add(part, "choice", spread["lowest"], spread["highest"], "median lag over readings")
    part.count("n_distinct", spread["distinct"], "different values among the readings")
    part.count("n_below", spread["below"], "readings below the main one")
    found.count("n_choices", origins.fixed(spread["n"]), "readings of the lag")


def _listed(found: Numbers) -> None:
    frame = listed.of_package().set_index("body")
    for name, bodies, meaning in (
        ("n_partners", frame, "Chinese partners that the United States listed"),
        ("n_before", frame[frame["is_before"]], "of these unlisted when the work began"),
        ("n_after", frame[frame["is_after"]], "of these with work known after the listing"),
    ):
        behind = [_behind(bodies, str(body)) for body in bodies.index]
        how = "bodies among the partners of these links, with their entries on lists"
        found.count(name, origins.chosen([*map(str, bodies.index)], behind, how=how), meaning)
    days = {
        "xinjiang-police-college": "college",
        "mps-ifs": "institute",
        "huawei": "huawei",
        "china-electronics-technology-group-38th-research": "radio",
        "bgi-group": "bgi",
    }
    for body, name in days.items():
        first = origins.over(_behind(frame, body)[1], "date", "min")
        found.date(f"listed_{name}", first, f"first listing: {name}")


def _behind(frame: pd.DataFrame, body: str) -> list[pd.DataFrame]:
    day, through = (str(frame[column][body]) for column in ("listed", "through"))
    return listed.behind(body, day, through)


def _counts(found: Numbers) -> None:
    links = provenance.read_rows("research_links")
    for row, name in {"rl-002": "dutch", "rl-020": "board"}.items():
        for end, field in _ENDS:
            found.count(f"{name}_{end}", origins.cell(links, row, field), f"{name}: {end}")
    critic = ("retractions after complaints", "articles called into question")
    for (end, field), meaning in zip(_ENDS, critic, strict=True):
        found.count(f"critic_{end}", origins.cell(links, "rl-019", field), meaning)
    rows = links.set_index("id")
    for row, name in _SINGLE.items():
        found.count(name, origins.cell(rows, row, "value"), str(rows.loc[row, "subject"]))
    day = origins.cell(rows, "rl-051", "start")
    found.date("batch_day", day, "day of the largest batch of retractions")
    _military(found, links)


#: parts and wholes as others counted them → the fields that hold them
_ENDS = (("part", "value"), ("whole", "denominator"))
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


def _military(found: Numbers, links: pd.DataFrame) -> None:
    rows = links[links["kind"].eq(counts.COUNTS)]
    whole = rows[rows["country"].isna()].iloc[0]
    total = origins.field(whole, "value")
    found.count("military", total, "publications with military universities")
    base = origins.cell(links, "rl-023", "denominator")
    found.count("military_base", base, "publications of Europe and China, at least")
    share = total / base
    meaning = "the first as a share, at most"
    found.percent("military_share", share, meaning, digits=1, bound="high")
    named = rows.dropna(subset=["country"]).sort_values("value", ascending=False, kind="stable")
    top = origins.field(named.iloc[0], "value") / total
    found.percent("military_top", top, "share of the country with most of them")
