"""Known answers for the chapter's lists of texts."""

from __future__ import annotations

import pytest
from small_tables import give, table

from biometrics_china.analysis.regulation import texts

CHANGES = """
id,instrument_id,element,draft_value,final_value,direction,kind,source_id,verification
t3,b,third,1,2,weaker,first_procedure,s,seen
t1,a,first,1,2,stronger,first_procedure,s,seen
t2,a,second,1,2,weaker,later_amendment,s,seen
t4,a,fourth,1,2,neutral,first_procedure,s,seen
t5,b,fifth,1,2,weaker,first_procedure,s,seen
t6,b,sixth,1,2,weaker,first_procedure,s,recalled
t7,other,seventh,1,2,weaker,later_amendment,s,seen
"""
INSTRUMENTS = """
id,title_en,jurisdiction,place,level,origin,modalities,effect,addressee
a,Rule A,CN,Hangzhou,local_regulation,local,face,restricts_handlers,managers
b,Rule B,CN,Xinjiang,notice,local,dna,widens_state_power,residents
std,Local standard,CN,Shenzhen,local_standard,local,face,technical,makers
nat,National,CN,,law,npc,face,both,everyone
other,On companies,EU,,eu_directive,eu,none,other,companies
cn-av-2019,Audio,CN,,ministerial_rule,ministry,face,restricts_handlers,services
cn-ailabel-2025,Labels,CN,,ministerial_rule,ministry,face,restricts_handlers,services
"""
EVENTS = """
id,instrument_id,event,date
e1,a,draft_published,2020-10
e2,a,adopted,2021-08-09
e3,b,effective,2016-06
e4,std,published,2019
e5,nat,adopted,2015-01-01
e6,cn-ailabel-2025,draft_published,2024-09-14
e7,cn-ailabel-2025,published,2025-03-07
e8,cn-ailabel-2025,effective,2025-09-01
e9,cn-av-2019,published,2019-11-18
"""
ACTS = """
id,actor,act,date,content,source_id,is_main,verification
i2,Firm,Later,2020-01,More,s,true,seen
i1,Firm,Sooner,2019-06-30,Words,s,true,seen
i0,Firm,Year,2019,Other,s,true,seen
i3,Firm,Recalled,2018,Gone,s,true,recalled
i4,Firm,Second report,2018,Again,s,false,seen
"""
REASONS = """
id,instrument_id,content,reason,source_id
r1,cn-av-2019,Labels,Order,q
"""
DEFINITIONS = """
id,instrument_id,article,term,covers,identifies,consequence,source_id
d2,b,2,Term B,All,not_asked,None,s
d1,a,1,Term A,Some,required,Much,s
"""


@pytest.fixture(autouse=True)
def small(monkeypatch):
    give(
        monkeypatch,
        text_changes=table("text_changes", CHANGES),
        instruments=table("instruments", INSTRUMENTS, verification="seen", status="in_force"),
        instrument_events=table(
            "instrument_events", EVENTS, is_used="true", verification="seen", source_id="s"
        ),
        industry_acts=table("industry_acts", ACTS),
        rule_reasons=table("rule_reasons", REASONS, verification="seen"),
        definitions=table("definitions", DEFINITIONS, verification="seen"),
    )


def test_text_changes_by_hand():
    found = texts.text_changes()
    # by instrument and id, amendments of adopted acts last; what was recalled, and an act that
    # names no biometrics, are left out
    assert found["element"].tolist() == ["first", "fourth", "third", "fifth", "second"]
    assert found["instrument"].tolist() == ["Rule A", "Rule A", "Rule B", "Rule B", "Rule A"]
    assert found["direction"].tolist() == ["Stronger", "Neutral", "Weaker", "Weaker", "Weaker"]


def test_direction_counts_by_hand():
    # only the first procedure: a has one stronger and one neutral, b two weaker
    assert texts.direction_counts().to_numpy().tolist() == [["a", 0, 1, 1], ["b", 2, 0, 0]]
    assert texts.direction_counts().columns.tolist() == [
        "instrument_id",
        "weaker",
        "stronger",
        "other",
    ]


def test_local_rules_by_hand():
    found = texts.local_rules()
    # national rules and local standards are left out; by first date, at its own precision; the
    # notice has only a date of effect, the regulation prints its adoption and not its draft
    assert found[["place", "date", "level", "effect"]].to_numpy().tolist() == [
        ["Xinjiang", "June 2016", "Notice", "Widens state power"],
        ["Hangzhou", "9 August 2021", "Local regulation", "Restricts handlers"],
    ]


def test_deepfake_rules_by_hand():
    found = texts.deepfake_rules()
    assert found[["title_en", "draft_date", "date", "effective_date"]].to_numpy().tolist() == [
        ["Audio", "", "18 November 2019", ""],
        ["Labels", "14 September 2024", "7 March 2025", "1 September 2025"],
    ]


def test_industry_acts_stand_in_order_of_date():
    found = texts.industry_acts()
    # a year stands in its middle, 2 July; second reports and recalled rows are left out
    assert found["act"].tolist() == ["Sooner", "Year", "Later"]
    assert found["date"].tolist() == ["30 June 2019", "2019", "January 2020"]


def test_a_rule_on_synthetic_media_comes_with_its_reason_or_without() -> None:
    found = texts.deepfake_rules()
    assert found[["title_en", "content", "reason"]].to_numpy().tolist() == [
        ["Audio", "Labels", "Order"],
        ["Labels", "", ""],
    ]
    assert found["source_id"].tolist()[0].endswith(";q")
    assert not found["source_id"].tolist()[1].endswith(";")


def test_definitions_stand_in_the_order_of_the_table_under_the_title_of_the_law() -> None:
    found = texts.definitions()
    assert found[["law", "identifies"]].to_numpy().tolist() == [
        ["Rule B", "Not asked for"],
        ["Rule A", "Asked for"],
    ]
