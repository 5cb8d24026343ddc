"""Known answers for the grid of safeguards and for the readings of general law."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.analysis.police_powers import readings, safeguards

S, N, L, A = safeguards.STATED, safeguards.NOT_STATED, safeguards.LEFT, safeguards.NOT_APPLICABLE

POWERS = pd.DataFrame(
    [
        ("a", "Power A", "China", "final", True),
        ("b", "Power B", "China", "final", True),
        ("old", "Lapsed", "China", "final", False),
        ("d", "Draft", "China", "draft", False),
        ("led", "Directive", "European Union", "final", True),
        ("ai", "Act", "European Union", "final", True),
        ("eud", "EU draft", "European Union", "draft", False),
    ],
    columns=["id", "label", "side", "version", "is_current"],
).assign(source_id="s", is_uncertain=False)

NAMES = ("purpose_named", "internal_approval", "retention_limit", "erasure")
VALUES = {
    "a": (S, N, N, N),
    "b": (S, S, N, A),
    "old": (S, S, S, S),
    "d": (N, N, N, N),
    "led": (S, L, S, S),
    "ai": (S, L, N, L),
    "eud": (S, S, S, S),
}
CELLS = pd.DataFrame(
    [
        (power, name, value, "")
        for power, values in VALUES.items()
        for name, value in zip(NAMES, values, strict=True)
    ],
    columns=["power_id", "safeguard", "value", "basis"],
).assign(id=lambda f: f["power_id"] + "-" + f["safeguard"])


def grid():
    return safeguards.grid(POWERS, CELLS)


def test_groups_and_order() -> None:
    found = safeguards.by_power(grid())
    # power B states two safeguards and A one; the lapsed power and the EU draft are left out
    assert list(zip(found["group"], found["power_id"], found["stated"], strict=True)) == [
        (safeguards.IN_FORCE, "b", 2),
        (safeguards.IN_FORCE, "a", 1),
        (safeguards.DRAFTS, "d", 0),
        (safeguards.EUROPE, "led", 3),
        (safeguards.EUROPE, "ai", 1),
    ]


def test_asked_leaves_out_what_does_not_apply_or_is_left_to_national_law() -> None:
    asked = safeguards.by_power(grid()).set_index("power_id")["asked"]
    assert dict(asked) == {"b": 3, "a": 4, "d": 4, "led": 3, "ai": 2}


def test_safeguards_stand_in_the_order_of_the_codebook() -> None:
    assert tuple(grid().query("power_id == 'a'")["safeguard"]) == NAMES


def test_by_safeguard_by_hand() -> None:
    found = safeguards.by_safeguard(grid()).set_index(["group", "safeguard"])
    values = [S, N, L, A, "powers"]
    assert list(found.loc[(safeguards.IN_FORCE, "erasure"), values]) == [0, 1, 0, 1, 2]
    assert list(found.loc[(safeguards.EUROPE, "internal_approval"), values]) == [0, 0, 2, 0, 2]


def test_powers_with_nothing_but_a_purpose() -> None:
    # A names a purpose and no more; B has an approval
    assert safeguards.only_purpose(grid()) == 1
    assert safeguards.with_any(grid(), ["internal_approval", "erasure"]) == 1
    assert safeguards.with_any(grid(), ["erasure"]) == 0


@given(st.lists(st.sampled_from([S, N, L, A]), min_size=8, max_size=8))
def test_the_four_values_add_up(values) -> None:
    cells = CELLS[CELLS["power_id"].isin(["a", "b"])].assign(value=values)
    found = safeguards.grid(POWERS[POWERS["id"].isin(["a", "b"])], cells)
    table = safeguards.by_safeguard(found)
    assert (table[[S, N, L, A]].sum(axis=1) == table["powers"]).all()
    assert table[S].sum() == safeguards.by_power(found)["stated"].sum()


LAW = pd.DataFrame(
    [
        ("cn-pipl-2021", "19", True, "China", True),
        ("cn-pipl-2021", "47", False, "China", True),
        ("cn-pipl-2021", "28", True, "China", False),
    ],
    columns=["instrument_id", "article", "is_binding_state", "side", "is_current"],
)
INSTRUMENT = pd.Series({"a": "cn-x", "b": "cn-y", "d": "cn-x", "led": "eu-led", "ai": "eu-aiact"})


def test_general_law_counts_where_it_is_current_and_reaches_state_organs() -> None:
    # article 47 is coded as not reaching them here, article 28 as lapsed
    assert readings.general_in_china(LAW) == {"retention_limit"}


def test_read_in_fills_silence_and_nothing_else() -> None:
    found = readings.read_in(grid(), {safeguards.IN_FORCE: {"erasure", "purpose_named"}})
    value = found.set_index(["power_id", "safeguard"])["value"]
    assert value[("a", "erasure")] == S
    assert value[("b", "erasure")] == A  # what does not apply stays so
    assert value[("ai", "erasure")] == L  # no general law named for that group
    assert value[("a", "internal_approval")] == N


def test_readings_by_hand() -> None:
    found = readings.readings(grid(), INSTRUMENT, LAW).set_index(["reading", "group"])
    cn, eu = safeguards.IN_FORCE, safeguards.EUROPE
    assert list(found.loc[(readings.AS_DRAWN, cn), ["powers", "least", "median", "most"]]) == [
        2,
        1,
        1.5,
        2,
    ]
    assert found.loc[(readings.AS_DRAWN, cn), "spread"] == "1 to 2 (median 1.5)"
    # the directive is a row as drawn and none under special rules
    assert [
        found.loc[(r, eu), "powers"]
        for r in (readings.AS_DRAWN, readings.SPECIAL, readings.READ_IN)
    ] == [2, 1, 1]
    # read in: retention from article 19 for both Chinese powers, erasure for neither
    assert list(found.loc[(readings.READ_IN, cn), ["retention_limit", "erasure"]]) == [2, 0]
    # the directive states purpose, retention and erasure, so the act's power gains two
    assert list(found.loc[(readings.READ_IN, eu), ["least", "most"]]) == [3, 3]


@pytest.mark.parametrize(("least", "most", "text"), [(1, 4, "1 to 4"), (5, 5, "5 each")])
def test_printed_range(least, most, text) -> None:
    assert readings.printed(least, most) == text


def test_reading_in_never_takes_a_safeguard_away() -> None:
    table = readings.readings(grid(), INSTRUMENT, LAW).set_index(["reading", "group"])
    for name in NAMES:
        special, read_in = (table.loc[r, name] for r in (readings.SPECIAL, readings.READ_IN))
        assert (read_in >= special).all()


def test_drafts_take_no_part_in_the_readings() -> None:
    assert safeguards.DRAFTS not in set(readings.readings(grid(), INSTRUMENT, LAW)["group"])


@pytest.mark.parametrize("value", [S, A])
def test_read_in_leaves_settled_cells(value) -> None:
    cells = grid().assign(value=value)
    held = {safeguards.IN_FORCE: set(NAMES), safeguards.EUROPE: set(NAMES)}
    assert set(readings.read_in(cells, held)["value"]) == {value}
