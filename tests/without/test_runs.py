"""Runs of whole chapters: what a run says is what the data without the rows give."""

from __future__ import annotations

import random
from importlib import import_module

import pytest

from biometrics_china import numbers, tables, without, works
from biometrics_china.without import answers, findings, parts, rows, runs, waiting

FACES = "faces"


@pytest.fixture(scope="module")
def faces():
    return runs.of_chapter(FACES)


def test_a_count_loses_exactly_the_rows_of_the_work(faces):
    """The cameras: each row that is counted rests on one source, so that the rest can be counted."""
    found = faces["claim-faces-cameras"]
    held = tables.load("camera_counts").set_index("id")["source_id"]
    with parts.put_off():
        counted = numbers.once(answers.compute_of(FACES))["n_cameras"]
    by_work = dict.fromkeys(found["works"], 0)
    for row in counted.rows:
        by_work[works.of_source(held[row])] += 1
    told = {
        key: a["n_cameras"][0]
        for kind, key, a in found["runs"]
        if kind == "work" and "n_cameras" in a
    }
    assert told == {w: counted.value - n for w, n in by_work.items() if n}
    whole = set(findings.not_whole())
    assert found["whole"]["n_cameras"][0] == sum(held[row] not in whole for row in counted.rows)


def test_a_number_of_one_row_is_gone_with_its_source(faces):
    found = faces["claim-faces-forecast"]
    gone = [
        key for kind, key, a in found["runs"] if kind == "work" and a.get("forecast", 0) is None
    ]
    held = tables.load("camera_counts").set_index("id")["source_id"]
    with parts.put_off():
        (row,) = numbers.once(answers.compute_of(FACES))["forecast"].rows
    assert gone == [works.of_source(held[row])]


def test_what_no_finding_of_a_chapter_rests_on_changes_nothing(faces):
    """Works outside the basis, chosen by chance, move no number and no words of the chapter."""
    listed = findings.of_chapter(FACES)
    copies = works.copies()
    rests_on = {w for found in faces.values() for w in found["works"]}
    others = sorted(copies.keys() - rests_on)
    held = rows.every()
    with parts.put_off():
        base = answers.on_all_data(FACES, listed).answers
        for work in random.Random(15).sample(others, 12):
            again = runs._again(FACES, held, held.changes(held.fallen(copies[work])), base)
            assert again == base, work


def test_nothing_is_left_behind_by_a_run(faces):
    del faces
    before = numbers.once(answers.compute_of(FACES))
    with parts.put_off():
        held = rows.every()
        runs._again(FACES, held, held.changes(held.fallen(findings.not_whole())), ["n_cameras"])
    after = numbers.once(answers.compute_of(FACES))
    assert {n: before[n] for n in before} == {n: after[n] for n in after}
    assert not tables._instead


@pytest.mark.parametrize("subject", without.subjects())
def test_the_statements_that_a_number_rests_on_make_what_all_of_them_make(subject):
    """Each answer again, by those statements alone: they are found from the text of the functions."""
    listed = findings.of_chapter(subject)
    for name in ("numbers", "holds"):
        import_module(f"biometrics_china.analysis.{subject}.{name}")
    with parts.put_off():
        base = answers.on_all_data(subject, listed)
        for name, answer in base.answers.items():
            waiting.expect(base.numbers_of[name])
            assert runs._again(subject, rows.Rows(()), {}, [name]) == {name: answer}, name
