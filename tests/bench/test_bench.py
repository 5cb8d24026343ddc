"""What is measured is what is said; how long it takes is no test."""

from __future__ import annotations

import csv
import json
import sys

import pytest
import yaml

from biometrics_china import tables, validation
from biometrics_china.bench import books, measuring, run, tools
from biometrics_china.bench.measuring import Tool
from biometrics_china.building import inputs
from biometrics_china.building.inputs import Failed
from biometrics_china.publishing import notebooks

ROOT = inputs.root()


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    return books.stock(ROOT, tmp_path_factory.mktemp("stock"))


def cells(path, kind):
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(c["source"]) for c in found if c["cell_type"] == kind]


def test_stock_tools_run_the_same_cells(stock):
    for path in notebooks.chapter_paths(ROOT):
        assert cells(stock / "chapters" / path.name, "code") == cells(path, "code")


def test_stock_tools_get_no_output_that_they_could_pass_on(stock):
    for path in notebooks.chapter_paths(stock):
        found = json.loads(path.read_text(encoding="utf-8"))["cells"]
        assert not any(cell["outputs"] for cell in found if cell["cell_type"] == "code")


def test_a_tool_that_did_not_run_the_chapters_is_found_out(tmp_path):
    lines = books.printed(ROOT)
    assert len(lines) > 20
    assert all(line.startswith("Table ") for line in lines)
    tool = Tool("some", "1", tmp_path, (), pages="site", shows=("Table 1. A & B", "Table 2. C"))
    (tmp_path / "site/a").mkdir(parents=True)
    (tmp_path / "site/a/one.html").write_text("<pre>Table 1. A &amp; B</pre>", encoding="utf-8")
    with pytest.raises(Failed, match="some shows nowhere 'Table 2"):
        tool.must_show()
    (tmp_path / "site/two.html").write_text("<pre>Table 2. C\n</pre>", encoding="utf-8")
    tool.must_show()


def test_what_is_compared_is_one_work(tmp_path):
    one, other = (Tool(name, "1", tmp_path / name, (), pages="html") for name in ("one", "other"))
    for tool in (one, other):
        (tool.folder / "html").mkdir(parents=True)
        (tool.folder / "html/a.html").write_text("same", encoding="utf-8")
    run.must_be_equal(one, other)
    (other.folder / "html/b.html").write_text("more", encoding="utf-8")
    with pytest.raises(Failed, match="one and other differ in html/b"):
        run.must_be_equal(one, other)


def test_stock_tools_meet_no_role_and_no_directive_of_ours(stock):
    for path in notebooks.chapter_paths(stock):
        words = "\n".join(cells(path, "markdown"))
        assert "{num}" not in words
        assert "```{" not in words
    contents = yaml.safe_load((stock / "_toc.yml").read_text(encoding="utf-8"))
    named = {contents["root"], *(chapter["file"] for chapter in contents["chapters"])}
    assert named == {f"chapters/{path.stem}" for path in notebooks.chapter_paths(ROOT)}


@pytest.mark.parametrize("make", [books.whole, books.stock])
def test_grown_chapters_stand_in_the_contents(tmp_path, make):
    copy = make(ROOT, tmp_path)
    before = len(notebooks.chapter_paths(ROOT))
    books.grow_chapters(copy, 3)
    assert len(notebooks.chapter_paths(copy)) == 1 + 3 * (before - 1)
    contents = (copy / "_toc.yml").read_text(encoding="utf-8")
    assert contents.count("chapters/methods-") == 2
    assert "chapters/index-" not in contents


def test_grown_rows_are_good_data(tmp_path):
    copy = books.whole(ROOT, tmp_path)
    books.grow_rows(copy, 3)
    sheets = validation.check(copy / "data").sheets
    for name in books.GROWN:
        assert len(sheets[name].rows) == 3 * len(tables.load(name))
    assert len(sheets["licences"].rows) == len(tables.load("licences"))


def test_a_row_changes_and_changes_back(tmp_path):
    copy = books.whole(ROOT, tmp_path)
    before = inputs.digests(copy)
    books.change_row(copy)
    after = inputs.digests(copy)
    moved = {name for name in before if before[name] != after[name]}
    assert moved == {"data/europe_measures/licences.csv"}
    books.change_row(copy)
    assert inputs.digests(copy) == before


def a_tool(folder, code):
    return Tool("some", "1", folder, (sys.executable, "-c", code))


def test_a_run_is_timed_with_the_memory_of_its_children(tmp_path):
    child = "x = bytearray(80_000_000); import time; time.sleep(1)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    seconds, peak = measuring.timed(a_tool(tmp_path, code))
    assert seconds > 1  # it sleeps as long
    assert peak > 76


def test_a_failing_run_is_named_with_what_it_said(tmp_path):
    with pytest.raises(Failed, match="some failed: an error came"):
        measuring.timed(
            a_tool(tmp_path, "print('an error came'); print('bye'); raise SystemExit(3)")
        )
    with pytest.raises(Failed, match="some failed: without a word"):
        measuring.timed(a_tool(tmp_path, "raise SystemExit(3)"))


def test_a_round_of_the_book_is_cold_unchanged_and_with_a_row_changed(tmp_path, monkeypatch):
    copy = books.whole(ROOT, tmp_path)
    (copy / "_build").mkdir()
    seen = []

    def timed(_):
        row = (copy / "data/europe_measures/licences.csv").read_text(encoding="utf-8")
        seen.append(((copy / "_build").exists(), ",568," in row))
        (copy / "_build").mkdir(exist_ok=True)
        return 1.234, 99.6

    monkeypatch.setattr(run, "timed", timed)
    rows = list(run.measure(tools.book_tool(copy), 2, lambda _: None))
    # the last run leaves the site as it was, and is no measurement
    assert seen == [(False, True), (True, True), (True, False), (True, True)]
    assert [row["task"] for row in rows] == ["cold", "unchanged", "row"]
    assert {(row["round"], row["seconds"], row["peak_mib"]) for row in rows} == {(2, 1.23, 100)}


def test_the_table_is_what_the_codebook_says(tmp_path):
    path = tmp_path / "timings.csv"
    run.write(path, [{"tool": "book", "task": "cold", "seconds": 1.5}])
    with path.open(encoding="utf-8") as file:
        head, row = csv.reader(file)
    described = tables.package().table("timings")
    assert tuple(head) == described.columns
    assert dict(zip(head, row, strict=True))["machine"] == measuring.machine()
    assert set(tables.load("timings")["tool"]) <= set(tables.vocabulary("build_tool"))
    assert [p.name for p in tmp_path.iterdir()] == ["timings.csv"]
