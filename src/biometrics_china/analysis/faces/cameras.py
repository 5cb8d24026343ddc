"""Numbers of cameras by maker, date and kind, a forecast that was retold, and people for each camera."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

#: the forecast that was retold, the estimate of its maker for the same date, and its next forecast
FORECAST, LATER, NEXT = "cc-03", "cc-16", "cc-17"
#: a number is the retold forecast if it is as near as this to it, as a share
NEAR = 0.01
#: metrics that set cameras against people
RATES = ("people_per_camera", "cameras_per_100")
CHINA, AMERICA = "CHN", "USA"


def numbers_of_cameras() -> pd.DataFrame:
    """Return each number of cameras in China of its own, by the date it was said or speaks of.

    Columns `id`, `said` and `as_of` (dates as printed, empty where not read), `who` (the maker, or
    the medium where none is named), `scope` and `kind` (codes), `qualifier`, `value` (cameras),
    `million`, `source_id`. Numbers that repeat another row are left out. Oldest first, by the month
    it was said and then by the date it speaks of.
    """
    frame = provenance.read_rows("camera_counts")
    own = frame["country"].eq(CHINA) & frame["metric"].eq("cameras") & ~frame["is_repeat"]
    found = frame[own].assign(
        said=frame["said_on"].fillna(""),
        as_of=frame["as_of"].fillna(""),
        who=frame["maker"].fillna(frame["source_id"].map(_medium)),
        million=frame["value"] / 1e6,
        month=frame["said_on"].fillna(frame["as_of"]).str.slice(0, 7).map(tables.decimal_year),
        about=frame["as_of"].map(tables.decimal_year, na_action="ignore"),
    )
    found = found.sort_values(["month", "about", "id"], kind="stable", ignore_index=True)
    columns = ["id", "said", "as_of", "who", "scope", "kind", "qualifier", "value", "million"]
    return found[[*columns, "source_id"]]


def _medium(source: str) -> str:
    """Return the newspaper, broadcaster or site in which the work behind a source appeared."""
    works = tables.load("works").set_index("id")
    return str(works.loc[provenance.source(source)["work_id"], "container"])


def retold(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `numbers_of_cameras` that give the forecast again as something else."""
    forecast = frame.loc[frame["id"].eq(FORECAST), "value"].iloc[0]
    near = (frame["value"] / forecast - 1).abs().le(NEAR)
    found: pd.DataFrame = frame[near & frame["kind"].eq("retold")]
    return found.reset_index(drop=True)


def trail(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the forecast, what its maker said later, and how it was retold, oldest first.

    `frame` is that of `numbers_of_cameras`. Columns `said`, `who`, `million`, `about` (the date it
    speaks of), `scope` and `kind` (labels), `source_id`.
    """
    scopes, kinds = tables.vocabulary("camera_scope"), tables.vocabulary("camera_kind")
    chain = [FORECAST, LATER, NEXT, *retold(frame)["id"]]
    rows = frame[frame["id"].isin(chain)]
    return pd.DataFrame(
        {
            "said": rows["said"],
            "who": rows["who"],
            "million": rows["million"].round(0).astype(int),
            "about": rows["as_of"],
            "scope": rows["scope"].map(scopes),
            "kind": rows["kind"].map(kinds),
            "source_id": rows["source_id"],
        }
    ).reset_index(drop=True)


def people_for_each() -> pd.DataFrame:
    """Return people for each camera in China and the United States, by maker.

    Cameras for each hundred people are turned over: 100 / n. Columns `maker`, `as_of`, `china`,
    `america` (people for each camera), `more` (the country with more cameras for its people),
    `source_id`.
    """
    frame = provenance.read_rows("camera_counts")
    rates = frame[frame["metric"].isin(RATES)]
    is_stated = rates["metric"].eq("people_per_camera")
    rates = rates.assign(rate=rates["value"].where(is_stated, 100 / rates["value"]))
    grid = rates.pivot_table(
        index=["maker", "as_of", "source_id"], columns="country", values="rate"
    )
    found = grid.reset_index().rename_axis(None, axis=1)
    found = found.rename(columns={CHINA: "china", AMERICA: "america"})
    more = found["china"].lt(found["america"]).map({True: "China", False: "United States"})
    columns = ["maker", "as_of", "china", "america", "more", "source_id"]
    return found.assign(more=more)[columns].sort_values("maker", ignore_index=True, kind="stable")
