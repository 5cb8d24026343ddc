"""The manifest lists every file of a site with its digest, and what the site was made of."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from biometrics_china.versions import manifest, marks, snapshot

ROOT = Path(__file__).parents[2]

FILES = {
    "index.html": "<p>Start</p>",
    "chapters/regulation.html": "<p>40 rules</p>",
    "chapters/reference/numbers.html": "<p>40</p>",
    "exhibits/fig-a.svg": "<svg/>",
    "exhibits/fig-a.csv": "a\n1\n",
    "exhibits/tab-b.csv": "b\n",
    "data/sources.csv": "id\n",
    "data/datapackage.json": "{}",
}


@pytest.fixture
def site(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_every_file_is_listed_once_under_its_kind_and_the_manifest_is_not(site):
    manifest.write(site)
    found = manifest.read(site / manifest.NAME)
    assert set(manifest.flat(found)) == set(FILES)
    digest = hashlib.sha256(b"<p>40 rules</p>").hexdigest()
    assert found["pages"]["chapters/regulation.html"] == digest
    assert list(found["figures"]) == ["exhibits/fig-a.csv", "exhibits/fig-a.svg"]
    assert list(found["tables"]) == ["data/sources.csv", "exhibits/tab-b.csv"]
    assert list(found["files"]) == ["data/datapackage.json"]
    numbers = snapshot.taken_numbers()
    assert {i: n["text"] for i, n in found["numbers"].items()} == {
        i: n["text"] for i, n in numbers.items()
    }
    assert found["version"] == snapshot.edition(ROOT)["version"]
    assert (found["tools"], found["inputs"]) == (snapshot.tools(), snapshot.inputs(ROOT))
    assert manifest.counts(found) == {
        "chapters": 1,
        "pages": 3,
        "figures": 1,
        "tables": 2,
        "numbers": len(numbers),
    }


def test_it_is_written_twice_alike_and_stays_small(site):
    manifest.write(site)
    first = (site / manifest.NAME).read_bytes()
    manifest.write(site)
    assert (site / manifest.NAME).read_bytes() == first
    assert len(first) < 400_000


def test_additions_between_marks_and_other_versions_do_not_count(site):
    before = manifest.digests(site)
    page = site / "chapters/regulation.html"
    page.write_text(marks.marked("<aside>Old</aside>") + page.read_text())
    (site / "v/2026.11.0").mkdir(parents=True)
    (site / "v/2026.11.0/index.html").write_text("x")
    (site / "versions.html").write_text("x")
    assert manifest.digests(site) == before
    page.write_text(page.read_text() + "!")
    assert manifest.digests(site) != before


@pytest.mark.parametrize("content", [None, "", "[]", '{"format": 1}', "{"])
def test_a_missing_or_broken_manifest_is_one_line(tmp_path, content):
    path = tmp_path / manifest.NAME
    if content is not None:
        path.write_text(content)
    with pytest.raises(manifest.BadManifest, match="is no manifest of a site") as stopped:
        manifest.read(path)
    assert "\n" not in str(stopped.value)


def test_an_unknown_format_is_one_line(tmp_path):
    path = tmp_path / manifest.NAME
    path.write_text(json.dumps({"format": 99, **{kind: {} for kind in manifest.KINDS}}))
    with pytest.raises(manifest.BadManifest, match="format 99 is not known; 1 is"):
        manifest.read(path)
