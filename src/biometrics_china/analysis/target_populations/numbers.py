"""The numbers that the chapter on target populations prints."""

from __future__ import annotations

from biometrics_china import bounds, multiverse, provenance, tables
from biometrics_china.analysis.target_populations import events, groups, procurement
from biometrics_china.numbers import Numbers


def numbers() -> Numbers:
    """Return all numbers of the chapter on target populations, in the order they are made."""
    found = Numbers("target_populations", ["collection_events"])
    _groups(found.using("target_categories"))
    _registers(found.using("registry_sizes"))
    _footing(found.using("sampling_rules"))
    _events(found)
    _drive(found)
    _purchases(found.using("procurement"))
    _choices(found.using("collection_events", "populations"))
    return found


def _groups(found: Numbers) -> None:
    frame = provenance.read_rows("target_categories")
    found.count("n_schemes", frame["scheme"].nunique(), "schemes and reports")
    found.count("n_themes", frame["theme"].nunique(), "themes of categories")
    found.count(
        "n_themes_crime",
        len(set(frame["theme"]) & {"crime", "drugs", "terrorism"}),
        "themes that presuppose an offence or drug use",
    )
    zhejiang = frame["scheme"].str.startswith("Key individuals")
    found.count("n_zhejiang", zhejiang.sum(), "categories of the provincial specification")
    declared = provenance.by_id("statements")["date"]["st-18"]
    found.date("falun_gong_day", declared, "decision on Falun Gong", "statements")


def _registers(found: Numbers) -> None:
    frame = groups.registers(provenance.read_rows("registry_sizes"))
    drugs = frame[frame["register"].eq(groups.CURRENT)]
    peak, last = drugs.sort_values("persons", kind="stable").iloc[-1], drugs.iloc[-1]
    for name, row in (("peak", peak), ("last", last)):
        found.million(f"drugs_{name}", row["persons"], "current drug users, million")
        found.words(f"drugs_{name}_year", int(row["year"]), "year of that number")
    derived = groups.drug_registers(frame)["basis"].eq(groups.DERIVED)
    found.count("n_derived", derived.sum(), "sizes drawn that were derived from a printed change")
    found.count("n_register_marks", len(derived), "sizes of registers drawn")
    found.percent("drugs_fall", 1 - last["persons"] / peak["persons"], "fall of the register")
    clean = frame[frame["register"].eq("drug_users_abstinent")].iloc[-1]
    found.million("abstinent_last", clean["persons"], f"{clean['label']}, million")
    ever = frame[frame["register"].eq("drug_users_registered")].iloc[-1]
    found.words("ever_last_year", int(ever["year"]), f"{ever['label']}: last year on file")
    mental = frame[frame["register"].eq("mental_disorder")].iloc[-1]
    found.million("mental", mental["persons"], "severe mental disorder, million")
    found.words("mental_year", int(mental["year"]), "year of that number")


def _footing(found: Numbers) -> None:
    frame = groups.footing()
    found.count("n_rules", len(frame), "rules on suspects and listed people")
    force = frame["will"].eq(tables.vocabulary("sampling_will")["compulsory"])
    found.count("n_rules_force", force.sum(), "of these that speak of force")
    rules = provenance.read_rows("sampling_rules")
    fingerprint = rules["instrument"].str.startswith("Fingerprint") & rules["id"].str.startswith(
        "sr-f"
    )
    found.count("n_fingerprint_groups", fingerprint.sum(), "groups of the fingerprint rules")


def _events(found: Numbers) -> None:
    counted = events.counted()
    frame = events.traits(counted)
    part = counted[~counted["programme"].isin(events.ELSEWHERE)]
    found.count("n_events", len(part), "documented events drawn")
    found.count(
        "n_dna_events", frame.loc[frame["trait"].eq("DNA"), "events"].sum(), "events on DNA"
    )
    suspects = part["group_kind"].eq("suspects")
    found.count("n_suspect_events", suspects.sum(), "events on people checked by police")
    rows = events.rows()
    found.million("aspi_low", rows[events.INSTITUTE]["lower"], "estimate, low", digits=0)
    found.million("aspi_high", rows[events.INSTITUTE]["upper"], "estimate, high", digits=0)
    found.million("henan", rows[events.HENAN]["number"], "samples in Henan, million")
    for name, row, meaning in (
        ("village", events.VILLAGE, "samples in one village, a floor"),
        ("village_people", events.RESIDENTS, "residents of that village"),
        ("provinces_nyt", "ev-p008", "provinces with systems, a floor"),
        ("xilinhot", "ev-p039", "men who live in Xilinhot"),
        ("voice_anhui", "ev-p012", "voice prints in Anhui"),
        ("binzhou", "ev-p002", "students sampled, a floor"),
        ("baiyin_dna", "ev-p005", "samples in one murder case, a floor"),
        ("baiyin_prints", "ev-p004", "fingerprints in the same case"),
    ):
        found.count(name, rows[row]["number"], meaning)
    found.date("shanghai_date", rows["ev-tp04"]["start"], "report of practitioners in Shanghai")
    found.date("plan_date", rows["ev-p009"]["start"], "meeting that launched the national plan")
    found.date("voice_pilot", rows["ev-p015"]["start"], "start of the pilot for voice")
    numbers = events.stated_numbers()
    found.count("n_numbers", len(numbers), "numbers of people drawn")
    found.count("number_least", numbers["low"].min(), "smallest of these numbers, a floor")


