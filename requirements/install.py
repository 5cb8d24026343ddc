"""Bring the environment to exactly what the hashed locks say: ``install.py .venv LOCK …``.

Runs before there is an environment, so it uses the standard library alone. pip fetches uv, and uv
everything else; of the settings of pip and uv that a person has, those that say where packages come
from hold, and no other. With ``--lock`` it resolves the ``.in`` files of this folder anew.
"""

from __future__ import annotations

import ast
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
BOOK = HERE.parent
GLIBC = (2, 28)
MACHINES = {"linux": ("x86_64", "aarch64"), "darwin": ("x86_64", "arm64")}

#: what pip calls a setting of where packages come from, and what uv does
SOURCES = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "no-index": "UV_NO_INDEX",
    "cert": "SSL_CERT_FILE",
    "trusted-host": "UV_INSECURE_HOST",
    "proxy": "ALL_PROXY",
}
#: further settings of how to fetch, which mean the same thing here as elsewhere
FETCHING_PIP = (*SOURCES, "client-cert", "timeout", "default-timeout", "retries", "cache-dir")
FETCHING_UV = (
    *SOURCES.values(),
    *("UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_OFFLINE", "UV_CACHE_DIR", "UV_HTTP_TIMEOUT"),
    *("UV_NATIVE_TLS", "UV_SYSTEM_CERTS", "UV_KEYRING_PROVIDER", "UV_LINK_MODE", "UV_NO_PROGRESS"),
)
#: the tests that large packages bring for themselves: 60 MB of 460
OWN_TESTS = ("numpy", "pandas", "scipy", "statsmodels")


class CannotInstall(Exception):
    """There is no environment; the message is one line and says what would help."""


def unfit() -> str | None:
    """Say in a line why the locked packages cannot be had on this machine, or return None."""
    system, machine = sys.platform, platform.machine()
    if system not in MACHINES:
        return f"the book is built on Linux or macOS, not on {system}; on Windows use WSL"
    if machine not in MACHINES[system] or sys.maxsize < 2**32:
        return f"no packages for {machine}; there are some for 64-bit {', '.join(MACHINES[system])}"
    if sys.implementation.name != "cpython":
        return f"the packages are for CPython, not for {sys.implementation.name}; name one: PYTHON="
    if system == "linux":
        found = _libc()
        if not found:
            return "no packages for musl (as in Alpine); use a system with glibc 2.28 or newer"
        if found < GLIBC:
            return f"glibc is {'.'.join(map(str, found))}; the packages need 2.28 or newer"
    return None


def _libc() -> tuple[int, ...]:
    """Return the version of glibc, or nothing where there is another C library."""
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (ValueError, OSError):
        return ()
    return tuple(int(part) for part in version.split(".")) if name == "glibc" else ()


def fetching(pip: list[str]) -> dict[str, str]:
    """Return an environment in which pip and uv have no settings but those of where to fetch.

    Settings of uv go before those of pip, and variables before files.
    """
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "UV_", "PYTHON", "VIRTUAL_ENV", "CONDA_"))
    }
    done = subprocess.run([*pip, "config", "list"], capture_output=True, text=True, check=False)
    ours |= {"PIP_CONFIG_FILE": os.devnull, "UV_NO_CONFIG": "1", "PYTHONUTF8": "1"}
    ours["UV_INDEX_STRATEGY"] = "unsafe-best-match"  # as pip does; the hashes say what is right
    for name, value in _settings_of_pip(done.stdout).items():
        ours[f"PIP_{name.upper().replace('-', '_')}"] = value
        if name in SOURCES:
            ours[SOURCES[name]] = value.replace(" ", "," if name == "find-links" else " ")
    ours |= _settings_of_uv()
    return ours | {name: os.environ[name] for name in FETCHING_UV if name in os.environ}


def _settings_of_pip(listed: str) -> dict[str, str]:
    """Read what ``pip config list`` prints; variables go before what is said of `install`."""
    found: dict[str, dict[str, str]] = {"global": {}, "install": {}, ":env:": {}}
    for line in listed.splitlines():
        where, _, setting = line.partition(".")
        name, _, value = setting.partition("=")
        if where in found and name in FETCHING_PIP:
            found[where][name] = " ".join(ast.literal_eval(value).split())
    return found["global"] | found["install"] | found[":env:"]


