"""The printed examples of loading the data work on the data as they are published."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest

from biometrics_china import provenance, tables
from biometrics_china.publishing import backmatter

ROOT = Path(__file__).parents[2]
CODEBOOK = (ROOT / "chapters/reference/codebook.md").read_text(encoding="utf-8")


def example(library: str) -> str:
    """Return the printed example of one library (or of R)."""
    blocks = re.findall(r"^```(?:python|r)\n(.*?)^```$", CODEBOOK, re.M | re.S)
    (code,) = (b for b in blocks if {"R": "read.csv("}.get(library, f"import {library} ") in b)
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
    """Return what each example prints: read instruments by jurisdiction."""
    read = provenance.read_rows("instruments")
    return {str(k): int(n) for k, n in read["jurisdiction"].value_counts().items()}


def run(folder: Path, command: list[str], **env: str) -> str:
    """Return what a command prints, run where the data are; fail for its warnings too."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, **env}
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_the_python_examples_print_what_the_book_counts(folder, library):
    printed = run(folder, [sys.executable, "-I", "-c", example(library)])
    found = re.findall(r"'?(\w+)'?(?:: |\s+)(\d+)(?:$|[,}])", printed, re.M)
    assert {k: int(n) for k, n in found if k != "dtype"} == expected()


def cells(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Return name of table → its rows as written."""
    described = json.loads((folder / "data/datapackage.json").read_text(encoding="utf-8"))
    return {
        t["name"]: list(
            csv.DictReader(io.StringIO((folder / "data" / t["path"]).read_text(encoding="utf-8")))
        )
        for t in described["resources"]
    }


def loader(library: str, folder: Path) -> Any:
    """Return the function `load` of a printed example, with its data in `folder`."""
    code = example(library).replace('Path("data")', f"Path({str(folder / 'data')!r})")
    names: dict[str, Any] = {}
    exec(code, names)
    return names["load"]


def test_the_examples_read_every_table_whole_and_with_the_types_of_its_fields(folder):
    as_pandas, as_polars = loader("pandas", folder), loader("polars", folder)
    kinds = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}
    described = json.loads((folder / "data/datapackage.json").read_text(encoding="utf-8"))
    fields = {t["name"]: t["schema"]["fields"] for t in described["resources"]}
    for name, rows in cells(folder).items():
        one, two = as_pandas(name), as_polars(name)
        types = {f["name"]: kinds.get(f["type"], "string") for f in fields[name]}
        assert {c: str(t) for c, t in one.dtypes.items()} == types, name
        schema = {f["name"]: kinds.get(f["type"], "String").title() for f in fields[name]}
        assert {c: str(t) for c, t in two.schema.items()} == schema, name
        for column in types:
            empty = [row[column] == "" for row in rows]
            assert one[column].isna().tolist() == two[column].is_null().to_list() == empty, name


def test_defaults_read_every_table_or_stop_where_the_page_says(folder):
    refused, lost = set(), set()
    for name, rows in cells(folder).items():
        path = folder / "data" / tables.package().table(name).path
        frame = pd.read_csv(path)
        lost |= {
            (name, c, row[c])
            for c in frame
            for row, gone in zip(rows, frame[c].isna(), strict=True)
            if gone and row[c]
        }
        assert len(pl.read_csv(path, infer_schema_length=None)) == len(rows)
        try:
            assert len(pl.read_csv(path)) == len(rows)
        except pl.exceptions.ComputeError:
            refused.add(name)
    assert refused == {"provisions"}
    assert "infer_schema_length=None" in CODEBOOK
    assert lost == set(), "pandas takes these words for a gap: say it in other words"


def test_the_r_example_names_files_and_fields_that_are_there(folder):
    code = example("R")
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
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_the_r_example_prints_what_the_book_counts_under_any_locale(folder, locale):
    (folder / "example.R").write_text(example("R"), encoding="utf-8")
    printed = run(folder, ["Rscript", "--vanilla", "example.R"], LC_ALL=locale)
    names, counts = (line.split() for line in printed.splitlines() if line.strip())
    assert dict(zip(names, map(int, counts), strict=True)) == expected()


@pytest.mark.skipif(not shutil.which("Rscript"), reason="no R here")
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_r_reads_every_table_whole_under_any_locale(folder, locale):
    function = re.search(r"load_table <- function.*?^}$", example("R"), re.M | re.S)[0]
    paths = {t.name: t.path for t in tables.package().tables}
    lines = [f'cat("{n}", nrow(load_table("{p}")), "\\n")' for n, p in paths.items()]
    code = "\n".join(['data <- "data"', function, *lines])
    (folder / "every.R").write_text(code, encoding="utf-8")
    printed = run(folder, ["Rscript", "--vanilla", "every.R"], LC_ALL=locale)
    found = {n: int(count) for n, count in (line.split() for line in printed.splitlines())}
    assert found == {name: len(rows) for name, rows in cells(folder).items()}


def test_the_page_says_how_excel_reads_the_files():
    for words in ("Data › From Text/CSV", "65001: Unicode (UTF-8)", "Do not detect data types"):
        assert words in CODEBOOK
