"""Whoever changes a copy is found out, whatever was changed and however it is hidden."""

from __future__ import annotations

import io
import json
import os
import shutil
import tarfile
import zipfile

import pytest
import sites
import small_books

from biometrics_china.__main__ import main
from biometrics_china.validation import InvalidData
from biometrics_china.validation.model import Problem
from biometrics_china.versions import assemble, impact, manifest, marks, own, snapshot

FORGED = "\nidentical: 4 pages, 1 figure, 2 tables, 2 numbers"


def in_marks(path):
    path.write_bytes(path.read_bytes() + marks.marked("<script>evil()</script>").encode())


HIDDEN = {
    "a script between marks": lambda site: in_marks(site / "chapters/regulation.html"),
    "a page of marks": lambda site: in_marks(new(site / "chapters/evil.html")),
    "a page among other versions": lambda site: new(site / "v/evil.html", "evil"),
    "a whole other version": lambda site: new(site / "v/2027.1.0/index.html", "evil"),
    "a list of versions": lambda site: new(site / "versions.html", "evil"),
    "a style of versions": lambda site: new(site / "versions.css", "evil"),
    "a list of versions as data": lambda site: new(site / "versions.json", "{}"),
    "a hidden file": lambda site: new(site / ".evil", "evil"),
    "a pipe": lambda site: os.mkfifo(site / "evil"),
    "a pipe among other versions": lambda site: os.mkfifo(new(site / "v/x").with_name("evil")),
    "a link to a file": lambda site: (site / "evil.html").symlink_to("index.html"),
    "a link to a folder": lambda site: (site / "evil").symlink_to("/etc"),
    "a link to nothing": lambda site: (site / "evil").symlink_to("gone"),
    "an empty folder": lambda site: (site / "evil").mkdir(),
    "a name in other letters": lambda site: new(site / "Chapters/evil.HTML", "evil"),
    "a page that is a link": lambda site: swap(site / "chapters/index.html"),
}


