"""A release: what stands in its way, what it holds, and the same bytes twice."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import tables
from biometrics_china.publishing import metadata, metadata_files
from biometrics_china.versions import manifest, releases, snapshot, unpack
from biometrics_china.versions.release import Refused, archives, data_forms, make, refusals

ROOT = Path(__file__).parents[2]
VERSION = "2026.12.0"
LOCK = f"numpy==2.4.6 \\\n    --hash=sha256:{'0' * 64}\n"


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.org"]
    subprocess.run(["git", *who, "-C", str(root), *arguments], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small checkout that is ready to be released."""
    top = tmp_path / "checkout"
    shutil.copytree(ROOT / "data", top / "data", ignore=shutil.ignore_patterns("*.csv"))
    for name in ("metadata.yml", "pyproject.toml", "_config.yml"):
        shutil.copy(ROOT / name, top / name)
    home = top / "metadata.yml"
    present = metadata.load()
    text = home.read_text(encoding="utf-8").replace(f'"{present.version}"', f'"{VERSION}"')
    home.write_text(text.replace(f'"{present.date}"', '"2026-12-01"'), encoding="utf-8")
    metadata_files.write(metadata.read(home), top)
    (top / "CHANGELOG.md").write_text(f"# Changelog\n\n## {VERSION} (2026-12-01)\n\n- First.\n")
    (top / "requirements.txt").write_text(LOCK)
    snapshot.write(top / "releases" / VERSION / "snapshot.json.gz", {"format": snapshot.FORMAT})
    run = top / "run"
    run.write_text("#!/bin/sh\n")
    run.chmod(0o755)
    git(top, "init", "--quiet")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "Ready")
    return top


@pytest.fixture
def site(tmp_path: Path) -> Path:
    top = tmp_path / "site"
    (top / "chapters").mkdir(parents=True)
    (top / "index.html").write_text("<!DOCTYPE html><title>Book</title>")
    (top / manifest.NAME).write_text("{}\n")
    return top


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "book.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    return path


def test_nothing_stands_in_the_way_of_a_checkout_that_is_ready(root, tmp_path):
    assert refusals(root, VERSION, tmp_path / "dist") == []


def spoil_tree(root: Path) -> None:
    (root / "left.txt").write_text("over")


def spoil_changelog(root: Path) -> None:
    (root / "CHANGELOG.md").write_text(f"## {VERSION} (2026-12-01)\n\n## 2026.11.0 (2026-11-01)\n")


def spoil_snapshot(root: Path) -> None:
    (root / "releases" / VERSION / "snapshot.json.gz").unlink()


