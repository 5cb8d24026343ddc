"""What must hold in the data for the words of the page to be true."""

from __future__ import annotations

from biometrics_china import tables
from biometrics_china.analysis.partner_register import holdings, matching, names_held, written
from biometrics_china.register.records import records

#: the bodies with records of the most kinds
_MOST_KINDS = {"huawei", "hikvision", "dahua"}


def weak_names_are_tied_to_no_body() -> bool:
    """Return whether no labelled name in Pinyin, misspelt or in parts was tied to a body.

    More than ten such names are labelled; names longer than that of the body count as well.
    """
    labels = tables.load("matching_labels")
    weak = labels[labels["variation"].isin(["pinyin", "misspelt", "partial", "longer"])]
    tied = matching.outcomes(weak)["outcome"].isin(["named", "wrong"])
    return len(weak) > 10 and not tied.any()


def most_listed_lack_a_chinese_name() -> bool:
    """Return whether over half of the Chinese bodies known from lists alone have no Chinese name."""
    found = names_held.lacking().set_index("group")
    listed = found.loc[names_held.GROUPS[False]]
    return bool(listed["chinese"] > listed["bodies"] / 2)


def most_records_are_entries_on_lists_of_firms() -> bool:
    """Return whether over half of the records are entries on lists, and over half of these of firms."""
    found = holdings.by_kind(holdings.bodies(), records()).set_index("kind")
    entries = found["list"].sum()
    return bool(entries > found.to_numpy().sum() / 2 and found["list"]["Firm"] > entries / 2)


def three_firms_have_records_of_most_kinds() -> bool:
    """Return whether Huawei, Hikvision and Dahua each have records of more kinds than any other body."""
    found = holdings.most_recorded(holdings.bodies(), records()).set_index("id")
    kinds = found.drop(columns="name").gt(0).sum(axis=1)
    rest = kinds[~kinds.index.isin(_MOST_KINDS)]
    return bool(set(kinds.index) >= _MOST_KINDS and kinds[list(_MOST_KINDS)].min() > rest.max())


def no_labelled_name_was_tied_to_a_wrong_body() -> bool:
    """Return whether of the names labelled by hand none was tied to a body that does not bear it."""
    found = matching.outcomes(tables.load("matching_labels"))["outcome"]
    return bool(found.eq("named").any() and not found.eq("wrong").any())


def no_written_name_was_tied_to_a_wrong_body() -> bool:
    """Return whether of the names that others wrote some were tied to a body, each to the right one.

    To tie the name of a daughter to its parent counts as wrong.
    """
    found = written.outcomes(tables.load("written_names"))
    tied = found[found["named"].ne("")]
    return bool(len(tied) > 0 and tied["is_right"].all())
