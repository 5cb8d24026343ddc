"""European measures: which risk each answers, since when, for whom, and what is left open."""

from biometrics_china.analysis.europe_measures.numbers import numbers

__all__ = ["numbers"]
