"""`metadata.yml`: what it may hold, what is made from it, and that nothing says otherwise."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest
import yaml
from some_metadata import FULL, PLAIN

from biometrics_china import codebook, metadata, place
from biometrics_china.__main__ import main
from biometrics_china.publishing import metadata_files

ROOT = Path(__file__).parents[2]
PARTLY = ("pyproject.toml", "_config.yml", "data/datapackage.json")


def test_every_file_says_what_the_metadata_say():
    found = metadata_files.stale(metadata.load(), ROOT)
    assert found == [], "run make metadata"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a copy of the files that the metadata are written to."""
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("*.csv"))
    for name in ("metadata.yml", "CITATION.cff", ".zenodo.json", *PARTLY):
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.setattr(place, "root", lambda: tmp_path)
    metadata.load.cache_clear()
    yield tmp_path
    metadata.load.cache_clear()


def edit(root: Path, name: str, before: str, after: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(before) >= 1
    (root / name).write_text(text.replace(before, after, 1), encoding="utf-8")
    metadata.load.cache_clear()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("CITATION.cff", "DNA databases", "databases"),
        (".zenodo.json", "cc-by-4.0", "cc-zero"),
        ("pyproject.toml", 'version = "20', 'version = "19'),
        ("_config.yml", "The contributors", "Contributors"),
        ("data/datapackage.json", "CC-BY-4.0", "CC0-1.0"),
        ("data/datapackage.json", '"title": "Sources"', '"title": "Source"'),
    ],
)
def test_a_file_changed_by_hand_is_named_with_what_to_run(project, capsys, name, before, after):
    right = (project / name).read_bytes()
    edit(project, name, before, after)
    assert main(["metadata", "--check"]) == 1
    made_from = "metadata.yml and the codebook give" if "data/" in name else "metadata.yml gives"
    assert capsys.readouterr().out == f"{name}: is not what {made_from}; run make metadata\n"
    assert main(["metadata"]) == 0
    assert capsys.readouterr().out == f"{name}\n"
    assert (project / name).read_bytes() == right


def test_a_codebook_that_changed_reaches_the_descriptor(project, capsys):
    edit(project, "data/methods/codebook.yml", "title: ", "title: Repeated ")
    assert main(["metadata", "--check"]) == 1
    assert "data/datapackage.json: is not what" in capsys.readouterr().out
    assert main(["metadata"]) == 0
    described = (project / "data/datapackage.json").read_text(encoding="utf-8")
    assert described.count('"title": "Repeated ') == 1


