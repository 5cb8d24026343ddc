"""The project as a whole: its lock, its names of places, and the shape of its code."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
each_source = pytest.mark.parametrize(
    "path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src"))
)

REQUIREMENT = re.compile(
    r"^(?P<name>[A-Za-z0-9][\w.-]*)(?:\[[\w,-]+\])?(?:==(?P<version>[\w.!+-]+))?"
)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")

MOST_LINES = 200
#: modules that may be longer, and why
LONGER = {
    "figures/regulation_timeline.py": "drawings, where the formatter gives each argument a line",
}
MOST_LINES_OF_LONGER = 260


# ------------------------------------------------------------------------------------------ the lock


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


#: what is asked for → where it is locked, each on top of those before it
LOCKS = {
    "requirements/book.in": "requirements.txt",
    "requirements/release.in": "requirements/release.txt",
    "requirements/test.in": "requirements/test.txt",
    "requirements/uv.in": "requirements/uv.txt",
}


def lines_of(name: str) -> list[str]:
    """Return the lines of a file of requirements, those that go on joined, without comments."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and line.lstrip()[0] != "#"]


def locked(name: str) -> list[tuple[str, str | None, str]]:
    """Return name, version and entry for each line of a lock; a name may stand for two Pythons."""
    found = [(REQUIREMENT.match(entry), entry) for entry in lines_of(name)]
    assert all(match for match, _ in found), f"{name} holds nothing but requirements"
    return [(normal(m["name"]), m["version"], entry) for m, entry in found if m]


@pytest.mark.parametrize("asked", LOCKS)
def test_every_requirement_is_pinned_in_its_lock_at_the_version_asked_for(asked):
    lock = {(name, version) for name, version, _ in locked(LOCKS[asked])}
    for line in lines_of(asked):
        match = REQUIREMENT.match(line)
        name, version = normal(match["name"]), match["version"]
        held = {have for named, have in lock if named == name}
        assert held, f"{name} is not in {LOCKS[asked]}; run make lock"
        assert version is None or held == {version}, f"{name}: {asked} asks for {version}"


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_entry_of_a_lock_has_a_version_and_a_hash(lock):
    for name, version, entry in locked(lock):
        assert version, name
        assert HASH.search(entry), name


def test_the_locks_agree_on_every_version():
    held: dict[str, dict[str, set]] = {}
    for lock in LOCKS.values():
        for name, version, _ in locked(lock):
            held.setdefault(name, {}).setdefault(lock, set()).add(version)
    differing = {n: at for n, at in held.items() if len(set(map(frozenset, at.values()))) > 1}
    assert differing == {}


def test_no_lock_holds_what_is_left_out():
    entries = {lock: {name for name, _, _ in locked(lock)} for lock in LOCKS.values()}
    left_out = {normal(line) for line in lines_of("requirements/left_out.txt")}
    kernels = {normal(line) for line in lines_of("requirements/left_out_of_builds.txt")}
    assert left_out
    assert not left_out & set().union(*entries.values())
    assert kernels
    assert not kernels & (entries["requirements.txt"] | entries["requirements/release.txt"])


@pytest.mark.parametrize("name", [*LOCKS, *LOCKS.values()])
def test_no_lock_names_an_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)


# ---------------------------------------------------------------------------------- names of places

#: a path of one machine: a root folder that is not the tail of an address or of another path
MACHINE = re.compile(r"(?<![\w.:/~})*-])/(work|home|root|tmp|Users)/\w")
SHARED = re.compile(r"\.\./" + "shared")
REGISTRY = re.compile(r"(pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org)")


@cache
def project_files() -> tuple[Path, ...]:
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git here, so there is no list of project files")
    names = sorted(name for name in done.stdout.decode().split("\0") if name)
    return tuple(ROOT / name for name in names if (ROOT / name).is_file())


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (MACHINE, "see /" + "tmp/x"),
        (MACHINE, '"/' + 'home/a/b"'),
        (SHARED, "cat ../" + "shared/x"),
        (REGISTRY, "https://" + "pypi" + ".org/simple"),
    ],
)
def test_the_patterns_catch(pattern, example):
    assert pattern.search(example)


@pytest.mark.parametrize("harmless", ["https://example.org/" + "home/page", "data/" + "root/x"])
def test_the_patterns_let_addresses_and_relative_paths_pass(harmless):
    assert not MACHINE.search(harmless)


@pytest.mark.parametrize(
    "pattern", [MACHINE, SHARED, REGISTRY], ids=["machine", "shared", "registry"]
)
def test_no_file_names_a_place_outside_the_project(pattern):
    found = []
    assert project_files()
    for path in project_files():
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for m in pattern.finditer(text)]
    assert found == []


# ---------------------------------------------------------------------------------- the shape of code


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_functions_are_short():
    lengths = sorted(f.end_lineno - f.lineno + 1 for path in SOURCES for f in functions(path))
    assert statistics.median(lengths) <= 14
    assert statistics.quantiles(lengths, n=10)[-1] <= 40


@each_source
def test_modules_are_short(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    name = str(path.relative_to(ROOT / "src/biometrics_china"))
    assert lines <= (MOST_LINES_OF_LONGER if name in LONGER else MOST_LINES)


def test_every_longer_module_is_still_there():
    assert all((ROOT / "src/biometrics_china" / name).is_file() for name in LONGER)


def test_helpers_of_tests_have_names_of_their_own_and_no_test_imports_another():
    """So that the tests of some folders run together as all of them do."""
    paths = sorted((ROOT / "tests").rglob("*.py"))
    helpers = [p.stem for p in paths if p.stem != "conftest" and not p.stem.startswith("test_")]
    assert len(set(helpers)) == len(helpers) > 10
    wrong = re.compile(r"^ *(from|import) (conftest|test_\w+)\b", re.M)
    assert [p.name for p in paths if wrong.search(p.read_text(encoding="utf-8"))] == []


#: rooms of the package from the ground up: each may use what stands before it, and nothing above
ROOMS = (
    "capitals", "countries", "counts", "days", "place", "metadata", "edition", "digests", "whole",
    "codebook", "forms", "manuscript", "titles", "validation", "adding", "observing", "partial_dates",
    "tables", "statistics", "durations", "multiverse", "traced", "formulas", "origins", "numbers",
    "templates", "bounds", "exhibit", "provenance", "works", "register", "official", "analysis",
    "figures", "exhibits", "claims", "holds", "made", "without", "said", "notebook", "publishing",
    "versions", "building", "__main__",
)  # fmt: skip


def imported(path: Path) -> set[str]:
    """Return the rooms that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("biometrics_china"):
            _, _, below = (node.module or "").partition(".")
            found |= {below.partition(".")[0]} if below else {alias.name for alias in node.names}
    return found


@each_source
def test_no_module_imports_a_room_above_its_own(path):
    room = path.relative_to(ROOT / "src/biometrics_china").parts[0].removesuffix(".py")
    if room != "__init__":
        above = {other for other in imported(path) if ROOMS.index(other) > ROOMS.index(room)}
        assert above == set()
