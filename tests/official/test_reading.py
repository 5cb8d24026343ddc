"""Each reader against small files in the shape of its publisher, right ones and wrong ones."""

from __future__ import annotations

import issued
import pytest

from biometrics_china.official import held, reading, run
from biometrics_china.official.entry import BadFile, Entry, iso_day, seat


@pytest.fixture(scope="module")
def laws():
    return run.laws(held.lists())


def read(data: str | bytes, laws, name: str = "file"):
    return reading.read(name, data.encode() if isinstance(data, str) else data, laws)


def names(entries: tuple[Entry, ...]) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(e.list_id, e.name, e.aliases, e.country) for e in entries]


def test_the_electronic_code(laws):
    rows = [
        ("AFGHANISTAN", "Some Body, Kabul.", "76 FR 71869, 11/21/11."),
        (
            issued.CHINA,
            "Sample Chips (Beijing) Corporation, <I>a.k.a.,</I> the following two aliases:\n"
            "<br/>&#x2014;SC Beijing; <I>and</I>\n<br/>&#x2014;Sample Chips Co., Ltd.\n<br/>\n"
            "<br/>No. 18 Road, Beijing 100176.",
            "85 FR 83420, 12/22/20. 86 FR 29193, 6/1/21.",
        ),
        ("", "Academy of Samples, Institute of Basic Medicine, Beijing, China.", "86 FR 1, 1/1/21"),
        ("", "[Reserved]", ""),
        ("", "A &amp; B Trading, a.k.a., AB Trade.\n<br/>Hong Kong", "90 FR 1234, 1/1/25"),
    ]
    copy = read(issued.code(rows), laws, "full/2026-06-16/title-15.xml")
    assert (copy.whole, copy.day) == (("us-entity-list",), "2026-06-16")
    also = ("SC Beijing", "Sample Chips Co., Ltd.")
    assert names(copy.entries) == [
        ("us-entity-list", "Some Body", (), "-"),
        ("us-entity-list", "Sample Chips (Beijing) Corporation", also, "CN"),
        ("us-entity-list", "Academy of Samples", (), "CN"),
        ("us-entity-list", "A & B Trading", ("AB Trade",), "CN"),
    ]  # fmt: skip
    assert copy.entries[1].citation == "85 FR 83420; 86 FR 29193"
    assert "Academy of Samples, Institute of Basic Medicine" in copy.entries[2].readings


def test_the_supplement_on_military_end_users_has_three_columns(laws):
    copy = read(issued.code([(issued.CHINA, issued.cell("A Plant"), "85 FR 83799")], 7), laws)
    assert [(e.list_id, e.name, e.citation) for e in copy.entries] == [
        ("us-meu", "A Plant", "85 FR 83799")
    ]


def test_the_treasury():
    files = {"CONS_PRIM.CSV": issued.PRIM, "cons_alt.csv": issued.ALT, "cons_add.csv": issued.ADD}
    found, bad = reading.copies({n: f.encode() + b"\x1a" for n, f in files.items()}, {})
    assert bad == []
    assert [c.whole for c in found] == [("us-ns-cmic",)]
    assert names(found[0].entries) == [
        ("us-ns-cmic", "EXAMPLE OPTICS CO., LTD.", ("EXAMPLE CAMERA",), "CN"),
        ("SDN UKRAINE-EO13662", "R. BANK", ("OLD BANK",), "-"),
        ("SDN RUSSIA-EO14024", "R. BANK", ("OLD BANK",), "-"),
    ]
    assert (found[0].entries[0].day, found[0].entries[0].ident) == ("2021-06-03", "OFAC 1001")


def test_the_united_kingdom(laws):
    copy = read(
        issued.uk(
            ("RUS9001", "Sample Trade Alias", "Alias", issued.RUSSIA, "Hong Kong"),
            ("RUS9001", "SAMPLE TRADE LIMITED", "Primary Name", issued.RUSSIA, "Hong Kong"),
            (
                "MYA0001",
                "OTHER",
                "Primary Name",
                "The Myanmar (Sanctions) Regulations 2021",
                "China",
            ),
        ),
        laws,
    )
    assert copy.day == "2026-08-22"
    assert {"gb-russia", "gb-human-rights", "gb-cyber", "gb-dprk"} <= set(copy.whole)
    assert names(copy.entries) == [
        ("gb-russia", "SAMPLE TRADE LIMITED", ("Sample Trade Alias",), "HK"),
        ("UK The Myanmar (Sanctions) Regulations 2021", "OTHER", (), "CN"),
    ]
    assert copy.entries[0].citation == f"UK Sanctions List, RUS9001; {issued.RUSSIA}"
    assert copy.entries[0].day == "2025-10-15"


@pytest.mark.parametrize("data", [issued.EU_XML, issued.EU_CSV], ids=["xml", "csv"])
def test_the_european_union_says_the_same_in_both_files(data, laws):
    copy = read(data, laws)
    assert copy.day == "2026-08-05"
    assert "eu-russia" in copy.whole
    assert "eu-annex-iv" not in copy.whole
    assert names(copy.entries) == [
        ("eu-russia", "Sample Radio Technology Co. Ltd", ("Sample Radio",), "CN")
    ]
    assert copy.entries[0].citation == "2025/933 (OJ L, 2025/933); EU.11111.22"
    assert (copy.entries[0].ident, copy.entries[0].day) == ("EU.11111.22", "2025-05-20")


