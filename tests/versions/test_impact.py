"""``impact`` on a planted change of one row: every number, claim and figure it moves is named."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from biometrics_china.__main__ import main
from biometrics_china.versions import compare, impact, words
from biometrics_china.versions import git as git_calls

ROOT = Path(__file__).parents[2]


@pytest.fixture
def copy(tmp_path):
    """Return a copy of the source without the code that takes snapshots, as an old commit is."""
    for folder in ("data", "src", "chapters"):
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", "*.ipynb")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    for name in ("metadata.yml", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.rmtree(tmp_path / "src/biometrics_china/versions")
    return tmp_path


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is no longer in {path.name}; plant something else"
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_two_changed_cells_move_their_rows_number_and_figures_and_no_more(copy, present):
    edit(copy / "data/europe_measures/licences.csv", ",38500000000,568,", ",38500000000,500,")
    adopted = "cn-pipl-2021,adopted,2021-08-2"
    edit(copy / "data/regulation/instrument_events.csv", f"{adopted}0", f"{adopted}1")
    old = impact.of_folder(copy, copy / "old.json.gz")
    found = compare.compare(old, present)
    lines = list(words.lines(found))
    assert set(found["rows"]) == {"instrument_events", "licences"}
    assert "row licences/lc-2021: denials: 500 → 568" in lines
    assert "number europe_measures.denials_2021: 500 → 568 (+68, +13.6 per cent)" in lines
    assert [n["id"] for n in found["numbers"]["changed"]] == ["europe_measures.denials_2021"]
    figures = {e["id"] for e in found["exhibits"]["changed"]}
    assert "fig-regulation-passage" in figures
    assert all(i.split("-")[1] == "regulation" for i in figures)
    assert len(found["inputs"]["data"]) == 2
    assert not found["tools"]


def test_an_unknown_commit_is_one_line_and_status_2(capsys):
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("no git here, so there is no commit to name")
    assert main(["impact", "no-such-commit"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("error: 'no-such-commit' is no commit of this checkout: ")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "value",
    ["--output={}", "-o{}", "--remote={}", "--exec={}", "--all", "HEAD..HEAD", "^HEAD", "HEAD:src",
     "", "--", "-", "HEAD --output={}", "--output={}\nidentical"],
)  # fmt: skip
def test_no_value_reaches_git_as_an_option(tmp_path, capsys, value):
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("no git here, so there is no commit to name")
    made = tmp_path / "made"
    assert main(["impact", "--", value.format(made)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "is no commit of this checkout" in said.err
    assert not made.exists()


def test_without_git_it_is_one_line_and_status_2(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["impact", "HEAD"]) == 2
    assert capsys.readouterr().err == "error: there is no git here; install it\n"


def test_every_call_of_git_goes_through_one_door():
    code = [p for p in (ROOT / "src").rglob("*.py") if re.search(r"""["']git["']""", p.read_text())]
    assert [path.name for path in code] == ["git.py"]


def test_the_repository_of_a_surrounding_git_is_not_asked(tmp_path, monkeypatch):
    if not shutil.which("git"):
        pytest.skip("no git here")
    subprocess.run(["git", "init", "-q", str(tmp_path / "other")], check=True)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(git_calls.NoGit, match="not a git repository"):
        git_calls.ask(tmp_path, "status")


def test_a_commit_is_exported_as_it_was(tmp_path):
    if not shutil.which("git"):
        pytest.skip("no git here, so there is no commit to export")
    top = tmp_path / "checkout"
    top.mkdir()
    git = ["git", "-C", str(top), "-c", "user.name=n", "-c", "user.email=e@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    (top / "a.txt").write_text("first")
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "first"], check=True)
    (top / "a.txt").write_text("second, not committed")
    git_calls.write(git_calls.files(top), tmp_path / "out")
    assert (tmp_path / "out/a.txt").read_text() == "first"


@pytest.mark.parametrize("name", ["verify", "impact", "changes", "snapshot", "release", "assemble"])
def test_the_help_of_each_command_on_versions_says_how_it_ends(name, capsys):
    with pytest.raises(SystemExit):
        main([name, "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert re.search(r"Exit status: 0 .* 2 if ", said)


def test_a_commit_that_cannot_be_computed_is_one_line(copy):
    (copy / "data/claims.csv").write_text("id\n")
    with pytest.raises(impact.NoBase, match="the commit cannot be computed: ") as stopped:
        impact.of_folder(copy, copy / "old.json.gz")
    assert "\n" not in str(stopped.value)
