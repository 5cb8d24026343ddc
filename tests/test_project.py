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
    "figures/regulation.py": "declarations and captions of one chapter, which read best in one place",
    "figures/police_powers.py": "declarations and captions of one chapter, as above",
    "figures/target_populations.py": "declarations and captions of one chapter, as above",
    "figures/western_china.py": "declarations and captions of one chapter, as above",
    "figures/europe_policing.py": "declarations and captions of one chapter, as above",
    "figures/public_opinion.py": "declarations and captions of one chapter, as above",
    "figures/police_powers_grids.py": "drawings, where the formatter gives each argument a line",
    "figures/regulation_timeline.py": "drawings, as above",
    "publishing/backmatter.py": "one short function for each list of the back matter",
}
MOST_LINES_OF_LONGER = 260


# ------------------------------------------------------------------------------------------ the lock


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted() -> dict[str, str | None]:
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    found = [REQUIREMENT.match(line.strip()) for line in lines if line.strip() and line[0] != "#"]
    assert all(found)
    return {normal(m["name"]): m["version"] for m in found if m}


def locked() -> dict[str, tuple[str | None, str]]:
    """Return name → (version, entry) of the lock."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]
    found = [(REQUIREMENT.match(entry), entry) for entry in entries]
    assert all(match for match, _ in found), "the lock holds nothing but requirements"
    return {normal(m["name"]): (m["version"], entry) for m, entry in found if m}


def test_every_requirement_is_pinned_in_the_lock_at_the_version_asked_for():
    lock = locked()
    for name, version in wanted().items():
        assert name in lock, f"{name} is not in requirements.txt; run make lock"
        assert lock[name][0]
        assert version in (None, lock[name][0]), f"{name}: requirements.in asks for {version}"


@pytest.mark.parametrize("name", sorted(locked()))
def test_every_entry_of_the_lock_has_a_version_and_a_hash(name):
    version, entry = locked()[name]
    assert version
    assert HASH.search(entry)


def test_the_lock_names_no_address():
    for name in ("requirements.txt", "requirements.in"):
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


def public(tree: ast.Module) -> list[ast.AST]:
    """Return the public classes and functions of a module, and the public methods of the classes."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    top = [n for n in tree.body if isinstance(n, kinds) and not n.name.startswith("_")]
    inner = [
        n
        for c in top
        if isinstance(c, ast.ClassDef)
        for n in c.body
        if isinstance(n, kinds) and not n.name.startswith("_")
    ]
    return [*top, *inner]


@each_source
def test_every_public_function_class_and_module_has_a_docstring(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    assert [n.name for n in public(tree) if not ast.get_docstring(n)] == []


#: rooms of the package from the ground up: each may use what stands before it, and nothing above
ROOMS = (
    "place", "digests", "codebook", "validation", "tables", "statistics", "multiverse", "numbers",
    "exhibits", "provenance", "claims", "register", "analysis", "figures", "publishing", "versions",
    "building", "__main__",
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
