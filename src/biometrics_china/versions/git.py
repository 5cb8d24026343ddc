"""The one way to git: without the settings of a surrounding git, and with a line where it fails."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path

#: path → (content, may be run)
Files = Mapping[str, tuple[bytes, bool]]

#: what git, calling a hook, sets for the repository it was called in
_NOT_HANDED_ON = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class NoGit(ValueError):
    """There is no git, no checkout or no such commit; the message is one line."""


class NoAnswer(NoGit):
    """Git is there and fails."""


def ask(root: Path, *arguments: str) -> bytes:
    """Return what a git command prints in the checkout at `root`. Raises NoGit.

    A value that somebody typed must have been resolved before (`commit`).
    """
    variables = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, env=variables, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoGit("there is no git here; install it") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise NoAnswer(f"git {arguments[0]}: {said[0] if said else 'failed without a word'}")
    return done.stdout


def commit(root: Path, name: str) -> str:
    """Return the full id of the commit that a name stands for; no name is ever an option.

    Raises NoGit if it names none.
    """
    asked = ("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
    try:
        found = ask(root, *asked).decode().strip()
    except NoAnswer as error:
        raise NoGit(f"{name!r} is no commit of this checkout: {error}{_lacks(root)}") from None
    if found.startswith("^"):
        raise NoGit(f"{name!r} is no commit of this checkout: it leaves one out")
    return found


def _lacks(root: Path) -> str:
    """Return what a clone lacks, and so cannot name, and how to get it; nothing if it is whole."""
    if ask(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return "; this clone is shallow: git fetch --unshallow"
    return "" if ask(root, "tag") else "; there is no tag in this clone: git fetch --tags"


def files(root: Path, name: str = "HEAD") -> Files:
    """Return each file of a commit, read from git, so that no file gets in that git ignores."""
    packed = ask(root, "archive", "--format=tar", commit(root, name))
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        inside = [(entry, archive.extractfile(entry)) for entry in archive if entry.isfile()]
        return {entry.name: (f.read(), bool(entry.mode & 0o100)) for entry, f in inside if f}


def write(found: Files, to: Path) -> None:
    """Write the files of a commit into a folder."""
    for path, (content, may_run) in found.items():
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        (to / path).write_bytes(content)
        (to / path).chmod(0o755 if may_run else 0o644)


def uncommitted(root: Path) -> list[str]:
    """Return the paths in a checkout that are not as they were committed. Raises NoGit.

    Files are read, because git can be told to assume that one is unchanged.
    """
    listed = ask(root, "status", "--porcelain", "-z", "--no-renames").split(b"\0")
    found = [entry[3:].decode(errors="backslashreplace") for entry in listed if entry]
    found += [
        path
        for path, (content, _) in files(root).items()
        if not (root / path).is_file() or (root / path).read_bytes() != content
    ]
    return list(dict.fromkeys(found))
