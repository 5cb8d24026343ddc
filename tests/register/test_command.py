"""The command line gives the answers of the page, in each form the same, and refuses in one line."""

import csv
import datetime
import io
import json
import re
from pathlib import Path

import pandas as pd
import pytest
import small_register

from biometrics_china import metadata, register
from biometrics_china.__main__ import main
from biometrics_china.register import safe, writing
from biometrics_china.register.answers import CAUTION, CERTAIN, COLUMNS, Register
from biometrics_china.register.reading import BadNames


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def a_file(folder: Path, *names: str) -> str:
    path = folder / "names.txt"
    path.write_text("\n".join(names), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", ["Hikvision", "海康威視"])
def test_a_name_shows_every_record_and_the_lists_first(name: str, capsys) -> None:
    assert main(["screen", name]) == 0
    out = capsys.readouterr().out
    first = out.splitlines()[0]
    assert first.startswith(
        f"“{name}” is one body of the register. It is on 4 official lists, first"
    )
    assert first.endswith("first the Entity List (United States) since 9 October 2019.")
    assert 0 < out.index("On the Entity List since") < out.index("record standard_drafters/")


@pytest.mark.parametrize("form", ["text", "md"])
def test_every_answer_says_caution_version_hour_and_lists(form: str, capsys) -> None:
    assert main(["screen", "ETH Zurich", "--format", form]) == 3
    out = capsys.readouterr().out
    assert CAUTION in out
    assert re.search(r"Register 20\d\d\.\d+\.\d+.* of 20\d\d-\d\d-\d\d, asked on 20.+ UTC\.", out)
    assert re.search(r"20\d\d-\d\d-\d\d( \S*old\S*)?: Entity List \(US\), ", out)


def test_words_of_a_name_need_no_quotes(capsys) -> None:
    assert main(["screen", "Dahua", "Bank"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("No body of the register bears exactly the name “Dahua Bank”; 1 body")
    assert "  On the Entity List since" in out  # a candidate shows its lists
    assert "(record listings/" not in out


@pytest.mark.parametrize(
    "names", [["Hikvision", "Dahua"], ["Hikvision Digital", "Acme"], ["海康威视", "ETH Zurich"]]
)
def test_several_names_that_were_typed_are_refused(names: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["screen", *names])
    assert stopped.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "give one name; several go into a file, one a line (--file)" in captured.err


@pytest.mark.parametrize("words", [["Hikvision", "Canada"], ["Hikvision Dahua"]])
def test_words_of_one_name_are_read_as_one(words: list[str], capsys) -> None:
    main(["screen", *words])
    assert capsys.readouterr().err == ""


def test_a_name_that_is_not_there_is_not_cleared(capsys) -> None:
    assert main(["screen", "ETH Zurich"]) == 3
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("The register holds nothing under “ETH Zurich”. That is not clear")
    assert "  Of the 31 official lists, read only in part" in said
    assert any("the other Chinese entries of the list are not here" in line for line in said)
    assert CAUTION in said
    assert "  Next steps" in said


def test_a_file_of_names_is_answered_line_by_line(tmp_path: Path, capsys) -> None:
    path = tmp_path / "names.csv"
    path.write_text('partner,x\nHikvision,1\n"BGI",2\nETH Zurich,3\n', encoding="utf-8-sig")
    assert main(["screen", "--file", str(path), "--column", "partner"]) == 0
    rows = lines(capsys.readouterr().out)
    assert list(rows[0]) == list(COLUMNS)
    first = rows[0]
    assert (first["line"], first["verdict"], first["entity_id"]) == ("2", "named", "hikvision")
    assert first["lists"].startswith("On the Entity List since 9 October 2019")
    assert first["country"] == "CN"
    assert {r["entity_id"] for r in rows if r["name"] == "BGI" and r["agreement"] == "same"} > {
        "bgi-genomics"
    }
    assert rows[-1]["verdict"] == "none"
    assert rows[-1]["entity_id"] == ""


def test_a_row_is_named_only_where_the_single_answer_names_that_body(
    tmp_path: Path, capsys
) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name\nHytera\nBGI\n清华大学\n", encoding="utf-8")
    main(["screen", "--file", str(path)])
    rows = lines(capsys.readouterr().out)
    certain = {(r["name"], r["entity_id"]) for r in rows if r["verdict"] == "named"}
    assert certain == {("Hytera", "hytera"), ("清华大学", "tsinghua-university")}
    for row in rows:
        assert (row["verdict"] == "named") == (row["meaning"] == CERTAIN)
        assert row["verdict"] in ("named", "check")


def test_a_bad_file_gets_one_line_and_no_answer(tmp_path: Path, capsys) -> None:
    path, out = tmp_path / "names.csv", tmp_path / "out.csv"
    path.write_text('name\nBGI\n"Hikvision\n', encoding="utf-8")
    assert main(["screen", "--file", str(path), "--out", str(out)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        f"{path}, line 3: is not CSV: unexpected end of data; a quote that opens must close"
    ]
    assert not out.exists()


@pytest.mark.parametrize(
    "content", ["Hikvision\nETH Zurich\n", "name,x\nHikvision,1\nETH Zurich,2\n"]
)
def test_names_come_from_a_pipe(monkeypatch, capsys, content: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert main(["screen", "--file", "-"]) == 0
    found = lines(capsys.readouterr().out)
    assert {row["name"] for row in found} == {"Hikvision", "ETH Zurich"}


def test_a_bad_pipe_gets_one_line(monkeypatch, capsys) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'name\n"open\n')))
    assert main(["screen", "--file", "-"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("standard input, line 2: is not CSV")
    assert said.count("\n") == 1


def test_the_version_is_printed_as_in_the_book() -> None:
    assert set(register.screen("Hikvision")["version"]) == {metadata.load().printed_version}


def test_one_word_that_ends_as_a_file_is_a_file(tmp_path: Path, capsys) -> None:
    path = tmp_path / "names.TXT"
    path.write_bytes("海康威视\n\nETH Zurich\n".encode("gb18030"))
    assert main(["screen", str(path)]) == 0
    captured = capsys.readouterr()
    assert [row["line"] for row in lines(captured.out)] == ["1", "3"]
    assert captured.err == f"{path}: read as GB18030, as in '海康威视'\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", "the name is empty; a name is right"),
        (" \u3000\t", "the name is empty; a name is right"),
        ("!?", "the name holds no letter; a name is right"),
        ("x" * 100_000, "the name has 100,000 characters; at most 300 are right"),
        ("海" * 301, "the name has 301 characters; at most 300 are right"),
        ("BGI\nverified: no record", "the name holds the character '\\n'; a name on one line of"),
        ("BGI\x1b[2J", "the name holds the character '\\x1b'; a name on one line of text is right"),
        (
            "BGI\u2028x",
            "the name holds the character '\\u2028'; a name on one line of text is right",
        ),
        ("\udcff", "the name holds the character '\\udcff'; a name on one line of text is right"),
    ],
)
def test_what_is_no_name_is_not_answered(name: str, expected: str, capsys) -> None:
    assert main(["screen", name]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(expected)
    assert captured.err.count("\n") == 1


def test_the_longest_name_is_answered() -> None:
    assert main(["screen", "x" * 300]) == 3


@pytest.mark.parametrize(("content", "status"), [("name\n", 3), ("name\nNone\nBGI\n", 0)])
def test_a_file_is_found_if_one_of_its_names_is(tmp_path: Path, capsys, content, status) -> None:
    (tmp_path / "names.csv").write_text(content, encoding="utf-8")
    assert main(["screen", "--file", str(tmp_path / "names.csv")]) == status
    assert capsys.readouterr().out.startswith("line,name,verdict,")


def test_the_help_says_what_the_exit_status_means(capsys) -> None:
    for arguments in (["--help"], ["screen", "--help"]):
        with pytest.raises(SystemExit):
            main(arguments)
        assert "exit status: 0 if" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["x", "--file", "y.csv"]])
