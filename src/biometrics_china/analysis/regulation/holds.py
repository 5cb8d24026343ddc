"""What must hold in the data for the words of the chapter on regulation to be true."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from biometrics_china import observing, provenance, tables
from biometrics_china.analysis.regulation import counts, courts, texts, timeline
from biometrics_china.analysis.regulation.holds_law import *  # noqa: F403
from biometrics_china.analysis.regulation.holds_making import *  # noqa: F403  # found by guards here
from biometrics_china.analysis.regulation.holds_passages import *  # noqa: F403
from biometrics_china.analysis.regulation.numbers import numbers
from biometrics_china.numbers import reader

_number: Callable[[str], float] = reader(numbers)


@observing.kept
def _chinese() -> pd.DataFrame:
    frame = timeline.instruments().set_index("id")
    return frame[frame["jurisdiction"].eq("CN")]


def _effects_are(effect: str, *ids: str) -> bool:
    return bool(_chinese().loc[list(ids), "effect"].eq(effect).all())


# ----------------------------------------------------------------- collection first, restriction later


def half_of_the_widening_rules_came_first() -> bool:
    """Return whether half of the widening rules stood in an earlier year than half that restrict.

    It must be so under each reading of which instruments count.
    """
    found = counts.choices()
    return bool((found["half_widening"] < found["half_restricting"]).all())


def national_binding_rules_still_widen_more() -> bool:
    """Return whether of the binding national rules as many widen as restrict, or more, to the last."""
    found = counts.choices().set_index("reading")["crossing"]
    return bool(found["Binding rules, national ones alone"] == _number("last_year"))


def widening_rules_are_the_first_that_are_drawn() -> bool:
    """Return whether the earliest Chinese rule in the drawing widens what the state may collect."""
    drawn = _chinese()[_chinese()["last"] >= timeline.START]
    return bool(drawn.sort_values("first", kind="stable")["effect"].iloc[0] == counts.WIDENS)


def widening_rules_stand_in_laws_rules_and_notices() -> bool:
    """Return whether national laws, ministerial rules and notices each hold a rule that widens."""
    lanes = set(_chinese().loc[_chinese()["effect"].eq(counts.WIDENS), "lane"])
    return {"National laws", "Ministerial rules", "Plans, notices, campaigns"} <= lanes


def what_is_not_drawn_are_police_standards() -> bool:
    """Return whether the Chinese rules too old for the drawing are police standards, all of them."""
    return set(_chinese().loc[_chinese()["last"] < timeline.START, "level"]) == {"police_standard"}


def most_restricting_rules_lie_in_the_half_year_or_later() -> bool:
    """Return whether most restricting rules date from the year by which half of them stood, or later."""
    rules = _chinese()[_chinese()["effect"].eq(counts.RESTRICTS)]
    years = rules["final"].fillna(rules["effective"]).fillna(rules["draft"]).dt.year
    return bool(years.ge(_number("year_half_restricting")).mean() > 0.5)


def restriction_is_behind_until_the_crossing_and_ahead_after() -> bool:
    """Return whether restricting rules are fewer up to the year-end named, more at each later one."""
    table = counts.by_year().pivot(index="year", columns="effect", values="cumulative")
    crossing, ahead = (
        int(_number("crossing_before")),
        table[counts.RESTRICTS] - table[counts.WIDENS],
    )
    first = table.index[table[counts.WIDENS] > 0][0]
    return bool((ahead.loc[first:crossing] < 0).all() and (ahead.loc[crossing + 1 :] > 0).all())


def most_widening_rules_are_in_force() -> bool:
    """Return whether more than half of the Chinese rules that widen are known to be in force."""
    status = _chinese().loc[_chinese()["effect"].eq(counts.WIDENS), "status"]
    return bool(status.eq("in_force").mean() > 0.5)


def the_latest_widening_rules_are_in_force() -> bool:
    """Return whether the two rules named widen, are in force, and took effect in 2025 or later."""
    latest = _chinese().loc[["cn-psvideo-2025", "cn-psapl-2025"]]
    return bool(
        latest["effect"].isin([counts.WIDENS, "both"]).all()
        and latest["status"].eq("in_force").all()
        and latest["effective"].dt.year.ge(2025).all()
    )


def the_restricting_texts_follow_in_this_order() -> bool:
    """Return whether the texts named were adopted in the order in which they are named."""
    final = _chinese()["final"]
    laws = ["cn-credit-2013", "cn-csl-2016", "cn-civilcode-2020", "cn-pipl-2021", "cn-frt-2025"]
    before, court, after = final[["cn-civilcode-2020", "cn-spc-frt-2021", "cn-frt-2025"]]
    return bool(final[laws].is_monotonic_increasing and before < court < after)


# --------------------------------------------------------- local rules, industry, courts and fines


def local_rules_go_both_ways() -> bool:
    """Return whether some local rules restrict handlers and some, in Xinjiang among others, widen."""
    western, widening = _number("n_local_widening_west"), _number("n_local_widening")
    return _number("n_local_restricting") > 0 and 0 < western <= widening


def the_rules_of_three_cities_restrict_handlers() -> bool:
    """Return whether the rules of Hangzhou, Shenzhen and Nanjing are coded as restricting handlers."""
    return _effects_are(
        counts.RESTRICTS, "cn-hz-property-2021", "cn-sz-data-2021", "cn-nj-salesoffice-2020"
    )


def the_rules_of_xinjiang_and_xilinhot_widen() -> bool:
    """Return whether the two rules of Xinjiang and the notice of Xilinhot are coded as widening."""
    return _effects_are(
        counts.WIDENS, "cn-xilinhot-2025", "cn-xj-popreg-2017", "cn-ili-passport-2016"
    )


def the_notice_of_nanning_widens() -> bool:
    """Return whether the notice of Nanning is coded as widening what the state collects."""
    return _effects_are(counts.WIDENS, "cn-nanning-estate-2020")


def industry_binds_nobody_and_names_no_police() -> bool:
    """Return whether no text of industry is coded as binding or speaks of police or public security."""
    acts = provenance.read_rows("industry_acts")
    binding = tables.load("instruments").set_index("id")["is_binding"]
    words = acts["act"].str.cat(acts["content"], sep=" ")
    said = words.str.contains("police|public security", case=False)
    return not acts["instrument_id"].map(binding).fillna(False).any() and not said.any()


def the_deepfake_rules_start_with_audio_and_end_with_labels() -> bool:
    """Return whether the first of these rules is on audio and the last on labels, by their titles."""
    found = texts.deepfake_rules()["title_en"].tolist()
    return "Audio" in found[0] and "Label" in found[-1]


def chinese_fines_fell_on_private_shops_and_sales_offices() -> bool:
    """Return whether each Chinese fine fell on no public body, and in retail or real estate."""
    fines = courts.fines()
    fines = fines[fines["side"].eq("CN")]
    on_shops = ~fines["is_public_defendant"] & fines["sector"].isin(["real_estate", "retail"])
    return bool(len(fines) and on_shops.all())


def chinese_entries_on_public_bodies_carry_no_fine() -> bool:
    """Return whether no Chinese entry on a public body has an amount or counts as a fine."""
    cases = provenance.read_rows("cases")
    public = cases[cases["country"].eq("CN") & cases["is_public_defendant"].fillna(False)]
    fined = public["amount"].notna() | public["is_counted_fine"].fillna(False)
    return bool(len(public) and not fined.any())


def a_european_police_force_was_fined() -> bool:
    """Return whether exactly one fine outside China fell on a public body whose case names a police."""
    cases = provenance.read_rows("cases")
    fined = cases["is_counted_fine"] & cases["is_public_defendant"] & cases["country"].ne("CN")
    return bool(cases[fined.fillna(False)]["case_name"].str.contains("Police").sum() == 1)


def courts_annulled_two_fines_on_public_bodies() -> bool:
    """Return whether courts annulled two counted fines, both on public bodies, one of them police."""
    cases = provenance.read_rows("cases")
    counted = cases[cases["is_counted_fine"]].set_index("case_key")
    gone = counted[counted.index.isin(courts.annulled(cases))]
    of_police = gone["case_name"].str.contains("Police").sum() == 1
    return len(gone) == 2 and bool(gone["is_public_defendant"].all() and of_police)


def guo_bing_was_awarded_the_same_sum_twice_and_deletion() -> bool:
    """Return whether both judgments, in this order, awarded the sum named and a deletion."""
    steps = courts.case_steps("guo").dropna(subset=["amount"]).set_index("event")
    both = steps.loc[["first_instance", "final_judgment"]]
    return bool(
        both["amount"].eq(_number("guo_amount")).all()
        and both["outcome"].str.contains("delet").all()
        and both["date"].is_monotonic_increasing
    )


def the_second_court_added_the_fingerprints() -> bool:
    """Return whether fingerprints stand in the outcome noted for the last judgment, not the first."""
    steps = courts.case_steps("guo").dropna(subset=["amount"]).set_index("event")["outcome"]
    said = steps.str.contains("fingerprint")
    return bool(said["final_judgment"] and not said["first_instance"])
