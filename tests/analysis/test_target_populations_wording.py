"""Words of the chapter on target populations that a future row could make false."""

from __future__ import annotations

import pytest
from wording import words_of

from biometrics_china import exhibits, provenance
from biometrics_china.analysis.target_populations import events, groups, procurement


def number(name: str) -> float:
    return float(exhibits.numbers_of("target_populations")[name].value)


def crime_or_drugs_in_nearly_all_schemes() -> bool:
    frame = groups.categories().set_index("theme")
    named = (frame.loc[["Crime", "Drugs"]] != "").any()
    return named.sum() >= frame.shape[1] - 1


def one_province_lists_illness_petitions_and_terrorism() -> bool:
    frame = provenance.read_rows("target_categories")
    part = frame[frame["scheme"].str.startswith("Key individuals")]
    return {"mental_illness", "petitions", "terrorism"} <= set(part["theme"])


def the_current_register_fell_after_its_peak() -> bool:
    frame = groups.registers_in_book()
    part = frame[frame["register"].eq(groups.CURRENT)].set_index("year")["persons"]
    return bool(part.loc[part.idxmax() :].is_monotonic_decreasing)


def dna_and_men_lead_and_gait_is_absent() -> bool:
    frame = events.traits_in_book()
    lead = frame.groupby("trait")["events"].sum().idxmax() == "DNA"
    dna = frame[frame["trait"].eq("DNA")].set_index("group")["events"]
    men = dna.idxmax() == "Men and boys"
    return lead and men and "Gait" not in set(frame["trait"])


def few_events_concern_suspects() -> bool:
    return number("n_suspect_events") < number("n_events") / 10


def voice_and_iris_are_few() -> bool:
    sums = events.traits_in_book().groupby("trait")["events"].sum()
    return max(sums["Voice"], sums["Iris"]) <= 5


def only_one_rule_speaks_of_force() -> bool:
    return number("n_rules_force") == 1


def the_iris_stands_in_the_terrorism_law_only() -> bool:
    frame = groups.footing()
    laws = frame[frame["kind"].eq("Statute") & frame["taken"].str.contains("iris")]
    return [rule.startswith("Counter-Terrorism") for rule in laws["rule"]] == [True]


def no_rule_takes_voice_or_gait() -> bool:
    taken = " ".join(groups.footing()["taken"])
    return "voice" not in taken and "gait" not in taken


def no_foreign_maker_in_a_notice() -> bool:
    stages = procurement.by_stage_in_book().set_index("stage")["foreign_makers"]
    return stages.drop("Report").sum() == 0 and stages["Report"] > 0


def no_tender_has_a_price() -> bool:
    stages = procurement.by_stage_in_book().set_index("stage")["with_amount"]
    return stages["Tender"] == 0 and stages["Report"] > number("n_awards")


def awards_went_to_chinese_sellers_without_a_maker() -> bool:
    frame = procurement.police_purchases()
    awards = frame[frame["stage"].eq("award")]
    return bool(awards["makers"].map(len).eq(0).all())


def the_year_with_most_places_is_named() -> bool:
    return number("n_mode") >= number("n_places") / 3


def the_drive_went_on_in_two_provinces() -> bool:
    frame = events.drive_in_book()
    last = frame[frame["year"].eq(frame["year"].max())]
    return set(last["province"]) == {"Inner Mongolia", "Sichuan"}


def men_only_is_the_lower_group() -> bool:
    grid = events.share_choices()
    men = grid["reach"].str.startswith("the men")
    return grid[men]["estimate"].max() < grid[~men]["estimate"].min()


GUARDS = [
    (
        "target_populations",
        "Offences and drug use appear in nearly all",
        crime_or_drugs_in_nearly_all_schemes,
    ),
    (
        "target_populations",
        "Mental illness and petitioning the authorities stand in a provincial rule",
        one_province_lists_illness_petitions_and_terrorism,
    ),
    ("target_populations", "has since fallen by", the_current_register_fell_after_its_peak),
    (
        "fig-target-populations-traits",
        "most often that of men and boys",
        dna_and_men_lead_and_gait_is_absent,
    ),
    (
        "claim-target-populations-traits",
        "no documented police collection of gait was found",
        dna_and_men_lead_and_gait_is_absent,
    ),
    (
        "fig-target-populations-traits",
        "Voice and iris appear in a few places each",
        voice_and_iris_are_few,
    ),
    (
        "target_populations",
        "the group that must be the largest, people checked by the police, has",
        few_events_concern_suspects,
    ),
    (
        "tab-target-populations-footing",
        "of them says in so many words",
        only_one_rule_speaks_of_force,
    ),
    (
        "target_populations",
        "except the iris in the one on terrorism",
        the_iris_stands_in_the_terrorism_law_only,
    ),
    (
        "target_populations",
        "Voice, gait and iris stand in none of the general laws",
        no_rule_takes_voice_or_gait,
    ),
    ("tab-target-populations-procurement", "and in no notice", no_foreign_maker_in_a_notice),
    (
        "tab-target-populations-procurement",
        "in no tender, and in most press reports",
        no_tender_has_a_price,
    ),
    (
        "target_populations",
        "the one for DNA kits names no maker",
        awards_went_to_chinese_sellers_without_a_maker,
    ),
    ("fig-target-populations-drive", "Most reports are of", the_year_with_most_places_is_named),
    (
        "target_populations",
        "a city in Inner Mongolia and of a county in Sichuan",
        the_drive_went_on_in_two_provinces,
    ),
    ("target_populations", "somewhere above the lower group of marks", men_only_is_the_lower_group),
]


@pytest.mark.parametrize(("place", "words", "holds"), GUARDS)
def test_words_stand_and_are_true(place, words, holds):
    assert words in words_of(place), f"{place} no longer says {words!r}: change the guard with it"
    assert holds(), f"{place} says {words!r}, and the data do not bear it out"
