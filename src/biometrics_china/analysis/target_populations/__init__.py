"""Target populations: categories, registers, traits taken, the male-lineage drive, procurement."""

from biometrics_china.analysis.target_populations.numbers import numbers

__all__ = ["numbers"]
