"""Copies of the book to measure: as it is, for stock tools, and grown in chapters or in rows."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import yaml

from biometrics_china import codebook
from biometrics_china.building import twice
from biometrics_china.publishing import display, notebooks

#: tables whose rows can stand many times and still have one meaning; the analyses refuse others
GROWN = (
    "research_links", "retractions", "police_links", "police_treaties", "survey_answers",
    "public_voices", "listings", "collection_events", "procurement", "statements",
)  # fmt: skip

_ROLE = re.compile(r"\{[\w-]+\}`([^`]*)`")
_DIRECTIVE = re.compile(r"```\{.*?```", re.S)

#: the settings of the other tools, each as it comes
_JUPYTER_BOOK = {
    "title": "The same chapters",
    "execute": {"execute_notebooks": "force", "timeout": 300},
    # the mime type of the site is left aside, so that figures come from the outputs
    "sphinx": {"config": {"nb_mime_priority_overrides": [["html", display.MIME, None]]}},
}
_MKDOCS = {
    "site_name": "The same chapters",
    "docs_dir": "chapters",
    "theme": {"name": "material"},
    "plugins": [{"mkdocs-jupyter": {"execute": True, "allow_errors": False}}],
}
_MYST = {
    "version": 1,
    "project": {"title": "The same chapters"},
    "site": {"template": "book-theme"},
}


def whole(root: Path, to: Path) -> Path:
    """Copy the book as it is."""
    twice.copy_book(root, to)
    return to


def stock(root: Path, to: Path) -> Path:
    """Copy the chapters for tools that know nothing of this site.

    Their code cells are the same, and their outputs are left out, so that a page can only show what
    a tool has run. Words keep no role and no directive of ours, and the pages that are generated
    are left out, so that these tools have less to do than the book has.
    """
    twice.copy_book(root, to)
    names = [path.stem for path in notebooks.chapter_paths(to)]
    for name in names:
        path = to / f"chapters/{name}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "markdown":
                words = _ROLE.sub(r"\1", _DIRECTIVE.sub("", "".join(cell["source"])))
                cell["source"] = [words]
            else:
                cell["outputs"] = []
        path.write_text(json.dumps(notebook), encoding="utf-8")
    for path in (to / "chapters/reference").glob("*"):
        path.unlink()
    files = [{"file": f"chapters/{name}"} for name in names if name != "index"]
    contents = {"format": "jb-book", "root": "chapters/index", "chapters": files}
    settings = {"_config": _JUPYTER_BOOK, "_toc": contents, "mkdocs": _MKDOCS, "myst": _MYST}
    for name, facts in settings.items():
        (to / f"{name}.yml").write_text(yaml.safe_dump(facts), encoding="utf-8")
    return to


def printed(root: Path) -> tuple[str, ...]:
    """Return the first line of each table that the chapters print, as their stored outputs have it."""
    texts = [
        "".join(output.get("data", {}).get("text/plain", ""))
        for path in notebooks.chapter_paths(root)
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        for output in cell.get("outputs", ())
    ]
    return tuple(text.partition("\n")[0] for text in texts if text.startswith("Table "))


def grow_chapters(folder: Path, factor: int) -> None:
    """Let each chapter but the front page stand `factor` times."""
    path = folder / "_toc.yml"
    contents = yaml.safe_load(path.read_text(encoding="utf-8"))
    last = contents.get("parts", [contents])[-1]["chapters"]
    for chapter in notebooks.chapter_paths(folder):
        for number in range(2, factor + 1) if chapter.stem != "index" else ():
            copy = chapter.with_stem(f"{chapter.stem}-{number}")
            copy.write_bytes(chapter.read_bytes())
            last.append({"file": f"chapters/{copy.stem}"})
    path.write_text(yaml.safe_dump(contents), encoding="utf-8")


def grow_rows(folder: Path, factor: int) -> None:
    """Let each row of the tables `GROWN` stand `factor` times, under ids of their own."""
    described = codebook.read(folder / "data")
    for path in (folder / "data" / described.table(name).path for name in GROWN):
        head, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
        place, out = head.index("id"), io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(head)
        for number in range(factor):
            for row in rows:
                own = f"{row[place]}-x{number}" if number else row[place]
                writer.writerow([*row[:place], own, *row[place + 1 :]])
        path.write_text(out.getvalue(), encoding="utf-8")


def change_row(folder: Path) -> None:
    """Change one value of one row that a chapter prints: the same call changes it back."""
    path = folder / "data/europe_measures/licences.csv"
    text = path.read_text(encoding="utf-8")
    old, new = ("568", "569") if ",568," in text else ("569", "568")
    path.write_text(text.replace(f",{old},", f",{new},", 1), encoding="utf-8")
