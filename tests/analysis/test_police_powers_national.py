"""Known answers for the comparison of Chinese powers with those of European states."""

from __future__ import annotations

import pandas as pd
import pytest

from biometrics_china import tables
from biometrics_china.analysis.police_powers import national, safeguards

S, N, A = safeguards.STATED, safeguards.NOT_STATED, safeguards.NOT_APPLICABLE

POWERS = pd.DataFrame(
    [("x", "SE, B power", "s"), ("y", "DE, A power", "s")], columns=["id", "label", "source_id"]
)
CELLS = pd.DataFrame(
    [
        ("x", "retention_limit", S),
        ("x", "victim_consent", A),
        ("y", "retention_limit", None),
        ("y", "victim_consent", N),
    ],
    columns=["power_id", "safeguard", "value"],
).assign(basis="", id=lambda f: f["power_id"] + "-" + f["safeguard"])


def test_cells_without_a_text_are_unread_and_neither_stated_nor_asked() -> None:
    frame = national.grid(POWERS, CELLS)
    states = frame[frame["group"].eq(national.STATES)]
    assert states["label"].tolist() == ["Germany, A power"] * 2 + ["Sweden, B power"] * 2
    by_power = states.drop_duplicates("power_id").set_index("power_id")
    assert by_power["stated"].to_dict() == {"y": 0, "x": 1}
    assert by_power["asked"].to_dict() == {"y": 1, "x": 1}
    values = states.set_index(["power_id", "safeguard"])["value"]
    assert values["y", "retention_limit"] == national.UNREAD
    assert set(frame["group"]) == {safeguards.IN_FORCE, national.STATES}


def test_like_for_like_by_hand() -> None:
    china = pd.DataFrame(
        [("a", "retention_limit", N), ("b", "retention_limit", S), ("a", "victim_consent", A)],
        columns=["power_id", "safeguard", "value"],
    ).assign(group=safeguards.IN_FORCE)
    states = CELLS.fillna({"value": national.UNREAD}).assign(group=national.STATES)
    found = national.like_for_like(pd.concat([china, states])).set_index("key")
    # retention: one of two; of the European two one states it and one was not read: 1 to 2
    assert found.loc["retention_limit"].tolist()[1:] == [1, 2, 1, 2, 2]
    # consent: the Chinese power and one European cannot have it; the other does not state it
    assert found.loc["victim_consent"].tolist()[1:] == [0, 0, 0, 0, 1]


def test_outer_limits_by_hand() -> None:
    cells = [
        ("a", "erasure", S, national.STATES), ("b", "erasure", N, national.STATES),
        ("a", "retention_limit", S, national.STATES), ("b", "retention_limit", S, national.STATES),
        ("a", "internal_approval", S, national.STATES), ("c", "erasure", N, safeguards.IN_FORCE),
    ]  # fmt: skip
    frame = pd.DataFrame(cells, columns=["power_id", "safeguard", "value", "group"])
    found = national.outside(frame)[["key", "china", "china_of", "least", "states_of"]]
    # approval inside the executive is no outer limit; two powers limit keeping, one of two erases
    assert found.head(2).to_numpy().tolist() == [
        ["retention_limit", 0, 0, 2, 2], ["erasure", 0, 1, 1, 2],
    ]  # fmt: skip
    assert set(found["key"].tail(2)) == {"independent_approval", "independent_supervision"}


def test_every_power_has_each_safeguard_once_and_a_reason_where_it_was_not_read() -> None:
    cells = tables.load("national_safeguards")
    names = set(tables.vocabulary("safeguard"))
    for _, part in cells.groupby("power_id"):
        assert len(part) == len(names)
        assert set(part["safeguard"]) == names
    assert set(cells["power_id"]) == set(national.powers()["id"])
    assert cells.loc[cells["value"].isna(), "basis"].notna().all()
    assert cells.loc[cells["value"].eq(S), "basis"].notna().all()


@pytest.mark.parametrize("key", ["retention_limit", "independent_supervision"])
def test_a_range_is_printed_where_texts_were_not_read(key: str) -> None:
    label = tables.vocabulary("safeguard")[key]
    row = national.printed().set_index("safeguard").loc[label]
    least, most = (national.like_for_like().set_index("key").loc[key, c] for c in ("least", "most"))
    assert row["states"].startswith(f"{least} to {most} of ")
    assert row["china"].startswith("0 of ")
