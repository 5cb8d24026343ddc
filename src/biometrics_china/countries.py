"""Names of states, for the codes that the tables hold."""

from __future__ import annotations

#: the member states of the European Union, ISO code → name
MEMBERS: dict[str, str] = {
    "AT": "Austria",
    "BE": "Belgium",
    "BG": "Bulgaria",
    "HR": "Croatia",
    "CY": "Cyprus",
    "CZ": "Czechia",
    "DK": "Denmark",
    "EE": "Estonia",
    "FI": "Finland",
    "FR": "France",
    "DE": "Germany",
    "GR": "Greece",
    "HU": "Hungary",
    "IE": "Ireland",
    "IT": "Italy",
    "LV": "Latvia",
    "LT": "Lithuania",
    "LU": "Luxembourg",
    "MT": "Malta",
    "NL": "Netherlands",
    "PL": "Poland",
    "PT": "Portugal",
    "RO": "Romania",
    "SK": "Slovakia",
    "SI": "Slovenia",
    "ES": "Spain",
    "SE": "Sweden",
}
#: other places that records in Europe name
OTHERS = {
    "AL": "Albania",
    "CH": "Switzerland",
    "EU": "European Union",
    "GB": "United Kingdom",
    "GE": "Georgia",
    "INT": "international",
    "IS": "Iceland",
    "MK": "North Macedonia",
    "NO": "Norway",
    "RS": "Serbia",
}
#: states whose lists and bodies the register holds
_BEYOND = {
    "AU": "Australia",
    "CA": "Canada",
    "CN": "China",
    "HK": "Hong Kong",
    "JP": "Japan",
    "MO": "Macao",
    "US": "United States",
}


def state(code: str) -> str:
    """Return what a reader calls a state or the Union, and a code that is not known as it is."""
    return (MEMBERS | OTHERS | _BEYOND).get(code, code)


def name(code: str) -> str:
    """Return the name of a European country, of the Union or of what is international.

    `code` is that of ISO 3166, ``EU`` or ``INT``. Raises KeyError for any other.
    """
    return (MEMBERS | OTHERS)[code]
