"""The files that are made from `metadata.yml` and kept in the repository.

`CITATION.cff` and `.zenodo.json` are made whole, `data/datapackage.json` of the metadata and the
codebook. In `pyproject.toml` and `_config.yml` only the fields that repeat the metadata are set.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from biometrics_china import codebook
from biometrics_china.metadata import NAME, Author, Metadata, known

COMMAND = "make metadata"
_MADE = f"made from {NAME} by `{COMMAND}`; change it there"
_FROM = f"from {NAME}"
_PROJECT = "Data, analysis and figures of the book "
_MESSAGE = "If you use this book or its data, cite the version you used."


def stale(facts: Metadata, root: Path) -> list[str]:
    """Return one line for each file that is not what the metadata give, with what to run."""
    gives = {"data/datapackage.json": f"{NAME} and the codebook give"}
    return [
        f"{path}: is not what {gives.get(path, f'{NAME} gives')}; run {COMMAND}"
        for path, data in generated(facts, root).items()
        if not (root / path).is_file() or (root / path).read_bytes() != data
    ]


def write(facts: Metadata, root: Path) -> list[str]:
    """Write every file that differs, and return their paths. All are made before one is written."""
    made = generated(facts, root)
    changed = [
        p for p, d in made.items() if not (root / p).is_file() or (root / p).read_bytes() != d
    ]
    for path in changed:
        (root / path).write_bytes(made[path])
    return changed


def generated(facts: Metadata, root: Path) -> dict[str, bytes]:
    """Return path → bytes of every file that repeats the metadata.

    Raises ValueError if a file that is only changed in part lacks the line to change, or if the
    codebook is not valid.
    """
    made = {
        "CITATION.cff": citation_cff(facts),
        ".zenodo.json": _json(zenodo(facts)),
        "pyproject.toml": _with_lines(root / "pyproject.toml", _project_lines(facts)),
        "_config.yml": _with_lines(root / "_config.yml", _config_lines(facts)),
        "data/datapackage.json": _json(_descriptor(facts, root / "data")),
    }
    return {path: data.encode() for path, data in made.items()}


def citation_cff(facts: Metadata) -> str:
    """Return the metadata in the Citation File Format 1.2."""
    fields = {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "title": facts.title,
        "type": "dataset",  # the format knows `software` and `dataset` only
        "authors": [_cff_author(author) for author in facts.authors],
        "contact": facts.contact and [{"name": facts.short_title, "email": facts.contact}],
        "version": facts.version,
        "date-released": facts.date if facts.is_released else "",
        "doi": facts.doi,
        "url": facts.address,
        "repository-code": facts.repository,
        # a list would offer a choice, and the text under the licence of the code
        "license": facts.licences["text"].id,
        "keywords": list(facts.keywords),
        "abstract": facts.abstract,
    }
    written = yaml.safe_dump(known(fields), sort_keys=False, allow_unicode=True, width=100)
    return f"# {_MADE}\n{written}"


def _cff_author(author: Author) -> dict[str, str]:
    if author.name:
        return {"name": author.name}
    orcid = author.orcid and f"https://orcid.org/{author.orcid}"
    return known({"family-names": author.family, "given-names": author.given, "orcid": orcid})


def zenodo(facts: Metadata) -> dict[str, Any]:
    """Return the metadata as Zenodo reads them from a repository.

    Its file may hold no comment and no key of ours, so it cannot say what it is made from.
    """
    creators = [known({"name": a.cited, "orcid": a.orcid}) for a in facts.authors]
    related = [
        {"identifier": address, "relation": relation, "scheme": "url"}
        for address, relation in (
            (facts.address, "isIdenticalTo"),
            (facts.repository, "isSupplementedBy"),
        )
        if address
    ]
    fields = {
        "title": facts.title,
        "upload_type": "publication",
        "publication_type": "book",
        "description": facts.abstract,
        "creators": creators,
        "access_right": "open",
        "license": facts.licences["text"].id.lower(),
        "version": facts.version,
        "publication_date": facts.date if facts.is_released else "",
        "doi": facts.doi,
        "keywords": list(facts.keywords),
        "related_identifiers": related,
    }
    return known(fields)


def _descriptor(facts: Metadata, folder: Path) -> dict[str, Any]:
    """Return the descriptor of the data: its head from the metadata, all else from the codebook."""
    licence = facts.licences["data"]
    made = codebook.expand(codebook.read(folder))
    head = {
        "$schema": made.pop("$schema"),
        "name": made.pop("name"),
        "title": facts.title,
        "description": made.pop("description"),
        "id": f"https://doi.org/{facts.doi}" if facts.doi else "",
        "homepage": facts.address,
        "version": facts.version,
        "licenses": [{"name": licence.id, "path": licence.address, "title": licence.name}],
        "contributors": [{"title": a.cited, "roles": ["author"]} for a in facts.authors],
        "keywords": list(facts.keywords),
    }
    return known(head) | made


def _project_lines(facts: Metadata) -> dict[str, str]:
    return {
        "version": f'version = "{facts.version}"  # {_FROM}',
        "description": f"description = {_quoted(_PROJECT + facts.title)}  # {_FROM}",
    }


def _config_lines(facts: Metadata) -> dict[str, str]:
    authors = "; ".join(a.cited for a in facts.authors)
    return {
        "title": f"title: {_quoted(facts.title)}  # {_FROM}",
        "author": f"author: {_quoted(authors)}  # {_FROM}",
        "copyright": f'copyright: "{facts.year}"  # {_FROM}',
        "    language": f"    language: {facts.language}  # {_FROM}",
        "    html_short_title": f"    html_short_title: {_quoted(facts.short_title)}  # {_FROM}",
    }


def _with_lines(path: Path, lines: dict[str, str]) -> str:
    """Return a file with the line of each key replaced; each key has to stand there once."""
    text = path.read_text(encoding="utf-8")
    for key, line in lines.items():
        pattern = re.compile(rf"^{key}(:| =).*$", re.MULTILINE)
        places = [found.span() for found in pattern.finditer(text)]
        if len(places) != 1:
            count = len(places)
            raise ValueError(f"{path.name}: {key.strip()} stands in {count} lines; one is right")
        (start, end) = places[0]
        text = text[:start] + line + text[end:]
    return text


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
