"""The numbers of the chapter on technology between Europe and China."""

from __future__ import annotations

from biometrics_china import multiverse, provenance, tables
from biometrics_china.analysis.europe_technology import (
    industry,
    lists,
    numbers_money,
    numbers_size,
    places,
    supplies,
    survey,
)
from biometrics_china.numbers import Numbers
from biometrics_china.register.kin import parts
from biometrics_china.register.records import records

#: rows of `listings` in which an entry ends: the police ministry's forensic institute, Megvii
INSTITUTE_OFF, MEGVII_OFF = "li089", "li097"
#: the row in which the American ban on equipment is widened to models approved before
FCC_WIDENED = "li102"
#: the row of the officials whom Canada listed later
CANADA_OFFICIALS = "li2301"
#: European authorities by the country codes of `listings`
EUROPE = ("DK", "EU", "GB", "LT", "NL")
#: the row in which a maker of cameras announces the end of contracts in Xinjiang
HIKVISION_END = "su-12"


def numbers() -> Numbers:
    """Return the numbers of the chapter."""
    found = Numbers("europe_technology", ["technology_supplies"])
    _supplies(found)
    _lists(found.using("listings"))
    _survey(found.using("deployments"))
    _places(found.using("deployments"))
    _industry(found.using("entities", "kin", "entity_names", "listings"))
    numbers_money.add(found)
    numbers_size.add(found)
    return found


def _supplies(found: Numbers) -> None:
    frame = supplies.supplies()
    supply = frame[frame["kind"].isin(supplies.SUPPLY)]
    european = supply[supply["origin"].eq("european")]
    priced = supply[supply["amount"].notna()]
    found.count("n_supplies", len(supply), "documented supplies")
    found.count("n_european", len(european), "of these by European firms")
    found.count("n_european_firms", european["firms"].nunique(), "European firms among them")
    found.count("n_american", supply["origin"].eq("american").sum(), "supplies by American firms")
    found.count("n_western", supply["is_western_china"].sum(), "supplies to western China")
    found.count("n_dna", supply["technology"].eq("dna").sum(), "supplies of genetic technology")
    found.count("n_priced", len(priced), "supplies with an amount of money")
    europe_priced = priced["origin"].eq("european").sum()
    what = "European supplies with an amount of money"
    found.count("n_european_priced", europe_priced, what, nought="none")
    actions = provenance.by_id("supplier_actions")["date"]
    found.date("hikvision_end", actions[HIKVISION_END], "announced end", "supplier_actions")
    resale = supply[supply["kind"].eq("resale")]["amount"].max()
    found.count("resale_usd", resale, "dollars in contracts of resellers in Xinjiang")
    withdrawn = frame.loc[frame["kind"].eq("withdrawal"), "date"].min()
    found.date("withdrawal_xinjiang", withdrawn, "announced end of sales in Xinjiang")


def _lists(found: Numbers) -> None:
    acts = lists.acts()
    first = lists.first_of(acts)
    american = first.loc[first["country"].eq("US"), "bodies"].sum()
    found.count("n_listed_us", american, "bodies on lists of the United States at any time")
    rights = lists.over_human_rights(acts)
    rights_us = rights[rights["country"].eq("US")]
    found.count(
        "n_rights_us", rights_us["bodies"].sum(), "of these over surveillance and repression"
    )
    found.date("first_listing", rights_us["date"].min(), "first listing over these grounds")
    last = first.loc[first["country"].eq("US"), "date"].max()
    found.date("last_listing", last, "last first entry of a body on an American list")
    dna = [bool({"dna", "biotechnology"} & set(t or ())) for t in first["technologies"]]
    genetic = first[dna].query("country == 'US'")["bodies"].sum()
    found.count("n_listed_dna", genetic, "of the American ones in genetics or biotechnology")
    others = rights.loc[rights["country"].ne("US"), "date"]
    found.date("others_date", others.min(), "first listing by the others")
    eight = provenance.by_id("listings").loc[CANADA_OFFICIALS]
    found.count("n_canada_officials", eight["entities"], "officials that Canada added")
    found.date("canada_officials_day", eight["date"], "day on which Canada added them")
    _ends(found)