def new(path, text=""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def swap(path):
    kept = path.rename(path.parents[2] / "elsewhere")
    path.symlink_to(kept)


@pytest.mark.parametrize("hide", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("in_manifest", [False, True], ids=["alone", "and in the manifest"])
def test_whatever_was_added_to_a_site_is_named(run, tmp_path, fresh, hide, in_manifest):
    site = sites.write(tmp_path / "copy")
    hide(site)
    if in_manifest:
        sites.write(site, files=dict.fromkeys(sites.FILES))
    status, lines = run(site, fresh)
    assert status == 1
    assert any(name in line for line in lines[:-1] for name in ("evil", "chapters/", "v/", "vers"))


NUMBER = sites.NUMBERS["regulation.n_rules"]
FORGERIES = {
    "number regulation.n_rules": lambda m: m["numbers"]["regulation.n_rules"].update(
        value=41, text="41"
    ),
    "number trafficking.n_cases": lambda m: m["numbers"]["trafficking.n_cases"].update(value=3.5),
    "number regulation.n_rules: its": lambda m: m["numbers"]["regulation.n_rules"].update(
        tables=[]
    ),
    "number trafficking.n_cases: 3 → not": lambda m: m["numbers"].update(
        {"trafficking.n_cases": m["numbers"].pop("trafficking.n_cases") | {"sha256": "f" * 64}}
    ),
    "number regulation.n_more": lambda m: m["numbers"].update(
        {"regulation.n_more": NUMBER | {"sha256": ""}}
    ),
    "manifest inputs/data/data/evil.csv": lambda m: m["inputs"]["data"].update(
        {"data/evil.csv": "d"}
    ),
    "manifest inputs/lock/requirements.txt": lambda m: m["inputs"]["lock"].clear(),
    "manifest inputs/evil": lambda m: m["inputs"].update(evil={}),
    "manifest tools/pandas": lambda m: m["tools"].update(pandas="9.9.9"),
    "manifest version": lambda m: m.update(version="2027.1.0"),
    "manifest date": lambda m: m.update(date="2020-01-01"),
    "edited: index.html": lambda m: m["files"].update({"index.html": m["pages"].pop("index.html")}),
    "edited: evil.html": lambda m: m["pages"].update({"evil.html": "0" * 64}),
}


@pytest.mark.parametrize(("named", "change"), FORGERIES.items(), ids=FORGERIES)
def test_a_manifest_is_compared_whole(run, tmp_path, fresh, named, change):
    site = sites.write(tmp_path / "copy")
    listed = json.loads((site / manifest.NAME).read_text())
    change(listed)
    (site / manifest.NAME).write_text(json.dumps(listed))
    status, lines = run(site, fresh)
    assert status == 1
    assert [line for line in lines if line.startswith(named.partition(": 3")[0])]


REWRITTEN = {
    "indented": lambda text: json.dumps(json.loads(text), indent=1),
    "on one line": lambda text: json.dumps(json.loads(text)),
    "in another order": lambda text: snapshot.dumped(dict(sorted(json.loads(text).items()))),
    "numbers in another order": lambda text: snapshot.dumped(
        (m := json.loads(text)) | {"numbers": dict(reversed(m["numbers"].items()))}
    ),
    "with other line ends": lambda text: text.replace("\n", "\r\n"),
    "without its last line end": lambda text: text.rstrip("\n"),
    "with more line ends": lambda text: f"{text}\n",
    "with a letter as an escape": lambda text: text.replace('"pages"', '"p\\u0061ges"'),
}


@pytest.mark.parametrize("python", ["3.11.7", "3.14.0"])
@pytest.mark.parametrize("rewrite", REWRITTEN.values(), ids=REWRITTEN)
def test_a_manifest_that_says_the_same_in_other_bytes_differs(
    run, tmp_path, fresh, rewrite, python
):
    path = sites.write(tmp_path / "copy", tools={"python": python}) / manifest.NAME
    written = rewrite(path.read_text(encoding="utf-8"))
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    status, lines = run(path.parent, fresh)
    assert status == 1
    assert lines[-2].startswith("manifest.json: ")
    assert lines[-2].endswith(" (bytes only)")
    assert lines[-1].startswith("different: 1 from the fresh build")


def test_another_python_alone_is_named_and_no_difference(run, tmp_path, fresh):
    status, lines = run(sites.write(tmp_path / "copy", tools={"python": "3.14.0"}), fresh)
    assert status == 0
    assert lines[0] == "note: this copy names Python 3.14.0, the fresh build used 3.11.7"


def test_another_manifest_beside_the_site_is_refused(run, tmp_path, fresh):
    sites.write(tmp_path / "release/site")
    (tmp_path / "release/manifest.json").write_text("{}")
    status, lines = run(tmp_path / "release", fresh)
    assert (status, len(lines)) == (2, 1)
    assert "is another manifest than that of the site" in lines[0]


def test_a_source_within_the_site_is_not_run(tmp_path, fresh, capsys, monkeypatch):
    site = sites.write(tmp_path / "copy")
    new(site / "source/Makefile", "book:\n\tmkdir -p _build && cp -r .. _build/html\n")
    sites.write(site, files=dict.fromkeys(sites.FILES))
    asked = []
    monkeypatch.setattr(
        "biometrics_china.versions.rebuild.site_of", lambda s, *_, **__: asked.append(s) or fresh
    )
    assert main(["verify", str(site)]) == 1
    assert "source/Makefile: not in the fresh build" in capsys.readouterr().out
    assert not asked[0].is_relative_to(site)


ODD = ["a" + FORGED, "\x1b[2Ja", "a\u202eb", "a\u2028b", "identical: 4 pages", "a\udcffb"]


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_nothing_of_a_foreign_name_or_value_is_printed_raw(run, tmp_path, fresh, odd):
    site = sites.write(
        tmp_path / "copy",
        files={"data/regulation/instruments.csv": f'id,title,date\n"{plain(odd)}",A,2009\n'},
        numbers={"regulation.n_rules": {"value": 1, "text": plain(odd), "tables": []}},
        tools={"python": plain(odd), "pandas": plain(odd), plain(odd): "1"},
    )
    (site / os.fsdecode(odd.encode(errors="surrogateescape"))).write_text("evil")
    status, lines = run(site, fresh)
    assert status == 1
    assert len(lines) == len([line for line in lines if not line.startswith("identical")])
    assert any("evil" in line or "not in the manifest" in line for line in lines)


def plain(odd):
    return odd.replace("\udcff", "?")


def test_a_name_given_by_hand_and_a_broken_manifest_are_not_printed_raw(run, tmp_path, fresh):
    assert run(f"{tmp_path}/gone{FORGED}", fresh)[0] == 2
    site = sites.write(tmp_path / f"copy{FORGED}")
    (site / manifest.NAME).write_text(json.dumps({"format": f"\x1b[2J{FORGED}"}))
    status, lines = run(site, fresh)
    assert (status, len(lines)) == (2, 1)


def test_a_terminal_without_arrows_is_told_all_the_same(tmp_path, fresh, monkeypatch):
    site = sites.write(tmp_path / "copy", tools={"pandas": "熊猫"})
    screen = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr("sys.stdout", screen)
    assert main(["verify", str(site), "--against", str(fresh)]) == 1
    screen.flush()
    assert b"\\u718a\\u732b" in screen.buffer.getvalue()


@pytest.mark.parametrize("given", [["impact", "HEAD"], ["changes", "2026.12.0"], ["snapshot"]])
def test_bad_data_are_a_line_for_each_problem_and_status_2(monkeypatch, capsys, given):
    def bad(*_):
        raise InvalidData([Problem("claims.csv", "is empty", 1), Problem("x.csv", "is gone")])

    monkeypatch.setattr(snapshot, "take", bad)
    monkeypatch.setattr(impact, "of_commit", lambda _: {})
    assert main(given) == 2
    assert capsys.readouterr() == ("", "claims.csv:1: is empty\nx.csv: is gone\n")


# ------------------------------------------------------------------------------ assembled sites

OLD, NEW = "v/2026.11.0", "v/2026.12.0"


@pytest.fixture(scope="module")
def assembled(books, tmp_path_factory):
    made = tmp_path_factory.mktemp("assembled")
    address = "https://example.org/book"
    assemble.assemble(books, made / "site", made / "s", moves=small_books.MOVES, address=address)
    return made / "site"


def between(path):
    """Put a false sentence before the first end of an addition."""
    page = path.read_bytes()
    assert marks.END.encode() in page
    path.write_bytes(page.replace(marks.END.encode(), b"<p>evil</p>" + marks.END.encode(), 1))


def change(path, old, new_text):
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new_text).encode())


