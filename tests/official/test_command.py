"""The command as it is run: sources, what is written and when, and what a wrong file does."""

from __future__ import annotations

import csv
import functools
import http.server
import threading
import urllib.parse
from pathlib import Path

import issued
import pytest

from biometrics_china import validation
from biometrics_china.__main__ import main
from biometrics_china.official import fetching, held, kept
from biometrics_china.official.entry import BadFile

DAY = ["--day", "2026-11-29"]


@pytest.fixture(scope="module")
def rows():
    """Return the Entity List as the data hold it, as rows of the electronic code."""
    some = held.bodies()["us-entity-list"]
    return [
        (issued.CHINA if n == 0 else "", issued.cell(h.names[0], h.aliases), "; ".join(h.citations))
        for n, h in enumerate(some)
    ]


@pytest.fixture
def folder(tmp_path, rows):
    """Return a folder with an Entity List that has one new body, one gone and one renamed."""
    place = tmp_path / "official"
    place.mkdir()
    renamed = issued.cell("Renamed AI Works", ("Megvii Technology",))
    changed = [
        (r[0], renamed, r[2]) if "Megvii" in r[1] else r
        for r in rows
        if not r[1].startswith("Yitu Technologies")
    ]  # fmt: skip
    new = ("", issued.cell("Entirely Unheard Photonics Works Co., Ltd.", ("EUPW",)), "91 FR 40000")
    (place / "title-15-2026-11-20.xml").write_bytes(issued.code([*changed, new]))
    return place


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_report_and_the_proposed_rows(folder, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["lists", str(folder), "--out", str(out), *DAY]) == 0
    assert "1 new, 1 ended, 1 renamed" in capsys.readouterr().out
    report = (out / "report.md").read_text(encoding="utf-8")
    assert report.startswith("# Official lists, read on 29 November 2026\n")
    for said in (
        "### New (1)",
        "**Entirely Unheard Photonics Works Co., Ltd.**. Also EUPW. 91 FR 40000",
        "### Ended (1)",
        "Yitu Technologies",
        "### Renamed (1)",
        "**Renamed AI Works**",
        "## Lists that no file of this run holds",
    ):
        assert said in report
    checked = validation.check(Path("data"))
    made = {p.stem: table(p) for p in (out / "proposals").iterdir()}
    assert set(made) == {
        "works", "sources", "entities", "entity_names", "left_out", "listings", "listings_changed",
    }  # fmt: skip
    for name, found in made.items():
        sheet = checked.sheets[name.removesuffix("_changed")]
        assert [*found[0]] == [*sheet.table.columns]
        if name != "listings_changed":
            assert not {r["id"] for r in found} & {*sheet.column("id")}
    new, ended = made["listings"]
    assert (new["entity"], new["action"], new["citation"]) == (
        "Entirely Unheard Photonics Works Co., Ltd.", "listed", "91 FR 40000",
    )  # fmt: skip
    assert new["source_id"] == made["sources"][0]["id"] == "us-entity-list-2026-11-20"
    assert made["sources"][0]["work_id"] == made["works"][0]["id"]
    assert made["sources"][0]["standing"] == "original"
    assert new["verification"] == ended["verification"] == ended["date"] == ""
    assert (ended["entity"], ended["action"]) == ("Yitu Technologies", "delisted")
    assert made["entities"][0]["id"] == "entirely-unheard-photonics-works"
    assert made["entity_names"][0]["entity_ids"] == made["entities"][0]["id"]
    assert made["listings_changed"][0]["listed_as"] == "Renamed AI Works"
    assert "Megvii" in made["listings_changed"][0]["aliases"]
    (left,) = made["left_out"]
    assert left["digest"] == held.digest("us-entity-list", new["entity"])


