"""What must hold in the data for the words on supply and on lists to be true."""

from __future__ import annotations

from biometrics_china import provenance
from biometrics_china.analysis.europe_technology import lists, supplies
from biometrics_china.analysis.europe_technology.numbers import (
    FCC_WIDENED,
    INSTITUTE_OFF,
    MEGVII_OFF,
)


def no_european_supply_has_an_amount() -> bool:
    """Return whether no record of a European firm states an amount of money."""
    rows = provenance.read_rows("technology_supplies")
    european = rows[rows["origin"].eq("european")]
    return len(european) > 0 and bool(european["amount"].isna().all())


def the_european_suppliers_are_these_four() -> bool:
    """Return whether Morpho, Axis, Noldus and Qiagen are all European firms of counted supplies."""
    rows = provenance.read_rows("technology_supplies")
    supplied = rows[rows["origin"].eq("european") & rows["is_counted"]]
    return set(supplied["suppliers"].explode()) == {
        "Morpho",
        "Axis Communications",
        "Noldus Information Technology",
        "Qiagen",
    }


def no_european_record_is_a_tender() -> bool:
    """Return whether no record of a European firm is of the kind that comes from a tender."""
    rows = provenance.read_rows("technology_supplies")
    kinds = rows.loc[rows["origin"].eq("european"), "kind"]
    return len(kinds) > 0 and bool(kinds.ne("tender").all())


def most_links_are_american_genetic_and_western() -> bool:
    """Return whether most of the dated links are American, genetic and in western China at once."""
    frame = supplies.timeline(supplies.supplies())
    genetic = frame["origin"].eq("american") & frame["technology"].eq("dna")
    return bool((genetic & frame["is_western_china"]).mean() > 0.5)


def one_european_mark_and_many_of_one_american_maker() -> bool:
    """Return whether the one European mark is early and Thermo Fisher Scientific has the most marks.

    The European one is for face recognition; of the American maker's marks most are in western
    China and two are withdrawals.
    """
    frame = supplies.timeline(supplies.supplies())
    european = frame[frame["origin"].eq("european")]
    thermo = frame[frame["firms"].eq("Thermo Fisher Scientific")]
    return bool(
        european["technology"].tolist() == ["face"]
        and european["year"].iloc[0] < frame["year"].median()
        and frame["firms"].mode().tolist() == ["Thermo Fisher Scientific"]
        and thermo["is_western_china"].mean() > 0.5
        and thermo["kind"].eq("withdrawal").sum() == 2
    )


def resellers_sold_after_the_announcement() -> bool:
    """Return whether contracts of resellers with an amount follow the first announced withdrawal.

    Each of these amounts is stated as a least one.
    """
    frame = supplies.supplies()
    announced = frame.loc[frame["kind"].eq("withdrawal"), "date"].min()
    resale = frame[frame["kind"].eq("resale") & frame["amount"].notna()]
    return bool(
        len(resale) > 0
        and resale["date"].gt(announced).all()
        and resale["qualifier"].eq("more_than").all()
    )


def over_human_rights_each_other_lists_one_police_bureau() -> bool:
    """Return whether over human rights the EU, the UK and Canada listed one body each, a police body.

    It is the same body, on the same day. Counted are entries on the ground of surveillance; beside
    these three only the United States made any.
    """
    first = lists.over_human_rights(lists.acts())
    others = first[first["country"].ne("US")]
    one = others.groupby("country")["bodies"].sum().to_dict() == {"CA": 1, "EU": 1, "GB": 1}
    is_police = set(others["entity_type"]) == {"police_body"}
    return bool(one and is_police and others["entity"].nunique() == others["date"].nunique() == 1)


def no_union_list_holds_a_maker_of_the_field() -> bool:
    """Return whether every body of the subject on a list of the Union is a police body."""
    listed = lists.acts()
    union = listed[listed["country"].eq("EU")]
    return len(union) > 0 and bool(union["entity_type"].eq("police_body").all())


