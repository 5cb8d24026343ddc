"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.analysis.europe_technology import industry, places, survey
from biometrics_china.analysis.europe_technology.holds_lists import *  # noqa: F403  # all found here
from biometrics_china.analysis.europe_technology.holds_money import *  # noqa: F403
from biometrics_china.analysis.europe_technology.holds_size import *  # noqa: F403
from biometrics_china.register.kin import parts
from biometrics_china.register.records import records


def _firms() -> pd.DataFrame:
    return industry.industry(tables.load("entities"), records(), parts())


def local_authorities_are_highest_and_police_lowest() -> bool:
    """Return whether shares fall from local authorities to colleges and schools; police are last."""
    kinds = survey.survey()["kind"].tolist()
    return kinds[:3] == ["local", "college", "school"] and kinds[-1] == "police"


def cutting_off_decimals_fits_every_kind() -> bool:
    """Return whether each kind has a count that gives its percentage when decimals are cut off."""
    return bool(survey.counts_behind(survey.survey_rows())["cut"].gt(0).all())


def silent_bodies_decide() -> bool:
    """Return whether what is assumed of silent bodies moves the share most.

    Readings in which they are like the others lie within 15 points of each other; the two other
    assumptions move the share by more than that.
    """
    grid = survey.choices(survey.survey(), survey.everybody())
    inner = grid.loc[grid["silent_bodies"].eq("like the others"), "estimate"]
    low, high = inner.min(), inner.max()
    moved = min(low - grid["estimate"].min(), grid["estimate"].max() - high)
    return bool(high - low < 0.15 < moved)


def most_use_them_only_if_silence_means_nothing() -> bool:
    """Return whether most bodies use the cameras if the silent are like the others, and not if none is.

    Both hold under every reading of the counts.
    """
    grid = survey.choices(survey.survey(), survey.everybody())
    by = grid.groupby("silent_bodies")["estimate"]
    return bool(by.min()["like the others"] > 0.5 > by.max()["none uses them"])


def the_group_estimated_users_and_their_share() -> bool:
    """Return whether the cited record is an estimate of users and of the per cent of all they are."""
    row = provenance.by_id("deployments").loc[survey.ESTIMATE]
    said = f"{survey.ESTIMATE_PERCENT}%" in row["note"]
    return bool(said and row["qualifier"] == "estimate" and row["value"] < survey.everybody())


def few_records_concern_faces() -> bool:
    """Return whether less than a third of the records in Europe concern face recognition."""
    frame = places.in_europe()
    return bool(frame["technology"].eq("face").mean() < 1 / 3)


def most_records_of_faces_are_serbian() -> bool:
    """Return whether over half of the records on face recognition are Serbian, most of Belgrade."""
    frame = places.in_europe()
    faces = frame[frame["technology"].eq("face")]
    serbian = faces[faces["country"].eq("RS")]
    return bool(len(serbian) > len(faces) / 2 and serbian["place"].eq("Belgrade").mean() > 0.5)


def como_did_not_switch_it_on() -> bool:
    """Return whether the one record on face recognition in Como says that it was not switched on."""
    frame = places.faces(places.in_europe())
    como = frame.loc[frame["place"].str.startswith("Como"), "stage"]
    return como.tolist() == ["Not switched on"]


def most_countries_stand_in_one_or_two_columns() -> bool:
    """Return whether most countries have records that count one or two things only."""
    frame = places.by_measure(places.in_europe()).set_index("country")
    return bool(frame.gt(0).sum(axis=1).le(2).mean() > 0.5)


def all_firms_are_listed_and_most_drafted() -> bool:
    """Return whether all firms are on an American list now, and most but not all drafted a standard."""
    frame = _firms()
    drafted = frame["standard"].gt(0)
    listed = industry.n_on_american_list(parts()) == len(frame)
    return bool(listed and drafted.mean() > 0.5 and not drafted.all())


def two_firms_are_recorded_in_most_countries() -> bool:
    """Return whether two makers of cameras are each recorded in over half of the countries with records.

    The two are Hikvision and Dahua; the other firms of the table must have no record in Europe.
    """
    europe = _firms().set_index("firm")["deployment"]
    used = places.in_europe()
    used = used[used["country"].ne("EU")]
    makers = used.explode("vendors").groupby("vendors")["country"].nunique()
    two = makers.reindex(["Hikvision", "Dahua"], fill_value=0)
    return bool(
        two.gt(used["country"].nunique() / 2).all()
        and europe.drop(["Hikvision", "Dahua Technology"]).eq(0).all()
    )
