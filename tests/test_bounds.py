"""Known answers and properties of sharp bounds, and of rounding them outwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import bounds
from biometrics_china.numbers import Numbers


def test_corners_by_hand() -> None:
    # a / b with a in 1..3 and b in 2..4: least 1/4, most 3/2
    found = bounds.corners(lambda a, b: a / b, a=(1.0, 3.0), b=(2.0, 4.0))
    assert (found.low, found.high) == (0.25, 1.5)


def test_a_corner_that_is_not_admissible_is_left_out() -> None:
    found = bounds.corners(lambda a, b: a + b if a + b <= 5 else None, a=(1, 3), b=(2, 4))
    assert (found.low, found.high) == (3, 5)
    with pytest.raises(ValueError, match="no combination of a, b is admissible"):
        bounds.corners(lambda **_: None, a=(1,), b=(2,))


@given(
    st.floats(0.1, 10), st.floats(0, 10), st.floats(0.1, 10), st.floats(0, 10),
    st.floats(0, 1), st.floats(0, 1),
)  # fmt: skip
def test_every_ratio_within_lies_between_the_corners(a, more_a, b, more_b, s, t) -> None:
    found = bounds.corners(lambda x, y: x / y, x=(a, a + more_a), y=(b, b + more_b))
    inside = (a + s * more_a) / (b + t * more_b)
    assert found.low * (1 - 1e-12) <= inside <= found.high * (1 + 1e-12)


def test_linear_by_hand() -> None:
    # x + y = 10, x at most 7, y at most 6: x lies between 4 and 7
    found = bounds.linear({"x": 1.0}, [({"x": 1, "y": 1}, 10)], [({"x": 1}, 7), ({"y": 1}, 6)])
    assert (found.low, found.high) == pytest.approx((4, 7))


def test_linear_refuses_what_cannot_be_and_what_has_no_end() -> None:
    with pytest.raises(ValueError, match="admit no bound"):
        bounds.linear({"x": 1.0}, [({"x": 1}, 10)], [({"x": 1}, 7)])
    with pytest.raises(ValueError, match="admit no bound"):
        bounds.linear({"x": 1.0}, [], [({"y": 1}, 7)])


@given(st.lists(st.integers(0, 20), min_size=3, max_size=3), st.data())
def test_linear_agrees_with_counting_out(caps: list[int], data: st.DataObject) -> None:
    # three whole numbers with given limits that add up to a total: all of them can be tried
    total = data.draw(st.integers(0, sum(caps)))
    tried = [
        x for x in range(caps[0] + 1) for y in range(caps[1] + 1) if 0 <= total - x - y <= caps[2]
    ]
    names = "xyz"
    limits = [({name: 1.0}, float(cap)) for name, cap in zip(names, caps, strict=True)]
    found = bounds.linear({"x": 1.0}, [(dict.fromkeys(names, 1.0), float(total))], limits)
    assert (found.low, found.high) == pytest.approx((min(tried), max(tried)), abs=1e-7)


def test_bounds_are_added_to_numbers_outwards() -> None:
    found = Numbers("s", ["t"])
    bounds.add(found, "ratio", 2.4585, 4.01, "ratio", digits=1)
    assert [found[f"ratio_{end}"].text for end in ("low", "high")] == ["2.4", "4.1"]
    assert "lower end, rounded outwards" in found["ratio_low"].meaning
