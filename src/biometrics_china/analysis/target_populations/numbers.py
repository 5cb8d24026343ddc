"""The numbers that the chapter on target populations prints."""

from __future__ import annotations

import pandas as pd

from biometrics_china import bounds, formulas, multiverse, origins, provenance, tables
from biometrics_china.analysis.target_populations import events, groups, numbers_purchases
from biometrics_china.numbers import Numbers


def numbers() -> Numbers:
    """Return all numbers of the chapter on target populations, in the order they are made."""
    found = Numbers("target_populations", ["collection_events"])
    _groups(found.using("target_categories"))
    _registers(found.using("registry_sizes"))
    _footing(found.using("sampling_rules"))
    _events(found)
    _drive(found)
    numbers_purchases.add(found.using("procurement"))
    _choices(found.using("collection_events", "populations"))
    return found


def _groups(found: Numbers) -> None:
    frame = provenance.read_rows("target_categories")
    crime = frame[frame["theme"].isin(["crime", "drugs", "terrorism"])]
    zhejiang = frame[frame["scheme"].str.startswith("Key individuals")]
    for name, rows, field, meaning in (
        ("n_schemes", frame, "scheme", "schemes and reports"),
        ("n_themes", frame, "theme", "themes of categories"),
        ("n_themes_crime", crime, "theme", "themes that presuppose an offence or drug use"),
    ):
        found.count(name, origins.distinct(rows, field), meaning)
    found.count("n_zhejiang", zhejiang, "categories of the provincial specification")
    declared = origins.cell(provenance.by_id("statements"), "st-18", "date")
    found.date("falun_gong_day", declared, "decision on Falun Gong", "statements")


def _registers(found: Numbers) -> None:
    sizes = provenance.read_rows("registry_sizes")
    frame = groups.registers(sizes)
    drugs = frame[frame["register"].eq(groups.CURRENT)]
    peak, last = drugs.sort_values("persons", kind="stable").iloc[-1], drugs.iloc[-1]
    for name, row in (("peak", peak), ("last", last)):
        persons, year = _size(sizes, row)
        found.million(f"drugs_{name}", persons, "current drug users, million")
        found.words(f"drugs_{name}_year", year, "year of that number")
    drawn = groups.drug_registers(frame)
    behind = sizes[sizes["register"].isin(drawn["register"])]
    derived = behind[behind["change_pct"].notna()]
    number = drawn["basis"].eq(groups.DERIVED).sum()
    made = origins.of(number, derived, how="years before these that no row states")
    found.count("n_derived", made, "sizes drawn that were derived from a printed change")
    marks = origins.of(len(drawn), behind, how="different years of registers, with derived ones")
    found.count("n_register_marks", marks, "sizes of registers drawn")
    fall = 1 - _size(sizes, last)[0] / _size(sizes, peak)[0]
    shown = fall if last["year"] > peak["year"] else None  # one size alone shows no fall
    found.percent("drugs_fall", shown, "fall of the register")
    clean = frame[frame["register"].eq("drug_users_abstinent")].iloc[-1]
    found.million("abstinent_last", _size(sizes, clean)[0], f"{clean['label']}, million")
    ever = frame[frame["register"].eq("drug_users_registered")].iloc[-1]
    found.words("ever_last_year", _size(sizes, ever)[1], f"{ever['label']}: last year on file")
    mental = frame[frame["register"].eq("mental_disorder")].iloc[-1]
    persons, year = _size(sizes, mental)
    found.million("mental", persons, "severe mental disorder, million")
    found.words("mental_year", year, "year of that number")


def _behind(sizes: pd.DataFrame, row: pd.Series) -> pd.DataFrame:
    """Return the row of the table that states a size, or the change from which it was derived."""
    later = int(row["basis"] == groups.DERIVED)
    year = sizes["as_of"].str[:4].eq(str(int(row["year"]) + later))
    return sizes[year & sizes["register"].eq(row["register"])][:1]


def _size(sizes: pd.DataFrame, row: pd.Series) -> tuple[origins.Origin, origins.Origin]:
    """Return a stated size and the year of it."""
    stated = _behind(sizes, row).iloc[0]
    return origins.field(stated, "value_persons"), origins.year(origins.field(stated, "as_of"))


def _footing(found: Numbers) -> None:
    rules = provenance.read_rows("sampling_rules")
    of_people = rules[rules["group_kind"].isin(["suspects", "listed_people"])]
    number = origins.distinct(of_people, "instrument", "article")
    found.count("n_rules", number, "rules on suspects and listed people")
    by_force = of_people.drop_duplicates(["instrument", "article"])
    by_force = by_force[by_force["compulsion"].eq("compulsory")]
    found.count("n_rules_force", by_force, "of these that speak of force")
    fingerprint = rules["instrument"].str.startswith("Fingerprint")
    prints = rules[fingerprint & rules["id"].str.startswith("sr-f")]
    found.count("n_fingerprint_groups", prints, "groups of the fingerprint rules")


