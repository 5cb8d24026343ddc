"""Words of the chapters on Europe that a future row could make false.

A guard names a page, words that stand on it and what must hold in the data. A guard whose words
have gone fails too, so that it is changed together with the sentence.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wording import words_of

from biometrics_china import exhibits, provenance, tables
from biometrics_china.analysis.europe_measures import coverage
from biometrics_china.analysis.europe_research import listed, retractions
from biometrics_china.analysis.europe_technology import lists, places, supplies, survey
from biometrics_china.analysis.partner_register import matching


def value(subject: str, name: str) -> float:
    return float(exhibits.numbers_of(subject)[name].value)


def the_others_listed_the_same_body() -> bool:
    first = lists.first_entries()
    return first[first["country"].ne("US")]["entity"].nunique() == 1


def institute_alone_left() -> bool:
    moves = lists.changes(lists.acts())
    off = set(moves.loc[moves["change"].lt(0), "entity"])
    return off == {"Ministry of Public Security Institute of Forensic Science"}


def acts_of(country: str) -> list[str]:
    frame = provenance.read_rows("listings")
    return frame.loc[frame["country"].eq(country), "action"].tolist()


def answers(share: str) -> float:
    return float(survey.survey().set_index("kind")["share"][share])


def holes() -> dict[str, str]:
    frame = coverage.holes_in_book()
    return dict(zip(frame["risk"], frame["now"], strict=True))


def named_families() -> set[str]:
    frame = coverage.by_force_in_book()
    return set(frame.loc[frame["named"].gt(0), "family"])


def weak_outcomes() -> set[str]:
    labels = tables.load("matching_labels")
    weak = labels[labels["variation"].isin(["pinyin", "misspelt", "partial"])]
    assert len(weak) > 10
    return set(matching.outcomes(weak)["outcome"])


def coming(risk: str) -> bool:
    frame = coverage.holes_in_book().set_index("risk")
    return bool(frame["now"][risk] == "nothing found" and frame["coming"][risk])


GUARDS: list[tuple[str, str, Callable[[], bool]]] = [
    (
        "claim-europe-technology-supply",
        "none with an amount of money",
        lambda: value("europe_technology", "n_european_priced") == 0,
    ),
    (
        "claim-europe-technology-lists",
        "have each listed one, the same police bureau, and no maker of cameras",
        lambda: (
            the_others_listed_the_same_body()
            and value("europe_technology", "n_eu_camera_firms") == 0
        ),
    ),
    (
        "claim-europe-technology-lists",
        "{n_left_us} off every list again, the forensic institute of the police ministry",
        institute_alone_left,
    ),
    (
        "fig-europe-technology-lists",
        "coming off every list",
        institute_alone_left,
    ),
    (
        "europe_technology",
        "still stands on {num}`europe_technology.n_megvii` other lists",
        lambda: value("europe_technology", "n_megvii") > 1,
    ),
    (
        "europe_technology",
        "The Czech office for cyber security warned and did not ban",
        lambda: set(acts_of("CZ")) == {"warning"},
    ),
    (
        "europe_technology",
        "makers of cameras or face recognition",
        lambda: value("europe_technology", "n_eu_camera_firms") == 0,
    ),
    (
        "europe_research",
        "The institute was taken off again on",
        institute_alone_left,
    ),
    (
        "europe_technology",
        "Nobody is known to have done the same for European makers",
        lambda: supplies.supplies().query("origin == 'european'")["kind"].ne("tender").all(),
    ),
    (
        "europe_technology",
        "Few records in Europe concern Chinese systems that identify faces",
        lambda: len(places.faces_in_book()) < len(places.in_europe()) / 3,
    ),
    (
        "europe_technology",
        "The kinds differ by more than chance would explain",
        lambda: all(survey.homogeneity(survey.survey(), high=h)[2] < 0.01 for h in (True, False)),
    ),
    (
        "fig-europe-technology-bodies",
        "then colleges and schools; police are lowest",
        lambda: answers("college") > answers("school") > answers("police"),
    ),
    (
        "europe_technology",
        "that most public bodies use them, assumes that silence means nothing",
        lambda: value("europe_technology", "pooled_low") > 0.5,
    ),
    (
        "claim-europe-research-listed",
        "All {n_before} documented links",
        lambda: bool(listed.work_in_book()["is_before"].all()),
    ),
    (
        "europe_research",
        "A check against lists would have passed every one of these partners",
        lambda: value("europe_research", "n_after") == 0,
    ),
    (
        "europe_research",
        "they enter no figure but the table",
        lambda: "index_only" not in set(retractions.spans_in_book()["status"]),
    ),
    (
        "europe_measures",
        "Research is answered by guidance",
        lambda: holes()["Research cooperation"] == "guidance",
    ),
    (
        "europe_measures",
        "For goods that come in, the main rules apply later",
        lambda: coming("Imports and supply chains"),
    ),
    (
        "europe_measures",
        "Biometrics are not in the text",
        lambda: holes()["Export of technology"] == coverage.LABELS["binding"],
    ),
    (
        "europe_measures",
        "all of them in the fields of artificial intelligence and data protection",
        lambda: named_families() == {"AI Act", "Data protection"},
    ),
    (
        "europe_measures",
        "Sanctions of the Union cover one police bureau",
        lambda: (
            lists.first_entries().query("country == 'EU'")["bodies"].sum() == 1
            and "me-016" in set(provenance.read_rows("measures")["id"])
        ),
    ),
    (
        "partner_register",
        "Pinyin, misspellings and parts of names are never tied to a body without a person",
        lambda: not weak_outcomes() & {"named", "wrong"},
    ),
]


@pytest.mark.parametrize(("place", "words", "holds"), GUARDS, ids=[g[1][:40] for g in GUARDS])
def test_words_stand_and_hold(place: str, words: str, holds: Callable[[], bool]) -> None:
    assert words in words_of(place)
    assert holds()
