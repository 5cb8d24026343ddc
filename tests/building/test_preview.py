"""A save of a chapter writes its page, and nothing else."""

from __future__ import annotations

import os
import re
import signal
import socket
import time
from contextlib import contextmanager
from urllib.request import urlopen

import pytest

from biometrics_china import digests
from biometrics_china.building import preview

CHAPTER, PAGE = "chapters/methods", "chapters/methods.html"


class Running:
    """A preview at work, and the lines it prints."""

    def __init__(self, book):
        self.book = book
        self.folder = book.root / preview.FOLDER / "html"
        self.process = book.start("-m", "biometrics_china", "preview", "--port", "0", "--jobs", "2")
        self.address = self.line("http://").split(" ")[1]

    def line(self, holding: str) -> str:
        """Return the next line that holds some text."""
        for line in self.process.stdout:
            if holding in line:
                return line.rstrip("\n")
        raise AssertionError(f"no line with {holding!r}")

    def bytes(self):
        paths = sorted(p for p in self.folder.rglob("*") if p.is_file())
        return {p.relative_to(self.folder).as_posix(): digests.of_file(p) for p in paths}

    def differs(self, before):
        return {name for name, digest in self.bytes().items() if before.get(name) != digest}


@contextmanager
def previewed(book):
    running = Running(book)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.wait()


def path_of(book, name):
    return next(p for p in (book.root / f"{name}.md", book.root / f"{name}.ipynb") if p.is_file())


def test_a_save_writes_its_page_and_an_error_costs_nothing(book):
    chapter = path_of(book, CHAPTER)
    words, name = chapter.read_text(encoding="utf-8"), f"{CHAPTER}{chapter.suffix}"
    old, new = "A fact travels one way.", "A fact travels, one way."
    assert old in words, "these words are no longer there; change others"
    with previewed(book) as running:
        before = running.bytes()
        assert before == book.bytes()
        chapter.write_text(words.replace(old, new), encoding="utf-8")
        assert re.fullmatch(rf"preview: {name}: \d+\.\d s", running.line(name))
        assert running.differs(before) == {PAGE}
        with urlopen(running.address + PAGE, timeout=10) as answer:
            assert new in answer.read().decode()

        wrong = book.root / "chapters/reference/sources.md"
        sources = wrong.read_text(encoding="utf-8")
        wrong.write_text(sources + "\n{num}`no.number`\n", encoding="utf-8")
        assert "there is no computed number 'no.number'" in running.line("sources.md")
        assert running.line("sources.md: ").endswith("; not as it should be, see above")
        (book.root / "chapters/stray.md").write_text("# Stray\n", encoding="utf-8")
        assert running.line("stray.md") == "stray.md: is not in _toc.yml"

        # guarded words are checked when their predicate is another than at the start
        renamed = words.replace("{holds}`", "{holds}`lost_", 1)
        chapter.write_text(renamed, encoding="utf-8")
        assert "has no predicate 'lost_" in running.line("methods.md: ")
        style = book.root / "src/biometrics_china/figures/style.py"
        style.touch()
        said = "src/biometrics_china/figures/style.py: is read at the start only; start again"
        assert said in running.line("style.py")

        # a mistake in one file does not stand in the way of another, nor of its own repair
        chapter.write_text(words, encoding="utf-8")
        assert running.line(f"preview: {name}").endswith(" s")
        wrong.write_text(sources, encoding="utf-8")
        assert running.line("preview: chapters/reference/sources.md").endswith(" s")
        assert running.bytes() == before

        os.kill(running.process.pid, signal.SIGINT)
        rest = running.process.communicate(timeout=30)[0]
        assert (running.process.returncode, rest) == (0, "")
        with pytest.raises(OSError, match="refused"):
            urlopen(running.address, timeout=10)
    (book.root / "chapters/stray.md").unlink()


def test_a_port_that_is_taken_is_one_line_and_touches_nothing(book):
    (book.root / preview.FOLDER).mkdir(parents=True, exist_ok=True)
    kept = book.root / preview.FOLDER / "kept"
    kept.touch()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        started = book.start("-m", "biometrics_china", "preview", "--port", port)
        said = f"--port {port}: Address already in use; another one is right\n"
        assert started.communicate(timeout=60)[0] == said
    assert started.returncode == 1
    assert kept.exists()


def test_a_file_that_is_about_to_be_replaced_is_not_missed(tmp_path):
    (tmp_path / "chapters/.ipynb_checkpoints").mkdir(parents=True)
    (tmp_path / "chapters/.ipynb_checkpoints/a.ipynb").touch()
    (tmp_path / "chapters/gone.md").symlink_to("nowhere")
    for name in ("chapters/a.md", "chapters/a.txt", "_toc.yml", "README.md"):
        (tmp_path / name).touch()
    first = preview._saved(tmp_path)
    assert sorted(first) == ["_toc.yml", "chapters/a.md"]
    time.sleep(0.01)
    (tmp_path / "chapters/a.md").touch()
    assert preview._saved(tmp_path) != first
