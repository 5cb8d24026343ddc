"""The manifest lists every file of a site with its digest, and what the site was made of."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from biometrics_china import said
from biometrics_china.versions import manifest, marks, report, snapshot

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
    assert {path for kind in manifest.KINDS for path in found[kind]} == set(FILES)
    digest = hashlib.sha256(b"<p>40 rules</p>").hexdigest()
    assert found["pages"]["chapters/regulation.html"] == digest
    assert list(found["figures"]) == ["exhibits/fig-a.csv", "exhibits/fig-a.svg"]
    assert list(found["tables"]) == ["data/sources.csv", "exhibits/tab-b.csv"]
    assert list(found["files"]) == ["data/datapackage.json"]
    numbers = said.parse(said.read(ROOT))["numbers"]
    assert {i: n["text"] for i, n in found["numbers"].items()} == {
        i: n["text"] for i, n in numbers.items()
    }
    assert found["version"] == snapshot.edition(ROOT)["version"]
    assert (found["tools"], found["inputs"]) == (snapshot.tools(), snapshot.inputs(ROOT))
    assert {k: n for k, n in report.counts(found, []).items() if "_" not in k} == {
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


def test_whatever_lies_in_a_site_counts(site):
    before = manifest.digests(site)
    page = site / "chapters/regulation.html"
    page.write_text(marks.marked("<aside>Old</aside>") + page.read_text())
    (site / "v/2026.11.0").mkdir(parents=True)
    (site / "v/2026.11.0/index.html").write_text("x")
    (site / "versions.html").write_text("x")
    changed = {p for p, digest in manifest.digests(site).items() if before.get(p) != digest}
    assert changed == {"chapters/regulation.html", "v/2026.11.0/index.html", "versions.html"}


def like(**parts):
    """Return a manifest that would do, but for the parts that are given."""
    number = {"value": 1, "text": "1", "tables": [], "sha256": "0"}
    usual = {kind: {} for kind in manifest.KINDS} | {"numbers": {"a.b": number}}
    usual |= {"format": 1, "version": "1", "date": "2", "inputs": {}, "tools": {}}
    return json.dumps({k: v for k, v in (usual | parts).items() if v is not None})


BROKEN = {
    "missing": None,
    "empty": "",
    "a list": "[]",
    "half": "{",
    "a number": "1",
    "nothing else": '{"format": 1}',
    "no numbers": like(numbers=None),
    "no inputs": like(inputs=None),
    "no tools": like(tools=None),
    "pages in a list": like(pages=[]),
    "a digest that is a number": like(files={"a": 1}),
    "a number that is a string": like(numbers={"a.b": "40"}),
    "a number without tables": like(numbers={"a.b": {"value": 1, "text": "1", "sha256": "0"}}),
    "inputs that are flat": like(inputs={"data": "d"}),
    "a tool that is a list": like(tools={"python": [3, 11]}),
    "more than a manifest has": like(more={}),
    "another format": like(format=99),
    "a truth for the format": like(format=True),
    "a name twice": '{"format": 1, ' + like()[1:],
    "nested deeply": "[" * 100_000,
    "nested in a part": like(tools=7).replace("7", '{"a":' * 900 + "1" + "}" * 900),
    "too many digits": like(date=7).replace("7", "9" * 5000),
}


def test_what_is_like_a_manifest_would_do(tmp_path):
    (tmp_path / manifest.NAME).write_text(like())
    assert manifest.read(tmp_path / manifest.NAME)["version"] == "1"


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_missing_or_broken_manifest_is_one_line(tmp_path, content):
    path = tmp_path / manifest.NAME
    if content is not None:
        path.write_text(content)
    with pytest.raises(manifest.BadManifest, match="is no manifest of a site") as stopped:
        manifest.read(path)
    assert "\n" not in str(stopped.value)


def test_a_manifest_larger_than_any_is_not_read(tmp_path):
    with (tmp_path / manifest.NAME).open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(manifest.BadManifest, match="is larger than"):
        manifest.read(tmp_path / manifest.NAME)
