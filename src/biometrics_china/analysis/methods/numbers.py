"""The numbers that the page on methods prints."""

from __future__ import annotations

from biometrics_china import provenance, tables
from biometrics_china.analysis.methods import left_out, planted, rebuilding, records
from biometrics_china.numbers import Numbers

#: what is compared, as it is named in the table of verifications
COMPARED = ("chapters", "figures", "numbers")


def numbers() -> Numbers:
    """Return the numbers of the page on methods."""
    found = Numbers("methods", ["sources"])
    _records(found)
    _left_out(found)
    _planted(found.using("planted_errors"))
    _verified(found.using("verifications"))
    _studied(found.using("reproducibility_studies"))
    return found


def _records(found: Numbers) -> None:
    by_kind, by_table = records.sources_by_kind(), records.records()
    relays, total = by_kind["relay"].sum(), by_kind[["original", "relay"]].to_numpy().sum()
    found.count("n_sources", total, "sources listed")
    found.count("n_relays", relays, "sources that are copies or relays")
    found.percent("share_relays", relays / total, "the same as a share")
    rows, part = by_table["rows"].sum(), found.using(*by_table["name"])
    part.count("n_rows", rows, "rows of facts")
    part.count("n_recalled", by_table["recalled"].sum(), "rows not read at a source")
    share = by_table["read"].sum() / rows
    part.percent("share_read", share, "share of rows read at a source", digits=1)


def _left_out(found: Numbers) -> None:
    read = len(provenance.read_rows("instruments"))
    used = sorted({rule.table for rule in left_out.RULES})
    ways = len(left_out.left_out())
    found.count("n_instruments", read, "instruments that were read", "instruments")
    found.count("n_ways_out", ways, "ways in which records fall out of an analysis", *used)


def _planted(found: Numbers) -> None:
    sums = tables.load("planted_errors")[planted.COUNTS].sum()
    found.count("planted", sums["planted"], "single errors planted in the tables")
    found.count("planted_stopped", sums["stopped"], "of these, the check stops")
    found.count("planted_seen", sums["seen"], "of these, pass and change what was released")
    meaning = "of these, only a second reader of the source would find in a new row"
    found.count("planted_only_double_entry", sums["only_double_entry"], meaning)


def _verified(found: Numbers) -> None:
    frame = rebuilding.latest()
    version = str(frame["version"].iloc[0]) if len(frame) else "none yet"
    found.words("verified_version", version, "version that was last built again and compared")
    if len(frame):
        last = f"{frame['date'].max():%Y-%m-%d}"
        found.date("verified_until", last, "day of the last of them")
    else:
        found.words("verified_until", "no day yet", "day of the last of them")
    for thing in COMPARED:
        # of several rebuilds the worst one counts
        total = frame[thing].max() if len(frame) else 0
        same = frame[f"{thing}_identical"].min() if len(frame) else 0
        found.count(f"verified_{thing}", total, f"{thing} of that version that were compared")
        found.count(f"identical_{thing}", same, f"{thing} that were identical in each rebuild")


def _studied(found: Numbers) -> None:
    frame = provenance.read_rows("reproducibility_studies")
    sums = frame[["found", "installed", "ran", "identical"]].sum()
    found.count("notebooks_found", sums["found"], "published notebooks that others found")
    found.count("notebooks_installed", sums["installed"], "of these, could be installed and run")
    found.count("notebooks_ran", sums["ran"], "of these, ran without an error")
    found.count("notebooks_identical", sums["identical"], "of these, gave identical results")
    for whole in ("found", "installed"):
        share = sums["identical"] / sums[whole]
        meaning = f"notebooks with identical results, of those {whole}"
        found.percent(f"share_identical_of_{whole}", share, meaning, digits=1)
