"""Bodies put on lists by states outside China and taken off: when, by whom, for which technology.

Which bodies belong to the subject is told by the coded technologies of their acts, and all entries of
such a body count then, on whatever list and ground. What is counted is a body once for each
jurisdiction, on the day of its first entry there. An entry that covers several bodies counts as many.
A body that stands on several lists of a jurisdiction has left only when the last of them ends. People
are left out, and so are bans on equipment or on whole classes of firms, which are no list of bodies.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.register.entities import entity_ids

#: jurisdictions in the order of drawing
JURISDICTIONS = {
    "US": "United States",
    "GB": "United Kingdom",
    "EU": "European Union",
    "CA": "Canada",
}


#: kinds of entity that are no body
NO_BODY = ("official", "company_class", "country_class")
_FIRST = [
    "country", "entity", "entity_type", "date", "entities", "technologies", "source_id", "id",
]  # fmt: skip


def acts() -> pd.DataFrame:
    """Return the rows of `listings` that put a body of the subject on a list or take it off one."""
    return of_subject(_keyed(provenance.read_rows("listings")))


def _keyed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with `body`: the key in the register, so that two names are one body."""
    return frame.assign(body=[";".join(entity_ids(n)) or n for n in frame["entity"]])


def of_subject(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the acts that list or delist bodies any act on which has a coded technology.

    `technologies` is that of the first coded act on the body; ``none`` is no technology.
    """
    bodies = frame[~frame["entity_type"].isin(NO_BODY)]
    coded = bodies[[bool(set(t or ()) - {"none"}) for t in bodies["technologies"]]]
    of_body = coded.drop_duplicates("body").set_index("body")["technologies"]
    taken = bodies["action"].isin(["listed", "delisted"]) & bodies["body"].isin(of_body.index)
    found = bodies[taken]
    return found.assign(technologies=found["body"].map(of_body))


def over_human_rights(frame: pd.DataFrame) -> pd.DataFrame:
    """Return first entries on the ground of surveillance, which is that of human-rights lists."""
    return first_of(frame[frame["ground"].eq("surveillance")])


def last_act() -> str:
    """Return the day of the last coded act of any kind in the table."""
    frame = provenance.read_rows("listings")
    return str(frame.loc[frame["technologies"].map(len).gt(0), "date"].max())


def first_entries() -> pd.DataFrame:
    """Return first listings of bodies: `country`, `entity`, `date`, `bodies`, `technologies`."""
    return first_of(acts())


def first_of(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the first row of each body in each country, by date; `bodies` is `entities`."""
    listed = _in_order(frame[frame["action"].eq("listed")])
    first = listed.drop_duplicates(["country", "body"])
    return first[_FIRST].rename(columns={"entities": "bodies"}).reset_index(drop=True)


def _in_order(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.dropna(subset=["date"]).sort_values(["date", "id"], kind="stable")


def lists_of(frame: pd.DataFrame) -> dict[tuple[str, str], frozenset[str]]:
    """Return (country, body) → names of the lists on which it stands after all acts of `frame`."""
    standing: dict[tuple[str, str], frozenset[str]] = {}
    for act in _in_order(frame).to_dict("records"):
        key, name = (str(act["country"]), str(act["body"])), {str(act["list_name"])}
        before = standing.get(key, frozenset())
        standing[key] = before | name if act["action"] == "listed" else before - name
    return standing


def changes(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `country`, `entity`, `date`, `change`: bodies that come on a first or off a last list.

    `change` is the number of bodies, negative where they leave. A further list and the end of one
    of several are no change; a body that was off and is listed again comes back.
    """
    return moves(frame).drop(columns="id")


def moves(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `changes` with the `id` of each act."""
    found = []
    for (country, _), part in _in_order(frame).groupby(["country", "body"], sort=False):
        on: set[str] = set()
        for act in part.to_dict("records"):
            was_on = bool(on)
            (on.add if act["action"] == "listed" else on.discard)(str(act["list_name"]))
            if bool(on) != was_on:
                change = int(act["entities"]) * (1 if on else -1)
                found.append((country, act["entity"], act["date"], change, act["id"]))
    return pd.DataFrame(found, columns=["country", "entity", "date", "change", "id"])


def cumulative(frame: pd.DataFrame, until: str) -> pd.DataFrame:
    """Return running totals of the acts in `frame` for a step chart, up to the day `until`.

    Columns `country` (label), `date`, `bodies` (ever put on a list), `standing` (on at least one
    list after that day), `came` (those put on a first list that day, with semicolons), `over_rights`
    (one of these on the ground of surveillance) and `left` (those that left all lists that day, with
    commas). Each country closes with a row on the day `until`.
    """
    first, moves = first_of(frame), changes(frame)
    key = ["country", "date"]
    off = moves[moves["change"].lt(0)].groupby(key)["entity"].agg(", ".join)
    daily = pd.DataFrame(
        {
            "bodies": first.groupby(key)["bodies"].sum(),
            "standing": moves.groupby(key)["change"].sum(),
        }
    ).fillna(0)
    came = first.groupby(key)["entity"].agg("; ".join)
    rights = frame[frame["ground"].eq("surveillance")].groupby(key).size().gt(0)
    daily = daily.groupby("country").cumsum().astype(int)
    daily = daily.assign(came=came, over_rights=rights, left=off).reset_index()
    daily = daily.fillna({"came": "", "over_rights": False, "left": ""})
    last = daily.drop_duplicates("country", keep="last")
    last = last.assign(date=until, came="", over_rights=False, left="")
    daily = pd.concat([daily, last]).drop_duplicates(key)
    daily = daily[daily["country"].isin(JURISDICTIONS)]
    daily["country"] = daily["country"].map(JURISDICTIONS)
    return daily.sort_values(key, ignore_index=True, kind="stable")


def by_technology(first: pd.DataFrame) -> pd.DataFrame:
    """Return listed bodies by technology: `technology` (label), `us`, `others`.

    A body with several technologies counts under each, so rows do not add up to bodies. Bodies that
    came off a list later are counted.
    """
    labels = tables.vocabulary("technology")
    each = first.explode("technologies")
    side = each["country"].eq("US").map({True: "us", False: "others"})
    grouped = each.groupby([each["technologies"].map(labels), side])["bodies"].sum()
    table = grouped.unstack(fill_value=0).reindex(columns=["us", "others"], fill_value=0)
    order = table.sum(axis=1).sort_values(kind="stable").index
    return table.loc[order].astype(int).rename_axis(index="technology", columns=None).reset_index()
