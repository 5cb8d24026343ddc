"""The commands on versions: ``verify``, ``impact``, ``changes``, ``snapshot``, ``release`` and so on."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from biometrics_china import place
from biometrics_china.versions import words

# the parts that compare and build import pandas and matplotlib, so only where needed


def add_to(commands: Any) -> None:
    """Add the commands to a parser (what `argparse.add_subparsers` returns)."""
    verify = _add(commands, _verify)
    verify.add_argument("path", type=Path, help="a built site, a release folder or an archive")
    verify.add_argument("--against", type=Path, help="a fresh site (default: build one)")
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
    _add(commands, _impact).add_argument("base", help="a commit of this checkout")
    changes = _add(commands, _changes)
    changes.add_argument("old", help="a released version")
    changes.add_argument("new", nargs="?", help="a later one (default: the present state)")
    changes.add_argument("--json", action="store_true", help="print JSON instead of lines")
    _add(commands, _snapshot)
    release = _add(commands, _release, refused=1)
    release.add_argument("version", help="the version that metadata.yml names")
    release.add_argument("--check", action="store_true", help="only say what stands in the way")
    release.add_argument("--out", type=Path, default=Path("dist"), help="where (default: dist)")
    site = {"default": Path("_build/html"), "help": "the tested site (default: %(default)s)"}
    release.add_argument("--site", type=Path, **site)
    assemble = _add(commands, _assemble)
    assemble.add_argument("--releases", type=Path, required=True, help="folder of released sites")
    assemble.add_argument("--out", type=Path, required=True, help="folder to make")
    assemble.add_argument("--moved", type=Path, help="CSV of moved pages: old, new")
    assemble.add_argument("--address", default="", help="address of the site, if it has one")


def _add(commands: Any, run: Callable[..., int], refused: int = 2) -> Any:
    """Add a command, with what its function says of it: a line, then its exit statuses."""
    said, _, more = (run.__doc__ or "").partition("\n\n")
    more = " ".join(more.split())
    parser = commands.add_parser(run.__name__[1:], help=said, description=said, epilog=more)
    parser.set_defaults(run=lambda chosen: _run(run, chosen, refused))
    return parser


def _run(run: Callable[..., int], chosen: argparse.Namespace, refused: int) -> int:
    """Run a command; what stops it is told in a line for each reason, without a traceback."""
    from biometrics_china.validation import InvalidData

    try:
        return run(chosen)
    except InvalidData as error:
        reasons = list(map(str, error.problems))
    except (ValueError, OSError) as error:
        reasons = getattr(error, "reasons", [f"error: {error}"])
    for reason in reasons:
        print(words.plain(reason), file=sys.stderr)
    return refused


def _say(*lines: str) -> None:
    for line in lines:
        print(words.plain(line))


def _verify(chosen: argparse.Namespace) -> int:
    """Compare a built site or release with a fresh build, and print what differs.

    Exit status: 0 if nothing does, 1 if something does, 2 if there is nothing to verify or to compare
    it with. Another Python that built the same bytes is named and is no difference.
    """
    from biometrics_china.versions import (
        again,
        manifest,
        own,
        rebuild,
        record,
        report,
        unpack,
        verify,
    )

    with tempfile.TemporaryDirectory() as made:
        scratch = Path(made)
        handed = unpack.find(chosen.path, scratch)
        copy, faults = again.released(handed, scratch)
        listed = manifest.read(copy.manifest)
        if chosen.record:
            record.must_be_of_a_release(copy.manifest)
        faults += own.faults(copy.site, listed) + own.sums_faults(handed.folder)
        source, renewed = copy.source or place.root(), chosen.fresh_environment
        fresh = chosen.against or rebuild.site_of(source, scratch, fresh_environment=renewed)
        found = verify.differences(copy.site, copy.manifest, fresh)
        notes = verify.notes(handed, copy, fresh, rebuilt=not chosen.against)
        _say(*(f"note: {note}" for note in notes))
        _say(*report.lines(faults, found, listed))
        if chosen.record:
            kept = record.keep(copy.manifest, found, chosen.record)
            _say(f"recorded as {kept} in data/{record.PATH.as_posix()}")
        return 1 if faults or found else 0


def _impact(chosen: argparse.Namespace) -> int:
    """Say which rows changed since a commit, and what they moved.

    Exit status: 0 whether anything moved or not, 2 if there is no such commit or no git.
    """
    from biometrics_china.versions import impact

    _say(*words.lines(impact.since(chosen.base)))
    return 0


def _changes(chosen: argparse.Namespace) -> int:
    """Say what changed between two released versions.

    Exit status: 0 whether anything changed or not, 2 if a version left no snapshot.
    """
    from biometrics_china.versions import compare, feed, releases, snapshot

    old = releases.load(chosen.old)
    new = releases.load(chosen.new) if chosen.new else snapshot.take()
    found = compare.compare(old, new)
    if chosen.json:
        print(feed.as_json([found]).decode(), end="")
        return 0
    _say(*words.lines(found))
    return 0


def _snapshot(chosen: argparse.Namespace) -> int:
    """Store what this version says among the releases, when it is released.

    Exit status: 0 if it is stored, 2 if the version is released already or is none.
    """
    from biometrics_china.register import changes, entities, index
    from biometrics_china.versions import lasting, releases, snapshot

    del chosen
    present = snapshot.take() | {"lasting": lasting.named()}
    held = changes.of_index(index.make(), present["version"], entities.written())
    path = releases.keep(present)
    changes.keep(held, path.with_name(changes.PATH))
    _say(f"stored {path.relative_to(place.root()).as_posix()}")
    return 0


def _release(chosen: argparse.Namespace) -> int:
    """Make the folder of a release, or say what stands in the way, one line each.

    Exit status: 0 if it is made (with --check: could be), 1 if something stands in the way, such as a
    tested site that is no fresh build of the commit; then nothing is written. 2 if it is misused.
    """
    from biometrics_china.versions import release

    root = place.root()
    if chosen.check:
        reasons = release.refusals(root, chosen.version, chosen.out)
        _say(*reasons or [f"nothing stands in the way of {chosen.version}"])
        return int(bool(reasons))
    if root / "src" not in Path(__file__).resolve().parents:
        raise ValueError(f"{root}: is released by its own code only, and other code runs here")
    made = release.make(root, chosen.version, chosen.site, chosen.out)
    _say(*(f"{path.stat().st_size:>12,}  {path.name}" for path in sorted(made.iterdir())))
    return 0


def _assemble(chosen: argparse.Namespace) -> int:
    """Put released sites together as one.

    Exit status: 0 if it is made, 2 if something about the releases is wrong; then nothing is written.
    """
    from biometrics_china.versions import assemble

    moves = assemble.read_moves(chosen.moved or place.root() / "releases/moved.csv")
    with tempfile.TemporaryDirectory() as scratch:
        versions = assemble.assemble(
            chosen.releases, chosen.out, Path(scratch), moves=moves, address=chosen.address
        )
    _say(f"{chosen.out.name}: {', '.join(versions)}; the latest stands at the top")
    return 0