def spoil_copy(root: Path) -> None:
    (root / "CITATION.cff").write_text("title: Another\n")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoil_tree, "the tree is not clean: left.txt"),
        (spoil_changelog, f"CHANGELOG.md: has no entry `## {VERSION} (2026-12-01)`"),
        (spoil_snapshot, f"releases/{VERSION}: has no snapshot"),
        (spoil_copy, "CITATION.cff: is not what metadata.yml gives; run make metadata"),
    ],
)
def test_each_fault_is_one_line_and_nothing_is_made(root, site, pdf, tmp_path, spoil, said):
    spoil(root)
    assert any(line.startswith(said) for line in refusals(root, VERSION, tmp_path / "dist"))
    with pytest.raises(Refused, match="(?s)" + said[:20].replace("(", ".")):
        make(root, VERSION, site, pdf, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_another_version_or_one_that_is_none_is_refused(root, tmp_path):
    lines = refusals(root, "2026.12.1", tmp_path)
    assert lines[0] == f"metadata.yml: version is '{VERSION}', and '2026.12.1' is asked for"
    assert refusals(root, "1.0", tmp_path)[0].startswith("version '1.0': year, month and number")


def test_a_release_is_whole_described_and_the_same_twice(root, site, pdf, tmp_path):
    first = make(root, VERSION, site, pdf, tmp_path / "one")
    old = os.umask(0o077)
    try:
        second = make(root, VERSION, site, pdf, tmp_path / "two")
    finally:
        os.umask(old)
    names = sorted(p.name for p in first.iterdir())
    assert names == sorted(
        [
            f"biometrics-china-{VERSION}-site.zip",
            f"biometrics-china-{VERSION}-data.zip",
            f"biometrics-china-{VERSION}-source.tar.gz",
            f"biometrics-china-{VERSION}.pdf",
            "SHA256SUMS",
            "SWHIDS.txt",
            "manifest.json",
            "requirements.txt",
            "ro-crate-metadata.json",
            "sbom.cdx.json",
        ]
    )
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes(), name
    for line in (first / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((first / name).read_bytes()).hexdigest() == digest
    crate = json.loads((first / "ro-crate-metadata.json").read_text())
    described = {e["@id"] for e in crate["@graph"] if "File" in str(e["@type"])}
    assert described == set(names) - {"SHA256SUMS", "ro-crate-metadata.json"}
    assert VERSION in (first / "sbom.cdx.json").read_text()


def test_a_version_is_never_made_again(root, site, pdf, tmp_path):
    make(root, VERSION, site, pdf, tmp_path / "dist")
    with pytest.raises(Refused, match="a released version is never made again"):
        make(root, VERSION, site, pdf, tmp_path / "dist")


def test_a_release_without_site_or_pdf_is_refused(root, site, tmp_path):
    with pytest.raises(Refused, match=r"book\.pdf: is not there; run make pdf"):
        make(root, VERSION, site, tmp_path / "book.pdf", tmp_path / "dist")


def test_the_source_is_the_commit_and_the_folder_of_a_release_can_be_verified(
    root, site, pdf, tmp_path
):
    (root / ".gitignore").write_text("/secret\n/.gitignore\n")
    (root / "secret").write_text("not for release")
    made = make(root, VERSION, site, pdf, tmp_path / "dist")
    with tarfile.open(made / f"biometrics-china-{VERSION}-source.tar.gz") as packed:
        inside = {m.name.partition("/")[2]: m for m in packed.getmembers()}
    assert "secret" not in inside
    assert inside["run"].mode == 0o755
    assert {m.mtime for m in inside.values()} == {0}
    assert unpack.find(made, tmp_path / "scratch").site.joinpath("index.html").is_file()


@given(st.dictionaries(st.text("abc/", min_size=1).filter(lambda n: "//" not in n), st.binary()))
def test_an_archive_does_not_depend_on_the_order_of_its_files(files):
    turned = dict(reversed(files.items()))
    assert archives.zipped(files) == archives.zipped(turned)
    given_rights = {n: (c, False) for n, c in files.items()}
    assert archives.tarred(given_rights) == archives.tarred(dict(reversed(given_rights.items())))


def test_an_archive_gives_back_what_was_put_in():
    files = {"a/b.txt": b"one", "c": b""}
    with zipfile.ZipFile(io.BytesIO(archives.zipped(files))) as packed:
        assert {n: packed.read(n) for n in packed.namelist()} == files
    unzipped = gzip.decompress(archives.tarred({"x": (b"two", True)}))
    with tarfile.open(fileobj=io.BytesIO(unzipped)) as packed_tar:
        assert packed_tar.extractfile("x").read() == b"two"


def test_the_typed_forms_hold_every_row_of_every_table(tmp_path):
    database = sqlite3.connect(":memory:")
    database.deserialize(data_forms.sqlite())
    with zipfile.ZipFile(io.BytesIO(data_forms.package(metadata.load()))) as packed:
        packed.extractall(tmp_path)
    for table in tables.package().tables:
        frame = tables.load(table.name)
        [rows] = database.execute(f'select count(*) from "{table.name}"').fetchone()
        read = pl.read_parquet(tmp_path / f"biometrics-china-data/parquet/{table.name}.parquet")
        stored = pd.read_csv(tmp_path / "biometrics-china-data/data" / table.path)
        assert rows == len(frame) == read.height == len(stored)
        assert read.columns == list(frame.columns)
    [listed] = database.execute("select exhibits from claims where id = ?", CLAIM).fetchone()
    assert ";" in listed


CLAIM = ("claim-europe-policing-texts",)


def test_the_database_does_not_say_which_library_wrote_it():
    assert data_forms.sqlite()[92:100] == bytes(8)
    assert data_forms.sqlite() == data_forms.sqlite()


def test_versions_of_releases_are_calendar_versions():
    assert releases.key("2026.12.0") < releases.key("2027.1.0")
