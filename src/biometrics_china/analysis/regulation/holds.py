"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from functools import cache

import pandas as pd
from scipy.stats import binom

from biometrics_china import provenance, tables
from biometrics_china.analysis.regulation import courts, passages, standards, texts, timeline
from biometrics_china.analysis.regulation.numbers import numbers
from biometrics_china.numbers import reader

ALPHA = 0.05


WIDENS, RESTRICTS = "widens_state_power", "restricts_handlers"


law = reader(numbers)


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


def half_of_the_widening_rules_came_first() -> bool:
    """Return whether half of the widening rules came first."""
    return law("year_half_widening") < law("year_half_restricting")


def widening_rules_are_the_first_that_are_drawn() -> bool:
    """Return whether widening rules are the first that are drawn."""
    drawn = chinese()[chinese()["last"] >= timeline.START]
    return drawn.loc[drawn["first"].idxmin(), "effect"] == WIDENS


def widening_rules_stand_in_laws_rules_and_notices() -> bool:
    """Return whether widening rules stand in laws rules and notices."""
    lanes = set(chinese().loc[chinese()["effect"].eq(WIDENS), "lane"])
    return {"National laws", "Ministerial rules", "Plans, notices, campaigns"} <= lanes


def what_is_not_drawn_are_police_standards() -> bool:
    """Return whether what is not drawn are police standards."""
    return set(chinese().loc[chinese()["last"] < timeline.START, "level"]) == {"police_standard"}


def years_of_restricting_rules() -> pd.Series:
    rules = chinese()[chinese()["effect"].eq(RESTRICTS)]
    return rules["final"].fillna(rules["effective"]).fillna(rules["draft"]).dt.year


def most_restricting_rules_lie_in_the_half_year_or_later() -> bool:
    """Return whether most restricting rules lie in the half year or later."""
    return bool(years_of_restricting_rules().ge(law("year_half_restricting")).mean() > 0.5)


def restriction_is_behind_until_the_crossing_and_ahead_after() -> bool:
    """Return whether restriction is behind until the crossing and ahead after."""
    table, crossing = counts_by_year(), int(law("crossing_before"))
    first = table.index[table[WIDENS] > 0][0]
    return bool(
        (table.loc[first:crossing, WIDENS] > table.loc[first:crossing, RESTRICTS]).all()
        and (table.loc[crossing + 1 :, WIDENS] < table.loc[crossing + 1 :, RESTRICTS]).all()
    )


def most_widening_rules_are_in_force() -> bool:
    """Return whether most widening rules are in force."""
    status = chinese().loc[chinese()["effect"].eq(WIDENS), "status"]
    return bool(status.eq("in_force").mean() > 0.5)


def the_latest_widening_rules_are_in_force() -> bool:
    """Return whether the latest widening rules are in force."""
    latest = chinese().loc[["cn-psvideo-2025", "cn-psapl-2025", "cn-netid-2025"]]
    return bool(
        latest["effect"].isin([WIDENS, "both"]).all()
        and latest["status"].eq("in_force").all()
        and latest["effective"].dt.year.ge(2025).all()
    )


def the_restricting_texts_follow_in_this_order() -> bool:
    """Return whether the restricting texts follow in this order."""
    ids = ["cn-csl-2016", "cn-civilcode-2020", "cn-pipl-2021", "cn-frt-2025"]
    court = chinese().loc["cn-spc-frt-2021", "final"]
    return bool(
        chinese().loc[ids, "final"].is_monotonic_increasing
        and chinese().loc["cn-credit-2013", "final"] < chinese().loc["cn-csl-2016", "final"]
        and chinese().loc["cn-civilcode-2020", "final"] < court
        and court < chinese().loc["cn-frt-2025", "final"]
    )


def the_test_does_not_tell_china_and_the_union_apart() -> bool:
    """Return whether the test does not tell china and the union apart."""
    return law("p_china_eu") > ALPHA


def the_bands_overlap() -> bool:
    """Return whether the bands overlap."""
    curves = passages.curves(spells())
    curves = curves[curves["panel"].eq("China and the EU")]
    wide = curves.pivot_table(index="day", columns="group", values=["low", "high"]).ffill().dropna()
    apart = (wide[("high", "China")] < wide[("low", "European Union")]) | (
        wide[("high", "European Union")] < wide[("low", "China")]
    )
    return bool(len(wide) > 0 and apart.mean() < 0.5)


def the_chinese_median_is_smaller_under_every_reading() -> bool:
    """Return whether the chinese median is smaller under every reading."""
    medians = choices().pivot(index="choice", columns="group", values="median")
    return bool((medians["China"] < medians["European Union"]).all())


def few_readings_lie_below_the_threshold() -> bool:
    """Return whether few readings lie below the threshold."""
    found, n = int(law("n_choices_below")), int(law("n_choices"))
    # as few as chance alone would give in more than one of twenty such searches, and under half
    return found < n / 2 and binom.sf(found - 1, n, ALPHA) > ALPHA


def the_european_interval_is_wider_and_its_acts_fewer() -> bool:
    """Return whether the european interval is wider and its acts fewer."""
    width = {
        side: law(f"median_{side}_ci_high") - law(f"median_{side}_ci_low")
        for side in ("china", "eu")
    }
    return width["eu"] > width["china"] and law("n_eu_spells") < law("n_china_spells")


def half_of_the_chinese_drafts_take_about_a_year() -> bool:
    """Return whether half of the chinese drafts take about a year."""
    return abs(law("median_china") - 365) < 60


