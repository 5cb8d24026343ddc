"""The command line: ``python -m biometrics_china`` with a command; ``--help`` lists them."""

from __future__ import annotations

import argparse
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from biometrics_china import place
from biometrics_china.building import command as building
from biometrics_china.building import screening, signals, site
from biometrics_china.building.inputs import Failed
from biometrics_china.official import command as official
from biometrics_china.versions import command as versions

_STATUS = """exit status: 0 if all is well; 1 if not, with a line that says why; 2 if the command was
used wrongly or has nothing to work on"""


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; --help says what is right\n")


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status, which ``--help`` explains.

    What a user, a disk or the data did wrong ends in a line; an error in the code in a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may know fewer characters than we
            stream.reconfigure(errors="backslashreplace")
    chosen = _parser().parse_args(arguments)
    try:
        with signals.terminable():
            status = int(chosen.run(chosen))
            sys.stdout.flush()
            return status
    except (Exception, KeyboardInterrupt) as error:
        said = _said(error)
        if not said:
            raise
        if not isinstance(error, BrokenPipeError):  # who closed the pipe has read enough
            print(said, file=sys.stderr)
        _print_no_more()
        return 1


def _said(error: BaseException) -> str:
    """Return what to say of an error that is not one of the code; empty for one that is."""
    if isinstance(error, KeyboardInterrupt):
        return str(error) or "interrupted"
    if isinstance(error, Failed):
        return str(error)
    if isinstance(error, UnicodeError):
        return f"some text has not the encoding it should have: {error}"
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename and error.strerror else ""
        return " ".join(f"{where}{error.strerror or error}".split())
    from biometrics_china.validation import InvalidData  # slow

    return str(error) if isinstance(error, InvalidData) else ""


def _print_no_more() -> None:
    """Throw away what could not be printed, which Python would try again at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m biometrics_china", epilog=_STATUS)
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser("check", help="check every table against the codebook")
    check.add_argument("data_dir", nargs="?", type=Path, help="data folder (default: the book's)")
    check.set_defaults(run=_check)
    add = commands.add_parser("add", help="propose a row, its id and the rows that it needs")
    add.add_argument("table", help="the table; of a new source or name: source.x=…, name.x=…")
    add.add_argument("cells", nargs="*", metavar="field=value", help="what is known of the row")
    add.add_argument("--write", action="store_true", help="put the rows in, if the check passes")
    add.set_defaults(run=_add)
    building.add_to(commands)
    metadata = commands.add_parser("metadata", help="write the files made from metadata.yml")
    metadata.add_argument("--check", action="store_true", help="only say which files differ")
    metadata.set_defaults(run=_metadata)
    screening.add_to(commands)
    official.add_to(commands)
    pdf = commands.add_parser("pdf", help="set the built site as one PDF")
    pdf.add_argument("--site", type=Path, help="the built site (default: _build/html)")
    pdf.add_argument("--out", type=Path, help="the PDF (default: _build/<name>-<version>.pdf)")
    pdf.add_argument("--parts", action="store_true", help="each chapter and summary too, beside it")
    pdf.set_defaults(run=_pdf)
    versions.add_to(commands)
    return parser


def _check(chosen: argparse.Namespace) -> int:
    """Print one line a problem, or one line that says there is none."""
    root = chosen.data_dir.resolve() if chosen.data_dir else place.data()
    from biometrics_china import codebook, validation  # slow to import, so only where needed
    from biometrics_china.versions import ledger

    try:
        checked = validation.check(root)
    except validation.InvalidData as error:
        print(error)
        return 1
    if line := codebook.stale(root, checked.package) or validation.stale(root, checked):
        print(line)
        return 1
    rows = sum(len(sheet.rows) for sheet in checked.sheets.values())
    said = f"{root.name}: {len(checked.sheets)} tables, {rows:,} rows, no problem"
    print(said, *validation.notes(checked), sep="\n")
    last, lines = ledger.unnamed(root, checked.package)
    if lines:
        print(f"changed since {last}; if it is meant, CHANGELOG.md wants above its entry:")
    print(*lines, sep="\n", end="\n" * bool(lines))
    return 0


def _add(chosen: argparse.Namespace) -> int:
    """Show the lines of a new row and of those that it needs, check them, write them if asked."""
    root = place.data()
    from biometrics_china import adding, validation

    checked = validation.check(root)
    changed = adding.files(root, checked, adding.rows(checked, chosen.table, chosen.cells))
    print(*(line for _, lines in changed.values() for line in lines), sep="\n")
    adding.checked_copy(root, changed)
    if chosen.write:
        adding.write(root, changed)
    print("written" if chosen.write else "the check passes; nothing is written without --write")
    return 0


def _metadata(chosen: argparse.Namespace) -> int:
    """Write the files that repeat the metadata, or say which of them differ."""
    from biometrics_china import metadata
    from biometrics_china.publishing import metadata_files

    try:
        act = metadata_files.stale if chosen.check else metadata_files.write
        lines = act(metadata.load(), place.root())
    except ValueError as error:
        raise Failed(str(error)) from error
    print("\n".join(lines) or "every file is what metadata.yml gives")
    return int(chosen.check and bool(lines))


def _pdf(chosen: argparse.Namespace) -> int:
    """Write the PDF of the built site and say where it is."""
    root = place.root()
    from biometrics_china.metadata import BadMetadata
    from biometrics_china.publishing.pdf import pages, typeset

    try:
        out = chosen.out or root / pages.usual_name()
        built, toc = chosen.site or root / site.SITE, root / "_toc.yml"
        count = typeset.write(built, pages.chosen(toc), out)
        parts = typeset.write_parts(built, toc, out.parent) if chosen.parts else []
    except (pages.PrintError, BadMetadata) as error:
        raise Failed(str(error)) from error
    print(f"{out}: {count} pages", *parts, sep="\n")
    return 0


if __name__ == "__main__":
    signals.hold()  # what comes after the command has its status comes too late
    sys.exit(main())
