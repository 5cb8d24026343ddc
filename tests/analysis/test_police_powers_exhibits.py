"""The exhibits of the chapter on the real data: sentences filled, figures drawn on the palette."""

from __future__ import annotations

import pytest

from biometrics_china import exhibits, numbers
from biometrics_china.analysis.police_powers import (
    association,
    bound,
    census,
    limits,
    provisions,
    readings,
    safeguards,
)
from biometrics_china.figures import export, police_powers
from biometrics_china.publishing import display

TEXTS = exhibits.numbers_of("police_powers").texts()
FIGURES = [e for e in police_powers.EXHIBITS if e.draw]
TABLES = [e for e in police_powers.EXHIBITS if not e.draw]


@pytest.mark.parametrize("exhibit", police_powers.EXHIBITS, ids=lambda e: e.id)
def test_every_sentence_can_be_filled(exhibit) -> None:
    assert "{" not in numbers.fill(exhibit.caption, TEXTS) + numbers.fill(exhibit.alt, TEXTS)


@pytest.mark.parametrize("exhibit", FIGURES, ids=lambda e: e.id)
def test_a_figure_keeps_to_the_palette_and_is_the_same_twice(exhibit) -> None:
    assert export.svg(exhibit) == export.svg(exhibit)


@pytest.mark.parametrize("exhibit", TABLES, ids=lambda e: e.id)
def test_a_table_has_rows_and_no_missing_cell(exhibit) -> None:
    printed = display.printed_table(exhibit, exhibit.frame())
    assert len(printed)
    assert not printed.isin(["nan", "<NA>", "None"]).any(axis=None)


def test_the_matrix_holds_each_current_provision_once() -> None:
    law = provisions.current(provisions.provisions())
    assert len(provisions.matrix()) == len(law)


def test_each_power_is_asked_about_each_safeguard_once() -> None:
    grid = safeguards.grid()
    assert not grid.duplicated(["power_id", "safeguard"]).any()
    assert len(grid) == grid["power_id"].nunique() * grid["safeguard"].nunique()


def test_the_census_adds_up_over_levels_and_groups() -> None:
    assert census.by_level()["provisions"].sum() == census.hits()["counted"].eq("counted").sum()


def test_no_coding_of_the_test_is_undefined() -> None:
    assert association.under_codings()[["ratio", "p_value"]].notna().all(axis=None)


# Captions say some things in words. Each is checked here, so that data that no longer bear it out
# stop the build and not only change a number.


def test_most_chinese_provisions_reach_state_organs() -> None:
    shares = bound.bound().set_index(["side", "measure"])["share"]
    assert shares[("China", "state")] > 0.5


def test_the_european_share_that_names_the_police_is_higher_under_every_count() -> None:
    choices = bound.bound_choices()
    police = choices[choices["measure"].eq("police")]
    wide = police.pivot(index="choice", columns="side", values="share")
    assert (wide["European Union"] > wide["China"]).all()


def test_approval_and_supervision_from_outside_stay_at_zero_in_china_under_every_reading() -> None:
    table = readings.readings()
    china = table[table["group"].eq(safeguards.IN_FORCE)]
    assert not china[["independent_approval", "independent_supervision"]].any(axis=None)
    special = china[china["reading"].eq(readings.SPECIAL)]
    assert not special[list(limits.KEY)].any(axis=None)


def test_the_pattern_over_levels_rests_on_the_local_regulations() -> None:
    table = association.under_codings().set_index("coding")
    assert table["ratio"].iloc[0] > 1
    assert table.loc[association.WITHOUT_LOCAL, "ratio"] < 1
