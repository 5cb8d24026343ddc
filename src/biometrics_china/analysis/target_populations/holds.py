"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from biometrics_china import provenance, tables
from biometrics_china.analysis.target_populations import events, groups, procurement
from biometrics_china.analysis.target_populations.numbers import numbers
from biometrics_china.numbers import reader

_number = reader(numbers)


def crime_or_drugs_in_nearly_all_schemes() -> bool:
    """Return whether all schemes and reports but one at most name a category of crime or drugs."""
    frame = groups.categories().set_index("theme")
    named = (frame.loc[["Crime", "Drugs"]] != "").any()
    return bool(named.sum() >= frame.shape[1] - 1)


def one_province_lists_illness_petitions_and_terrorism() -> bool:
    """Return whether the provincial rule lists mental illness, petitions and terrorism."""
    frame = provenance.read_rows("target_categories")
    part = frame[frame["scheme"].str.startswith("Key individuals")]
    return {"mental_illness", "petitions", "terrorism"} <= set(part["theme"])


def the_current_register_fell_after_its_peak() -> bool:
    """Return whether each size of the register of current users after the largest is smaller."""
    frame = groups.registers(provenance.read_rows("registry_sizes"))
    sizes = frame[frame["register"].eq(groups.CURRENT)].set_index("year")["persons"]
    since = sizes.loc[sizes.idxmax() :]
    return len(since) > 1 and bool(since.diff().iloc[1:].lt(0).all())


def the_database_grew_as_far_as_totals_are_known() -> bool:
    """Return whether the last total of the police DNA database exceeds the first from the peak year on.

    The peak year is that of the register of current drug users. Only totals used for growth count.
    """
    sizes = provenance.read_rows("dna_database_sizes")
    sizes = sizes[sizes["country"].eq("CHN") & sizes["use"].eq("growth")]
    sizes = sizes.sort_values("as_of", kind="stable")
    totals = sizes.loc[sizes["as_of"] >= str(int(_number("drugs_peak_year"))), "value"]
    return len(totals) > 1 and bool(totals.iloc[-1] > totals.iloc[0])


def a_few_rules_speak_of_force() -> bool:
    """Return whether several of the rules, and less than half, state that force can be used."""
    will = groups.footing()["will"]
    forced = will.eq(tables.vocabulary("sampling_will")["compulsory"]).sum()
    return bool(1 < forced < len(will) / 2)


def no_rule_takes_voice_or_gait() -> bool:
    """Return whether no rule on suspects or listed people names voice or gait."""
    taken = " ".join(groups.footing()["taken"])
    return "voice" not in taken and "gait" not in taken


def the_iris_stands_in_the_terrorism_law_only() -> bool:
    """Return whether the Counter-Terrorism Law is the only law among them that names the iris."""
    frame = groups.footing()
    laws = frame[frame["kind"].eq("Statute") & frame["taken"].str.contains("iris")]
    return [rule.startswith("Counter-Terrorism") for rule in laws["rule"]] == [True]


def dna_leads_and_most_of_it_is_that_of_men_and_boys() -> bool:
    """Return whether DNA has the most events, and among these those of men and boys are the most."""
    frame = events.traits(events.counted())
    dna = frame[frame["trait"].eq("DNA")].set_index("group")["events"]
    return bool(
        frame.groupby("trait")["events"].sum().idxmax() == "DNA" and dna.idxmax() == "Men and boys"
    )


def gait_is_absent() -> bool:
    """Return whether no documented event concerns gait."""
    return "Gait" not in set(events.traits(events.counted())["trait"])


def voice_and_iris_are_few() -> bool:
    """Return whether voice and iris have at least one event each and five at most."""
    sums = events.traits(events.counted()).groupby("trait")["events"].sum()
    return bool(sums.reindex(["Voice", "Iris"], fill_value=0).between(1, 5).all())


def few_events_concern_suspects() -> bool:
    """Return whether fewer than a tenth of the events concern people checked by the police."""
    return bool(_number("n_suspect_events") < _number("n_events") / 10)


def one_year_has_most_places() -> bool:
    """Return whether more places of the drive were reported in that year than in any other."""
    sizes = events.drive(events.counted())["year"].value_counts()
    return bool(sizes.iloc[0] > sizes.iloc[1])


def the_drive_went_on_in_two_provinces() -> bool:
    """Return whether the places of the last year lie in Inner Mongolia and in Sichuan."""
    frame = events.drive(events.counted())
    last = frame[frame["year"].eq(frame["year"].max())]
    return set(last["province"]) == {"Inner Mongolia", "Sichuan"}


def the_largest_number_is_an_institutes_estimate() -> bool:
    """Return whether the largest number of people that a source gives is the institute's estimate."""
    largest = events.stated_numbers().iloc[0]
    return bool(largest["id"] == events.INSTITUTE and largest["kind"] == "Estimate")


def the_highest_price_is_one_of_the_oldest() -> bool:
    """Return whether the highest price is of the first year with one, and above all of later years.

    A floor or a ceiling counts at the value that it states.
    """
    prices = procurement.test_prices()
    highest = prices.groupby("year")["yuan"].max()  # in the order of the years
    return len(highest) > 1 and bool(highest.iloc[0] > highest.iloc[1:].max())


def awards_and_most_reports_have_a_price_and_no_tender() -> bool:
    """Return whether every award notice, no tender and most press reports state an amount."""
    stages = procurement.by_stage(procurement.police_purchases()).set_index("stage")
    part = stages["with_amount"] / stages["records"]
    tenders = part[["Tender", "Title of a tender"]]
    return bool(part["Award notice"] == 1 and tenders.eq(0).all() and part["Report"] > 0.5)


def no_foreign_maker_in_a_notice() -> bool:
    """Return whether press reports name foreign makers and no other record does.

    A maker whose country is not known counts as one that may be foreign.
    """
    frame = procurement.police_purchases()
    is_named = frame["is_counted"] & frame["makers"].str.len().gt(0)
    foreign = is_named & ~frame["maker_country"].eq("CHN")
    return set(frame.loc[foreign, "stage"]) == {"report"}


def no_award_names_a_maker() -> bool:
    """Return whether no award notice names the maker of what was bought."""
    frame = procurement.police_purchases()
    awards = frame[frame["stage"].eq("award")]
    return len(awards) > 0 and bool(awards["makers"].map(len).eq(0).all())


def men_only_is_the_lower_group() -> bool:
    """Return whether every reading that counts men only lies below every one with relatives."""
    grid = events.share_choices()
    men = grid["reach"].str.startswith("the men")
    return bool(grid[men]["estimate"].max() < grid[~men]["estimate"].min())
