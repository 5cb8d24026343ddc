"""What has moved since another commit: what it stored is exported and read, and nothing computed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from biometrics_china import place, said
from biometrics_china.versions import compare, git, snapshot
from biometrics_china.versions.snapshot import Json


class NoBase(ValueError):
    """There is no such commit, or it cannot be compared; the message is one line."""


def since(base: str) -> Json:
    """Return what differs between a commit of this checkout and its present state. Raises NoBase."""
    old, new = of_commit(base), snapshot.take()
    old["version"] += f" (commit {git.commit(place.root(), base)[:10]})"
    new["version"] += " (this checkout)"
    return compare.compare(old, new)


def of_commit(base: str) -> Json:
    """Return the snapshot of a commit of this checkout. Raises NoBase."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        git.write(git.files(place.root(), base), folder)
        if not said.read(folder):
            raise NoBase(
                f"{base!r} is older than the texts in {said.FOLDER}; compare with a released version: "
                "python -m biometrics_china changes VERSION"
            )
        return snapshot.take(folder)
