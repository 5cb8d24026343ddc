"""Regulation: instruments and their dates, passages, standards, local rules, courts, industry."""

from biometrics_china.analysis.regulation.numbers import numbers

__all__ = ["numbers"]
