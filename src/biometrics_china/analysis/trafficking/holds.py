"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from functools import cache

import pandas as pd

from biometrics_china import provenance
from biometrics_china.analysis.police_powers.numbers import numbers as police_numbers
from biometrics_china.analysis.trafficking import (
    alerts,
    break_2021,
    cases,
    counts,
    operation,
    reunions,
    rules,
    samples,
    share,
)
from biometrics_china.analysis.trafficking.numbers import numbers
from biometrics_china.numbers import reader

of = reader(numbers)


@cache
def frame() -> pd.DataFrame:
    return counts.reunion_counts()


def every_series_falls() -> bool:
    """Return whether every series falls."""
    return all(cases.fall(series)[2] < 0 for series in cases.SERIES.values())


def every_series_falls_by_more_than_half() -> bool:
    """Return whether every series falls by more than half."""
    return all(cases.fall(series)[2] < -0.5 for series in cases.SERIES.values())


def two_police_series_have_two_years() -> bool:
    """Return whether two police series have two years."""
    years = cases.yearly().groupby("series").size()
    return int(years.eq(2).sum()) == 2


def two_court_years_are_derived() -> bool:
    """Return whether two court years are derived."""
    return of("n_court_derived") == 2


def a_police_order_is_the_first_rule_that_names_women() -> bool:
    """Return whether a police order is the first rule that names women."""
    table = rules.rules()
    first = table[table["date"].eq(rules.first_with_women())].iloc[0]
    return bool(first["id"] == "sr-028")


def only_people_who_search_come_of_their_own_will() -> bool:
    """Return whether only people who search come of their own will."""
    return of("n_voluntary") == of("n_voluntary_searching") > 0


def no_rule_speaks_of_erasure() -> bool:
    """Return whether no rule speaks of erasure."""
    said = rules.rules()["limits"].fillna("")
    return not said.str.contains(r"eras|delet|destr|retain|retention|kept|months? after").any()


def no_rule_speaks_of_refusal_or_guardians() -> bool:
    """Return whether no rule speaks of refusal or guardians."""
    said = rules.rules()["limits"].fillna("")
    return not said.str.contains(r"refus|guardian|consent").any()


def no_rule_speaks_of_other_use() -> bool:
    """Return whether no rule speaks of other use."""
    said = rules.rules()["limits"].fillna("")
    return not said.str.contains(r"crime scene|other purpose|separate|only be used").any()


def most_rules_were_read_in_reports() -> bool:
    """Return whether most rules were read in reports."""
    tiers = [provenance.source(s)["tier"] for s in rules.rules()["source_id"]]
    return sum(t in ("news", "news_copy") for t in tiers) > len(tiers) / 2


def no_chinese_power_of_the_previous_chapter_states_erasure() -> bool:
    """Return whether no chinese power of the previous chapter states erasure."""
    return reader(police_numbers)("erasure_cn") == 0


def women_are_most_of_the_rescued() -> bool:
    """Return whether women are most of the rescued."""
    return min(of("rescued_women_pct"), of("women_2011_pct")) > 0.5


def the_pace_is_even_before_the_break() -> bool:
    """Return whether the pace is even before the break."""
    return of("pace_max") / of("pace_min") < 1.25


def stated_years_are_of_the_same_order() -> bool:
    """Return whether stated years are of the same order."""
    stated = [of("stated_2012"), of("stated_2015")]
    return all(0.5 < value / of("pace_min") < 2 for value in stated)


def the_pace_rises_under_every_choice() -> bool:
    """Return whether the pace rises under every choice."""
    return bool(break_2021.choices()["low"].min() > 2)


def the_last_stretch_is_several_times_faster() -> bool:
    """Return whether the last stretch is several times faster."""
    table = reunions.pace()
    return bool(table["low"].iloc[-1] > 2 * table["high"].iloc[:-1].max())


def the_two_sizes_disagree_widely() -> bool:
    """Return whether the two sizes disagree widely."""
    table = samples.yields().set_index("scheme")["share"]
    return bool(table["Whole database, April 2011"] > 5 * table["Whole database, July 2010"])


def no_size_is_later_than_2015() -> bool:
    """Return whether no size is later than 2015."""
    records = counts.totals(frame(), reunions.DATABASE, "records")
    return str(records["as_of"].iloc[-1]) == "2015-12"


def free_samples_yield_not_much_less() -> bool:
    """Return whether free samples yield not much less."""
    return of("points_share") > of("shelter_share") / 2


def more_copies_than_originals() -> bool:
    """Return whether more copies than originals."""
    relays = [provenance.source(s)["is_relay"] for s in frame()["source_id"]]
    return sum(map(bool, relays)) > len(relays) / 2


def many_more_were_found_than_cases_solved() -> bool:
    """Return whether many more were found than cases solved."""
    return of("op_per_case") > 10


def the_operation_ends_with_its_year() -> bool:
    """Return whether the operation ends with its year."""
    part = frame()[frame()["series"].eq(operation.OPERATION)]
    return bool(part["last"].max() == pd.Timestamp(operation.DECEMBER))


def the_groups_keep_their_shape() -> bool:
    """Return whether the groups keep their shape."""
    wide = operation.apart().pivot(index="band", columns="as_of", values="of_stated")
    return bool((wide.iloc[:, 0] - wide.iloc[:, 1]).abs().max() < 0.03)


def more_found_than_published_in_the_last_period() -> bool:
    """Return whether more found than published in the last period."""
    return bool(alerts.recovery()["naive"].iloc[-1] > 1)


def the_last_period_allows_anything() -> bool:
    """Return whether the last period allows anything."""
    last = alerts.recovery().iloc[-1]
    return bool(last["cohort_low"] == 0 and last["cohort_high"] == 1)


def more_than_half_ran_away_in_either_year() -> bool:
    """Return whether more than half ran away in either year."""
    return min(of("ran_one_share"), of("ran_two_share")) > 0.5


def the_years_differ_beyond_chance() -> bool:
    """Return whether the years differ beyond chance."""
    return of("odds_low") > 1 and of("odds_p") < 0.05


def few_were_trafficked_in_any_reading() -> bool:
    """Return whether few were trafficked in any reading."""
    return of("share_max") < 0.05


def the_window_moves_the_share_more_than_the_denominator() -> bool:
    """Return whether the window moves the share more than the denominator."""
    wide = share.choices().pivot(index="window", columns="counted_against", values="estimate")
    between = (wide.max() - wide.min()).min()
    within = (wide.max(axis=1) - wide.min(axis=1)).max()
    return bool(between > within)


def the_trafficked_share_fell() -> bool:
    """Return whether the trafficked share fell."""
    return of("traded_one_share") > of("traded_two_share")
