"""The commands on versions: ``verify``, ``impact``, ``changes``, ``snapshot``, ``release`` and so on."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

# the parts that compare and build import pandas and matplotlib, so only where needed

#: longer lines are cut
_WIDEST = 4_000


def add_to(commands: Any) -> None:
    """Add the commands to a parser (what `argparse.add_subparsers` returns)."""
    verify = _add(
        commands,
        "verify",
        _verify,
        "compare a built site or release with a fresh build",
        "0 if it is identical, 1 if anything differs, 2 if there is nothing to verify or to compare "
        "it with. Another Python that built the same bytes is named and is no difference.",
    )
    verify.add_argument("path", type=Path, help="a built site, a release folder or an archive")
    verify.add_argument(
        "--against", type=Path, help="a site that is fresh already (default: build one)"
    )
    verify.add_argument(
        "--fresh-environment",
        action="store_true",
        help="install the locked packages anew instead of using those of this environment",
    )
    verify.add_argument(
        "--record",
        metavar="CONDITIONS",
        help="keep the counts in the data; say what was different about the two builds",
    )
    impact = _add(
        commands,
        "impact",
        _impact,
        "say what has moved since a commit",
        "0 whether anything has moved or not, 2 if there is no such commit or no git.",
    )
    impact.add_argument("base", help="a commit of this checkout")
    changes = _add(
        commands,
        "changes",
        _changes,
        "say what changed between two released versions",
        "0 whether anything changed or not, 2 if a version left no snapshot.",
    )
    changes.add_argument("old", help="a released version")
    changes.add_argument("new", nargs="?", help="a later one (default: the present state)")
    changes.add_argument("--json", action="store_true", help="print JSON instead of lines")
    _add(
        commands,
        "snapshot",
        _snapshot,
        "store what this version says, at its release",
        "0 if it was stored, 2 if the version is released already or is none.",
    )
    release = _add(
        commands,
        "release",
        _release,
        "make the folder of a release; see make release",
        "0 if it was made (with --check: could be), 1 if something stands in the way, and then "
        "nothing is written.",
    )
    release.add_argument("version", help="the version that metadata.yml names")
    release.add_argument("--check", action="store_true", help="only say what stands in the way")
    release.add_argument("--out", type=Path, default=Path("dist"), help="where (default: dist)")
    release.add_argument(
        "--site",
        type=Path,
        default=Path("_build/html"),
        help="the site that was tested, which must equal a fresh build (default: _build/html)",
    )
    assemble = _add(
        commands,
        "assemble",
        _assemble,
        "put released sites together as one",
        "0 if the site was made, 2 if something about the releases is wrong, and then nothing is "
        "written.",
    )
    assemble.add_argument("--releases", type=Path, required=True, help="folder of released sites")
    assemble.add_argument("--out", type=Path, required=True, help="folder to make")
    assemble.add_argument("--moved", type=Path, help="CSV of moved pages: old, new")
    assemble.add_argument("--address", default="", help="address of the site, if it has one")


def _add(commands: Any, name: str, run: Callable[..., int], purpose: str, statuses: str) -> Any:
    """Add a command that ends with the statuses it names, and with 2 where it is misused."""
    parser = commands.add_parser(name, help=purpose, epilog=f"Exit status: {statuses}")
    parser.set_defaults(run=lambda chosen: _run(run, chosen, 1 if name == "release" else 2))
    return parser


def _run(run: Callable[..., int], chosen: argparse.Namespace, refused: int) -> int:
    """Run a command; what stops it is one line (of `Refused`: one each), without a traceback."""
    try:
        return run(chosen)
    except (ValueError, OSError) as error:
        for line in getattr(error, "reasons", [f"error: {error}"]):
            print(plain(line), file=sys.stderr)
        return refused


def plain(line: str) -> str:
    """Return a line that cannot be taken for two, nor move a terminal, whatever it was made of.

    Control characters, line breaks, marks of direction and lone surrogates are written as escapes.
    """
    safe = (c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)
    return "".join(safe) if len(line) <= _WIDEST else plain(f"{line[: _WIDEST - 1]}…")


def _say(line: str) -> None:
    print(plain(line))


def _verify(chosen: argparse.Namespace) -> int:
    """Print what differs from a fresh build; 0 if nothing does, 1 if something does."""
    from biometrics_china.versions import again, manifest, rebuild, record, report, unpack, verify

    with tempfile.TemporaryDirectory() as made:
        scratch = Path(made)
        handed = unpack.find(chosen.path, scratch)
        listed = manifest.read(handed.manifest)
        copy, faults = again.released(handed, scratch)
        listed = manifest.read(copy.manifest)
        if chosen.record:
            record.must_be_of_a_release(copy.manifest)
        faults += verify.own_faults(copy.site, listed)
        fresh = chosen.against or rebuild.site_of(
            copy.source or rebuild.checkout(),
            scratch,
            fresh_environment=chosen.fresh_environment,
        )
        fresh_listed = manifest.read(fresh / manifest.NAME)
        found = verify.differences(copy.site, listed, fresh, fresh_listed)
        for note in verify.notes(handed, copy, listed, fresh_listed):
            _say(f"note: {note}")
        for line in report.lines(faults, found, listed):
            _say(line)
        if chosen.record:
            kept = record.keep(copy.manifest, found, chosen.record)
            _say(f"recorded as {kept} in data/{record.PATH.as_posix()}")
        return 1 if faults or found else 0


def _impact(chosen: argparse.Namespace) -> int:
    """Print which rows changed since a commit, and what they moved."""
    from biometrics_china.versions import compare, impact, snapshot, words

    old = impact.of_commit(chosen.base)
    for line in words.lines(compare.compare(old, snapshot.take())):
        _say(line)
    return 0


def _changes(chosen: argparse.Namespace) -> int:
    """Print what changed between two versions."""
    from biometrics_china.versions import compare, feed, releases, snapshot, words

    old = releases.load(chosen.old)
    new = releases.load(chosen.new) if chosen.new else snapshot.take()
    found = compare.compare(old, new)
    if chosen.json:
        print(feed.as_json([found]).decode(), end="")
        return 0
    for line in words.lines(found):
        _say(line)
    return 0


def _snapshot(chosen: argparse.Namespace) -> int:
    """Store the snapshot of this version among the releases."""
    from biometrics_china.versions import lasting, releases, snapshot

    del chosen
    path = releases.keep(snapshot.take() | {"lasting": lasting.named()})
    _say(f"stored releases/{path.relative_to(releases.folder()).as_posix()}")
    return 0


def _release(chosen: argparse.Namespace) -> int:
    """Make the folder of a release, or say what stands in the way, one line each."""
    from biometrics_china.versions import rebuild, release

    root = rebuild.checkout()
    if chosen.check:
        reasons = release.refusals(root, chosen.version, chosen.out)
        for line in reasons or [f"nothing stands in the way of {chosen.version}"]:
            _say(line)
        return int(bool(reasons))
    if root / "src" not in Path(__file__).resolve().parents:
        raise ValueError(f"{root}: is released by its own code only, and other code runs here")
    made = release.make(root, chosen.version, chosen.site, chosen.out)
    for path in sorted(made.iterdir()):
        _say(f"{path.stat().st_size:>12,}  {path.name}")
    return 0


def _assemble(chosen: argparse.Namespace) -> int:
    """Put released sites together."""
    from biometrics_china.versions import assemble, releases

    moves = assemble.read_moves(chosen.moved or releases.folder() / "moved.csv")
    with tempfile.TemporaryDirectory() as scratch:
        versions = assemble.assemble(
            chosen.releases, chosen.out, Path(scratch), moves=moves, address=chosen.address
        )
    _say(f"{chosen.out.name}: {', '.join(versions)}; the latest stands at the top")
    return 0
