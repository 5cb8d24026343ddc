"""Parts of a release archive that describe it: RO-Crate, bill of materials, SWHIDs.

Each is a pure function of what it describes: the same release gives the same bytes.
"""

from biometrics_china.publishing.release_parts.rocrate import ReleaseFile, crate
from biometrics_china.publishing.release_parts.sbom import sbom
from biometrics_china.publishing.release_parts.swhid import swhid_of_content, swhid_of_folder

__all__ = ["ReleaseFile", "crate", "sbom", "swhid_of_content", "swhid_of_folder"]