def _settings_of_uv() -> dict[str, str]:
    """Return the indexes that a person has named in uv's own files, as variables."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    found: dict[str, Any] = {}
    for path in (Path("/etc/uv/uv.toml"), home / "uv/uv.toml", os.environ.get("UV_CONFIG_FILE")):
        if path and Path(path).is_file():
            found |= tomllib.loads(Path(path).read_text(encoding="utf-8"))
    named = found.get("index", [])
    first = [entry["url"] for entry in named if entry.get("default")] or [found.get("index-url")]
    others = [entry["url"] for entry in named if not entry.get("default")]
    others += found.get("extra-index-url", [])
    links = ",".join(found.get("find-links", []))
    ours = {"UV_DEFAULT_INDEX": first[0], "UV_INDEX": " ".join(others), "UV_FIND_LINKS": links}
    return {name: value for name, value in ours.items() if value}


def uv(scratch: Path) -> tuple[str, dict[str, str]]:
    """Return the pinned uv, fetched into a scratch folder, and the environment to run it in."""
    python = scratch / "bin/python"
    _run([sys.executable, "-I", "-m", "venv", str(scratch)], "made no virtual environment")
    pip = [str(python), "-m", "pip"]
    variables = fetching(pip)
    options = ["install", "--quiet", "--disable-pip-version-check", "--no-user", "--require-hashes"]
    only = ["--only-binary", ":all:", "--requirement", str(HERE / "uv.txt")]
    _run([*pip, *options, *only], "could not fetch uv; is there a connection?", variables)
    return str(scratch / "bin/uv"), variables


def _run(command: list[str], failure: str, variables: dict[str, str] | None = None) -> None:
    """Run a command in silence; raises CannotInstall with the last line it said."""
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stdout + done.stderr).strip().splitlines()[-1:]
        raise CannotInstall(f"{failure} ({''.join(last)})")


def install(place: Path, locks: list[Path]) -> None:
    """Make the environment if there is none, and bring it to what the locks say."""
    if why := unfit():
        raise CannotInstall(why)
    with tempfile.TemporaryDirectory() as scratch:
        _say("fetching uv, which installs the rest")
        program, variables = uv(Path(scratch))
        python = place / "bin/python"
        if not _works(python):
            made = ["venv", "--quiet", "--clear", "--no-python-downloads"]
            _run([program, *made, "--python", sys.executable, str(place)], "uv failed", variables)
        _say(f"installing {' + '.join(str(lock) for lock in locks)} into {place}")
        quiet = [] if sys.stderr.isatty() else ["--quiet"]
        command = [program, "pip", "sync", *quiet, "--python", str(python), "--require-hashes"]
        command += ["--only-binary", ":all:", *map(str, locks)]
        if subprocess.run(command, env=variables, check=False).returncode:
            raise CannotInstall("uv could not install the locked packages, see above")
        command = [program, "pip", "install", "--quiet", "--offline", "--python", str(python)]
        _run([*command, "--no-deps", "--editable", str(BOOK)], "uv failed", variables)
    for folder in place.glob("lib/python3*/site-packages"):
        for name in OWN_TESTS:
            for tests in list((folder / name).rglob("tests")):
                shutil.rmtree(tests, ignore_errors=True)


def _works(python: Path) -> bool:
    """Tell whether a Python starts: one that was linked to may have gone, or be another now."""
    same = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    return python.exists() and not subprocess.run([python, "-c", same], check=False).returncode


def lock() -> None:
    """Resolve the groups one after the other, each with the versions of those before it."""
    groups = [("book", BOOK / "requirements.txt")]
    groups += [(name, HERE / f"{name}.txt") for name in ("release", "test", "uv")]
    with tempfile.TemporaryDirectory() as scratch:
        program, variables = uv(Path(scratch))
        for place, (name, path) in enumerate(groups):
            command = [program, "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
            command += ["--no-header", "--python-version", "3.11"]
            command += ["--excludes", "requirements/left_out.txt"]
            if name in ("book", "release"):
                command += ["--excludes", "requirements/left_out_of_builds.txt"]
            for _, earlier in groups[:place]:
                command += ["--constraints", str(earlier.relative_to(BOOK))]
            command += [f"requirements/{name}.in", "--output-file", str(path.relative_to(BOOK))]
            if subprocess.run(command, cwd=BOOK, env=variables, check=False).returncode:
                raise CannotInstall(f"uv could not resolve {name}.in, see above")


def _say(line: str) -> None:
    print(f"environment: {line}", flush=True)


def main(arguments: list[str]) -> int:
    """Lock, or install; say in a line why not."""
    try:
        if arguments == ["--lock"]:
            lock()
        else:
            install(Path(arguments[0]), [Path(name) for name in arguments[1:]])
    except (CannotInstall, OSError, tomllib.TOMLDecodeError) as error:
        print(f"error: environment: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("error: environment: interrupted; the next make goes on from here", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