def test_a_codebook_that_is_wrong_is_one_line(project, capsys):
    edit(project, "data/codebook.yml", "\nshared:", "\nsharde:")
    assert main(["metadata"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert re.match(r"data/codebook\.yml:\d+: key 'sharde' is not known; .*mean shared\?$", line)


def test_a_missing_file_is_made(project, capsys):
    (project / "CITATION.cff").unlink()
    assert main(["metadata"]) == 0
    assert main(["metadata", "--check"]) == 0
    assert capsys.readouterr().out == "CITATION.cff\nevery file is what metadata.yml gives\n"


def test_a_new_version_reaches_every_file_and_changes_nothing_else(project):
    before = {name: (project / name).read_text(encoding="utf-8") for name in PARTLY}
    version = metadata.load().version
    edit(project, "metadata.yml", f'"{version}"', '"2027.1.0"')
    assert main(["metadata"]) == 0
    cff = yaml.safe_load((project / "CITATION.cff").read_text(encoding="utf-8"))
    zenodo = json.loads((project / ".zenodo.json").read_text(encoding="utf-8"))
    built = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    described = json.loads((project / "data/datapackage.json").read_text(encoding="utf-8"))
    found = {cff["version"], zenodo["version"], built["project"]["version"], described["version"]}
    assert found == {"2027.1.0"}
    assert cff["date-released"] == zenodo["publication_date"] == metadata.load().date
    for name in ("pyproject.toml", "data/datapackage.json"):
        text = (project / name).read_text(encoding="utf-8")
        assert text == before[name].replace(version, "2027.1.0")
    assert (project / "_config.yml").read_text(encoding="utf-8") == before["_config.yml"]


def test_nothing_is_written_when_one_file_has_no_place_for_it(project, capsys):
    edit(project, "metadata.yml", "- China", "- the People's Republic of China")
    edit(project, "_config.yml", "title: ", "titel: ")
    before = (project / "CITATION.cff").read_bytes()
    assert main(["metadata"]) == 1
    assert capsys.readouterr().err == "_config.yml: title stands in 0 lines; one is right\n"
    assert (project / "CITATION.cff").read_bytes() == before


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ('"2026.11.0.dev0"', '"2026.13.0"', "field version: '2026.13.0' is not year.month.number"),
        ('"2026.11.0.dev0"', '"2026.11"', "field version: '2026.11' is not year.month.number"),
        ('date: "2026-11-24"', 'date: "2026-11-31"', "field date: '2026-11-31' is not a day"),
        (
            'date: "2026-11-24"',
            "date: 2026-11-24",
            "field date: datetime.date(2026, 11, 24) is not",
        ),
        ("code: MIT", "code: GPL", "field licences: {'code': 'GPL'"),
        (
            'contact: ""',
            'contact: "Ann"',
            "field contact: 'Ann' is not empty, or an e-mail address",
        ),
        ('doi: ""', 'doi: "https://doi.org/10.1/x"', "field doi: 'https://doi.org/10.1/x' is not"),
        ('address: ""', 'address: "https://a.example"', "is not empty, or an https address of a"),
        ('address: ""', 'address: "http://a.example/"', "field address: 'http://a.example/'"),
        ("language: en", "language: english", "field language: 'english' is not a code"),
        ("  - name:", "  - nmae:", "field authors: [{'nmae'"),
        ("abstract: >-", "abstract: ''\nabstrakt: >-", "Additional properties"),
        ('doi: ""\n', "", "'doi' is a required property"),
        ("  - China", "  - biometric data", "field keywords: ['biometric data', 'biometric data'"),
        ("title: ", "title: [", "is not YAML: "),
    ],
)
def test_bad_metadata_get_one_clear_line(tmp_path, before, after, line):
    text = (ROOT / "metadata.yml").read_text(encoding="utf-8")
    text = text.replace(f'"{metadata.load().version}"', '"2026.11.0.dev0"')
    text = text.replace(f'date: "{metadata.load().date}"', 'date: "2026-11-24"')
    assert before in text
    (tmp_path / "metadata.yml").write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(metadata.BadMetadata) as error:
        metadata.read(tmp_path / "metadata.yml")
    assert line in str(error.value)
    assert str(error.value).startswith("metadata.yml: ")
    assert "\n" not in str(error.value)


def test_missing_metadata_get_one_clear_line(tmp_path):
    with pytest.raises(metadata.BadMetadata, match=r"^metadata\.yml: this file does not exist$"):
        metadata.read(tmp_path / "metadata.yml")


def test_a_version_in_preparation_says_so_and_has_no_day_of_release():
    assert PLAIN.printed_version == "2026.11.2.dev0 (in preparation)"
    assert FULL.printed_version == "2026.11.2"
    for made in (metadata_files.citation_cff(PLAIN), json.dumps(metadata_files.zenodo(PLAIN))):
        assert "2026-11-24" not in made
    assert "date-released: '2026-11-24'" in metadata_files.citation_cff(FULL)


@pytest.mark.parametrize("facts", [PLAIN, FULL, metadata.load()], ids=["plain", "full", "real"])
def test_text_and_data_are_offered_under_their_own_licence_alone(facts):
    """Several licences in a citation file are a choice, by the comment in its schema."""
    assert yaml.safe_load(metadata_files.citation_cff(facts))["license"] == "CC-BY-4.0"


def test_what_is_not_known_stands_nowhere():
    made = metadata_files.citation_cff(PLAIN) + json.dumps(metadata_files.zenodo(PLAIN))
    assert "doi" not in made
    assert "http" not in made
    assert "null" not in made


def test_identifiers_reach_the_files_once_they_are_known():
    cff = yaml.safe_load(metadata_files.citation_cff(FULL))
    assert (cff["doi"], cff["url"]) == ("10.1234/book", "https://book.example/")
    assert cff["repository-code"] == "https://code.example/book"
    assert cff["authors"][1]["orcid"] == "https://orcid.org/0000-0002-1825-0097"
    zenodo = metadata_files.zenodo(FULL)
    assert zenodo["creators"][1] == {"name": "Doe, Ann", "orcid": "0000-0002-1825-0097"}
    assert [r["identifier"] for r in zenodo["related_identifiers"]] == [
        "https://book.example/",
        "https://code.example/book",
    ]


def test_the_published_descriptor_has_the_metadata_and_no_key_of_ours():
    described, facts = codebook.published_descriptor(), metadata.load()
    assert described["title"] == facts.title
    assert described["version"] == facts.version
    assert described["keywords"] == list(facts.keywords)
    assert [c["title"] for c in described["contributors"]] == [a.cited for a in facts.authors]
