"""Known answers for lanes, rows, labels and the count by year."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_tables import give, table

from biometrics_china import edition, metadata, tables
from biometrics_china.analysis.regulation import counts, timeline
from biometrics_china.analysis.regulation.numbers import _by_year
from biometrics_china.numbers import Numbers

DAY = pd.Timedelta(days=1)
ORIGIN = pd.Timestamp("2010-01-01")


@pytest.mark.parametrize(
    ("level", "origin", "lane"),
    [
        ("law", "npc", "National laws"),
        ("notice", "local", "Plans, notices, campaigns"),
        ("police_standard", "party_or_police", "Standards"),
        ("draft_only", "npc", "National laws"),
        ("draft_only", "state_council", "State Council regulations"),
        ("draft_only", "eu", "European Union"),
        ("draft_only", "ministry", "Ministerial rules"),
        ("member_state_law", "member_state", None),
    ],
)
def test_lane_of(level, origin, lane):
    assert timeline.lane_of(level, origin) == lane


def test_no_level_stands_in_two_lanes():
    levels = [level for group in timeline.LANES.values() for level in group]
    assert len(levels) == len(set(levels))
    assert set(levels) <= set(tables.vocabulary("level"))


@pytest.mark.parametrize(
    ("modalities", "group"),
    [
        (("face",), "face"),
        (("face", "generic"), "face"),
        (("dna",), "dna"),
        (("fingerprint", "none"), "fingerprint"),
        (("iris",), "several"),  # a lone trait without a mark of its own
        (("face", "dna"), "several"),
        (("generic",), "general"),
        (("none",), "general"),
        ((), "general"),
    ],
)
def test_modality_group(modalities, group):
    assert timeline.modality_group(modalities) == group


def spans(*pairs):
    return pd.DataFrame(
        [(ORIGIN + a * DAY, ORIGIN + b * DAY) for a, b in pairs], columns=["first", "last"]
    )


def test_pack_by_hand():
    # the gap is 75 days: 10 to 100 keeps its row busy until 175, so 174 needs another, 175 not
    assert timeline.pack(spans((0, 10), (10, 100), (85, 90), (174, 174), (175, 180))).tolist() == [
        0,
        1,
        0,
        0,
        1,
    ]


def test_pack_keeps_the_index_and_takes_no_span():
    given_index = spans((0, 1), (1, 2)).set_axis([7, 3])
    assert timeline.pack(given_index).index.tolist() == [7, 3]
    assert timeline.pack(spans()).tolist() == []


PAIRS = st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 800)), min_size=1, max_size=40)


@given(PAIRS)
def test_packed_spans_never_meet_and_use_the_fewest_rows(pairs):
    frame = spans(*sorted((a, a + length) for a, length in pairs))
    frame["end"] = frame["last"] + timeline._GAP
    frame["row"] = timeline.pack(frame)
    for _, part in frame.groupby("row"):
        assert (part["first"].iloc[1:].to_numpy() >= part["end"].iloc[:-1].to_numpy()).all()
    # no packing can use fewer rows than the most spans that are open on one day
    most = max(((frame["first"] <= day) & (day < frame["end"])).sum() for day in frame["first"])
    assert set(frame["row"]) == set(range(most))


def test_with_labels_by_hand():
    frame = pd.DataFrame(
        {
            "id": ["eu-gdpr", "eu-aiact", "x"],
            "first": pd.to_datetime(["2012-01-01", "2021-01-01", "2012-01-01"]),
            "last": pd.to_datetime(["2016-01-01", "2027-05-01", "2012-02-01"]),
        }
    )
    found = timeline.with_labels(frame)
    assert found["label"].tolist() == ["GDPR", "AI Act", ""]
    # six letters of 52 days after 1 May 2027 would pass June 2027, so that name stands left
    assert found["label_side"].tolist() == ["right", "left", "right"]
    assert found["room_last"].tolist() == [
        frame["last"][0] + 4 * 52 * DAY,
        frame["last"][1],
        frame["last"][2],
    ]
    assert found["room_first"].tolist() == [
        frame["first"][0],
        frame["first"][1] - 6 * 52 * DAY,
        frame["first"][2],
    ]


INSTRUMENTS = """
id,title_en,jurisdiction,level,origin,modalities,effect,status,verification
law,A law,CN,law,npc,face;dna,widens_state_power,in_force,seen
law2,Another,CN,law,npc,face,restricts_handlers,in_force,seen
rule,A rule,CN,ministerial_rule,ministry,generic,both,in_force,seen
std,A standard,CN,national_standard,standards_body,face,technical,in_force,seen
other,A notice,CN,notice,ministry,none,other,in_force,seen
draft,A draft,CN,draft_only,ministry,face,restricts_handlers,pending,seen
old,Old,CN,police_standard,party_or_police,dna,technical,in_force,seen
mem,A Hungarian law,HU,member_state_law,member_state,face,both,in_force,seen
gdpr,GDPR,EU,eu_regulation,eu,generic,restricts_handlers,in_force,seen
mind,From memory,CN,law,npc,face,widens_state_power,in_force,recalled
bare,No date,CN,law,npc,face,widens_state_power,in_force,seen
"""
EVENTS = """
id,instrument_id,event,date
e1,law,draft_published,2014-01-01
e2,law,adopted,2015-06-30
e3,law,effective,2016-01-01
e4,law2,adopted,2015-07-01
e5,rule,effective,2018-05-01
e6,std,published,2017-02-03
e7,other,announced,2015-01-01
e8,draft,draft_published,2019-01-01
e9,old,published,2004-01-01
e10,mem,adopted,2025-03-18
e11,gdpr,adopted,2016-04-27
e12,mind,adopted,2010-01-01
e13,draft,published,2019-02-01
"""


@pytest.fixture
def small(monkeypatch):
    give(
        monkeypatch,
        instruments=table("instruments", INSTRUMENTS, is_binding="true"),
        instrument_events=table(
            "instrument_events", EVENTS, is_used="true", verification="seen", source_id="s"
        ),
    )


@pytest.mark.usefixtures("small")
def test_instruments_have_a_lane_and_a_group_and_were_read():
    found = timeline.instruments().set_index("id")
    assert set(found.index) == {
        "law",
        "law2",
        "rule",
        "std",
        "other",
        "draft",
        "old",
        "mem",
        "gdpr",
    }
    assert found.loc["law", ["lane", "modality_group"]].tolist() == ["National laws", "several"]
    assert found.loc["draft", "lane"] == "Ministerial rules"
    assert pd.isna(found.loc["mem", "lane"])


@pytest.mark.usefixtures("small")
def test_timeline_leaves_out_what_has_no_lane_or_is_too_old():
    found = timeline.timeline()
    assert list(found["id"]) == [
        "law",
        "law2",
        "rule",
        "draft",
        "other",
        "std",
        "gdpr",
    ]  # lane by lane, then by first day
    # the first law keeps its row busy from 2014 to the spring of 2016; the second starts within
    assert list(found["row"]) == [0, 1, 0, 0, 0, 0, 0]
    assert list(found["lane"].cat.categories) == list(timeline.LANES)


@pytest.mark.usefixtures("small")
def test_timeline_of_a_single_lane(monkeypatch):
    whole = timeline.instruments()
    monkeypatch.setattr(
        timeline, "instruments", lambda *_: whole[whole["id"].isin(["law", "law2"])]
    )
    assert list(timeline.timeline()["row"]) == [0, 1]


@pytest.mark.usefixtures("small")
def test_by_year_by_hand():
    # adopted or in effect: 2004 old (technical), 2015 law (widens), law2 (restricts) and the notice
    # (other, counted as technical), 2017 std (technical), 2018 rule (both); the draft never counts
    found = counts.by_year()
    wide = found.pivot_table(index="year", columns="effect", values="adopted")
    assert list(wide.index) == list(range(2004, 2019))
    assert wide.loc[2015].to_dict() == {
        "widens_state_power": 1,
        "restricts_handlers": 1,
        "both": 0,
        "technical": 1,
    }
    ends = found[found["year"].eq(2018)].set_index("effect")["cumulative"].to_dict()
    assert ends == {"widens_state_power": 1, "restricts_handlers": 1, "both": 1, "technical": 3}
    assert wide.loc[2005:2014].to_numpy().sum() == 0


EFFECTS = ["widens_state_power", "restricts_handlers", "both", "technical", "other"]
ADOPTED = st.lists(
    st.tuples(st.integers(2000, 2026), st.sampled_from(EFFECTS), st.booleans()),
    min_size=1,
    max_size=30,
)


@given(ADOPTED)
def test_by_year_never_falls_and_ends_at_what_was_adopted(rows):
    frame = pd.DataFrame(rows, columns=["year", "effect", "is_adopted"])
    day = pd.to_datetime(frame["year"].astype(str) + "-07-01")
    frame = frame.assign(
        jurisdiction="CN",
        level="law",
        is_binding=True,
        final=day.where(frame["is_adopted"]),
        effective=day,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timeline, "instruments", lambda *_: frame)
        found = counts.by_year(2026)
    for effect, part in found.groupby("effect"):
        assert part["cumulative"].is_monotonic_increasing
        counted = frame["effect"].replace("other", "technical").eq(effect).sum()
        assert part["cumulative"].iloc[-1] == part["adopted"].sum() == counted


def _with_one_more(day: str) -> pd.DataFrame:
    """Return the instruments of the book, and a fictional Chinese law adopted on a day."""
    frame = timeline.instruments()
    one = frame[frame["id"].eq("cn-frt-2025")].assign(id="cn-one-more", final=pd.Timestamp(day))
    return pd.concat([frame, one], ignore_index=True)


@pytest.mark.parametrize(
    ("book", "law", "last", "more"),
    [
        ("2026-11-26", "2026-05-01", 2025, 0),  # the year is not over, so it is not yet counted
        ("2026-12-30", "2026-05-01", 2025, 0),
        ("2026-12-31", "2026-05-01", 2026, 1),
        ("2027-01-04", "2026-05-01", 2026, 1),
        ("2026-11-26", "2025-05-01", 2025, 1),
        ("2027-01-04", "2027-01-02", 2025, 0),  # no law of 2026 is known, so its end says nothing
    ],
)
def test_a_year_that_is_not_over_never_ends(monkeypatch, book, law, last, more):
    before, frame = counts.by_year(2025), _with_one_more(law)
    monkeypatch.setattr(edition, "day", lambda: pd.Timestamp(book))
    monkeypatch.setattr(timeline, "instruments", lambda *_: frame)
    after, found = counts.by_year(), Numbers("regulation", [])
    _by_year(found)
    assert after["year"].max() == last == int(found["last_year"].value)
    assert after["adopted"].sum() == before["adopted"].sum() + more
    counted = before.loc[before["effect"].eq("restricts_handlers"), "adopted"].sum()
    assert found["n_restricting_end"].value == counted + more


def test_the_day_of_the_book_is_that_of_its_metadata():
    assert f"{edition.day():%Y-%m-%d}" == metadata.load().date


RULES = """
id,effect,is_binding,level,place,modalities,year
a,widens_state_power,true,law,,face,2010
b,widens_state_power,true,notice,Ili,dna,2012
c,widens_state_power,false,notice,,dna,2016
d,restricts_handlers,true,law,,face,2014
e,restricts_handlers,true,local_regulation,Hangzhou,face,2018
f,restricts_handlers,false,self_regulation,,face,2019
g,both,true,law,,face,2020
"""


def test_readings_by_hand(monkeypatch):
    frame = pd.read_csv(io.StringIO(RULES.strip()))
    monkeypatch.setattr(counts, "adopted", lambda *_: frame)
    monkeypatch.setattr(counts, "_choices", counts._choices.__wrapped__)
    found = counts.choices().set_index("reading")
    # binding: a and b widen (half by 2010), d and e restrict (half by 2014); two and two at the end
    assert found.loc[counts.MAIN].tolist() == [2, 2010, 2, 2014, 2020]
    # national alone: a and d
    assert found.loc["Binding rules, national ones alone"].tolist() == [1, 2010, 1, 2014, 2020]
    # g on both sides: three and three, of which half, two or more, stood by 2012 and 2018
    both = found.loc["Binding rules, those that do both on both sides"]
    assert both.tolist() == [3, 2012, 3, 2018, 2020]
    # c widens too, and of the texts that bind nobody the firm's is left out, then counted
    firms = found.loc["Standards, plans and notices too, without texts of firms"]
    assert firms.tolist() == [3, 2012, 2, 2014, 2020]
    assert found.loc["All instruments"].tolist() == [3, 2012, 3, 2018, 2020]


@pytest.mark.parametrize(
    ("modalities", "effect", "expected"),
    [
        (("face",), "widens_state_power", "widens_state_power"),
        (("generic",), "restricts_handlers", "restricts_handlers"),
        (("none",), "widens_state_power", "other"),
        ((), "both", "other"),
        (("none",), "technical", "other"),
    ],
)
def test_what_names_no_trait_neither_widens_nor_restricts(modalities, effect, expected):
    frame = pd.DataFrame({"modalities": [modalities], "effect": [effect]})
    assert timeline.by_definition(frame).tolist() == [expected]


def test_the_intelligence_law_names_no_trait_and_counts_on_neither_side():
    frame = timeline.instruments().set_index("id")
    assert frame.loc["cn-nil-2017", "effect"] == "other"
    counted = counts.READINGS["All instruments"](counts.adopted())
    sides = counted[counted["effect"].isin([counts.WIDENS, counts.RESTRICTS])]
    assert sides["modalities"].map(timeline.names_a_trait).all()
