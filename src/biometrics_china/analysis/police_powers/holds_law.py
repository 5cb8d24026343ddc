"""Predicates on the law books: how the level of a rule goes with what it does."""

from __future__ import annotations

from collections.abc import Callable

from biometrics_china.analysis.police_powers import association
from biometrics_china.analysis.police_powers.numbers import numbers
from biometrics_china.numbers import reader

_ALPHA = 0.05
_number: Callable[[str], float] = reader(numbers)


def most_provisions_of_national_laws_let_the_state_take() -> bool:
    """Return whether most provisions of national laws that name a trait let the state collect."""
    return _number("census_law_collects") > _number("census_law") / 2


def one_provision_of_national_law_restricts() -> bool:
    """Return whether exactly one provision of national laws that names a trait restricts handlers."""
    return _number("census_law_restricts") == 1


def the_odds_are_higher_above_but_the_interval_holds_one() -> bool:
    """Return whether the odds ratio is above one, inside an exact interval that has one in it."""
    low, high = _number("test_ratio_low"), _number("test_ratio_high")
    return low < 1 < _number("test_ratio") < high


def the_exact_test_does_not_tell_ranks_apart() -> bool:
    """Return whether the exact test in its main coding has p above 0.05, and its interval holds one."""
    low, high = _number("test_ratio_low"), _number("test_ratio_high")
    return _number("test_p") > _ALPHA and low < 1 < high


def the_ratio_falls_without_local_rules() -> bool:
    """Return whether the odds ratio is smaller once local regulations are left out."""
    return _number("test_ratio_without_local") < _number("test_ratio")


def the_direction_rests_on_local_rules() -> bool:
    """Return whether the odds ratio is above one with local regulations, and below one without them."""
    ratios = association.under_codings().set_index("coding")["ratio"]
    return bool(ratios.iloc[0] > 1 > ratios[association.WITHOUT_LOCAL])
