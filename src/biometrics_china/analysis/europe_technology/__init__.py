"""Technology between Europe and China: supply, lists, and Chinese cameras in Europe."""

from biometrics_china.analysis.europe_technology.numbers import numbers

__all__ = ["numbers"]
