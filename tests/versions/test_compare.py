"""What differs between two versions, by hand, on the two small versions of the rehearsal."""

from __future__ import annotations

import copy

import pytest

from biometrics_china.versions import compare, page, words


def test_a_version_does_not_differ_from_itself(old):
    same = compare.compare(old, old)
    assert compare.is_empty(same)
    assert not same["tools"]
    assert not any(same["inputs"].values())
    assert words.summary(same) == words.NOTHING


def test_rows_are_named_with_each_field_before_and_after(found):
    assert list(found["rows"]) == ["instruments", "sources"]
    part = found["rows"]["instruments"]
    assert (part["added"], part["removed"]) == (["cn-d"], ["cn-c"])
    assert part["changed"] == [
        {
            "id": "cn-b",
            "fields": [
                {"name": "date", "before": "2015", "after": "2016-02"},
                {"name": "source_id", "before": "page-two", "after": "page-three"},
            ],
        }
    ]
    assert found["rows"]["sources"]["added"] == ["page-three"]


def test_numbers_say_by_how_much_they_moved_and_headlines_come_first(found):
    first, second = found["numbers"]["changed"]
    # 40 → 41 is +1 and +2.5 per cent; 212.5 → 200 is -12.5 and 100 × -12.5 / 212.5 = -5.882 per cent
    assert (first["id"], first["is_headline"]) == ("regulation.n_rules", True)
    assert (first["by"], first["by_percent"]) == (1, 2.5)
    assert (second["by"], second["by_percent"], second["is_headline"]) == (-12.5, -5.882, False)
    assert found["numbers"]["added"] == ["regulation.last"]
    assert found["numbers"]["removed"] == ["trafficking.n_gone"]


@pytest.mark.parametrize("value", [212.5 * (1 + 1e-11), 212, "212.5", "2.125e2", True])
def test_a_number_that_is_printed_alike_has_not_changed(old, value):
    new = copy.deepcopy(old)
    new["numbers"]["regulation.median_days"]["value"] = value
    assert compare.is_empty(compare.compare(old, new))


def test_words_and_zero_have_no_share():
    # the same value may be printed with other digits: 100, then 99.7
    assert compare._moved(99.7, 99.7) == {}
    assert compare._moved("2009", "2010") == {}
    assert compare._moved(0, 5) == {"by": 5, "by_percent": None}


def test_claims_figures_sources_tools_and_inputs(found):
    (claim,) = found["claims"]["changed"]
    assert [f["name"] for f in claim["fields"]] == ["text", "grade"]
    assert found["claims"]["removed"] == ["claim-regulation-old"]
    (figure,) = found["exhibits"]["changed"]
    assert (figure["id"], figure["parts"]) == (
        "fig-regulation-time",
        ["data", "drawing", "caption"],
    )
    (source,) = found["sources"]
    assert (source["id"], source["before"], source["after"]) == ("cn-b", "page-two", "page-three")
    assert found["tools"] == [{"name": "pandas", "before": "3.1.1", "after": "3.2.0"}]
    assert found["inputs"]["data"] == ["data/instruments.csv"]


def table(fields, *cells):
    return {"fields": ["id", *fields], "rows": {row[0]: list(row) for row in cells}}


TEN = [(f"r{n}", f"20{n:02}", "yes") for n in range(10)]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (table(["day", "seen"], *TEN), ["field date renamed day"]),
        (table(["seen"], *[(i, seen) for i, _, seen in TEN]), ["field date removed"]),
        (
            table(["note", "date", "seen"], *[(i, "new", d, s) for i, d, s in TEN]),
            ["field note added"],
        ),
        (table(["seen", "date"], *[(i, s, d) for i, d, s in TEN]), []),
        # one value throughout says nothing of what a field is
        (table(["date", "read"], *TEN), ["field read added", "field seen removed"]),
        # other values are another field
        (
            table(["day", "seen"], *[(i, f"{d}-01", s) for i, d, s in TEN]),
            ["field day added", "field date removed"],
        ),
    ],
)
def test_a_field_that_came_went_or_was_renamed_is_said_once(new, said):
    part = compare.rows(table(["date", "seen"], *TEN), new)
    assert list(words.fields(part)) == said
    assert part["changed"] == []


def test_a_cell_that_changed_in_a_renamed_field_is_named_with_the_new_name():
    cells = [(TEN[0][0], "1999", "yes"), *TEN[1:]]
    part = compare.rows(table(["date", "seen"], *TEN), table(["day", "seen"], *cells))
    (row,) = part["changed"]
    assert row == {"id": "r0", "fields": [{"name": "day", "before": "2000", "after": "1999"}]}


def test_a_renamed_field_reaches_lines_summary_and_page(old):
    new = copy.deepcopy(old)
    new["tables"]["instruments"]["fields"][2] = "day"
    found = compare.compare(old, new)
    assert not compare.is_empty(found)
    assert list(words.lines(found)) == [
        "2026.11.0 → 2026.11.0: field: 1 renamed",
        "table instruments: field date renamed day",
    ]
    html = page.html([{"is_released": True, **found}], "../../")
    assert "field date renamed day" in html


def test_a_table_that_came_or_went_is_all_rows(old, new):
    new["tables"]["cases"] = new["tables"].pop("instruments")
    found = compare.compare(old, new)
    assert found["rows"]["cases"]["added"] == ["cn-a", "cn-b", "cn-d"]
    assert found["rows"]["instruments"]["removed"] == ["cn-a", "cn-b", "cn-c"]


def test_the_lines_of_a_comparison(found):
    lines = list(words.lines(found))
    assert lines[0] == (
        "2026.11.0 → 2026.12.0: records: 2 added, 1 removed, 1 changed; "
        "numbers: 1 added, 1 removed, 2 changed; findings: 1 removed, 1 changed; "
        "figure or table: 1 changed"
    )
    for line in (
        "row instruments/cn-d: added",
        "row instruments/cn-b: date: 2015 → 2016-02",
        "number regulation.n_rules: 40 → 41 (+1, +2.5 per cent)",
        "number trafficking.n_gone: removed",
        "finding claim-regulation-count: grade: A → B",
        "Figure 1.1 (fig-regulation-time): data, drawing, caption changed",
        "tool pandas: 3.1.1 → 3.2.0",
    ):
        assert line in lines
