"""Released versions are listed once and in order; the page, the file and the feed say what changed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import uuid
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
import small_register

from biometrics_china import place
from biometrics_china.__main__ import main
from biometrics_china.register import changes
from biometrics_china.versions import feed, page, releases

ATOM = f"{{{feed.ATOM}}}"
RELEASED = [
    {"version": "2026.11.0", "date": "2026-11-24"},
    {"version": "2026.12.0", "date": "2026-12-15"},
]


@pytest.fixture
def kept(tmp_path, old, new):
    """Return a folder of releases that holds the two small versions."""
    releases.keep(old, tmp_path / "releases")
    releases.keep(new, tmp_path / "releases")
    return tmp_path / "releases"


@pytest.fixture
def steps(kept, new):
    return releases.steps(new, kept)


def test_releases_are_listed_in_order_and_give_back_what_they_left(kept, old, new):
    assert releases.index(kept) == RELEASED
    assert releases.load("2026.11.0", kept) == old
    assert releases.load("2026.12.0", kept) == new


@pytest.mark.parametrize("version", ["2026.11.0", "2026.10.3", "2025.12.9"])
def test_a_version_that_is_not_later_is_refused_and_nothing_is_written(kept, old, version):
    before = sorted(kept.rglob("*")), (kept / "index.json").read_bytes()
    with pytest.raises(releases.BadRelease, match=r"is not later than 2026\.12\.0"):
        releases.keep(old | {"version": version}, kept)
    assert (sorted(kept.rglob("*")), (kept / "index.json").read_bytes()) == before


@pytest.mark.parametrize("version", ["2026.13.0", "1.0", "2026.1", "../2026.1.0", "2026.01.0"])
def test_only_calendar_versions_are_versions(tmp_path, old, version):
    with pytest.raises(releases.BadRelease, match="year, month and number are right"):
        releases.keep(old | {"version": version}, tmp_path)
    assert not list(tmp_path.iterdir())


def test_versions_are_ordered_as_numbers():
    assert releases.key("2026.9.0") < releases.key("2026.10.0") < releases.key("2026.10.11")


@pytest.mark.parametrize(
    "content",
    ["", "{}", '{"releases": [{"version": "2026.1.0"}]}', "[]",
     '{"releases": [{"version": 1, "date": "2026-01-01"}]}', "[" * 100_000],
)  # fmt: skip
def test_a_broken_list_is_one_line(tmp_path, content):
    (tmp_path / "index.json").write_text(content)
    with pytest.raises(releases.BadRelease, match=r"index\.json: is no list of releases"):
        releases.index(tmp_path)


def test_a_list_out_of_order_is_refused(tmp_path):
    (tmp_path / "index.json").write_text(json.dumps({"releases": RELEASED[::-1]}))
    with pytest.raises(releases.BadRelease, match="oldest first, is right"):
        releases.index(tmp_path)


def test_the_release_itself_is_the_newest_step_and_a_later_change_is_not_yet_released(kept, new):
    (only,) = releases.steps(new, kept)
    assert (only["to"]["version"], only["is_released"]) == ("2026.12.0", True)
    new["numbers"]["regulation.n_rules"]["text"] = "42"
    first, second = releases.steps(new, kept)
    assert (first["is_released"], second) == (False, only)


def test_before_the_first_release_there_is_nothing_to_compare(tmp_path, old):
    assert releases.steps(old, tmp_path) == []
    assert page.FIRST[:25] in page.html([], "../../")


def test_the_page_shows_every_kind_of_change(steps):
    html = page.html(steps, "../../")
    for words in (
        "From 2026.11.0 to 2026.12.0",
        "Released on 2026-12-15.",
        "Numbers of the front page",
        "<td>40</td><td>41</td><td>+1</td><td>+2.5</td>",
        "<td>212</td><td>200</td><td>-12.5</td><td>-5.882</td>",
        "There are 40 rules.",
        "There are 41 rules.",
        "data, drawing, caption",
        "date: 2015 → 2016-02",
        "<td>page-two</td><td>page-three</td>",
        "1 added, 1 removed, 1 changed",
        "Findings removed (1)",
    ):
        assert words in html
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    labels = re.findall(r'aria-label="([^"]*)"', html)
    assert len(labels) == len(set(labels))


def test_nothing_from_the_data_reaches_the_page_unescaped(new, kept):
    new["tables"]["instruments"]["rows"]["cn-a"][1] = "<script>x</script>"
    html = page.html(releases.steps(new, kept), "")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def parsed(**given):
    arguments = {"title": "A & B", "author": "C", "date": "2026-11-24"} | given
    return feed.atom(arguments.pop("released"), arguments.pop("steps"), **arguments)


@pytest.mark.parametrize("address", ["", "https://example.org/book/"])
def test_the_feed_is_valid_atom(steps, address):
    root = ET.fromstring(parsed(released=RELEASED, steps=steps, address=address))
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 2
    for part in (root, *entries):
        # RFC 4287: exactly one id, title and updated; the id an absolute IRI
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1
        assert uuid.UUID(part.findtext(f"{ATOM}id").removeprefix("urn:uuid:")).version == 5
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", part.findtext(f"{ATOM}updated"))
        alternates = [k for k in part.findall(f"{ATOM}link") if k.get("rel") == "alternate"]
        assert len(alternates) == 1
    own = [k.get("href") for k in root.findall(f"{ATOM}link") if k.get("rel") == "self"]
    assert [urljoin("https://example.org/book/changes/feed.xml", href) for href in own] == [
        "https://example.org/book/changes/feed.xml"
    ]
    for entry in entries:
        assert entry.findtext(f"{ATOM}content"), (
            "a reader that cannot follow the link has the words"
        )
    ids = [part.findtext(f"{ATOM}id") for part in (root, *entries)]
    assert len(set(ids)) == 3
    assert root.find(f"{ATOM}author/{ATOM}name").text == "C"
    of_feed = {"feed", "id", "title", "updated", "author", "name", "link"}
    of_entry = {"entry", "summary", "content"}
    assert {e.tag.removeprefix(ATOM) for e in root.iter()} <= of_feed | of_entry


def test_the_feed_says_what_changed_newest_first_and_is_dated_by_the_release(steps):
    root = ET.fromstring(parsed(released=RELEASED, steps=steps))
    newest, first = root.findall(f"{ATOM}entry")
    assert newest.findtext(f"{ATOM}title") == "Version 2026.12.0"
    assert newest.findtext(f"{ATOM}updated") == "2026-12-15T00:00:00Z"
    assert root.findtext(f"{ATOM}updated") == "2026-12-15T00:00:00Z"
    assert "records: 2 added, 1 removed, 1 changed" in newest.findtext(f"{ATOM}summary")
    assert newest.findtext(f"{ATOM}content").splitlines() == [
        newest.findtext(f"{ATOM}summary"),
        "rules listed: 40 → 41 (+1, +2.5 per cent)",
    ]
    assert first.findtext(f"{ATOM}summary") == "The first version."


def test_ids_of_the_feed_last_and_do_not_hang_on_an_address(steps):
    one = ET.fromstring(parsed(released=RELEASED, steps=steps))
    two = ET.fromstring(
        parsed(released=RELEASED[:1], steps=[], address="https://example.org/book/")
    )
    first = [
        e.findtext(f"{ATOM}id") for e in (one.findall(f"{ATOM}entry")[1], two.find(f"{ATOM}entry"))
    ]
    assert first[0] == first[1]
    assert one.findtext(f"{ATOM}id") == two.findtext(f"{ATOM}id")
    links = {k.get("rel"): k.get("href") for k in two.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://example.org/book/changes/feed.xml",
        "alternate": "https://example.org/book/chapters/reference/changes.html",
    }
    assert [k.get("href") for k in one.findall(f"{ATOM}link")] == ["feed.xml", f"../{feed.PAGE}"]


def test_the_command_prints_lines_and_json(kept, monkeypatch, capsys):
    monkeypatch.setattr(place, "root", lambda: kept.parent)
    assert main(["changes", "2026.11.0", "2026.12.0"]) == 0
    assert "number regulation.n_rules: 40 → 41 (+1, +2.5 per cent)" in capsys.readouterr().out
    assert main(["changes", "2026.11.0", "2026.12.0", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["steps"][0]["to"]["version"] == "2026.12.0"
    assert main(["changes", "2026.1.0"]) == 2
    assert capsys.readouterr().err == (
        "error: version '2026.1.0' left no snapshot; snapshot.json.gz is missing\n"
    )


@pytest.mark.parametrize("version", ["../releases/2026.11.0", "", "2026.12.0/", "--json=x", "-"])
def test_no_other_value_than_a_version_leads_to_a_snapshot(kept, monkeypatch, capsys, version):
    monkeypatch.setattr(place, "root", lambda: kept.parent)
    assert main(["changes", "--", version]) == 2
    said = capsys.readouterr().err
    assert "year, month and number are right" in said
    assert said.count("\n") == 1


def test_the_command_stores_a_release_once(new, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(place, "root", lambda: tmp_path)
    monkeypatch.setattr("biometrics_china.versions.snapshot.take", lambda: new)
    monkeypatch.setattr("biometrics_china.versions.lasting.named", lambda: ["code a/b"])
    held = small_register.index({"x": ["On the List since 2020"]})
    monkeypatch.setattr("biometrics_china.register.index.make", lambda: held)
    written = small_register.WRITTEN
    monkeypatch.setattr("biometrics_china.register.entities.written", lambda: written)
    assert main(["snapshot"]) == 0
    version = new["version"]
    assert changes.read(version) == changes.of_index(held, version, written)
    assert capsys.readouterr().out == f"stored releases/{version}/snapshot.json.gz\n"
    assert releases.load(version) == new | {"lasting": ["code a/b"]}
    assert main(["snapshot"]) == 2
    assert "is not later than" in capsys.readouterr().err


def test_the_commands_are_light_until_they_are_used():
    code = "import sys, biometrics_china.versions.command as c; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
