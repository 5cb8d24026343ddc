"""Two releases side by side: nothing of a released page is lost, and each leads to the latest."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import small_books

from biometrics_china.__main__ import main
from biometrics_china.versions import assemble, marks

OLD, NEW = "v/2026.11.0", "v/2026.12.0"


@pytest.fixture(scope="module")
def whole(books, tmp_path_factory):
    out = tmp_path_factory.mktemp("whole") / "site"
    scratch = tmp_path_factory.mktemp("scratch")
    assert assemble.assemble(books, out, scratch, moves=small_books.MOVES) == [
        "2026.11.0",
        "2026.12.0",
    ]
    return out


def read(path: Path) -> str:
    return path.read_bytes().decode()


def test_the_latest_stands_at_the_top_and_each_version_below(whole):
    assert "41 rules" in read(whole / "chapters/regulation.html")
    assert "40 rules" in read(whole / OLD / "chapters/regulation.html")
    assert "41 rules" in read(whole / NEW / "chapters/regulation.html")


def test_without_the_additions_every_page_is_the_released_one_to_the_byte(whole, books):
    for version in ("2026.11.0", "2026.12.0"):
        released = books / version / "site"
        for path in released.rglob("*"):
            if not path.is_file():
                continue
            name = path.relative_to(released)
            copies = [whole / "v" / version / name]
            copies += [whole / name] if version == "2026.12.0" else []
            for copy in copies:
                if path.suffix == ".html":
                    assert copy.read_bytes() != path.read_bytes()
                    assert marks.without(read(copy)).encode() == path.read_bytes()
                else:
                    assert copy.read_bytes() == path.read_bytes()


def test_each_version_still_verifies_against_its_release(whole, books, capsys):
    for place, version in ((OLD, "2026.11.0"), (NEW, "2026.12.0"), ("", "2026.12.0")):
        against = str(books / version / "site")
        assert main(["verify", str(whole / place), "--against", against]) == 0
        note, verdict = capsys.readouterr().out.splitlines()
        assert verdict.startswith("identical: ")
        assert note == (
            f"note: several versions stand side by side; {version} is compared with a fresh build, "
            "the others only with their own manifests"
        )


def test_odd_bytes_of_a_page_stay(books, tmp_path):
    folder = shutil.copytree(books, tmp_path / "releases")
    odd = "<body>\r\n<p>\u2028 \x0c</p></body>".encode()
    (folder / "2026.11.0/site/chapters/essay.html").write_bytes(odd)
    assemble.assemble(folder, tmp_path / "out", tmp_path / "scratch", moves=small_books.MOVES)
    page = tmp_path / "out" / OLD / "chapters/essay.html"
    assert marks.without(read(page)).encode() == odd


@pytest.mark.parametrize(
    ("page", "target", "same"),
    [
        ("chapters/regulation.html", "../../../chapters/regulation.html", True),
        ("chapters/detention.html", "../../../chapters/target_populations.html", False),
        ("register/body-a.html", "../../../chapters/partner_register.html", False),
        ("chapters/essay.html", "../../../chapters/index.html", False),
        ("index.html", "../../index.html", True),
    ],
)
def test_the_banner_of_an_old_page_leads_to_what_stands_for_it(whole, page, target, same):
    banner = re.search(r'<aside class="versions-banner".*?</aside>', read(whole / OLD / page))
    assert banner
    assert f'href="{target}"' in banner.group()
    assert ("This page is not in it" in banner.group()) is not same
    assert "This is version 2026.11.0" in banner.group()


def test_only_old_versions_have_a_banner_and_all_pages_the_list(whole):
    for path in whole.rglob("*.html"):
        name = path.relative_to(whole).as_posix()
        if name in ("versions.html", "chapters/detention.html"):
            continue
        html = read(path)
        assert ("versions-banner" in html) == name.startswith(OLD), name
        assert html.count('<nav class="versions-list"') == 1


def test_the_list_leads_to_the_same_page_or_says_that_it_is_missing(whole):
    page = re.search(
        r"<nav class=.versions-list.*?</nav>", read(whole / "chapters/regulation.html")
    )
    assert (
        '<a href="../chapters/regulation.html">2026.12.0, 2026-12-15</a> (latest)' in page.group()
    )
    assert '<a href="../v/2026.11.0/chapters/regulation.html">' in page.group()
    new_only = read(whole / "chapters/target_populations.html")
    assert "2026.11.0, 2026-11-24</a>, which lacks this page" in new_only


def test_no_link_of_any_page_is_dead(whole):
    dead = []
    for path in whole.rglob("*.html"):
        for address in re.findall(r'(?:href|src|action)="([^"#?]+)', read(path)):
            if ":" not in address and not (path.parent / address).resolve().is_file():
                dead.append(f"{path.relative_to(whole)}: {address}")
    assert dead == []


def test_a_moved_page_leads_on(whole):
    html = read(whole / "chapters/detention.html")
    assert (
        '<meta http-equiv="refresh" content="0; url=../chapters/target_populations.html">' in html
    )
    assert '<a href="../chapters/target_populations.html">' in html


def test_search_engines_are_told_which_page_counts(whole, books, tmp_path):
    page = "chapters/regulation.html"
    assert 'name="robots" content="noindex"' in read(whole / OLD / page)
    assert "noindex" not in read(whole / page)
    address = "https://example.org/book/"
    out = tmp_path / "out"
    assemble.assemble(books, out, tmp_path / "scratch", moves=small_books.MOVES, address=address)
    html = read(out / OLD / page)
    assert f'<link rel="canonical" href="{address}{page}">' in html
    assert "noindex" not in html
    gone = read(out / OLD / "chapters/essay.html")
    assert "noindex" in gone
    assert 'rel="canonical"' not in gone
    assert 'rel="canonical"' not in read(out / page)


def test_the_same_releases_give_the_same_bytes(whole, books, tmp_path):
    again = tmp_path / "again"
    assemble.assemble(books, again, tmp_path / "scratch", moves=small_books.MOVES)
    names = sorted(p.relative_to(whole) for p in whole.rglob("*") if p.is_file())
    assert names == sorted(p.relative_to(again) for p in again.rglob("*") if p.is_file())
    assert all((whole / n).read_bytes() == (again / n).read_bytes() for n in names)


def test_versions_are_ordered_as_numbers_and_not_as_words(tmp_path):
    for version in ("2026.9.0", "2026.10.0"):
        small_books.build(tmp_path / "r" / version, version, small_books.PAGES, {})
    found = assemble.assemble(tmp_path / "r", tmp_path / "out", tmp_path / "s", moves={})
    assert found == ["2026.9.0", "2026.10.0"]


def marked(folder):
    path = folder / "2026.11.0/site/index.html"
    path.write_text(marks.marked("x") + path.read_text())


WRONG = {
    "holds no release; a folder of unpacked releases is right": lambda f: (
        shutil.rmtree(f),
        f.mkdir(),
    ),
    "version 2026.11.0 is there twice": lambda f: shutil.copytree(f / "2026.11.0", f / "again"),
    "index.html is marked already": marked,
    "the site has no manifest.json": lambda f: (f / "2026.11.0/site/manifest.json").unlink(),
}


#: these small books lack the pages that moved in the book itself
UNMOVED = ("--moved", "nowhere.csv")


@pytest.mark.parametrize(("said", "plant"), WRONG.items())
def test_wrong_releases_are_one_line_and_nothing_is_written(books, tmp_path, capsys, said, plant):
    folder = shutil.copytree(books, tmp_path / "releases")
    plant(folder)
    out = tmp_path / "out"
    assert main(["assemble", "--releases", str(folder), "--out", str(out), *UNMOVED]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("from,to\n", "moved.csv:1: the columns old, new are right"),
        ("old,new\na.html,b.html\n", "'b.html' is no page of the latest version"),
        ("old,new\nindex.html,chapters/index.html\n", "'index.html' is still a page of the latest"),
        ("old,new\n../a.html,chapters/index.html\n", "'../a.html' is no page below the site"),
    ],
)
def test_a_wrong_move_is_one_line(books, tmp_path, capsys, text, said):
    (moved := tmp_path / "moved.csv").write_text(text)
    given = ["--releases", str(books), "--out", str(tmp_path / "out"), "--moved", str(moved)]
    assert main(["assemble", *given]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_exists_is_not_written_into(books, tmp_path, capsys):
    assert main(["assemble", "--releases", str(books), "--out", str(tmp_path), *UNMOVED]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["assemble", "--releases", str(books), "--out", str(tmp_path / "o"), *UNMOVED]) == 0
    assert capsys.readouterr().out == "o: 2026.11.0, 2026.12.0; the latest stands at the top\n"
