"""What must hold in the data for the words of the chapter on police powers to be true."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from biometrics_china import tables
from biometrics_china.analysis.police_powers import (
    bound,
    limits,
    national,
    provisions,
    readings,
    safeguards,
)
from biometrics_china.analysis.police_powers.holds_law import *  # noqa: F403
from biometrics_china.analysis.police_powers.numbers import numbers
from biometrics_china.numbers import reader

_number: Callable[[str], float] = reader(numbers)


# ------------------------------------------------------------------------ articles and whom they bind


def most_articles_reach_the_state_without_being_written_for_it() -> bool:
    """Return whether most Chinese articles reach state organs, and most of those bind others too."""
    reaching, alone = _number("n_state_cn"), _number("n_state_only_cn")
    return reaching > _number("n_provisions_cn") / 2 and alone < reaching / 2


def few_articles_hold_a_carve_out() -> bool:
    """Return whether under a quarter of the Chinese articles hold a carve-out that police can use."""
    return _number("n_carve_out_cn") < _number("n_provisions_cn") / 4


def most_powers_stand_apart_from_what_restricts_handlers() -> bool:
    """Return whether most articles that let China collect stand in texts that restrict no handler."""
    law = _chinese()
    restricting = law.loc[law["function"].eq(provisions.RESTRICTS[0]), "instrument_id"]
    powers = law.loc[law["grants_police_power"], "instrument_id"]
    return bool((~powers.isin(restricting)).mean() > 0.5)


def powers_stand_in_the_laws_that_are_named() -> bool:
    """Return whether articles let China collect in each law that is named, and in ministry rules."""
    law = _chinese()
    found = law.loc[law["grants_police_power"], "instrument_id"]
    named = {"cn-ricl-2011", "cn-eeal-2012", "cn-ctl-2015", "cn-cpl-2012", "cn-psapl-2025"}
    return named <= {*found} and bool(found.str.startswith("cn-mps-").any())


def _chinese() -> pd.DataFrame:
    law = provisions.current(provisions.provisions())
    return law[law["side"].eq(provisions.CHINA)]


def most_restrictions_reach_the_state() -> bool:
    """Return whether most Chinese provisions that restrict somebody reach state organs."""
    return _number("bound_state_cn") > _number("n_restricting_cn") / 2


def under_half_name_the_police_under_every_count() -> bool:
    """Return whether under half of the Chinese restrictions name the police in each way of counting."""
    choices = bound.bound_choices()
    police = choices["measure"].eq("police") & choices["side"].eq(provisions.CHINA)
    return bool(choices.loc[police, "share"].max() < 0.5)


def openings_with_a_carve_out_stand_on_both_sides() -> bool:
    """Return whether on either side some article yields to other law and has a carve-out for police."""
    opened = provisions.openings()
    held = set(opened.loc[opened["carve_out"].eq(provisions.YES), "side"])
    return held == {provisions.CHINA, provisions.EU}


def most_that_reach_the_state_bind_others_too() -> bool:
    """Return whether fewer than half of the Chinese restrictions that reach the state bind it alone."""
    return _number("bound_state_alone_cn") < _number("bound_state_cn") / 2


def europe_names_the_police_more_often_under_every_count() -> bool:
    """Return whether the share that names the police is higher in Europe in each way of counting."""
    choices = bound.bound_choices()
    police = choices[choices["measure"].eq("police")]
    wide = police.pivot(index="choice", columns="side", values="share")
    return bool((wide[provisions.EU] > wide[provisions.CHINA]).all())


# ------------------------------------------------------------------------------ powers and safeguards


def no_chinese_power_states_any_of_the_outer_safeguards() -> bool:
    """Return whether no Chinese power in force states one of the four outer safeguards.

    These are independent approval, a limit of retention, erasure and independent supervision.
    """
    return not any(_number(f"{name}_cn") for name in limits.KEY)


def no_chinese_power_has_a_special_rule_on_keeping() -> bool:
    """Return whether no Chinese power in force states a limit of retention or a duty to erase."""
    return _number("retention_limit_cn") == _number("erasure_cn") == 0


def no_chinese_power_states_a_term_or_a_court() -> bool:
    """Return whether no Chinese power in force states a limit of retention or a court's approval.

    Of the powers of European states some must state each.
    """
    table = national.like_for_like().set_index("key")
    rows = table.loc[["retention_limit", "independent_approval"]]
    return bool(rows["china"].eq(0).all() and rows["least"].gt(0).all())


def each_outer_limit_stands_in_european_powers_alone() -> bool:
    """Return whether each of the four outer safeguards is stated in Europe, by no Chinese power.

    In Europe one power of a state must state it; Chinese powers are those in force.
    """
    table = national.outside()
    return bool(
        len(table) == len(limits.KEY) and table["china"].eq(0).all() and table["least"].gt(0).all()
    )


def most_european_powers_need_no_court() -> bool:
    """Return whether under half of the powers of European states need an independent approval."""
    row = national.like_for_like().set_index("key").loc["independent_approval"]
    return bool(row["most"] < row["states_of"] / 2)


def no_reading_gives_an_independent_approval_or_supervisor() -> bool:
    """Return whether no reading of general law gives a Chinese power outside approval or supervision."""
    return not _in_china()[["independent_approval", "independent_supervision"]].any(axis=None)


def second_reader_counts_general_supervision() -> bool:
    """Return whether the second reader coded a power as supervised where the first did not."""
    second = tables.load("second_codings")
    named = second["row_id"].str.endswith("-independent-supervision") & second["value"].eq("stated")
    first = tables.load("safeguards").set_index("id")["value"]
    return bool(first.loc[second.loc[named, "row_id"]].eq("not_stated").any())


def every_power_has_both_with_the_general_law_read_in() -> bool:
    """Return whether each Chinese power has a limit of retention and erasure under the general law."""
    with_limit, with_erasure = (
        _number(f"read_in_cn_{name}") for name in ("retention_limit", "erasure")
    )
    return with_limit == with_erasure == _number("n_powers_read_in_cn")


def own_limits_of_the_ministry_are_none_from_outside_or_over_time() -> bool:
    """Return whether the police ministry’s own limits state none of the four outer safeguards.

    These are independent approval, a limit of retention, erasure and independent supervision.
    """
    frame, labels = limits.limits(), tables.vocabulary("safeguard")
    own = frame.loc[frame["is_own"], "states"]
    outer = "|".join(labels[name].lower() for name in limits.KEY)
    return bool(len(own)) and not own.str.contains(outer).any()


def _in_china() -> pd.DataFrame:
    table = readings.readings()
    return table[table["group"].eq(safeguards.IN_FORCE)]
