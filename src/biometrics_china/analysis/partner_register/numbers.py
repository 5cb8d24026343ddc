"""The numbers of the page on screening a partner."""

from __future__ import annotations

from biometrics_china import provenance, tables
from biometrics_china.analysis.partner_register import holdings, matching, written
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
    _kin(found)
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
    lists = tables.load("lists")
    chinese, whole = lists["country"].eq("CN"), lists["holds"].str.startswith("Every body")
    found.count("n_lists", whole.sum(), "official lists with every Chinese body", "lists")
    found.count("n_lists_of_china", chinese.sum(), "Chinese lists with European bodies", "lists")
    others = all_records.loc[all_records["kind"].ne("list"), "entity_id"]
    found.count(
        "n_only_lists",
        len(set(all_records["entity_id"]) - set(others)),
        "bodies with entries on lists and no other record",
        *used,
    )
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
    found.count(
        "n_ambiguous",
        readings.get("ambiguous", 0),
        "names left for a person to judge",
        nought="none",
    )
    found.count("n_authorities", readings["rule_maker"], "authorities, not screened as partners")
    found.count("n_officials", readings["official"], "public officials by name")


def _kin(found: Numbers) -> None:
    ties = provenance.read_rows("kin")
    by_name = ties["kind"].eq("by_name").sum()
    found.count("n_ties", len(ties), "ties between bodies", "kin")
    found.count("n_ties_by_name", by_name, "of these that rest on the name alone", "kin")
    unread = len(tables.load("kin")) - len(ties)
    found.count("n_ties_unread", unread, "ties in the table whose source was not read", "kin")
    supervised = provenance.read_rows("supervision")
    found.count("n_supervised", len(supervised), "universities by supervisor", "supervision")


def _matching(found: Numbers) -> None:
    results = matching.outcomes(tables.load("matching_labels"))
    found.count("n_labels", len(results), "names labelled by hand")
    found.count("n_wrong", results["outcome"].eq("wrong").sum(), "tied to the wrong body")
    found.count("n_missed", results["outcome"].eq("missed").sum(), "borne by a body not shown")
    found.count("n_first", written.FIRST, "bodies that are looked at first")
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
