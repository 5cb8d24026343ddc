"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from biometrics_china import tables
from biometrics_china.analysis.police_powers import limits
from biometrics_china.analysis.police_powers.numbers import numbers
from biometrics_china.numbers import reader

ALPHA = 0.05


police = reader(numbers)


def no_chinese_power_states_any_of_the_outer_safeguards() -> bool:
    """Return whether no chinese power states any of the outer safeguards."""
    names = ("independent_approval", "retention_limit", "erasure", "independent_supervision")
    return not any(police(f"{name}_cn") for name in names)


def the_odds_are_higher_above_but_the_interval_holds_one() -> bool:
    """Return whether the odds are higher above but the interval holds one."""
    return police("test_ratio_low") < 1 < police("test_ratio") < police("test_ratio_high")


def no_chinese_power_has_a_special_rule_on_keeping() -> bool:
    """Return whether no chinese power has a special rule on keeping."""
    return police("retention_limit_cn") == police("erasure_cn") == 0


def read_in_every_power_has_both() -> bool:
    """Return whether read in every power has both."""
    return (
        police("read_in_cn_retention_limit")
        == police("read_in_cn_erasure")
        == police("n_powers_read_in_cn")
    )


def most_restrictions_reach_the_state_and_few_the_police() -> bool:
    """Return whether most restrictions reach the state and few the police."""
    total = police("n_restricting_cn")
    return police("bound_state_cn") > total / 2 and police("bound_police_cn") < total / 3


def most_that_reach_the_state_do_so_because_they_leave_it_in() -> bool:
    """Return whether most that reach the state do so because they leave it in."""
    return police("bound_state_alone_cn") < police("bound_state_cn") / 2


def few_articles_hold_a_carve_out() -> bool:
    """Return whether few articles hold a carve out."""
    return police("n_carve_out_cn") < police("n_provisions_cn") / 4


def own_limits_of_the_ministry_state_none_from_outside_or_over_time() -> bool:
    """Return whether own limits of the ministry state none from outside or over time."""
    frame, labels = limits.limits(), tables.vocabulary("safeguard")
    own = frame[frame["is_own"]]
    return (
        bool(len(own))
        and not own["states"]
        .str.contains("|".join(labels[name].lower() for name in limits.KEY))
        .any()
    )


def most_provisions_of_national_laws_let_the_state_take() -> bool:
    """Return whether most provisions of national laws let the state take."""
    return police("census_law_collects") > police("census_law") / 2


def one_provision_of_national_law_restricts() -> bool:
    """Return whether one provision of national law restricts."""
    return police("census_law_restricts") == 1


def the_exact_test_does_not_tell_ranks_apart() -> bool:
    """Return whether the exact test does not tell ranks apart."""
    return police("test_p") > ALPHA and police("test_ratio_low") < 1 < police("test_ratio_high")


def the_ratio_falls_without_local_rules() -> bool:
    """Return whether the ratio falls without local rules."""
    return police("test_ratio_without_local") < police("test_ratio")
