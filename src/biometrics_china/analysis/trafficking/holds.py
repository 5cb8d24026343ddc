"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance
from biometrics_china.analysis.trafficking import (
    alerts,
    break_2021,
    cases,
    counts,
    operation,
    reunions,
    rules,
    share,
)
from biometrics_china.analysis.trafficking.numbers import numbers
from biometrics_china.numbers import reader

ALPHA = 0.05

_of = reader(numbers)


def every_series_falls() -> bool:
    """Return whether the last year of every series that is drawn lies below its first."""
    return all(cases.fall(series)[2] < 0 for series in cases.SERIES.values())


def every_series_falls_by_more_than_half() -> bool:
    """Return whether the last year of every series that is drawn is less than half of its first."""
    return all(cases.fall(series)[2] < -0.5 for series in cases.SERIES.values())


def two_police_series_have_two_years() -> bool:
    """Return whether two series of the police, one of them of cases registered, have two years."""
    years = cases.yearly().groupby("series").size()
    pairs = set(years.index[years.eq(2)]) - {cases.COURTS}
    return len(pairs) == 2 and cases.REGISTERED in pairs


def two_court_years_are_derived() -> bool:
    """Return whether two years of the court series are marked as computed from totals."""
    return bool(_of("n_court_derived") == 2)


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
    """Return whether more than half of the counts used come from copies or relays."""
    relays = [provenance.source(s)["is_relay"] for s in counts.reunion_counts()["source_id"]]
    return sum(map(bool, relays)) > len(relays) / 2


def the_pace_is_even_before_the_break() -> bool:
    """Return whether the highest bound of a stretch before 2020 is under 1.5 times the lowest."""
    before = reunions.pace().iloc[:-1]
    return bool(before["high"].max() < 1.5 * before["low"].min())


def stated_years_are_of_the_same_order() -> bool:
    """Return whether the yearly values stated lie between half and twice the slowest stretch."""
    stated = [_of("stated_2012"), _of("stated_2015")]
    return all(0.5 < value / _of("pace_min") < 2 for value in stated)


def the_last_stretch_is_several_times_faster() -> bool:
    """Return whether the last stretch is, at its lower bound, over twice any upper bound before."""
    table = reunions.pace()
    return bool(table["low"].iloc[-1] > 2 * table["high"].iloc[:-1].max())


def the_pace_rises_under_every_choice() -> bool:
    """Return whether the lower bound of every reading is more than twice the pace before."""
    return bool(break_2021.choices()["low"].min() > 2)


def the_later_size_is_a_floor_below_the_earlier() -> bool:
    """Return whether the size of April 2011 is stated as “more than”, and is under half of 2010's."""
    sizes = counts.reunion_counts().set_index("id")
    earlier, later = sizes.loc["rc-121"], sizes.loc["rc-127"]
    return bool(later["qualifier"] == "more_than" and later["value"] < earlier["value"] / 2)


def no_size_is_later_than_2015() -> bool:
    """Return whether the latest size of the database that was found is that of December 2015."""
    records = counts.totals(counts.reunion_counts(), reunions.DATABASE, "records")
    return str(records["as_of"].iloc[-1]) == "2015-12"


def free_samples_yield_not_much_less() -> bool:
    """Return whether free points match more than half as large a share as shelter stations."""
    return bool(_of("points_share") > _of("shelter_share") / 2)


def many_more_were_found_than_cases_solved() -> bool:
    """Return whether the operation found more than ten people for each case it solved."""
    return bool(_of("op_per_case") > 10)


def the_operation_ends_with_its_year() -> bool:
    """Return whether the last count of the operation is that of the end of its year."""
    frame = counts.reunion_counts()
    part = frame[frame["series"].eq(operation.OPERATION)]
    return bool(part["last"].max() == pd.Timestamp(operation.DECEMBER))


def the_groups_keep_their_shape() -> bool:
    """Return whether each group's share in September is within three points of that in December."""
    wide = operation.apart().pivot(index="band", columns="as_of", values="of_stated")
    return bool((wide.iloc[:, 0] - wide.iloc[:, 1]).abs().max() < 0.03)


def more_found_than_published_in_the_last_period() -> bool:
    """Return whether more children were found than published in the last period."""
    return bool(alerts.recovery()["naive"].iloc[-1] > 1)


def the_last_period_allows_anything() -> bool:
    """Return whether the bounds of the last period run from none to all of its children."""
    last = alerts.recovery().iloc[-1]
    return bool(last["cohort_low"] == 0 and last["cohort_high"] == 1)


def more_than_half_ran_away_in_either_year() -> bool:
    """Return whether more than half of the found had run away, in the first year and the second."""
    return bool(min(_of("ran_one_share"), _of("ran_two_share")) > 0.5)


def the_years_differ_beyond_chance() -> bool:
    """Return whether the interval of the odds ratio lies above 1 and p is below 0.05."""
    odds = alerts.trafficked_odds()
    return bool(odds.low > 1 and odds.p_value < ALPHA)


def few_were_trafficked_in_any_reading() -> bool:
    """Return whether fewer than one in twenty had been trafficked in every reading."""
    return bool(share.choices()["estimate"].max() < 0.05)


def the_window_moves_the_share_more_than_the_denominator() -> bool:
    """Return whether the choice of window moves the share more than that of what is counted against."""
    wide = share.choices().pivot(index="window", columns="counted_against", values="estimate")
    between = (wide.max() - wide.min()).min()
    within = (wide.max(axis=1) - wide.min(axis=1)).max()
    return bool(between > within)


def the_trafficked_share_fell() -> bool:
    """Return whether the trafficked share of the second year is below that of the first."""
    return bool(_of("traded_one_share") > _of("traded_two_share"))
