"""Where the publishers keep the official files.

The addresses were read in programs of others that fetch them, in September and October 2026, and not
at the publishers; a file that is not there any more gets a line, and its new place belongs here.
"""

from __future__ import annotations

from dataclasses import dataclass

#: stands in an address for the day up to which the electronic code has been brought
CODE_DAY = "{code_day}"
#: says up to which day that is, title by title
CODE_DAYS = "https://www.ecfr.gov/api/versioner/v1/titles.json"
CODE_TITLE = 15


@dataclass(frozen=True)
class Place:
    """The files of one publisher that belong together, and the lists that they hold."""

    lists: tuple[str, ...]
    addresses: tuple[str, ...]


_CODE = "https://www.ecfr.gov/api/versioner/v1/full/"
_TREASURY = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/"
_NOTICES = "https://www.federalregister.gov/api/v1/documents.json?order=newest&per_page=40"
_CANADA = "https://www.international.gc.ca/world-monde/assets/office_docs/international_relations"
_RESEARCH = "https://science.gc.ca/site/science/en/safeguarding-your-research"
_UNION = "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content"

PLACES = (
    Place(("us-entity-list", "us-meu"), (f"{_CODE}{CODE_DAY}/title-15.xml?part=744",)),
    Place(("us-ns-cmic",), tuple(f"{_TREASURY}CONS_{n}.CSV" for n in ("PRIM", "ALT", "ADD"))),
    Place(("us-sdn",), tuple(f"{_TREASURY}{n}.CSV" for n in ("SDN", "ALT", "ADD"))),
    Place(("us-1260h",), (f"{_NOTICES}&conditions%5Bterm%5D=%22Chinese+military+companies%22",)),
    Place(("us-uflpa",), (f"{_NOTICES}&conditions%5Bterm%5D=%22UFLPA+Entity+List%22",)),
    Place(("gb-",), ("https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv",)),
    Place(("eu-",), (f"{_UNION}?token=dG9rZW4tMjAxNw",)),
    Place(
        ("ca-human-rights", "ca-russia"),
        (f"{_CANADA}-relations_internationales/sanctions/sema-lmes.xml",),
    ),
    Place(
        ("ca-nro",),
        (
            f"{_RESEARCH}/guidelines-and-tools-implement-research-security"
            "/sensitive-technology-research-and-affiliations-concern/named-research-organizations",
        ),
    ),
)  # fmt: skip
