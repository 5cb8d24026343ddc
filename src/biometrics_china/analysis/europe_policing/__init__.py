"""Police cooperation: treaties, arrangements and channels, what the law asks, what courts decided."""

from biometrics_china.analysis.europe_policing.numbers import numbers

__all__ = ["numbers"]
