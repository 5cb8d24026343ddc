"""Research between Europe and China: links, retractions, papers with bodies later listed, money."""

from biometrics_china.analysis.europe_research.numbers import numbers

__all__ = ["numbers"]
