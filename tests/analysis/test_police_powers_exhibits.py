"""The analysis of the chapter on the real data: what is asked is asked once, and counts add up."""

from __future__ import annotations

from biometrics_china.analysis.police_powers import (
    association,
    census,
    provisions,
    safeguards,
)


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