def test_an_unchanged_list_leaves_a_report_and_no_rows(tmp_path, rows, capsys):
    (tmp_path / "code.xml").write_bytes(issued.code(rows))
    out = tmp_path / "out"
    (out / "proposals").mkdir(parents=True)
    (out / "proposals/entities.csv").write_text("of an earlier run", encoding="utf-8")
    assert main(["lists", str(tmp_path / "code.xml"), "--out", str(out), *DAY]) == 0
    assert "0 new, 0 ended, 0 renamed" in capsys.readouterr().out
    assert "Nothing differs" in (out / "report.md").read_text(encoding="utf-8")
    assert list(out.rglob("*.csv")) == []


def test_programmes_without_a_list_ask_for_nothing(tmp_path):
    """The whole list of the United Kingdom as it stands here, and a body under another programme."""
    rows = [("MYA0001", "Some Trade", "Primary Name", "The Myanmar Regulations 2021", "China")]
    for list_id, some in held.bodies().items():
        law = held.lists()[list_id]["law"]
        printed = [
            (min(h.idents, default="X"), h.names[0], "Primary Name", law, "China") for h in some
        ]
        rows += printed if list_id.startswith("gb-") else []
    (tmp_path / "uk.csv").write_text(issued.uk(*rows), encoding="utf-8")
    assert main(["lists", str(tmp_path / "uk.csv"), "--out", str(tmp_path), *DAY]) == 0
    assert not (tmp_path / "proposals").exists()
    assert [r["name"] for r in table(tmp_path / "outside.csv")] == ["Some Trade"]


