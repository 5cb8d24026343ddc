"""The command line: ``python -m biometrics_china`` with a command; ``--help`` lists them."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from pathlib import Path

from biometrics_china.versions import command as versions


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 if all is well, 1 if not, 2 if misused."""
    parser = argparse.ArgumentParser(prog="python -m biometrics_china")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="check every table against the codebook")
    check.add_argument("data_dir", nargs="?", type=Path, help="data folder (default: the book's)")
    check.set_defaults(run=_check)
    add = commands.add_parser("add", help="propose a row, its id and the rows that it needs")
    add.add_argument(
        "table", help="the table; fields of a new source or name: source.x=…, name.x=…"
    )
    add.add_argument("cells", nargs="*", metavar="field=value", help="what is known of the row")
    add.add_argument("--write", action="store_true", help="put the rows in, if the check passes")
    add.set_defaults(run=_add)
    build = commands.add_parser("build", help="bring the site up to date")
    build.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="chapters at a time")
    build.add_argument("--no-cache", action="store_true", help="run every chapter")
    build.set_defaults(run=_build)
    execute = commands.add_parser("execute", help="store the outputs of the chapters in them")
    execute.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="chapters at a time")
    execute.set_defaults(run=_execute)
    twice = commands.add_parser("twice", help="build again under other conditions and compare")
    twice.set_defaults(run=_twice)
    bench = commands.add_parser("bench", help="measure builds, and keep the times in the data")
    bench.add_argument("--rounds", type=int, default=3, help="rounds of paired runs (default: 3)")
    bench.add_argument("--no-growth", action="store_true", help="no copies grown 3 to 100 times")
    bench.set_defaults(run=_bench)
    metadata = commands.add_parser("metadata", help="write the files made from metadata.yml")
    metadata.add_argument("--check", action="store_true", help="only say which files differ")
    metadata.set_defaults(run=_metadata)
    screen = commands.add_parser("screen", help="show what the register holds under a name")
    screen.add_argument("name", nargs="*", help="a name, in English or Chinese")
    screen.add_argument("--file", type=Path, help="a CSV file of names; the answer is CSV")
    screen.add_argument("--column", default="name", help="the column of names (default: name)")
    screen.set_defaults(run=_screen, refuse=screen.error)
    pdf = commands.add_parser("pdf", help="set the built site as one PDF")
    pdf.add_argument("--site", type=Path, help="the built site (default: _build/html)")
    pdf.add_argument("--out", type=Path, help="the PDF (default: _build/<name>-<version>.pdf)")
    pdf.set_defaults(run=_pdf)
    versions.add_to(commands)
    chosen = parser.parse_args(arguments)
    return int(chosen.run(chosen))


def _check(chosen: argparse.Namespace) -> int:
    """Print one line a problem, or one line that says there is none."""
    from biometrics_china import codebook, validation  # slow to import, so only where needed
    from biometrics_china.versions import ledger

    root = (chosen.data_dir or codebook.data_root()).resolve()
    try:
        checked = validation.check(root)
    except validation.InvalidData as error:
        print(error)
        return 1
    rows = sum(len(sheet.rows) for sheet in checked.sheets.values())
    print(f"{root.name}: {len(checked.sheets)} tables, {rows:,} rows, no problem")
    last, lines = ledger.unnamed(root, checked.package)
    if lines:
        print(f"changed since {last}; if it is meant, CHANGELOG.md wants above its entry:")
    print(*lines, sep="\n", end="\n" * bool(lines))
    return 0


def _add(chosen: argparse.Namespace) -> int:
    """Show the lines of a new row and of those that it needs, check them, write them if asked."""
    from biometrics_china import adding, codebook, validation

    root = codebook.data_root().resolve()
    try:
        checked = validation.check(root)
        changed = adding.files(root, checked, adding.rows(checked, chosen.table, chosen.cells))
        print(*(line for _, lines in changed.values() for line in lines), sep="\n")
        adding.checked_copy(root, changed)
    except (validation.InvalidData, adding.BadRow) as error:
        print(error, file=sys.stderr)
        return 1
    if chosen.write:
        adding.write(root, changed)
    print("written" if chosen.write else "the check passes; nothing is written without --write")
    return 0


