"""Lists for the chapter's tables: changes between draft and final, local rules, industry's acts."""

from __future__ import annotations

import re

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.analysis.regulation.dates import middle
from biometrics_china.analysis.regulation.timeline import NAMED, instruments
from biometrics_china.days import date_in_words

_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

DEEPFAKE = ("cn-av-2019", "cn-deepsynth-2022", "cn-ailabel-2025")


def on_biometrics() -> pd.DataFrame:
    """Return the read rows of `text_changes` on instruments that name or reach biometric data.

    Due diligence of companies, whose law is coded with no modality, is left out.
    """
    frame = provenance.read_rows("text_changes")
    modalities = tables.load("instruments").set_index("id")["modalities"]
    others = {key for key, held in modalities.items() if held == ("none",)}
    return frame[~frame["instrument_id"].isin(others)].reset_index(drop=True)


def text_changes() -> pd.DataFrame:
    """Return what changed between draft and final text, one row an element, of `on_biometrics`.

    Columns: instrument (short name where there is one), element, draft_value, final_value, direction
    (printed label, for the person whose data are handled), kind, source_id. Later amendments of
    adopted acts stand last.
    """
    frame = on_biometrics()
    titles = tables.load("instruments").set_index("id")["title_en"]
    labels = tables.vocabulary("direction")
    names = frame["instrument_id"].map(NAMED).fillna(frame["instrument_id"].map(titles))
    frame = frame.assign(instrument=names, direction=frame["direction"].map(labels))
    for column in ("draft_value", "final_value"):
        frame[column] = frame[column].map(in_words)
    frame = frame.sort_values(["kind", "instrument_id", "id"], kind="stable")
    kept = ["instrument", "element", "draft_value", "final_value", "direction", "kind", "source_id"]
    return frame[kept].reset_index(drop=True)


def in_words(value: str) -> str:
    """Print a bare number with commas and a full date in words; leave any other text as it is.

    >>> in_words("100000"), in_words("2027-12-02"), in_words("no rule")
    ('100,000', '2 December 2027', 'no rule')
    """
    if value.isdigit():
        return f"{int(value):,}"
    return date_in_words(value) if _FULL_DATE.fullmatch(value) else value


def direction_counts() -> pd.DataFrame:
    """Return how many changes of each instrument's first procedure were weaker or stronger.

    Columns: instrument_id, weaker, stronger, other.
    """
    frame = provenance.read_rows("text_changes")
    frame = frame[frame["kind"].eq("first_procedure")]
    groups = frame["direction"].where(frame["direction"].isin(["weaker", "stronger"]), "other")
    counts = pd.crosstab(frame["instrument_id"], groups)
    return counts.reindex(columns=["weaker", "stronger", "other"], fill_value=0).reset_index()


def local_rules() -> pd.DataFrame:
    """Return the Chinese local rules and notices that name biometrics, by date.

    Columns: place, title_en, level (printed label), date (in words), addressee, effect (printed
    label), source_id.
    """
    frame = instruments()
    frame = frame[frame["id"].isin(local_ids())]
    frame = frame.assign(day=frame["final"].fillna(frame["effective"])).sort_values(["day", "id"])
    return _printed(frame, ["place", "title_en", "level", "date", "addressee", "effect"])


def local_ids() -> pd.Series:
    """Return the ids of the Chinese local rules and notices, standards left out."""
    frame = instruments()
    frame = frame[frame["jurisdiction"].eq("CN") & frame["place"].notna()]
    return frame.loc[frame["level"].ne("local_standard"), "id"]


def deepfake_rules() -> pd.DataFrame:
    """Return the rules on synthetic faces and voices, with what they ask and why.

    Columns: title_en, draft_date, date, effective_date, addressee, content, reason (as the authority
    gave it; both empty where none was read), source_id (of the rule and of the reason).
    """
    frame = instruments()
    frame = frame[frame["id"].isin(DEEPFAKE)].sort_values("first", kind="stable")
    columns = ["title_en", "draft_date", "date", "effective_date", "addressee"]
    shown = _printed(frame, columns)
    told = provenance.read_rows("rule_reasons").drop_duplicates("instrument_id")
    told = told.set_index("instrument_id")[["content", "reason", "source_id"]]
    told = told.reindex(frame["id"]).fillna("").reset_index(drop=True)
    sources = (shown["source_id"] + ";" + told["source_id"]).str.rstrip(";")
    made = shown[columns].join(told[["content", "reason"]])
    return made.assign(source_id=sources)


def definitions() -> pd.DataFrame:
    """Return what laws mean by biometric data, in the order of the table.

    Columns: law (title), article, term, covers, identifies (printed label), consequence, source_id.
    """
    frame = provenance.read_rows("definitions")
    titles = tables.load("instruments").set_index("id")["title_en"]
    labels = tables.vocabulary("definition_test")
    names = frame["instrument_id"].map(titles)
    frame = frame.assign(law=names, identifies=frame["identifies"].map(labels))
    kept = ["law", "article", "term", "covers", "identifies", "consequence", "source_id"]
    return frame[kept].reset_index(drop=True)


def industry_acts() -> pd.DataFrame:
    """Return what firms and their bodies published, one row an act; second reports are left out.

    Columns: date (in words), actor, act, content, source_id.
    """
    frame = provenance.read_rows("industry_acts")
    frame = frame[frame["is_main"]].assign(day=lambda f: middle(f["date"]))
    frame = frame.sort_values(["day", "id"])
    frame = frame.assign(date=frame["date"].map(date_in_words))
    return frame[["date", "actor", "act", "content", "source_id"]].reset_index(drop=True)


def _printed(frame: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    levels, effects = tables.vocabulary("level"), tables.vocabulary("effect")
    date = frame["final_date"].fillna(frame["effective_date"]).fillna(frame["draft_date"])
    frame = frame.assign(
        level=frame["level"].map(levels),
        effect=frame["effect"].map(effects),
        date=_words(date),
        draft_date=_words(frame["draft_date"]),
        effective_date=_words(frame["effective_date"]),
    )
    return frame[[*columns, "source_id"]].reset_index(drop=True)


def _words(dates: pd.Series) -> list[str]:
    return [date_in_words(d) if isinstance(d, str) else "" for d in dates]