def test_a_name_or_a_file_is_needed(arguments: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["screen", *arguments])
    assert stopped.value.code == 2
    assert "give one name, or --file" in capsys.readouterr().err


# ------------------------------------------------------------------------------------------- forms


def test_each_form_has_the_same_bodies(tmp_path: Path, capsys) -> None:
    path = a_file(tmp_path, "Hikvision", "BGI", "ETH Zurich")
    said = {}
    for form in writing.FORMATS:
        assert main(["screen", path, "--format", form]) == 0
        said[form] = capsys.readouterr().out
    rows = lines(said["csv"])
    answers = json.loads(said["json"])["answers"]
    held = [(a["name"], b["entity_id"]) for a in answers for b in a["bodies"]]
    assert held == [(r["name"], r["entity_id"]) for r in rows if r["entity_id"]]
    for form, pattern in (("text", r"^\S.* \[([a-z0-9-]+)\]$"), ("md", r"^## .* \\\[(.+)\\\]$")):
        shown = re.findall(pattern, said[form], re.M)
        assert [entity for _, entity in held] == [i.replace("\\", "") for i in shown]
    frame = register.screen(["Hikvision", "BGI", "ETH Zurich"])
    assert frame.astype("str").to_dict("records") == [
        r | {"records": r["records"] or "0"} for r in rows
    ]


