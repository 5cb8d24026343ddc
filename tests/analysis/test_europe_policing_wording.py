"""Words of the chapter on police cooperation that a future row could make false."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wording import words_of

from biometrics_china import exhibits, provenance, tables
from biometrics_china.analysis.europe_policing import decisions, links, rules, treaties
from biometrics_china.analysis.europe_technology import lists


def value(name: str) -> float:
    return float(exhibits.numbers_of("europe_policing")[name].value)


def rows(table: str) -> dict[str, dict]:
    return {str(r["id"]): r for r in provenance.read_rows(table).to_dict("records")}


def listed_later() -> bool:
    """Return whether the institute's first listing follows the handbook."""
    frame = tables.load("listings").set_index("id")
    return str(frame["date"]["li012"])[:4] > str(rows("police_links")["pl-035"]["start"])[:4]


def taken_off_again() -> bool:
    """Return whether the institute stands on no American list after the acts that were read."""
    return not lists.lists_of(lists.acts())["US", "mps-ifs"]


def named() -> set[str]:
    frame = provenance.read_rows("police_links")
    return set(frame.loc[frame["biometrics"].eq("named"), "kind"])


def china_asks_in_requests() -> list[str]:
    frame = provenance.read_rows("transfer_rules")
    cooperation = frame["instrument"].isin(
        [
            "International Criminal Judicial Assistance Law",
            "Extradition Law",
            "Counter-terrorism Law",
        ]
    )
    return frame.loc[cooperation & frame["biometrics"].eq("named"), "id"].tolist()


def south_and_east() -> bool:
    frame = treaties.in_book()
    have = frame["kind"].eq("extradition") & frame["status"].isin(treaties.CONCLUDED)
    codes = set(frame.loc[have, "country"]) & set(treaties.MEMBERS)
    return len(codes & {"BG", "RO", "LT", "ES", "PT", "IT", "CY", "GR"}) > len(codes) / 2


def left_and_right() -> bool:
    frame = rules.by_side_in_book().set_index("side")
    left = ["central_approval", "local_approval", "security_review"]
    right = ["legal_basis", "person_rights", "oversight"]
    china, union = frame.loc["China"], frame.loc["European Union"]
    return bool(
        china[left].sum() > china[right].sum() and union[right].sum() > union[left].sum() == 0
    )


GUARDS: list[tuple[str, str, Callable[[], bool]]] = [
    (
        "claim-europe-policing-texts",
        "none is known to name biometric data",
        lambda: value("biometric_low") == 0,
    ),
    (
        "europe_policing",
        "none of the parts that were read names them, and most texts were read in part or not at all",
        lambda: value("biometric_low") == 0 and value("biometric_high") > value("n_agreements") / 2,
    ),
    (
        "fig-europe-policing-links",
        "those with a diamond lie in forensic science, expert groups and identification and none "
        "among the agreements",
        lambda: named() == {"forensic", "expert_group", "identification"},
    ),
    (
        "claim-europe-policing-courts",
        "all {after_not} dated decisions after it refused or annulled it",
        lambda: value("after_allowed") == 0,
    ),
    (
        "fig-europe-policing-decisions",
        "right of it there are open marks alone",
        lambda: value("after_allowed") == 0 and value("after_not") > 0,
    ),
    (
        "claim-europe-policing-experts",
        "the United States listed the institute later and took it off again",
        lambda: listed_later() and taken_off_again(),
    ),
    (
        "europe_policing",
        "and took it off again on {num}`europe_technology.institute_off` {src}`listings/li089`",
        lambda: taken_off_again(),
    ),
    (
        "europe_policing",
        "one names biometrics in a request",
        lambda: china_asks_in_requests() == ["tr-010"],
    ),
    (
        "europe_policing",
        "{num}`europe_policing.rights_china` asks for the protection of a person’s data",
        lambda: value("rights_china") == 1,
    ),
    ("fig-europe-policing-treaties", "most of them in the south and east", south_and_east),
    ("fig-europe-policing-rules", "gather on the left, under approval and review", left_and_right),
    (
        "fig-europe-policing-patrols",
        "Those of Italy stop before the pandemic; those of Croatia go on after a gap; Serbia has two",
        lambda: (
            links.patrols_in_book().query("place == 'IT'")["when"].max() < 2020.2
            and links.patrols_in_book().query("place == 'HR'")["when"].max() > 2022
            and len(links.patrols_in_book().query("place == 'RS'")) == 2
        ),
    ),
    (
        "europe_policing",
        "The one contribution that is named consists of papers",
        lambda: (
            provenance.read_rows("police_counts")
            .query("series == 'interpol_china'")["measure"]
            .tolist()
            == ["notices", "records"]
        ),
    ),
    (
        "europe_policing",
        "A Portuguese court accepted a note of the embassy",
        lambda: rows("surrender_decisions")["sd-13"]["assurances"] == "accepted",
    ),
    (
        "europe_policing",
        "by name, {num}`europe_policing.extradition_low`".replace("by name", "By name"),
        lambda: value("extradition_low") <= value("extradition_high"),
    ),
]


@pytest.mark.parametrize(("place", "words", "holds"), GUARDS, ids=[g[1][:40] for g in GUARDS])
def test_words_stand_and_hold(place: str, words: str, holds: Callable[[], bool]) -> None:
    assert words in words_of(place)
    assert holds()


def test_the_leading_judgment_is_the_row_that_the_analysis_takes() -> None:
    row = rows("surrender_decisions")[decisions.TURN]
    assert "Liu v. Poland" in row["case_number"]
    assert row["date"] == "2022-10-06"


def test_no_person_is_named_in_a_case_but_by_an_official_title() -> None:
    for row in rows("surrender_decisions").values():
        titled = " v. " in str(row["case_number"])
        assert titled == (row["court"] == "European Court of Human Rights")
