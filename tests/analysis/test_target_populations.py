"""Known answers for categories, registers, events, the male-lineage drive and purchases."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import provenance
from biometrics_china.analysis.target_populations import events, groups, holds, procurement


def sizes(*rows: tuple) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["register", "as_of", "value_persons", "change_pct"])
    frame["id"] = [f"r{n}" for n in range(len(frame))]
    return frame.astype({"value_persons": "Int64", "change_pct": "Float64"})


def test_a_change_gives_the_year_before_unless_it_is_stated() -> None:
    frame = sizes(
        ("drug_users_current", "2019-12-31", 900, None),
        ("drug_users_current", "2021-12-31", 600, -20.0),
        ("drug_users_current", "2022-12-31", 300, -50.0),
    )
    found = groups.registers(frame)
    # 600 / (1 - 0.2) = 750 for 2020; 2021 is stated, so 300 / 0.5 = 600 adds nothing
    assert found[["year", "persons", "basis"]].to_numpy().tolist() == [
        [2019, 900.0, groups.STATED],
        [2020, 750.0, groups.DERIVED],
        [2021, 600.0, groups.STATED],
        [2022, 300.0, groups.STATED],
    ]


def test_a_second_report_of_a_stock_is_not_a_second_point() -> None:
    frame = sizes(
        ("mental_disorder", "2014-12-31", 10, None), ("mental_disorder", "2014-12-31", 11, None)
    )
    assert groups.registers(frame)["persons"].tolist() == [10.0]


@given(st.floats(-90, 300), st.integers(1, 10**7))
def test_the_derived_stock_gives_back_the_stated_one(change: float, persons: int) -> None:
    found = groups.registers(sizes(("prisoners_like", "2020-12-31", persons, change)).assign(
        register="mental_disorder"))  # fmt: skip
    before = found[found["basis"].eq(groups.DERIVED)]["persons"].iloc[0]
    assert before * (1 + change / 100) == pytest.approx(persons)


EVENTS = pd.DataFrame(
    [
        ("a", "male_lineage", "Here", ("Anhui",), "2019-05", ("dna_male_lineage",), "men_and_boys"),
        ("b", "male_lineage", "There", ("Anhui",), None, ("dna",), "pupils"),
        ("c", "booking", "Town", ("Hubei",), "2008", ("dna", "face", "face"), "suspects"),
        ("d", "health_examinations", "West", ("Xinjiang",), "2017", ("blood",), "all_residents"),
        ("e", "male_lineage", "Far", ("Gansu",), "2020", ("dna",), "men_and_boys"),
    ],
    columns=["id", "programme", "place", "province", "start", "collected", "group_kind"],
).assign(admin_level="county")


def test_traits_count_events_once_and_leave_other_programmes_out() -> None:
    found = events.traits(EVENTS).set_index(["trait", "group"])["events"]
    # the two spellings of DNA are one trait; a trait named twice in an event counts once
    assert found[("DNA", "Men and boys")] == 2
    assert found[("DNA", "Pupils and students")] == 1
    assert found[("Face", "Suspects and people checked by police")] == 1
    assert "Blood" not in found.index.get_level_values(0)
    assert found.sum() == 5


def test_the_drive_lists_places_with_the_fullest_province_first() -> None:
    found = events.drive(EVENTS)
    assert found["province"].tolist() == ["Anhui", "Anhui", "Gansu"]
    assert found["year"].tolist()[:1] == [2019.0]
    assert pd.isna(found["year"][1])


def test_a_report_of_a_province_alone_is_no_place() -> None:
    whole = EVENTS.assign(place=["Anhui", "There", "Town", "West", "Gansu schools"])
    found = events.drive(whole).set_index("place")["is_local"]
    assert found.to_dict() == {"Anhui": False, "There": True, "Gansu schools": False}


def test_the_places_of_the_drive_are_counted_without_whole_provinces() -> None:
    found = events.drive(events.counted())
    whole = found.loc[~found["is_local"], "place"]
    assert sorted(whole) == ["Fujian", "Guangxi schools", "Henan", "Jiangsu"]


def test_repeats_and_restatements_feed_no_number() -> None:
    ids = set(events.counted()["id"])
    assert "ev-p007" not in ids
    assert "Restatement" not in set(events.stated_numbers()["kind"])
    # the village's residents are the base of a ratio, not a number of people sampled
    assert not events.stated_numbers()["high"].eq(376).any()


def test_the_reach_is_the_estimate_over_males_or_times_the_ratio_of_the_village() -> None:
    grid = events.share_choices()
    assert len(grid) == 3 * 2
    people = provenance.read_rows("populations")
    males = people[
        people["group"].eq("male") & people["country"].eq("CHN") & people["year"].eq(2020)
    ]
    national = males[males["level"].eq("national")]["persons"].iloc[0]
    main = grid[grid["is_main"]]["estimate"].iloc[0]
    assert main == pytest.approx(52_500_000 / national)
    assert grid["estimate"].between(0, 1).all()


def purchases(*rows: tuple) -> pd.DataFrame:
    columns = ["id", "date", "item", "quantity", "quantity_unit", "amount", "amount_kind", "stage"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(is_counted=True, maker_country=None, collected=[("dna",)] * len(frame))


def test_a_reaction_costs_the_amount_over_boxes_and_reactions() -> None:
    frame = purchases(
        ("a", "2024", "kit A (200 reactions a box)", 3.0, "boxes", 60000.0, "line_item", "award"),
        ("b", "2024", "kit B (100 reactions a box)", 1.0, "box", 1.0, "line_item", "award"),
        ("c", "2024", "polymer (384 a box)", 1.0, "box", 99.0, "line_item", "award"),
        ("d", "2024", "kit C (10 reactions a box)", 1.0, "box", 99.0, "award", "award"),
    )
    found = procurement.reaction_prices(frame)
    # 60000 / (3 * 200) = 100; the token price, the polymer and the whole award are left out
    assert found[["item", "year", "yuan"]].to_numpy().tolist() == [["kit A", 2024, 100.0]]


def test_prices_that_are_bounds_are_told() -> None:
    found = procurement.test_prices().set_index(["year", "item"])
    # at least 2,400 yuan a test; 500,000 for more than 5,000 students is at most 100 each; more than
    # a million for 130,000 residents is at least 7.69 each
    assert found.loc[2010, "one DNA test"][["yuan", "is_floor"]].tolist() == [2400.0, True]
    college = found.loc[2013, "testing of over 5,000 male students"]
    assert college[["yuan", "is_floor", "is_ceiling"]].tolist() == [100.0, False, True]
    plan = found.loc[2017].iloc[0]
    assert round(plan["yuan"], 2) == 7.69
    assert (plan["is_floor"], plan["is_ceiling"]) == (True, False)
    assert (found["is_floor"] | found["is_ceiling"]).sum() == 3


def test_stages_count_prices_and_foreign_makers() -> None:
    frame = purchases(
        ("a", "2024", "x", 1.0, "sets", 5.0, "award", "award"),
        ("b", "2024", "x", 1.0, "sets", None, None, "tender"),
        ("c", "2024", "x", 1.0, "sets", None, None, "tender"),
    ).assign(maker_country=[None, "USA", "CHN"], is_counted=[True, True, False])
    found = procurement.by_stage(frame).set_index("stage")
    assert found.loc["Award notice", ["records", "with_amount"]].tolist() == [1, 1]
    assert found.loc["Tender", ["records", "with_amount", "foreign_makers"]].tolist() == [1, 0, 1]


def test_the_categories_hold_each_theme_once() -> None:
    frame = groups.categories()
    assert frame["theme"].is_unique
    filled = (frame.iloc[:, 1:] != "").sum(axis=1)
    assert filled.is_monotonic_decreasing


def test_laws_stand_before_rules_of_ministries() -> None:
    kinds = groups.footing()["kind"].drop_duplicates().tolist()
    assert kinds == ["Statute", "Ministerial rule"]


@pytest.mark.parametrize(("sizes", "fell"), [((3, 9, 8, 7), True), ((3, 8, 7, 8), False),
                                             ((3, 7, 8, 9), False)])  # fmt: skip
def test_a_register_fell_only_if_it_did_so_each_time_after_its_peak(monkeypatch, sizes, fell):
    frame = pd.DataFrame({"register": groups.CURRENT, "year": range(2020, 2024), "persons": sizes})
    monkeypatch.setattr(groups, "registers", lambda _: frame)
    assert holds.the_current_register_fell_after_its_peak() is fell
