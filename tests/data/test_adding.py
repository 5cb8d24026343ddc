"""The command ``add``: ids, shared columns, needed rows, places; and nothing written that is wrong."""

from __future__ import annotations

import pytest
from editing import cells, copied, found

from biometrics_china import adding
from biometrics_china.__main__ import main
from biometrics_china.codebook import Field, Table
from biometrics_china.validation import Sheet

EVENTS = "regulation/instrument_events.csv"
EVENT = [
    "instrument_events",
    "id=pipl-again",
    "instrument_id=cn-pipl",
    "is_used=false",
    "date=2021-11",
]


@pytest.fixture
def root(monkeypatch):
    with copied() as folder:
        monkeypatch.setenv("BIOMETRICS_CHINA_DATA", str(folder))
        yield folder


def everything(root):
    return {p: p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_a_row_and_its_source_are_shown_and_written_only_if_asked(root, capsys):
    typed = [*EVENT, "source_id=gazette-2022", "source.title=Gazette", "source.is_relay=false"]
    before = everything(root)
    assert main(["add", *typed, "source.date=2022"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "data/sources.csv:7: gazette-2022,Gazette,2022,false,",
        "data/regulation/instrument_events.csv:7: "
        "pipl-again,cn-pipl,2021-11,month,false,gazette-2022,seen",
        "the check passes; nothing is written without --write",
    ]
    assert everything(root) == before
    assert main(["add", *typed, "source.date=2022", "--write"]) == 0
    assert cells(root / "sources.csv")[-1][0] == "gazette-2022"
    assert cells(root / EVENTS)[-1][0] == "pipl-again"
    assert (root / EVENTS).read_bytes().startswith(before[root / EVENTS])
    assert found(root) == []


def test_what_is_missing_is_named_with_what_is_allowed(root, capsys):
    before = everything(root)
    assert main(["add", *EVENT, "source_id=gazette-2022", "--write"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert "sources: source.is_relay is required: true or false" in said
    assert everything(root) == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["event"], "'event' is not one of sources, corrections, contradictions, instruments, "),
        (
            ["sources", "titel=x"],
            "titel is not one of id, title, date, is_relay, relays; did you mean ",
        ),
        (
            ["sources", "title"],
            "'title' is no field=value; each field once, as in place=Hotan, is right",
        ),
        (["sources", "title=a", "title=b"], "'title=b' stands twice; each field once"),
        ([*EVENT, "source_id=npc-pipl", "verification=read"], "'read' is not in the vocabulary"),
        (
            [*EVENT[:4], "date=2021-13", "source_id=npc-pipl"],
            "'2021-13' is not a date of the calendar",
        ),
    ],
)
def test_nothing_wrong_is_written(root, capsys, typed, said):
    before = everything(root)
    assert main(["add", *typed, "--write"]) == 1
    assert said in capsys.readouterr().err
    assert everything(root) == before


def sheet(*rows):
    made = Sheet(
        Table("t", "t.csv", "", "", tuple(Field(n, "string", "") for n in ("id", "group"))), ""
    )
    made.rows.extend({"id": row_id, "group": group} for row_id, group in rows)
    return made


@pytest.mark.parametrize(
    ("ids", "right"),
    [
        (["ev007", "ev099", "ev012"], "ev100"),
        (["ev-w09", "ev-w08", "ev-p12"], "ev-w10"),
        (["po-9", "po-x"], ""),
        (["npc", "cac-2", "gazette"], ""),
    ],
)
def test_the_next_id_is_that_of_the_habit_of_the_table(ids, right):
    assert adding.next_id(sheet(*((i, "") for i in ids)), {}, []) == right


def test_the_next_id_counts_the_rows_that_are_new_with_it():
    assert adding.next_id(sheet(("en-01", "")), {}, ["en-02"]) == "en-03"


def test_a_row_stands_where_its_table_is_sorted():
    assert (
        adding.place(sheet(("x2", "c"), ("x9", "a"), ("x10", "b")), {"id": "x9b", "group": "a"})
        == 2
    )
    assert (
        adding.place(sheet(("x11", "a"), ("x9", "a"), ("x10", "b")), {"id": "x1", "group": "a"})
        == 2
    )
    assert (
        adding.place(sheet(("x11", "z"), ("x9", "a"), ("x10", "b")), {"id": "x1", "group": "a"})
        == 3
    )
