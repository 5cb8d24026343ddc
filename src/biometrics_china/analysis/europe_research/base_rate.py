"""How usual work with Chinese partners was in research on recognising people in pictures.

A classifier went through the papers of some years, so the counts are those of a whole set and no
sample: nothing in them is due to chance, and no interval of sampling is computed. What is uncertain
is the classifier. If a share of the papers that it took do not belong there, the true share of papers
with China is not known, but bounded: at the one end all of them are papers with China, at the other
none (partial identification, Manski 2003). Papers that the classifier missed are not bounded by that.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import bounds, countries, provenance, tables

#: members of the European Union and the four others that are counted as European here
EUROPE = (*countries.MEMBERS, "CH", "GB", "IS", "NO")
#: papers below which a country's share is not given
ENOUGH = 30
#: the row of the scores that says which share of the papers taken belongs to the subject
PRECISION = "cs-01"


def precision() -> float:
    """Return the share of papers rightly taken that the makers of the classifier print."""
    return float(provenance.by_id("classifier_scores")["value"][PRECISION])


def error_bounds(part: int, whole: int, right: float) -> bounds.Bounds:
    """Return the bounds of a share if only `right` of the papers of the whole belong to it.

    The papers that do not belong are all among the part, or as far as possible outside it. Raises
    ValueError unless ``0 < right <= 1`` and ``0 <= part <= whole``.
    """
    if not (0 < right <= 1 and 0 <= part <= whole and whole):
        raise ValueError(f"{part} of {whole} with {right} right is no share")
    wrong = (1 - right) * whole

    def share(wrong_in_part: float) -> float | None:
        wrong_elsewhere = wrong - wrong_in_part
        fits = wrong_in_part <= part and wrong_elsewhere <= whole - part
        return (part - wrong_in_part) / (whole - wrong) if fits else None

    ends = (max(0.0, wrong - (whole - part)), min(wrong, float(part)))
    return bounds.corners(share, wrong_in_part=ends)


def rates(papers: pd.DataFrame, right: float) -> pd.DataFrame:
    """Return European countries with enough papers, those with the highest share first.

    Columns: `id`, `country` (name), `papers`, `papers_abroad`, `papers_china`, `share` of all papers,
    its bounds `low` and `high` if only the share `right` of the papers belongs to the subject,
    `share_abroad` (of the papers with a partner in any country), `source_id`.
    """
    kept = papers[papers["country"].isin(EUROPE) & papers["papers"].ge(ENOUGH)]
    rows = [_rate(row, right) for row in kept.to_dict("records")]
    found = pd.DataFrame(rows).sort_values(["share", "papers"], ascending=False, kind="stable")
    return found.reset_index(drop=True)


def _rate(row: dict[Any, Any], right: float) -> dict[str, Any]:
    part, whole, abroad = (int(row[c]) for c in ("papers_china", "papers", "papers_abroad"))
    span = error_bounds(part, whole, right)
    return {
        "id": row["id"],
        "country": row["name"],
        "papers": whole,
        "papers_abroad": abroad,
        "papers_china": part,
        "share": part / whole,
        "low": span.low,
        "high": span.high,
        "share_abroad": part / abroad,
        "source_id": row["source_id"],
    }


def of_package() -> pd.DataFrame:
    """Return `rates` for the table of the package, under the printed precision, with `weight`.

    `weight` is China's share of the world's papers, the same in each row.
    """
    papers = provenance.read_rows("surveillance_papers")
    return rates(papers, precision()).assign(weight=weight(papers))


def by_country(papers: pd.DataFrame) -> pd.DataFrame:
    """Return every European country: its papers, those with partners, China's part, first partner.

    Columns: `country`, `papers`, `papers_abroad`, `papers_china`, `share` (printed in per cent, empty
    for countries with too few papers), `partner` with its papers, `source_id`.
    """
    rows = papers[papers["country"].isin(EUROPE)]
    rows = rows.sort_values(["papers_china", "papers"], ascending=False, kind="stable")
    share = (100 * rows["papers_china"] / rows["papers"]).where(rows["papers"].ge(ENOUGH))
    partner = [
        _partner(p, n) for p, n in rows[["first_partner", "first_partner_papers"]].to_numpy()
    ]
    return pd.DataFrame(
        {
            "country": rows["name"],
            "papers": rows["papers"].astype(int),
            "papers_abroad": rows["papers_abroad"].astype(int),
            "papers_china": rows["papers_china"].astype(int),
            "share": [f"{s:.0f}" if pd.notna(s) else "" for s in share],
            "partner": partner,
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def _partner(name: Any, papers: Any) -> str:
    return f"{name} ({int(papers)})" if isinstance(name, str) else ""


def weight(papers: pd.DataFrame, country: str = "China") -> float:
    """Return a country's share of the world's papers, each shared among the countries of its authors."""
    shared = papers.set_index("name")["papers_shared"].astype(float)
    return float(shared[country] / shared.sum())


def joint(papers: pd.DataFrame, country: str = "China") -> float:
    """Return a country's part of the papers with authors abroad, if each of them has two countries.

    Such papers are counted once for each of their countries, so that half the sum is their number.
    Papers of three countries or more make the true part larger; a row without such papers, as the sum
    of other countries, is left out, which makes the true part smaller.
    """
    abroad = papers.set_index("name")["papers_abroad"].astype(float)
    return float(2 * abroad[country] / abroad.sum())


def totals(papers: pd.DataFrame) -> dict[str, int]:
    """Return the papers with China of all European countries, of the two with most, and of the rest.

    A paper of two European countries with China counts in both, so these are country-papers. Keys:
    `countries`, `china` (sum), `two` (sum of the two countries with most), `none` (countries with none).
    """
    rows = papers[papers["country"].isin(EUROPE)]
    china = rows["papers_china"].astype(int).sort_values(ascending=False, kind="stable")
    return {
        "countries": len(rows),
        "china": int(china.sum()),
        "two": int(china.head(2).sum()),
        "none": int(china.eq(0).sum()),
    }


def first_partners(papers: pd.DataFrame, partner: str = "China") -> tuple[str, ...]:
    """Return the European countries whose first partner is the given one, by name."""
    rows = papers[papers["country"].isin(EUROPE) & papers["first_partner"].eq(partner)]
    return tuple(sorted(rows["name"]))


def scores() -> pd.DataFrame:
    """Return what is printed of the classifier: `classifier`, `score` (label), `value`, `source_id`."""
    labels = tables.vocabulary("classifier_score")
    frame = provenance.read_rows("classifier_scores")
    value = [
        f"{v:.2f}" if pd.notna(v) else f"{a:.2f} to {b:.2f}"
        for v, a, b in frame[["value", "low", "high"]].to_numpy()
    ]
    named = frame["score"].map(labels)
    columns = {"classifier": frame["classifier"], "score": named, "value": value}
    return pd.DataFrame({**columns, "source_id": frame["source_id"]})
