"""Two small versions of a book, 2026.11.0 and 2026.12.0, to see what the second one shows."""

from __future__ import annotations

import copy

OLD = {
    "format": 1,
    "version": "2026.11.0",
    "date": "2026-11-24",
    "numbers": {
        "regulation.n_rules": {
            "value": 40,
            "text": "40",
            "meaning": "rules listed",
            "tables": ["instruments"],
        },
        "regulation.median_days": {
            "value": 212.5,
            "text": "212",
            "meaning": "median days to adoption",
            "tables": ["instruments"],
        },
        "regulation.first": {
            "value": "2009",
            "text": "2009",
            "meaning": "year of the first rule",
            "tables": ["instruments"],
        },
        "trafficking.n_gone": {
            "value": 3,
            "text": "3",
            "meaning": "cases in a table that was dropped",
            "tables": ["cases"],
        },
    },
    "claims": {
        "claim-regulation-count": {
            "text": "There are 40 rules.",
            "grade": "A",
            "is_front_page": True,
            "numbers": ["regulation.n_rules"],
        },
        "claim-regulation-old": {
            "text": "It began in 2009.",
            "grade": "C",
            "is_front_page": False,
            "numbers": ["regulation.first"],
        },
    },
    "exhibits": {
        "fig-regulation-time": {
            "subject": "regulation",
            "label": "Figure 1.1",
            "title": "Rules by year",
            "caption": "Of 40 rules.",
            "csv": "c1",
            "svg": "s1",
        },
        "tab-regulation-rules": {
            "subject": "regulation",
            "label": "Table 1.1",
            "title": "Rules",
            "caption": "All rules.",
            "csv": "t1",
        },
    },
    "tables": {
        "instruments": {
            "fields": ["id", "title", "date", "source_id"],
            "rows": {
                "cn-a": ["cn-a", "Rule <A>", "2009-01-01", "page-one"],
                "cn-b": ["cn-b", "Rule B", "2015", "page-two"],
                "cn-c": ["cn-c", "Rule C", "2021", "page-two"],
            },
        },
        "sources": {
            "fields": ["id", "title"],
            "rows": {"page-one": ["page-one", "One"], "page-two": ["page-two", "Two"]},
        },
    },
    "inputs": {
        "data": {"data/instruments.csv": "d1", "data/sources.csv": "d2"},
        "code": {"src/a.py": "p1"},
        "text": {},
        "lock": {"requirements.txt": "l1"},
    },
    "tools": {"python": "3.11.7", "pandas": "3.1.1"},
}


def new_version() -> dict:
    """Return the second version: a row, a number, a claim and a figure changed, some came and went."""
    new = copy.deepcopy(OLD)
    new |= {"version": "2026.12.0", "date": "2026-12-15"}
    new["numbers"]["regulation.n_rules"] |= {"value": 41, "text": "41"}
    new["numbers"]["regulation.median_days"] |= {"value": 200.0, "text": "200"}
    del new["numbers"]["trafficking.n_gone"]
    new["numbers"]["regulation.last"] = new["numbers"]["regulation.first"] | {"text": "2026"}
    new["claims"]["claim-regulation-count"] |= {"text": "There are 41 rules.", "grade": "B"}
    del new["claims"]["claim-regulation-old"]
    new["exhibits"]["fig-regulation-time"] |= {"caption": "Of 41 rules.", "csv": "c2", "svg": "s2"}
    rows = new["tables"]["instruments"]["rows"]
    rows["cn-b"] = ["cn-b", "Rule B", "2016-02", "page-three"]
    rows["cn-d"] = ["cn-d", "Rule D", "2026", "page-one"]
    del rows["cn-c"]
    new["tables"]["sources"]["rows"]["page-three"] = ["page-three", "Three"]
    new["inputs"]["data"]["data/instruments.csv"] = "d3"
    new["tools"] = {"python": "3.14.0", "pandas": "3.2.0"}
    return new
