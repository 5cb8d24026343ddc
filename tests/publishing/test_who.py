"""Who is who: every kind of body has its heading, and a row says what the register says."""

from __future__ import annotations

from bs4 import BeautifulSoup

from biometrics_china import tables, titles
from biometrics_china.publishing import who
from biometrics_china.publishing.names import entries
from biometrics_china.publishing.names.finding import Place
from biometrics_china.publishing.names.pages import Named


def rows(html: str) -> list[list[str]]:
    found = BeautifulSoup(html, "html.parser").select("tbody tr")
    return [[" ".join(cell.get_text().split()) for cell in row.children] for row in found]


def test_every_kind_of_body_has_one_heading():
    kinds = [kind for chosen in who._BODIES.values() for kind in chosen]
    assert sorted(kinds) == sorted(tables.vocabulary("entity_kind"))


def test_a_body_stands_with_its_names_its_lists_and_the_chapters_that_name_it():
    body = next(e for e in entries.bodies() if e.name == "Hikvision")
    at = Place("one", "Figure 1.1", "One")
    named = Named(body, ["Hikvision"], {"faces": [at], "europe_technology": [at]})
    (html,) = who._of_bodies([named])
    assert html.startswith("<h2>Firms</h2>")
    ((name, kind, status, chapters),) = rows(html)
    assert name == "Hikvision 海康威视, Hai Kang Wei Shi"
    assert kind == "Firm"
    assert status.startswith("On the Entity List since 9 October 2019")
    names = titles.every()
    assert chapters == f"{names['faces']}; {names['europe_technology']}"
    links = [a["href"] for a in BeautifulSoup(html, "html.parser").select("a")]
    assert links[0] == "../../register/hikvision.html"
    assert links[1] == "../../chapters/faces.html#one"


def test_what_is_no_body_of_the_register_is_left_to_the_glossary():
    law = next(entries.laws())
    assert list(who._of_bodies([Named(law, ["law"], {})])) == []
    heads = [row[0] for html in who._of_terms() for row in rows(html)]
    assert {"Public security organs", "Skynet", "Physicals for All"} <= set(heads)
    assert "Adequacy" not in heads
