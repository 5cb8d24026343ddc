"""Drawing of whom the provisions bind: the matrix of articles."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.analysis.police_powers.provisions import BLOCKS, MARKS, joined
from biometrics_china.figures import marks, narrow, narrow_rows, shapes, style

#: names of instruments as the chapter uses them; others are drawn under their full title
NAMES: dict[str, str] = {
    "cn-pipl-2021": "Personal information protection law",
    "cn-frt-2025": "Face recognition measures",
    "cn-spc-frt-2021": "Court interpretation on face recognition",
    "cn-psvideo-2025": "Public video regulation",
    "cn-psapl-2025": "Police punishments law",
    "cn-eeal-2012": "Exit and entry law",
    "cn-secguard-2009": "Security guards regulation",
    "cn-cpl-2012": "Criminal procedure law",
    "cn-ctl-2015": "Counter-terrorism law",
    "cn-ricl-2011": "Identity card law",
    "cn-credit-2013": "Credit reporting regulation",
    "cn-hgr-reg-2019": "Human genetic resources regulation",
    "cn-biosecurity-2020": "Biosecurity law",
    "cn-hz-property-2021": "Hangzhou property rules",
    "cn-netdata-2024": "Network data regulation",
    "cn-sz-data-2021": "Shenzhen data rules",
    "cn-zj-publiccredit-2017": "Zhejiang public credit rules",
    "cn-foreigners-reg-2013": "Foreigners regulation",
    "cn-mps-admin-2012": "Police rules, administrative cases",
    "cn-mps-crim-2012": "Police rules, criminal cases",
    "cn-spp-2012": "Prosecutors' rules",
    "cn-civilcode-2020": "Civil code, personality rights",
    "cn-csl-2016": "Cybersecurity law",
    "cn-dsl-2021": "Data security law",
    "cn-deepsynth-2022": "Deep synthesis provisions",
    "cn-mps-fingerprint-2007": "Police rules, fingerprints",
    "cn-mps-netinspect-2018": "Police rules, internet inspections",
    "cn-mps-pi-security": "Police rules, personal information",
    "cn-netid-2025": "Network identity measures",
    "cn-piaudit-2025": "Compliance audit measures",
    "eu-led": "Law Enforcement Directive",
    "eu-aiact": "AI Act",
    "eu-gdpr": "General Data Protection Regulation",
}

_SHAPES = {
    "is_binding_private": (style.BLUE, "o"),
    "is_binding_state": (style.PURPLE, "s"),
    "has_police_exemption": (style.ORANGE, "D"),
    "grants_police_power": (style.ORANGE, "^"),
    "opens_to_other_law": (style.MUTED, "X"),
}
#: which blocks stand in the left and in the right column
_COLUMNS = ((BLOCKS[0], BLOCKS[2]), (BLOCKS[1],))
_ROW = 0.2  # inches a row
_FIRST, _STEP = 7.15, 0.67  # place of the first mark and distance between marks, of a width of 10
_NOTE = re.compile(r" \((numbering of )?\d{4}\)")  # which text is meant, as the tables say


class _Line(NamedTuple):
    """A row of the matrix: its place, what it is (block, name or row), its words, its marks."""

    y: int
    kind: str
    words: str
    topic: str = ""
    marks: tuple[bool, ...] = ()
    rows: tuple[int, ...] = ()


def matrix(frame: pd.DataFrame) -> Figure:
    """Draw the matrix from `analysis.police_powers.provisions.matrix`.

    A line joins the articles of an instrument that have the same marks; articles without a mark are
    not drawn.
    """
    columns = [_lines(joined(frame), blocks) for blocks in _COLUMNS]
    rows = max(lines[-1].y for lines in columns) + 1
    figure, axes = style.canvas(style.WIDE, _ROW * (rows + 1) + 1.25, 1, 2)
    for ax, lines in zip(axes, columns, strict=True):
        _column(ax, lines, narrow.either(rows, lines[-1].y + 1))
    return figure


def _lines(frame: pd.DataFrame, blocks: tuple[str, ...]) -> list[_Line]:
    """Return the rows of one column from the top; a block begins after a gap."""
    lines: list[_Line] = []
    for block in blocks:
        start = lines[-1].y + 2 if lines else 0
        lines.append(_Line(start, "block", block))
        part = frame[frame["block"].eq(block)]
        for instrument, rows in part.groupby("instrument_id", sort=False):
            name = NAMES.get(str(instrument), str(rows["title_en"].iloc[0]))
            star = "*" if rows["is_uncertain"].iloc[0] else ""
            lines.append(_Line(lines[-1].y + 1, "name", name + star))
            for row in rows.to_dict("records"):
                articles = ", ".join(_together(article) for article in row["articles"])
                has = tuple(bool(row[mark]) for mark in MARKS)
                lines.append(
                    _Line(lines[-1].y + 1, "row", articles, row["topic"], has, tuple(row["rows"]))
                )
    return lines


def _together(article: str) -> str:
    """Return the words of an article, and those that were coded together joined by plus signs."""
    return _NOTE.sub("", article).replace(", ", "+")


def _column(axes: Axes, lines: list[_Line], rows: int) -> None:
    style.bare(axes, bottom=False)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_xlim(0, 10)
    axes.set_ylim(rows - 0.4, -0.6)
    narrow_rows.tall(axes, 13.2 * rows)
    for y, kind, words, topic, *_ in lines:
        if kind == "name":
            axes.axhline(y - 0.5, color=style.RULE, linewidth=0.6)
        weight = {"block": "bold", "name": "semibold", "row": "normal"}[kind]
        axes.text(
            0.2 if kind == "row" else 0,
            y,
            words,
            va="center_baseline",
            fontweight=weight,
            fontsize=10 if kind == "block" else 9,
        )
        _topic(axes, y, words, topic)
    names, name = {}, ""
    for line in lines:
        name = names[line.y] = line.words if line.kind == "name" else name
    _marks(axes, [line for line in lines if line.kind == "row"], names)
    for place, words in enumerate(MARKS.values()):
        shapes.note(
            axes,
            words,
            (_FIRST + place * _STEP, narrow.either(-0.5, -0.6)),
            (0, 3),
            rotation=narrow.either(52, 90),
            rotation_mode="anchor",
            ha="left",
            fontsize=8.5,
            annotation_clip=False,
        )


def _topic(axes: Axes, y: int, words: str, topic: str) -> None:
    """Say what an article is on, where a narrow drawing has room for it behind its number."""
    x, unit = 1.4, narrow.ROOM / 10
    if narrow.is_on():
        x = max(x, 0.5 + narrow.width(words) / unit)
        if x + narrow.width(topic) / unit > _FIRST - 0.25:
            return
    axes.text(x, y, topic, va="center_baseline", fontsize=8.5, color=style.MUTED)


def _marks(axes: Axes, lines: list[_Line], names: dict[int, str]) -> None:
    """Draw a mark where the articles have the property and a faint dot where they have not.

    All marks of a line are one: it is named by its instrument (`names`, by its place) and articles.
    """
    table = pd.DataFrame({"words": [_said(line, names[line.y]) for line in lines]})
    for place, (colour, marker) in enumerate(_SHAPES.values()):
        x = _FIRST + place * _STEP
        have, lack = (
            [line.y for line in lines if line.marks[place] is wanted] for wanted in (True, False)
        )
        drawn = axes.plot(
            [x] * len(have), have, marker=marker, color=colour, markersize=6, linestyle="none"
        )
        those = [n for n, line in enumerate(lines) if line.marks[place]]
        marks.tell(drawn, table.iloc[those], "{words}", rows=[lines[n].rows for n in those])
        axes.plot(
            [x] * len(lack), lack, marker=".", color=style.RULE, markersize=3, linestyle="none"
        )


def _said(line: _Line, name: str) -> str:
    has = (words for words, holds in zip(MARKS.values(), line.marks, strict=True) if holds)
    return f"{name.rstrip('*')}, art. {line.words}: {', '.join(has)}"
