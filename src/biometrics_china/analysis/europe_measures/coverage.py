"""Risks against measures: which rules answer which risk, how strongly, and where nothing does."""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import multiverse, provenance, tables

#: strength of an answer, weakest first; each implies less than the next
STRENGTHS = ("guidance", "guidance_named", "binding", "binding_named")
#: how binding measures speak of biometrics, and all others
FORCE = ("named", "indirectly", "not_named", "guidance")
#: statuses of measures that answer no risk of their own
NO_ANSWER = ("ended", "amendment", "proposed")
#: ways of speaking of biometrics, the plainest first
NAMING = ("named", "indirectly", "not_named")
#: how a strength is called
LABELS = {
    "guidance": "guidance",
    "guidance_named": "guidance that names biometrics",
    "binding": "binding rule",
    "binding_named": "binding rule that names biometrics",
}


def measures() -> pd.DataFrame:
    """Return the read measures that answer a risk: adopted, not ended, no mere change of another."""
    frame = provenance.read_rows("measures")
    return frame[~frame["status"].isin(NO_ANSWER)].reset_index(drop=True)


def strength(is_binding: bool, biometrics: str) -> str:
    """Return how strongly a measure answers a risk.

    A rule that covers biometrics without the name counts as one that does not name them.
    """
    kind = "binding" if is_binding else "guidance"
    return f"{kind}_named" if biometrics == "named" else kind


