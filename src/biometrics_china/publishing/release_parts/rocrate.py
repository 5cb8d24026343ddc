"""The description of a release as an RO-Crate 1.1: its files, its software, its authors, its licences.

Written as plain JSON-LD: the entities are few, and the library that would write them puts in the
time of day. https://w3id.org/ro/crate/1.1
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from biometrics_china.metadata import Author, Licence, Metadata, known, load
from biometrics_china.publishing.head import author_data

NAME = "ro-crate-metadata.json"
CONTEXT = "https://w3id.org/ro/crate/1.1/context"
SHA256 = "https://w3id.org/ro/terms/workflow-run#sha256"

#: kind of file → what it is, and the part of the metadata that names its licence
KINDS = {
    "site": ("The pages of the book", "text"),
    "pdf": ("The book as PDF", "text"),
    "chapters": ("Each chapter, and the summary in four languages, as PDF", "text"),
    "data": ("The data package", "data"),
    "source": ("Everything the book is made from", "code"),
    "lock": ("The exact packages it was built with", "code"),
    "manifest": ("Checksum of every page, figure, table and number", "data"),
    "sbom": ("Bill of materials of the software, CycloneDX", "data"),
    "swhids": ("Identifiers by content, Software Heritage", "data"),
}

#: endings → media types; the list of a machine would differ from machine to machine
TYPES = {
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".gz": "application/gzip",
    ".txt": "text/plain",
    ".zip": "application/zip",
}


@dataclass(frozen=True)
class ReleaseFile:
    """A file of a release: path within it, size in bytes, SHA-256 in hex, and a key of `KINDS`."""

    path: str
    size: int
    sha256: str
    kind: str


def crate(files: Iterable[ReleaseFile], facts: Metadata | None = None) -> bytes:
    """Return `ro-crate-metadata.json` of a release, which describes every file but itself.

    Raises ValueError for a file of unknown kind and for a path that stands twice.
    """
    facts = facts or load()
    listed = sorted(files, key=lambda f: f.path)
    for before, file in zip([None, *listed], listed, strict=False):
        if file.kind not in KINDS:
            right = ", ".join(KINDS)
            raise ValueError(f"{file.path}: kind {file.kind!r} is not one of {right}")
        if before and before.path == file.path:
            raise ValueError(f"{file.path}: stands twice in the list of files")
    authors = [_author(author, place, facts) for place, author in enumerate(facts.authors, 1)]
    used = {facts.licences[part].id: facts.licences[part] for part in ("text", "data", "code")}
    graph = [
        _descriptor(),
        _root(facts, listed, authors),
        *(_file(file, facts) for file in listed),
        *authors,
        *(_licence(licence) for licence in used.values()),
        {"@id": "https://www.python.org/", "@type": "ComputerLanguage", "name": "Python"},
    ]
    made = {"@context": [CONTEXT, {"sha256": SHA256}], "@graph": graph}
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _descriptor() -> dict[str, Any]:
    return {
        "@id": NAME,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }


def _root(
    facts: Metadata, files: list[ReleaseFile], authors: list[dict[str, Any]]
) -> dict[str, Any]:
    return known(
        {
            "@id": "./",
            "@type": "Dataset",
            "name": facts.title,
            "description": facts.abstract,
            "datePublished": facts.date,
            "version": facts.version,
            "identifier": facts.doi and f"https://doi.org/{facts.doi}",
            "url": facts.address,
            "inLanguage": facts.language,
            "keywords": ", ".join(facts.keywords),
            "license": _few([_reference(i) for i in _licence_ids(facts)]),
            "author": _few([{"@id": author["@id"]} for author in authors]),
            "publisher": {"@id": authors[0]["@id"]} if facts.authors[0].name else "",
            "hasPart": _few([{"@id": quote(file.path)} for file in files]),
        }
    )


def _licence_ids(facts: Metadata) -> list[str]:
    return list(dict.fromkeys(licence.id for licence in facts.licences.values()))


def _file(file: ReleaseFile, facts: Metadata) -> dict[str, Any]:
    """Return the entity of a file; the archive of the source is the software as well."""
    name, part = KINDS[file.kind]
    made = {
        "@id": quote(file.path),
        "@type": "File",
        "name": name,
        "contentSize": str(file.size),
        "encodingFormat": TYPES.get(file.path[file.path.rfind(".") :], "application/octet-stream"),
        "sha256": file.sha256,
        "license": _reference(facts.licences[part].id),
    }
    if file.kind == "source":
        made |= {
            "@type": ["File", "SoftwareSourceCode"],
            "version": facts.version,
            "programmingLanguage": {"@id": "https://www.python.org/"},
            "license": _few([_reference(i) for i in _licence_ids(facts)]),
            "codeRepository": facts.repository,
        }
    return known(made)


def _author(author: Author, place: int, facts: Metadata) -> dict[str, Any]:
    data = author_data(author)
    identifier = data.pop("identifier", f"#author-{place}")
    url = facts.address if author.name else ""
    return known({"@id": identifier, **data, "url": url})


def _licence(licence: Licence) -> dict[str, Any]:
    return {
        "@id": _reference(licence.id)["@id"],
        "@type": "CreativeWork",
        "name": licence.name,
        "description": f"SPDX {licence.id}; text: {licence.address}",
        "identifier": licence.id,
    }


def _reference(licence_id: str) -> dict[str, str]:
    return {"@id": f"https://spdx.org/licenses/{licence_id}"}


def _few(things: list[dict[str, str]]) -> Any:
    """Return one thing alone, as compact JSON-LD wants it, and more as a list."""
    return things[0] if len(things) == 1 else things
