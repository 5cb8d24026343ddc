"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance
from biometrics_china.analysis.trafficking import (
    break_2021,
    cases,
    counts,
    operation,
    reunions,
    rules,
    samples,
)
from biometrics_china.analysis.trafficking.holds_alerts import *  # noqa: F403
from biometrics_china.analysis.trafficking.numbers import numbers
from biometrics_china.numbers import reader

_of = reader(numbers)


def every_series_falls_by_more_than_half() -> bool:
    """Return whether the last year of every series that is drawn is less than half of its first."""
    return all(cases.fall(series)[2] < -0.5 for series in cases.SERIES.values())


def two_police_series_have_two_years() -> bool:
    """Return whether two series of the police, one of them of cases registered, have two years."""
    years = cases.yearly().groupby("series").size()
    pairs = set(years.index[years.eq(2)]) - {cases.COURTS}
    return len(pairs) == 2 and cases.REGISTERED in pairs


def a_police_order_is_the_first_rule_that_names_women() -> bool:
    """Return whether the oldest rule whose group names women is the police order on file as sr-028."""
    table = rules.rules()
    first = table[table["date"].eq(rules.first_with_women())].iloc[0]
    return bool(first["id"] == "sr-028")


def only_people_who_search_come_of_their_own_will() -> bool:
    """Return whether all groups that come of their own will are people who search."""
    table = rules.rules()
    voluntary = table.loc[table["compulsion"].eq("voluntary"), "group_kind"]
    return len(voluntary) > 0 and bool(voluntary.eq("searching_families").all())


def _limits_name(pattern: str, *but: str) -> bool:
    table = rules.rules()
    table = table[~table["compulsion"].isin(but)]
    return bool(table["limits"].fillna("").str.contains(pattern).any())


def no_rule_speaks_of_erasure() -> bool:
    """Return whether no English note on a rule's conditions speaks of erasing, destroying or keeping."""
    return not _limits_name(r"eras|delet|destr|retain|retention|kept|months? after")


def the_first_notice_has_unread_chapters_on_data() -> bool:
    """Return whether the note on the notice of 2009 names chapters on the database as not read."""
    note = str(provenance.by_id("sampling_rules")["note"]["sr-011"])
    return "chapters on the database" in note and "not read" in note


def no_rule_speaks_of_refusal_or_guardians() -> bool:
    """Return whether no English note on a rule's conditions speaks of refusal, guardians or consent.

    Rules for people who come of their own will are not asked.
    """
    return not _limits_name(r"refus|guardian|consent", "voluntary")


def no_rule_speaks_of_other_use() -> bool:
    """Return whether no English note on a rule's conditions speaks of other ends or of keeping apart."""
    return not _limits_name(r"crime scene|other purpose|separate|only be used")


def most_rules_were_read_in_reports() -> bool:
    """Return whether more than half of the rules were read in news reports or copies of them."""
    tiers = [provenance.source(s)["tier"] for s in rules.rules()["source_id"]]
    return sum(t in ("news", "news_copy") for t in tiers) > len(tiers) / 2


def women_are_most_of_the_rescued() -> bool:
    """Return whether women are most of the rescued, in the first campaign and in 2011."""
    return bool(min(_of("rescued_women_pct"), _of("women_2011_pct")) > 0.5)


def more_copies_than_originals() -> bool:
    """Return whether more than half of the counts used come from copies or reports."""
    originals = [provenance.is_original(s) for s in counts.reunion_counts()["source_id"]]
    return sum(originals) < len(originals) / 2


def no_stretch_before_was_as_fast() -> bool:
    """Return whether the slowest pace since 2019 exceeds the fastest of any stretch before it."""
    return bool(reunions.pace()["low"].iloc[-1] > reunions.between()["high"].max())


def stated_years_are_of_the_same_order() -> bool:
    """Return whether the yearly values stated lie between half and twice the pace of the decade."""
    stated = [_of("stated_2012"), _of("stated_2015")]
    return all(0.5 < value / _of("pace_before") < 2 for value in stated)


def the_last_stretch_is_several_times_faster() -> bool:
    """Return whether the pace since 2019 is, at its least, over twice the decade's at its most."""
    table = reunions.pace()
    return bool(table["low"].iloc[-1] > 2 * table["high"].iloc[0])


def the_pace_rises_under_every_choice() -> bool:
    """Return whether the lower bound of every reading is more than twice the pace before."""
    return bool(break_2021.choices()["low"].min() > 2)


def the_assumed_day_decides() -> bool:
    """Return whether every reading that assumes a day lies above all that assume none."""
    grid = break_2021.choices()
    is_free = grid["pace_after"].eq(break_2021.SINCE_2019)
    return bool(grid.loc[~is_free, "low"].min() > grid.loc[is_free, "high"].max())


def matches_are_under_a_tenth_of_the_samples() -> bool:
    """Return whether matches are under a tenth of the samples in each scheme, upper limits included."""
    return bool(samples.yields()["share"].max() < 0.1)


def the_later_size_is_a_floor_below_the_earlier() -> bool:
    """Return whether the size of April 2011 is stated as “more than”, and is under half of 2010's."""
    sizes = counts.reunion_counts().set_index("id")
    earlier, later = sizes.loc["rc-121"], sizes.loc["rc-127"]
    return bool(later["qualifier"] == "more_than" and later["value"] < earlier["value"] / 2)


def no_size_is_later_than_2015() -> bool:
    """Return whether the latest size of the database that was found is that of December 2015."""
    records = counts.totals(counts.reunion_counts(), reunions.DATABASE, "records")
    return str(records["as_of"].iloc[-1]) == "2015-12"


def many_more_were_found_than_cases_solved() -> bool:
    """Return whether the operation found more than ten people for each case it solved."""
    return bool(_of("op_per_case") > 10)


def the_operation_ends_with_its_year() -> bool:
    """Return whether the last count of the operation is that of the end of its year."""
    frame = counts.reunion_counts()
    part = frame[frame["series"].eq(operation.OPERATION)]
    return bool(part["last"].max() == pd.Timestamp(operation.DECEMBER))


def the_longest_apart_came_late() -> bool:
    """Return whether the last band is more than twice as large a share of the finds after September.

    The other bands' shares must lie within three points of those up to September.
    """
    table = operation.late()
    gaps = (table["late_share"] - table["early_share"]).abs()
    last = table.iloc[-1]
    return bool(last["late_share"] > 2 * last["early_share"] and gaps.iloc[:-1].max() < 0.03)
