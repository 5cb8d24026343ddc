"""Sentences that the code puts into a page, in the language of the page.

They stand in the table `translations`, each beside the English sentence that was translated. A sentence
is looked up by its English: once that changes, there is none, and the build says so.
"""

from __future__ import annotations

from biometrics_china import observing, tables
from biometrics_china.publishing.translations.pages import ENGLISH, Language

#: words of the code that stand in translations → what asks for them
OF_CODE = ("the finding behind it",)


def said(english: str, language: Language) -> str:
    """Return a sentence in a language. Raises KeyError for one that has no translation."""
    if language is ENGLISH:
        return english
    found = _translations().get(english)
    if found is None:
        raise KeyError(f"translations.csv has no row for {english!r}; it changed, or it is new")
    return found[language.column]


def asked_for() -> dict[str, str]:
    """Return place → English of each sentence that a translated page prints from data or code."""
    recommended = tables.load("recommendations").set_index("id")["recommendation"]
    found = {f"recommendations/{i}": str(words) for i, words in recommended.items()}
    addressed = tables.vocabulary("cooperation_addressee")
    found |= {f"cooperation_addressee/{code}": label for code, label in addressed.items()}
    return found | {f"code/{number}": words for number, words in enumerate(OF_CODE, start=1)}


@observing.kept
def _translations() -> dict[str, dict[str, str]]:
    """Return English → column → translation."""
    rows = tables.load("translations").to_dict("records")
    return {str(row["english"]): {str(k): str(v) for k, v in row.items()} for row in rows}
