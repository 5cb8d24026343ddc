"""A release: what stands in its way, what it holds, and the same bytes twice."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import shutil
import sqlite3
import tarfile
import zipfile
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
import sites
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import codebook, metadata, place, tables
from biometrics_china.__main__ import main
from biometrics_china.publishing import metadata_files
from biometrics_china.publishing.pdf import typeset
from biometrics_china.publishing.pdf.pages import PrintError
from biometrics_china.versions import command, manifest, releases, snapshot, unpack
from biometrics_china.versions.release import Refused, archives, data_forms, make, refusals

ROOT = Path(__file__).parents[2]
VERSION = "2026.12.0"
LOCK = f"numpy==2.4.6 \\\n    --hash=sha256:{'0' * 64}\n"


@pytest.fixture(scope="module")
def ready(tmp_path_factory, committed) -> Path:
    """Return a small checkout that is ready to be released, which no test changes."""
    top = tmp_path_factory.mktemp("ready") / "checkout"
    for folder in ("data", "chapters/said"):
        shutil.copytree(ROOT / folder, top / folder)
    for name in ("metadata.yml", "pyproject.toml", "_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, top / name)
    home = top / "metadata.yml"
    present = metadata.load()
    text = home.read_text(encoding="utf-8").replace(f'"{present.version}"', f'"{VERSION}"')
    home.write_text(text.replace(f'"{present.date}"', '"2026-12-01"'), encoding="utf-8")
    metadata_files.write(metadata.read(home), top)
    (top / "CHANGELOG.md").write_text(f"# Changelog\n\n## {VERSION} (2026-12-01)\n\n- First.\n")
    (top / "requirements.txt").write_text(LOCK)
    releases.keep(snapshot.take(top), top / "releases")
    sites.write(top / "stored", version=VERSION)
    (top / "Makefile").write_text("book:\n\tmkdir -p _build && cp -r stored _build/html\n")
    run = top / "run"
    run.write_text("#!/bin/sh\n")
    run.chmod(0o755)
    committed(top)
    return top


@pytest.fixture
def root(ready: Path, tmp_path: Path) -> Path:
    """Return a copy of that checkout."""
    return shutil.copytree(ready, tmp_path / "checkout")


@pytest.fixture
def site(root: Path) -> Path:
    """Return the site of the checkout, as it was built and tested there."""
    return shutil.copytree(root / "stored", root.parent / "tested")


@pytest.fixture(autouse=True)
def printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print a site as the text of its start page."""

    def write(site: Path, _pages: object, out: Path) -> None:
        out.parent.mkdir(exist_ok=True)
        out.write_bytes(b"%PDF-1.7\n" + (site / "index.html").read_bytes())

    monkeypatch.setattr(typeset, "write", write)


def test_nothing_stands_in_the_way_of_a_checkout_that_is_ready(root, tmp_path):
    assert refusals(root, VERSION, tmp_path / "dist") == []


def edit(path: Path, old: str, new_text: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new_text), encoding="utf-8")


OTHER = f"releases/{VERSION}: the book does not say what the snapshot holds"
SPOILT = [
    ("the tree is not clean: left.txt", lambda r: (r / "left.txt").write_text("over")),
    (
        f"CHANGELOG.md: has no entry `## {VERSION} (2026-12-01)`",
        lambda r: edit(r / "CHANGELOG.md", "- First.", "## 2026.11.0 (2026-11-01)"),
    ),
    (
        f"releases/{VERSION}: has no snapshot",
        lambda r: (r / "releases" / VERSION / "snapshot.json.gz").unlink(),
    ),
    (
        OTHER,
        lambda r: edit(
            r / "chapters/said/methods.txt", "methods.n_sources\t", "methods.n_sources\t9"
        ),
    ),
    (OTHER, lambda r: edit(r / "metadata.yml", "2026-12-01", "2026-12-02")),
    (
        "CITATION.cff: is not what metadata.yml gives; run make metadata",
        lambda r: (r / "CITATION.cff").write_text("title: Another\n"),
    ),
]


