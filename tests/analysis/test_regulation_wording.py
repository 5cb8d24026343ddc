"""Words that a future row could make false.

Numbers in sentences are computed, words around them are not: "half", "only", "none", "later". Each
guard below names a page, words that stand on it and what must hold in the data for them to be true.
A guard whose words have gone fails too, so that it is changed together with the sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pandas as pd
import pytest
from scipy.stats import binom
from wording import words_of

from biometrics_china import exhibits, provenance, tables
from biometrics_china.analysis.police_powers import limits, provisions, readings, safeguards
from biometrics_china.analysis.regulation import courts, passages, standards, texts, timeline

ALPHA = 0.05
WIDENS, RESTRICTS = "widens_state_power", "restricts_handlers"


def of(subject: str, name: str) -> float:
    return float(exhibits.numbers_of(subject)[name].value)


def law(name: str) -> float:
    return of("regulation", name)


def police(name: str) -> float:
    return of("police_powers", name)


@cache
def instruments() -> pd.DataFrame:
    return timeline.instruments().set_index("id")


@cache
def chinese() -> pd.DataFrame:
    return instruments()[instruments()["jurisdiction"].eq("CN")]


@cache
def choices() -> pd.DataFrame:
    return passages.sensitivity()


@cache
def spells() -> pd.DataFrame:
    return passages.spells()


@cache
def cases() -> pd.DataFrame:
    return provenance.read_rows("cases").set_index("id")


@cache
def counts_by_year() -> pd.DataFrame:
    return timeline.by_year().pivot_table(index="year", columns="effect", values="cumulative")


# ---------------------------------------------------------------------- what must hold: regulation


def half_of_the_widening_rules_came_first() -> bool:
    return law("year_half_widening") < law("year_half_restricting")


def widening_rules_are_the_first_that_are_drawn() -> bool:
    drawn = chinese()[chinese()["last"] >= timeline.START]
    return drawn.loc[drawn["first"].idxmin(), "effect"] == WIDENS


def widening_rules_stand_in_laws_rules_and_notices() -> bool:
    lanes = set(chinese().loc[chinese()["effect"].eq(WIDENS), "lane"])
    return {"National laws", "Ministerial rules", "Plans, notices, campaigns"} <= lanes


def what_is_not_drawn_are_police_standards() -> bool:
    return set(chinese().loc[chinese()["last"] < timeline.START, "level"]) == {"police_standard"}


def years_of_restricting_rules() -> pd.Series:
    rules = chinese()[chinese()["effect"].eq(RESTRICTS)]
    return rules["final"].fillna(rules["effective"]).fillna(rules["draft"]).dt.year


def most_restricting_rules_lie_in_the_half_year_or_later() -> bool:
    return bool(years_of_restricting_rules().ge(law("year_half_restricting")).mean() > 0.5)


def restriction_is_behind_until_the_crossing_and_ahead_after() -> bool:
    table, crossing = counts_by_year(), int(law("crossing_before"))
    first = table.index[table[WIDENS] > 0][0]
    return bool(
        (table.loc[first:crossing, WIDENS] > table.loc[first:crossing, RESTRICTS]).all()
        and (table.loc[crossing + 1 :, WIDENS] < table.loc[crossing + 1 :, RESTRICTS]).all()
    )


def most_widening_rules_are_in_force() -> bool:
    status = chinese().loc[chinese()["effect"].eq(WIDENS), "status"]
    return bool(status.eq("in_force").mean() > 0.5)


def the_latest_widening_rules_are_in_force() -> bool:
    latest = chinese().loc[["cn-psvideo-2025", "cn-psapl-2025", "cn-netid-2025"]]
    return bool(
        latest["effect"].isin([WIDENS, "both"]).all()
        and latest["status"].eq("in_force").all()
        and latest["effective"].dt.year.ge(2025).all()
    )


def the_restricting_texts_follow_in_this_order() -> bool:
    ids = ["cn-csl-2016", "cn-civilcode-2020", "cn-pipl-2021", "cn-frt-2025"]
    court = chinese().loc["cn-spc-frt-2021", "final"]
    return bool(
        chinese().loc[ids, "final"].is_monotonic_increasing
        and chinese().loc["cn-credit-2013", "final"] < chinese().loc["cn-csl-2016", "final"]
        and chinese().loc["cn-civilcode-2020", "final"] < court
        and court < chinese().loc["cn-frt-2025", "final"]
    )


def the_test_does_not_tell_china_and_the_union_apart() -> bool:
    return law("p_china_eu") > ALPHA


def the_bands_overlap() -> bool:
    curves = passages.curves(spells())
    curves = curves[curves["panel"].eq("China and the EU")]
    wide = curves.pivot_table(index="day", columns="group", values=["low", "high"]).ffill().dropna()
    apart = (wide[("high", "China")] < wide[("low", "European Union")]) | (
        wide[("high", "European Union")] < wide[("low", "China")]
    )
    return bool(len(wide) > 0 and apart.mean() < 0.5)


def the_chinese_median_is_smaller_under_every_reading() -> bool:
    medians = choices().pivot(index="choice", columns="group", values="median")
    return bool((medians["China"] < medians["European Union"]).all())


def few_readings_lie_below_the_threshold() -> bool:
    found, n = int(law("n_choices_below")), int(law("n_choices"))
    # as few as chance alone would give in more than one of twenty such searches, and under half
    return found < n / 2 and binom.sf(found - 1, n, ALPHA) > ALPHA


def the_european_interval_is_wider_and_its_acts_fewer() -> bool:
    width = {
        side: law(f"median_{side}_ci_high") - law(f"median_{side}_ci_low")
        for side in ("china", "eu")
    }
    return width["eu"] > width["china"] and law("n_eu_spells") < law("n_china_spells")


def half_of_the_chinese_drafts_take_about_a_year() -> bool:
    return abs(law("median_china") - 365) < 60


def most_chinese_texts_were_read_in_copies() -> bool:
    is_relay = tables.load("sources").set_index("id")["is_relay"]
    read = provenance.read_rows("instruments")
    return read.loc[read["jurisdiction"].eq("CN"), "source_id"].map(is_relay).mean() > 0.5


def ministries_are_the_quickest_issuers() -> bool:
    medians = {
        name: law(f"median_{name}") for name in ("ministry", "npc", "state_council", "standards")
    }
    local = spells().loc[spells()["group"].eq("Local congress rules"), "days"].median()
    return min(medians, key=medians.__getitem__) == "ministry" and medians["ministry"] < local


def two_drafts_wait_and_almost_as_long() -> bool:
    waiting = (
        spells().set_index("instrument_id").loc[["cn-police-law-rev", "cn-detention-law-draft"]]
    )
    return bool(
        waiting["outcome"].eq("pending").all()
        and waiting["days"].iloc[1] > 0.9 * waiting["days"].iloc[0]
    )


def the_clock_matters_for_the_police_punishments_law() -> bool:
    return law("psapl_days_first") > 2 * law("psapl_days_alternative")


def changes(instrument: str) -> pd.DataFrame:
    frame = provenance.read_rows("text_changes").set_index("id")
    return frame[frame["instrument_id"].eq(instrument) & frame["kind"].eq("first_procedure")]


def the_face_rules_became_weaker_and_the_punishments_law_stronger() -> bool:
    return law("frt_weaker") > law("frt_stronger") and law("psapl_stronger") > law("psapl_weaker")


def the_ban_on_analysing_ethnicity_is_gone() -> bool:
    row = changes("cn-frt-2025").loc["tc07"]
    final = provenance.read_rows("provisions")
    final = final[final["instrument_id"].eq("cn-frt-2025") & final["version"].eq("final")]
    said = (final["paraphrase"] + " " + final["topic"]).str.contains(
        "race|ethnic|religio", case=False
    )
    return bool(row["direction"] == "weaker" and len(final) >= 20 and not said.any())


def approval_stays_and_the_rest_gets_stronger() -> bool:
    found = changes("cn-psapl-2025")["direction"]
    return found["tc11"] == found["tc10"] == found["tc09"] == "stronger" and found["tc12"] == "same"


def the_top_police_body_is_named_most_of_all() -> bool:
    grid = standards.matrix().drop_duplicates("name").sort_values("standards", ascending=False)
    return grid["name"].iloc[0] == exhibits.numbers_of("regulation")["top_police"].value and bool(
        grid["standards"].iloc[0] > grid["standards"].iloc[1]
    )


@cache
def listed_before() -> pd.Series:
    """Return, for each seat of a US-listed firm, whether it was listed by the year of the standard."""
    on_list = provenance.read_rows("listings")
    first = on_list[on_list["country"].eq("US")].groupby("entity")["date"].min().astype(str)
    seats = provenance.read_rows("standard_drafters").dropna(subset=["listing_name"])
    number = seats["standard_id"].map(tables.load("standards").set_index("id")["number"])
    year = number.str.extract(r"-(\d{4})$", expand=False)
    listed = seats["listing_name"].map(first)
    return (listed.str[:4] < year)[listed.notna() & year.notna()]


def some_firms_were_listed_after_the_standard() -> bool:
    return bool((~listed_before()).any())


def listed_firms_sit_beside_institutes_of_the_police_ministry() -> bool:
    seats = standards.seats()
    ministry = seats["name"].str.startswith("MPS") & seats["is_police"]
    shared = set(seats.loc[ministry, "number"]) & set(seats.loc[seats["is_listed"], "number"])
    return bool(shared)


def local_rules_go_both_ways() -> bool:
    return law("n_local_restricting") > 0 and 0 < law("n_local_widening_west") <= law(
        "n_local_widening"
    )


def effects_are(effect: str, *ids: str) -> Callable[[], bool]:
    return lambda: bool(chinese().loc[list(ids), "effect"].eq(effect).all())


def industry_binds_nobody_and_names_no_police() -> bool:
    acts = provenance.read_rows("industry_acts")
    binding = tables.load("instruments").set_index("id")["is_binding"]
    said = (
        acts["act"]
        .str.cat(acts["content"], sep=" ")
        .str.contains("police|public security", case=False)
    )
    return not acts["instrument_id"].map(binding).fillna(False).any() and not said.any()


def chinese_fines_fell_on_private_shops_and_sales_offices() -> bool:
    fines = courts.fines()
    fines = fines[fines["side"].eq("CN")]
    return bool(
        len(fines)
        and not fines["is_public_defendant"].any()
        and fines["sector"].isin(["real_estate", "retail"]).all()
    )


def chinese_entries_on_public_bodies_carry_no_fine() -> bool:
    frame = cases()
    public = frame[frame["country"].eq("CN") & frame["is_public_defendant"].fillna(False)]
    return bool(
        len(public) and public["amount"].isna().all() and not public["is_counted_fine"].any()
    )


def a_european_police_force_was_fined() -> bool:
    frame = cases()
    fined = frame["is_counted_fine"] & frame["is_public_defendant"] & frame["country"].ne("CN")
    return frame[fined.fillna(False)]["case_name"].str.contains("Police").sum() == 1


def guo_bing_was_awarded_the_same_sum_twice_and_deletion() -> bool:
    steps = courts.case_steps("guo").dropna(subset=["amount"]).set_index("event")
    both = steps.loc[["first_instance", "final_judgment"]]
    return bool(
        both["amount"].eq(law("guo_amount")).all()
        and both["outcome"].str.contains("delet").all()
        and both["date"].is_monotonic_increasing
    )


def the_deepfake_rules_start_with_audio_and_end_with_labels() -> bool:
    found = texts.deepfake_rules()["title_en"].tolist()
    return "Audio" in found[0] and "Label" in found[-1]


# ------------------------------------------------------------------- what must hold: police powers


def never_under_any_reading(*names: str) -> Callable[[], bool]:
    def holds() -> bool:
        table = readings.readings()
        return not table.loc[table["group"].eq(safeguards.IN_FORCE), list(names)].any(axis=None)

    return holds


def no_chinese_power_states_any_of_the_outer_safeguards() -> bool:
    names = ("independent_approval", "retention_limit", "erasure", "independent_supervision")
    return not any(police(f"{name}_cn") for name in names)


def the_odds_are_higher_above_but_the_interval_holds_one() -> bool:
    return police("test_ratio_low") < 1 < police("test_ratio") < police("test_ratio_high")


def no_chinese_power_has_a_special_rule_on_keeping() -> bool:
    return police("retention_limit_cn") == police("erasure_cn") == 0


def read_in_every_power_has_both() -> bool:
    return (
        police("read_in_cn_retention_limit")
        == police("read_in_cn_erasure")
        == police("n_powers_read_in_cn")
    )


def most_restrictions_reach_the_state_and_few_the_police() -> bool:
    total = police("n_restricting_cn")
    return police("bound_state_cn") > total / 2 and police("bound_police_cn") < total / 3


def most_that_reach_the_state_do_so_because_they_leave_it_in() -> bool:
    return police("bound_state_alone_cn") < police("bound_state_cn") / 2


def few_articles_hold_a_carve_out() -> bool:
    return police("n_carve_out_cn") < police("n_provisions_cn") / 4


def own_limits_of_the_ministry_state_none_from_outside_or_over_time() -> bool:
    frame, labels = limits.limits(), tables.vocabulary("safeguard")
    own = frame[frame["is_own"]]
    return (
        bool(len(own))
        and not own["states"]
        .str.contains("|".join(labels[name].lower() for name in limits.KEY))
        .any()
    )


def most_provisions_of_national_laws_let_the_state_take() -> bool:
    return police("census_law_collects") > police("census_law") / 2


def one_provision_of_national_law_restricts() -> bool:
    return police("census_law_restricts") == 1


def the_exact_test_does_not_tell_ranks_apart() -> bool:
    return police("test_p") > ALPHA and police("test_ratio_low") < 1 < police("test_ratio_high")


def the_ratio_falls_without_local_rules() -> bool:
    return police("test_ratio_without_local") < police("test_ratio")


GUARDS: list[tuple[str, str, Callable[[], bool]]] = [
    (
        "police_powers",
        "None asks for the approval of a court or another body outside, sets a limit on keeping "
        "the data, states a duty to erase them, or names an independent supervisor",
        no_chinese_power_states_any_of_the_outer_safeguards,
    ),
    (
        "police_powers",
        "times as high in the higher rules, with an interval that includes one",
        the_odds_are_higher_above_but_the_interval_holds_one,
    ),
    (
        "regulation",
        "in the middle of the distribution, about a year",
        half_of_the_chinese_drafts_take_about_a_year,
    ),
    ("methods", "mostly read in public copies", most_chinese_texts_were_read_in_copies),
    (
        "claim-regulation-collection-first",
        "Collection came first, restriction later",
        half_of_the_widening_rules_came_first,
    ),
    ("regulation", "were adopted only by the end of", half_of_the_widening_rules_came_first),
    (
        "fig-regulation-timeline",
        "Rules that widen collection come first",
        widening_rules_are_the_first_that_are_drawn,
    ),
    (
        "fig-regulation-timeline",
        "in laws, rules of ministries and notices",
        widening_rules_stand_in_laws_rules_and_notices,
    ),
    (
        "fig-regulation-timeline",
        "police standards older than the time shown",
        what_is_not_drawn_are_police_standards,
    ),
    (
        "fig-regulation-timeline",
        "lie mostly in {year_half_restricting} and later",
        most_restricting_rules_lie_in_the_half_year_or_later,
    ),
    (
        "fig-regulation-effect",
        "stays lower until {crossing_before} and then climbs",
        restriction_is_behind_until_the_crossing_and_ahead_after,
    ),
    (
        "regulation",
        "Most of the widening rules are known to be in force",
        most_widening_rules_are_in_force,
    ),
    ("regulation", "the most recent years added to them", the_latest_widening_rules_are_in_force),
    ("regulation", "Then came the Civil Code", the_restricting_texts_follow_in_this_order),
    (
        "claim-regulation-passage",
        "the log-rank test does not tell the two apart",
        the_test_does_not_tell_china_and_the_union_apart,
    ),
    (
        "fig-regulation-passage",
        "the log-rank test does not tell the two curves apart",
        the_test_does_not_tell_china_and_the_union_apart,
    ),
    ("fig-regulation-passage", "the bands overlap", the_bands_overlap),
    (
        "regulation",
        "does not tell the curves apart",
        the_test_does_not_tell_china_and_the_union_apart,
    ),
    (
        "regulation",
        "with so few European acts the interval is wide",
        the_european_interval_is_wider_and_its_acts_fewer,
    ),
    (
        "fig-regulation-passage-choices",
        "The order of the medians holds under every reading",
        the_chinese_median_is_smaller_under_every_reading,
    ),
    (
        "fig-regulation-passage-choices",
        "In every row the Chinese median",
        the_chinese_median_is_smaller_under_every_reading,
    ),
    (
        "regulation",
        "the order of the medians stays",
        the_chinese_median_is_smaller_under_every_reading,
    ),
    (
        "regulation",
        "about what one should expect when looking so often",
        few_readings_lie_below_the_threshold,
    ),
    (
        "fig-regulation-passage",
        "ministry and cyberspace rules falls fastest",
        ministries_are_the_quickest_issuers,
    ),
    (
        "regulation",
        "ministries and the cyberspace administration are quickest",
        ministries_are_the_quickest_issuers,
    ),
    ("regulation", "has waited almost as long", two_drafts_wait_and_almost_as_long),
    (
        "regulation",
        "how much the choice of clock matters",
        the_clock_matters_for_the_police_punishments_law,
    ),
    (
        "claim-regulation-draft-weaker",
        "became weaker for the person",
        the_face_rules_became_weaker_and_the_punishments_law_stronger,
    ),
    (
        "regulation",
        "went the other way",
        the_face_rules_became_weaker_and_the_punishments_law_stronger,
    ),
    (
        "claim-regulation-ethnicity",
        "none of their articles puts anything in its place",
        the_ban_on_analysing_ethnicity_is_gone,
    ),
    ("regulation", "repeats this nowhere", the_ban_on_analysing_ethnicity_is_gone),
    (
        "regulation",
        "Approval stays with the head of the unit",
        approval_stays_and_the_rest_gets_stronger,
    ),
    (
        "fig-regulation-drafters",
        "has the most filled cells",
        the_top_police_body_is_named_most_of_all,
    ),
    ("fig-regulation-drafters", "some of them later", some_firms_were_listed_after_the_standard),
    (
        "fig-regulation-drafters",
        "sit beside institutes of the Ministry of Public Security",
        listed_firms_sit_beside_institutes_of_the_police_ministry,
    ),
    (
        "claim-regulation-drafters",
        "Some firms were listed only after the standard was drafted",
        some_firms_were_listed_after_the_standard,
    ),
    ("claim-regulation-local", "Local rules go both ways", local_rules_go_both_ways),
    ("regulation", "Below the national level the two directions meet", local_rules_go_both_ways),
    (
        "regulation",
        "Hangzhou forbids property managers",
        effects_are(RESTRICTS, "cn-hz-property-2021", "cn-sz-data-2021", "cn-nj-salesoffice-2020"),
    ),
    ("regulation", "the opposite of a limit", effects_are(WIDENS, "cn-nanning-estate-2020")),
    (
        "regulation",
        "the police called men in for blood samples",
        effects_are(WIDENS, "cn-xilinhot-2025", "cn-xj-popreg-2017", "cn-ili-passport-2016"),
    ),
    (
        "tab-regulation-industry",
        "None is binding, and none names the police as a customer",
        industry_binds_nobody_and_names_no_police,
    ),
    (
        "tab-regulation-deepfakes",
        "From the first rule on online audio and video to the duty to label",
        the_deepfake_rules_start_with_audio_and_end_with_labels,
    ),
    (
        "claim-regulation-fines",
        "fell on private bodies",
        chinese_fines_fell_on_private_shops_and_sales_offices,
    ),
    (
        "fig-regulation-fines",
        "The Chinese ones fell on sales offices and shops",
        chinese_fines_fell_on_private_shops_and_sales_offices,
    ),
    (
        "regulation",
        "None falls on a police body",
        chinese_fines_fell_on_private_shops_and_sales_offices,
    ),
    (
        "regulation",
        "orders or suggestions rather than fines",
        chinese_entries_on_public_bodies_carry_no_fine,
    ),
    (
        "regulation",
        "one data protection authority fined a police force",
        a_european_police_force_was_fined,
    ),
    ("regulation", "The first court awarded", guo_bing_was_awarded_the_same_sum_twice_and_deletion),
    (
        "claim-police-powers-independent",
        "the result is the same under every reading",
        never_under_any_reading("independent_approval", "independent_supervision"),
    ),
    (
        "claim-police-powers-independent",
        "they name no supervisor outside the executive",
        never_under_any_reading("independent_supervision"),
    ),
    (
        "police_powers",
        "Under no reading does any of these powers need an independent approval",
        never_under_any_reading("independent_approval", "independent_supervision"),
    ),
    (
        "tab-police-powers-readings",
        "independent approval and independent supervision stay at",
        never_under_any_reading("independent_approval", "independent_supervision"),
    ),
    (
        "police_powers",
        "on the published texts no body outside the executive is named",
        never_under_any_reading("independent_approval", "independent_supervision"),
    ),
    (
        "claim-police-powers-retention",
        "Chinese powers has a special rule",
        no_chinese_power_has_a_special_rule_on_keeping,
    ),
    ("claim-police-powers-retention", "of them have both", read_in_every_power_has_both),
    ("police_powers", "Then every power has a limit of retention", read_in_every_power_has_both),
    (
        "claim-police-powers-reach",
        "most Chinese restrictions reach the state",
        most_restrictions_reach_the_state_and_few_the_police,
    ),
    (
        "claim-police-powers-reach",
        "Few are made for the police",
        most_restrictions_reach_the_state_and_few_the_police,
    ),
    (
        "police_powers",
        "mostly because their words do not leave them out",
        most_that_reach_the_state_do_so_because_they_leave_it_in,
    ),
    (
        "police_powers",
        "Chinese law seldom exempts the police by name",
        few_articles_hold_a_carve_out,
    ),
    (
        "claim-police-powers-self-limits",
        "none found sets a time limit",
        own_limits_of_the_ministry_state_none_from_outside_or_over_time,
    ),
    (
        "claim-police-powers-rank",
        "let the state take it",
        most_provisions_of_national_laws_let_the_state_take,
    ),
    (
        "police_powers",
        "National laws name a trait mostly where the state collects",
        most_provisions_of_national_laws_let_the_state_take,
    ),
    ("police_powers", "restricts a handler", one_provision_of_national_law_restricts),
    (
        "claim-police-powers-rank",
        "do not show that rank decides direction",
        the_exact_test_does_not_tell_ranks_apart,
    ),
    (
        "police_powers",
        "with an interval that includes one",
        the_exact_test_does_not_tell_ranks_apart,
    ),
    ("police_powers", "the ratio falls to", the_ratio_falls_without_local_rules),
]


@pytest.mark.parametrize(
    ("place", "words", "holds"), GUARDS, ids=lambda x: x.__name__ if callable(x) else x
)
def test_the_words_hold_in_the_data(place, words, holds):
    assert words in words_of(place), f"{place} no longer says {words!r}: change its guard as well"
    assert holds(), f"{place} says {words!r}, and the data no longer bear it out"


# ----------------------------------------------------------------------------------------------
# Words that the data do not bear out at the time of writing, or that may come back. They may stand
# only if they are true; unlike the guards above these do not mind that the words are gone.


def most_restricting_rules_lie_after_the_half_year() -> bool:
    return bool(years_of_restricting_rules().gt(law("year_half_restricting")).mean() > 0.5)


def every_listed_firm_was_listed_later() -> bool:
    return not listed_before().any()


def half_of_the_chinese_drafts_take_less_than_a_year() -> bool:
    return law("median_china") < 365


def every_widening_rule_is_in_force() -> bool:
    status = chinese().loc[chinese()["effect"].eq(WIDENS), "status"]
    return bool(status.eq("in_force").all())


def a_widening_rule_stands_in_every_chinese_lane() -> bool:
    lanes = set(timeline.LANES) - {"European Union"}
    return lanes == set(chinese().loc[chinese()["effect"].eq(WIDENS), "lane"])


def the_security_guards_rule_is_the_first_of_the_period() -> bool:
    drawn = chinese()[chinese()["first"] >= pd.Timestamp("2009-01-01")]
    return drawn["first"].idxmin() == "cn-secguard-2009"


def nearly_all_powers_stand_in_texts_that_restrict_nobody() -> bool:
    frame = provisions.current(provisions.provisions())
    frame = frame[frame["side"].eq(provisions.CHINA)]
    restricting = frame.loc[frame["function"].isin(provisions.RESTRICTS), "instrument_id"]
    powers = frame.loc[frame["grants_police_power"], "instrument_id"]
    return bool((~powers.isin(restricting)).mean() >= 0.9)


ONLY_IF: list[tuple[str, str, Callable[[], bool]]] = [
    (
        "fig-regulation-timeline",
        "lie mostly after {year_half_restricting}",
        most_restricting_rules_lie_after_the_half_year,
    ),
    ("fig-regulation-timeline", "at every level", a_widening_rule_stands_in_every_chinese_lane),
    (
        "fig-regulation-drafters",
        "Firms that the United States later put on a trade list",
        every_listed_firm_was_listed_later,
    ),
    (
        "regulation",
        "The first instrument of the period, the regulation on security guards",
        the_security_guards_rule_is_the_first_of_the_period,
    ),
    (
        "regulation",
        "in the middle of the distribution, less than a year",
        half_of_the_chinese_drafts_take_less_than_a_year,
    ),
    (
        "claim-regulation-collection-first",
        ": the widening rules stay in force",
        every_widening_rule_is_in_force,
    ),
    (
        "police_powers",
        "nearly all stand in other texts than the articles that restrict",
        nearly_all_powers_stand_in_texts_that_restrict_nobody,
    ),
]


@pytest.mark.parametrize(
    ("place", "words", "holds"), ONLY_IF, ids=lambda x: x.__name__ if callable(x) else x
)
def test_words_that_may_stand_only_if_they_are_true(place, words, holds):
    assert words not in words_of(place) or holds(), (
        f"{place} says {words!r}, and the data do not bear it out"
    )


def test_a_place_without_words_cannot_be_guarded():
    assert all(words_of(place) for place, _, _ in GUARDS + ONLY_IF)