def test_canada(laws):
    copy = read(issued.SEMA, laws)
    assert names(copy.entries) == [
        ("ca-human-rights", "Sample Bureau", ("Sample Police", "SPB"), "CN"),
        ("ca-russia", "Shenzhen Sample Ltd", (), ""),
    ]
    assert copy.entries[0].day == "2021-03-21"
    page = issued.research(
        [
            ("Academy of Sample Sciences", "People’s Republic of China", "ASS; Sample Academy"),
            *((f"Institute {n}", "Russia", "") for n in range(20)),
        ]
    )
    copy = read(page, laws)
    assert copy.whole == ("ca-nro",)
    assert names(copy.entries)[:2] == [
        ("ca-nro", "Academy of Sample Sciences", ("ASS", "Sample Academy"), "CN"),
        ("ca-nro", "Institute 0", (), "-"),
    ]


def test_the_federal_register(laws):
    notice = read(issued.NOTICE, laws)
    assert notice.whole == ()
    assert [(e.name, e.aliases, e.programme, e.citation) for e in notice.entries] == [
        ("Sample Aerospace Co., Ltd.", ("Sample Aero", "Old Aero"), "", "FR Doc. 2026-11571"),
        ("Gone Technology Co., Ltd.", (), "removed", "FR Doc. 2026-11571"),
    ]
    rule = read(issued.RULE, laws)
    assert names(rule.entries) == [("us-entity-list", "Sample Chips Co., Ltd.", (), "CN")]
    told = read(issued.NOTICES, laws).notices
    assert [(n.list_id, n.citation, n.day) for n in told] == [
        ("us-1260h", "91 FR 35189", "2026-06-10"),
        ("us-1260h", "FR Doc. 2026-20000", "2026-10-01"),
    ]


UK = issued.uk(("RUS9001", "A", "Primary Name", issued.RUSSIA, "China"))
CODE = issued.code([(issued.CHINA, issued.cell("A Plant"), "85 FR 1")])
LAUGHS = '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "is empty"),
        (" \n", "is empty"),
        ("<!DOCTYPE html><html><body>Service unavailable</body></html>", "is a page of HTML"),
        ("\n<html>Not found</html>", "is a page of HTML"),
        (b"PK\x03\x04\0\0", "is no text"),
        ("a,b\n1,2\n", "has an unknown shape"),
        ("<feed><a/></feed>", "is XML of an unknown shape, <feed>"),
        (f'<?xml version="1.0"?>{LAUGHS}', "has a document type"),
        (f"<!-- -->{LAUGHS}", "has a document type"),
        (CODE[:-40], "is no whole XML"),
        (CODE.replace(b"<TH>Entity</TH>", b"<TH>Party</TH>"), "has no rows under Country and Entity"),
        ("<a>" * 300 + "</a>" * 300, "elements lie too deep"),
        (UK[:-20], "perhaps cut off"),
        (UK.replace("Regime Name", "Regime"), "has no column 'Regime Name'"),
        (issued.EU_CSV.replace("NameAlias_WholeName", "Name"), "has no column 'NameAlias_WholeName'"),
        (issued.EU_XML.replace("enterprise", "person"), "has no entry of a body"),
        (issued.EU_XML.replace("</export>", ""), "is no whole XML"),
        (issued.SEMA.replace("EntityOrShip", "Other"), "has no record of a body"),
        (issued.research([("A", "China", "")]), "names 1 organizations"),
        (issued.NOTICES[:-9], "is no JSON"),
        ('{"errors": ["bad"]}', "has no document"),
        ('{"count": 0}', "holds no document"),
        ('{"results": []}', "holds no document"),
        (issued.NOTICE.replace("Chinese Military Companies", "Tea"), "speaks of none of the lists"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_gets_one_line_with_what_is_right(data, said, laws):
    with pytest.raises(BadFile) as raised:
        read(data, laws, "wrong.file")
    line = str(raised.value)
    assert line.startswith("wrong.file: ")
    assert said in line
    assert line.endswith(" is right")
    assert "\n" not in line


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"cons_alt.csv": None}, "cons_prim.csv: stands without cons_alt.csv"),
        ({"cons_prim.csv": None}, "cons_alt.csv: stands without cons_prim.csv"),
        ({"cons_prim.csv": issued.PRIM[:-30]}, "cons_prim.csv: line 3 has"),
        ({"cons_prim.csv": "<html>Denied</html>"}, "cons_prim.csv: is a page of HTML"),
        ({"cons_add.csv": issued.ALT}, "cons_add.csv: line 1 has 5 cells where 6 belong"),
        ({"cons_prim.csv": issued.PRIM.splitlines()[1]}, "cons_prim.csv: has no entry of a body"),
    ],
)
def test_the_treasurys_files_go_together(change, said):
    files = {"cons_prim.csv": issued.PRIM, "cons_alt.csv": issued.ALT, "cons_add.csv": issued.ADD}
    whole = {n: f.encode() for n, f in (files | change).items() if f is not None}
    assert any(str(error).startswith(said) for error in reading.copies(whole, {})[1])


def test_days_and_seats():
    days = (
        "2021-06-03T10:00",
        "03/06/2021",
        "3.6.2021",
        "22-Aug-2026",
        "3 June 2021",
        "soon",
        "3 Foo 2021",
    )
    assert [iso_day(day) for day in days] == [
        "2021-06-03", "2021-06-03", "2021-06-03", "2026-08-22", "2021-06-03", "", "",
    ]  # fmt: skip
    seats = ["CN CHINA", "Hong Kong, China", "Macao SAR", "Taiwan, China", "RU RUSSIA", " "]
    assert [seat(s) for s in seats] == ["CN", "HK", "MO", "-", "-", ""]
    assert seat("Russia", "China") == "CN"
    assert seat() == ""
