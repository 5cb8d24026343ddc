"""How the evidence was made: rows, sources, and what was rebuilt."""

from biometrics_china.analysis.methods.records import numbers

__all__ = ["numbers"]
