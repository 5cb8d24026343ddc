"""What is said to be held: faces, irises, voices and files, by kind of number."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

#: numbers that stand in the table of collection events → who holds them
EVENTS = {
    "ev-p013": "National databases of the police",
    "ev-w027": "SenseNets, a contractor of the police",
    "ev-w026": "Iris system of the country",
    "ev-w025": "Police of Urumqi",
    "ev-w060": "Police of Qinghai",
    "ev-p012": "Police of Anhui",
}
#: traits in the order of the figure
ORDER = ("face", "iris", "voice", "generic")
#: numbers on paper: what could be held, shall be held, or is claimed by a seller
PAPER = ("capacity", "target", "tender", "company_claim")


def holdings() -> pd.DataFrame:
    """Return the numbers of faces, irises, voices and files, by trait and size.

    Columns `id`, `modality`, `holder`, `place`, `country`, `is_private`, `value` (the number, or
    the upper end of a range), `low` (the number, or the lower end), `qualifier`, `unit`, `kind`
    (codes), `source_id`. Numbers that repeat another row are left out.
    """
    own = provenance.read_rows("biometric_holdings")
    own = own[~own["is_repeat"]].rename(columns={"number_kind": "kind"}).assign(low=own["value"])
    found = pd.concat([own, _events()], ignore_index=True)
    columns = ["id", "modality", "holder", "place", "country", "is_private", "value", "low"]
    columns += ["qualifier", "unit", "kind", "source_id"]
    found = found.assign(order=found["modality"].map(ORDER.index))
    found = found.sort_values(["order", "value"], ascending=[True, False], kind="stable")
    return found[columns].reset_index(drop=True)


def _events() -> pd.DataFrame:
    """Return the collection events named above, in the form of the holdings."""
    rows = provenance.picked("collection_events", EVENTS).reset_index()
    return pd.DataFrame(
        {
            "id": rows["id"],
            "modality": [next(t for t in traits if t in ORDER) for traits in rows["collected"]],
            "holder": rows["id"].map(EVENTS),
            "place": rows["place"],
            "country": "CHN",
            "is_private": False,
            "value": rows["number"].fillna(rows["upper"]),
            "low": rows["number"].fillna(rows["lower"]),
            "qualifier": rows["qualifier"],
            "unit": rows["unit"],
            "kind": rows["number_kind"],
            "source_id": rows["source_id"],
        }
    )


def of_traits(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `holdings` that number faces, irises or voices in China."""
    return frame[frame["country"].eq("CHN") & frame["modality"].ne("generic")]


def by_kind(frame: pd.DataFrame) -> pd.DataFrame:
    """Return how many of the numbers are of which kind: `kind` (label), `numbers`, `is_paper`.

    `frame` is that of `holdings`; the commonest kind comes first.
    """
    labels = tables.vocabulary("number_kind")
    counts = frame["kind"].value_counts(sort=False).sort_index(kind="stable")
    counts = counts.sort_values(ascending=False, kind="stable")
    return pd.DataFrame(
        {
            "kind": [labels[code] for code in counts.index],
            "numbers": counts.to_numpy(),
            "is_paper": [code in PAPER for code in counts.index],
        }
    )
