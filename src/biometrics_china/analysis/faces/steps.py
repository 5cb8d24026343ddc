"""From a recording to the police: which system is documented to take which step."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

#: evidence that a system exists and runs, rather than that it was planned, sought or offered
AT_WORK = ("leak", "app", "press")


def grid(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each system: `system`, a column for each step with the code of its evidence.

    `frame` is the table of the steps. An empty text means that the step was not read of that
    system. `steps` counts them; systems with most steps come first. A column ``<step>_id`` names the
    row of each.
    """
    order = list(tables.vocabulary("file_step"))
    first = frame.drop_duplicates(["system", "step"])
    found = first.pivot_table(
        index="system", columns="step", values="evidence", aggfunc="first", sort=False
    ).reindex(columns=order)
    taken = found.notna()
    found = found.astype("object").where(taken, "").assign(steps=taken.sum(axis=1))
    found = found.sort_values("steps", ascending=False, kind="stable")
    ids = first.pivot_table(index="system", columns="step", values="id", aggfunc="first")
    ids = ids.reindex(columns=order).astype("object")
    found = found.join(ids.where(ids.notna(), "").add_suffix("_id"))
    return found.rename_axis(None, axis=1).reset_index()


def by_step(frame: pd.DataFrame) -> pd.DataFrame:
    """Return for each step how many systems take it: `step` (label), `systems`, `at_work`.

    `at_work` counts those known from a leak, from code or from reports. `frame` is the table.
    """
    labels = tables.vocabulary("file_step")
    runs = frame[frame["evidence"].isin(AT_WORK)]
    rows = [
        {
            "step": label,
            "systems": frame.loc[frame["step"].eq(code), "system"].nunique(),
            "at_work": runs.loc[runs["step"].eq(code), "system"].nunique(),
        }
        for code, label in labels.items()
    ]
    return pd.DataFrame(rows)


def positions() -> pd.DataFrame:
    """Return what is said of the systems, or that nothing was said, oldest first.

    What has no date comes last. Columns `date`, `speaker`, `subject`, `said`, `answer` (label),
    `source_id`.
    """
    frame = provenance.read_rows("surveillance_positions")
    answers = tables.vocabulary("position_answer")
    ordered = frame.sort_values("date", key=tables.earliest, kind="stable", ignore_index=True)
    ordered = ordered.assign(date=ordered["date"].fillna(""))
    columns = ["date", "speaker", "subject", "said"]
    return ordered[columns].assign(
        answer=ordered["answer"].map(answers), source_id=ordered["source_id"]
    )
