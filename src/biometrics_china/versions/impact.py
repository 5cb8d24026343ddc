"""What has moved since another commit: its snapshot is taken from an export of it, and compared.

The tools are those installed here for both sides, so that only data, code and text can differ.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from biometrics_china.versions import git, snapshot
from biometrics_china.versions.rebuild import checkout
from biometrics_china.versions.snapshot import Json

SNAPSHOT = Path("src/biometrics_china/versions/snapshot.py")


class NoBase(ValueError):
    """There is no such commit, or it cannot be computed; the message is one line."""


def of_commit(base: str) -> Json:
    """Return the snapshot of a commit of this checkout. Raises NoBase."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        git.write(git.files(checkout(), base), folder / "source")
        return of_folder(folder / "source", folder / "snapshot.json.gz")


def of_folder(source: Path, out: Path) -> Json:
    """Return the snapshot of a source, taken by its own code or, if it has none, by ours over it.

    Raises NoBase with the last line of what went wrong.
    """
    own = source / SNAPSHOT
    script = own if own.is_file() else Path(snapshot.__file__)
    variables = {k: v for k, v in os.environ.items() if k != "BIOMETRICS_CHINA_DATA"}
    variables["PYTHONPATH"] = str(source / "src")
    # -P: the folder of the script must not stand in for the package of the source
    command = [sys.executable, "-P", str(script), str(out)]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoBase(f"the commit cannot be computed: {done.stderr.strip().splitlines()[-1]}")
    return snapshot.read(out)
