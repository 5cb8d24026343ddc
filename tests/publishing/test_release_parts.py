"""The parts of a release that describe it, by the validators of those who wrote the formats."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from rocrate_validator import services
from rocrate_validator.utils.http import HttpRequester
from some_metadata import FULL, PLAIN

from biometrics_china.publishing.release_parts import (
    ReleaseFile,
    crate,
    rocrate,
    sbom,
    swhid_of_content,
    swhid_of_folder,
)

ROOT = Path(__file__).parents[2]
BOTH = pytest.mark.parametrize("facts", [PLAIN, FULL], ids=["plain", "full"])

# --------------------------------------------------------------------------------------- RO-Crate

FILES = {
    "site.zip": "site",
    "the data.zip": "data",
    "source.tar.gz": "source",
    "requirements.txt": "lock",
    "manifest.json": "manifest",
}

#: the terms used here as the context of RO-Crate 1.1 has them, so that nothing is fetched
TERMS = [
    "about",
    "author",
    "codeRepository",
    "contentSize",
    "creativeWorkStatus",
    "CreativeWork",
    "ComputerLanguage",
    "Dataset",
    "datePublished",
    "description",
    "encodingFormat",
    "familyName",
    "givenName",
    "hasPart",
    "identifier",
    "inLanguage",
    "keywords",
    "license",
    "name",
    "Organization",
    "Person",
    "programmingLanguage",
    "publisher",
    "SoftwareSourceCode",
    "url",
    "version",
]
VOCABULARY = {term: f"http://schema.org/{term}" for term in TERMS} | {
    "File": "http://schema.org/MediaObject",
    "conformsTo": "http://purl.org/dc/terms/conformsTo",
}


class Context:
    """The answer of a server that holds the context."""

    status_code = 200
    ok = True
    text = json.dumps({"@context": VOCABULARY})
    headers = {"Content-Type": "application/ld+json"}  # noqa: RUF012
    links: dict[str, str] = {}  # noqa: RUF012

    def json(self) -> object:
        return json.loads(self.text)

    def raise_for_status(self) -> None:
        """Never raise: the answer is there."""


def faults(folder: Path, monkeypatch: pytest.MonkeyPatch, severity: str = "REQUIRED") -> list[str]:
    """Return what the validator of RO-Crate 1.1 finds in a folder, without a connection."""

    def get(_self: object, address: str, **_options: object) -> Context:
        assert address == rocrate.CONTEXT
        return Context()

    monkeypatch.setattr(HttpRequester, "get", get, raising=False)
    settings = {
        "rocrate_uri": str(folder),
        "profile_identifier": "ro-crate-1.1",
        "requirement_severity": severity,
        "no_cache": True,
    }
    found = services.validate(settings).get_issues()
    return sorted({str(issue.message) for issue in found})


def release(folder: Path) -> list[ReleaseFile]:
    for name in FILES:
        (folder / name).write_text(name, encoding="utf-8")
    return [
        ReleaseFile(name, len(name), hashlib.sha256(name.encode()).hexdigest(), kind)
        for name, kind in FILES.items()
    ]


validator = pytest.mark.filterwarnings("ignore")


@validator
@BOTH
def test_the_crate_passes_the_validator_of_ro_crate(tmp_path, monkeypatch, facts):
    (tmp_path / rocrate.NAME).write_bytes(crate(release(tmp_path), facts))
    assert faults(tmp_path, monkeypatch) == []


@validator
def test_the_crate_keeps_the_recommendations_once_the_site_has_an_address(tmp_path, monkeypatch):
    addressed = replace(PLAIN, address=FULL.address)
    (tmp_path / rocrate.NAME).write_bytes(crate(release(tmp_path), addressed))
    assert faults(tmp_path, monkeypatch, "RECOMMENDED") == []
    (tmp_path / rocrate.NAME).write_bytes(crate(release(tmp_path), PLAIN))
    assert faults(tmp_path, monkeypatch, "RECOMMENDED") == ["The organization SHOULD have a URL."]


@validator
@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('"license": [', '"licence": [', "license"),
        ('"name": "A Book', '"title": "A Book', "name"),
        ('"datePublished": "2026-11-24"', '"datePublished": "soon"', "ISO 8601"),
        ('"@type": "Dataset"', '"@type": "Thing"', "Dataset"),
    ],
)
def test_the_validator_sees_planted_faults(tmp_path, monkeypatch, before, after, fault):
    text = crate(release(tmp_path), PLAIN).decode()
    assert before in text
    (tmp_path / rocrate.NAME).write_text(text.replace(before, after, 1), encoding="utf-8")
    assert fault in "\n".join(faults(tmp_path, monkeypatch))


def test_the_crate_names_each_file_with_its_size_and_sum(tmp_path):
    files = release(tmp_path)
    graph = json.loads(crate(files, FULL))["@graph"]
    by_id = {entity["@id"]: entity for entity in graph}
    assert len(by_id) == len(graph)
    for file in files:
        entity = by_id[file.path.replace(" ", "%20")]
        assert (entity["contentSize"], entity["sha256"]) == (str(file.size), file.sha256)
        licences = entity["license"] if isinstance(entity["license"], list) else [entity["license"]]
        assert all(by_id[licence["@id"]]["identifier"] for licence in licences)
    assert by_id["source.tar.gz"]["@type"] == ["File", "SoftwareSourceCode"]
    assert by_id["https://orcid.org/0000-0002-1825-0097"]["familyName"] == "Doe"
    assert by_id["./"]["identifier"] == "https://doi.org/10.1234/book"


def test_the_crate_does_not_depend_on_the_order_of_the_files(tmp_path):
    files = release(tmp_path)
    assert crate(files, FULL) == crate(reversed(files), FULL)


def test_an_unknown_kind_and_a_path_that_stands_twice_are_refused():
    file = ReleaseFile("a.zip", 1, "0" * 64, "site")
    with pytest.raises(ValueError, match=r"^a\.zip: stands twice"):
        crate([file, file], PLAIN)
    odd = ReleaseFile("a.zip", 1, "0" * 64, "toy")
    with pytest.raises(ValueError, match=r"^a\.zip: kind 'toy' is not one of site, pdf"):
        crate([odd], PLAIN)


# -------------------------------------------------------------------------------------- CycloneDX

LOCK = """\
alpha==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via beta
beta==2.0 ; sys_platform == 'darwin' \\
    --hash=sha256:cc
