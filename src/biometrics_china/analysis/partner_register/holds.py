"""What must hold in the data for the words of the page to be true."""

from __future__ import annotations

from biometrics_china import tables
from biometrics_china.analysis.partner_register import matching, names_held


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