def _build(chosen: argparse.Namespace) -> int:
    """Build the site, or say in a line why not."""
    _same_anywhere()
    # a build soon ends: looking for garbage in circles would take a tenth of its time
    gc.disable()
    from biometrics_china.building import inputs, site

    try:
        done = site.build(inputs.root(), chosen.jobs, _say, cached=not chosen.no_cache)
    except inputs.Failed as error:
        print(error, file=sys.stderr)
        return 1
    print(f"book: {'open' if done else 'nothing has changed;'} {site.SITE}/index.html")
    return 0


def _execute(chosen: argparse.Namespace) -> int:
    """Run the chapters that are stale, store the outputs of all, and say which files changed."""
    _same_anywhere()
    from biometrics_china.building import chapters, inputs, site

    root = inputs.root()
    try:
        with site.alone(root, _say):
            changed = chapters.store_outputs(inputs.book(root), chosen.jobs, _say)
    except inputs.Failed as error:
        print(error, file=sys.stderr)
        return 1
    print(f"chapters: changed files: {', '.join(changed) or 'none'}")
    return 0


def _twice(chosen: argparse.Namespace) -> int:
    """Print what differs between the built site and builds under other conditions."""
    from biometrics_china.building import inputs, twice

    del chosen
    with tempfile.TemporaryDirectory() as scratch:
        try:
            found = twice.differences(inputs.root(), Path(scratch), _say)
        except inputs.Failed as error:
            print(error, file=sys.stderr)
            return 1
    print("\n".join(found) or "twice: the same bytes under all conditions")
    return int(bool(found))


def _bench(chosen: argparse.Namespace) -> int:
    """Measure builds and keep the times, or say in a line why not."""
    from biometrics_china.bench import run
    from biometrics_china.building import inputs

    root = inputs.root()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            run.run(root, Path(scratch), chosen.rounds, _say, growth=not chosen.no_growth)
        except inputs.Failed as error:
            print(error, file=sys.stderr)
            return 1
    print(f"bench: kept in data/{run.PATH.as_posix()}")
    return 0


def _same_anywhere() -> None:
    """Take out of this process what would let a build depend on the machine or on the day."""
    # one thread: chapters run side by side, and sums do not depend on the number of cores
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    os.environ.pop("SOURCE_DATE_EPOCH", None)  # Sphinx would print its year as that of copyright


def _say(line: str) -> None:
    print(line, flush=True)


def _metadata(chosen: argparse.Namespace) -> int:
    """Write the files that repeat the metadata, or say which of them differ."""
    from biometrics_china import codebook
    from biometrics_china.publishing import metadata, metadata_files

    root = codebook.data_root().parent
    try:
        facts = metadata.load()
        lines = (metadata_files.stale if chosen.check else metadata_files.write)(facts, root)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(lines) or "every file is what metadata.yml gives")
    return int(chosen.check and bool(lines))


def _screen(chosen: argparse.Namespace) -> int:
    """Print the records under a name, or the answers to a file of names as CSV."""
    if bool(chosen.name) == bool(chosen.file):
        chosen.refuse("give one name, or --file with a CSV file of names")
    from biometrics_china.register import command

    if chosen.name:
        print(command.report(" ".join(chosen.name)))
        return 0
    try:
        names = command.read_names(chosen.file, chosen.column)
    except command.BadNames as error:
        print(error, file=sys.stderr)
        return 1
    print(command.answers(names), end="")
    return 0


def _pdf(chosen: argparse.Namespace) -> int:
    """Write the PDF of the built site and say where it is."""
    from biometrics_china.publishing.pdf import pages, typeset

    root = typeset.book_root()
    site, out = chosen.site or root / "_build/html", chosen.out or root / typeset.usual_name()
    try:
        count = typeset.write(site, root / "_toc.yml", out)
    except pages.PrintError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{out}: {count} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
