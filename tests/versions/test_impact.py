"""``impact`` on a planted change of one row: every number, claim and figure it moves is named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from biometrics_china import place
from biometrics_china.__main__ import main
from biometrics_china.versions import compare, impact, snapshot, words
from biometrics_china.versions import git as git_calls

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="no git here")
of_git = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no commit to name")


@pytest.fixture
def copy(tmp_path):
    """Return a copy of what a checkout stores of itself."""
    for folder in ("data", "chapters"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for name in ("metadata.yml", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is no longer in {path.name}; plant something else"
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_stored_differently_is_named_and_no_more(copy, present):
    edit(copy / "data/europe_measures/licences.csv", ",38500000000,568,", ",38500000000,500,")
    said = copy / "chapters/said/europe_measures.txt"
    edit(
        said,
        "number\teurope_measures.denials_2021\t568\t568",
        "number\teurope_measures.denials_2021\t500\t500",
    )
    passage = present["exhibits"]["fig-regulation-passage"]["svg"]
    edit(copy / "chapters/said/regulation.txt", passage, "0" * 64)
    found = compare.compare(snapshot.take(copy), present)
    lines = list(words.lines(found))
    assert set(found["rows"]) == {"licences"}
    assert "row licences/lc-2021: denials: 500 → 568" in lines
    assert "number europe_measures.denials_2021: 500 → 568 (+68, +13.6 per cent)" in lines
    assert [n["id"] for n in found["numbers"]["changed"]] == ["europe_measures.denials_2021"]
    assert {e["id"] for e in found["exhibits"]["changed"]} == {"fig-regulation-passage"}


def test_a_commit_is_compared_as_it_was_and_an_older_one_says_what_to_do(
    copy, committed, monkeypatch
):
    committed(copy)
    monkeypatch.setattr(place, "root", lambda: copy)
    before = impact.of_commit("HEAD")
    (copy / "data/europe_measures/licences.csv").write_text("id\n", encoding="utf-8")
    assert impact.of_commit("HEAD") == before
    shutil.rmtree(copy / "chapters/said")
    shutil.rmtree(copy / ".git")
    committed(copy)
    with pytest.raises(impact.NoBase, match="older than the texts in chapters/said") as stopped:
        impact.of_commit("HEAD")
    assert "\n" not in str(stopped.value)


@of_git
def test_an_unknown_commit_is_one_line_and_status_2(capsys):
    assert main(["impact", "no-such-commit"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("error: 'no-such-commit' is no commit of this checkout: ")
    assert said.err.count("\n") == 1


@of_git
@pytest.mark.parametrize(
    "value",
    ["--output={}", "-o{}", "--remote={}", "--exec={}", "--all", "HEAD..HEAD", "^HEAD", "HEAD:src",
     "", "--", "-", "HEAD --output={}", "--output={}\nidentical"],
)  # fmt: skip
def test_no_value_reaches_git_as_an_option(tmp_path, capsys, value):
    made = tmp_path / "made"
    assert main(["impact", "--", value.format(made)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "is no commit of this checkout" in said.err
    assert not made.exists()


def test_both_sides_of_an_impact_are_named(copy, committed, monkeypatch, capsys):
    committed(copy)
    monkeypatch.setattr(place, "root", lambda: copy)
    edit(copy / "metadata.yml", f'"{snapshot.edition(copy)["version"]}"', '"2027.1.0.dev0"')
    version, commit = snapshot.edition(ROOT)["version"], git_calls.commit(copy, "HEAD")
    assert main(["impact", "HEAD"]) == 0
    head = f"{version} (commit {commit[:10]}) → 2027.1.0.dev0 (this checkout): "
    assert capsys.readouterr().out == f"{head}{words.NOTHING}\n"


def test_a_commit_that_a_shallow_clone_lacks_says_how_to_get_it(copy, git, committed, tmp_path):
    committed(copy)
    (copy / "more").touch()
    first = git_calls.commit(copy, "HEAD")
    git(copy, "add", ".")
    git(copy, "commit", "-qm", "second")
    git(copy, "clone", "-q", "--depth=1", copy.as_uri(), tmp_path / "shallow")
    with pytest.raises(git_calls.NoGit, match="this clone is shallow: git fetch --unshallow"):
        git_calls.commit(tmp_path / "shallow", first)
    with pytest.raises(git_calls.NoGit, match=r"no tag .*: git fetch --tags") as stopped:
        git_calls.commit(copy, "v2026.12.0")
    assert "shallow" not in str(stopped.value)


def test_without_git_it_is_one_line_and_status_2(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["impact", "HEAD"]) == 2
    assert capsys.readouterr().err == "error: there is no git here; install it\n"


def test_every_call_of_git_goes_through_one_door():
    code = [p for p in (ROOT / "src").rglob("*.py") if re.search(r"""["']git["']""", p.read_text())]
    assert [path.name for path in code] == ["git.py"]


def test_the_repository_of_a_surrounding_git_is_not_asked(tmp_path, git, monkeypatch):
    git(tmp_path, "init", "-q", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(git_calls.NoGit, match="not a git repository"):
        git_calls.ask(tmp_path, "status")


def test_a_commit_is_exported_as_it_was(tmp_path, committed):
    top = tmp_path / "checkout"
    top.mkdir()
    (top / "a.txt").write_text("first")
    committed(top)
    (top / "a.txt").write_text("second, not committed")
    git_calls.write(git_calls.files(top), tmp_path / "out")
    assert (tmp_path / "out/a.txt").read_text() == "first"


@pytest.mark.parametrize("name", ["verify", "impact", "changes", "snapshot", "release", "assemble"])
def test_the_help_of_each_command_on_versions_says_how_it_ends(name, capsys):
    with pytest.raises(SystemExit):
        main([name, "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert re.search(r"Exit status: 0 .* 2 if ", said)