def _ranked(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each measure and risk, with the place of its strength in `STRENGTHS`."""
    marks = zip(frame["is_binding"], frame["biometrics"], strict=True)
    ranks = [STRENGTHS.index(strength(bool(b), str(n))) for b, n in marks]
    return frame.assign(rank=ranks).explode("risks")


def cells(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the strongest answer to each risk in each family of measures.

    Columns: `risk`, `family` (labels), `strength`, `n_measures`, `is_pending` (no measure of that
    strength applies yet). Combinations without a measure have no row.
    """
    each = _ranked(frame).assign(applies_now=lambda f: f["status"].eq("in_force"))
    risks, families = tables.vocabulary("cooperation_risk"), tables.vocabulary("measure_family")
    rows = []
    for (risk, family), part in each.groupby(["risks", "family"], sort=False):
        best = part[part["rank"].eq(part["rank"].max())]
        rows.append(
            {
                "risk": risks[str(risk)],
                "family": families[str(family)],
                "strength": STRENGTHS[int(part["rank"].max())],
                "n_measures": len(part),
                "is_pending": not best["applies_now"].any(),
            }
        )
    found = pd.DataFrame(rows)
    order = [list(risks.values()), list(families.values())]
    keys = found["risk"].map(order[0].index) * 100 + found["family"].map(order[1].index)
    return found.iloc[keys.argsort(kind="stable")].reset_index(drop=True)


def holes(frame: pd.DataFrame) -> pd.DataFrame:
    """Return for each risk the strongest answer that applies now, and who is bound by it.

    Columns: `risk`, `now` (label of the strongest answer in force, or "nothing found"), `since`
    (first day of it), `where` (its levels), `who`, `coming` (strongest answer that applies later,
    if stronger).
    """
    who, levels = tables.vocabulary("measure_addressee"), tables.vocabulary("measure_level")
    each = _ranked(frame)
    rows = []
    for code, label in tables.vocabulary("cooperation_risk").items():
        part = each[each["risks"].eq(code)]
        now = part[part["status"].eq("in_force")]
        best = now[now["rank"].eq(now["rank"].max())]
        later = part.loc[part["status"].ne("in_force"), "rank"].max()
        is_stronger = pd.notna(later) and (now.empty or later > now["rank"].max())
        rows.append(
            {
                "risk": label,
                "now": LABELS[STRENGTHS[int(now["rank"].max())]] if len(now) else "nothing found",
                "since": best["applies"].min() if best["applies"].notna().any() else "",
                "where": ", ".join(levels[v] for v in levels if best["level"].eq(v).any()),
                "who": ", ".join(who[a].lower() for a in dict.fromkeys(best["addressee"])),
                "coming": LABELS[STRENGTHS[int(later)]] if is_stronger else "",
            }
        )
    return pd.DataFrame(rows)


def by_force(frame: pd.DataFrame) -> pd.DataFrame:
    """Return measures by family: `family` (label), `named`, `indirectly`, `not_named`, `guidance`.

    The first three count binding measures by how they speak of biometrics, the last all others.
    """
    labels = tables.vocabulary("measure_family")
    kind = frame["biometrics"].where(frame["is_binding"].astype(bool), "guidance")
    counts = pd.crosstab(frame["family"], kind)
    counts = counts.reindex(index=list(labels), columns=list(FORCE), fill_value=0)
    return counts.rename(index=labels).rename_axis(index="family", columns=None).reset_index()


def timeline(frame: pd.DataFrame) -> pd.DataFrame:
    """Return measures of the Union with an adoption and an application date, for drawing.

    Columns: `id`, `title`, `family` (label), `adopted`, `applies` (decimal years), `is_binding`,
    `status`, `source_id`; by family and adoption.
    """
    labels = tables.vocabulary("measure_family")
    kept = frame[frame["level"].eq("eu") & frame["adopted"].notna() & frame["applies"].notna()]
    rows = kept.assign(
        adopted=kept["adopted"].map(tables.decimal_year),
        applies=kept["applies"].map(tables.decimal_year),
        place=kept["family"].map(list(labels).index),
        family=kept["family"].map(labels),
    )
    columns = ["id", "title", "family", "adopted", "applies", "is_binding", "status", "source_id"]
    return rows.sort_values(["place", "adopted", "id"])[columns].reset_index(drop=True)


def laws(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row a law: articles of one act, told by its number, are one.

    A law binds, applies and names biometrics if one of its articles does. Columns: `law`, `level`,
    `is_binding`, `status` (``in_force`` if any is), `biometrics`.
    """
    law = frame["number"].str.partition(", ")[0].fillna(frame["id"])
    each = frame.assign(
        law=law,
        naming=frame["biometrics"].map(NAMING.index),
        applies_now=frame["status"].eq("in_force"),
    ).groupby("law", sort=False)
    found = each.agg(
        level=("level", "first"),
        is_binding=("is_binding", "any"),
        naming=("naming", "min"),
        applies_now=("applies_now", "any"),
    ).reset_index()
    status = found["applies_now"].map({True: "in_force", False: "applies_later"})
    found = found.assign(biometrics=found["naming"].map(NAMING.__getitem__), status=status)
    return found[["law", "level", "is_binding", "status", "biometrics"]]


def choices(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the share of measures that name biometrics under every way of counting.

    Choices: whether articles or laws are counted, which levels count, whether measures that do not
    apply yet count, whether guidance counts, and whether covering without the name is naming.
    """
    units = {"each row": frame, "one a law": laws(frame)}
    levels = {"union": ["eu"], "all levels": list(tables.vocabulary("measure_level"))}
    timing = {"all adopted": ["in_force", "applies_later"], "applied now": ["in_force"]}
    force = {"with guidance": [True, False], "binding alone": [True]}
    naming = {"named": ["named"], "named or indirectly": ["named", "indirectly"]}

    def estimate(
        unit: pd.DataFrame, counted: Any, applied: Any, legal_force: Any, biometrics: Any
    ) -> multiverse.Result:
        kept = unit["level"].isin(counted) & unit["status"].isin(applied)
        part = unit[kept & unit["is_binding"].isin(legal_force)]
        return float(part["biometrics"].isin(biometrics).mean()) if len(part) else None

    return multiverse.grid(
        {
            "unit": units,
            "counted": levels,
            "applied": timing,
            "legal_force": force,
            "biometrics": naming,
        },
        estimate,
    )
