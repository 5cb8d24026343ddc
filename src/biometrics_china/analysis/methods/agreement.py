"""How far two readers agree who coded the same texts, the second without seeing the first."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from biometrics_china.analysis.methods.codings import pairs
from biometrics_china.numbers import steady

RESAMPLES, SEED = 2000, 20261129
#: cells from which on the kappa of a field is named in a sentence
ENOUGH = 20
COLUMNS = ["table", "field", "n", "agree", "share", "kappa", "kappa_95", "ac1"]

#: tables and fields that were coded twice → how they are printed
TABLES = {
    "provisions": "Articles and whom they bind",
    "census": "Articles that name a body trait",
    "safeguards": "Safeguards of powers",
    "instruments": "Laws, rules and standards",
    "text_changes": "From draft to final text",
    "transfer_rules": "Rules on transfer between police",
    "measures": "European measures",
    "joined_file_steps": "Steps of the joined file",
    "camera_counts": "Numbers of cameras",
    "biometric_holdings": "Faces, irises, voices and files",
    "surveillance_positions": "Positions on cameras and files",
    "target_categories": "Categories of target populations",
    "sampling_rules": "Statutes and sampling rules",
    "counter_rules": "Chinese rules on counter-measures",
}
FIELDS = {
    "function": "what the article does",
    "is_binding_private": "binds private bodies",
    "is_binding_state": "binds the state",
    "has_police_exemption": "exempts the police",
    "grants_police_power": "gives police a power",
    "opens_to_other_law": "yields to other law",
    "modality": "which body trait",
    "counted": "whether it counts",
    "value": "which safeguard is stated",
    "effect": "widens or restricts",
    "is_binding": "is binding",
    "modalities": "which body traits",
    "police_exemption": "exempts the police",
    "police_power": "gives police a power",
    "direction": "for or against the person",
    "kind": "which kind",
    "demands": "what it asks for",
    "biometrics": "names biometric data",
    "family": "which field",
    "level": "which level",
    "risks": "which risks",
    "addressee": "whom it addresses",
    "status": "where it stands",
    "step": "which step",
    "evidence": "what it is known from",
    "metric": "what the number is",
    "scope": "which cameras",
    "is_private": "a firm holds it for itself",
    "unit": "what is counted",
    "number_kind": "which kind of number",
    "speaker_kind": "who speaks",
    "answer": "how it is answered",
    "topic": "what it is about",
    "names_research": "names research",
    "theme": "which theme",
    "footing": "what it rests on",
    "compulsion": "compulsion or will",
}

Square = NDArray[np.int64]


def agreement() -> pd.DataFrame:
    """Return `COLUMNS`, one row for each table and field that was coded twice, in printed words.

    n counts cells, agree those with the same code; share is in per cent, kappa and ac1 are at most
    1, kappa_95 is the interval of kappa in words; all rounded, and missing where undefined.
    """
    cells = pairs()
    parts = cells.groupby(["table", "field"], sort=False)
    rows = [_row(part) for _, part in parts]
    return pd.DataFrame(rows, columns=COLUMNS)


def printed() -> pd.DataFrame:
    """Return `agreement` with share, kappa and ac1 as they are printed; empty where undefined."""
    frame = agreement()
    digits = {"share": 0, "kappa": 2, "ac1": 2}
    texts = {
        name: ["" if math.isnan(v) else f"{v:.{places}f}" for v in frame[name]]
        for name, places in digits.items()
    }
    return frame.assign(**texts)


def kappa(square: Square) -> float:
    """Return Cohen's kappa (Cohen 1960; statsmodels) of a table first reader by second reader.

    It is NaN where both gave one and the same code throughout, or nothing was coded.
    """
    from statsmodels.stats.inter_rater import cohens_kappa

    if np.count_nonzero(square.sum(0) + square.sum(1)) < 2:
        return math.nan
    return float(cohens_kappa(square, return_results=False))


def ac1(square: Square) -> float:
    """Return Gwet's AC1 (Gwet 2008), which depends less on how common each code is than kappa.

    With q codes in use and p the mean of the two readers' shares of a code, chance agreement is the
    sum of p (1 - p) over the codes, divided by q - 1. NaN as for `kappa`.
    """
    total, codes = square.sum(), np.count_nonzero(square.sum(0) + square.sum(1))
    if codes < 2:
        return math.nan
    share = (square.sum(0) + square.sum(1)) / (2 * total)
    chance = (share * (1 - share)).sum() / (codes - 1)
    return float((np.trace(square) / total - chance) / (1 - chance))


def kappa_interval(cells: pd.DataFrame, resamples: int = RESAMPLES) -> tuple[float, float]:
    """Return the 95 % percentile interval of kappa, instruments drawn with replacement.

    `cells` has instrument, first and second. Instruments and not cells are drawn, since articles of
    one law are coded alike. Draws with a single code have no kappa and are left out.
    """
    codes = sorted({*cells["first"], *cells["second"]})
    cells = cells.dropna(subset=["instrument"])
    instruments = cells["instrument"].astype("category").cat.codes
    squares = np.zeros((instruments.max() + 1, len(codes), len(codes)), dtype=np.int64)
    np.add.at(squares, (instruments, *_numbered(cells, codes).T), 1)
    draws = np.random.default_rng(SEED).integers(len(squares), size=(resamples, len(squares)))
    known = _kappas(np.stack([squares[drawn].sum(0) for drawn in draws]))
    low, high = np.percentile(known, [2.5, 97.5]) if len(known) else (math.nan, math.nan)
    return float(low), float(high)


def _kappas(squares: Square) -> NDArray[np.float64]:
    """Return what `kappa` gives for each square of a stack, without those that have none."""
    whole = squares.sum((1, 2)) ** 2
    chance = (squares.sum(1) * squares.sum(2)).sum(1)
    same = squares.trace(axis1=1, axis2=2) * squares.sum((1, 2))
    has_one = chance < whole
    found: NDArray[np.float64] = (same - chance)[has_one] / (whole - chance)[has_one]
    return found


def _row(cells: pd.DataFrame) -> tuple[object, ...]:
    square = _square(cells)
    n, agree, value = len(cells), int(np.trace(square)), kappa(square)
    return (
        TABLES[cells["table"].iloc[0]],
        FIELDS[cells["field"].iloc[0]],
        n,
        agree,
        _rounded(100 * agree / n, 0),
        _rounded(value),
        "" if math.isnan(value) else _in_words(*kappa_interval(cells)),
        _rounded(ac1(square)),
    )


def _in_words(low: float, high: float) -> str:
    """Return an interval as it is printed; empty where it has no bounds or no width."""
    ends = [f"{steady(end):.2f}" for end in (low, high)]
    return "" if math.isnan(low) or ends[0] == ends[1] else " to ".join(ends)


def _rounded(value: float, digits: int = 2) -> float:
    return value if math.isnan(value) else round(steady(value), digits)


def _square(cells: pd.DataFrame) -> Square:
    """Return first by second reader over the codes of the cells (statsmodels `to_table`)."""
    from statsmodels.stats.inter_rater import to_table

    codes = sorted({*cells["first"], *cells["second"]})
    counts, _ = to_table(_numbered(cells, codes), bins=len(codes))
    return np.asarray(counts, dtype=np.int64)


def _numbered(cells: pd.DataFrame, codes: list[str]) -> Square:
    """Return for each cell the places of its two codes among all of them."""
    numbers = {code: place for place, code in enumerate(codes)}
    return cells[["first", "second"]].map(numbers.__getitem__).to_numpy(dtype=np.int64)