TAMPERED = {
    "chapters/regulation.html": lambda s: between(s / "chapters/regulation.html"),
    "index.html": lambda s: in_marks(s / "index.html"),
    f"{OLD}/chapters/regulation.html": lambda s: between(s / OLD / "chapters/regulation.html"),
    f"{OLD}/register/body-a.html": lambda s: change(
        s / OLD / "register/body-a.html", "noindex", "index"
    ),
    f"{OLD}/chapters/essay.html": lambda s: change(s / OLD / "chapters/essay.html", "dropped", "x"),
    "chapters/index.html": lambda s: change(s / NEW / "chapters/index.html", "front", "x"),
    "chapters/partner_register.html": lambda s: change(
        s / "chapters/partner_register.html", "The reg", "A reg"
    ),
    "evil.html": lambda s: in_marks(new(s / "evil.html")),
    "v/evil.html": lambda s: new(s / "v/evil.html", "evil"),
    f"{OLD}/evil.html": lambda s: new(s / OLD / "evil.html", "evil"),
    f"{OLD}/chapters/evil.html": lambda s: in_marks(new(s / OLD / "chapters/evil.html")),
    "chapters/detention.html": lambda s: between(s / "chapters/detention.html"),
    "versions.html": lambda s: change(s / "versions.html", "as it was", "nearly as it was"),
    "versions.css": lambda s: change(s / "versions.css", "display: none", "display: block"),
    "versions.json": lambda s: change(s / "versions.json", "2026.11.0", "2026.10.0"),
    f"{OLD}/chapters/index.html": lambda s: change(
        s / "versions.json", "example.org", "example.com"
    ),
    "v/link": lambda s: (s / "v/link").symlink_to("/etc"),
    "v/pipe": lambda s: os.mkfifo(s / "v/pipe"),
    "manifest.json": lambda s: change(s / "manifest.json", '"40"', '"41"'),
}


