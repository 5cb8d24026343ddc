"""The numbers that the chapter on public opinion prints."""

from __future__ import annotations

import pandas as pd

from biometrics_china import multiverse, tables
from biometrics_china.analysis.public_opinion import (
    answers,
    comparable,
    countries,
    heterogeneity,
    users,
    voices,
    waves,
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
    _asked(found, comparable.asked(frame))
    _countries(found, frame)
    _users(found, frame)
    _waves(found, frame)
    _voices(found.using("public_voices"))
    return found


def _shares(found: Numbers, frame: pd.DataFrame) -> None:
    share = frame.set_index("id")["share"]
    for name, (row, meaning) in _SHARES.items():
        found.percent(name, share[row], f"share, in per cent: {meaning}")


def _surveys(found: Numbers) -> None:
    named = answers.with_instrument(tables.load("surveys"))
    once = named.drop_duplicates("instrument")
    chinese = named[named["country"].eq("CN")]
    found.count("n_questionnaires", len(once), "questionnaires found")
    found.count("n_questionnaires_cn", len(chinese), "of these put in China")
    found.count("n_opt_in_cn", chinese["sampling"].eq("opt_in").sum(), "of these open to all")
    found.count(
        "n_probability_cn",
        chinese["sampling"].eq("probability").sum(),
        "of these with a sample drawn at random",
    )
    found.count(
        "n_vendor",
        once["payer_kind"].eq("vendor").sum(),
        "questionnaires paid for by a firm or fair",
    )
    found.count("n_nandu_2019", named.set_index("id")["n"]["sv-nandu-2019"], "respondents, 2019")
    police = named.set_index("id")["n"]["sv-frt-police-2023"]
    found.count("n_police_respondents", police, "valid answers of the study of 2023 on the police")
    found.count("n_nandu_2021", named.set_index("id")["n"]["sv-nandu-2021"], "respondents, 2021")


def _asked(found: Numbers, asked: pd.DataFrame) -> None:
    found.count("n_subjects", len(asked), "subjects of questions")
    police = asked.set_index("construct").loc["police_use", "China"]
    found.count("n_police_cn", police, "Chinese questionnaires that ask about use by the police")
    for name, kind in (
        ("same", comparable.SAME),
        ("similar", comparable.SIMILAR),
        ("one_side", comparable.NONE),
    ):
        found.count(f"n_{name}", asked["compares"].eq(kind).sum(), f"subjects: {kind}")


def _countries(found: Numbers, frame: pd.DataFrame) -> None:
    rows = countries.acceptance(frame)
    share = rows.drop_duplicates("place").set_index("place")["share"]
    for name, place in (
        ("cn", "China"),
        ("gb", "United Kingdom"),
        ("us", "United States"),
        ("de", "Germany"),
    ):
        found.percent(f"accept_{name}", share[place], f"accept face recognition, {place}, 2019")
    total = tables.load("surveys").set_index("id")["n"]["sv-four-country-2019"]
    found.count("n_four", total, "respondents in four countries, a floor")
    found.decimal("effect_middle", sorted(countries.EFFECTS)[1], "design effect", digits=0)
    found.decimal("effect_largest", max(countries.EFFECTS), "largest design effect", digits=0)
    gap = share["China"] - share["Germany"]
    found.percent("gap_cn_de", gap, "China less Germany, acceptance, percentage points")


def _users(found: Numbers, frame: pd.DataFrame) -> None:
    state = users.state_use(frame)
    spread = heterogeneity.of(state)
    found.count("n_state", len(state), "answers on use by police or government")
    found.count("n_state_sized", spread.n, "of these with a number of respondents")
    surveys = state.loc[state["n"].notna(), "survey_id"].nunique()
    found.count("n_state_surveys", surveys, "surveys that those answers come from")
    shares = state["share"]
    found.percent("state_lowest", shares.min(), "lowest share that accepts state use")
    found.percent("state_highest", shares.max(), "highest share that accepts state use")
    china = state.loc[state["region"].eq(answers.CHINA), "share"]
    found.percent("state_cn_lowest", china.min(), "lowest Chinese one")
    found.percent("state_cn_highest", china.max(), "highest Chinese one")
    found.percent("next_low", spread.low, "lower end of the prediction interval", bound="low")
    found.percent("next_high", spread.high, "upper end of the prediction interval", bound="high")
    pairs = users.pairs(frame)
    found.count("n_pairs", pairs["pair"].nunique(), "pairs of a public user and a firm")
    found.count("n_pair_surveys", pairs["survey"].nunique(), "surveys the pairs come from")
    found.percent("gap_least", pairs["gap"].min(), "smallest gap of a pair, percentage points")
    found.percent("gap_most", pairs["gap"].max(), "largest gap of a pair, percentage points")


def _waves(found: Numbers, frame: pd.DataFrame) -> None:
    changes = waves.changes(frame)
    abuse = changes[changes["item"].eq(waves.ABUSE.item)].sort_values("effect", kind="stable")
    loss = changes[changes["item"].eq(waves.LOSS.item)]
    found.percent("fall", -abuse["difference"].iloc[0], "fall in abuse concern, points")
    found.percent("fall_low", -abuse["high"].iloc[-1], "least fall, largest design effect, points")
    found.percent("fall_high", -abuse["low"].iloc[-1], "largest fall at that effect, points")
    found.percent("fall_loss", -loss["difference"].iloc[0], "fall in losses reported, points")
    grid = waves.choices(frame)
    spread = multiverse.spread(grid)
    found.count("n_choices", len(grid), "readings of the fall")
    found.count("choice_below", spread["below"], "readings with a smaller fall than the main one")
    for end, bound in (("lowest", "low"), ("highest", "high")):
        meaning = f"{end} fall over the readings, points"
        found.percent(f"choice_{end}", spread[end], meaning, digits=1, bound=bound)
    found.count("n_china_answers", len(countries.chinese_answers(frame)), "answers drawn for China")


def _voices(found: Numbers) -> None:
    frame = voices.voices()
    found.count("n_voices", len(frame), "statements of the public debate")
    found.count("n_voices_critical", frame["stance"].eq("Critical").sum(), "of these critical")
    found.count(
        "n_voices_dna", frame["topic"].eq("Sampling of DNA").sum(), "of these about police sampling"
    )
    reach = tables.load("public_voices").set_index("id")["reach"]
    found.count("n_binzhou", reach["vo-01"], "students sampled in Binzhou")
    date = tables.load("public_voices").set_index("id")["date"]
    found.date("date_binzhou", date["vo-01"], "when the sampling of students was reported")
    found.date("date_xilinhot", date["vo-13"], "when the sampling of Xilinhot was reported")
    found.count("n_proposals", reach["vo-08"], "proposals on face recognition in 2021, a floor")
