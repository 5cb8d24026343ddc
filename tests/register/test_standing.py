"""How bodies stand on lists, in sentences."""

import pandas as pd
import pytest

from biometrics_china import provenance
from biometrics_china.register import entities, lists, standing


def test_a_listed_body_is_said_to_be_listed_up_to_the_day_that_was_read():
    [sentence] = [s for s in standing.sentences()["huawei"] if "Entity List" in s]
    assert sentence.startswith("On the Entity List since 16 May 2019 (84 FR 22963)")
    assert "no removal read up to 9 July 2026" in sentence


def test_an_ended_entry_is_said_to_be_ended():
    [sentence] = [s for s in standing.sentences()["mps-ifs"] if "Entity List" in s]
    assert sentence.startswith("Was on the Entity List from 5 June 2020")
    assert sentence.endswith("to 16 November 2023")


def test_an_entry_that_is_known_by_its_edition_is_not_dated_by_it():
    sentences = standing.sentences()["si-chuan-da-xue"]
    [sentence] = [s for s in sentences if "Named Research Organizations" in s]
    assert sentence.startswith(
        "On the Named Research Organizations in the edition of 11 March 2025"
    )
    assert sentence.endswith("; newer editions were not read")


def test_the_heaviest_list_comes_first_and_what_ended_comes_last():
    lists = [s.list_name for s in standing.standings()["xpcc-psb"]]
    assert lists[0] == "EU Global Human Rights Sanctions Regime"
    assert lists[-1] == "Entity List"
    for known in standing.standings().values():
        ended = [not s.is_on for s in known]
        assert ended == sorted(ended)


def test_every_list_that_was_read_has_its_weight():
    assert {e["name"] for e in standing.editions()} <= set(lists.ORDER)
    assert len(set(lists.ORDER)) == len(lists.ORDER)
    assert {n.list_name for s in standing.standings().values() for n in s} <= set(lists.ORDER)
    assert lists.weight("no such list") == len(lists.ORDER)


def test_a_body_on_no_list_is_told_how_many_were_read_and_which_in_part():
    assert standing.unlisted()[standing.seat("CN")] == (
        "On none of the 27 official lists read for this register; the table of lists says up to which "
        "day each was read. In part only were read: Specially Designated Nationals List "
        "(Global Magnitsky)"
    )


def test_a_body_of_another_seat_is_told_for_whom_lists_were_read():
    european = standing.unlisted()[standing.seat("DE")]
    assert european.startswith("On none of the 4 Chinese lists read for bodies of Europe; ")
    assert european.endswith(". Lists of other states were read for bodies of China only")
    other = standing.unlisted()[standing.seat("CA")]
    assert other.startswith(
        "On none of the lists read for this register, but none was read for its"
    )
    assert {standing.seat(c) for c in ("", "CN", "HK", "MO")} == {"chinese"}


def test_a_notice_of_a_later_year_only_confirms_an_entry():
    [sentence] = [s for s in standing.sentences()["hikvision"] if "1260H" in s]
    assert "since 3 June 2021 (confirmed by 91 FR 35189), no removal read up to" in sentence


def test_nobody_is_said_to_be_on_a_list_that_was_not_read():
    [sentence] = [s for s in standing.sentences()["hikvision"] if "1237" in s]
    assert sentence == (
        "Put on the List of Communist Chinese military companies (section 1237) on 24 June 2020; "
        "whether it is still there was not read"
    )
    assert not any("1237" in name for name in standing.lists_now("hikvision"))


def test_a_body_is_on_the_military_list_since_the_edition_that_first_has_it_by_any_name():
    found = {
        body: next(s for s in standing.sentences()[body] if "1260H" in s)
        for body in ("cloudwalk", "hesai-group", "avic-chengdu-aircraft", "cetc-digital-technology")
    }
    assert "since 5 October 2022" in found["cloudwalk"]
    assert "since 31 January 2024" in found["hesai-group"]
    assert "since 3 June 2021" in found["avic-chengdu-aircraft"]
    assert "since 7 January 2025" in found["cetc-digital-technology"]


def test_a_list_that_was_taken_over_from_an_older_law_tells_no_first_day():
    body = "leader-hk-international"
    [sentence] = [s for s in standing.sentences()[body] if s.startswith("On the EU sanctions on")]
    assert "in the edition of 31 August 2017" in sentence
    assert "no removal read up to 17 December 2025" in sentence


def entry(**fields):
    """Return one entry on the Entity List as a frame of `listings`."""
    row = {"action": "listed", "date": "2024-05-14", "citation": "89 FR 41888", **fields}
    return pd.DataFrame([row])


@pytest.mark.parametrize(
    ("fields", "start"),
    [
        ({"effective_date": "2024-05-09", "published": "2024-05-14"}, "since 9 May 2024"),
        ({"published": "2024-05-14"}, "by the notice printed on 14 May 2024"),
        (
            {"date": "2024-05-13", "published": "2024-05-14"},
            "by the notice printed on 14 May 2024",
        ),
        ({}, "since 14 May 2024"),
        ({"ended": "2025-01-01"}, "from 14 May 2024"),
        (
            {"published": "2024-05-14", "ended": "2025-01-01"},
            "by the notice printed on 14 May 2024",
        ),
        (
            {"published": "2024-05-14", "date_is": "edition"},
            "in the edition of 14 May 2024",
        ),
    ],
)
def test_a_day_of_printing_is_not_said_to_be_the_first_day(fields, start):
    found = standing._standing("Entity List", entry(**fields))
    assert found.start == start
    assert f"{start} (89 FR 41888)" in found.sentence


def test_no_body_is_on_a_list_since_a_day_of_printing():
    rows = provenance.read_rows("listings")
    rows = rows[rows["action"].eq("listed")].assign(
        body=rows["entity"].map(lambda name: ",".join(entities.entity_ids(name)))
    )
    once = rows.groupby(["body", "list_name"])["id"].transform("size").eq(1)
    printed = rows["published"].notna() & rows["effective_date"].isna() & rows["date_is"].isna()
    known = {(body, s.list_name): s for body, on in standing.standings().items() for s in on}
    for row in rows[once & printed].to_dict("records"):
        assert "printed on" in known[row["body"], row["list_name"]].start
