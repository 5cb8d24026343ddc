"""The printed examples of loading the data work on the data as they are published."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from biometrics_china import provenance
from biometrics_china.publishing import backmatter

ROOT = Path(__file__).parents[2]
CODEBOOK = (ROOT / "chapters/reference/codebook.md").read_text(encoding="utf-8")


def example(language: str) -> str:
    """Return the printed example in one language."""
    (code,) = re.findall(rf"^```{language}\n(.*?)^```$", CODEBOOK, re.M | re.S)
    return code


@pytest.fixture
def folder(tmp_path):
    """Return a folder that holds `data` as a release does, and nothing else."""
    for path, data in backmatter.published_data().items():
        place = tmp_path / "data" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return tmp_path


def expected() -> dict[str, int]:
    """Return what both examples print: read instruments by jurisdiction."""
    read = provenance.read_rows("instruments")
    return {str(k): int(n) for k, n in read["jurisdiction"].value_counts().items()}


def test_the_pandas_example_prints_what_the_book_counts(folder):
    done = subprocess.run(
        [sys.executable, "-I", "-c", example("python")],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    found = dict(re.findall(r"^(\w+)\s+(\d+)$", done.stdout, re.M))
    assert {k: int(n) for k, n in found.items()} == expected()


def test_the_pandas_example_reads_a_date_as_a_text_in_every_table(folder):
    asks = (
        "for name, table in tables.items():\n"
        "    kinds = {f['name']: f['type'] for f in table['schema']['fields']}\n"
        "    frame = load(name).convert_dtypes()\n"
        "    for column in frame.columns[frame.notna().any()]:\n"
        "        print(kinds[column], str(frame[column].dtype))\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", example("python") + asks],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    pairs = {tuple(line.split()) for line in done.stdout.splitlines() if line.count(" ") == 1}
    texts = {pair for pair in pairs if pair[0] in ("string", "list", "date")}
    assert texts == {("string", "string"), ("list", "string"), ("date", "string")}


def test_the_r_example_names_files_and_fields_that_are_there(folder):
    code = example("r")
    heads = {}
    for variable, path in re.findall(r'(\w+) <- load_table\("([^"]+)"\)', code):
        text = (folder / "data" / path).read_text(encoding="utf-8")
        heads[variable] = next(csv.reader(io.StringIO(text)))
    assert set(heads) == {"instruments", "sources"}
    used = re.findall(r"(\w+)\$(\w+)", code)
    assert ("instruments", "verification") in used
    for variable, field in used:
        assert field in heads.get(variable, heads["instruments"])
    by_x, by_y = re.search(r'by\.x = "(\w+)", by\.y = "(\w+)"', code).groups()
    assert by_x in heads["instruments"]
    assert by_y in heads["sources"]


@pytest.mark.skipif(not shutil.which("Rscript"), reason="no R here")
def test_the_r_example_prints_what_the_book_counts(folder):
    (folder / "example.R").write_text(example("r"), encoding="utf-8")
    done = subprocess.run(
        ["Rscript", "--vanilla", "example.R"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    names, counts = (line.split() for line in done.stdout.splitlines() if line.strip())
    assert dict(zip(names, map(int, counts), strict=True)) == expected()
