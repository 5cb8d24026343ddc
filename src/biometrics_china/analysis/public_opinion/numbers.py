"""The numbers that the chapter on public opinion prints."""

from __future__ import annotations

import pandas as pd

from biometrics_china import origins, provenance, tables
from biometrics_china.analysis.public_opinion import (
    answers,
    comparable,
    countries,
    numbers_users,
)
from biometrics_china.numbers import Numbers

#: name of a number → row of the answer whose share it prints, and what it means
_SHARES = {
    "control_alternative": ("sa-007", "want another way than the face, Nandu 2019"),
    "control_delete": ("sa-011", "wish to see or delete their face data, Nandu 2019"),
    "leak": ("sa-008", "fear leaks by operators, Nandu 2019"),
    "tracking": ("sa-010", "are concerned about tracking of movements, Nandu 2019"),
    "restrict_below": ("sa-014", "upper bound: say that the technology should be restricted"),
    "abuse_2020": ("sa-018", "say that the technology tends to be abused, 2020"),
    "abuse_2021": ("sa-027", "say that the technology tends to be abused, 2021"),
    "necessary": ("sa-022", "lower bound: call face gates at homes and offices necessary"),
    "gates_against": ("sa-119", "say that faces should not open residential areas, 2020"),
    "gate_oppose": ("sa-023", "oppose face gates at homes and offices, 2021"),
    "marketing_reject": ("sa-025", "cannot accept face recognition in marketing, 2021"),
    "marketing_accept": ("sa-026", "can accept face recognition in marketing, 2021"),
    "used_2020": ("sa-016", "have used face recognition, 2020"),
    "met_in_payment": ("sa-020", "met face recognition in payment, 2021"),
    "loss_2020": ("sa-019", "report a loss of privacy or property, 2020"),
    "loss_2021": ("sa-028", "report a loss of privacy or property, 2021"),
    "loss_unsure": ("sa-029", "not sure whether they suffered a loss, 2021"),
    "venues_oppose": ("sa-100", "lower bound: oppose face recognition in shops, 2020"),
    "cameras_right": ("sa-086", "number of cameras is right, China 2023"),
    "cameras_more": ("sa-087", "there should be more cameras, China 2023"),
    "cameras_fewer": ("sa-088", "there should be fewer cameras, China 2023"),
    "everyone": ("sa-092", "lower bound: support intelligence on everyone, China 2018"),
    "cctv_2018": ("sa-090", "support cameras in public, China 2018"),
    "fra_public": ("sa-053", "would share face images with the administration, EU"),
    "fra_malta": ("sa-056", "would share face images with the administration, Malta"),
    "never_de": ("sa-064", "never allow government use, Germany"),
    "never_gb": ("sa-065", "never allow government use, United Kingdom"),
    "never_all": ("sa-063", "never allow government use, all countries of the survey"),
    "ada_limit": ("sa-033", "government should restrict police use, United Kingdom"),
    "pew_bias": ("sa-051", "expect more surveillance of minority neighbourhoods, US"),
}


def numbers() -> Numbers:
    """Return all numbers of the chapter on public opinion, in the order in which they are made."""
    found = Numbers("public_opinion", ["survey_answers", "surveys"])
    frame = answers.answers()
    _shares(found, frame)
    _surveys(found.using("surveys"))
    _asked(found, frame)
    _countries(found, frame)
    numbers_users.add(found, frame)
    _voices(found.using("public_voices"))
    return found


def _shares(found: Numbers, frame: pd.DataFrame) -> None:
    for name, (row, meaning) in _SHARES.items():
        share = origins.per_cent(origins.cell(frame, row, "share_pct"))
        found.percent(name, share, f"share, in per cent: {meaning}")


