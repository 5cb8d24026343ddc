"""The commands on versions: ``verify``, ``impact``, ``changes``, ``snapshot``, ``release`` and so on."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

from biometrics_china import place

# the parts that compare and build import pandas and matplotlib, so only where needed


def add_to(commands: Any) -> None:
    """Add the commands to a parser (what `argparse.add_subparsers` returns)."""
    verify = commands.add_parser(
        "verify", help="compare a built site or release with a fresh build"
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
    verify.set_defaults(run=_verify)
    impact = commands.add_parser("impact", help="say what has moved since a commit")
    impact.add_argument("base", help="a commit of this checkout")
    impact.set_defaults(run=_impact)
    changes = commands.add_parser("changes", help="say what changed between two released versions")
    changes.add_argument("old", help="a released version")
    changes.add_argument("new", nargs="?", help="a later one (default: the present state)")
    changes.add_argument("--json", action="store_true", help="print JSON instead of lines")
    changes.set_defaults(run=_changes)
    snapshot = commands.add_parser("snapshot", help="store what this version says, at its release")
    snapshot.set_defaults(run=_snapshot)
    release = commands.add_parser("release", help="make the folder of a release; see make release")
    release.add_argument("version", help="the version that metadata.yml names")
    release.add_argument("--check", action="store_true", help="only say what stands in the way")
    release.add_argument("--out", type=Path, default=Path("dist"), help="where (default: dist)")
    release.add_argument("--site", type=Path, default=Path("_build/html"), help="the built site")
    release.add_argument("--pdf", type=Path, help="the book as PDF (default: that of make pdf)")
    release.set_defaults(run=_release)
    assemble = commands.add_parser("assemble", help="put released sites together as one")
    assemble.add_argument("--releases", type=Path, required=True, help="folder of released sites")
    assemble.add_argument("--out", type=Path, required=True, help="folder to make")
    assemble.add_argument("--moved", type=Path, help="CSV of moved pages: old, new")
    assemble.add_argument("--address", default="", help="address of the site, if it has one")
    assemble.set_defaults(run=_assemble)


def _verify(chosen: argparse.Namespace) -> int:
    """Print what differs from a fresh build; 0 if nothing does, 1 if something, 2 if unusable."""
    from biometrics_china.versions import manifest, rebuild, record, report, unpack, verify

    unusable = (
        unpack.NotACopy, manifest.BadManifest, rebuild.CannotRebuild, record.NotReleased,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as made:
        scratch = Path(made)
        try:
            copy = unpack.find(chosen.path, scratch)
            listed = manifest.read(copy.manifest)
            if chosen.record:
                record.must_be_of_a_release(copy.manifest)
            faults = verify.own_faults(copy.site, listed)
            fresh = chosen.against or rebuild.site_of(
                copy.source or place.root(),
                scratch,
                fresh_environment=chosen.fresh_environment,
            )
            fresh_listed = manifest.read(fresh / manifest.NAME)
        except unusable as error:
            return _refused(error)
        found = verify.differences(copy.site, listed, fresh, fresh_listed)
        for line in report.lines(faults, found, listed):
            print(line)
        if chosen.record:
            kept = record.keep(copy.manifest, found, chosen.record)
            print(f"recorded as {kept} in data/{record.PATH.as_posix()}")
        return 1 if faults or found else 0


def _impact(chosen: argparse.Namespace) -> int:
    """Print which rows changed since a commit, and what they moved; 0, or 2 if it is none."""
    from biometrics_china.versions import compare, impact, snapshot, words

    try:
        old = impact.of_commit(chosen.base)
    except (impact.NoBase, ValueError) as error:
        return _refused(error)
    for line in words.lines(compare.compare(old, snapshot.take())):
        print(line)
    return 0


def _changes(chosen: argparse.Namespace) -> int:
    """Print what changed between two versions; 0, or 2 if one of them left no snapshot."""
    from biometrics_china.versions import compare, feed, releases, snapshot, words

    try:
        old = releases.load(chosen.old)
        new = releases.load(chosen.new) if chosen.new else snapshot.take()
    except ValueError as error:
        return _refused(error)
    found = compare.compare(old, new)
    if chosen.json:
        print(feed.as_json([found]).decode(), end="")
        return 0
    for line in words.lines(found):
        print(line)
    return 0


def _snapshot(chosen: argparse.Namespace) -> int:
    """Store the snapshot of this version among the releases; 0, or 2 if it is there already."""
    from biometrics_china.versions import releases, snapshot

    del chosen
    try:
        path = releases.keep(snapshot.take())
    except ValueError as error:
        return _refused(error)
    print(f"stored {path.relative_to(place.root()).as_posix()}")
    return 0


def _release(chosen: argparse.Namespace) -> int:
    """Make the folder of a release, or say what stands in the way; 0, or 1 with one line each."""
    from biometrics_china.versions import release

    root = place.root()
    try:
        if chosen.check:
            reasons = release.refusals(root, chosen.version, chosen.out)
            print("\n".join(reasons) or f"nothing stands in the way of {chosen.version}")
            return int(bool(reasons))
        pdf = chosen.pdf or Path(f"_build/biometrics-china-{chosen.version}.pdf")
        made = release.make(root, chosen.version, chosen.site, pdf, chosen.out)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(f"{path.stat().st_size:>12,}  {path.name}" for path in sorted(made.iterdir())))
    return 0


def _assemble(chosen: argparse.Namespace) -> int:
    """Put released sites together; 0, or 2 if something about them is wrong."""
    from biometrics_china.versions import assemble

    moved = chosen.moved or place.root() / "releases/moved.csv"
    with tempfile.TemporaryDirectory() as scratch:
        try:
            versions = assemble.assemble(
                chosen.releases, chosen.out, Path(scratch), moved=moved, address=chosen.address
            )
        except (ValueError, OSError) as error:
            return _refused(error)
    print(f"{chosen.out.name}: {', '.join(versions)}; the latest stands at the top")
    return 0


def _refused(error: Exception) -> int:
    print(f"error: {error}", file=sys.stderr)
    return 2
