"""What was asked where: which questions have a twin on the other side, and how people were found."""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables
from biometrics_china.analysis.public_opinion import answers

SAME, SIMILAR, NONE = "same question", "other wording", "one side only"


def asked(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each subject of a question: how often asked where, and what compares.

    `frame` comes from `answers.joined`. Columns `construct`, `label`, `China`, `Europe`, `Elsewhere`
    (numbers of surveys; a survey in several countries counts in each place it reports), `compares`
    (`same question` if one questionnaire asked it in China and in Europe, `other wording` if only
    different questionnaires did, else `one side only`). Most asked subjects come first.
    """
    labels = tables.vocabulary("construct")
    rows = []
    for construct, part in frame.groupby("construct", sort=False):
        by_region = {
            place: set(part.loc[part["region"].eq(place), "instrument"])
            for place in (answers.CHINA, answers.EUROPE, answers.OTHER)
        }
        china, europe = by_region[answers.CHINA], by_region[answers.EUROPE]
        compares = SAME if china & europe else SIMILAR if china and europe else NONE
        counts = {place: len(found) for place, found in by_region.items()}
        rows.append(
            {
                "construct": construct,
                "label": labels[str(construct)],
                **counts,
                "compares": compares,
            }
        )
    found = pd.DataFrame(rows)
    found["total"] = found[[answers.CHINA, answers.EUROPE, answers.OTHER]].sum(axis=1)
    found = found[found["total"] > 0]
    order = found["compares"].map({SAME: 0, SIMILAR: 1, NONE: 2})
    found = found.assign(order=order).sort_values(
        ["order", "total", "label"], ascending=[True, False, True], ignore_index=True
    )
    return found.drop(columns=["order", "total"])


def samples(surveys: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each questionnaire: where, when, how many, how found, who paid.

    Columns `survey`, `where`, `fieldwork`, `respondents` (printed with a floor as ``>``, or a dash),
    `found_by`, `payer`. Surveys in several countries have one row.
    """
    sampling, payers = tables.vocabulary("survey_sampling"), tables.vocabulary("payer_kind")
    rows = []
    for _, part in answers.with_instrument(surveys).groupby("instrument", sort=False):
        whole = part[part["country"].isna()]
        first = (whole if len(whole) else part).iloc[0]
        rows.append(
            {
                "survey": first["name"],
                "where": _where(part),
                "fieldwork": first["end"] if pd.notna(first["end"]) else "not seen",
                "respondents": _respondents(first),
                "found_by": sampling[first["sampling"]],
                "payer": payers[first["payer_kind"]],
            }
        )
    return pd.DataFrame(rows).sort_values(["where", "fieldwork"], ignore_index=True)


def samples_in_book() -> pd.DataFrame:
    """Return `samples` for the surveys of the package."""
    return samples(tables.load("surveys"))


def _where(part: pd.DataFrame) -> str:
    places = sorted(set(part.loc[part["country"].notna(), "places"]))
    if len(places) > 4:
        return "Several countries"
    return ", ".join(places) if places else str(part["places"].iloc[0])


def _respondents(row: pd.Series) -> str:
    if pd.isna(row["n"]):
        return "not seen"
    return f"{'> ' if row['n_kind'] == 'floor' else ''}{int(row['n']):,}"