def _surveys(found: Numbers) -> None:
    named = answers.with_instrument(tables.load("surveys"))
    once = named.drop_duplicates("instrument")
    chinese = named[named["country"].eq("CN")]
    for name, counted, meaning in (
        ("n_questionnaires", once, "questionnaires found"),
        ("n_questionnaires_cn", chinese, "of these put in China"),
        ("n_opt_in_cn", chinese[chinese["sampling"].eq("opt_in")], "of these open to all"),
        (
            "n_probability_cn", chinese[chinese["sampling"].eq("probability")],
            "of these with a sample drawn at random",
        ),
        (
            "n_vendor", once[once["payer_kind"].eq("vendor")],
            "questionnaires paid for by a firm or fair",
        ),
    ):  # fmt: skip
        found.count(name, counted, meaning)
    for name, row, meaning in (
        ("n_nandu_2019", "sv-nandu-2019", "respondents, 2019"),
        (
            "n_police_respondents", "sv-frt-police-2023",
            "valid answers of the study of 2023 on the police",
        ),
        ("n_nandu_2021", "sv-nandu-2021", "respondents, 2021"),
    ):  # fmt: skip
        found.count(name, origins.cell(named, row, "n"), meaning)


def _asked(found: Numbers, frame: pd.DataFrame) -> None:
    asked = comparable.asked(frame)

    def subjects(rows: pd.DataFrame) -> origins.Origin:
        return origins.distinct(frame[frame["construct"].isin(rows["construct"])], "construct")

    found.count("n_subjects", subjects(asked), "subjects of questions")
    police = frame[frame["construct"].eq("police_use") & frame["region"].eq(answers.CHINA)]
    put = origins.distinct(police, "survey_id")
    found.count("n_police_cn", put, "Chinese questionnaires that ask about use by the police")
    for name, kind in (
        ("same", comparable.SAME),
        ("similar", comparable.SIMILAR),
        ("one_side", comparable.NONE),
    ):
        of_kind = subjects(asked[asked["compares"].eq(kind)])
        found.count(f"n_{name}", of_kind, f"subjects: {kind}")


def _countries(found: Numbers, frame: pd.DataFrame) -> None:
    survey = frame[frame["instrument"].eq(countries.SURVEY)]
    row_of = survey.set_index("places")["id"]
    share = {}
    for name, place in (
        ("cn", "China"),
        ("gb", "United Kingdom"),
        ("us", "United States"),
        ("de", "Germany"),
    ):
        share[name] = origins.per_cent(origins.cell(survey, row_of[place], "share_pct"))
        found.percent(f"accept_{name}", share[name], f"accept face recognition, {place}, 2019")
    total = origins.cell(tables.load("surveys"), "sv-four-country-2019", "n")
    found.count("n_four", total, "respondents in four countries, a floor")
    middle, largest = (origins.fixed(sorted(countries.EFFECTS)[at]) for at in (1, -1))
    found.decimal("effect_middle", middle, "design effect", digits=0)
    found.decimal("effect_largest", largest, "largest design effect", digits=0)
    china, germany = (
        origins.cell(survey, row_of[place], "share_pct") for place in ("China", "Germany")
    )
    gap = origins.per_cent(china - germany)
    found.percent("gap_cn_de", gap, "China less Germany, acceptance, percentage points")


def _voices(found: Numbers) -> None:
    frame = provenance.read_rows("public_voices")
    found.count("n_voices", frame, "statements of the public debate")
    critical = frame[frame["stance"].eq("critical")]
    found.count("n_voices_critical", critical, "of these critical")
    of_dna = frame[frame["topic"].map(tables.vocabulary("voice_topic")).eq("Sampling of DNA")]
    found.count("n_voices_dna", of_dna, "of these about police sampling")
    every = tables.load("public_voices")
    students = origins.cell(every, "vo-01", "reach")
    found.count("n_binzhou", students, "students sampled in Binzhou")
    uses = provenance.read_rows("private_uses")
    found.using("private_uses").count("n_private_uses", uses, "numbers on private use")
    for name, row, meaning in (
        ("date_binzhou", "vo-01", "when the sampling of students was reported"),
        ("date_xilinhot", "vo-13", "when the sampling of Xilinhot was reported"),
    ):
        found.date(name, origins.cell(every, row, "date"), meaning)
    proposals = origins.cell(every, "vo-08", "reach")
    found.count("n_proposals", proposals, "proposals on face recognition in 2021, a floor")
