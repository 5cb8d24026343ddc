"""What stands in the way of a release: one line for each reason, and nothing is made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from biometrics_china import metadata
from biometrics_china.publishing import metadata_files
from biometrics_china.versions import compare, git, releases, snapshot


class Refused(ValueError):
    """The release is not made; `reasons` are one line each."""

    def __init__(self, reasons: Sequence[str]) -> None:
        """Keep the reasons."""
        super().__init__("\n".join(reasons))
        self.reasons = list(reasons)


def refusals(root: Path, version: str, out: Path) -> list[str]:
    """Return why `version` cannot be released from the checkout at `root` into `out`.

    Empty if nothing stands in the way. Whether the tests pass is not asked here: `make release`
    runs them first. Raises NoGit where there is no git or no checkout.
    """
    found = []
    if not releases.VERSION.fullmatch(version):
        found.append(f"version {version!r}: year, month and number are right, as in 2026.12.0")
    facts = metadata.read(root / metadata.NAME)
    if facts.version != version:
        found.append(f"{metadata.NAME}: version is {facts.version!r}, and {version!r} is asked for")
    found += [
        f"{path}: is not what {metadata.NAME} gives; run make metadata" for path in _stale(root)
    ]
    if not _has_entry(root / "CHANGELOG.md", version, facts.date):
        found.append(f"CHANGELOG.md: has no entry `## {version} ({facts.date})`, with a line in it")
    found += _of_snapshot(root, version)
    if changed := git.uncommitted(root):
        found.append(f"the tree is not clean: {', '.join(changed[:3])} and so on; commit first")
    if (out / version).exists():
        found.append(f"{out / version}: is there already; a released version is never made again")
    return found


def _of_snapshot(root: Path, version: str) -> Iterator[str]:
    """Yield what is wrong with the snapshot of a version: it is missing, or the book says else."""
    run = "run python -m biometrics_china snapshot"
    if not (root / "releases" / version / releases.SNAPSHOT).is_file():
        yield f"releases/{version}: has no snapshot; {run}"
        return
    since = compare.compare(releases.load(version, root / "releases"), snapshot.take(root))
    if since["from"] != since["to"] or not compare.is_empty(since):
        yield (
            f"releases/{version}: the book does not say what the snapshot holds; remove the folder and "
            f"its entry in releases/index.json, and {run}"
        )


def _stale(root: Path) -> list[str]:
    return metadata_files.stale(metadata.read(root / metadata.NAME), root)


def _has_entry(path: Path, version: str, date: str) -> bool:
    """Return whether the changelog has an entry of the version, with its day and some words."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    head = re.escape(f"## {version} ({date})")
    return re.search(rf"^{head}\n+(?!## )\S", text, re.M) is not None
