"""How a work is named where it is cited, and where its original is: known answers and the whole list."""

from __future__ import annotations

import pandas as pd
import pytest

import hosts
from biometrics_china import tables, works

EMPTY = dict.fromkeys(
    ("short", "authors", "container", "issuer", "issued", "number", "number_kind", "url"), None
)
CACHED = (works.all_works, works.copies, works._names)


@pytest.fixture
def made(monkeypatch):
    """Return a function that puts works in place of those of the book: id → fields that are told."""

    def put(told, copies=()):
        rows = [EMPTY | {"id": i, "kind": "report", "title": i} | w for i, w in told.items()]
        held = {
            "works": pd.DataFrame(rows).assign(
                authors=[tuple(a.split(";")) if (a := row["authors"]) else () for row in rows]
            ),
            "sources": pd.DataFrame(copies, columns=["id", "work_id", "standing"]),
        }
        monkeypatch.setattr(tables, "load", lambda name, **_: held[name].copy())
        monkeypatch.setattr(
            works.provenance, "source", held["sources"].set_index("id").to_dict("index").__getitem__
        )
        for function in CACHED:
            function.cache_clear()

    yield put
    monkeypatch.undo()
    for function in CACHED:
        function.cache_clear()


XINHUA = {"container": "Xinhua", "kind": "article_newspaper"}
NAMED = {
    "PIPL": {"short": "PIPL", "authors": "Nobody", "issued": "2021-08-20"},
    "GB/T 41806-2022": {"number": "GB/T 41806-2022", "number_kind": "standard", "issuer": "SAC"},
    "Dirks and Leibold 2020": {"authors": "Dirks, Emile;Leibold, James", "issued": "2020-06-17"},
    "Kostka et al. 2021": {"authors": "Kostka, G.;Steinacker, L.;Meckel, M.", "issued": "2021"},
    "Han n.d.": {"authors": "Han", "container": "A Journal"},
    "Xinhua, 17 September 2021": {**XINHUA, "issued": "2021-09-17"},
    "Xinhua, September 2021": {**XINHUA, "issued": "2021-09"},
    "Xinhua, n.d.": XINHUA,
    "Amnesty International 2020": {"issuer": "Amnesty International", "issued": "2020-03-04"},
    "INTERPOL, n.d.": {"issuer": "INTERPOL"},
    "Human Rights Watch, 3 May 2017": {
        "issuer": "Human Rights Watch",
        "issued": "2017-05-03",
        "kind": "press_release",
    },
}


@pytest.mark.parametrize("expected", NAMED)
def test_a_work_is_named_as_its_field_names_it(made, expected):
    made({"w": NAMED[expected]})
    assert works.name("w") == expected


def test_works_of_the_same_name_are_told_apart_by_letters_in_the_order_of_their_days(made):
    made(
        {
            "late": {"issuer": "A", "issued": "2020-09"},
            "early": {"issuer": "A", "issued": "2020-02"},
            "other": {"issuer": "A", "issued": "2021"},
            "page": {"short": "page"},
            "page-2": {"short": "page"},
        }
    )
    named = [works.name(i) for i in ("early", "late", "other", "page", "page-2")]
    assert named == ["A 2020a", "A 2020b", "A 2021", "page (a)", "page (b)"]


def test_letters_go_on_after_the_last_one(made):
    made({f"w{n:02}": {"short": "x"} for n in range(28)})
    assert [works.name(f"w{n:02}") for n in (0, 25, 26, 27)] == [
        "x (a)",
        "x (z)",
        "x (aa)",
        "x (ab)",
    ]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("art. 33", "art. 33"),
        ("Article 5(1)(e); Article 113(a)", "art. 5(1)(e), art. 113(a)"),
        ("articles 1 to 8", "arts 1 to 8"),
        ("recital 71", "recital 71"),
        ("Annex III", "annex III"),
        ("head; art. 1(2)", ""),
        ("article on page 3", ""),
        ("header", ""),
        ("", ""),
    ],
)
def test_a_place_gives_articles_only_where_it_is_nothing_else(place, expected):
    assert works.articles_in(place) == expected


def test_a_law_is_cited_with_its_article_and_a_report_without(made):
    made(
        {"law": {"short": "GDPR", "kind": "legislation"}, "news": XINHUA},
        [("l", "law", "full_copy"), ("n", "news", "original"), ("r", "news", "report_about")],
    )
    assert works.cited("l", "art. 9") == "GDPR, art. 9"
    assert works.cited("l", "header") == works.cited("l") == "GDPR"
    assert works.cited("n", "art. 9") == "Xinhua, n.d."
    assert [works.mark(i) for i in "lnr"] == ["copy", "", "report"]


@pytest.mark.parametrize(
    ("system", "number", "expected"),
    [
        (
            "celex",
            "32016R0679",
            "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016R0679",
        ),
        (
            "ecli",
            "ECLI:CE:ECHR:2022:1006JUD1",
            "https://e-justice.europa.eu/ecli/ECLI:CE:ECHR:2022:1006JUD1",
        ),
        ("doi", "10.1002/mgg3.1149", "https://doi.org/10.1002/mgg3.1149"),
        ("doi", "10.1/a<b>#c", "https://doi.org/10.1/a%3Cb%3E%23c"),
        ("fr", "91 FR 35189", "https://www.federalregister.gov/citation/91-FR-35189"),
        ("fr_document", "2025-21001", "https://www.federalregister.gov/d/2025-21001"),
        ("docket", "II KK 294/20", "https://read.example/"),
        (None, None, "https://read.example/"),
    ],
)
def test_an_address_follows_by_rule_from_a_number_that_has_one(made, system, number, expected):
    made({"w": {"number_kind": system, "number": number, "url": "https://read.example/"}})
    assert works.address("w") == expected


def test_an_address_of_a_copy_that_was_built_from_a_number_is_that_of_the_rule():
    sources = tables.load("sources")
    built = sources[sources["url_precision"].eq("identifier")]
    by_rule = {
        row["url"]: works.address(row["work_id"])
        for row in built.to_dict("records")
        if works.all_works()[row["work_id"]]["number_kind"] == "celex"
    }
    assert len(by_rule) > 1
    assert {url: rule for url, rule in by_rule.items() if url != rule} == {}


def test_copies_of_a_work_stand_with_the_original_first(made):
    rows = [("r", "w", "report_about"), ("c", "w", "full_copy"), ("o", "w", "original")]
    made({"w": XINHUA}, rows)
    assert works.copies() == {"w": ("o", "c", "r")}


def test_every_work_of_the_book_has_a_name_of_its_own_and_a_copy():
    names = [works.name(work_id) for work_id in works.all_works()]
    assert all(names)
    assert len(set(names)) == len(names) > 1000
    assert set(works.copies()) < set(works.all_works())


def test_a_law_of_the_union_is_of_the_year_in_its_celex_number():
    laws = [w for w in works.all_works().values() if w["number_kind"] == "celex" and w["issued"]]
    years = {w["id"]: (str(w["number"])[1:5], str(w["issued"])[:4]) for w in laws}
    assert len(years) > 10
    assert {i: both for i, both in years.items() if len(set(both)) > 1} == {}


def test_no_name_holds_the_host_of_a_copy():
    found = hosts.of_copies()
    assert len(found) > 300
    assert hosts.found(f"as read at {min(found)}, {min(found).upper()}/a") == [min(found)] * 2
    names = [works.name(work_id) for work_id in works.all_works()]
    assert [name for name in names if hosts.found(name)] == []