def ministries_are_the_quickest_issuers() -> bool:
    """Return whether ministries are the quickest issuers."""
    medians = {
        name: law(f"median_{name}") for name in ("ministry", "npc", "state_council", "standards")
    }
    local = spells().loc[spells()["group"].eq("Local congress rules"), "days"].median()
    return min(medians, key=medians.__getitem__) == "ministry" and medians["ministry"] < local


def two_drafts_wait_and_almost_as_long() -> bool:
    """Return whether two drafts wait and almost as long."""
    waiting = (
        spells().set_index("instrument_id").loc[["cn-police-law-rev", "cn-detention-law-draft"]]
    )
    return bool(
        waiting["outcome"].eq("pending").all()
        and waiting["days"].iloc[1] > 0.9 * waiting["days"].iloc[0]
    )


def the_clock_matters_for_the_police_punishments_law() -> bool:
    """Return whether the clock matters for the police punishments law."""
    return law("psapl_days_first") > 2 * law("psapl_days_alternative")


def changes(instrument: str) -> pd.DataFrame:
    frame = provenance.read_rows("text_changes").set_index("id")
    return frame[frame["instrument_id"].eq(instrument) & frame["kind"].eq("first_procedure")]


def the_face_rules_became_weaker_and_the_punishments_law_stronger() -> bool:
    """Return whether the face rules became weaker and the punishments law stronger."""
    return law("frt_weaker") > law("frt_stronger") and law("psapl_stronger") > law("psapl_weaker")


def the_ban_on_analysing_ethnicity_is_gone() -> bool:
    """Return whether the ban on analysing ethnicity is gone."""
    row = changes("cn-frt-2025").loc["tc07"]
    final = provenance.read_rows("provisions")
    final = final[final["instrument_id"].eq("cn-frt-2025") & final["version"].eq("final")]
    said = (final["paraphrase"] + " " + final["topic"]).str.contains(
        "race|ethnic|religio", case=False
    )
    return bool(row["direction"] == "weaker" and len(final) >= 20 and not said.any())


def approval_stays_and_the_rest_gets_stronger() -> bool:
    """Return whether approval stays and the rest gets stronger."""
    found = changes("cn-psapl-2025")["direction"]
    return found["tc11"] == found["tc10"] == found["tc09"] == "stronger" and found["tc12"] == "same"


def the_top_police_body_is_named_most_of_all() -> bool:
    """Return whether the top police body is named most of all."""
    grid = standards.matrix().drop_duplicates("name").sort_values("standards", ascending=False)
    return grid["name"].iloc[0] == law("top_police") and bool(
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
    """Return whether some firms were listed after the standard."""
    return bool((~listed_before()).any())


def listed_firms_sit_beside_institutes_of_the_police_ministry() -> bool:
    """Return whether listed firms sit beside institutes of the police ministry."""
    seats = standards.seats()
    ministry = seats["name"].str.startswith("MPS") & seats["is_police"]
    shared = set(seats.loc[ministry, "number"]) & set(seats.loc[seats["is_listed"], "number"])
    return bool(shared)


def local_rules_go_both_ways() -> bool:
    """Return whether local rules go both ways."""
    return law("n_local_restricting") > 0 and 0 < law("n_local_widening_west") <= law(
        "n_local_widening"
    )


def industry_binds_nobody_and_names_no_police() -> bool:
    """Return whether industry binds nobody and names no police."""
    acts = provenance.read_rows("industry_acts")
    binding = tables.load("instruments").set_index("id")["is_binding"]
    said = (
        acts["act"]
        .str.cat(acts["content"], sep=" ")
        .str.contains("police|public security", case=False)
    )
    return not acts["instrument_id"].map(binding).fillna(False).any() and not said.any()


def chinese_fines_fell_on_private_shops_and_sales_offices() -> bool:
    """Return whether chinese fines fell on private shops and sales offices."""
    fines = courts.fines()
    fines = fines[fines["side"].eq("CN")]
    return bool(
        len(fines)
        and not fines["is_public_defendant"].any()
        and fines["sector"].isin(["real_estate", "retail"]).all()
    )


def chinese_entries_on_public_bodies_carry_no_fine() -> bool:
    """Return whether chinese entries on public bodies carry no fine."""
    frame = cases()
    public = frame[frame["country"].eq("CN") & frame["is_public_defendant"].fillna(False)]
    return bool(
        len(public) and public["amount"].isna().all() and not public["is_counted_fine"].any()
    )


def a_european_police_force_was_fined() -> bool:
    """Return whether a european police force was fined."""
    frame = cases()
    fined = frame["is_counted_fine"] & frame["is_public_defendant"] & frame["country"].ne("CN")
    return frame[fined.fillna(False)]["case_name"].str.contains("Police").sum() == 1


def guo_bing_was_awarded_the_same_sum_twice_and_deletion() -> bool:
    """Return whether guo bing was awarded the same sum twice and deletion."""
    steps = courts.case_steps("guo").dropna(subset=["amount"]).set_index("event")
    both = steps.loc[["first_instance", "final_judgment"]]
    return bool(
        both["amount"].eq(law("guo_amount")).all()
        and both["outcome"].str.contains("delet").all()
        and both["date"].is_monotonic_increasing
    )


def the_deepfake_rules_start_with_audio_and_end_with_labels() -> bool:
    """Return whether the deepfake rules start with audio and end with labels."""
    found = texts.deepfake_rules()["title_en"].tolist()
    return "Audio" in found[0] and "Label" in found[-1]
