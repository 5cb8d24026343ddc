"""Limits in Chinese law on what the police do with biometric and personal data, and who made them.

A row is a current Chinese provision that binds state organs and not private handlers, or that
grants a power and states a safeguard for it beyond naming its purpose. Provisions about
supervision, definitions and mandates are left out: they bind nobody who collects.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables
from biometrics_china.analysis.police_powers import provisions as provisions_module
from biometrics_china.analysis.police_powers import safeguards as safeguards_module
from biometrics_china.analysis.police_powers.provisions import CHINA, current

#: safeguards that bind the police from outside or over time: the ones a limit is asked about
KEY = ("independent_approval", "retention_limit", "erasure", "independent_supervision")

POLICE_MINISTRY = "Ministry of Public Security"
#: printed where a provision is not coded as a power, so that its safeguards are not asked about
NOT_CODED = "–"


def limits(
    provisions: pd.DataFrame | None = None,
    grid: pd.DataFrame | None = None,
    issuers: pd.Series | None = None,
) -> pd.DataFrame:
    """Return the limits, those of the police ministry itself first, then by who made them.

    `grid` is as from `safeguards.grid` with the columns instrument_id and article of its power;
    `issuers` maps instrument ids to issuing bodies. Columns: made_by (the body for rules of
    ministries), is_own (made by the police ministry alone), origin, title_en, article, limit,
    addressee, states, lacks (printed lists of safeguards, for provisions coded as powers),
    source_id.
    """
    kept = [
        "made_by",
        "is_own",
        "origin",
        "title_en",
        "article",
        "limit",
        "addressee",
        "states",
        "lacks",
        "source_id",
    ]
    return listed(provisions, grid, issuers)[kept]


def listed(
    provisions: pd.DataFrame | None = None,
    grid: pd.DataFrame | None = None,
    issuers: pd.Series | None = None,
) -> pd.DataFrame:
    """Return `limits` with all columns of the provisions."""
    frame = current(provisions_module.provisions() if provisions is None else provisions)
    grid = powers_with_articles() if grid is None else grid
    if issuers is None:
        issuers = tables.load("instruments").set_index("id")["issuing_body"]
    frame = frame[frame["side"].eq(CHINA)]
    frame = frame.assign(number=article_number(frame["article"]))
    frame = frame.join(_stated_and_lacking(grid), on=["instrument_id", "number"])
    binds = frame["is_binding_state"] & ~frame["is_binding_private"]
    limited = frame["grants_police_power"] & frame["states"].fillna("").ne("")
    frame = frame[(binds | limited) & ~frame["function"].isin(["definition_or_mandate", "scope"])]
    issuer, makers = frame["instrument_id"].map(issuers).fillna(""), tables.vocabulary("origin")
    frame = frame.assign(
        is_own=issuer.str.startswith(POLICE_MINISTRY),
        made_by=frame["origin"].map(makers).mask(frame["origin"].eq("ministry"), issuer),
        limit=frame["paraphrase"],
        lacks=frame["lacks"].fillna(NOT_CODED),
        states=frame["states"].fillna(NOT_CODED),
    )
    frame = frame.sort_values(
        ["is_own", "origin", "instrument_id", "article_order", "id"],
        ascending=[False, True, True, True, True],
    )
    return frame.reset_index(drop=True)


def powers_with_articles(grid: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the grid of safeguards with instrument_id and article of each power."""
    of_power = safeguards_module.powers().set_index("id")[["instrument_id", "article"]]
    return (safeguards_module.grid() if grid is None else grid).join(of_power, on="power_id")


def article_number(articles: pd.Series) -> pd.Series:
    """Return the leading number of each article (``132 (2018)`` → ``132``), else its text."""
    return articles.str.extract(r"^(\d+)", expand=False).fillna(articles)


def _stated_and_lacking(grid: pd.DataFrame) -> pd.DataFrame:
    """Return `states` and `lacks` as printed lists, by instrument and article of the powers."""
    labels = tables.vocabulary("safeguard")
    frame = grid[grid["group"].eq(safeguards_module.IN_FORCE)]
    frame = frame.assign(
        words=frame["safeguard"].map(labels).str.lower(), number=article_number(frame["article"])
    )
    key = ["instrument_id", "number"]
    frame = frame.drop_duplicates([*key, "safeguard", "value"])
    is_stated = frame["value"].eq(safeguards_module.STATED)
    is_missing = frame["value"].eq(safeguards_module.NOT_STATED)
    stated = frame[is_stated & frame["safeguard"].ne("purpose_named")]
    lacking = frame[is_missing & frame["safeguard"].isin(KEY)]
    return pd.DataFrame(
        {
            "states": stated.groupby(key)["words"].agg(", ".join),
            "lacks": lacking.groupby(key)["words"].agg(", ".join),
        }
    ).rename_axis(index=key)