@pytest.mark.parametrize(("said", "spoil"), SPOILT)
def test_each_fault_is_one_line_and_nothing_is_made(root, site, tmp_path, said, spoil):
    spoil(root)
    assert any(line.startswith(said) for line in refusals(root, VERSION, tmp_path / "dist"))
    with pytest.raises(Refused, match="(?s)" + said[:20].replace("(", ".")):
        make(root, VERSION, site, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_another_version_or_one_that_is_none_is_refused(root, tmp_path):
    lines = refusals(root, "2026.12.1", tmp_path)
    assert lines[0] == f"metadata.yml: version is '{VERSION}', and '2026.12.1' is asked for"
    assert refusals(root, "1.0", tmp_path)[0].startswith("version '1.0': year, month and number")


def test_a_release_is_whole_described_and_the_same_twice(root, site, tmp_path):
    first = make(root, VERSION, site, tmp_path / "one")
    old = os.umask(0o077)
    try:
        second = make(root, VERSION, site, tmp_path / "two")
    finally:
        os.umask(old)
    names = sorted(p.name for p in first.iterdir())
    assert names == sorted(
        [
            f"biometrics-china-{VERSION}-site.zip",
            f"biometrics-china-{VERSION}-data.zip",
            f"biometrics-china-{VERSION}-source.tar.gz",
            f"biometrics-china-{VERSION}.pdf",
            f"biometrics-china-{VERSION}-chapters.zip",
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


def test_a_version_is_never_made_again(root, site, tmp_path):
    make(root, VERSION, site, tmp_path / "dist")
    with pytest.raises(Refused, match="a released version is never made again"):
        make(root, VERSION, site, tmp_path / "dist")


def another_site(site: Path) -> None:
    shutil.rmtree(site)
    sites.write(site, files={"index.html": "<p>Another</p>\n"}, version=VERSION)


FOREIGN = {
    "another page": lambda s: (s / "index.html").write_text("<p>Another</p>"),
    "another site": another_site,
    "another number": lambda s: edit(s / manifest.NAME, '"text":"40"', '"text":"41"'),
    "another layout": lambda s: edit(s / manifest.NAME, "\n  ", "\n "),
    "one more page": lambda s: (s / "evil.html").write_text("x"),
    "a pipe": lambda s: os.mkfifo(s / "evil"),
    "no site": shutil.rmtree,
    "no manifest": lambda s: (s / manifest.NAME).write_text("{}"),
}


@pytest.mark.parametrize("foreign", FOREIGN.values(), ids=FOREIGN)
def test_a_site_that_is_not_built_from_the_commit_is_refused(root, site, tmp_path, foreign):
    foreign(site)
    with pytest.raises(ValueError, match=r"is no fresh build of this commit|is no manifest of"):
        make(root, VERSION, site, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_the_pdf_is_that_of_the_fresh_site_whatever_lies_about(root, site, tmp_path):
    (root / ".git/info/exclude").write_text("_build\n")
    (root / "_build").mkdir()
    (root / f"_build/biometrics-china-{VERSION}.pdf").write_text("foreign")
    made = make(root, VERSION, site, tmp_path / "dist")
    pdf = (made / f"biometrics-china-{VERSION}.pdf").read_bytes()
    assert pdf == b"%PDF-1.7\n" + sites.FILES["index.html"].encode()


def test_a_commit_that_cannot_be_built_or_printed_is_one_line(
    root, site, git, tmp_path, monkeypatch
):
    def write(*_: object) -> None:
        raise PrintError("the PDF needs Pango")

    monkeypatch.setattr(typeset, "write", write)
    with pytest.raises(Refused, match="the PDF cannot be made: the PDF needs Pango"):
        make(root, VERSION, site, tmp_path / "dist")
    (root / "Makefile").write_text("book:\n\t@exit 3\n")
    git(root, "commit", "--quiet", "--all", "--message", "Break")
    with pytest.raises(ValueError, match="make book stopped"):
        make(root, VERSION, site, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_a_change_that_git_was_told_to_overlook_is_seen(root, git, tmp_path):
    git(root, "update-index", "--assume-unchanged", "data/datapackage.json")
    with (root / "data/datapackage.json").open("a") as file:
        file.write("\n")
    assert any(
        line.startswith("the tree is not clean: data/datapackage.json")
        for line in refusals(root, VERSION, tmp_path / "dist")
    )


@pytest.mark.parametrize("given", [["release", VERSION, "--check"], ["release", VERSION]])
def test_without_git_or_checkout_a_release_is_one_line_and_status_1(
    root, tmp_path, monkeypatch, capsys, given
):
    monkeypatch.setattr(place, "root", lambda: root)
    monkeypatch.setattr(command, "__file__", str(root / "src/x.py"))
    shutil.rmtree(root / ".git")
    with monkeypatch.context() as without:
        without.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
        assert main(given) == 1
        assert "not a git repository" in capsys.readouterr().err
        without.setenv("PATH", str(tmp_path))
        assert main(given) == 1
    assert capsys.readouterr().err == "error: there is no git here; install it\n"


def test_the_command_gives_a_line_for_each_reason_and_is_run_by_the_code_of_the_checkout(
    root, monkeypatch, capsys
):
    monkeypatch.setattr(place, "root", lambda: root)
    (root / "left\n.txt").write_text("over")
    assert main(["release", "2026.12.1"]) == 1
    assert "other code runs here" in capsys.readouterr().err
    monkeypatch.setattr(command, "__file__", str(root / "src/x.py"))
    assert main(["release", "2026.12.1"]) == 1
    lines = capsys.readouterr().err.split("\n")[:-1]
    assert len(lines) == 4
    assert "the tree is not clean: left\\n.txt" in lines[-1]


def test_the_source_is_the_commit_and_the_folder_of_a_release_can_be_verified(root, site, tmp_path):
    (root / ".gitignore").write_text("/secret\n/.gitignore\n")
    (root / "secret").write_text("not for release")
    made = make(root, VERSION, site, tmp_path / "dist")
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
    assert database.execute("pragma foreign_key_check").fetchall() == []
    assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
    [listed] = database.execute("select exhibits from claims where id = ?", CLAIM).fetchone()
    assert ";" in listed


CLAIM = ("claim-europe-policing-texts",)


def test_the_database_has_the_keys_of_the_codebook_and_keeps_them():
    database = sqlite3.connect(":memory:")
    database.deserialize(data_forms.sqlite())
    for resource in codebook.published_descriptor()["resources"]:
        name, schema = resource["name"], resource["schema"]
        columns = database.execute(f'pragma table_info("{name}")').fetchall()
        assert [c[1] for c in columns if c[5]] == as_list(schema["primaryKey"])
        found = {(k[3], k[2], k[4]) for k in database.execute(f'pragma foreign_key_list("{name}")')}
        assert found == {
            (field, key["reference"]["resource"] or name, other)
            for key in schema.get("foreignKeys", ())
            for field, other in zip(
                as_list(key["fields"]), as_list(key["reference"]["fields"]), strict=True
            )
        }
    database.execute("pragma foreign_keys = on")
    for wrong in (
        "update listings set source_id = 'nobody'",
        "insert into sources select * from sources limit 1",
        "delete from sources",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(wrong)


def as_list(names):
    return [names] if isinstance(names, str) else names


def test_the_database_does_not_say_which_library_wrote_it():
    assert data_forms.sqlite()[92:100] == bytes(8)
    assert data_forms.sqlite() == data_forms.sqlite()
