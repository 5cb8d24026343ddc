"""How the evidence was made: rows, sources, what falls out of an analysis, and what was rebuilt."""

from biometrics_china.analysis.methods.numbers import numbers

__all__ = ["numbers"]
