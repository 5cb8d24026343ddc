"""The numbers of the page on screening a partner."""

from __future__ import annotations

from biometrics_china import tables
from biometrics_china.analysis.partner_register import holdings, matching
from biometrics_china.numbers import Numbers
from biometrics_china.register.records import records
from biometrics_china.statistics import Proportion

#: the words in which each measure is explained
_MEANING = {
    "precision": "share of names tied to a body that were tied to the right one",
    "recall": "share of names borne by one body that were tied to it",
    "shown": "share of names borne by a body whose body was at least shown",
    "apart": "share of names of other bodies that were tied to none",
}


def numbers() -> Numbers:
    """Return the numbers of the page."""
    found = Numbers("partner_register", ["entities", "entity_names"])
    _holdings(found)
    _names(found)
    _matching(found.using("matching_labels", "entities", "entity_names"))
    return found


def _holdings(found: Numbers) -> None:
    bodies, all_records = holdings.bodies(), records()
    used = tuple(sorted(all_records["table"].unique()))
    found.count("n_bodies", len(bodies), "bodies in the register")
    found.count(
        "n_records", len(all_records), "records, counting one for each body it names", *used
    )
    found.count("n_tables", len(used), "tables whose rows name the bodies", *used)
    found.count("n_firms", bodies["kind"].eq("firm").sum(), "firms among the bodies")
    found.count("n_police", bodies["kind"].eq("police_body").sum(), "police bodies among them")
    listed = all_records.loc[all_records["kind"].eq("list"), "entity_id"]
    drafting = all_records.loc[all_records["kind"].eq("standard"), "entity_id"]
    found.count(
        "n_listed", listed.nunique(), "bodies ever put on a list or under an order", "listings"
    )
    found.count(
        "n_listed_drafters",
        len(set(listed) & set(drafting)),
        "bodies among them that drafted a standard",
        "listings",
        "standard_drafters",
    )


def _names(found: Numbers) -> None:
    readings = tables.load("entity_names")["reading"].value_counts()
    found.count("n_names", int(readings.sum()), "names as written in other tables")
    found.count("n_tied", readings["body"], "of these tied to one or more bodies")
    found.count("n_unspecific", readings["unspecific"], "classes of bodies and unnamed bodies")
    found.count("n_ambiguous", readings.get("ambiguous", 0), "names left for a person to judge")


def _matching(found: Numbers) -> None:
    results = matching.outcomes(tables.load("matching_labels"))
    found.count("n_labels", len(results), "names labelled by hand")
    found.count("n_wrong", results["outcome"].eq("wrong").sum(), "tied to the wrong body")
    found.count("n_missed", results["outcome"].eq("missed").sum(), "borne by a body not shown")
    shares = matching.quality(results)
    for name, share in shares.items():
        _share(found, name, share)
    found.count(
        "precision_of", shares["precision"].total, f"names behind the {_MEANING['precision']}"
    )


def _share(found: Numbers, name: str, share: Proportion) -> None:
    found.percent(name, share.share, _MEANING[name])
    found.percent(f"{name}_low", share.low, f"{_MEANING[name]}, lower bound (Wilson)")
    found.percent(f"{name}_high", share.high, f"{_MEANING[name]}, upper bound (Wilson)")
