"""DNA databases: growth of the Chinese police database, shares, ranks, traces and who is stored."""

from biometrics_china.analysis.dna_databases.numbers import numbers

__all__ = ["numbers"]
