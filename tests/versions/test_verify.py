"""``verify``: identical, or what differs and why; each kind of difference is planted once."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tarfile

import pytest
import sites

from biometrics_china import place
from biometrics_china.versions import rebuild

INSTRUMENTS = "data/regulation/instruments.csv"
D_DATA = {"data": {INSTRUMENTS: "d9"}}
PASSAGES = "src/biometrics_china/analysis/regulation/passages.py"


def test_an_equal_site_is_identical(run, tmp_path, fresh):
    status, lines = run(sites.write(tmp_path / "copy"), fresh)
    assert lines == ["identical: 4 pages, 1 figure, 2 tables, 2 numbers"]
    assert status == 0


def test_a_page_edited_by_hand_is_named_twice_with_its_place(run, tmp_path, fresh):
    copy = sites.write(tmp_path / "copy")
    page = copy / "chapters/regulation.html"
    page.write_text(page.read_text().replace("40 rules", "41 rules"))
    status, lines = run(copy, fresh)
    assert status == 1
    assert lines == [
        "edited: chapters/regulation.html: is not what the manifest of this copy says",
        "chapters/regulation.html: line 2: '41 rules.</p>\\n' → '40 rules.</p>\\n' (bytes only)",
        "different: 1 from the fresh build (bytes only 1), 1 from what this copy says of itself",
    ]


def test_a_page_and_its_manifest_edited_by_hand_still_differ(run, tmp_path, fresh):
    copy = sites.write(tmp_path / "copy", files={"index.html": "<p>Other</p>\n"})
    status, lines = run(copy, fresh)
    assert status == 1
    assert lines[0].startswith("index.html: line 1:")
    assert lines[0].endswith("(bytes only)")
    assert not [line for line in lines if line.startswith("edited")]


def test_a_file_that_is_missing_or_too_many_is_named(run, tmp_path, fresh):
    copy = sites.write(tmp_path / "copy")
    (copy / "exhibits/fig-regulation-timeline.svg").unlink()
    (copy / "chapters/more.html").write_text("x")
    status, lines = run(copy, fresh)
    assert status == 1
    assert "edited: chapters/more.html: is there and not in the manifest of this copy" in lines
    missing = "exhibits/fig-regulation-timeline.svg: "
    assert f"edited: {missing}is in the manifest of this copy and not there" in lines
    assert f"{missing}only in the fresh build (bytes only)" in lines
    assert "chapters/more.html: not in the fresh build (bytes only)" in lines


def test_a_changed_row_is_named_with_what_it_moved_and_data_are_the_cause(run, tmp_path, fresh):
    copy = sites.write(
        tmp_path / "copy",
        files={
            INSTRUMENTS: "id,title,date\ncn-a,A,2010\ncn-c,C,2021\n",
            "exhibits/fig-regulation-timeline.svg": "<svg>2010</svg>\n",
            "exhibits/tab-regulation-local.csv": "id\ny\n",
        },
        numbers={"regulation.n_rules": {"value": 39, "text": "39", "tables": ["instruments"]}},
        inputs=D_DATA,
    )
    status, lines = run(copy, fresh)
    assert status == 1
    assert lines[:-1] == [
        "number regulation.n_rules: 39 → 40 (data)",
        "row instruments/cn-b: only in the fresh build (data)",
        "row instruments/cn-c: not in the fresh build (data)",
        "row instruments/cn-a: date: 2010 → 2009 (data)",
        "exhibits/tab-regulation-local.csv: line 2: 'y\\n' → 'x\\n' (data)",
        "figure fig-regulation-timeline: svg differ (data)",
        f'manifest inputs/data/{INSTRUMENTS}: "d9" → "d1" (data)',
    ]


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ({"inputs": D_DATA}, "data"),
        ({"inputs": {"code": {PASSAGES: "p9"}}}, "code"),
        ({"tools": {"pandas": "3.2.0"}}, "tool versions"),
        ({"inputs": {"lock": {"requirements.txt": "l9"}}}, "tool versions"),
        ({}, "bytes only"),
        (
            {"inputs": {"code": {PASSAGES: "p9"}}, "tools": {"python": "3.12.1"}},
            "code, tool versions",
        ),
    ],
)
def test_the_cause_is_what_changed_among_the_inputs(run, tmp_path, fresh, given, cause):
    figure = {"exhibits/fig-regulation-timeline.svg": "<svg>2</svg>\n"}
    _, lines = run(sites.write(tmp_path / "copy", files=figure, **given), fresh)
    assert f"figure fig-regulation-timeline: svg differ ({cause})" in lines


def test_a_number_is_not_put_down_to_tables_and_chapters_it_does_not_use(run, tmp_path, fresh):
    copy = sites.write(
        tmp_path / "copy",
        files={"chapters/regulation.html": "<p>Rewritten.</p>\n"},
        numbers={
            "trafficking.n_cases": {"value": 4, "text": "4", "tables": ["trafficking_counts"]}
        },
        inputs={
            "data": {INSTRUMENTS: "d9", "data/trafficking/trafficking_counts.csv": "d9"},
            "code": {PASSAGES: "p9"},
            "text": {"chapters/regulation.ipynb": "t9"},
        },
    )
    _, lines = run(copy, fresh)
    assert lines[0] == "number trafficking.n_cases: 4 → 3 (data)"
    assert lines[1].startswith("chapters/regulation.html: ")
    assert lines[1].endswith("(data, code, text)")


def test_the_same_rows_in_other_bytes_and_a_table_that_cannot_be_read(run, tmp_path, fresh):
    quoted = sites.FILES[INSTRUMENTS].replace("cn-a,A", 'cn-a,"A"')
    _, lines = run(sites.write(tmp_path / "a", files={INSTRUMENTS: quoted}), fresh)
    assert lines[0] == f"{INSTRUMENTS}: the same rows in other bytes (bytes only)"
    _, lines = run(sites.write(tmp_path / "b", files={INSTRUMENTS: "no id\n1\n"}), fresh)
    assert lines[0].startswith(f"{INSTRUMENTS}: cannot be read as a table")


def test_many_differences_are_counted_and_not_all_printed(run, tmp_path, fresh):
    extra = {f"chapters/p{n:02}.html": "x" for n in range(50)}
    _, lines = run(sites.write(tmp_path / "copy", files=extra), fresh)
    assert "… and 10 more pages" in lines
    assert lines[-1].startswith("different: 50 from the fresh build")


def packed(site, tmp_path, kind):
    if kind == "zip":
        return shutil.make_archive(str(tmp_path / "site"), "zip", site)
    with tarfile.open(path := tmp_path / "book-2026.11.0.tar.gz", "w:gz") as out:
        out.add(site, "book-2026.11.0/site")
    return path


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_archives_of_a_site_are_read(run, tmp_path, fresh, kind):
    status, lines = run(packed(sites.write(tmp_path / "copy"), tmp_path, kind), fresh)
    assert (status, lines[0].split(":")[0]) == (0, "identical")


def test_a_release_folder_with_a_packed_site_and_its_manifest_beside_it_is_read(
    run, tmp_path, fresh
):
    site = sites.write(tmp_path / "copy")
    release = tmp_path / "dist/2026.11.0"
    release.mkdir(parents=True)
    (site / "manifest.json").rename(release / "manifest.json")
    shutil.make_archive(str(release / "site"), "zip", site)
    status, lines = run(release, fresh)
    assert (status, lines[0].split(":")[0]) == (0, "identical")


SUMMED = {
    "edited: book.pdf: is not what SHA256SUMS says": lambda f: (f / "book.pdf").write_text("y"),
    "edited: book.pdf: is in SHA256SUMS and not there": lambda f: (f / "book.pdf").unlink(),
    "edited: evil.exe: is there and not in SHA256SUMS": lambda f: (f / "evil.exe").touch(),
    "edited: SHA256SUMS: is no list of sha256sum": lambda f: (f / "SHA256SUMS").write_text("x"),
}


@pytest.mark.parametrize("said", [None, *SUMMED])
def test_the_files_of_a_release_are_compared_with_its_sums(run, tmp_path, fresh, said):
    folder = tmp_path / "release"
    sites.write(folder / "site")
    (folder / "book.pdf").write_text("x")
    digest = hashlib.sha256(b"x").hexdigest()
    (folder / "SHA256SUMS").write_text(f"{digest}  book.pdf\n")
    if said:
        SUMMED[said](folder)
    status, lines = run(folder, fresh)
    assert status == bool(said)
    assert [line for line in lines if line.startswith("edited")][:1] == [said] * bool(said)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone", None, "does not exist; a built site or a release is right"),
        ("empty", {}, "holds no site; a folder or archive with an index.html is right"),
        (
            "bare",
            {"index.html": "x"},
            "the site has no manifest.json; nothing says what it should be",
        ),
        ("x.zip", "broken", "cannot be unpacked"),
        ("x.txt", "text", "is no archive; one of .zip"),
    ],
)
def test_what_cannot_be_verified_is_one_line_and_status_2(
    run, tmp_path, fresh, name, content, said
):
    path = tmp_path / name
    if isinstance(content, str):
        path.write_text(content)
    elif content is not None:
        path.mkdir()
        for file, text in content.items():
            (path / file).write_text(text)
    status, lines = run(path, fresh)
    assert status == 2
    assert len(lines) == 1
    assert said in lines[0]
    assert lines[0].startswith("error: ")


REBUILT = [
    "note: the fresh build was made from the source that came with this copy",
    "identical: 4 pages, 1 figure, 2 tables, 2 numbers",
]


def release(tmp_path, recipe):
    """Return a release: its site, and its source, whose `make book` runs a recipe."""
    folder = tmp_path / "dist/2026.11.0"
    sites.write(folder / "site")
    top = tmp_path / "book-2026.11.0"
    sites.write(top / "stored")
    (top / "Makefile").write_text(f"book:\n\t{recipe}\n")
    with tarfile.open(folder / "source.tar.gz", "w:gz") as out:
        out.add(top, top.name)
    return folder


def test_a_release_is_rebuilt_from_the_source_it_came_with(run, tmp_path):
    folder = release(tmp_path, "mkdir -p _build && cp -r stored _build/html")
    assert run(folder) == (0, REBUILT)
    assert run(folder, sites.write(tmp_path / "fresh")) == (0, REBUILT[1:])
    (folder / "site/index.html").write_text("x")
    assert run(folder)[0] == 1


def test_the_archive_of_the_source_goes_before_a_folder_somebody_worked_in(run, tmp_path):
    folder = release(tmp_path, "mkdir -p _build && cp -r stored _build/html")
    package = folder / "source/.venv/a/package"
    package.mkdir(parents=True)
    for top in (package, folder / "source"):
        (top / "Makefile").write_text("book:\n\t@exit 3\n")
    assert run(folder) == (0, REBUILT)


@pytest.mark.parametrize(
    ("recipe", "said"),
    [
        ("@echo data: bad row >&2; exit 3", "make book stopped: data: bad row / make:"),
        ("@true", "make book wrote no _build/html/index.html"),
    ],
)
def test_a_rebuild_that_fails_says_where_in_one_line(run, tmp_path, recipe, said, monkeypatch):
    monkeypatch.setenv("MAKELEVEL", "1")  # as when the tests themselves are run by make
    status, lines = run(release(tmp_path, recipe))
    assert (status, len(lines)) == (2, 1)
    assert said in lines[0]


def test_the_environment_serves_again_only_for_the_same_lock(tmp_path, monkeypatch):
    venv, source = tmp_path / "a folder/venv", tmp_path / "scratch/source"
    monkeypatch.setattr(sys, "prefix", str(venv))
    for folder in (venv, source):
        folder.mkdir(parents=True)
    (venv / ".ready").touch()
    lock = (place.root() / "requirements.txt").read_text(encoding="utf-8")
    (source / "requirements.txt").write_text(lock, encoding="utf-8")
    found = rebuild._environment_for(source)
    assert found is not None
    assert found.resolve() == venv.resolve()
    (source / "requirements.txt").write_text(f"{lock}#", encoding="utf-8")
    assert rebuild._environment_for(source) is None
