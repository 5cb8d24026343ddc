"""Maps of tiles: each place once, about where it lies, and a name that has none is an error."""

import pytest

from biometrics_china.countries import MEMBERS
from biometrics_china.figures import style, tile_map


def test_a_grid_is_read_from_the_top_left():
    assert tile_map.places("\n A . B_C\n . D .\n") == {"A": (0, 0), "B C": (2, 0), "D": (1, 1)}


@pytest.mark.parametrize("grid", [tile_map.EUROPE, tile_map.CHINA])
def test_no_two_tiles_lie_upon_each_other_and_lines_are_as_long(grid):
    lines = [line.split() for line in grid.strip("\n").splitlines()]
    named = [name for line in lines for name in line if name != "."]
    assert len({len(line) for line in lines}) == 1
    assert len(set(named)) == len(named)


def test_every_member_state_has_a_tile():
    assert MEMBERS.keys() <= tile_map.places(tile_map.EUROPE).keys()


def test_all_31_units_of_the_mainland_have_a_tile():
    assert len(tile_map.places(tile_map.CHINA)) == 31


@pytest.mark.parametrize(
    ("grid", "west", "east", "north", "south"),
    [
        (tile_map.EUROPE, "PT", "PL", "FI", "MT"),
        (tile_map.EUROPE, "IE", "CY", "DK", "IT"),
        (tile_map.CHINA, "Xinjiang", "Shanghai", "Heilongjiang", "Hainan"),
        (tile_map.CHINA, "Tibet", "Jiangsu", "Inner Mongolia", "Guangxi"),
        (tile_map.WEST["Xinjiang"], "Kashgar", "Hami", "Altay", "Hotan"),
        (tile_map.WEST["Tibet"], "Ngari", "Chamdo", "Nagqu", "Lhoka"),
        (tile_map.WEST["Qinghai"], "Haixi", "Haidong", "Haibei", "Yushu"),
    ],
)
def test_tiles_lie_as_the_places_do(grid, west, east, north, south):
    at = tile_map.places(grid)
    assert at[west][0] < at[east][0]
    assert at[north][1] < at[south][1]


def test_regions_of_the_west_lie_to_each_other_as_they_do():
    xinjiang, tibet, qinghai, gansu = (
        tile_map.places(tile_map.WEST[name]) for name in ("Xinjiang", "Tibet", "Qinghai", "Gansu")
    )
    assert max(x for x, _ in xinjiang.values()) < min(x for x, _ in qinghai.values())
    assert max(y for _, y in xinjiang.values()) < min(y for _, y in tibet.values())
    assert max(x for x, _ in qinghai.values()) < min(x for x, _ in gansu.values())


def test_a_drawing_tells_the_middle_of_a_tile_and_knows_no_other():
    with style.book_style():
        _, (axes,) = style.canvas()
        at = tile_map.draw(axes, tile_map.EUROPE, {"GB": "United Kingdom", "FR": "France"}, {})
    assert at("FR") == (1, 5)
    assert [t.get_text() for t in axes.texts] == ["United", "Kingdom", "France"]
    with pytest.raises(KeyError):
        tile_map.draw(axes, tile_map.EUROPE, {"XX": "Nowhere"}, {})
