"""Maps of tiles: one for each state of Europe, or each province of China, about where it lies.

They draw no coast and no border, so that small states are seen as well as large ones, and that none of
the lines that states dispute is drawn. What has no tile is named by the drawing that uses the map.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from biometrics_china.figures import shapes, style

#: codes of ISO 3166 by place; EU is the Union itself, as a buyer
EUROPE = """
    IS  .  .  . NO SE FI  . EU
     .  .  .  .  .  . EE  .  .
     .  .  .  . DK  . LV  .  .
    IE GB  . NL DE PL LT  .  .
     .  . BE LU CZ SK  .  .  .
     . FR  .  . AT HU RO  .  .
    PT ES  . IT SI HR RS BG GE
     .  .  .  . MT  .  . GR CY
"""
#: units at the level of a province, by the names of the data
CHINA = """
    .          .       .       .        .              .       Heilongjiang
    .          .       .       .        Inner_Mongolia Jilin   Liaoning
    Xinjiang   Gansu   Ningxia Shanxi   Hebei          Beijing Tianjin
    Tibet      Qinghai Shaanxi Henan    Shandong       Jiangsu Shanghai
    .          Sichuan Chongqing Hubei  Anhui          Zhejiang .
    .          Yunnan  Guizhou Hunan    Jiangxi        Fujian  .
    .          .       Guangxi Guangdong .             .       .
    .          .       .       Hainan   .              .       .
"""
#: region → its units at the level of a prefecture, all in one grid; of Gansu those that a record names
WEST = {
    "Xinjiang": """
        Other_cities . Tacheng    Altay   .
        .            Bortala Karamay Changji .
        .            Ili     Urumqi  Turpan  Hami
        Kizilsu      Aksu    Bayingolin .    .
        Kashgar      Hotan   .       .       .
    """,
    "Qinghai": 3 * "    .\n" + """
        . . . . . .      Haibei  .         .
        . . . . . Haixi  Hainan  Xining    Haidong
        . . . . . Yushu  Golog   Huangnan  .
    """.strip("\n"),
    "Tibet": 6 * "    .\n" + """
        . . Ngari      Nagqu   Chamdo
        . . Shigatse   Lhasa   Nyingchi
        . . .          Lhoka   .
    """.strip("\n"),
    "Gansu": 3 * "    .\n" + """
        . . . . . . . . . Wuwei
        . . . . . . . . . .
        . . . . . . . . . Gannan
    """.strip("\n"),
}  # fmt: skip


def places(grid: str) -> dict[str, tuple[int, int]]:
    """Return name → (column, row) of each tile of a grid, from the top left."""
    return {
        name.replace("_", " "): (x, y)
        for y, line in enumerate(grid.strip("\n").splitlines())
        for x, name in enumerate(line.split())
        if name != "."
    }


def draw(
    axes: Axes, grid: str, names: Mapping[str, str], fills: Mapping[str, str], size: float = 8.5
) -> Callable[[str], tuple[float, float]]:
    """Draw the tiles that `names` gives words for, and return what tells the middle of one.

    `fills` gives the colour of a tile, that of the ground for others. Raises KeyError for a name without
    a tile.
    """
    every = places(grid)
    style.bare(axes, bottom=False)
    for key, name in names.items():
        x, y = every[key]
        fill = fills.get(key, style.WASH)
        axes.add_patch(Rectangle((x - 0.48, y - 0.47), 0.96, 0.94, color=fill, lw=0, zorder=0.5))
        ink = style.PAPER if fill == style.BLUE else style.INK
        for line, words in enumerate(shapes.fold(name, 11).splitlines()):
            look = {"va": "baseline", "color": ink, "fontsize": size}
            shapes.count(axes, x, y - 0.24 + 0.17 * line, words, **look)
    columns, rows = zip(*(every[key] for key in names), strict=True)
    axes.set_xlim(min(columns) - 0.5, max(columns) + 0.5)
    axes.set_ylim(max(rows) + 0.5, min(rows) - 0.5)
    axes.set_xticks([])
    axes.set_yticks([])
    return lambda key: every[key]
