"""The register: what it holds, and how well typed names are matched to it."""

from biometrics_china.analysis.partner_register.numbers import numbers

__all__ = ["numbers"]