def _drive(found: Numbers) -> None:
    frame = events.drive(events.counted())
    found.count("n_reports", len(frame), "reports of the drive")
    found.count("n_places", frame["is_local"].sum(), "places below a province in these reports")
    whole = ~frame["is_local"]
    found.count("n_whole", whole.sum(), "of these reports that name a province alone")
    rows = events.rows()
    for name, row in (("regions", events.REGIONS), ("municipalities", events.MUNICIPALITIES)):
        found.count(f"aspi_{name}", rows[row]["number"], f"{name} that the institute documents")
    found.count("n_provinces", frame["province"].nunique(), "provinces of these reports")
    found.count("n_no_year", frame["year"].isna().sum(), "reports without a year")
    years = frame["year"].dropna().astype(int)
    found.words("drive_first", years.min(), "first year of a report")
    found.words("drive_last", years.max(), "last year of a report")
    found.words("drive_mode", years.mode().iloc[0], "year with most reports")
    found.count("n_mode", years.eq(years.mode().iloc[0]).sum(), "reports of that year")
    pupils = frame[frame["group"].eq("Pupils and students")]
    found.count("n_pupil_provinces", pupils["province"].nunique(), "provinces with pupils")


def _purchases(found: Numbers) -> None:
    stages = procurement.by_stage(procurement.police_purchases()).set_index("stage")
    awards = stages.loc["Award notice"]
    found.count("n_awards", awards["records"], "award notices")
    found.count("n_priced_awards", awards["with_amount"], "award notices with a price")
    found.count("n_foreign", stages["foreign_makers"].sum(), "records naming a foreign maker")
    found.count("n_purchases", stages["records"].sum(), "records of purchases counted")
    prices = procurement.test_prices()
    found.count("n_prices", len(prices), "prices drawn")
    first = prices.sort_values("yuan", kind="stable").iloc[-1]
    found.count("price_first", first["yuan"], "stated price of a test, yuan")
    found.words("price_first_year", int(first["year"]), "year of that price")
    total = prices[prices["kind"].eq("total divided by tests") & ~prices["is_floor"]].iloc[0]
    found.count("price_binzhou", total["yuan"], "total for a college by its tests, yuan, at most")
    found.words("price_binzhou_year", int(total["year"]), "year of that price")
    plan = prices[prices["kind"].eq("total divided by tests") & prices["is_floor"]].iloc[0]
    found.words("price_plan_year", int(plan["year"]), "year of the plan that was dropped")
    kits = prices[prices["kind"].str.startswith("kit")]
    found.count("price_kit_low", kits["yuan"].min(), "cheapest kit, yuan a reaction")
    found.count("price_kit_high", kits["yuan"].max(), "dearest kit, yuan a reaction")
    found.words("price_kit_year", int(kits["year"].iloc[0]), "year of the kits")


def _choices(found: Numbers) -> None:
    grid = events.share_choices()
    spread = multiverse.spread(grid)
    found.count("n_choices", len(grid), "readings of the reach of the drive")
    found.count("choice_place", spread["below"] + 1, "place of the main reading, from below")
    found.percent("choice_main", spread["main"], "share, main reading", digits=1)
    least, most = 100 * spread["lowest"], 100 * spread["highest"]
    bounds.add(found, "choice", least, most, "share over the readings", digits=1)
    men = 100 * grid[grid["reach"].str.startswith("the men")]["estimate"]
    bounds.add(found, "men", men.min(), men.max(), "share of all males", digits=1)
    ratio = events.village_ratio()
    found.decimal("village_ratio", ratio, "residents for each sample in the village, at most")
