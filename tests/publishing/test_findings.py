"""Findings on the page: what is printed beside a sentence."""

from __future__ import annotations

import dataclasses
import re

import pytest
from bs4 import BeautifulSoup

from biometrics_china import claims, exhibits, tables, works
from biometrics_china.publishing import findings, sentences

ALL = claims.register()
each_claim = pytest.mark.parametrize("claim", ALL, ids=lambda c: c.id)
COPIES = "read in copies and reports only"


def plain(html):
    return re.sub(r"<[^>]*>", "", html)


@each_claim
@pytest.mark.parametrize("brief", [True, False])
def test_copies_only_is_printed_where_it_is_true_and_nowhere_else(claim, brief):
    for flag in (True, False):
        changed = dataclasses.replace(claim, copies_only=flag)
        html = findings.findings_html([changed], "", brief=brief, anchored=True)
        assert (COPIES in html) is flag
    assert (COPIES in findings.finding_html(claim, "", brief=brief)) is claim.copies_only


@each_claim
def test_a_finding_prints_its_sentence_grade_and_limits(claim):
    html = findings.finding_html(claim, "../../")
    words = plain(html).replace("&#x27;", "'").replace("&quot;", '"')
    label = tables.vocabulary("finding_grade")[claim.grade].lower()
    for part in (
        claim.text.replace("<", "&lt;"),
        claim.grade_reason,
        claim.not_shown,
        claim.objection,
        claim.answer,
        claim.official_position,
        claim.id,
        f"Evidence {claim.grade}: {label}",
    ):
        assert part in words
    assert f'id="{claim.id}"' in html


def test_each_number_links_to_its_entry():
    claim = next(c for c in ALL if "{year_half_widening}" in c.sentence)
    html = sentences.template_html(claim.sentence, claim.subject, "../")
    number = exhibits.numbers_of("regulation")["year_half_widening"]
    assert (
        '<a href="../chapters/reference/numbers/regulation.html'
        '#number-regulation-year-half-widening" '
        f'class="num" title="{number.meaning}">{number.text}</a>'
    ) in html


def test_words_of_a_sentence_are_escaped():
    claim = dataclasses.replace(ALL[0], sentence="1 < 2 & <b>{n_china}</b>")
    html = sentences.template_html(claim.sentence, claim.subject, "")
    assert html.startswith("1 &lt; 2 &amp; &lt;b&gt;<a ")


def test_an_unknown_number_is_an_error():
    with pytest.raises(KeyError, match="n_moon"):
        sentences.number_link("regulation", "n_moon", "")


def test_a_brief_finding_links_to_its_basis_instead_of_giving_it():
    html = findings.finding_html(ALL[0], "", brief=True, anchored=False)
    assert f'href="chapters/reference/findings.html#{ALL[0].id}"' in html
    assert "<details>" not in html
    assert f'id="{ALL[0].id}"' not in html


def test_many_works_are_counted_and_few_are_named():
    one_of_each = [ids[0] for ids in works.copies().values()]
    many = dataclasses.replace(ALL[0], sources=tuple(one_of_each[:9]))
    few = dataclasses.replace(ALL[0], sources=tuple(one_of_each[:8] * 2))
    counted = findings.finding_html(many, "")
    assert "9 works, those behind <a " in counted
    assert f'codebook.html#sources-{ALL[0].tables[0]}"' in counted
    named = findings.finding_html(few, "")
    assert all(named.count(f'sources.html#source-{i}"') == 1 for i in one_of_each[:8])


def test_an_exhibit_link_names_it_by_its_number():
    assert findings.exhibit_link("fig-regulation-timeline", "../") == (
        '<a href="../chapters/regulation.html#fig-regulation-timeline">Figure 1.1</a>'
    )


def test_select():
    assert findings.select("all") == ALL
    assert findings.select("front") == claims.front_page()
    assert {c.subject for c in findings.select("police_powers")} == {"police_powers"}
    assert findings.select("nothing") == ()


def test_the_search_finds_basis_and_limits_in_the_list_of_all_findings_alone():
    in_chapter, in_list = (findings.finding_html(ALL[0], "", listed=x) for x in (False, True))
    assert '<details data-search="off">' in in_chapter
    assert "<details>" in in_list


def test_a_chapter_opens_with_five_findings_and_folds_the_others():
    chosen = ALL[:7]
    html = BeautifulSoup(
        findings.findings_html(chosen, "", brief=False, anchored=True), "html.parser"
    )
    first, others = html.select("ol.findings-list")
    assert [li["id"] for li in first.select(":scope > li")] == [c.id for c in chosen[:5]]
    assert others.parent["class"] == ["more-findings"]
    assert others.parent.summary.get_text() == "Two more findings"
    assert others["start"] == "6"
    assert [li["id"] for li in others.select(":scope > li")] == [c.id for c in chosen[5:]]


def test_lists_of_findings_fold_none():
    for brief, listed in ((True, False), (False, True)):
        html = findings.findings_html(ALL[:7], "", brief=brief, anchored=True, listed=listed)
        assert "more-findings" not in html