@pytest.mark.parametrize(("named", "tamper"), TAMPERED.items(), ids=TAMPERED)
def test_additions_are_made_anew_and_compared(run, books, assembled, tmp_path, named, tamper):
    site = shutil.copytree(assembled, tmp_path / "site")
    tamper(site)
    status, lines = run(site, books / "2026.12.0/site")
    assert status == 1
    assert [line for line in lines if line.startswith(f"edited: {named}: ")], lines


def test_a_version_below_is_judged_by_what_lies_in_it(run, books, assembled, tmp_path):
    site = shutil.copytree(assembled, tmp_path / "site")
    between(site / NEW / "index.html")
    assert run(site / OLD, books / "2026.11.0/site")[0] == 0
    assert run(site / NEW, books / "2026.12.0/site")[0] == 1
    between(site / OLD / "chapters/index.html")
    assert run(site / OLD, books / "2026.11.0/site")[0] == 1


@pytest.mark.parametrize("text", ["", "[]", '{"moved": [], "address": ""}', "[" * 100_000])
def test_a_list_of_versions_that_is_none_is_one_line(run, books, assembled, tmp_path, text):
    site = shutil.copytree(assembled, tmp_path / "site")
    (site / "versions.json").write_text(text)
    status, lines = run(site, books / "2026.12.0/site")
    assert (status, len(lines)) == (2, 1)
    assert "is no list of versions" in lines[0]


# -------------------------------------------------------------------------------------- archives


def zipped(*entries):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for entry in entries:
            out.writestr(entry, "x")
    return ".zip", made.getvalue()


def zipped_link():
    entry = zipfile.ZipInfo("index.html")
    entry.external_attr = 0o120777 << 16
    return zipped(entry)


def tarred(name, kind=tarfile.REGTYPE, link=""):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as out:
        for path in ("index.html", name):
            entry = tarfile.TarInfo(path)
            entry.type, entry.linkname = (kind, link) if path == name else (tarfile.REGTYPE, "")
            out.addfile(entry)
    return ".tar.gz", made.getvalue()


def damaged(ending, content):
    return ending, content[: len(content) // 2] + b"\xff" * 20 + content[len(content) // 2 :]


ARCHIVES = {
    "absolute": zipped("/etc/evil"),
    "climbing": zipped("a/../../evil"),
    "climbing backwards": zipped("..\\evil"),
    "a drive": zipped("C:\\evil"),
    "a link": zipped_link(),
    "a line break": zipped("../a" + FORGED),
    "absolute in tar": tarred("/etc/evil"),
    "climbing in tar": tarred("../evil"),
    "twice in tar": tarred("index.html/"),
    "twice in other letters": zipped("index.html", "Index.HTML"),
    "twice in other code points": zipped("\u00e9.html", "e\u0301.html"),
    "a link that leads out": tarred("evil", tarfile.SYMTYPE, "/etc/passwd"),
    "a device": tarred("evil", tarfile.CHRTYPE),
    "a pipe": tarred("evil", tarfile.FIFOTYPE),
    "damaged zip": damaged(*zipped("index.html")),
    "damaged tar": damaged(*tarred("more")),
}


@pytest.mark.parametrize(("ending", "content"), ARCHIVES.values(), ids=ARCHIVES)
def test_an_archive_that_leads_out_or_is_broken_is_refused_in_one_line(
    run, tmp_path, fresh, ending, content
):
    (path := tmp_path / f"site{ending}").write_bytes(content)
    status, lines = run(path, fresh)
    assert (status, len(lines)) == (2, 1)
    assert "cannot be unpacked: " in lines[0]


def test_a_path_that_is_none_is_shown_in_quotation_marks():
    assert own.shown("chapters/a-b_1.html") == "chapters/a-b_1.html"
    assert own.shown("identical: 4") == "'identical: 4'"