def test_the_page_writes_the_same_columns() -> None:
    script = Path(writing.__file__).parents[1] / "publishing/static/register-table.js"
    said = re.search(r"COLUMNS = (\[[^]]+\])", script.read_text(encoding="utf-8"))
    assert said
    assert json.loads(said[1]) == list(COLUMNS)


def test_json_has_every_list_with_its_day(capsys) -> None:
    assert main(["screen", "Hikvision", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["register"]["caution"] == CAUTION
    assert {e["read_to"] for e in found["register"]["lists"] if e["name"] == "Entity List"}
    (answer,) = found["answers"]
    hikvision = answer["bodies"][0]
    assert hikvision["answer"][0]["lines"] == hikvision["lists"]
    assert found["register"]["next_steps"]
    assert "line" not in answer


RECORD = {
    "kind": "list",
    "date": "2020",
    "text": "=1+1 *x*",
    "table": "t",
    "row_id": "r",
    "source_id": "s",
}
EDITIONS = [
    {"id": "a", "name": "A", "country": "US", "edition": "first", "read_to": "2026-08-31"},
    {"id": "b", "name": "B", "country": "US", "edition": "second", "read_to": "2026-09-01"},
    {"id": "c", "name": "C", "country": "US", "edition": "third", "read_to": "2026"},
    {"id": "d", "name": "D", "country": "US", "edition": "fourth", "read_to": ""},
]
SMALL = small_register.index(
    {"x": ["On the List since 2020"]}, records={"x": [RECORD]}, editions=EDITIONS
)


def written(form: str, *names: str) -> str:
    hour = datetime.datetime(2026, 11, 30, 9, 5, tzinfo=datetime.UTC)
    small = Register(SMALL, "2026.12.2", "2026-11-29", hour)
    answers = [small.asked(line, name) for line, name in enumerate(names, 1)]
    return "".join(writing.write(form, answers, writing.answers(small)))


def test_the_text_of_an_answer() -> None:
    assert written("text", "exact") == (
        "“exact” is one body of the register. It is on one list.\n"
        "  3 of 4 lists were read more than 90 days ago, the oldest in 2026: look at their "
        "official pages before you rely on this.\n\n"
        "Exact Ltd [x]\n  the only body of the register with this name\n"
        "  On official lists\n    On the List since 2020\n"
        "  Lists\n    2020: =1+1 *x* (record t/r, s)\n\n"
        "Exact Lab [y]\n  part of a name of this body\n  records: 0\n\n"
        "  What the records do not show\n    Owners\n  Next steps\n    Ask\n\n"
        f"{CAUTION}\n"
        "Register 2026.12.2 of 2026-11-29, asked on 2026-11-30 09:05 UTC.\n"
        "Official lists, and the day up to which each was read "
        "(old: more than 90 days ago; look at the official list):\n"
        "  2026-09-01: B (US), second\n  2026-08-31 (old): A (US), first\n"
        "  2026 (old): C (US), third\n  not known (old): D (US), fourth\n"
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign: str) -> None:
    name = f"{sign}HYPERLINK(1)"
    assert [row["name"] for row in lines(written("csv", name, f"x{sign}"))] == [
        f"'{name}",
        f"x{sign}",
    ]


def test_a_name_says_what_it_says_even_if_nothing_is_held() -> None:
    name = "Public Security Bureau of Nowhere"
    assert "is what China calls its police" in written("text", name).splitlines()[2]
    assert "is what China calls its police" in lines(written("csv", name))[0]["signs"]
    assert len(json.loads(written("json", name))["answers"][0]["signs"]) == 1


def test_what_has_no_shape_is_shown() -> None:
    name = "Exact\u202egnoW\u200b"
    assert lines(written("csv", name))[0]["name"] == "Exact<U+202E>gnoW<U+200B>"
    assert "“Exact<U+202E>gnoW<U+200B>”; 1 body to compare" in written("text", name)
    said = written("json", name, "Exact\U000e0041")
    assert json.loads(said)["answers"][0]["name"] == name
    assert not re.search("[\u200b\u202e\U000e0041]", said)


def test_a_name_marks_nothing_up() -> None:
    name = "<b>[x](http://y) `z` # | **"
    said = written("md", name)
    assert said.startswith(f"\n# {safe.marked(name)}\n")
    assert not re.search(r"(?<!\\)[<>\[\]`|*]", said.splitlines()[1])
    assert safe.marked("_a_ https://x.y/a_b_c_") == "\\_a\\_ https://x.y/a_b_c\\_"


# ------------------------------------------------------------------------------------------- files


def test_a_file_is_written_whole_with_a_mark_for_excel(tmp_path: Path, capsys) -> None:
    out = tmp_path / "answers.csv"
    out.write_text("old", encoding="utf-8")
    assert main(["screen", a_file(tmp_path, "Hikvision"), "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert out.read_bytes().startswith(b"\xef\xbb\xbfline,name,")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["answers.csv", "names.txt"]


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch) -> None:
    out = tmp_path / "answers.csv"
    out.write_text("old", encoding="utf-8")

    def broken(*_):
        yield "half"
        raise OSError("no space")

    monkeypatch.setattr(writing, "write", broken)
    assert main(["screen", a_file(tmp_path, "Hikvision"), "--out", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["answers.csv", "names.txt"]


@pytest.mark.parametrize("out", ["", "no/such/folder.csv"])
def test_a_place_that_cannot_be_written_gets_one_line(tmp_path: Path, capsys, out: str) -> None:
    assert main(["screen", "BGI", "--out", str(tmp_path / out)]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith(str(tmp_path))
    assert captured.err.count("\n") == 1


def test_progress_of_a_long_list_is_told_beside_the_answers(tmp_path: Path, capsys) -> None:
    assert main(["screen", a_file(tmp_path, *["None"] * 2_000)]) == 3
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2_001
    assert captured.err.splitlines()[::9] == ["200 of 2,000 names", "2,000 of 2,000 names"]


# ------------------------------------------------------------------------------------------- frame


def test_a_frame_has_the_documented_columns_and_types() -> None:
    frame = register.screen("Hikvision")
    assert list(frame) == list(COLUMNS)
    assert str(frame["line"].dtype) == str(frame["records"].dtype) == "Int64"
    assert frame["entity_id"].iloc[0] == "hikvision"
    assert frame["records"].iloc[0] > 50


def test_missing_names_have_no_row_and_keep_the_count() -> None:
    names = pd.Series(["ETH Zurich", None, float("nan"), pd.NA, " ", "Hikvision"], dtype="object")
    frame = register.screen(names)
    assert frame["line"].unique().tolist() == [1, 6]
    assert register.screen([]).empty


def test_what_is_no_name_is_refused_by_its_place() -> None:
    with pytest.raises(BadNames, match=r"^name 2 has 301 characters; at most 300 are right$"):
        register.screen(["BGI", "x" * 301])
