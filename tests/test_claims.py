"""The findings of the book: what each stands on exists, was read, and is printed with it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from biometrics_china import (
    claims,
    exhibits,
    made,
    manuscript,
    place,
    provenance,
    tables,
    validation,
)
from biometrics_china.publishing import findings
from biometrics_china.templates import placeholders

ALL = claims.register()
each_claim = pytest.mark.parametrize("claim", ALL, ids=lambda c: c.id)


@cache
def sources_that_were_read() -> frozenset[str]:
    """Return every source behind a row that was read, whichever column names it."""
    found: set[str] = set()
    for described in tables.package().tables:
        frame = provenance.read_rows(described.name)
        if "verification" in frame:
            columns = [c for c in frame if c == "source_id" or c.endswith("_source_id")]
            found |= {s for column in columns for s in frame[column].dropna()}
    return frozenset(found)


@each_claim
def test_every_source_of_a_claim_was_read(claim):
    assert claim.sources
    assert set(claim.sources) <= sources_that_were_read()


@each_claim
def test_the_source_of_an_official_position_is_listed_and_the_position_given(claim):
    if claim.official_source:
        assert provenance.source(claim.official_source)
        assert claim.official_position


@each_claim
def test_exhibits_and_tables_of_a_claim_exist(claim):
    assert claim.exhibits
    assert claim.tables
    for exhibit_id in claim.exhibits:
        subject, _, _ = exhibits.get(exhibit_id)
        assert subject == claim.subject, f"{exhibit_id} stands in another chapter"
    known = {t.name for t in tables.package().tables}
    assert set(claim.tables) <= known


@each_claim
def test_a_claim_names_tables_that_its_exhibits_use(claim):
    used = {t for e in claim.exhibits for t in made.of(e).tables}
    assert used & set(claim.tables)


@each_claim
def test_every_number_of_a_sentence_is_computed_and_filled(claim):
    numbers = exhibits.numbers_of(claim.subject)
    assert set(placeholders(manuscript.plain(claim.sentence))) <= set(numbers)
    for words in (claim.text, claim.objection, claim.answer, claim.not_shown, claim.interval):
        assert not re.search(r"[{}]|\bnan\b", words)
    for name in placeholders(manuscript.plain(claim.sentence)):
        assert numbers[name].text in claim.text


@each_claim
def test_ids_last(claim):
    subject = claim.subject.replace("_", "-")
    assert re.fullmatch(rf"claim-{subject}(-[a-z0-9]+)+", claim.id)


def test_ids_and_positions_are_unique():
    assert max(Counter(c.id for c in ALL).values()) == 1
    places = tables.load("claims")[["subject", "position"]]
    assert not places.duplicated().any()


@each_claim
def test_a_claim_says_what_it_does_not_show_and_why_it_has_its_grade(claim):
    assert claim.grade in tables.vocabulary("finding_grade")
    assert len(claim.grade_reason) > 30
    assert claim.not_shown.startswith("It ")
    assert claim.text.endswith(".")


def test_claims_stand_in_the_order_of_the_book():
    subjects = [c.subject for c in ALL]
    assert subjects == sorted(subjects, key=exhibits.SUBJECTS.index)
    assert [c for s in dict.fromkeys(subjects) for c in claims.of_subject(s)] == list(ALL)


def test_the_front_page_has_three_to_six_claims():
    assert 3 <= len(claims.front_page()) <= 6


# ----------------------------------------------------------------------------- building the register


def row(**changes):
    claim = ALL[0]
    parts = {
        "id": "claim-regulation-test",
        "subject": "regulation",
        "position": "1",
        "sentence": "There are {n_china} {holds}`most|rules`.",
        "exhibits": list(claim.exhibits),
        "tables": list(claim.tables),
        "interval": "None",
        "not_shown": "It shows little.",
    }
    return parts | changes


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"exhibits": ["fig-nothing"]}, "no exhibit 'fig-nothing'"),
        ({"tables": ["nothings"]}, "'nothings' is not"),
        ({"sentence": "There are {n_moon} rules."}, "no number n_moon"),
    ],
)
def test_what_a_finding_names_and_is_not_there_stops_the_build_in_one_line(wrong, message):
    said = f"^chapters/regulation.md: claim-regulation-test: .*{message}[^\n]*$"
    with pytest.raises(manuscript.BadText, match=said):
        claims._placed(row(**wrong))


def test_conditions_on_rows_leave_only_their_sources():
    whole = claims._claim(row(tables=["instruments"]))
    part = claims._claim(row(tables=["instruments"], rows=["instruments.id=cn-pipl-2021"]))
    assert set(part.sources) < set(whole.sources)
    assert part.copies_only is not provenance.is_original(part.sources[0])


def test_what_a_finding_does_not_give_is_empty_text_and_guards_leave_no_mark():
    claim = claims._claim(row())
    assert (claim.official_position, claim.official_source) == ("", "")
    assert claim.text == f"There are {exhibits.numbers_of('regulation')['n_china'].text} rules."
    silent = next(claim for claim in ALL if not claim.official_position)
    assert "Official position" not in findings.finding_html(silent, "")


def test_the_table_of_claims_is_made_from_the_chapters():
    made = validation.findings.files(tables.checked())
    assert made == {"data/claims.csv": (place.data() / "claims.csv").read_bytes()}
    frame = tables.load("claims")
    assert list(frame["id"]) == [claim.id for claim in ALL]
    assert not frame["sentence"].str.contains("holds").any()
    assert list(frame["is_front_page"]) == [claim.is_front_page for claim in ALL]