"""


def schema_fault(text: str) -> object:
    return JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)


def test_the_bill_of_materials_of_the_real_lock_passes_its_schema():
    locks = [ROOT / "requirements.txt", ROOT / "requirements/release.txt"]
    made = sbom("".join(lock.read_text(encoding="utf-8") for lock in locks)).decode()
    assert schema_fault(made) is None
    assert schema_fault(made.replace('"type": "library"', '"type": "book"', 1))
    names = {c["name"] for c in json.loads(made)["components"]}
    assert {"pandas", "jupyter-book", "pybtex", "weasyprint"} <= names
    assert len(names) > 100


def test_a_package_of_two_locks_stands_once_with_a_marker_only_if_both_have_one():
    either = "\n".join(["a==1 ; sys_platform == 'x'", "b==1 ; sys_platform == 'x'"])
    second = "\n".join(["a==1", "b==1 ; sys_platform == 'y'"])
    alpha, beta = json.loads(sbom(f"{either}\n{second}", FULL))["components"]
    assert "properties" not in alpha
    (marker,) = beta["properties"]
    assert marker["value"] == 'sys_platform == "x" or sys_platform == "y"'


def test_the_bill_of_materials_by_hand():
    made = json.loads(sbom(LOCK, FULL))
    alpha, beta = made["components"]
    assert (alpha["purl"], beta["purl"]) == ("pkg:pypi/alpha@1.0", "pkg:pypi/beta@2.0")
    assert beta["properties"] == [
        {"name": "biometrics-china:lock:marker", "value": 'sys_platform == "darwin"'}
    ]
    book = made["metadata"]["component"]
    assert (book["name"], book["version"]) == ("biometrics-china", "2026.11.2")
    assert book["properties"][0]["value"] == hashlib.sha256(LOCK.encode()).hexdigest()
    needs = {d["ref"]: d.get("dependsOn") for d in made["dependencies"]}
    assert needs["biometrics-china@2026.11.2"] == ["pkg:pypi/alpha@1.0", "pkg:pypi/beta@2.0"]
    assert schema_fault(json.dumps(made)) is None


def test_the_bill_of_materials_holds_no_clock_and_no_chance():
    first = sbom(LOCK, FULL)
    assert sbom(LOCK, FULL) == first
    assert b"timestamp" not in first
    assert json.loads(first)["serialNumber"].startswith("urn:uuid:")
    for other in (sbom(LOCK.replace("1.0", "1.1"), FULL), sbom(LOCK, PLAIN)):
        assert json.loads(other)["serialNumber"] != json.loads(first)["serialNumber"]


@pytest.mark.parametrize("entry", ["alpha", "alpha>=1.0", "alpha==1.0,<2", "alpha @ nowhere x"])
def test_an_entry_without_one_version_is_refused(entry):
    with pytest.raises(ValueError, match=r"^requirements\.txt: 'alpha.* is not name==version$"):
        sbom(entry, FULL)


# ------------------------------------------------------------------------------------------ SWHIDs


def test_swhids_that_are_known():
    # of the empty file, of "hello" and a line end, and of the empty folder, as git names them
    assert swhid_of_content(b"") == "swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    assert swhid_of_content(b"hello\n") == "swh:1:cnt:ce013625030ba8dba906f756967f9e9ca394464a"


def test_the_swhid_of_an_empty_folder_is_known(tmp_path):
    assert swhid_of_folder(tmp_path) == "swh:1:dir:4b825dc642cb6eb9a060e54bf8d69288fbee4904"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "folder"
    (place / "a" / "b").mkdir(parents=True)
    (place / "a" / "b" / "one.txt").write_text("one\n", encoding="utf-8")
    (place / "a.txt").write_text("beside a folder of like name", encoding="utf-8")
    (place / "a" / "中文.csv").write_text("id\n1\n", encoding="utf-8")
    (place / "run").write_text("#!/bin/sh\n", encoding="utf-8")
    (place / "run").chmod(0o755)
    (place / "link").symlink_to("a/b/one.txt")
    return place


def test_a_folder_has_the_name_that_git_gives_its_tree(folder, tmp_path):
    git = shutil.which("git")
    if not git:
        pytest.skip("no git here to compare with")
    known = {"GIT_DIR": str(tmp_path / "git"), "GIT_WORK_TREE": str(folder)}

    def ask(*command: str) -> str:
        done = subprocess.run(
            [git, *command], env=os.environ | known, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    ask("init", "--quiet")
    ask("add", "--all")
    assert swhid_of_folder(folder) == f"swh:1:dir:{ask('write-tree')}"


def test_the_swhid_of_a_folder_sees_every_change_but_dates_and_rights(folder):
    before = swhid_of_folder(folder)
    os.utime(folder / "a.txt", (0, 0))
    (folder / "a.txt").chmod(0o600)
    assert swhid_of_folder(folder) == before
    (folder / "a.txt").chmod(0o700)
    assert swhid_of_folder(folder) != before
    (folder / "a.txt").chmod(0o600)
    (folder / "a.txt").write_text("another", encoding="utf-8")
    assert swhid_of_folder(folder) != before


def test_only_a_folder_has_the_swhid_of_a_folder(folder):
    with pytest.raises(NotADirectoryError, match=r"^a\.txt: is not a folder$"):
        swhid_of_folder(folder / "a.txt")