def test_a_body_that_is_known_is_named_and_one_that_is_near_is_to_be_judged(tmp_path):
    cells = [
        issued.cell("Hangzhou Hikvision Digital Technology Co., Ltd."),
        issued.cell("Dahua Bank"),
    ]
    new = [(issued.CHINA, cell, "91 FR 1") for cell in cells]
    (tmp_path / "meu.xml").write_bytes(issued.code(new, supplement=7))
    assert main(["lists", str(tmp_path / "meu.xml"), "--out", str(tmp_path), *DAY]) == 0
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "Body `hikvision`" in report
    assert "To be judged: may be `dahua`" in report
    assert "taken for a part" in report
    listed, near = table(tmp_path / "proposals/listings.csv")
    assert (listed["entity"], listed["entity_type"]) == ("Hikvision", "company")
    assert listed["listed_as"] == "Hangzhou Hikvision Digital Technology Co., Ltd."
    (name,) = table(tmp_path / "proposals/entity_names.csv")
    assert (name["name"], name["reading"], name["entity_ids"]) == (near["entity"], "", "")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xml", "<html>Denied</html>", "a.xml: is a page of HTML"),
        ("sdn.csv", issued.PRIM, "sdn.csv: stands without alt.csv"),
        ("notes.txt", "notes", "notes.txt: has an unknown shape"),
    ],
)
def test_a_wrong_file_gets_its_line_and_nothing_is_written(
    folder, tmp_path, name, data, said, capsys
):
    (folder / name).write_text(data, encoding="utf-8")
    out = tmp_path / "out"
    assert main(["lists", str(folder), "--out", str(out), *DAY]) == 1
    errors = capsys.readouterr().err.splitlines()
    assert [e[: len(said)] for e in errors] == [said]
    assert not out.exists()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("nowhere", "nowhere: is not there"),
        ("empty", "empty: holds no file"),
        ("ftp://example.org/a", "ftp://example.org/a: is no address of a file"),
        ("file:///nowhere/a.csv", "file:///nowhere/a.csv: cannot be read ("),
        ("http://127.0.0.1:9/a.csv", "http://127.0.0.1:9/a.csv: cannot be read ("),
    ],
)
def test_a_source_that_is_none(source, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    assert main(["lists", source]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(said)
    assert line.endswith(" is right")


def test_a_day_that_is_none(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["lists", "--day", "29.11.2026"])
    assert ended.value.code == 2
    assert "a day as 2026-09-30 is right" in capsys.readouterr().err


# ----------------------------------------------------------------------------------- over the network


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if "cut" in self.path:
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"short")
        else:
            super().do_GET()


@pytest.fixture
def served(tmp_path):
    """Serve a folder on loopback; return it and its address."""
    place = tmp_path / "served"
    place.mkdir()
    handler = functools.partial(_Quiet, directory=str(place))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield place, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address_brings_the_treasurys_files_beside_it(served):
    place, address = served
    for name, data in (
        ("CONS_PRIM", issued.PRIM),
        ("CONS_ALT", issued.ALT),
        ("CONS_ADD", issued.ADD),
    ):
        (place / f"{name}.CSV").write_text(data, encoding="utf-8")
    files, bad = fetching.files(f"{address}/CONS_PRIM.CSV")
    assert bad == []
    assert [f.rpartition("/")[2] for f in files] == [
        "CONS_PRIM.CSV",
        "CONS_ALT.CSV",
        "CONS_ADD.CSV",
    ]


def test_a_file_that_is_cut_off_or_missing(served):
    _, address = served
    assert "was cut off after 5 of 1,000 bytes" in str(fetching.files(f"{address}/cut.csv")[1][0])
    assert "(404 File not found)" in str(fetching.files(f"{address}/none.csv")[1][0])


def test_a_file_that_is_too_large(served, monkeypatch):
    place, address = served
    monkeypatch.setattr(fetching, "MOST_BYTES", 10)
    (place / "large.csv").write_text("12345678901", encoding="utf-8")
    for source in (f"{address}/large.csv", str(place / "large.csv")):
        files, bad = fetching.files(source)
        assert files == {}
        assert "is too large" in str(bad[0])


def test_the_places_that_are_kept(served, monkeypatch, tmp_path, rows, capsys):
    """One publisher does not answer: the others are compared, the report says so, the status is 1."""
    place, address = served
    (place / "titles.json").write_text(
        '{"titles": [{"number": 15, "up_to_date_as_of": "2026-11-25"}]}', encoding="utf-8"
    )
    (place / "2026-11-25").mkdir()
    (place / "2026-11-25/title-15.xml").write_bytes(issued.code(rows))
    (place / "notices.json").write_text(issued.NOTICES, encoding="utf-8")
    monkeypatch.setattr(kept, "CODE_DAYS", f"{address}/titles.json")
    places = (
        kept.Place(("us-entity-list",), (f"{address}/{kept.CODE_DAY}/title-15.xml?part=744",)),
        kept.Place(("us-1260h",), (f"{address}/notices.json",)),
        kept.Place(("gb-",), (f"{address}/gone.csv",)),
    )
    monkeypatch.setattr(kept, "PLACES", places)
    assert main(["lists", "--out", str(tmp_path / "out"), *DAY]) == 1
    said = capsys.readouterr()
    assert said.err.startswith(f"{address}/gone.csv: cannot be read (404 ")
    report = (tmp_path / "out/report.md").read_text(encoding="utf-8")
    assert "| 2026-11-25 | 2026-07-09 |" in report
    assert "2026-10-01: [Chinese Military Companies; Removal](https://example.org/b)" in report
    assert "91 FR 35189" not in report  # the edition that was read
    (notice,) = table(tmp_path / "out/proposals/notices.csv")
    assert (notice["list_id"], notice["day"]) == ("us-1260h", "2026-10-01")
    assert "## Files that could not be read" in report


def test_the_day_of_the_electronic_code_must_be_said(served, monkeypatch):
    place, address = served
    (place / "titles.json").write_text('{"titles": []}', encoding="utf-8")
    monkeypatch.setattr(kept, "CODE_DAYS", f"{address}/titles.json")
    with pytest.raises(BadFile, match="does not say the day of title 15"):
        fetching._dated(kept.CODE_DAY)


def test_every_place_is_an_address_of_known_lists():
    known = held.lists()
    for place in kept.PLACES:
        assert all(urllib.parse.urlsplit(a).scheme == "https" for a in place.addresses)
        assert [p for p in place.lists if not any(i.startswith(p) for i in known)] in (
            [],
            ["us-sdn"],
        )
