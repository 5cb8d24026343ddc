"""Whose answer has changed since a release, and how: small registers, and what the releases keep."""

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
import small_register

from biometrics_china import place
from biometrics_china.__main__ import main
from biometrics_china.building import register_index
from biometrics_china.register import changes
from biometrics_china.register.written import Written
from biometrics_china.versions import releases

ON = "On the Entity List since 9 October 2019, no removal read up to 9 July 2026"
WAS = "Was on the Entity List from 9 October 2019 to 2 June 2024"


def record(row: str, kind: str = "list") -> dict[str, str]:
    return {"kind": kind, "date": "", "text": "", "table": "t", "row_id": row, "source_id": "s"}


def register(sentence: str = "", **parts):
    """Return a register whose body x stands on the Entity List as a sentence says, if there is one."""
    lists = {"x": {"Entity List": sentence.startswith("On ")}} if sentence else {}
    standing = {"x": [sentence]} if sentence else {}
    return small_register.index(standing, lists=lists, **parts)


def found(before, now) -> dict[str, list[str]]:
    return changes.changed(changes.of_index(before, "2026.1.0"), now)


def test_nothing_has_changed_in_what_is_the_same() -> None:
    same = register(ON, records={"x": [record("a")]})
    assert found(same, same) == {}
    later = register(ON.replace("July", "August"), records=same.records)
    assert found(same, later) == {}


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([], [ON], f"Not said before: {ON}"),
        ([], [WAS], f"Not said before: {WAS}"),
        ([ON], [WAS], f"Ended: {WAS}"),
        ([WAS], [ON], f"Listed again: {ON}"),
        ([ON], [], "No longer said: on the Entity List"),
    ],
)
def test_lists_that_begin_and_end(before, now, expected) -> None:
    assert found(register(*before), register(*now)) == {"x": [expected]}


def test_records_that_came_and_went_are_counted_by_kind() -> None:
    old = register(records={"x": [record("a"), record("b")]})
    came = [record("b"), record("c"), record("d"), record("e", "supply")]
    assert found(old, register(records={"x": came})) == {
        "x": ["New records: Lists, 2; Supply, 1", "No longer held records: Lists, 1"]
    }


def test_bodies_that_came_and_went() -> None:
    old = register(bodies=small_register.BODIES[:1], shown={"x": "Exact Ltd"})
    assert found(old, register()) == {"y": ["New in the register"]}
    assert found(register(), old) == {"y": ["No longer in the register under this id"]}