def canada_names_the_institute_for_research() -> bool:
    """Return whether the institute stands on Canada's list of research organisations alone.

    It is the forensic institute of the police ministry; on no list of another state it stands now.
    """
    standing = lists.lists_of(lists.acts())
    now = {key: names for key, names in standing.items() if key[1] == "mps-ifs" and names}
    return now == {("CA", "mps-ifs"): frozenset({"Named Research Organizations"})}


def union_lists_others_over_russia_and_hacking() -> bool:
    """Return whether the cited entries of the Union are over Russia and over hacking.

    They are a company of Hytera in Hong Kong, Anxun and Integrity Technology.
    """
    rows = provenance.by_id("listings").loc[["li178", "li1883", "li1885"]]
    return bool(
        rows["country"].eq("EU").all()
        and rows["action"].eq("listed").all()
        and rows["ground"].tolist() == ["russia", "cyber", "cyber"]
    )


def institute_alone_left() -> bool:
    """Return whether the police ministry's forensic institute alone has come off all lists of a state.

    It came off on the day of the cited record.
    """
    moves = lists.changes(lists.acts())
    off = moves.loc[moves["change"].lt(0), ["country", "entity", "date"]].to_numpy().tolist()
    day = provenance.by_id("listings")["date"][INSTITUTE_OFF]
    return off == [["US", "Ministry of Public Security Institute of Forensic Science", day]]


def megvii_left_the_military_list_alone() -> bool:
    """Return whether Megvii is off the list of military companies and on several other American ones.

    The cited record is the one that took it off.
    """
    row = provenance.by_id("listings").loc[MEGVII_OFF]
    still = lists.lists_of(lists.acts())["US", "megvii"]
    return bool(
        row["entity"] == "Megvii Technology"
        and row["action"] == "delisted"
        and "military" in row["list_name"]
        and len(still) > 1
        and not any("military companies" in name for name in still)
    )


def the_equipment_ban_was_widened_by_the_cited_rule() -> bool:
    """Return whether the ban on models authorised before is later than the rule that allows it."""
    rows = provenance.by_id("listings")
    return bool(
        "authorised before" in rows["measure"][FCC_WIDENED]
        and rows["effective_date"]["li101"] < rows["date"][FCC_WIDENED]
    )


def the_military_list_holds_cameras_faces_and_genetics() -> bool:
    """Return whether the list of military companies holds makers of cameras, faces and genetics.

    The three cited records put a maker of each on it.
    """
    rows = provenance.by_id("listings").loc[["li085", "li098", "li099"]]
    return bool(
        rows["list_name"].str.contains("1260H").all()
        and rows["action"].eq("listed").all()
        and [t[0] for t in rows["technologies"]] == ["video", "face", "dna"]
    )


def removals_come_from_those_named() -> bool:
    """Return whether the cited removals are by the Danish road authority, Copenhagen and Amsterdam."""
    rows = provenance.by_id("listings").loc[["li114", "li115", "li117"]]
    named = zip(rows["list_name"], ("Danish Road", "Copenhagen", "Amsterdam"), strict=True)
    return bool(rows["action"].eq("removal").all() and all(who in what for what, who in named))


def the_czech_office_only_warned() -> bool:
    """Return whether every Czech act in the table is a warning."""
    rows = provenance.by_id("listings")
    return set(rows.loc[rows["country"].eq("CZ"), "action"]) == {"warning"}


def four_technologies_lead_and_the_others_have_short_bars() -> bool:
    """Return whether the four named technologies have the most listed bodies.

    The bars of the other jurisdictions are shorter than half of the American ones.
    """
    frame = lists.by_technology(lists.first_entries())
    lead = {"Several", "Surveillance systems", "Biotechnology", "Video surveillance"}
    others = frame[frame["others"].gt(0)]
    return bool(
        set(frame.tail(4)["technology"]) == lead and others["others"].lt(others["us"] / 2).all()
    )
