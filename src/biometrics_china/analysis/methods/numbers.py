"""The numbers that the page on methods prints."""

from __future__ import annotations

from dataclasses import replace

from biometrics_china import origins, provenance, tables
from biometrics_china.analysis.methods import (
    agreement,
    codings,
    harms,
    left_out,
    rebuilding,
    records,
    standing,
    twice_entered,
)
from biometrics_china.numbers import Numbers

#: what is compared, as it is named in the table of verifications
COMPARED = ("chapters", "figures", "numbers")


def numbers() -> Numbers:
    """Return the numbers of the page on methods."""
    found = Numbers("methods", ["sources"]).made_of()
    _records(found)
    _left_out(found)
    _planted(found.using("planted_errors"))
    _coded_twice(found.using("second_codings", "harm_codings"))
    _twice_entered(found.using("printed_forms", *twice_entered.CARRYING))
    gaps = tables.load("gaps")
    found.using("gaps").count("n_gaps", gaps, "things looked for and not found")
    _verified(found.using("verifications"))
    _studied(found.using("reproducibility_studies"))
    return found


def _records(found: Numbers) -> None:
    by_kind, by_table = records.sources_by_kind(), records.records()
    relays, total = by_kind["relay"].sum(), by_kind[["original", "relay"]].to_numpy().sum()
    found.count("n_sources", total, "sources listed")
    found.count("n_relays", relays, "sources that are copies of a work or reports about it")
    found.percent("share_relays", relays / total, "the same as a share")
    poor = standing.by_standing().iloc[-1]
    meaning = "uses of sources that rest on reports or weak hosts"
    used = found.using("sources", *provenance.uses()["table"].unique())
    used.percent("share_poor", poor["per_cent"] / 100, meaning)
    used.percent("share_poor_facts", poor["per_cent_facts"] / 100, f"{meaning}, names left out")
    rows, part = by_table["rows"].sum(), found.using(*by_table["name"])
    part.count("n_rows", rows, "rows of facts")
    part.count("n_recalled", by_table["recalled"].sum(), "rows not read at a source")
    share = by_table["read"].sum() / rows
    part.percent("share_read", share, "share of rows read at a source", digits=1)


def _left_out(found: Numbers) -> None:
    read = provenance.read_rows("instruments")
    used = sorted({rule.table for rule in left_out.RULES})
    ways = len(left_out.left_out())
    found.count("n_instruments", read, "instruments that were read", "instruments")
    found.count("n_ways_out", ways, "ways in which records fall out of an analysis", *used)


def _planted(found: Numbers) -> None:
    frame = tables.load("planted_errors")
    for name, field, meaning in (
        ("", "planted", "single errors planted in the tables"),
        ("_stopped", "stopped", "of these, the check stops"),
        ("_seen", "seen", "of these, pass and change what was released"),
        (
            "_only_double_entry", "only_double_entry",
            "of these, only a second reader of the source would find in a new row",
        ),
    ):  # fmt: skip
        found.count(f"planted{name}", origins.over(frame, field), meaning)


def _coded_twice(found: Numbers) -> None:
    frame = agreement.agreement()
    n, agree = int(frame["n"].sum()), int(frame["agree"].sum())
    found.count("coded_twice", n, "cells that two readers coded")
    found.count("coded_twice_fields", len(frame), "fields of tables that two readers coded")
    found.count("coded_twice_differ", n - agree, "cells to which they gave different codes")
    share = agree / n if n else 0
    found.percent("share_coded_twice", share, "cells to which both gave the same code")
    known = frame[frame["kappa"].notna() & frame["n"].ge(agreement.ENOUGH)]
    known = known.sort_values("kappa", kind="stable")
    least_cells = origins.fixed(agreement.ENOUGH)
    found.count("kappa_enough", least_cells, "cells from which on a field is named")
    for name, row in (("least", known.head(1)), ("most", known.tail(1))):
        what = (row["table"] + ", " + row["field"]).sum() or "none yet"
        meaning = f"field in which the two readers agree {name}, by Cohen's kappa"
        found.words(f"kappa_{name}_field", what, meaning)
        found.decimal(f"kappa_{name}", row["kappa"].sum(), "Cohen's kappa of that field", digits=2)
    _reports(found)
    _resolved(found.using("second_codings", "harm_codings", "resolutions"))


