"""The analysis of the chapter on the real data: what is asked is asked once, and counts add up."""

from __future__ import annotations

from biometrics_china.analysis.police_powers import (
    association,
    census,
    holds,
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


def test_words_on_outer_safeguards_fall_when_one_reading_finds_one(monkeypatch) -> None:
    table = holds.readings.readings()
    assert holds.no_reading_gives_an_independent_approval_or_supervisor()
    china = table["group"].eq(safeguards.IN_FORCE)
    table.loc[china[::-1].idxmax(), "independent_approval"] = 1
    monkeypatch.setattr(holds.readings, "readings", lambda: table)
    assert not holds.no_reading_gives_an_independent_approval_or_supervisor()


def test_one_way_of_counting_with_half_for_the_police_makes_the_words_false(monkeypatch) -> None:
    choices = holds.bound.bound_choices()
    assert holds.under_half_name_the_police_under_every_count()
    china = choices["measure"].eq("police") & choices["side"].eq(provisions.CHINA)
    choices.loc[china[::-1].idxmax(), "share"] = 0.5
    monkeypatch.setattr(holds.bound, "bound_choices", lambda: choices)
    assert not holds.under_half_name_the_police_under_every_count()
