"""Public opinion: surveys in China and Europe, what compares, waves, police against shops."""

from biometrics_china.analysis.public_opinion.numbers import numbers

__all__ = ["numbers"]
