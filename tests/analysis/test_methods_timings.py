"""Times of builds by hand: medians, ranges, paired ratios, growth."""

from __future__ import annotations

import pandas as pd
import pytest

from biometrics_china import tables
from biometrics_china.analysis import methods_timings
from biometrics_china.numbers import Numbers

DAY = pd.Timestamp("2026-11-26")


def run(tool, task, number, seconds, peak=100, chapters=11, factor=1):
    return {
        "id": f"timing-{tool}-{task}-{number}-{chapters}-{factor}",
        "date": DAY,
        "machine": "2 cores",
        "tool": tool,
        "version": "1",
        "task": task,
        "chapters": chapters,
        "rows_factor": factor,
        "round": number,
        "seconds": seconds,
        "peak_mib": peak,
    }


RUNS = [
    run("jupyter_book_site", "cold", 1, 100.0),
    run("jupyter_book_site", "cold", 2, 80.0),
    run("jupyter_book_site", "cold", 3, 90.0),
    run("book", "cold", 1, 20.0, peak=900),
    run("book", "cold", 2, 40.0),
    run("book", "cold", 3, 27.0),
    run("book", "unchanged", 1, 0.5),
    run("book", "row", 1, 5.0),
    run("book", "row", 2, 8.0),
    run("jupyter_book", "cold", 1, 50.0),
    run("jupyter_book", "unchanged", 1, 2.0),
    # ten times the ten chapters and once the front page; a hundred times the rows
    run("book", "cold", 1, 200.0, peak=1900, chapters=101),
    run("jupyter_book", "cold", 1, 300.0, chapters=101),
    run("book", "cold", 1, 60.0, peak=950, factor=100),
    run("jupyter_book", "cold", 1, 70.04, peak=990, factor=100),
]


@pytest.fixture(autouse=True)
def timings(monkeypatch):
    monkeypatch.setattr(tables, "load", lambda name: pd.DataFrame({"timings": RUNS}[name]))


def test_the_summary_by_hand():
    found = methods_timings.summary()
    labels, tasks = tables.vocabulary("build_tool"), tables.vocabulary("build_task")
    kept = ["tool", "task", "runs", "median_s", "lowest_s", "highest_s", "peak_mib"]
    # grown copies do not count, and rows stand in the order of the codebook
    assert found[kept].to_numpy().tolist() == [
        [labels["book"], tasks["cold"], 3, 27.0, 20.0, 40.0, 900],
        [labels["book"], tasks["unchanged"], 1, 0.5, 0.5, 0.5, 100],
        [labels["book"], tasks["row"], 2, 6.5, 5.0, 8.0, 100],
        [labels["jupyter_book_site"], tasks["cold"], 3, 90.0, 80.0, 100.0, 100],
        [labels["jupyter_book"], tasks["cold"], 1, 50.0, 50.0, 50.0, 100],
        [labels["jupyter_book"], tasks["unchanged"], 1, 2.0, 2.0, 2.0, 100],
    ]


def test_ratios_are_paired_by_round():
    found = methods_timings.ratios("book", "cold", "jupyter_book_site", "cold")
    # 20 of 100, 40 of 80, 27 of 90
    assert sorted(found) == pytest.approx([0.2, 0.3, 0.5])
    # only rounds that have both
    assert len(methods_timings.ratios("book", "row", "book", "cold")) == 2


def test_growth_begins_with_the_median_and_counts_without_the_front_page():
    found = methods_timings.growth()
    assert found.to_numpy().tolist() == [
        ["chapters", 1, "book", 27.0],
        ["chapters", 10, "book", 200.0],
        ["chapters", 1, "jupyter_book", 50.0],
        ["chapters", 10, "jupyter_book", 300.0],
        ["rows", 1, "book", 27.0],
        ["rows", 100, "book", 60.0],
        ["rows", 1, "jupyter_book", 50.0],
        ["rows", 100, "jupyter_book", 70.04],
    ]


def test_numbers_by_hand():
    found = Numbers("methods", ["timings"])
    methods_timings.add_numbers(found)
    texts = found.texts()
    expected = {
        "seconds_cold": "27.0",
        "seconds_unchanged": "0.5",
        "seconds_row": "6.5",
        "ratio_cold": "0.30",
        "ratio_cold_low": "0.20",
        "ratio_cold_high": "0.50",
        "ratio_cold_stock": "0.40",
        "ratio_unchanged": "0.25",
        "ratio_row": "0.23",
        "peak_mib": "900",
        "most_chapters": "10",
        "most_chapters_seconds": "200",
        "most_chapters_seconds_stock": "300",
        "most_rows": "100",
        "most_rows_seconds": "60",
        "most_rows_seconds_stock": "70",
        "most_mib": "1,900",
        "most_mib_stock": "990",
        "not_timed": "MkDocs Material, Jupyter Book 2",
        "timed_rounds": "3",
        "timed_on": "26 November 2026",
        "timed_machine": "2 cores",
    }
    assert {name: texts[name] for name in expected} == expected
