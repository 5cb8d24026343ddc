"""The official lists in the order in which an answer names them: heaviest for a European reader first.

First what forbids dealings in the European Union, then what forbids them elsewhere, then export
controls and bans on investment, purchase or import, then warnings to research, then Chinese lists.
"""

from __future__ import annotations

#: names of lists as listings write them, the heaviest first
ORDER = (
    "EU Global Human Rights Sanctions Regime",
    "EU cyber sanctions",
    "EU sanctions over Ukraine (Regulation 269/2014)",
    "EU sanctions on Belarus",
    "EU sanctions on Iran",
    "EU sanctions on North Korea",
    "Annex XLV to Regulation (EU) No 833/2014",
    "Annex XLIV to Regulation (EU) No 833/2014",
    "Annex IV to Regulation (EU) No 833/2014",
    "UK human rights sanctions",
    "UK cyber sanctions",
    "UK Russia sanctions",
    "UK North Korea sanctions",
    "UK irregular migration sanctions",
    "UK Sudan sanctions",
    "Specially Designated Nationals List (Global Magnitsky)",
    "Canada human rights sanctions",
    "Canada Russia sanctions",
    "Entity List",
    "Military End-User List",
    "End User List (Japan)",
    "Non-SDN Chinese Military-Industrial Complex Companies List",
    "List of Chinese military companies (section 1260H)",
    "List of Communist Chinese military companies (section 1237)",
    "UFLPA Entity List",
    "FCC Covered List",
    "List of institutions under section 1286",
    "Named Research Organizations",
    "Sanctions of the Chinese foreign ministry on European bodies",
    "Chinese list of targets of counter-measures",
    "Chinese unreliable entity list",
    "Chinese export control list",
)


def weight(name: str) -> int:
    """Return the place of a list in an answer; one that has none comes last."""
    return ORDER.index(name) if name in ORDER else len(ORDER)
