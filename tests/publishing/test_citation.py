"""How the book and its parts are cited, in words and in each format."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import rispy
from pybtex.database import parse_string
from some_metadata import FULL, PLAIN

from biometrics_china import metadata
from biometrics_china.publishing import citable, citation

BOTH = pytest.mark.parametrize("facts", [PLAIN, FULL], ids=["plain", "full"])


@pytest.fixture
def use(monkeypatch):
    """Return a function that makes a made-up book the book."""
    return lambda facts: [
        monkeypatch.setattr(module, "load", lambda: facts) for module in (citation, metadata)
    ]


def test_citations_by_hand(use):
    use(PLAIN)
    book = "The Group of A (2026). A Book: Höhen & Tiefen. Version 2026.11.2.dev0 (in preparation)."
    assert citation.of_book() == book
    assert citation.of_part("Figure 1.1, Rules (fig-a)", "chapters/a.html#fig-a") == (
        f"{book} Figure 1.1, Rules (fig-a). chapters/a.html#fig-a"
    )


def test_citations_by_hand_once_there_are_identifiers(use):
    use(FULL)
    book = "The Group of A; Doe, Ann (2026). A Book: Höhen & Tiefen. Version 2026.11.2."
    assert citation.of_book() == f"{book} https://doi.org/10.1234/book"
    assert citation.of_part("Table 1.2, B (tab-b)", "chapters/a.html#tab-b") == (
        f"{book} Table 1.2, B (tab-b). https://book.example/v/2026.11.2/chapters/a.html#tab-b"
    )


def test_only_a_released_version_has_a_folder_of_its_own():
    coming = replace(FULL, version="2026.12.0.dev0")
    assert citation.lasting_address("a.html", coming) == "https://book.example/a.html"
    assert citation.lasting_address("a.html", PLAIN) == "a.html"


def test_the_real_book_is_cited_with_its_version_and_year():
    facts = metadata.load()
    assert facts.title in citation.of_book()
    assert f"({facts.date[:4]})" in citation.of_book()
    assert f"Version {facts.printed_version}." in citation.of_book()


@BOTH
def test_bibtex_is_read_back_as_it_was_meant(facts):
    entries = parse_string(citation.bibtex(facts), "bibtex").entries
    entry = entries[citation.KEY]
    assert len(entries) == 1
    assert entry.fields["title"] == r"{A Book: Höhen \& Tiefen}"
    assert entry.fields["year"] == "2026"
    assert entry.fields["note"] == f"Version {facts.printed_version}"
    assert "version" not in entry.fields, "BibLaTeX prints it beside the note"
    group, *people = entry.persons["author"]
    assert group.last_names == ["{The Group of A}"]
    assert [(p.last_names, p.first_names) for p in people] == [(["Doe"], ["Ann"])][: len(people)]
    assert len(people) == len(facts.authors) - 1
    assert entry.fields.get("doi", "") == facts.doi
    assert ("url" in entry.fields) == bool(facts.address)


@BOTH
def test_ris_is_read_back_as_it_was_meant(facts):
    text = citation.ris(facts)
    assert all(line.endswith("\r\n") for line in text.splitlines(keepends=True))
    (entry,) = rispy.loads(text)
    assert entry["type_of_reference"] == "EBOOK"
    assert entry["title"] == facts.title
    assert entry["authors"] == [a.cited for a in facts.authors]
    assert (entry["year"], entry["date"]) == ("2026", "2026/11/24")
    assert entry["edition"] == f"Version {facts.printed_version}"
    assert entry["keywords"] == list(facts.keywords)
    assert entry.get("doi", "") == facts.doi
    assert entry.get("urls", []) == [f"{facts.address}v/2026.11.2/"] * bool(facts.address)
    assert "unknown_tag" not in entry


#: fields of an item that the CSL 1.0.2 data schema names, as far as they are used here
CSL_TEXT = {
    "id",
    "type",
    "title",
    "title-short",
    "edition",
    "status",
    "language",
    "DOI",
    "URL",
    "keyword",
    "abstract",
}


@BOTH
def test_csl_json_has_the_fields_of_its_schema(facts):
    (item,) = json.loads(citation.csl_json(facts))
    assert set(item) <= CSL_TEXT | {"author", "issued"}
    assert all(isinstance(item[name], str) and item[name] for name in CSL_TEXT & set(item))
    assert item["type"] == "book"
    assert "version" not in item, "Zotero and citation.js take a book that has one for software"
    assert item["edition"] == f"Version {facts.printed_version}"
    assert item["issued"] == {"date-parts": [[2026, 11, 24]]}
    assert item["author"][0] == {"literal": "The Group of A"}
    assert item["author"][1:] == [{"family": "Doe", "given": "Ann"}][: len(facts.authors) - 1]
    assert item.get("DOI", "") == facts.doi


def test_each_format_is_a_file_and_a_link(use):
    use(FULL)
    assert set(citation.downloads()) == {"cite/book.bib", "cite/book.ris", "cite/book.json"}
    html = citable.book_html("../")
    assert all(f'href="../{path}" download' in html for path in citation.downloads())
    assert "corrections.html#how-to-cite" in html
    assert "how-to-cite" not in citable.formats_html("../")


def test_a_page_says_how_to_cite_it(use):
    use(FULL)
    html = citable.page_html("Faces & rules", "chapters/a.html", "../")
    assert "“Faces &amp; rules”. https://book.example/v/2026.11.2/chapters/a.html</dd>" in html
    assert "<dt>Version</dt><dd>2026.11.2</dd>" in html
    assert 'data-search="off"' in html


def test_a_number_is_cited_by_its_id():
    html = citable.number_html("../../")
    assert "Number regulation." in html
    assert "numbers.html#number-regulation-" in html


def test_reports_go_to_the_repository_once_it_is_public(use):
    use(PLAIN)
    assert "no public address yet" in citable.report_html("")
    use(FULL)
    assert 'href="https://code.example/book"' in citable.report_html("")
    use(replace(PLAIN, contact="write@book.example"))
    assert "Reports go to" in citable.report_html("")
    assert 'href="mailto:write@book.example"' in citable.report_html("")


def test_the_front_page_names_whom_to_write_to_where_there_is_somebody(use):
    use(PLAIN)
    assert "mailto:" not in citable.imprint_html("")
    use(FULL)
    assert 'href="mailto:write@book.example"' in citable.imprint_html("")
