"""How the book and its parts are cited."""

from __future__ import annotations

import pytest

from biometrics_china import codebook
from biometrics_china.publishing import citation


@pytest.fixture
def _fresh():
    citation.metadata.cache_clear()
    yield
    citation.metadata.cache_clear()


@pytest.mark.usefixtures("_fresh")
def test_citations_by_hand(tmp_path, monkeypatch):
    (tmp_path / "CITATION.cff").write_text(
        'title: A Book\nversion: "1.2"\ndate-released: "2026-11-24"\nauthors:\n'
        "  - name: The Group\n  - family-names: Doe\n    given-names: Ann\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(codebook, "data_root", lambda: tmp_path / "data")
    assert citation.authors() == "The Group; Doe, Ann"
    assert citation.of_book() == "The Group; Doe, Ann (2026). A Book. Version 1.2."
    assert citation.of_part("Figure 1.1, Rules (fig-a)") == (
        "The Group; Doe, Ann (2026). A Book. Version 1.2. Figure 1.1, Rules (fig-a)."
    )


def test_the_book_is_cited_with_its_version_and_year():
    facts = citation.metadata()
    assert facts["title"] in citation.of_book()
    assert f"({str(facts['date-released'])[:4]})" in citation.of_book()
    assert citation.of_book().endswith(f"Version {facts['version']}.")
