"""What must hold in the data for the words on definitions, reasons and drafts to be true."""

from __future__ import annotations

from biometrics_china import provenance

#: drafters of the requirements of 2022 that were named as members of the group of 2019
_MEMBERS = {"SenseTime", "CloudWalk", "Tencent", "Xiaomi", "Dahua", "Ant Group"}


#: words in the title of a law on a body trait or on biometrics as such
_OF_TRAITS = r"biometric|\bfac(?:e|ial)\b|fingerprint|\biris\b|\bvoice|\bDNA\b"


def no_law_found_is_on_biometrics_alone() -> bool:
    """Return whether no Chinese law that was read has a body trait or biometrics in its title."""
    found = provenance.read_rows("instruments").query("jurisdiction == 'CN' and level == 'law'")
    return len(found) > 0 and not found["title_en"].str.contains(_OF_TRAITS, case=False).any()


def _tests(*rows: str) -> list[str]:
    return provenance.by_id("definitions").loc[list(rows), "identifies"].tolist()


def data_protection_asks_for_identification_and_the_act_does_not() -> bool:
    """Return whether two laws on data protection ask that data identify, and the AI Act does not."""
    return _tests("df-01", "df-03", "df-04") == ["required", "required", "not_asked"]


def genetic_data_have_a_definition_of_their_own() -> bool:
    """Return whether genetic data are defined apart in the European law, without that condition."""
    row = provenance.by_id("definitions").loc["df-02"]
    return bool(row["term"] == "Genetic data" and row["identifies"] == "not_asked")


def the_chinese_laws_name_and_do_not_define() -> bool:
    """Return whether the two Chinese laws name biometric information and do not define it."""
    return _tests("df-05", "df-06") == ["not_defined", "not_defined"]


def the_measures_define_recognition_as_identifying() -> bool:
    """Return whether the Measures define face data of knowable people, and recognition by identity."""
    return _tests("df-07", "df-08") == ["identifiable", "required"]


def the_first_reason_was_political() -> bool:
    """Return whether the first rule was explained by political security too, and the last was not."""
    told = provenance.by_id("rule_reasons")["reason"].str.contains("political security")
    return bool(told["rr-01"] and not told["rr-03"])


def the_requirements_of_2022_name_members_of_the_group() -> bool:
    """Return whether the members named are among the drafters of the standard of 2022 that were read."""
    rows = provenance.read_rows("standard_drafters")
    named = rows.loc[rows["standard_id"].eq("std-gbt41772-2022"), "name_en"]
    return set(named) >= _MEMBERS


def the_press_took_the_last_day_of_comments_for_that_of_effect() -> bool:
    """Return whether the day of effect in the press is the last of the consultation, and not used."""
    event = provenance.by_id("instrument_events").loc["ev424"]
    end = provenance.by_id("consultations")["end"]["con06"]
    return bool(event["date"] == end and not event["is_used"])


def the_draft_on_cybercrime_is_pending() -> bool:
    """Return whether the draft law against cybercrime is neither adopted nor withdrawn."""
    return bool(provenance.by_id("instruments")["status"]["cn-cybercrime-draft-2026"] == "pending")
