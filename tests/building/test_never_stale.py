"""A chapter runs again when, and only when, something it used has changed; the page follows."""

from __future__ import annotations

import json
import re

import pytest
from scratch_book import ROOT, ran

from biometrics_china.building import site, storing

ALL = {path.stem for path in (ROOT / "chapters").glob("*.md")}
LICENCES = "data/europe_measures/licences.csv"
#: the summary in its four languages, whose words rest on the same predicates
SUMMARY = {"summary", "summary_de", "summary_fr", "summary_zh"}


def test_the_unchanged_copy_runs_nothing_wherever_it_lies(book):
    assert book.stale((CHAPTER, "a", "a")) == [set()]
    assert book.build()[-1].startswith("book: nothing has changed")


VOICES = "{label: Sampling of DNA"
CHAPTER, NOTEBOOK = "chapters/regulation.md", "chapters/analysis/regulation.ipynb"
SENTENCE = "Fresh as dew.\n\n## Limits"
#: file, text, other text, and the chapters that must run
CHANGES = {
    # methods counts the rows of every table, and reads the whole codebook; cooperation ties what
    # it asks for to findings and rules of the chapters before it
    "a row": (LICENCES, ",568,", ",569,", {"cooperation", "europe_measures", "methods"}),
    "a row of a table that two chapters share": (
        "data/europe_policing/transfer_rules.csv",
        "No processor may give",
        "No processor may hand",
        {"cooperation", "europe_measures", "europe_policing", "index", "methods"} | SUMMARY,
    ),
    "a function": (
        "src/biometrics_china/analysis/public_opinion/voices.py",
        '"""',
        '"""Otherwise: ',
        {"public_opinion"},
    ),
    "a function behind a figure that the front page shows again": (
        "src/biometrics_china/analysis/police_powers/safeguards.py",
        '"""',
        '"""Otherwise: ',
        # words on trafficking rest on a predicate of police powers, counts on methods on its codes,
        # words on the front page and in the summary on its limits
        {"index", "police_powers", "trafficking", "methods"} | SUMMARY,
    ),
    "a colour": ("src/biometrics_china/figures/style.py", "#7d6bb0", "#7d6bb1", ALL),
    "a line of the lock": ("requirements.txt", "pandas==", "pandas==0", ALL),
    "a cell": (
        NOTEBOOK,
        "spells = passages.units(passages.spells())",
        "spells = passages.units(passages.spells( ))",
        {"regulation"},
    ),
    "a title": (CHAPTER, "rules mostly weakened", "rules mostly lost force", {"regulation"}),
    "words that are checked": (CHAPTER, "{holds}`", "{holds}`police_powers.", {"regulation"}),
    "a caption": (CHAPTER, "caption: >-\n  ", "caption: >-\n  Look: ", set()),
    "words of a cell": (NOTEBOOK, "Each number that the", "Every number that the", set()),
    "a label": (
        "data/public_opinion/codebook.yml",
        VOICES,
        f"{VOICES} and others",
        {"public_opinion", "methods"},
    ),
    "a description": (
        "data/europe_measures/codebook.yml",
        "title: Licences",
        "title: The licences",
        {"methods"},
    ),
    "a sentence": (CHAPTER, "## Limits", SENTENCE, set()),
    "the way pages look": ("src/biometrics_china/publishing/static/book.css", "{", "{ ", set()),
    "a page of the back matter": ("chapters/reference/findings.md", "# ", "# All ", set()),
    "a correction, for the readers of its table": (
        "data/corrections.csv",
        "2013-07-21,2013-07-12",
        "2013-07-21,2013-07-13",
        {"methods", "police_powers", "trafficking"} | SUMMARY,
    ),
}


@pytest.fixture(scope="module")
def stale(book):
    """Return what each change makes stale."""
    found = book.stale(*(tuple(change[:3]) for change in CHANGES.values()))
    return dict(zip(CHANGES, found, strict=True))


@pytest.mark.parametrize("change", CHANGES)
def test_exactly_what_depends_on_a_change_is_stale(stale, change):
    assert stale[change] == CHANGES[change][3]


def test_findings_without_sources_run_again_for_a_row_that_they_are_made_of(book):
    """The maker of a count of cameras; no other chapter counts cameras in a finding."""
    row = "data/faces/camera_counts.csv", "China Central Television,2017", "Another,2017"
    (jobs,) = book.stale_jobs(row)
    assert {job for job in jobs if job.endswith(".without")} == {"faces.without"}


def needs(book, name):
    stored = book.kept(name)[0].read_text(encoding="utf-8")
    return json.loads(stored.partition("\n")[2])["needs"]


def test_a_file_that_is_read_past_the_door_to_the_data_is_a_dependency_too(book):
    name = "src/biometrics_china/analysis/public_opinion/voices.py"
    reads = "from pathlib import Path\nPath(__file__).parents[4].joinpath('x.txt').read_text()\n"
    (book.root / "x.txt").write_text("1", encoding="utf-8")
    with book.changed(name, "import pandas", f"{reads}import pandas"):
        book.renew()
        assert "file x.txt" in needs(book, "public_opinion")
        assert book.stale(("x.txt", "1", "2")) == [{"public_opinion"}]
    (book.root / "x.txt").unlink()


def page(book, name):
    return (book.site / f"chapters/{name}.html").read_text(encoding="utf-8")


def stopped_by_what_is_stored(book):
    """Return the stored files that a build names because they are not what it has computed."""
    lines = [line for line in book.build(status=1) if storing.RENEW in line]
    return [
        name for line in lines for name in re.findall(r"chapters/said/(\w+\.txt): is not", line)
    ]


def number_on_page(book, name):
    link = rf'<a[^>]*#number-europe-measures-{name}"[^>]*>([^<]*)</a>'
    found = set(re.findall(link, page(book, "europe_measures")))
    assert len(found) == 1
    return found.pop()


def test_a_page_follows_data_and_words_and_nothing_is_left_of_what_was(book):
    before = book.bytes()
    assert number_on_page(book, "denials-2021") == "568"
    with (
        book.changed(LICENCES, ",568,", ",569,"),
        book.changed(CHAPTER, "## Limits", SENTENCE),
    ):
        assert stopped_by_what_is_stored(book) == ["europe_measures.txt"]
        book.renew()
        assert ran(book.build()) == set()
        assert number_on_page(book, "denials-2021") == "569"
        assert "Fresh as dew." in page(book, "regulation")
    assert stopped_by_what_is_stored(book) == ["europe_measures.txt"]
    book.renew()
    # without what was kept of some chapters, and with what was kept of the others
    for path in book.kept("methods"):
        path.write_bytes(path.read_bytes()[:-9])
    (book.root / site.STAMP).write_text("nonsense", encoding="utf-8")
    lines = book.build()
    assert lines[0] == "chapters: what was kept of methods is damaged; it runs again"
    assert ran(lines) == {"methods"}
    assert book.bytes() == before
