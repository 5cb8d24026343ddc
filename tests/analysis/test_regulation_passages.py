"""Known answers for spells from draft to adoption, their curves and readings."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from small_tables import give, table

from biometrics_china.analysis.regulation import faster, passages

DAY = pd.Timedelta(days=1)

EVENTS = """
id,instrument_id,event,date,precision,source_id,verification
a1,a,draft_published,2020-01-01,day,s1,seen
a2,a,adopted,2020-12-31,day,s2,seen
b1,b,draft_published,2020-02,month,s1,seen
b2,b,adopted,2020-03-01,day,s1,seen
c1,c,proposal,2019-01-01,day,s3,seen
c2,c,withdrawn,2019-01-31,day,s4,seen
d1,d,draft_published,2019-01-01,day,s5,seen
e1,e,draft_published,2019-01-01,day,s5,recalled
e2,e,adopted,2019-02-01,day,s5,seen
f1,f,draft_published,2019-01-01,day,s5,seen
f2,f,adopted,2019-02-01,day,s5,recalled
g1,g,draft_published,2017-01-01,day,s6,seen
g9,g,first_reading,2018-01-01,day,s7,seen
g2,g,adopted,2019-01-01,day,s6,seen
h1,h,draft_published,2017-01-01,day,s6,recalled
h9,h,first_reading,2018-01-01,day,s7,seen
h2,h,adopted,2018-01-11,day,s6,seen
"""
SPELLS = """
id,instrument_id,origin,start_event_id,alt_start_event_id,end_event_id,outcome,censored_on,is_amendment
pa,a,npc,a1,,a2,adopted,,false
pb,b,standards_body,b1,,b2,adopted,,true
pc,c,eu,c1,,c2,withdrawn,,false
pd,d,ministry,d1,,,pending,2019-04-11,false
pe,e,npc,e1,,e2,adopted,,false
pf,f,npc,f1,,f2,adopted,,false
pg,g,npc,g1,g9,g2,adopted,,true
ph,h,npc,h1,h9,h2,adopted,,false
"""


@pytest.fixture
def small(monkeypatch):
    give(
        monkeypatch,
        instrument_events=table("instrument_events", EVENTS, is_used="true"),
        passages=table("passages", SPELLS),
    )


def days(**choices):
    return passages.spells(**choices).set_index("id")["days"].to_dict()


@pytest.mark.usefixtures("small")
def test_spells_by_hand():
    # pa: 1 January to 31 December of a leap year; pb: from the middle of February 2020 (the 15th);
    # pc: to the day of withdrawal; pd: to the day it was last checked, 31 + 28 + 31 + 10 days;
    # pg: two years of 365 days. The dates of pe, pf and ph were not both read
    assert days() == {"pa": 365, "pb": 15, "pc": 30, "pd": 100, "pg": 730}


@pytest.mark.usefixtures("small")
def test_spells_know_what_ended_them_and_who_issued_them():
    found = passages.spells().set_index("id")
    assert found["is_event"].to_dict() == {
        "pa": True,
        "pb": True,
        "pc": False,
        "pd": False,
        "pg": True,
    }
    assert found.loc["pc", ["group", "is_china", "outcome", "source_id"]].tolist() == [
        "European Union",
        False,
        "withdrawn",
        "s3;s4",
    ]
    assert found.loc["pa", ["group", "is_china", "is_amendment", "source_id"]].tolist() == [
        "Laws of the national legislature",
        True,
        False,
        "s1;s2",
    ]
    # a source that gives both dates is named once, and a pending draft has that of its start
    assert found.loc[["pb", "pd"], "source_id"].tolist() == ["s1", "s5"]


@pytest.mark.usefixtures("small")
def test_the_alternative_clock_starts_later_where_there_is_one():
    # pg starts a year later; the other start of ph was read, so that spell comes in
    assert days(clock="alternative") == {
        "pa": 365,
        "pb": 15,
        "pc": 30,
        "pd": 100,
        "pg": 365,
        "ph": 10,
    }


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(("place", "expected"), [("earliest", 29), ("middle", 15), ("latest", 1)])
def test_a_date_known_by_month_moves_within_it(place, expected):
    # from 1, 15 or 29 February 2020 to 1 March; days known to the day stay
    found = days(place=place)
    assert (found["pb"], found["pa"]) == (expected, 365)


def test_a_spell_that_ends_before_it_starts_is_an_error(monkeypatch):
    events = EVENTS.replace("a2,a,adopted,2020-12-31", "a2,a,adopted,2019-12-31")
    give(
        monkeypatch,
        instrument_events=table("instrument_events", events),
        passages=table("passages", SPELLS),
    )
    with pytest.raises(ValueError, match=r"end before they start: \['pa'\]"):
        passages.spells()


@pytest.mark.usefixtures("small")
def test_variants_by_hand():
    found = {choice: frame["id"].tolist() for choice, frame in passages.variants().items()}
    assert next(iter(found)) == "Main reading"
    assert found == {
        "Main reading": ["pa", "pb", "pc", "pd", "pg"],
        "Each act of a package by itself": ["pa", "pb", "pc", "pd", "pg"],
        "Withdrawn drafts as if still open": ["pa", "pb", "pc", "pd", "pg"],
        "New instruments only": ["pa", "pc", "pd"],
        "Later clock where a draft has two": ["pa", "pb", "pc", "pd", "pg", "ph"],
        "Without the EU amending acts of 2025 and 2026": ["pa", "pb", "pc", "pd", "pg"],
        "Without Chinese standards and local rules": ["pa", "pc", "pd", "pg"],
        "Start dates known to the day only": ["pa", "pc", "pd", "pg"],
    }


def spell(days, events, group="Ministry and cyberspace rules", china=True):
    return pd.DataFrame({"days": days, "is_event": events, "group": group, "is_china": china})


def test_curves_by_hand():
    # China: 100 and 200 adopted, 150 censored, two more at 300. At 100 four of five are left (0.8);
    # at 200 one of three goes (0.8 * 2/3); at 300 both of two go. The EU: one of two at 50
    frame = pd.concat(
        [
            spell([100, 150, 200, 300, 300], [True, False, True, True, True]),
            spell([50, 60], [True, False], "European Union", china=False),
        ]
    )
    found = passages.curves(frame)
    china = found[found["group"].eq("China")]
    assert china["day"].tolist() == [0, 100, 200, 300]
    assert china["survival"].tolist() == pytest.approx([1, 0.8, 0.8 * 2 / 3, 0])
    assert china["at_risk"].tolist() == [5, 5, 3, 2]
    assert china["events"].tolist() == [0, 1, 1, 2]
    assert china["n"].unique().tolist() == [5]
    union = found[found["group"].eq("European Union")]
    assert union["survival"].tolist() == [1, 0.5]
    assert union["panel"].unique().tolist() == ["China and the EU"]


@pytest.mark.parametrize(("size", "groups"), [(4, []), (5, ["Ministry and cyberspace rules"])])
def test_an_issuer_is_drawn_from_five_drafts_on(size, groups):
    frame = pd.concat(
        [
            spell(list(range(1, size + 1)), [True] * size),
            spell([5] * 6, [True] * 6, "European Union", china=False),
        ]
    )
    found = passages.curves(frame)
    panel = found[found["panel"].eq("By issuer in China")]
    assert panel["group"].unique().tolist() == groups


def test_sensitivity_by_hand(monkeypatch):
    frame = pd.concat(
        [
            spell([10, 20, 30], [True] * 3),
            spell([40, 50, 60], [True] * 3, "European Union", china=False),
        ]
    )
    monkeypatch.setattr(passages, "variants", lambda: {"only": frame})
    found = faster.sensitivity().set_index("group")
    assert found["median"].to_dict() == {"China": 20, "European Union": 50}
    assert found[["n", "events"]].to_numpy().tolist() == [[3, 3], [3, 3]]
    # log-rank: of the adoptions on days 10, 20, 30 China is due 3/6, 2/5, 1/4, together 1.15, and has
    # 3; the variance is 1/4 + 6/25 + 3/16. Chi-square with one degree of freedom
    statistic = (3 - 1.15) ** 2 / (1 / 4 + 6 / 25 + 3 / 16)
    p_value = math.erfc(math.sqrt(statistic / 2))
    assert found["p_value"].tolist() == pytest.approx([p_value, p_value])
    # the first three against the last three is one of the two of 20 divisions that lie farthest apart
    assert found["p_permuted"].tolist() == pytest.approx([0.1, 0.1], abs=0.01)
    # all are adopted before the horizon, so the mean is that of the days
    assert found["mean"].to_dict() == pytest.approx({"China": 20, "European Union": 50})


@pytest.mark.usefixtures("small")
def test_what_is_withdrawn_is_never_adopted():
    read = passages.spells()
    # the last day on which a draft was checked is 11 April 2019: 100 days after 1 January
    assert passages.last_checked() == pd.Timestamp("2019-04-11")
    never = passages.units(read).set_index("id")["days"]
    assert never.to_dict() == days() | {"pc": 100}
    assert passages.units(read, never=False).set_index("id")["days"].to_dict() == days()


def test_a_package_counts_once_and_other_drafts_of_the_same_days_do_not_join_it():
    start, end = pd.Timestamp("2012-01-25"), pd.Timestamp("2016-04-27")
    rows = [("gdpr", "EU", end), ("led", "EU", end), ("law", "CN", end), ("late", "EU", end + DAY)]
    frame = pd.DataFrame(rows, columns=["id", "group", "end"]).assign(start=start)
    assert passages.units(frame, never=False)["id"].tolist() == ["gdpr", "law", "late"]
    assert len(passages.units(frame, packages=False, never=False)) == 4


def test_after_two_years_the_three_shares_make_up_the_whole():
    frame = pd.concat(
        [
            spell([100, 200, 900, 900], [True, True, True, False]),
            spell([100, 900, 900, 900], [False, True, True, True], "European Union", china=False),
        ],
        ignore_index=True,
    )
    frame["outcome"] = ["adopted", "adopted", "adopted", "pending", "withdrawn", *["adopted"] * 3]
    found = faster.after_two_years(frame)
    assert found.loc["China"].tolist() == pytest.approx([0.5, 0, 0.5])
    assert found.loc["European Union"].tolist() == pytest.approx([0, 0.25, 0.75])


def test_means_and_what_could_be_found_by_hand():
    frame = pd.concat(
        [
            spell([100, 300], [True, True]),
            spell([1000, 2000], [True, True], "European Union", china=False),
        ]
    )
    found = faster.waiting(frame)
    # a draft that takes longer than four years, 1461 days, counts with these
    assert found["China"].mean == pytest.approx(200)
    assert found["European Union"].mean == pytest.approx((1000 + 1461) / 2)
    assert found["difference"].mean == pytest.approx((1000 + 1461) / 2 - 200)
    # (1.96 + 0.84) / sqrt(4 * 1/2 * 1/2)
    assert faster.detectable(frame) == pytest.approx(math.exp(2.80158), rel=1e-4)


def test_every_origin_of_a_real_passage_has_a_group():
    assert passages.spells()["group"].notna().all()
