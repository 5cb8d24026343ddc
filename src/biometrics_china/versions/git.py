"""The one way to git: without the settings of a surrounding git, and with a line where it fails."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

#: what git, calling a hook, sets for the repository it was called in
_NOT_HANDED_ON = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class NoGit(ValueError):
    """There is no git, no checkout or no such commit; the message is one line."""


class NoAnswer(NoGit):
    """Git is there and fails."""


def ask(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what a git command prints in the checkout at `root`. Raises NoGit.

    A value that somebody typed must have been resolved before (`commit`).
    """
    variables = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, env=variables, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoGit("there is no git here; install it") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise NoAnswer(f"git {arguments[0]}: {said[-1] if said else 'failed without a word'}")
    return done.stdout


def commit(root: Path, name: str) -> str:
    """Return the full id of the commit that a name stands for; no name is ever an option.

    Raises NoGit if it names none.
    """
    asked = ("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
    try:
        found = ask(root, *asked).decode().strip()
    except NoAnswer as error:
        raise NoGit(f"{name!r} is no commit of this checkout: {error}") from None
    if found.startswith("^"):
        raise NoGit(f"{name!r} is no commit of this checkout: it leaves one out")
    return found


def files(root: Path, commit_id: str = "HEAD") -> dict[str, tuple[bytes, bool]]:
    """Return path → (content, may be run) of each file of a commit.

    Read from git and not from the folder, so that no file that git ignores gets in.
    """
    listed = ask(root, "ls-tree", "-r", "-z", commit(root, commit_id)).decode().split("\0")
    entries = [entry.split("\t", 1) for entry in listed if entry]
    contents = _contents(root, [said.split()[2] for said, _ in entries])
    return {
        path: (content, said.startswith("100755"))
        for (said, path), content in zip(entries, contents, strict=True)
    }


def _contents(root: Path, objects: list[str]) -> list[bytes]:
    """Return the contents of git objects, in their order, from one process."""
    said = ask(root, "cat-file", "--batch", given="\n".join(objects).encode() + b"\n")
    found, place = [], 0
    for _ in objects:
        end = said.index(b"\n", place)
        size = int(said[place:end].split()[2])
        found.append(said[end + 1 : end + 1 + size])
        place = end + 1 + size + 1
    return found


def uncommitted(root: Path) -> list[str]:
    """Return the paths in a checkout that are not as they were committed. Raises NoGit.

    Files are read, because git can be told to assume that one is unchanged.
    """
    listed = ask(root, "status", "--porcelain", "-z", "--no-renames").split(b"\0")
    said = [entry[3:].decode(errors="backslashreplace") for entry in listed if entry]
    for path, (content, _) in files(root).items():
        if not (root / path).is_file() or (root / path).read_bytes() != content:
            said.append(path)
    return list(dict.fromkeys(said))