def _events(found: Numbers) -> None:
    counted = events.counted()
    part = counted[~counted["programme"].isin(events.ELSEWHERE)]
    found.count("n_events", part, "documented events drawn")
    takes_dna = part["collected"].map(lambda items: bool({"dna", "dna_male_lineage"} & {*items}))
    found.count("n_dna_events", part[takes_dna.astype(bool)], "events on DNA")
    suspects = part[part["group_kind"].eq("suspects")]
    found.count("n_suspect_events", suspects, "events on people checked by police")
    rows = events.rows()
    for name, row, field, meaning, digits in (
        ("aspi_low", events.INSTITUTE, "lower", "estimate, low", 0),
        ("aspi_high", events.INSTITUTE, "upper", "estimate, high", 0),
        ("henan", events.HENAN, "number", "samples in Henan, million", 1),
    ):
        found.million(name, origins.cell(rows, row, field), meaning, digits=digits)
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
        found.count(name, origins.cell(rows, row, "number"), meaning)
    for name, row, meaning in (
        ("shanghai_date", "ev-tp04", "report of practitioners in Shanghai"),
        ("plan_date", "ev-p009", "meeting that launched the national plan"),
        ("voice_pilot", "ev-p015", "start of the pilot for voice"),
    ):
        found.date(name, origins.cell(rows, row, "start"), meaning)
    drawn = events.numbered()
    found.count("n_numbers", drawn, "numbers of people drawn")
    smallest = origins.over(drawn, "number|lower", "min")
    found.count("number_least", smallest, "smallest of these numbers, a floor")


def _drive(found: Numbers) -> None:
    counted = events.counted()
    reports = counted[counted["programme"].eq(events.DRIVE)]
    alone = [
        place.startswith(provinces[0] if provinces else "China")
        for place, provinces in zip(reports["place"], reports["province"], strict=True)
    ]
    is_whole = pd.Series(alone, index=reports.index)
    found.count("n_reports", reports, "reports of the drive")
    found.count("n_places", reports[~is_whole], "places below a province in these reports")
    found.count("n_whole", reports[is_whole], "of these reports that name a province alone")
    rows = events.rows()
    for name, row in (("regions", events.REGIONS), ("municipalities", events.MUNICIPALITIES)):
        number = origins.cell(rows, row, "number")
        found.count(f"aspi_{name}", number, f"{name} that the institute documents")
    provinces = origins.distinct(reports, "first:province")
    found.count("n_provinces", provinces, "provinces of these reports")
    found.count("n_no_year", reports[reports["start"].isna()], "reports without a year")
    dated = reports.dropna(subset=["start"])
    years = dated["start"].str[:4].astype(int)
    most = years.mode().iloc[0]
    for name, year, meaning in (
        ("drive_first", origins.over(dated, "year:start", "min"), "first year of a report"),
        ("drive_last", origins.over(dated, "year:start", "max"), "last year of a report"),
        ("drive_mode", origins.common(dated, "year:start"), "year with most reports"),
    ):
        found.words(name, year, meaning)
    found.count("n_mode", dated[years.eq(most)], "reports of that year")
    labels = reports["group_kind"].map(tables.vocabulary("group_kind"))
    of_pupils = reports[labels.eq("Pupils and students")]
    number = origins.distinct(of_pupils, "first:province")
    found.count("n_pupil_provinces", number, "provinces with pupils")


def _choices(found: Numbers) -> None:
    grid = events.share_choices()
    spread = multiverse.spread(grid)
    lived = provenance.read_rows("populations")
    lived = lived[lived["country"].eq("CHN") & lived["level"].eq("national")]
    lived = lived[lived["year"].eq(2020) & lived["definition"].eq("census")]
    rows = events.rows()
    samples, residents = (
        origins.cell(rows, row, "number") for row in (events.VILLAGE, events.RESIDENTS)
    )
    low, high = (origins.cell(rows, events.INSTITUTE, end) for end in ("lower", "upper"))
    stated = ((low + high) / 2, low, high)
    males, everybody = (
        origins.field(lived[lived["group"].eq(group)].iloc[0], "persons")
        for group in ("male", "total")
    )
    of_males = [size / males for size in stated]
    with_kin = [formulas.least([1, size * (residents / samples) / everybody]) for size in stated]
    shares = [*of_males, *with_kin]
    part = found.made_of(*shares, how="the main reading among all of them")
    found.count("n_choices", origins.fixed(len(grid)), "readings of the reach of the drive")
    part.count("choice_place", spread["below"] + 1, "place of the main reading, from below")
    found.percent("choice_main", shares[0], "share, main reading", digits=1)
    least, most = (100 * of_all(shares) for of_all in (formulas.least, formulas.most))
    bounds.add(found, "choice", least, most, "share over the readings", digits=1)
    least, most = (100 * of_all(of_males) for of_all in (formulas.least, formulas.most))
    bounds.add(found, "men", least, most, "share of all males", digits=1)
    ratio = residents / samples
    found.decimal("village_ratio", ratio, "residents for each sample in the village, at most")
