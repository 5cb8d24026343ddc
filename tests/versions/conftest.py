"""The snapshot of this checkout, taken once, small versions, books and sites, and ways to ask."""

import subprocess

import pytest
import rehearsal
import sites
import small_books

from biometrics_china.__main__ import main
from biometrics_china.versions import compare, snapshot


@pytest.fixture(scope="session")
def present():
    return snapshot.take()


@pytest.fixture
def old():
    return rehearsal.OLD


@pytest.fixture
def new():
    return rehearsal.new_version()


@pytest.fixture
def found(old, new):
    return compare.compare(old, new)


@pytest.fixture(scope="session")
def books(tmp_path_factory):
    """Return a folder of two small releases, which no test changes."""
    return small_books.both(tmp_path_factory.mktemp("releases"))


@pytest.fixture
def fresh(tmp_path):
    return sites.write(tmp_path / "fresh")


@pytest.fixture
def run(capsys):
    """Return a function that verifies a site and returns status and lines, which are all plain."""

    def verified(path, fresh=None):
        status = main(["verify", str(path), *(["--against", str(fresh)] if fresh else [])])
        said = capsys.readouterr()
        lines = (said.out + said.err).split("\n")[:-1]
        assert all(line.isprintable() for line in lines)
        assert all(not line.startswith("identical") for line in lines if status)
        return status, lines

    return verified


@pytest.fixture(scope="session")
def git():
    """Return a function that runs git in a folder as somebody."""

    def called(folder, *arguments):
        who = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.org"]
        command = ["git", *who, "-C", str(folder), *map(str, arguments)]
        subprocess.run(command, check=True, capture_output=True)

    return called


@pytest.fixture(scope="session")
def committed(git):
    """Return a function that makes a folder a checkout with one commit."""

    def called(folder):
        for command in (["init", "-q"], ["add", "--all"], ["commit", "-qm", "first"]):
            git(folder, *command)

    return called
