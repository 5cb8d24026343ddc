"""Trafficking: alerts for missing children, reunions by DNA, sampling rules, courts and police."""

from biometrics_china.analysis.trafficking.numbers import numbers

__all__ = ["numbers"]
