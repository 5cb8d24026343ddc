"""What a refusal costs: Chinese lists with European bodies, the rules behind them, and what followed."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.days import date_in_words

#: how a Chinese list is called in a drawing
LISTS = {
    "Sanctions of the Chinese foreign ministry on European bodies": "foreign ministry",
    "Chinese list of targets of counter-measures": "list of counter-measures",
    "Chinese unreliable entity list": "unreliable entities",
    "Chinese export control list": "export control list",
}
#: kinds of body that are drawn apart, and the kinds of the table that they hold
KINDS = {
    "research": ("research_body", "university"),
    "state": ("state_body",),
    "association": ("association",),
    "firm": ("company", "subsidiary"),
}


def listed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the bodies that Chinese lists of counter-measures took up, in the order of the days.

    `frame` has rows as of `listings`. Columns: `list_name`, `date`, `entity`, `kind` (of `KINDS`),
    `ended` (the day on which the same list let the body go, else missing), `id` (of the entry),
    `source_id`.
    """
    found = frame[frame["ground"].eq("countermeasure") & frame["country"].eq("CN")]
    keys = ["list_name", "entity"]
    ends = found[found["action"].eq("delisted")].set_index(keys)["date"]
    starts = found[found["action"].eq("listed")].sort_values(["date", "id"], kind="stable")
    of = {code: kind for kind, codes in KINDS.items() for code in codes}
    ended = [ends.get(key) for key in starts[keys].itertuples(index=False, name=None)]
    starts = starts.assign(kind=starts["entity_type"].map(of), ended=pd.Series(ended, starts.index))
    columns = ["list_name", "date", "entity", "kind", "ended", "id", "source_id"]
    return starts[columns].reset_index(drop=True)


def marks(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a mark for each body of `listed`: a row for each day and list, a place in the row.

    Columns: `act` (day and list in words), `row`, `place` (both from 0), `kind`, `has_ended`,
    `entity`, `id`, `source_id`; in a row the kinds stand together, in the order of `KINDS`.
    """
    order = list(KINDS)
    acts = list(dict.fromkeys(zip(frame["date"], frame["list_name"], strict=True)))
    made = frame.assign(
        row=[acts.index(a) for a in zip(frame["date"], frame["list_name"], strict=True)],
        act=[f"{date_in_words(d)}, {LISTS[n]}" for d, n in frame[["date", "list_name"]].to_numpy()],
        has_ended=frame["ended"].notna(),
        rank=frame["kind"].map(order.index),
    ).sort_values(["row", "rank", "entity"], kind="stable")
    made["place"] = made.groupby("row").cumcount()
    columns = ["act", "row", "place", "kind", "has_ended", "entity", "id", "source_id"]
    return made[columns].reset_index(drop=True)


def european() -> pd.DataFrame:
    """Return `listed` of the rows that were read, all of them European bodies."""
    return listed(provenance.read_rows("listings"))


def episodes() -> pd.DataFrame:
    """Return what a refusal cost, by date: `date`, `target`, `trigger`, `measure`, `followed`, `ended`.

    Dates are in words; `ended` says how far it has ended, with the day where there is one; then
    `source_id`.
    """
    frame = provenance.read_rows("refusal_costs").sort_values(["date", "id"], kind="stable")
    ends = tables.vocabulary("cost_end")
    ended = [
        f"{ends[how]}, {date_in_words(day)}" if isinstance(day, str) else ends[how]
        for how, day in zip(frame["ended"], frame["end"], strict=True)
    ]
    shown = frame.assign(date=frame["date"].map(date_in_words), ended=ended)
    shown = shown.fillna({"followed": ""})
    columns = ["date", "target", "trigger", "measure", "followed", "ended", "source_id"]
    return shown[columns].reset_index(drop=True)


def rules() -> pd.DataFrame:
    """Return the Chinese rules by topic: `topic` (label), `law`, `article`, `adopted`, `says`.

    Then `source_id`; the day of adoption is in words.
    """
    frame, topics = provenance.read_rows("counter_rules"), tables.vocabulary("counter_topic")
    place = frame["topic"].map(list(topics).index)
    ordered = frame.assign(place=place).sort_values(["place", "adopted", "id"], kind="stable")
    shown = ordered.assign(
        topic=ordered["topic"].map(topics), adopted=ordered["adopted"].map(date_in_words)
    )
    columns = ["topic", "law", "article", "adopted", "says", "source_id"]
    return shown[columns].reset_index(drop=True)
