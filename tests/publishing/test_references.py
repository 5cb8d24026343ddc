"""The works as references and as files: known answers, and every file read back by other programs."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import jsonschema
import pytest
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.bibtex import BibTeX
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from biometrics_china import works
from biometrics_china.publishing import addresses, reference_files, references

#: by citation-style-language/schema, of 25 January 2023, under the licence beside it
SCHEMA = Path(__file__).parent / "schemas/csl-data.json"
WORK = {
    "id": "w",
    "kind": "report",
    "title": "T",
    "title_en": "",
    "title_is_ours": False,
    "authors": (),
    "issuer": "",
    "container": "",
    "volume": "",
    "issue": "",
    "pages": "",
    "issued": "",
    "number": "",
    "number_kind": "",
    "url": "",
    "language": "en",
    "short": "",
}
LAW = {
    "kind": "legislation",
    "title": "个人信息保护法",
    "title_en": "Personal Information Protection Law",
    "issuer": "NPC Standing Committee",
    "issued": "2021-08-20",
    "language": "zh",
    "short": "PIPL",
}
PAPER = {
    "kind": "article_journal",
    "title": "Genes & <Faces>",
    "authors": ("Dirks, Emile", "Leibold, James"),
    "issuer": "P",
    "container": "A Journal",
    "volume": 3,
    "issue": "4",
    "pages": "1-12",
    "issued": "2020-06",
    "number": "10.1/a_b",
    "number_kind": "doi",
}
NEWS = {"kind": "article_newspaper", "title": "Reunions", "title_is_ours": True} | {
    "container": "Xinhua",
    "issued": "2021-09-17",
}


@pytest.fixture
def held(monkeypatch):
    """Return a function that makes one work the list."""

    def put(**told):
        monkeypatch.setattr(works, "all_works", lambda: {"w": WORK | told})
        references.formatted.cache_clear()

    yield put
    references.formatted.cache_clear()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            LAW,
            "NPC Standing Committee. 个人信息保护法 [Personal Information Protection Law]. "
            "20 August 2021.",
        ),
        (
            PAPER,
            "Emile Dirks and James Leibold. Genes &amp; &lt;Faces&gt;. "
            "<em>A Journal</em>, 3(4):1&ndash;12, June 2020.",
        ),
        (NEWS, "[Reunions]. <em>Xinhua</em>, 17 September 2021."),
        (
            {"authors": ("Han",), "issuer": "ASPI", "number": "34", "issued": "2020"},
            "Han. T. Report 34, ASPI, 2020.",
        ),
        ({"issuer": "A_B & 5%"}, "A_B &amp; 5%. T. Report, n.d."),
        ({"kind": "chapter", "issuer": "CUP", "container": "B"}, "T. In <em>B</em>. CUP, n.d."),
        (
            {
                "kind": "legislation",
                "number": "32016R0679",
                "number_kind": "celex",
                "issued": "2016",
            },
            "T. CELEX 32016R0679, 2016.",
        ),
    ],
)
def test_references_by_hand(held, told, expected):
    held(**told)
    assert references.formatted("w") == expected


def test_one_work_by_hand_in_each_format(held):
    held(**PAPER)
    (item,) = json.loads(reference_files.csl_json())
    assert item == {
        "id": "w",
        "type": "article-journal",
        "title": "Genes & <Faces>",
        "author": [
            {"family": "Dirks", "given": "Emile"},
            {"family": "Leibold", "given": "James"},
        ],
        "publisher": "P",
        "container-title": "A Journal",
        "volume": "3",
        "issue": "4",
        "page": "1-12",
        "issued": {"date-parts": [[2020, 6]]},
        "DOI": "10.1/a_b",
        "URL": "https://doi.org/10.1/a_b",
        "language": "en",
    }
    (entry,) = parse_string(references.bibtex(), "bibtex").entries.values()
    assert entry.type == "article"
    assert entry.fields["journal"] == "A Journal"
    assert entry.fields["date"] == "2020-06"
    assert [str(p) for p in entry.persons["author"]] == ["Dirks, Emile", "Leibold, James"]
    (record,) = rispy.loads(reference_files.ris())
    assert record["type_of_reference"] == "JOUR"
    assert record["authors"] == ["Dirks, Emile", "Leibold, James"]
    assert (record["start_page"], record["end_page"], record["doi"]) == ("1", "12", "10.1/a_b")


def test_bibtex_has_the_type_of_a_report_and_a_chapter_and_its_signs(held):
    held(title="For $8 & more", issuer="ASPI", number="34", issued="2020-02")
    written = references.bibtex()
    assert written.startswith("@techreport{w,")
    assert 'institution = "ASPI"' in written
    assert 'title = "{For \\$8 \\& more}"' in written
    assert "    month = feb" in written
    held(kind="chapter", issuer="CUP", container="B")
    written = references.bibtex()
    assert written.startswith("@incollection{w,")
    assert 'booktitle = "B"' in written
    assert 'publisher = "CUP"' in written


def test_an_address_that_is_not_linked_stands_in_the_note(held, monkeypatch):
    held(url="https://host.example/")
    assert json.loads(reference_files.csl_json())[0]["URL"] == "https://host.example/"
    monkeypatch.setattr(addresses, "is_linked", lambda _: False)
    (item,) = json.loads(reference_files.csl_json())
    assert "URL" not in item
    assert item["note"] == "Address, to be opened with care: https://host.example/"
    assert "url = " not in references.bibtex()
    assert "UR  -" not in reference_files.ris()


def test_the_translation_of_a_title_stands_in_a_note(held):
    held(**LAW)
    (item,) = json.loads(reference_files.csl_json())
    said = "Title in English: Personal Information Protection Law."
    assert (item["title"], item["title-short"], item["note"]) == ("个人信息保护法", "PIPL", said)
    assert f'note = "{said}"' in references.bibtex()
    assert rispy.loads(reference_files.ris())[0]["notes"] == [said]


# ----------------------------------------------------------------- the whole list, read by others


@pytest.fixture(scope="module")
def files():
    return {path: data.decode() for path, data in reference_files.downloads().items()}


@pytest.fixture(scope="module")
def items(files):
    return {item["id"]: item for item in json.loads(files["cite/works.json"])}


def faults(value):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return [e.message for e in jsonschema.Draft7Validator(schema).iter_errors(value)]


def test_the_list_passes_the_schema_of_csl(items):
    assert faults(list(items.values())) == []
    assert faults([{"id": "w", "type": "press-release"}])
    assert faults([{"id": "w", "type": "book", "translated-title": "x"}])


def test_no_work_and_no_field_is_lost_in_csl(items):
    assert set(items) == set(works.all_works())
    for work_id, work in works.all_works().items():
        said = json.dumps(items[work_id], ensure_ascii=False)
        for field in ("title", "title_en", "issuer", "container", "issue", "pages", "number"):
            assert json.dumps(str(work[field]), ensure_ascii=False)[1:-1] in said, (work_id, field)
        parts = items[work_id].get("issued", {"date-parts": [[]]})["date-parts"][0]
        assert "-".join(f"{part:02}" for part in parts) == work["issued"]
        assert items[work_id].get("URL", "") == addresses.linked(work_id)


def test_citeproc_reads_the_list_and_makes_references_of_it(items):
    chosen = list(items.values())[::40]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says which fields a style does not print
        read = CiteProcJSON(chosen)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        made = CitationStylesBibliography(style, read, formatter.plain)
        for item in chosen:
            made.register(Citation([CitationItem(item["id"])]))
        printed = " ".join(map(str, made.bibliography()))
    assert len(chosen) > 20
    assert [i["title"] for i in chosen if letters(i["title"]) not in letters(printed)] == []


def letters(words):
    return re.sub(r"[\W_]", "", words).casefold()


def test_bibtex_has_every_work_with_its_fields_for_two_readers(files, tmp_path):
    ours = parse_string(files["cite/works.bib"], "bibtex").entries
    assert set(ours) == set(works.all_works())
    for work_id, work in works.all_works().items():
        fields = ours[work_id].fields
        assert letters(str(work["title"])) == letters(latex_free(fields["title"])), work_id
        assert fields.get("date", "") == work["issued"]
        assert fields.get("url", "") == addresses.linked(work_id)
        assert len(ours[work_id].persons.get("author", [])) == len(references.people(work))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (tmp_path / "works.bib").write_text(files["cite/works.bib"], encoding="utf-8")
        theirs = BibTeX(str(tmp_path / "works.bib"), encoding="utf-8")
    assert set(theirs) == set(ours)


def latex_free(words):
    return re.sub(r"\\text\w+|\\ ", "", words)


def test_ris_has_every_work_with_its_fields(files):
    records = {r["id"]: r for r in rispy.loads(files["cite/works.ris"])}
    assert set(records) == set(works.all_works())
    for work_id, work in works.all_works().items():
        record = records[work_id]
        assert record["title"] == work["title"]
        assert record.get("date", "") == str(work["issued"]).replace("-", "/")
        assert ";".join(record.get("urls", [])) == addresses.linked(work_id)
        assert len(record.get("authors", [])) == len(references.people(work))
        assert record["type_of_reference"] in rispy.TYPE_OF_REFERENCE_MAPPING, work_id
