"""Names as others write them: what counts as right, and the shares of the book's own set."""

import pandas as pd
import pytest

from biometrics_china import tables
from biometrics_china.analysis.partner_register import written


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dahua Technology", "Latin"),
        ("大华", "Chinese"),
        ("大华 (Dahua)", "both"),
        ("公安部第三研究所", "Chinese"),
    ],
)
def test_the_script_of_a_name(name, expected):
    assert written.script(name) == expected


def names(*rows):
    columns = ["query", "expected_ids", "relation", "written_in"]
    return pd.DataFrame([(*row, "press") for row in rows], columns=columns)


def test_a_daughter_is_not_the_body_itself():
    found = written.outcomes(
        names(
            ("Hikvision", ("hikvision",), "own"),
            ("Hikvision Deutschland GmbH", ("hikvision",), "part"),
            ("Hikvision", ("hikvision",), "part"),
            ("ETH Zurich", (), "none"),
        )
    )
    assert found["named"].tolist() == ["hikvision", "", "hikvision", ""]
    assert found["is_right"].tolist() == [True, False, False, False]
    assert found["is_first"].tolist() == [True, True, True, False]
    table = written.by_kind(found).set_index("kind")
    # Wilson for 1 of 2 is 9 to 91, for 3 of 3 44 to 100, for 1 of 1 21 to 100
    assert table.loc["All"].tolist() == [
        4,
        "1 of 2 (9 to 91 %)",
        "3 of 3 (44 to 100 %)",
        "1 of 1 (21 to 100 %)",
    ]


def test_an_alias_that_is_left_out_finds_its_body_only_by_other_names():
    listings = pd.DataFrame(
        {
            "entity": ["Hytera Communications Limited"],
            "aliases": [("Hytera Communications", "No (such) one")],
        }
    )
    found = written.aliases(listings)
    assert found["query"].tolist() == ["Hytera Communications"]


def test_certain_matches_and_first_three_reach_what_was_asked_for():
    found = written.outcomes(tables.load("written_names"))
    certain = found[found["named"].ne("")]
    assert certain["is_right"].all()
    latin = found[found["relation"].ne("none") & found["script"].ne("Chinese")]
    assert latin["is_first"].mean() > 0.95
    assert found.loc[found["relation"].eq("none"), "named"].eq("").all()
