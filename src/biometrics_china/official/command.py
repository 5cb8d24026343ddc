"""The command ``lists``: official files against the data, a report, and rows for a person to judge."""

from __future__ import annotations

import argparse
import csv
import datetime
import io
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_SHAPES = """read are: supplements 4 and 7 to part 744 of title 15 (XML of ecfr.gov), the Treasury's
cons_prim.csv and sdn.csv with the files beside them, notices of the Federal Register (JSON or XML), the
UK Sanctions List (CSV), the financial sanctions of the European Union (XML or CSV 1.1), Canada's
sanctions (XML) and Named Research Organizations (HTML). Exit status: 0 if all was read, 1 if a file was
not, 2 if the command was used wrongly"""
#: the report; the folder of what a person is to judge, there only if there is something; the rest
REPORT, PROPOSALS, OUTSIDE = "report.md", "proposals", "outside.csv"


def add_to(commands: Any) -> None:
    """Add the command to a parser (what `argparse.add_subparsers` returns)."""
    lists = commands.add_parser(
        "lists", help="hold the official lists, as issued, against the data", epilog=_SHAPES
    )
    lists.add_argument(
        "source", nargs="?", help="a folder, a file or an address (default: the publishers)"
    )
    lists.add_argument("--out", type=Path, help="folder for report.md and proposals/")
    lists.add_argument("--day", type=_day, help="day of reading, YYYY-MM-DD (default: today)")
    lists.set_defaults(run=_run)


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: a day as 2026-09-30 is right") from None


def _run(chosen: argparse.Namespace) -> int:
    """Read, compare and report. With a source of one's own, a bad file stops it before it writes."""
    from biometrics_china.official import run  # slow
    from biometrics_china.official.entry import BadFile

    day = chosen.day or datetime.date.today().isoformat()
    try:
        made = run.run(chosen.source, day)
    except BadFile as error:
        print(error, file=sys.stderr)
        return 1
    for wrong in made.bad:
        print(wrong, file=sys.stderr)
    if not made.report:
        return 1
    if chosen.out:
        write(chosen.out, made.report, made.rows)
        print(*made.summary, f"{chosen.out / REPORT}: the report", sep="\n")
    else:
        print(made.report, end="")
    return int(bool(made.bad))


def write(out: Path, report: str, rows: dict[str, list[dict[str, str]]]) -> None:
    """Put report and proposed rows into a folder, each file whole; those of an earlier run go."""
    texts = {REPORT: report}
    texts |= {_place(name): _table(found) for name, found in rows.items() if found}
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".new-") as scratch:
        for name, text in texts.items():
            path = Path(scratch) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        for old in [*(out / PROPOSALS).glob("*.csv"), out / OUTSIDE]:
            old.unlink(missing_ok=True)
        if any(name.startswith(PROPOSALS) for name in texts):
            (out / PROPOSALS).mkdir(exist_ok=True)
        for name in texts:
            os.replace(Path(scratch) / name, out / name)


def _place(name: str) -> str:
    return OUTSIDE if name == "outside" else f"{PROPOSALS}/{name}.csv"


def _table(rows: Sequence[dict[str, str]]) -> str:
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue()
