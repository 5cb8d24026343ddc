"""What the headline counts are under the coding of either reader, and once resolved.

The second reader's codes stand in place of the first's wherever there is one, those that rest on a
report too. Resolved is what the tables hold: where a disagreement is open, the first coding.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import pandas as pd

from biometrics_china import observing, provenance, tables
from biometrics_china.analysis.cooperation import cases, lights
from biometrics_china.analysis.methods.codings import coded_first, coded_second
from biometrics_china.analysis.police_powers import (
    association,
    bound,
    census,
    limits,
    provisions,
    safeguards,
)
from biometrics_china.analysis.regulation import counts as rules
from biometrics_china.analysis.regulation import dates

#: safeguards asked of the powers in force in China → printed words
OUTER: dict[str, str] = {
    "independent_approval": "an independent approval",
    "independent_supervision": "independent supervision",
    "retention_limit": "a limit of retention",
    "erasure": "a duty to erase",
}

#: effect of Chinese instruments → printed words
EFFECTS: dict[str, str] = {
    rules.WIDENS: "widen what the state collects",
    rules.RESTRICTS: "restrict handlers",
}

#: what the test of the chapter on police powers asks (`association`)
_RANK = "p value of the test whether higher rules collect and lower rules restrict"

#: the worked case of a joint study
STUDY = "ck-study"

#: reads the coded rows of a table
Read = Callable[[str], pd.DataFrame]
#: key, printed words, count and what it is out of (None for a year or a p value)
Count = tuple[str, str, float, int | None]


#: column → what reads the coded rows of a table for it
CODINGS: dict[str, Read] = {
    "first": coded_first,
    "second": coded_second,
    "resolved": provenance.read_rows,
}


@observing.kept
def either() -> pd.DataFrame:
    """Return key, count (its printed words), and value and total under each of `CODINGS`.

    The columns are key, count, first, first_of, second, second_of, resolved and resolved_of; totals
    are missing where the count is not out of anything.
    """
    parts = [
        pd.DataFrame(counts(read), columns=["key", "count", name, f"{name}_of"])
        for name, read in CODINGS.items()
    ]
    return pd.concat(
        [parts[0], *(part.drop(columns=["key", "count"]) for part in parts[1:])], axis=1
    )


def printed() -> pd.DataFrame:
    """Return count, and each of `CODINGS` as it is printed, such as ``72 of 82``."""
    frame = either()
    texts = {
        name: map(_in_words, frame["key"], frame[name], frame[f"{name}_of"]) for name in CODINGS
    }
    return frame[["count"]].assign(**{name: list(words) for name, words in texts.items()})


def values(key: str) -> tuple[float, float, float]:
    """Return one count, or its share where it is out of a total, under each of `CODINGS`."""
    frame = either()
    row = frame[frame["key"].eq(key)].fillna({f"{name}_of": 1 for name in CODINGS})
    first, second, resolved = (float((row[name] / row[f"{name}_of"]).item()) for name in CODINGS)
    return first, second, resolved


def counts(read: Read) -> list[Count]:
    """Return the headline counts of the coded rows that `read` gives."""
    found = [*_powers(read), *_restrictions(read), *_instruments(read), _rank(read)]
    return [*found, *_pairs(read)]


def _powers(read: Read) -> list[Count]:
    grid = safeguards.grid(safeguards=read("safeguards"))
    table = safeguards.by_safeguard(grid).query("group == @safeguards.IN_FORCE")
    by_name, where = table.set_index("safeguard"), "Chinese powers in force that state"
    found: list[Count] = [
        (key, f"{where} {words}", int(by_name["stated"][key]), int(by_name["powers"][key]))
        for key, words in OUTER.items()
    ]
    own = limits.limits(_provisions(read), limits.powers_with_articles(grid)).query("is_own")
    labels = tables.vocabulary("safeguard")
    outer = own["states"].str.contains("|".join(labels[key].lower() for key in limits.KEY))
    words = "Limits by the police ministry itself that state any of these"
    return [*found, ("own", words, int(outer.sum()), len(own))]


def _restrictions(read: Read) -> list[Count]:
    table = bound.bound(_provisions(read)).set_index(["measure", "side"])
    asked = {
        "state": ("Chinese", "reach state organs", provisions.CHINA),
        "exemption_cn": ("Chinese", "hold a carve-out the police can use", provisions.CHINA),
        "exemption_eu": ("European", "hold a carve-out the police can use", provisions.EU),
    }
    found: list[Count] = []
    for key, (whose, words, side) in asked.items():
        count, total = (table[name][key.partition("_")[0], side] for name in ("count", "total"))
        words = f"{whose} restricting provisions that {words}"
        found.append((key, words, int(count), int(total)))
    return found


def _provisions(read: Read) -> pd.DataFrame:
    return provisions.with_instruments(read("provisions"), tables.load("instruments"))


def _instruments(read: Read) -> list[Count]:
    table = rules.by_year(read=read("instruments"))
    found: list[Count] = []
    for effect, words in EFFECTS.items():
        total, half = dates.half_stood(table, effect)
        found.append((effect, f"Binding Chinese rules that {words}", total, None))
        found.append(
            (f"half_{effect}", f"Year by which half of those that {words} stood", half, None)
        )
    ahead = rules.crossing(table) + 1
    return [*found, ("ahead", "First year-end from which more restrict than widen", ahead, None)]


def _rank(read: Read) -> Count:
    tested = association.under_codings(census.hits(read("census"))).iloc[0]
    return "p", _RANK, float(tested["p_value"]), None


def _pairs(read: Read) -> list[Count]:
    """Return what the lights of the pairs, and of the worked case of a study, come to."""
    judged = lights.judged(read("cooperation_cells"))
    stops = (judged == "stop").sum()
    days = cases.days(read("cooperation_steps")).set_index("id")
    study, months = math.floor(days["low"][STUDY]), "Months from stop to the end of the joint study"
    europe = "The same, where harm counts only with somebody in Europe in it"
    return [
        ("stop", "Pairs of partner and activity that are stop", int(stops["main"]), len(judged)),
        ("stop_europe", europe, int(stops["european"]), len(judged)),
        (STUDY, f"{months}, at least", study, None),
    ]


def _in_words(key: str, number: float, total: float) -> str:
    if key == "p":
        return f"{number:.2f}"
    return f"{number:.0f}" if pd.isna(total) else f"{number:.0f} of {total:.0f}"
