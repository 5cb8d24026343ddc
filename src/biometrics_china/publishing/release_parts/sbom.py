"""The bill of materials of the software, CycloneDX 1.6, made from the lock alone.

It has no random serial number and no time of day: its number follows from the lock and the version.
The hashes of every file a package may come in stand in the lock, whose own hash stands here.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable

from cyclonedx.model import Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import InvalidRequirement, Requirement

from biometrics_china import digests
from biometrics_china.metadata import Metadata, load

NAME = "biometrics-china"


def sbom(lock_text: str, facts: Metadata | None = None) -> bytes:
    """Return the bill of materials of a hashed lock, or of several put together, as JSON.

    Raises ValueError, in one line, for an entry of the lock without exactly one version.
    """
    facts = facts or load()
    lock_hash = digests.of_text(lock_text)
    book = Component(
        name=NAME,
        type=ComponentType.APPLICATION,
        version=facts.version,
        bom_ref=f"{NAME}@{facts.version}",
        licenses=[DisjunctiveLicense(id=facts.licences["code"].id)],
        properties=[Property(name=f"{NAME}:lock:sha256", value=lock_hash)],
    )
    markers: dict[tuple[str, str], list[str]] = {}
    for requirement in _requirements(lock_text):
        key = (requirement.name, next(iter(requirement.specifier)).version)
        markers.setdefault(key, []).append(str(requirement.marker or ""))
    components = [_component(*key, found) for key, found in markers.items()]
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{NAME}:{facts.version}:{lock_hash}")
    bom = Bom(components=components, serial_number=number, metadata=BomMetaData(component=book))
    bom.register_dependency(book, components)
    made = json.loads(JsonV1Dot6(bom).output_as_string())
    del made["metadata"]["timestamp"]  # the library always puts in the time of writing
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _requirements(lock_text: str) -> Iterable[Requirement]:
    """Yield the entries of the lock, without their hashes and comments."""
    for line in lock_text.replace("\\\n", " ").splitlines():
        entry = re.sub(r"\s--hash=\S+", "", line.partition("#")[0]).strip()
        if not entry:
            continue
        try:
            requirement = Requirement(entry)
        except InvalidRequirement:
            raise ValueError(f"requirements.txt: {entry!r} is not name==version") from None
        if [s.operator for s in requirement.specifier] != ["=="]:
            raise ValueError(f"requirements.txt: {entry!r} is not name==version")
        yield requirement


def _component(name: str, version: str, markers: list[str]) -> Component:
    """Return a package; it has a marker if no lock that names it asks for it everywhere."""
    purl = PackageURL("pypi", name=name, version=version)
    marker = "" if "" in markers else " or ".join(dict.fromkeys(markers))
    return Component(
        name=name,
        type=ComponentType.LIBRARY,
        version=version,
        purl=purl,
        bom_ref=purl.to_string(),
        properties=[Property(name=f"{NAME}:lock:marker", value=marker)] if marker else None,
    )
