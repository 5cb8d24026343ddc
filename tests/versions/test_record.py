"""A verification leaves a row in the data: what was compared, under which conditions, how much held."""

from __future__ import annotations

import csv
import datetime
import hashlib
import shutil

import pytest
import sites

from biometrics_china import place, validation
from biometrics_china.__main__ import main
from biometrics_china.versions import record


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Return a copy of the data whose table of verifications is empty."""
    copy = shutil.copytree(place.data(), tmp_path / "data")
    path = copy / record.PATH
    path.write_text(path.read_text(encoding="utf-8").splitlines(keepends=True)[0], encoding="utf-8")
    monkeypatch.setattr(place, "data", lambda: copy)
    return copy


def rows(data):
    with (data / record.PATH).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_counts_are_kept_and_the_data_stay_valid(data, tmp_path, capsys):
    day, fresh = datetime.date.today().isoformat(), sites.write(tmp_path / "fresh")
    equal = sites.write(tmp_path / "equal")
    page = {"chapters/regulation.html": "x", "exhibits/fig-regulation-timeline.svg": "y"}
    other = sites.write(tmp_path / "other", files=page)
    for path, status in ((equal, 0), (other, 1)):
        given = ["--against", str(fresh), "--record", "another folder, a comma"]
        assert main(["verify", str(path), *given]) == status
        assert "recorded as v2026-11-0-" in capsys.readouterr().out
    first, second = rows(data)
    kept = ["chapters", "chapters_identical", "figures", "figures_identical"]
    assert [first[k] for k in kept] == ["2", "2", "1", "1"]
    assert [second[k] for k in kept] == ["2", "1", "1", "0"]
    assert (first["id"], second["id"]) == ("v2026-11-0-1", "v2026-11-0-2")
    assert (first["numbers"], first["numbers_identical"]) == ("2", "2")
    assert day <= first["date"] <= second["date"] <= datetime.date.today().isoformat()
    assert first["conditions"] == "another folder, a comma"
    digest = hashlib.sha256((equal / "manifest.json").read_bytes()).hexdigest()
    assert first["manifest_sha256"] == digest
    validation.check(data)


def test_nothing_is_recorded_of_what_cannot_be_verified(data, tmp_path, capsys):
    assert main(["verify", str(tmp_path / "gone"), "--record", "x"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert rows(data) == []


def test_a_version_in_preparation_is_refused_before_anything_is_built(data, tmp_path, capsys):
    site = sites.write(tmp_path / "site", version="2026.12.0.dev0")
    given = ["--against", str(tmp_path / "not there"), "--record", "x"]
    assert main(["verify", str(site), *given]) == 2
    said = capsys.readouterr()
    assert said.err == (
        f"error: {site / 'manifest.json'}: version '2026.12.0.dev0' is in preparation and is not "
        "recorded; that of a release, such as 2026.12.0, is right\n"
    )
    assert not said.out
    assert rows(data) == []
