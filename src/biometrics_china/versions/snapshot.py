"""What one version of the book says: every number, claim, exhibit and row, and what it is made of.

A snapshot is plain JSON, so that versions can be compared long after their code has gone. It is read
from what a checkout stores, so that any commit can be compared without computing anything.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import platform
import zlib
from importlib import metadata
from pathlib import Path
from typing import Any

import yaml

from biometrics_china import digests, place
from biometrics_china.publishing.code import reading

Json = dict[str, Any]

FORMAT = 1
PARTS = ("version", "date", "numbers", "claims", "exhibits", "tables", "inputs", "tools")

#: kind of input → where it lies below the top of a checkout
INPUTS = {
    "data": ("data/**/*",),
    "code": ("src/**/*", *(f"{folder}/test_*.py" for folder in reading.TESTS)),
    "text": ("chapters/**/*", "references.bib", "_config.yml", "_toc.yml", "metadata.yml"),
    "lock": ("requirements.txt",),
    "releases": ("releases/**/*",),
}
_IGNORED = ("__pycache__", ".ipynb_checkpoints", ".egg-info")

#: packages whose version can change a page, a figure or a number
TOOLS = (
    "docutils", "font-source-sans-pro", "jupyter-book", "matplotlib", "myst-nb", "myst-parser",
    "numpy", "pandas", "pygments", "scipy", "sphinx", "sphinxcontrib-bibtex", "statsmodels",
)  # fmt: skip


def take(root: Path | None = None) -> Json:
    """Return the snapshot of a checkout, from what is stored in it; nothing is computed.

    Keys are `format`, `version`, `date` (of the release, ISO), `numbers`, `claims`, `exhibits` and
    `tables` (each by lasting id), `inputs` (kind → path → SHA-256) and `tools` (name → version).
    """
    from biometrics_china import said  # slow to import, and read snapshots do without

    root = root or place.root()
    tables = json.loads((root / "data/datapackage.json").read_text(encoding="utf-8"))["resources"]
    paths = {t["name"]: root / "data" / t["path"] for t in tables}
    return {
        "format": FORMAT,
        **edition(root),
        **said.parse(said.read(root)),
        "tables": {n: rows_of(p.read_text(encoding="utf-8")) for n, p in paths.items()},
        # without past releases: a snapshot becomes one of them and would change its own inputs
        "inputs": {k: v for k, v in inputs(root).items() if k != "releases"},
        "tools": tools(),
    }


def edition(root: Path) -> Json:
    """Return `version` and `date` of a checkout."""
    facts = yaml.safe_load((root / "metadata.yml").read_text(encoding="utf-8"))
    return {key: str(facts[key]) for key in ("version", "date")}


def rows_of(text: str) -> Json:
    """Return `fields` and `rows` (id → cells as stored) of a CSV file with a column ``id``."""
    head, *records = csv.reader(io.StringIO(text, newline=""), strict=True)
    place = head.index("id")
    return {"fields": head, "rows": {record[place]: record for record in records}}


def inputs(root: Path) -> Json:
    """Return kind of input → path → SHA-256 of what a checkout is built from."""
    return {kind: _digests(root, globs) for kind, globs in INPUTS.items()}


def _digests(root: Path, globs: tuple[str, ...]) -> dict[str, str]:
    paths = sorted({p for glob in globs for p in root.glob(glob) if p.is_file()})
    named = {path.relative_to(root).as_posix(): path for path in paths}
    return {n: _digest(p) for n, p in named.items() if not any(part in n for part in _IGNORED)}


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file; of a notebook, only of its cells and not of their outputs."""
    content = path.read_bytes()
    if path.suffix == ".ipynb":
        cells = json.loads(content)["cells"]
        written = [[c["cell_type"], "".join(c["source"]), c["metadata"]] for c in cells]
        content = json.dumps(written, ensure_ascii=False, sort_keys=True).encode()
    return digests.of_bytes(content)


def tools() -> dict[str, str]:
    """Return the versions of Python and of the packages that can change what is built."""
    return {"python": platform.python_version()} | {name: metadata.version(name) for name in TOOLS}


def write(path: Path, snapshot: Json) -> None:
    """Store a snapshot as gzipped JSON without a time stamp; one entry a line inside."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(dumped(snapshot), compresslevel=9, mtime=0))


def read(path: Path) -> Json:
    """Return a stored snapshot. Raises ValueError, in one line, if it cannot be read."""
    try:
        found: Json = json.loads(gzip.decompress(path.read_bytes()))
        if found["format"] != FORMAT:
            raise ValueError(f"format {found['format']!r} is not known; {FORMAT} is")
        if missing := [part for part in PARTS if part not in found]:
            raise ValueError(f"it lacks {', '.join(missing)}")
    except (
        OSError,
        EOFError,
        ValueError,
        KeyError,
        TypeError,
        RecursionError,
        zlib.error,
    ) as error:
        raise ValueError(f"{path}: is no stored snapshot: {error}") from None
    return found


def dumped(content: Json) -> bytes:
    """Return JSON in two levels: each entry of each part has a line of its own."""
    parts = []
    for key, part in content.items():
        if isinstance(part, dict):
            lines = (f"  {json.dumps(k)}: {_plain(v)}" for k, v in part.items())
            parts.append(f"{json.dumps(key)}: {{\n" + ",\n".join(lines) + "\n}")
        else:
            parts.append(f"{json.dumps(key)}: {_plain(part)}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
