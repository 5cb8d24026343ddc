"""The numbers of the chapter on technology between Europe and China."""

from __future__ import annotations

import pandas as pd

from biometrics_china import origins, provenance, tables
from biometrics_china.analysis.europe_technology import (
    industry,
    lists,
    numbers_money,
    numbers_size,
    numbers_survey,
    places,
    supplies,
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
    numbers_survey.add(found.using("deployments"))
    _places(found.using("deployments"))
    _industry(found.using("entities", "kin", "entity_names", "listings"))
    numbers_money.add(found)
    numbers_size.add(found)
    return found


def _supplies(found: Numbers) -> None:
    frame = supplies.supplies()
    supply = frame[frame["kind"].isin(supplies.SUPPLY)]
    european = supply[supply["origin"].eq("european")]
    american = supply[supply["origin"].eq("american")]
    priced = supply[supply["amount"].notna()]
    found.count("n_supplies", supply, "documented supplies")
    found.count("n_european", european, "of these by European firms")
    firms = origins.distinct(european, "suppliers")
    found.count("n_european_firms", firms, "European firms among them")
    found.count("n_american", american, "supplies by American firms")
    found.count("n_western", supply[supply["is_western_china"]], "supplies to western China")
    found.count("n_dna", supply[supply["technology"].eq("dna")], "supplies of genetic technology")
    found.count("n_priced", priced, "supplies with an amount of money")
    what = "European supplies with an amount of money"
    europe_priced = origins.count(priced[priced["origin"].eq("european")], european)
    found.count("n_european_priced", europe_priced, what, nought="none")
    end = origins.cell(provenance.by_id("supplier_actions"), HIKVISION_END, "date")
    found.date("hikvision_end", end, "announced end", "supplier_actions")
    resales = supply[supply["kind"].eq("resale")].dropna(subset=["amount"])
    resale = origins.over(resales, "amount", "max")
    found.count("resale_usd", resale, "dollars in contracts of resellers in Xinjiang")
    withdrawn = origins.over(frame[frame["kind"].eq("withdrawal")], "date", "min")
    found.date("withdrawal_xinjiang", withdrawn, "announced end of sales in Xinjiang")


def _lists(found: Numbers) -> None:
    acts = lists.acts()
    first = lists.first_of(acts)
    american = first[first["country"].eq("US")]
    listed = _bodies(american)
    found.count("n_listed_us", listed, "bodies on lists of the United States at any time")
    rights = lists.over_human_rights(acts)
    rights_us = rights[rights["country"].eq("US")]
    over_rights = _bodies(rights_us)
    found.count("n_rights_us", over_rights, "of these over surveillance and repression")
    opening = origins.over(rights_us, "date", "min")
    found.date("first_listing", opening, "first listing over these grounds")
    last = origins.over(american, "date", "max")
    found.date("last_listing", last, "last first entry of a body on an American list")
    dna = [bool({"dna", "biotechnology"} & set(t or ())) for t in american["technologies"]]
    genetic = _bodies(american[dna])
    found.count("n_listed_dna", genetic, "of the American ones in genetics or biotechnology")
    others = origins.over(rights[rights["country"].ne("US")], "date", "min")
    found.date("others_date", others, "first listing by the others")
    rows = provenance.by_id("listings")
    eight, day = (origins.cell(rows, CANADA_OFFICIALS, f) for f in ("entities", "date"))
    found.count("n_canada_officials", eight, "officials that Canada added")
    found.date("canada_officials_day", day, "day on which Canada added them")
    _ends(found)


def _bodies(first: pd.DataFrame) -> origins.Origin:
    """Return how many bodies first entries cover; an entry may cover several."""
    return origins.over(first.rename(columns={"bodies": "entities"}), "entities")


def _ends(found: Numbers) -> None:
    """Add what came off lists, and acts after the first entries."""
    rows, acts = provenance.by_id("listings"), lists.acts()
    changes = lists.moves(acts).query("country == 'US'")
    off = changes[changes["change"].lt(0)]
    ended, begun = (
        origins.over(acts[acts["id"].isin(moved["id"])], "entities")
        for moved in (off, changes[changes["change"].gt(0)])
    )
    found.count("n_left_us", ended, "bodies that came off every American list")
    standing = begun - ended
    found.count("n_standing_us", standing, "bodies still on an American list")
    for name, row, meaning in (
        ("institute_off", INSTITUTE_OFF, "end of the forensic institute's entry"),
        ("megvii_off", MEGVII_OFF, "end of one of Megvii's entries"),
        ("fcc_widened", FCC_WIDENED, "equipment ban widened to older models"),
    ):
        found.date(name, origins.cell(rows, row, "date"), meaning)
    of_megvii = acts[acts["body"].eq("megvii") & acts["country"].eq("US")]
    on = of_megvii[of_megvii["list_name"].isin(lists.lists_of(acts)["US", "megvii"])]
    names = origins.distinct(on, "list_name")
    found.count("n_megvii", names, "American lists on which Megvii stands")
    coded = rows[rows["technologies"].map(len).gt(0)]
    last = origins.over(coded[coded["date"].eq(lists.last_act())], "date", "max")
    found.date("last_act", last, "last act in the table of listings")
    europe = rows[rows["country"].isin(EUROPE) & rows["action"].isin(["removal", "use_ban"])]
    different = origins.distinct(europe, "list_name")
    found.count("n_europe_removals", different, "European removals and use bans")


def _places(found: Numbers) -> None:
    frame = places.in_europe()
    found.count("n_places", frame, "records of use in European countries")
    in_states = frame[frame["country"].ne("EU")]
    found.count("n_countries", origins.distinct(in_states, "country"), "countries")
    counted = origins.distinct(frame, "measure")
    found.count("n_measures", counted, "different things that are counted")
    faces = frame[frame["technology"].eq("face")]
    found.count("n_faces", faces, "records on face recognition")
    yes, asked = (origins.cell(frame, "dp-018", field) for field in ("value", "denominator"))
    found.count("dutch_yes", yes, "Dutch municipalities that use them, at least")
    found.count("dutch_asked", asked, "Dutch municipalities that answered, about")


def _industry(found: Numbers) -> None:
    entities = tables.load("entities")
    frame = industry.industry(entities, records(), parts())
    firms = entities[entities["id"].isin(industry.FIRMS)]
    found.count("n_firms", firms, "firms in the table of the industry")
    acts, kin = lists.acts(), {b for f in industry.FIRMS for b in industry.kin(f, parts())}
    behind = acts[acts["country"].eq("US") & acts["body"].isin(kin)]
    how = "firms of which a part is on a list after these acts"
    listed = origins.chosen(industry.on_american_list(parts()), firms, behind, how=how)
    found.count("n_firms_listed", listed, "of these on an American list now")
    every = records()
    of_kin = every[every["entity_id"].isin(kin) & every["kind"].eq("standard")]
    how = "firms with a part among these drafters"
    drawn = zip(industry.FIRMS, frame["standard"].gt(0), strict=True)
    drafting = [firm for firm, is_drafter in drawn if is_drafter]
    drafters = origins.chosen(drafting, firms, [*of_kin["row_id"]], how=how)
    found.count("n_firms_drafting", drafters, "of these drafters of a standard")