def _reports(found: Numbers) -> None:
    reports, compared = codings.pairs(("report",)), codings.pairs()
    alike = reports["first"].eq(reports["second"]).sum() / max(len(reports), 1)
    found.count("coded_from_report", len(reports), "cells the second reader coded from a report")
    found.percent("share_coded_from_report", alike, "of these, cells with the same code")
    words = codings.pairs(("row",))
    alike = words["first"].eq(words["second"]).sum() / max(len(words), 1)
    found.count("coded_from_row", len(words), "cells the second reader coded from the row alone")
    found.percent("share_coded_from_row", alike, "of these, cells with the same code")
    _harm(found.using("cooperation_cells", "harm_codings"))
    cells = compared[compared["field"].eq("police_exemption")]
    differ = cells[cells["first"].ne(cells["second"])]
    opened = differ["first"].eq("unclear").sum()
    found.count("exemption_differ", len(differ), "codes of police_exemption that differ")
    found.count("exemption_unclear", opened, "of these, left open by the first reader")


def _harm(found: Numbers) -> None:
    entries, again, once = harms.judged_again()
    codings = tables.load("harm_codings")
    found.count("judged_harm", codings, "rows of pairs judged twice as harm or a case")
    cells = provenance.read_rows(harms.CELLS)
    rows = found.made_of(cells, how="rows that its pairs list as harm")
    rows.count("harm_rows", entries, "rows that stand as harm, once for each pair")
    rows.count("harm_judged", again, "of these, judged a second time")
    pairs = cells[cells["id"].isin(once)]
    found.count("harm_once", pairs, "pairs with harm of which no row was judged a second time")


def _resolved(found: Numbers) -> None:
    frame = codings.disagreements()
    done = frame.dropna(subset=["value"])
    is_first, is_second = done["value"].eq(done["first"]), done["value"].eq(done["second"])
    found.count("differ", len(frame), "cells coded differently, those from a report too")
    found.count("resolved", len(done), "of these, resolved")
    found.count("open", len(frame) - len(done), "of these, open")
    found.count("resolved_first", is_first.sum(), "resolved for the first reader")
    found.count("resolved_second", is_second.sum(), "resolved for the second reader")
    neither = (~is_first & ~is_second).sum()
    found.count("resolved_neither", neither, "resolved for a third code")
    looked = done["by"].eq("third_look").sum()
    found.count("third_look", looked, "resolved after the text was read once more")


def _twice_entered(found: Numbers) -> None:
    frame = twice_entered.twice_entered()
    cells, entered = int(frame["cells"].sum()), int(frame["printed"].sum())
    found.count("carrying", cells, "numbers and days that carry a finding or a main mark")
    found.count("twice_entered", entered, "of these, entered a second time as printed")
    found.percent("share_twice_entered", entered / max(cells, 1), "the same as a share")
    forms = tables.load("printed_forms")
    found.count("printed_forms", forms, "numbers and days entered a second time, in any field")


def _verified(found: Numbers) -> None:
    frame = rebuilding.latest()
    version = str(frame["version"].iloc[0]) if len(frame) else "none yet"
    found.words("verified_version", version, "version that was last built again and compared")
    if len(frame):
        last = origins.over(frame, "date", "max")
        last = replace(last, value=f"{last.value:%Y-%m-%d}")
        found.date("verified_until", last, "day of the last of them")
    else:
        found.words("verified_until", "no day yet", "day of the last of them")
    for thing in COMPARED:
        # of several rebuilds the worst one counts
        total = origins.over(frame, thing, "max") if len(frame) else 0
        same = origins.over(frame, f"{thing}_identical", "min") if len(frame) else 0
        found.count(f"verified_{thing}", total, f"{thing} of that version that were compared")
        found.count(f"identical_{thing}", same, f"{thing} that were identical in each rebuild")


def _studied(found: Numbers) -> None:
    frame = provenance.read_rows("reproducibility_studies")
    fields = ("found", "installed", "ran", "identical")
    sums = {field: origins.over(frame, field) for field in fields}
    found.count("notebooks_found", sums["found"], "published notebooks that others found")
    found.count("notebooks_installed", sums["installed"], "of these, could be installed and run")
    found.count("notebooks_ran", sums["ran"], "of these, ran without an error")
    found.count("notebooks_identical", sums["identical"], "of these, gave identical results")
    for whole in ("found", "installed"):
        share = sums["identical"] / sums[whole]
        meaning = f"notebooks with identical results, of those {whole}"
        found.percent(f"share_identical_of_{whole}", share, meaning, digits=1)
