"""Western China: examinations, coverage, the research file, estimates, disclosures, allegations."""

from biometrics_china.analysis.western_china.numbers import numbers

__all__ = ["numbers"]
