"""Known answers for fines and the steps of a case."""

from __future__ import annotations

import pandas as pd
import pytest
from small_tables import give, table

from biometrics_china.analysis.regulation import courts

CASES = """
id,case_key,country,case_name,event,forum,date,amount,currency,outcome,sector,is_public_defendant,is_counted_fine,source_id,verification
c1,shop,CN,Shop,decision,office,2021-06,100000,CNY,fine,retail,false,true,s1,seen
c2,gym,ES,Gym,decision,authority,2022-01-09,6000,EUR,fine,leisure,false,true,s2,seen
c3,school,PL,School,decision,authority,2020-03-04,4600,EUR,fine,education,true,true,s3,seen
c4,police,SE,Police,decision,authority,2021-02-10,2500000,SEK,fine,police,true,true,s4,seen
c5,shop,CN,Shop again,decision,office,2021-06,100000,CNY,fine,retail,false,false,s1,seen
c6,mind,IT,From memory,decision,authority,2021-06,5000,EUR,fine,retail,false,true,s5,recalled
c7,none,CN,No amount,decision,office,2021-06,,,order,retail,true,true,s6,seen
c8,odd,CN,In euros,decision,office,2021-06,10,EUR,fine,retail,false,true,s6,seen
c12,zero,IT,Reprimand,decision,authority,2021-06,0,EUR,reprimand,retail,false,true,s5,seen
c9,park,CN,Park,final_judgment,court of appeal,2021-04-09,1038,CNY,deletion,leisure,false,false,s7,seen
c10,park,CN,Park,filed,court,2019-10-28,,,suit,leisure,false,false,s7,seen
c11,park,CN,Park,first_instance,court,2020-11-20,1038,CNY,compensation,leisure,false,false,s7,seen
"""


@pytest.fixture(autouse=True)
def small(monkeypatch):
    give(monkeypatch, cases=table("cases", CASES))


def test_fines_by_hand():
    found = courts.fines()
    # left out: not counted (c5), not read (c6), no amount (c7, c12)
    assert found["id"].tolist() == ["c1", "c8", "c3", "c4", "c2"]  # China first, then by day
    assert found["side"].tolist() == ["CN", "CN", "EU", "EU", "EU"]
    # June 2021: 29 days from the first to the last, 14.5 on, rounded down to the 15th
    days = ["2021-06-15", "2021-06-15", "2020-03-04", "2021-02-10", "2022-01-09"]
    assert found["day"].tolist() == list(pd.to_datetime(days))
    assert found["amount"].tolist() == [100000, 10, 4600, 2500000, 6000]


def test_a_fine_in_a_third_currency_is_counted_and_not_drawn():
    assert courts.drawn()["id"].tolist() == ["c1", "c3", "c2"]


def test_the_fine_on_the_swedish_police_counts(monkeypatch):
    monkeypatch.undo()
    found = courts.fines().set_index("id")
    assert found.loc["ca052", ["currency", "is_public_defendant"]].tolist() == ["SEK", True]
    assert "ca052" not in set(courts.drawn()["id"])


def test_only_a_last_judgment_annuls_a_fine(monkeypatch):
    rows = [
        ("a", "final_judgment", "decision stays annulled"),
        ("b", "first_instance", "fine annulled"),
        ("c", "final_judgment", "appeal dismissed"),
        ("d", "decision", None),
    ]
    cases = pd.DataFrame(rows, columns=["case_key", "event", "outcome"])
    assert courts.annulled(cases) == {"a"}
    monkeypatch.undo()
    drawn = courts.drawn()
    assert drawn.loc[drawn["is_annulled"], "case_name"].tolist() == ["Gdansk school"]


def test_case_steps_stand_in_order_of_date():
    found = courts.case_steps("park")
    assert found["event"].tolist() == ["filed", "first_instance", "final_judgment"]
    assert pd.isna(found.loc[0, "amount"])
    assert found.columns.tolist() == ["id", "event", "forum", "date", "outcome", "amount"]
    assert courts.case_steps("unknown").empty
