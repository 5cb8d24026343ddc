"""Names of European countries, for the codes that the tables hold."""

from __future__ import annotations

from biometrics_china.countries import MEMBERS, OTHERS

__all__ = ["MEMBERS", "name"]


def name(code: str) -> str:
    """Return the name of a European country, of the Union or of what is international.

    `code` is that of ISO 3166, ``EU`` or ``INT``. Raises KeyError for any other.
    """
    return (MEMBERS | OTHERS)[code]
