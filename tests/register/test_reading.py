"""Files of names: each encoding, delimiter and shape gives the same names, or one line of refusal."""

import contextlib
import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opencc import OpenCC
from workbooks import MAIN, of_rows, workbook

from biometrics_china import tables
from biometrics_china.register.reading import BadNames, read_names

NAMES = [
    "海康威视",
    "Hangzhou Hikvision Digital Technology Co., Ltd.",
    "新疆公安厅; 乌鲁木齐",
    'The "X" Lab',
]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030")


@pytest.fixture(autouse=True)
def limit_of_python():
    """Read with the limit of a fresh process, which libraries of other tests raise for themselves."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


def table(rows: list[list[str]], sign: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    return out.getvalue()


def read(path: Path, content: bytes, column: str = "name", encoding: str = ""):
    path.write_bytes(content)
    return read_names(path, column, encoding)


def refusal(path: Path, content: bytes, column: str = "name", encoding: str = "") -> str:
    with pytest.raises(BadNames) as refused:
        read(path, content, column, encoding)
    said = str(refused.value)
    assert said.startswith(str(path))
    assert "\n" not in said
    return said.removeprefix(str(path))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_same_names_in_each_encoding_and_delimiter(tmp_path, encoding, sign) -> None:
    told = "sep=|\r\n" if sign == "|" else ""
    text = told + table([["id", "name"], *([str(n), name] for n, name in enumerate(NAMES))], sign)
    names = read(tmp_path / "names.csv", text.encode(encoding))
    first = 3 if told else 2
    assert names.found == list(enumerate(NAMES, first))


LETTERS = st.characters(codec="utf-8", categories=["Lu", "Ll", "Lo", "Nd"])
SIGNS = st.sampled_from(list(" ,;.\"'()&-=+@"))
A_NAME = st.tuples(LETTERS, st.text(LETTERS | SIGNS, max_size=30)).map("".join).map(str.strip)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(A_NAME, min_size=1, max_size=6),
    encoding=st.sampled_from(ENCODINGS),
    sign=st.sampled_from(",;\t"),
)
def test_any_names_come_back_from_each_encoding_and_delimiter(
    tmp_path, names, encoding, sign
) -> None:
    text = table([["name", "country"], *([name, "CN"] for name in names)], sign)
    path, content = tmp_path / "names.csv", text.encode(encoding)
    told = "" if encoding in ("utf-8-sig", "utf-16") else encoding
    assert [name for _, name in read(path, content, encoding=told).found] == names
    if encoding != "gb18030":  # which has to be guessed, and is tried with real names below
        assert [name for _, name in read(path, content).found] == names


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(A_NAME, min_size=1, max_size=6))
def test_any_names_come_back_from_a_workbook_and_from_lines(tmp_path, names) -> None:
    book = of_rows([["x", "name"], *(["1", name] for name in names)])
    assert read(tmp_path / "names.xlsx", book).found == list(enumerate(names, 2))
    lines = [name for name in names if not {";", "\t"} & set(name)]
    text = "\n".join(lines).encode()
    if lines and not lines[0].startswith('"'):
        assert read(tmp_path / "names.txt", text).found == list(enumerate(lines, 1))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=60), head=st.sampled_from([b"", b"name\n", b"PK\x03\x04"]))
def test_no_bytes_end_in_anything_but_names_or_one_line(tmp_path, content, head) -> None:
    with contextlib.suppress(BadNames):  # anything else is a fault
        read(tmp_path / "names.csv", head + content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            b"who\nA\n",
            ", line 1: no column 'name'; its columns are 'who'; let the file end in .txt",
        ),
        (b"Name,x\nA,1\n", "its columns are 'Name', 'x'; is 'Name' meant? say --column"),
        (b" name ;x\nA;1\n", "its columns are ' name ', 'x'; is ' name ' meant?"),
        (b"", ", line 1: no column 'name'; its columns are none"),
        (b"a\x1b[2J\nA\n", "line 1: no column 'name'; its columns are 'a\\x1b[2J'"),
        (b"name,name\nA,B\n", "line 1: column 'name' stands twice; its columns are 'name',"),
        # an unclosed quote would swallow the rest: the line is that on which it opens
        (b'name\nA\n"B\nC\nD\n', "line 3: is not CSV: unexpected end of data; a quote"),
        (b'name\n"B\nC\n"D"\n', "line 2: is not CSV: ',' expected after '\"'; a quote"),
        (b'x,name\n1,A\n"2,B\n3,C\n', "line 3: is not CSV: unexpected end of data"),
        (b'name\n"' + b"x\n" * 70_000, "line 2: has a cell of more than 131,072 characters; a"),
        (b"name\nA\n" + b"x" * 131_073, "line 3: has a cell of more than 131,072 characters; a"),
        (b"name\nA\x00B\n", "line 2, field name: holds the character '\\x00'; a name on"),
        (b"name\nA\x00BC\n", "line 2, field name: holds the character '\\x00'; a name on"),
        (b"name\nA\x1b[31mB\n", "line 2, field name: holds the character '\\x1b'"),
        (b"name\n" + b"x" * 301, "line 2, field name: has 301 characters; at most 300 are"),
        (
            b"name,x\nInstitute of Forensic Science, Ministry of Public Security,CN\n",
            ", line 2: has 3 cells under 2 heads; put a cell that holds ',' in quotes",
        ),
        (b"name\n\xff\n", ": byte 5 is not UTF-8, and which encoding"),
        (b"\xef\xbb\xbfname\n\xff\n", ": byte 8 is not UTF-8; save the file as UTF-8"),
        # one byte of UTF-8 was lost: this is no other encoding
        ("name\n海康威视\n".encode()[:-2], ": byte 14 is not UTF-8; save the file as UTF-8"),
        # Polish, Czech and Russian in the encodings of their countries, and Big5
        ("name\nUniwersytet Łódzki\n".encode("cp1250"), "which encoding it is of is not certain"),
        ("name\nХиквижн Москва\n".encode("cp1251"), "which encoding it is of is not certain"),
        ("name\n國防科技大學\n".encode("big5"), "which encoding it is of is not certain"),
        ("name\nJÄÄKÄÄR GmbH\n".encode("cp850"), "which encoding it is of is not certain"),
        ("name\n東京大学\n".encode("euc_jp"), "which encoding it is of is not certain"),
        ("name\n삼성전자\n현대\n".encode("euc_kr"), "which encoding it is of is not certain"),
        ("name\nČeské vysoké učení\n".encode("cp1250"), "which encoding it is of is not certain"),
        ("name\nBoğaziçi Üniversitesi\n".encode("cp1254"), "which encoding it is of is not"),
        ("name\nSão Paulo\nMálaga\nGöteborg\n".encode("cp850"), "which encoding it is of is not"),
        ("name\nFundação — Málaga\n".encode("mac_roman"), "which encoding it is of is not"),
        ("name\nファーウェイ\n".encode("shift_jis"), "which encoding it is of is not certain"),
        (
            b"\xd0\xcf\x11\xe0rest",
            ": is an Excel file of the old kind or one with a password; save",
        ),
    ],
)
def test_what_cannot_be_read_for_certain_gets_one_line(tmp_path, content, expected) -> None:
    assert expected in refusal(tmp_path / "names.csv", content)


def test_the_chinese_names_of_the_register_are_read_in_gb18030_and_never_in_big5(tmp_path) -> None:
    names = tables.load("entities")["name_zh"].dropna().tolist()
    assert len(names) > 100
    for start in range(0, len(names) - 20, 20):
        some = "\n".join(["name", *names[start : start + 20]])
        found = read(tmp_path / "names.csv", some.encode("gb18030")).found
        assert [name for _, name in found] == names[start : start + 20]
        refusal(tmp_path / "names.csv", OpenCC("s2t").convert(some).encode("big5", "ignore"))


def test_an_encoding_can_be_told(tmp_path) -> None:
    path, content = tmp_path / "names.csv", "name\nUniwersytet Łódzki\n".encode("cp1250")
    names = read(path, content, encoding="cp1250")
    assert names.found == [(2, "Uniwersytet Łódzki")]
    assert names.notes == ["read as cp1250, as in 'Uniwersytet Łódzki'"]
    assert "no encoding is called 'excel'" in refusal(path, content, encoding="excel")
    assert ": byte 5 is not ascii" in refusal(path, "name\nŁ".encode(), encoding="ascii")


def test_single_accented_letters_are_windows_1252_and_that_is_said(tmp_path) -> None:
    content = "name;Land\nUniversität Zürich;CH\nCafé “X”;FR\nJÄÄRÄÄ;EE\n".encode("cp1252")
    names = read(tmp_path / "names.csv", content)
    assert [name for _, name in names.found] == ["Universität Zürich", "Café “X”", "JÄÄRÄÄ"]
    assert names.notes == [
        "read as Windows-1252, as in 'Universität Zürich'",
        "a semicolon parts its cells",
    ]


def test_empty_cells_are_passed_over_and_counted(tmp_path) -> None:
    content = "id,name\n1,A\n2,\n3\n4, \u3000\n5,-\n,\n6,\u200b\n7,B\n".encode()
    names = read(tmp_path / "names.csv", content)
    assert names.found == [(2, "A"), (9, "B")]
    assert names.notes == ["5 cells without a name passed over (lines 3, 4, 5, 6, 8)"]


def test_cells_without_heads_that_are_empty_do_no_harm(tmp_path) -> None:
    assert read(tmp_path / "names.csv", b"name,x\nA,1,,\n").found == [(2, "A")]


def test_a_comma_below_one_head_alone_belongs_to_the_name(tmp_path) -> None:
    content = b"name\nInstitute of Forensic Science, Ministry of Public Security\nBGI,,\n"
    names = read(tmp_path / "names.csv", content)
    assert names.found == [
        (2, "Institute of Forensic Science, Ministry of Public Security"),
        (3, "BGI"),
    ]
    assert names.notes == ["1 name with ',' outside quotes read whole (line 2)"]


def test_a_text_file_is_one_name_a_line_unless_it_has_the_column(tmp_path) -> None:
    path = tmp_path / "names.txt"
    assert read(path, b"Hikvision Co., Ltd.\n\n 'BGI'\n").found == [
        (1, "Hikvision Co., Ltd."),
        (3, "'BGI'"),
    ]
    assert read(path, b"name\nBGI\n").found == [(2, "BGI")]
    assert read(path, "id\tname\n1\tBGI\n".encode("utf-16")).found == [(2, "BGI")]
    assert "its columns are 'Firma', 'Land'" in refusal(path, b"Firma;Land\nBGI;CN\n")


def test_lines_are_counted_as_an_editor_counts_them(tmp_path) -> None:
    content = b'\r\n"x","name"\r\n"a\r\nb",A\r\n\r\n2,B\r\n'
    assert read(tmp_path / "names.csv", content).found == [(3, "A"), (6, "B")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", " \t\r\n\n ", "\u2028", "\x85"])
def test_a_name_on_several_lines_of_a_cell_is_read_as_one(tmp_path, end) -> None:
    text = f'id,name\r\n1,"Hikvision{end}Digital  Technology"\r\n2,"{end}BGI{end}"\r\n3,"{end}"\r\n'
    names = read(tmp_path / "names.csv", text.encode(), encoding="utf-8")
    assert [name for _, name in names.found] == ["Hikvision Digital  Technology", "BGI"]
    assert any("1 name on several lines of a cell, read on one line" in n for n in names.notes)


def test_what_is_no_file_gets_one_line(tmp_path) -> None:
    for path, why in ((tmp_path / "none.csv", "No such file"), (tmp_path, "Is a directory")):
        with pytest.raises(BadNames, match=f"^{path}: {why}.*; a file of names is right$"):
            read_names(path)


def test_a_file_without_an_end_is_refused() -> None:
    with pytest.raises(BadNames, match="/dev/zero: has more than 100,000,000 bytes; split it"):
        read_names(Path("/dev/zero"))


# ---------------------------------------------------------------------------------------- workbooks


def test_a_workbook_as_excel_writes_it(tmp_path) -> None:
    strings = (
        "<si><t>name</t></si><si><r><t>海康</t></r><r><t>威视</t></r>"
        "<rPh><t>haikang</t></rPh></si><si><t>A_x000D_B</t></si>"
    )
    sheet = (
        '<row r="2"><c r="C2" t="s"><v>0</v></c></row>'
        '<row r="3"/><row r="4"><c r="A4"><v>7</v></c><c r="C4" t="s"><v>1</v></c></row>'
        '<row r="5"><c r="A5"><v>8</v></c></row>'
        '<row r="7"><c r="C7" t="str"><f>A1&amp;B1</f><v>BGI</v></c></row>'
    )
    names = read(tmp_path / "x.bin", workbook(sheet, strings, ["Partner", "Old"]))
    assert names.found == [(4, "海康威视"), (7, "BGI")]
    assert names.notes == [
        "sheet 'Partner' of 2 was read",
        "1 cell without a name passed over (line 5)",
    ]
    sheet += '<row r="8"><c r="C8" t="s"><v>2</v></c></row>'
    names = read(tmp_path / "x.xlsx", workbook(sheet, strings))
    assert names.found[-1] == (8, "A B")
    assert names.notes[-1] == "1 name on several lines of a cell, read on one line (line 8)"


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            b"PK\x03\x04nothing else",
            ": is no XLSX workbook that can be read: File is not a zip file",
        ),
        (
            workbook("", sheet=f"{LAUGHS}<x>&b;</x>"),
            "it has a document type; save it as XLSX or CSV",
        ),
        (
            workbook("", strings=f"{LAUGHS}<x>&b;</x>".encode("utf-16").decode("utf-16")),
            "it has a document type",
        ),
        (workbook("", workbook="<a>" * 200), "its parts are nested too deep"),
        (workbook("", workbook=f"<workbook {MAIN}><sheets/></workbook>"), "missing or damaged"),
        (workbook('<row><c t="s"><v>9</v></c></row>'), "missing or damaged"),
        (workbook('<row><c r="XFD1"><v>9</v></c></row>'), "has a cell XFD1; at most 1,000 columns"),
        (workbook("<row>"), "that can be read: mismatched tag"),
        (workbook("", relations="<x/>"), "missing or damaged"),
        (
            of_rows([["who"], ["A"]]),
            ", line 1: no column 'name'; its columns are 'who'; say --column and one of them",
        ),
        (
            of_rows([["who", "where"], ["A", "B"]]),
            "its columns are 'who', 'where'; say --column and one of them",
        ),
        (of_rows([["Name"], ["A"]]), "its columns are 'Name'; is 'Name' meant? say --column"),
        (of_rows([]), ", line 1: no column 'name'; its columns are none"),
        (of_rows([["name", "name"], ["A", "B"]]), "column 'name' stands twice"),
    ],
)
def test_a_bad_workbook_gets_one_line(tmp_path, content, expected) -> None:
    assert expected in refusal(tmp_path / "names.xlsx", content)


def test_another_kind_of_zip_is_named(tmp_path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "missing or damaged; save it as XLSX or CSV" in refusal(
        tmp_path / "x.xlsx", out.getvalue()
    )


def test_a_part_that_unpacks_without_end_is_refused(tmp_path, monkeypatch) -> None:
    from biometrics_china.register.reading import workbook as reading

    monkeypatch.setattr(reading, "LARGEST", 1_000)
    bomb = workbook(" " * 2_000)
    said = refusal(tmp_path / "names.xlsx", bomb)
    assert "its part xl/worksheets/sheet1.xml has 2," in said
    assert said.endswith("bytes; at most 1,000 are right")
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    monkeypatch.setattr(reading, "LARGEST", 10_000)
    rows = of_rows([["name"], ["A"], ["B"]])
    assert "has more than 2 rows or texts" in refusal(tmp_path / "names.xlsx", rows)
