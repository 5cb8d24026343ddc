"""The rounds of the measurement, and the table in which they are kept.

In each round every tool runs once, one after the other, so that whatever else the machine does
falls on all of them alike. Nothing here is a test: times are not the same twice.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree

from biometrics_china import codebook
from biometrics_china.bench import books, tools
from biometrics_china.bench.measuring import Tool, machine, timed
from biometrics_china.building.inputs import Failed, Say
from biometrics_china.publishing import notebooks

PATH = Path("methods/timings.csv")

Row = dict[str, object]


def run(root: Path, scratch: Path, rounds: int, say: Say, *, growth: bool = True) -> None:
    """Measure all tools that install, and write the table of timings. Raises Failed."""
    stock, shows = books.stock(root, scratch / "stock"), books.printed(root)
    book = tools.book_tool(books.whole(root, scratch / "book"))
    same = tools.jupyter_book_with_site(books.whole(root, scratch / "plain"))
    measured = [book, same, tools.jupyter_book(stock, shows)]
    measured += tools.others(scratch, stock, shows, say)
    rows: list[Row] = []
    for number in range(1, rounds + 1):
        for tool in measured:
            rows += measure(tool, number, say)
        must_be_equal(book, same)
    write(root / "data" / PATH, rows)
    for row in _grown(root, scratch, say) if growth else ():
        rows.append(row)
        write(root / "data" / PATH, rows)


def measure(tool: Tool, number: int, say: Say) -> Iterator[Row]:
    """Yield what one round of a tool took: cold, with nothing changed, and with a row changed."""
    again: list[tuple[str, Callable[[Path], None] | None]] = [("cold", None), ("unchanged", None)]
    if tool.name == "book":
        # and back again, which leaves the site of the book as it was
        again += [("row", books.change_row), ("back", books.change_row)]
    for task, change in again:
        for name in tool.made if task == "cold" else ():
            rmtree(tool.folder / name, ignore_errors=True)
        if change:
            change(tool.folder)
        row = _row(tool, task, number, say)
        tool.must_show()
        if task != "back":
            yield row


def must_be_equal(book: Tool, same: Tool) -> None:
    """Raise Failed unless two tools made the same site to the byte: what is compared is one work."""
    held, theirs = (
        {path.relative_to(tool.folder): path.read_bytes() for path in _files(tool)}
        for tool in (book, same)
    )
    for name in sorted(held | theirs):
        if held.get(name) != theirs.get(name):
            raise Failed(f"{book.name} and {same.name} differ in {name.as_posix()}")


def _files(tool: Tool) -> list[Path]:
    return [path for path in (tool.folder / tool.pages).rglob("*") if path.is_file()]


def _row(tool: Tool, task: str, number: int, say: Say, factor: int = 1) -> Row:
    seconds, peak = timed(tool)
    chapters = len(notebooks.chapter_paths(tool.folder))
    say(f"bench: {tool.name}, {task}, {chapters} chapters, rows × {factor}: {seconds:.1f} s")
    return {
        "tool": tool.name,
        "version": tool.version,
        "task": task,
        "chapters": chapters,
        "rows_factor": factor,
        "round": number,
        "seconds": round(seconds, 2),
        "peak_mib": round(peak),
    }


def _grown(root: Path, scratch: Path, say: Say) -> Iterator[Row]:
    """Yield cold builds of grown copies, once each, by this book and by stock Jupyter Book."""
    for kind, grow, factors in (
        ("chapters", books.grow_chapters, (3, 10)),
        ("rows", books.grow_rows, (10, 100)),
    ):
        for factor in factors:
            whole = books.whole(root, scratch / f"book-{kind}-{factor}")
            stock = books.stock(root, scratch / f"stock-{kind}-{factor}")
            for tool in (tools.book_tool(whole), tools.jupyter_book(stock)):
                grow(tool.folder, factor)
                try:
                    yield _row(tool, "cold", 1, say, factor if kind == "rows" else 1)
                except Failed as error:
                    say(f"bench: without {kind} × {factor}: {error}")
                rmtree(tool.folder)


def write(path: Path, rows: list[Row]) -> None:
    """Write the table of timings in place of the one before, with date and machine."""
    said = {"date": datetime.date.today().isoformat(), "machine": machine()}
    described = codebook.read(codebook.data_root())
    aside = path.with_suffix(".new")
    with aside.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, described.table("timings").columns, lineterminator="\n")
        writer.writeheader()
        for number, row in enumerate(rows, start=1):
            writer.writerow({"id": f"timing-{number:03d}", **said, **row})
    aside.replace(path)
