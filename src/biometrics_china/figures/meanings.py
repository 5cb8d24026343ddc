"""What each colour of the figures means: one scheme for the whole book, and the table that tells it.

A drawing takes the colour of a place from `PLACE` and that of a source from `SOURCE`; any other use of a
colour keeps to `MEANINGS`, which readers see at the head of the page of figures. The tests compare both
with what is drawn.
"""

from __future__ import annotations

from typing import NamedTuple

from biometrics_china.figures import style


class Meaning(NamedTuple):
    """The name of a colour, which place it stands for, if any, and what else it says."""

    name: str
    place: str
    other: str


MEANINGS: dict[str, Meaning] = {
    style.ORANGE: Meaning(
        "orange",
        "China, its state and its police",
        "what a state or its police says, does or may do, open where it only plans or asks for it; "
        "what stands out from the blue",
    ),
    style.BLUE: Meaning(
        "blue",
        "Europe: the European Union and states of Europe",
        "what the figure counts; numbers from outside the state, such as estimates and reports",
    ),
    style.GREEN: Meaning(
        "green",
        "the United States; elsewhere",
        "of free will, or nothing against it; a third series",
    ),
    style.PURPLE: Meaning(
        "purple",
        "the United Kingdom, where it is told apart from Europe",
        "read in a leak or retold; two things at once; a fourth series",
    ),
    style.SAND: Meaning(
        "sand",
        "Canada",
        "in doubt: guidance, conditions, concern, or what was not read or does not fit",
    ),
    style.PALE_BLUE: Meaning(
        "pale blue", "", "a range, a lesser degree or the rest of what is blue"
    ),
    style.PALE_ORANGE: Meaning("pale orange", "", "the same of what is orange"),
    style.INK: Meaning(
        "black (white on dark pages)",
        "",
        "a day, a limit or the main reading; a mark whose shape alone counts",
    ),
    style.MUTED: Meaning("grey", "several places at once", "all others; what is not known"),
}

#: place → its colour
PLACE = {
    "China": style.ORANGE,
    "Europe": style.BLUE,
    "European Union": style.BLUE,
    "Council of Europe": style.BLUE,
    "France": style.BLUE,
    "Germany": style.BLUE,
    "United States": style.GREEN,
    "Elsewhere": style.GREEN,
    "United Kingdom": style.PURPLE,
    "Canada": style.SAND,
    "Several countries": style.MUTED,
}

#: kind of a statement, or what it is known from → its colour, and whether its mark is filled
SOURCE = {
    "official": (style.ORANGE, True),
    "official_claim": (style.ORANGE, True),
    "capacity": (style.ORANGE, False),
    "plan": (style.ORANGE, False),
    "target": (style.ORANGE, False),
    "tender": (style.ORANGE, False),
    "app": (style.BLUE, True),
    "count": (style.BLUE, True),
    "estimate": (style.BLUE, True),
    "forecast": (style.BLUE, False),
    "press": (style.BLUE, True),
    "leak": (style.PURPLE, True),
    "retold": (style.PURPLE, True),
    "company_claim": (style.MUTED, False),
    "population_base": (style.MUTED, True),
    "product": (style.MUTED, False),
    "unnamed": (style.MUTED, False),
}