def _ends(found: Numbers) -> None:
    """Add what came off lists, and acts after the first entries."""
    rows = provenance.by_id("listings")
    changes = lists.changes(lists.acts()).query("country == 'US'")
    off = changes[changes["change"].lt(0)]
    found.count("n_left_us", -off["change"].sum(), "bodies that came off every American list")
    found.count("n_standing_us", changes["change"].sum(), "bodies still on an American list")
    found.date(
        "institute_off", rows["date"][INSTITUTE_OFF], "end of the forensic institute's entry"
    )
    found.date("megvii_off", rows["date"][MEGVII_OFF], "end of one of Megvii's entries")
    found.date("fcc_widened", rows["date"][FCC_WIDENED], "equipment ban widened to older models")
    standing = lists.lists_of(lists.acts())["US", "megvii"]
    found.count("n_megvii", len(standing), "American lists on which Megvii stands")
    found.date("last_act", lists.last_act(), "last act in the table of listings")
    europe = rows[rows["country"].isin(EUROPE) & rows["action"].isin(["removal", "use_ban"])]
    found.count(
        "n_europe_removals", europe["list_name"].nunique(), "European removals and use bans"
    )


def _survey(found: Numbers) -> None:
    frame = survey.survey()
    for row in frame[frame["kind"].isin(["local", "police"])].to_dict("records"):
        kind, label = row["kind"], row["label"]
        found.percent(f"share_{kind}", row["printed"] / 100, f"{label}: per cent as printed")
        found.count(f"answered_{kind}", row["answered"], f"{label}: bodies that answered")
        found.count(f"least_{kind}", row["low_count"], f"{label}: least count that prints so")
        if row["high_count"] > row["low_count"]:
            found.count(f"most_{kind}", row["high_count"], f"{label}: greatest that prints so")
    answered = int(frame["answered"].sum())
    users = (int(frame["low_count"].sum()), int(frame["high_count"].sum()))
    total = survey.everybody()
    low, high = survey.bounds(users, answered, total)
    found.count("everybody", round(total, -1), "public bodies, if the group's estimate is right")
    found.percent("response", answered / total, "share of them that answered")
    found.percent(
        "bound_low",
        low,
        "share of all if none of the silent uses the cameras",
        digits=1,
        bound="low",
    )
    found.percent(
        "bound_high", high, "share of all if all of the silent do", digits=1, bound="high"
    )
    none = survey.counts_behind(survey.survey_rows())["rounded"].eq(0)
    found.count("n_no_rounding", none.sum(), "kinds for which no count rounds to the percentage")
    spread = multiverse.spread(survey.choices(frame, total))
    found.count("n_choices", spread["n"], "readings of the survey")
    _forces(found)


def _forces(found: Numbers) -> None:
    rows = provenance.by_id("deployments").loc[["dp-073", "dp-074", "dp-075"]]
    inside, outside, one_maker = rows["value"]
    found.count(
        "forces_answered", rows["denominator"]["dp-073"], "forces and agencies that answered"
    )
    found.count("forces_inside", inside, "of these with such cameras inside, at least")
    found.count("forces_outside", outside, "of these with such cameras outside, at least")
    found.count("forces_hikvision", one_maker, "with Hikvision, in the first count")


def _places(found: Numbers) -> None:
    frame = places.in_europe()
    found.count("n_places", len(frame), "records of use in European countries")
    found.count("n_countries", frame[frame["country"].ne("EU")]["country"].nunique(), "countries")
    found.count("n_measures", frame["measure"].nunique(), "different things that are counted")
    found.count("n_faces", frame["technology"].eq("face").sum(), "records on face recognition")
    dutch = frame.set_index("id").loc["dp-018"]
    found.count("dutch_yes", dutch["value"], "Dutch municipalities that use them, at least")
    found.count("dutch_asked", dutch["denominator"], "Dutch municipalities that answered, about")


def _industry(found: Numbers) -> None:
    entities = tables.load("entities")
    frame = industry.industry(entities, records(), parts())
    found.count("n_firms", len(frame), "firms in the table of the industry")
    found.count(
        "n_firms_listed", industry.n_on_american_list(parts()), "of these on an American list now"
    )
    found.count(
        "n_firms_drafting", frame["standard"].gt(0).sum(), "of these drafters of a standard"
    )
