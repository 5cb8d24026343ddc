"""What differs between two versions, by hand, on the two small versions of the rehearsal."""

from __future__ import annotations

from biometrics_china.versions import compare, words


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


def test_the_last_digits_of_another_processor_move_no_number(old, new):
    value = old["numbers"]["regulation.median_days"]["value"]
    for other, moved in ((value * (1 + 1e-11), False), (value * 1.001, True)):
        new["numbers"]["regulation.median_days"] |= {"value": other, "text": "212"}
        ids = {n["id"] for n in compare.compare(old, new)["numbers"]["changed"]}
        assert ("regulation.median_days" in ids) == moved


def test_words_and_zero_have_no_share():
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


def test_a_new_field_that_is_empty_changes_no_row():
    old = {"fields": ["id", "a"], "rows": {"r": ["r", "1"]}}
    empty = {"fields": ["id", "b", "a"], "rows": {"r": ["r", "", "1"]}}
    assert compare.rows(old, empty)["changed"] == []
    filled = {"fields": ["id", "b", "a"], "rows": {"r": ["r", "x", "1"]}}
    (row,) = compare.rows(old, filled)["changed"]
    assert row["fields"] == [{"name": "b", "before": None, "after": "x"}]


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
