"""Police powers: whom provisions bind, safeguards of powers, the census by level of rule."""

from biometrics_china.analysis.police_powers.numbers import numbers

__all__ = ["numbers"]
