"""Whatever ends or disturbs a build, the last good site stays, and a line says what happened."""

from __future__ import annotations

import os
import resource
import signal
import time
from pathlib import Path

import pytest

from biometrics_china.building import site

STAYS = "the last good site stays in _build/html"
#: makes a chapter stale and moves nothing
CODE = ("src/biometrics_china/analysis/public_opinion/voices.py", '"""', '"""Otherwise: ')
#: lets all pages be written again, and moves nothing
PAGES = ("src/biometrics_china/building/roles.py", '"""', '"""Otherwise: ')


def processes_of(started):
    """Return the ids of the processes in the group of a build."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            fields = Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[2] == str(started.pid) and fields[0] != "Z":
            found.append(int(name))
    return found


def _heed_interrupts():
    # what a shell starts in the background ignores them, and so would the build
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupt(book, number, after):
    """Send a signal once a build has printed a line, and return its exit status and its lines."""
    command = ["-m", "biometrics_china", "build", "--jobs", "2"]
    started = book.start(*command, start_new_session=True, preexec_fn=_heed_interrupts)
    lines = []
    for line in started.stdout:
        lines.append(line)
        if after in line:
            break
    time.sleep(0.5)
    os.kill(started.pid, number)
    lines += started.communicate(timeout=60)[0].splitlines()
    deadline = time.monotonic() + 10
    while processes_of(started) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert processes_of(started) == []
    return started.returncode, lines


@pytest.mark.parametrize(
    ("number", "after"),
    [
        (signal.SIGINT, "to run: "),
        (signal.SIGTERM, "writing the pages"),
        (signal.SIGKILL, "to run: "),
    ],
)
def test_an_interrupted_build_leaves_the_site_and_no_process(book, number, after):
    before = book.bytes()
    with book.changed(*(PAGES if number == signal.SIGTERM else CODE)):
        status, lines = interrupt(book, number, after)
        assert status == (-number if number == signal.SIGKILL else 1)
        assert book.bytes() == before
    if number != signal.SIGKILL:
        assert not [line for line in lines if "Traceback" in line]
        assert lines[-1] == f"book: not built: interrupted; {STAYS}"
        assert not (book.root / site.FRESH).exists()


def test_a_killed_build_is_made_good_by_the_next_one(book):
    before = book.bytes()
    # as a kill leaves it in the midst of an exchange
    (book.root / site.SITE).rename(book.root / site.LAST)
    # the test before may have been killed late enough to leave this too
    (book.root / site.FRESH / "html").mkdir(parents=True, exist_ok=True)
    lines = book.build()
    assert lines[-1].startswith("book: nothing has changed")
    assert book.bytes() == before


def no_file_above(size):
    """Let every larger file fail as on a full disk."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_disk_that_is_full_while_chapters_run(book):
    before = book.bytes()
    with book.changed(*CODE):
        lines = book.build(status=1, preexec_fn=no_file_above(10_000))
    assert "File too large" in lines[-1]
    assert lines[-1].startswith("book: not built: ")
    assert lines[-1].endswith(STAYS)
    assert book.bytes() == before


def test_a_disk_that_is_full_while_pages_are_written(book):
    before = book.bytes()
    with book.changed("chapters/reference/findings.md", "# ", "# All "):
        lines = book.build(status=1, preexec_fn=no_file_above(100_000))
    assert "book: writing the pages" in lines
    assert "File too large" in lines[-1]
    assert lines[-1].endswith(STAYS)
    assert len(lines) == 3, lines
    assert book.bytes() == before
    assert not (book.root / site.FRESH).exists()


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "chapters/methods.md",
            "{show} tab-methods-records",
            "{show} tab-methods-lost",
            "makes no",
        ),
        ("chapters/regulation.md", "caption:", "capiton:", "regulation.md:"),
        ("chapters/regulation.md", "{holds}`half", "{holds}`lost", "has no predicate 'lost"),
        ("data/europe_measures/licences.csv", ",568,", ",many,", "licences.csv:2: id lc-2021"),
        ("chapters/reference/findings.md", "# ", "{num}`regulation.lost` ", "regulation.lost"),
    ],
)
def test_a_mistake_is_named_and_the_site_stays(book, name, old, new, said):
    before = book.bytes()
    with book.changed(name, old, new):
        lines = book.build(status=1)
    assert any(said in line for line in lines)
    assert lines[-1].startswith("book: not built: ")
    assert lines[-1].endswith(STAYS)
    assert book.bytes() == before


def test_two_builds_at_once_do_no_harm(book):
    before = book.bytes()
    with book.changed(*PAGES):
        both = [book.start("-m", "biometrics_china", "build", "--jobs", "1") for _ in range(2)]
        said = [started.communicate(timeout=900)[0] for started in both]
        assert [started.returncode for started in both] == [0, 0]
        waited = [s for s in said if "another build of this folder is at work; waiting" in s]
        assert len(waited) == 1
        assert waited[0].splitlines()[-1].startswith("book: nothing has changed")
        after = book.bytes()
        differ = {name for name in before | after if before.get(name) != after.get(name)}
        # both name the changed source, the second of them while a version is in preparation
        assert {"manifest.json"} <= differ <= {"manifest.json", "changes/changes.json"}
