"""Whatever lies below ``_build``: it is believed only if a build put it there, and else built over."""

from __future__ import annotations

import pytest
from scratch_book import in_place

from biometrics_china import place
from biometrics_china.__main__ import main
from biometrics_china.building import (
    chapters,
    inputs,
    pages,
    register_index,
    site,
    store,
    storing,
    working,
)
from biometrics_china.building.inputs import Failed

RECORD = {
    "numbers": [{"id": "a.n", "value": 1}],
    "exhibits": {"fig-a": {"files": {"png": "aaaa", "dark.svg": "bbbb"}, "rows": []}},
    "outputs": [[], [{"data": {}}]],
    "holds": {"some": "Return whether"},
    "needs": {"structure": "s", "file data/a.csv": "d"},
}


@pytest.fixture
def book(tmp_path, monkeypatch):
    """Return a folder that is taken for a book, whose chapters and pages cost nothing."""
    for name in ("data", "chapters", "src", "_build"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(place, "root", lambda: tmp_path)
    monkeypatch.delenv(place.VARIABLE, raising=False)
    monkeypatch.setattr(chapters, "refresh", lambda *_, **__: {})
    monkeypatch.setattr(storing, "check", lambda *_: None)
    monkeypatch.setattr(register_index, "keep", lambda _: None)
    monkeypatch.setattr(pages, "write", write)
    return tmp_path


def write(_, fresh):
    (fresh / "html").mkdir()
    (fresh / "html/a.html").write_text("a page", encoding="utf-8")


@pytest.mark.parametrize("how", ["file", "folder", "pipe", "dangling", "link"])
@pytest.mark.parametrize("name", ["html", ".last", ".fresh", ".scratch", ".stamp.json"])
def test_whatever_lies_in_the_way_of_a_build_is_built_over(book, name, how):
    in_place(book / "_build" / name, how)
    assert site.build(book, 1, print)
    assert not site.build(book, 1, print)
    names = sorted(path.name for path in (book / "_build").iterdir())
    assert names == [".lock", ".stamp.json", "html"]
    assert [path.name for path in (book / site.SITE).iterdir()] == ["a.html"]


@pytest.mark.parametrize("how", ["changed", "file", "pipe", "dangling"])
def test_a_site_that_was_tampered_with_is_written_again(book, how):
    site.build(book, 1, print)
    if how == "changed":
        (book / site.SITE / "a.html").write_text("nothing", encoding="utf-8")
    else:
        in_place(book / site.SITE / "b.html", how)
    assert site.build(book, 1, print)
    (page,) = (book / site.SITE).iterdir()
    assert page.read_text(encoding="utf-8") == "a page"


def test_a_page_that_cannot_be_read_is_written_again(book, monkeypatch):
    site.build(book, 1, print)
    stamp = site._stamp

    def refuse(_):
        monkeypatch.setattr(site, "_stamp", stamp)
        raise PermissionError

    monkeypatch.setattr(site, "_stamp", refuse)
    assert site.build(book, 1, print)


@pytest.mark.parametrize("how", ["folder", "pipe", "dangling"])
def test_a_lock_that_is_none_ends_in_a_line_or_does_not_matter(book, how):
    in_place(book / "_build/.lock", how)
    if how == "folder":
        with pytest.raises(Failed, match=r"Is a directory: '.*/\.lock'; there is no earlier site"):
            site.build(book, 1, print)
    else:
        assert site.build(book, 1, print)


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Return a book of one chapter, and the file of what is kept of it."""
    monkeypatch.setattr(chapters, "computed_pages", lambda: ["a"])
    monkeypatch.setattr(chapters, "_base", lambda *_: {"structure": "s"})
    book = inputs.Book(tmp_path, {"data/a.csv": "d"})
    path = chapters._place(book, "a", RECORD)
    store.write(path, RECORD)
    return book, path


def test_what_was_kept_is_fresh_until_something_that_it_needs_changes(kept):
    book, path = kept
    said: list[str] = []
    assert chapters.fresh(book, said.append) == {"a": RECORD}
    assert chapters.fresh(inputs.Book(book.root, {"data/a.csv": "e"}), said.append) == {}
    assert chapters.fresh(inputs.Book(book.root, {}), said.append) == {}
    assert (said, path.exists()) == ([], True)


PICTURE = {"fig-a": {"files": {"png": "aaab", "dark.svg": "bbbb"}, "rows": []}}
DARK = {"fig-a": {"files": {"png": "aaaa", "dark.svg": "bbbc"}, "rows": []}}


@pytest.mark.parametrize(
    "change",
    [
        {"numbers": 7},
        {"numbers": [7]},
        {"exhibits": []},
        {"exhibits": PICTURE},
        {"exhibits": DARK},
        {"outputs": [[]]},
        {"holds": []},
        {"needs": []},
        {"needs": {}},
        {"more": 1},
        "folder",
        "pipe",
        "dangling",
    ],
    ids=str,
)
def test_a_record_that_is_not_what_was_kept_there_is_removed_and_named(kept, change):
    book, path = kept
    if isinstance(change, dict):
        store.write(path, RECORD | change)  # whole by its own digest
    else:
        path.unlink()
        in_place(path, change)
    said: list[str] = []
    assert chapters.fresh(book, said.append) == {}
    assert said == ["chapters: what was kept of a is damaged; it runs again"]
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("how", ["folder", "pipe", "dangling"])
def test_whatever_lies_in_the_way_of_a_chapter_gives_way(kept, monkeypatch, how):
    book, path = kept
    made = path.with_name(".a.made")
    in_place(made, how)
    monkeypatch.setattr(working, "watch", lambda _: None)
    monkeypatch.setattr(working, "compute", lambda *_: {"used": []})
    assert chapters._compute(book, ["a"], 1) == {"a": {"needs": {"structure": "s"}}}
    assert not made.exists()


def test_a_folder_of_the_book_that_is_none_is_one_line(book, capsys):
    (book / "_build").rmdir()
    (book / "_build").symlink_to("nowhere")
    assert main(["build"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "_build" in line
