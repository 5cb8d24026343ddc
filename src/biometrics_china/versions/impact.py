"""What has moved since another commit: what it stored is exported and read, and nothing computed."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from biometrics_china import place
from biometrics_china.versions import said, snapshot
from biometrics_china.versions.snapshot import Json


class NoBase(ValueError):
    """There is no such commit, or it cannot be compared; the message is one line."""


def of_commit(base: str) -> Json:
    """Return the snapshot of a commit of this checkout. Raises NoBase."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _export(base, folder)
        if not said.read(folder):
            raise NoBase(
                f"{base!r} is older than the texts in {said.FOLDER}; compare with a released version: "
                "python -m biometrics_china changes VERSION"
            )
        return snapshot.take(folder)


def _export(base: str, to: Path) -> None:
    command = ["git", "-C", str(place.root()), "archive", "--format=tar", f"{base}^{{commit}}"]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except FileNotFoundError:
        raise NoBase("there is no git here; install it") from None
    except subprocess.CalledProcessError as error:
        said_ = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise NoBase(f"{base!r} is no commit of this checkout: {''.join(said_)}") from None
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as packed:
        packed.extractall(to, filter="data")
