"""Who is singled out, on what footing, and how many people stand on the registers."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

CURRENT = "drug_users_current"
STATED, DERIVED = "stated", "derived from the change printed a year later"


def categories() -> pd.DataFrame:
    """Return one row for each theme: which scheme or report names a category under it.

    Columns `theme` and one for each scheme, holding the categories in words, joined by semicolons.
    Themes that most schemes name come first.
    """
    frame = provenance.read_rows("target_categories")
    themes = tables.vocabulary("category_theme")
    schemes = list(dict.fromkeys(frame["scheme"]))
    grid = frame.pivot_table(
        index="theme", columns="scheme", values="category", aggfunc="; ".join, fill_value=""
    )[schemes]
    order = grid.map(bool).sum(axis=1).sort_values(ascending=False, kind="stable").index
    grid = grid.loc[order].reset_index()
    grid["theme"] = grid["theme"].map(themes)
    return grid.rename_axis(None, axis=1)


def numbered(grid: pd.DataFrame) -> pd.DataFrame:
    """Return the frame of `categories` with its schemes numbered: `scheme_1`, `scheme_2` and on."""
    return grid.set_axis(["theme", *(f"scheme_{n}" for n in range(1, grid.shape[1]))], axis=1)


def footing() -> pd.DataFrame:
    """Return rules that let police take traits of suspects and listed people.

    Columns `rule`, `article`, `kind`, `group`, `taken` (words joined by commas), `will`, `limits`;
    laws first, then rules of ministries. Groups of one rule and article are joined.
    """
    frame = provenance.read_rows("sampling_rules")
    frame = frame[frame["group_kind"].isin(["suspects", "listed_people"])]
    kinds, traits = tables.vocabulary("rule_kind"), tables.vocabulary("collected")
    wills = tables.vocabulary("sampling_will")
    rows = []
    for (rule, article), part in frame.groupby(["instrument", "article"], sort=False):
        first = part.iloc[0]
        taken = dict.fromkeys(trait for cell in part["collected"] for trait in cell)
        rows.append(
            {
                "rule": rule,
                "article": article,
                "kind": kinds[first["rule_kind"]],
                "group": "; ".join(dict.fromkeys(part["group"])),
                "taken": ", ".join(traits[t].lower().replace("dna", "DNA") for t in taken),
                "will": wills[first["compulsion"]],
                "limits": first["limits"] if pd.notna(first["limits"]) else "",
                "order": list(kinds).index(first["rule_kind"]),
            }
        )
    found = pd.DataFrame(rows).sort_values("order", kind="stable", ignore_index=True)
    return found.drop(columns="order")


def registers(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the sizes of registers, with the year before where only a change was printed.

    A stock of persons with a printed change of c per cent gives the stock of the year before as
    value / (1 + c / 100); it is added, marked `derived`, if no source states it. Columns
    `id` (of the row it comes from), `register`, `label`, `year`, `persons`, `basis`.
    """
    labels = tables.vocabulary("register")
    frame = frame.assign(year=frame["as_of"].str.slice(0, 4).astype(int))
    stated = frame[["id", "register", "year", "value_persons"]].rename(
        columns={"value_persons": "persons"}
    )
    stated = stated.assign(basis=STATED).astype({"persons": "float64"})
    known = set(zip(stated["register"], stated["year"], strict=True))
    derived = [
        {
            "id": row["id"],
            "register": row["register"],
            "year": row["year"] - 1,
            "persons": float(row["value_persons"]) / (1 + float(row["change_pct"]) / 100),
            "basis": DERIVED,
        }
        for row in frame[frame["change_pct"].notna()].to_dict("records")
        if (row["register"], row["year"] - 1) not in known
    ]
    found = pd.concat([stated, pd.DataFrame(derived)], ignore_index=True)
    found["label"] = found["register"].map(labels)
    columns = ["id", "register", "label", "year", "persons", "basis"]
    found = found.drop_duplicates(["register", "year"])  # a second report of the same stock
    return found.sort_values(["register", "year"], ignore_index=True)[columns]


def drug_registers(sizes: pd.DataFrame) -> pd.DataFrame:
    """Return the registers of drug users only, of the frame that `registers` returns."""
    return sizes[sizes["register"].str.startswith("drug_users")].reset_index(drop=True)