def test_what_is_kept_comes_back(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(place, "root", lambda: tmp_path)
    folder = tmp_path / "releases/2026.1.0"
    folder.mkdir(parents=True)
    written = (
        Written("x", ("ZTE (Group) Ltd", "中兴"), ("zhong xing",), ("Zhong",), "CN"),
        Written("y", ("Y",)),
    )
    bodies = tuple(one.body() for one in written)
    lists = {"x": {"Entity List": True, "Other List": False, "Third": None}, "y": {"Third": None}}
    standing = {"x": [ON, "Was on it", "Put on it"], "y": ["Put on it"]}
    held = small_register.index(standing, lists=lists, bodies=bodies, records={"y": [record("a")]})
    past = changes.of_index(held, "2026.1.0", written)
    changes.keep(past, folder / changes.PATH)
    first = (folder / changes.PATH).read_bytes()
    assert past.lists == {"x": {"Entity List": True, "Other List": False}}
    assert changes.read("2026.1.0") == past
    assert changes.read("2026.1.0").matcher.find("Zte Ltd.") == held.matcher.find("Zte Ltd.")
    changes.keep(past, folder / changes.PATH)
    assert (folder / changes.PATH).read_bytes() == first
    assert changes.released(held) == {"2026.1.0": {}}


@pytest.mark.parametrize(
    "content", [b"", b"x", gzip.compress(b"[]", mtime=0), gzip.compress(b'{"format": 2}', mtime=0)]
)
def test_what_was_spoiled_is_one_line(tmp_path: Path, monkeypatch, content) -> None:
    monkeypatch.setattr(place, "root", lambda: tmp_path)
    path = tmp_path / "releases/2026.1.0" / changes.PATH
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(changes.NoPast, match=r"is not what a release keeps of its register: .+$"):
        changes.read("2026.1.0")


# ------------------------------------------------------------------------------- the book's own


@pytest.fixture(scope="module")
def present():
    return register_index.load()


def test_every_sentence_on_a_list_goes_with_what_is_known_of_it(present) -> None:
    assert present.lists.keys() == present.standing.keys()
    begins = {True: "On the ", False: "Was on the ", None: "Put on the "}
    for entity_id, sentences in present.standing.items():
        for sentence, (name, is_on) in zip(
            sentences, present.lists[entity_id].items(), strict=True
        ):
            assert sentence.startswith(f"{begins[is_on]}{name} ")


@pytest.mark.parametrize("version", [r["version"] for r in releases.index()])
def test_each_release_keeps_what_its_tables_say(version: str) -> None:
    """What is kept of old releases was made afterwards, so it is compared with their tables."""
    past, tables = changes.read(version), releases.load(version)["tables"]
    assert past.version == version
    assert set(past.shown) == set(tables["entities"]["rows"])
    rows = {f"{name}/{row}" for name, table in tables.items() for row in table["rows"]}
    assert {row for held in past.records.values() for row in held} <= rows
    at = tables["listings"]["fields"].index("list_name")
    named = {cells[at] for cells in tables["listings"]["rows"].values()}
    assert {name for lists in past.lists.values() for name in lists} <= named
    at = tables["entities"]["fields"].index("name_en")
    for entity_id, cells in tables["entities"]["rows"].items():
        if cells[at]:
            assert entity_id in {hit.id for hit in past.matcher.find(cells[at]).hits}


def test_what_is_known_of_2026_12_1(present) -> None:
    """The review of that version found these answers silent on lists."""
    since = changes.released(present)["2026.12.1"]
    assert any(
        s.startswith("Not said before: On the Entity List since 18") for s in since["nuctech"]
    )
    assert not any("On the Entity List" in s for s in since["hikvision"])
    assert any("Non-SDN" in s for s in since["hikvision"])


def test_the_command_shows_only_what_has_changed(tmp_path: Path, capsys) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Nuctech\nETH Zurich\nNUDT\n", encoding="utf-8")
    said = {}
    for form in ("csv", "json", "text", "md"):
        assert main(["screen", "--since", "2026.12.1", str(path), "--format", form]) == 0
        said[form], err = capsys.readouterr()
        assert err == "2 of 3 answers are other than in 2026.12.1\n"
    rows = list(csv.DictReader(io.StringIO(said["csv"])))
    assert {row["name"] for row in rows} == {"Nuctech", "NUDT"}
    verdicts = {row["name"]: (row["verdict_before"], row["since"]) for row in rows}
    assert verdicts["NUDT"] == ("none", "2026.12.1")
    found = json.loads(said["json"])
    held = [(a["name"], b["entity_id"]) for a in found["answers"] for b in a["bodies"]]
    assert held == [(row["name"], row["entity_id"]) for row in rows]
    for form in ("text", "md"):
        assert "before: the register holds nothing under this name" in said[form]
        assert "Compared with release 2026.12.1. Names are looked up in both by" in said[form]


def test_no_change_has_a_status_of_its_own_and_an_unknown_release_a_line(capsys) -> None:
    assert main(["screen", "--since", "2026.12.1", "ETH", "Zurich"]) == 3
    assert main(["screen", "--since", "2020.1.0", "ETH", "Zurich"]) == 1
    assert (
        capsys.readouterr()
        .err.splitlines()[-1]
        .startswith(
            "no release '2020.1.0' kept what its register held; known are: 2026.12.0, 2026.12.1"
        )
    )


def test_a_name_that_was_learned_is_a_change(capsys) -> None:
    """A body that was held is shown for a name of its own that it did not have."""
    assert main(["screen", "--since", "2026.12.1", "Beijing Institute of Technology"]) == 0
    assert "Now shown for this name: this name, apart from its form" in capsys.readouterr().out
