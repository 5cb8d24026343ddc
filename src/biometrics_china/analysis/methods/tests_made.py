"""Every test that the book makes, read from the register that each of them goes through."""

from __future__ import annotations

import pandas as pd

from biometrics_china import manuscript, tables
from biometrics_china.analysis.police_powers import association
from biometrics_china.analysis.public_opinion import heterogeneity
from biometrics_china.analysis.regulation import faster
from biometrics_china.statistics import MADE

#: the modules that make tests: a test of the project finds one that is missing here
MODULES = (faster, association, heterogeneity)
PACKAGE = "biometrics_china.analysis."


def tests_made() -> pd.DataFrame:
    """Return one row a test: chapter (its label), asks, test; in the order of the book."""
    order, labels = list(manuscript.SUBJECTS), tables.vocabulary("subject")
    rows = [
        (order.index(subject), labels[subject], made.asks, made.test)
        for made in MADE
        if made.module in {module.__name__ for module in MODULES}
        for subject in [made.module.removeprefix(PACKAGE).partition(".")[0]]
    ]
    frame = pd.DataFrame(rows, columns=["place", "chapter", "asks", "test"])
    frame = frame.drop_duplicates().sort_values("place", kind="stable", ignore_index=True)
    return frame.drop(columns="place")
