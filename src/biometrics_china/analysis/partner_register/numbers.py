"""The numbers of the page on screening a partner."""

from __future__ import annotations

import pandas as pd

from biometrics_china import formulas, origins, provenance, tables
from biometrics_china.analysis.partner_register import matching, written
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
    entities, all_records = tables.load("entities"), records()
    used = tuple(sorted(all_records["table"].unique()))
    found.count("n_bodies", entities, "bodies in the register")
    rows = sorted(all_records["row_id"].unique())
    how = "pairs of a body and one of these rows"
    named = origins.of(len(all_records), rows, how=how)
    found.count("n_records", named, "records, counting one for each body it names", *used)
    tables_of = origins.of(len(used), rows, how="tables in which these rows stand")
    found.count("n_tables", tables_of, "tables whose rows name the bodies", *used)
    kinds = entities["kind"]
    found.count("n_firms", entities[kinds.eq("firm")], "firms among the bodies")
    found.count("n_police", entities[kinds.eq("police_body")], "police bodies among them")
    lists = tables.load("lists")
    chinese, whole = lists["country"].eq("CN"), lists["holds"].str.startswith("Every body")
    found.count("n_lists", lists[whole], "official lists with every Chinese body", "lists")
    found.count("n_lists_of_china", lists[chinese], "Chinese lists with European bodies", "lists")
    of_lists, of_others = (all_records[k] for k in _parts(all_records["kind"].eq("list")))
    only = sorted(set(of_lists["entity_id"]) - set(of_others["entity_id"]))
    found.count(
        "n_only_lists",
        origins.count(only),
        "bodies with entries on lists and no other record",
        *used,
    )
    listed = origins.count(sorted(of_lists["entity_id"].unique()))
    found.count("n_listed", listed, "bodies ever put on a list or under an order", "listings")
    drafting = all_records[all_records["kind"].eq("standard")]
    found.count(
        "n_listed_drafters",
        origins.count(sorted(set(of_lists["entity_id"]) & set(drafting["entity_id"]))),
        "bodies among them that drafted a standard",
        "listings",
        "standard_drafters",
    )


def _parts(is_so: pd.Series) -> tuple[pd.Series, pd.Series]:
    return is_so, ~is_so


def _names(found: Numbers) -> None:
    frame = tables.load("entity_names")
    found.count("n_names", frame, "names as written in other tables")
    for name, reading, meaning in (
        ("tied", "body", "of these tied to one or more bodies"),
        ("unspecific", "unspecific", "classes of bodies and unnamed bodies"),
        ("ambiguous", "ambiguous", "names left for a person to judge"),
        ("authorities", "rule_maker", "authorities, not screened as partners"),
        ("officials", "official", "public officials by name"),
    ):
        read = frame[frame["reading"].eq(reading)]
        nought = "none" if name == "ambiguous" else "0"
        found.count(f"n_{name}", origins.count(read, frame), meaning, nought=nought)


def _kin(found: Numbers) -> None:
    ties = provenance.read_rows("kin")
    by_name = ties[ties["kind"].eq("by_name")]
    found.count("n_ties", ties, "ties between bodies", "kin")
    found.count("n_ties_by_name", by_name, "of these that rest on the name alone", "kin")
    every = tables.load("kin")
    unread = every[~every["id"].isin(ties["id"])]
    found.count("n_ties_unread", unread, "ties in the table whose source was not read", "kin")
    supervised = provenance.read_rows("supervision")
    found.count("n_supervised", supervised, "universities by supervisor", "supervision")


def _matching(found: Numbers) -> None:
    results = matching.outcomes(tables.load("matching_labels"))
    found.count("n_labels", results, "names labelled by hand")
    wrong, missed = (results[results["outcome"].eq(o)] for o in ("wrong", "missed"))
    found.count("n_wrong", origins.count(wrong, results), "tied to the wrong body")
    found.count("n_missed", origins.count(missed, results), "borne by a body not shown")
    found.count("n_first", origins.fixed(written.FIRST), "bodies that are looked at first")
    shares, rows = matching.quality(results), matching.behind(results)
    for name, share in shares.items():
        _share(found, name, share, origins.share(*rows[name]))
    meaning = f"names behind the {_MEANING['precision']}"
    found.count("precision_of", rows["precision"][1], meaning)


def _share(found: Numbers, name: str, share: Proportion, made: origins.Origin) -> None:
    found.percent(name, made, _MEANING[name])
    for end, words in (("low", "lower"), ("high", "upper")):
        bound = formulas.wilson(made, end, getattr(share, end))
        found.percent(f"{name}_{end}", bound, f"{_MEANING[name]}, {words} bound (Wilson)")
