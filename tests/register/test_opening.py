"""The first lines of an answer: by hand for each kind, and for bodies whose standing is known."""

import pytest
import small_register

from biometrics_china.register import lead, opening, standing
from biometrics_china.register.match import Answer, Hit
from biometrics_china.register.standing import Standing

SMALL = small_register.index({"x": ["On the List since 2020"]})
X, Y = Hit("x", "same", "x"), Hit("y", "part", "y")


@pytest.mark.parametrize(
    ("verdict", "hits", "expected"),
    [
        ("named", (X, Y), "“A” is one body of the register. It is on one list."),
        (
            "check",
            (X, Hit("y", "same", "y")),
            "“A” is a name of 2 bodies of the register: compare them. Of all to compare 1 is on an "
            "official list.",
        ),
        (
            "check",
            (X, Hit("x", "part", "z")),
            "“A” is a name that other bodies may bear too: compare. Of all to compare 2 are on "
            "official lists.",
        ),
        (
            "check",
            (Y,),
            "No body of the register bears exactly the name “A”; 1 body to compare. Of all to "
            "compare none is on an official list that was read.",
        ),
        (
            "none",
            (),
            "The register holds nothing under “A”. That is not clearance: it holds what this book "
            "found, and no more.",
        ),
    ],
)
def test_the_first_line_of_each_answer(verdict, hits, expected):
    assert opening.said(Answer("A", verdict, hits), SMALL) == expected


def test_few_characters_within_longer_names_are_said_to_be_that():
    said = opening.said(Answer("北大", "check", (Y,)), SMALL)
    assert said == (
        "No body of the register is called “北大”: these characters merely stand within longer names; "
        "1 body to compare. Of all to compare none is on an official list that was read."
    )
    assert opening.said(Answer("北大", "check", (X, Y)), SMALL).startswith("“北大” is a name that")
    assert opening.said(Answer("北大荒集团", "check", (Y,)), SMALL).startswith(
        "No body of the register bears"
    )


def test_a_chinese_name_under_which_nothing_is_held_is_to_be_tried_in_latin_letters():
    assert opening.said(Answer("某某公司", "none", ()), SMALL).endswith(
        "no more. Most listed bodies have no Chinese name here: try the name in Latin letters too."
    )


def test_a_name_with_braces_is_said_as_it_is():
    assert "“{lead}{x}”" in opening.said(Answer("{lead}{x}", "none", ()), SMALL)


@pytest.mark.parametrize(
    ("old", "every", "expected"),
    [
        ([], 3, ""),
        (["2025-03-11"], 3, "1 of 3 lists was read more than 90 days ago, on 11 March 2025"),
        (
            ["2025-04", "2025-03"],
            3,
            "2 of 3 lists were read more than 90 days ago, the oldest in March 2025",
        ),
        (
            ["2025", "", "2026"],
            3,
            "All 3 lists were read more than 90 days ago, the oldest in 2025",
        ),
        (
            ["", ""],
            2,
            "All 2 lists were read more than 90 days ago, the oldest on a day that is not known",
        ),
    ],
)
def test_the_line_on_old_lists(old, every, expected):
    look = ": look at their official pages before you rely on this."
    assert opening.age(old, every, 90) == (expected and expected + look)


def standings(monkeypatch, *known, parts=()):
    """Set how body a stands, and lists that its parts are on."""
    held = {
        "a": known,
        **{p: (Standing("Entity List", True, "since 2020", "On it"),) for p in parts},
    }
    monkeypatch.setattr(standing, "standings", lambda: held)
    monkeypatch.setattr(lead.kin, "parts", lambda: {"a": tuple(parts)})
    monkeypatch.setattr(lead.kin, "wholes", dict)


ENTITY = Standing(
    "Entity List", True, "since 9 October 2019", "On the Entity List since 9 October 2019 (84 FR 1)"
)
MILITARY = "List of Chinese military companies (section 1260H)"
READ = "in the edition of 8 June 2026"
EDITION = Standing(MILITARY, True, READ, f"On the {MILITARY} {READ}; newer editions were not read")
FCC = "FCC Covered List"
FORMER = Standing(FCC, False, "from 2021", f"Was on the {FCC} from 2021 to 2022")
PUT = Standing(FCC, None, "on 2 May 2021", f"Put on the {FCC} on 2 May 2021; whether")


@pytest.mark.parametrize(
    ("known", "parts", "expected"),
    [
        (
            (ENTITY, EDITION, FORMER),
            ("b",),
            "It is on 2 official lists, first the Entity List (United States) since 9 October 2019.",
        ),
        (
            (EDITION,),
            (),
            "It is on one official list, the List of Chinese military companies (section 1260H, "
            "United States) in the edition of 8 June 2026.",
        ),
        ((), ("b", "c"), "It is on none of the official lists that were read; 2 of its parts are."),
        ((), (), "It is on none of the official lists that were read."),
        (
            (FORMER,),
            ("b",),
            "On no official list by what was read; it was on the FCC Covered List from 2021 to 2022"
            "; 1 of its parts is on lists.",
        ),
        (
            (PUT,),
            (),
            "On no official list by what was read; it was put on the FCC Covered List on 2 May 2021"
            "; whether.",
        ),
    ],
)
def test_how_a_body_stands_in_one_sentence(monkeypatch, known, parts, expected):
    standings(monkeypatch, *known, parts=parts)
    assert lead.lead("a", "chinese") == expected


def test_of_another_seat_only_the_lists_for_it_are_meant(monkeypatch):
    standings(monkeypatch)
    assert lead.lead("a", "european").endswith("that were read for bodies of its seat.")
    assert lead.lead("a", "other") == "No official list was read for bodies of its seat."


def test_every_body_has_its_sentence_and_those_on_lists_name_the_heaviest():
    said = lead.leads()
    on = {
        i
        for i, sentence in said.items()
        if sentence.startswith("It is on ") and "none" not in sentence
    }
    now = {i: lists for i in said if (lists := standing.lists_now(i))}
    assert on == set(now)
    for entity_id, lists in now.items():
        assert lists[0].rstrip(")") in said[entity_id]
        starts = (" since ", " in the edition of ", " by the notice printed on ")
        assert any(start in said[entity_id] for start in starts)


def test_that_newer_editions_were_not_read_is_left_to_the_sentence_below():
    """The first line is short: it says so of no body, whether or not its entry has a citation."""
    words = "newer editions were not read"
    assert any(words in s for sentences in standing.sentences().values() for s in sentences)
    assert not any(words in said for said in lead.leads().values() if said.startswith("It is on"))
