"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from biometrics_china import provenance
from biometrics_china.analysis.target_populations import events, groups, procurement
from biometrics_china.analysis.target_populations.numbers import numbers
from biometrics_china.numbers import reader

number = reader(numbers)


def crime_or_drugs_in_nearly_all_schemes() -> bool:
    """Return whether crime or drugs in nearly all schemes."""
    frame = groups.categories().set_index("theme")
    named = (frame.loc[["Crime", "Drugs"]] != "").any()
    return named.sum() >= frame.shape[1] - 1


def one_province_lists_illness_petitions_and_terrorism() -> bool:
    """Return whether one province lists illness petitions and terrorism."""
    frame = provenance.read_rows("target_categories")
    part = frame[frame["scheme"].str.startswith("Key individuals")]
    return {"mental_illness", "petitions", "terrorism"} <= set(part["theme"])


def the_current_register_fell_after_its_peak() -> bool:
    """Return whether the current register fell after its peak."""
    frame = groups.registers_in_book()
    part = frame[frame["register"].eq(groups.CURRENT)].set_index("year")["persons"]
    return bool(part.loc[part.idxmax() :].is_monotonic_decreasing)


def dna_and_men_lead_and_gait_is_absent() -> bool:
    """Return whether dna and men lead and gait is absent."""
    frame = events.traits_in_book()
    lead = frame.groupby("trait")["events"].sum().idxmax() == "DNA"
    dna = frame[frame["trait"].eq("DNA")].set_index("group")["events"]
    men = dna.idxmax() == "Men and boys"
    return lead and men and "Gait" not in set(frame["trait"])


def few_events_concern_suspects() -> bool:
    """Return whether few events concern suspects."""
    return number("n_suspect_events") < number("n_events") / 10


def voice_and_iris_are_few() -> bool:
    """Return whether voice and iris are few."""
    sums = events.traits_in_book().groupby("trait")["events"].sum()
    return max(sums["Voice"], sums["Iris"]) <= 5


def only_one_rule_speaks_of_force() -> bool:
    """Return whether only one rule speaks of force."""
    return number("n_rules_force") == 1


def the_iris_stands_in_the_terrorism_law_only() -> bool:
    """Return whether the iris stands in the terrorism law only."""
    frame = groups.footing()
    laws = frame[frame["kind"].eq("Statute") & frame["taken"].str.contains("iris")]
    return [rule.startswith("Counter-Terrorism") for rule in laws["rule"]] == [True]


def no_rule_takes_voice_or_gait() -> bool:
    """Return whether no rule takes voice or gait."""
    taken = " ".join(groups.footing()["taken"])
    return "voice" not in taken and "gait" not in taken


def no_foreign_maker_in_a_notice() -> bool:
    """Return whether no foreign maker in a notice."""
    stages = procurement.by_stage_in_book().set_index("stage")["foreign_makers"]
    return stages.drop("Report").sum() == 0 and stages["Report"] > 0


def no_tender_has_a_price() -> bool:
    """Return whether no tender has a price."""
    stages = procurement.by_stage_in_book().set_index("stage")["with_amount"]
    return stages["Tender"] == 0 and stages["Report"] > number("n_awards")


def awards_went_to_chinese_sellers_without_a_maker() -> bool:
    """Return whether awards went to chinese sellers without a maker."""
    frame = procurement.police_purchases()
    awards = frame[frame["stage"].eq("award")]
    return bool(awards["makers"].map(len).eq(0).all())


def the_year_with_most_places_is_named() -> bool:
    """Return whether the year with most places is named."""
    return number("n_mode") >= number("n_places") / 3


def the_drive_went_on_in_two_provinces() -> bool:
    """Return whether the drive went on in two provinces."""
    frame = events.drive_in_book()
    last = frame[frame["year"].eq(frame["year"].max())]
    return set(last["province"]) == {"Inner Mongolia", "Sichuan"}


def men_only_is_the_lower_group() -> bool:
    """Return whether men only is the lower group."""
    grid = events.share_choices()
    men = grid["reach"].str.startswith("the men")
    return grid[men]["estimate"].max() < grid[~men]["estimate"].min()
