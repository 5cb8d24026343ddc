"""The tools that are measured: this book, Jupyter Book 1, and others where they install."""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import replace
from importlib import metadata
from pathlib import Path

from biometrics_china.bench import books
from biometrics_china.bench.measuring import Tool, timed
from biometrics_china.building.inputs import Failed, Say


def book_tool(folder: Path) -> Tool:
    """Return the build of this book in a folder."""
    version = metadata.version("biometrics-china")
    return Tool("book", version, folder, (sys.executable, "-m", "biometrics_china", "build"))


def jupyter_book(stock: Path, shows: tuple[str, ...] = ()) -> Tool:
    """Return Jupyter Book as it comes, on the chapters alone."""
    command = (str(Path(sys.executable).with_name("jupyter-book")), "build", ".", "-qq")
    return Tool("jupyter_book", metadata.version("jupyter-book"), stock, command, shows=shows)


def jupyter_book_with_site(whole: Path) -> Tool:
    """Return Jupyter Book with the settings and the extension of this site, which then draw anew."""
    return replace(jupyter_book(whole), name="jupyter_book_site")


def others(scratch: Path, stock: Path, shows: tuple[str, ...], say: Say) -> Iterator[Tool]:
    """Yield tools that install and build, each in an environment that borrows our libraries."""
    for made, packages in (_mkdocs(scratch, stock), _jupyter_book_2(scratch, stock)):
        tool = replace(made, shows=shows)
        home = Path(tool.command[0]).parents[1]
        try:
            _install(home, packages)
            installed = replace(tool, version=_version_in(home, packages[0].partition(">")[0]))
            timed(installed)
            installed.must_show()
        except (OSError, subprocess.CalledProcessError, Failed) as error:
            say(f"bench: without {tool.name}: {error}")
        else:
            yield installed


def _mkdocs(scratch: Path, stock: Path) -> tuple[Tool, tuple[str, ...]]:
    command = (str(scratch / "mkdocs/bin/mkdocs"), "build", "-q")
    return Tool("mkdocs", "", stock, command, ("site", ".cache"), "site"), (
        "mkdocs-material",
        "mkdocs-jupyter",
    )


def _jupyter_book_2(scratch: Path, stock: Path) -> tuple[Tool, tuple[str, ...]]:
    folder = books.whole(stock, scratch / "jupyter-book-2-book")
    for name in ("_config.yml", "_toc.yml", "mkdocs.yml"):
        (folder / name).unlink()
    options = ("build", "--execute", "--html", "--ci")
    command = (str(scratch / "jupyter-book-2/bin/jupyter-book"), *options)
    return Tool("jupyter_book_2", "", folder, command), ("jupyter-book>=2",)


def _install(home: Path, packages: tuple[str, ...]) -> None:
    venv.create(home, with_pip=True)
    quiet = ("--quiet", "--disable-pip-version-check")
    command = [str(home / "bin/pip"), "install", *quiet, *packages]
    subprocess.run(command, check=True, capture_output=True)
    (site,) = home.glob("lib/python*/site-packages")
    ours = Path(str(metadata.distribution("pandas").locate_file("")))
    (site / "libraries.pth").write_text(f"{ours}\n", encoding="utf-8")


def _version_in(home: Path, package: str) -> str:
    code = f"from importlib.metadata import version; print(version({package!r}))"
    done = subprocess.run([home / "bin/python", "-c", code], capture_output=True, check=True)
    return done.stdout.decode().strip()
