"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from biometrics_china import countries, provenance
from biometrics_china.analysis.europe_policing import channels, decisions, links, rules, treaties
from biometrics_china.analysis.europe_technology import lists

#: Chinese laws on cooperation with foreign authorities
_COOPERATION = (
    "International Criminal Judicial Assistance Law",
    "Extradition Law",
    "Counter-terrorism Law",
)


def no_agreement_was_read_for_biometric_data() -> bool:
    """Return whether no agreement is known to name biometric data, and each unread one could."""
    low, high, total = links.named_bounds(provenance.read_rows("police_links"), "biometrics")
    return low == 0 and high == total


def biometrics_are_named_in_three_kinds_and_no_agreement() -> bool:
    """Return whether records that name biometrics are of forensic science, experts, identification."""
    frame = provenance.by_id("police_links")
    kinds = set(frame.loc[frame["biometrics"].eq("named"), "kind"])
    return kinds == {"forensic", "expert_group", "identification"}


def the_institute_is_on_no_american_list() -> bool:
    """Return whether the institute stands on no American list after all acts that were read."""
    return not lists.lists_of(lists.acts())["US", "mps-ifs"]


def the_institute_was_listed_later_and_taken_off() -> bool:
    """Return whether the institute was listed after Interpol's handbook and is on no list now.

    The lists are American ones; the handbook, on the exchange of DNA data, names the institute.
    """
    first = str(provenance.by_id("listings")["date"]["li012"])
    handbook = str(provenance.by_id("police_links")["start"]["pl-035"])
    return first > handbook and the_institute_is_on_no_american_list()


def italy_stopped_croatia_went_on_serbia_has_two() -> bool:
    """Return whether Italy's last round is before 2020, Croatia's after 2022, and Serbia had two.

    Croatia has no round in the years between, 2020 and 2021.
    """
    frame = links.patrols(provenance.read_rows("police_counts"))
    when = frame.set_index("place")["when"]
    gap = when["HR"].between(2020, 2022).any()
    return bool(
        when["IT"].max() < 2020 and when["HR"].max() > 2022 and not gap and len(when["RS"]) == 2
    )


def no_round_had_more_than_ten_officers() -> bool:
    """Return whether at most ten Chinese officers were counted in each round of joint patrols."""
    return bool(links.patrols(provenance.read_rows("police_counts"))["officers"].max() <= 10)


def dated_counts_of_dna_profiles_rise() -> bool:
    """Return whether each dated count of DNA profiles at Interpol is above the one before it."""
    frame = provenance.read_rows("police_counts")
    is_drawn = frame["series"].eq("interpol_dna") & frame["measure"].eq("profiles")
    dated = frame[is_drawn & frame["as_of"].notna()].sort_values("as_of", kind="stable")
    return len(dated) > 1 and bool(dated["value"].diff().iloc[1:].gt(0).all())


def the_named_contribution_is_of_papers() -> bool:
    """Return whether red notices and identity papers are all that counts of China at Interpol name."""
    frame = provenance.by_id("police_counts")
    own = frame[frame["series"].eq("interpol_china")].set_index("measure")["what"]
    return bool(
        own.index.tolist() == ["notices", "records"]
        and own["notices"].startswith("Red notices")
        and "identity papers" in own["records"]
    )


def marks_lie_left_for_china_and_right_for_europe() -> bool:
    """Return whether Chinese provisions ask more often for approval or review, those of the Union less.

    Set against approval and review are a legal basis, rights of persons and oversight.
    """
    frame = rules.by_side(provenance.read_rows("transfer_rules")).set_index("side")
    left = ["central_approval", "local_approval", "origin_approval", "security_review"]
    right = ["legal_basis", "person_rights", "oversight"]
    china, union = frame.loc["China"], frame.loc["European Union"]
    return bool(china[left].sum() > china[right].sum() and union[right].sum() > union[left].sum())


def rights_are_grounds_to_refuse_but_for_data() -> bool:
    """Return whether of the Chinese provisions with rights of persons only tr-006 is no refusal."""
    frame = provenance.by_id("transfer_rules").query("side == 'china'")
    asked = {key: set(demands or ()) for key, demands in frame["demands"].items()}
    regard = [key for key, demands in asked.items() if "person_rights" in demands]
    others = [key for key in regard if "refusal_ground" not in asked[key]]
    return others == ["tr-006"] and len(regard) > 1


def china_names_biometrics_in_one_request() -> bool:
    """Return whether the cited provision alone, of Chinese laws on cooperation, names biometrics."""
    frame = provenance.by_id("transfer_rules")
    named = frame["instrument"].isin(_COOPERATION) & frame["biometrics"].eq("named")
    return frame.index[named].tolist() == ["tr-010"]


def under_half_of_the_members_by_every_count() -> bool:
    """Return whether by every way of counting under half of the members have an extradition treaty.

    The highest way counts one that is initialled, and gives members all treaties of the Chinese count
    that are not known by name.
    """
    stated = channels.value_of(provenance.read_rows("police_counts"), treaties.STATED)
    found = treaties.readings(treaties.used(provenance.read_rows("police_treaties")), stated)
    return bool(found["members"].max() < len(countries.MEMBERS) / 2)


def nothing_was_allowed_after_the_judgment() -> bool:
    """Return whether there are dated decisions after Liu v. Poland and none allowed surrender."""
    table = decisions.before_and_after(provenance.read_rows("surrender_decisions"))
    after = table.set_index("period").loc["after"]
    return bool(after["allowed"] == 0 and after["refused"] + after["annulled"] > 0)


def the_spanish_and_a_portuguese_case_have_several_decisions() -> bool:
    """Return whether one Spanish operation and one Portuguese case have several decisions that allowed.

    They are the cited ones. In the Czech case an allowing decision was followed by one that annulled.
    """
    frame = provenance.by_id("surrender_decisions")
    allowed = frame[frame["outcome"].eq("allowed")].groupby("case_group").groups
    czech = frame[frame["case_group"].eq("cz-2299")].sort_values("date", kind="stable")["outcome"]
    return bool(
        list(allowed["es-fraud"]) == ["sd-01", "sd-02", "sd-04"]
        and list(allowed["pt-127"]) == ["sd-12", "sd-13"]
        and czech.tolist() == ["allowed", "annulled"]
    )


def the_leading_judgment_held_so() -> bool:
    """Return whether the record of Liu v. Poland has a refusal on the grounds that the words give.

    They are ill-treatment, in its note as a general situation of violence for which no personal
    reason for fear need be shown, and assurances read as insufficient. Decisions are split there.
    """
    row = provenance.by_id("surrender_decisions").loc[decisions.TURN]
    return bool(
        "Liu v. Poland" in row["case_number"]
        and row["outcome"] == "refused"
        and {"ill_treatment", "assurances"} <= set(row["grounds"])
        and row["assurances"] == "insufficient"
        and "general situation of violence" in row["note"]
        and "no personal reason for fear need be shown" in row["note"]
    )


def no_person_is_named_but_in_the_official_title() -> bool:
    """Return whether only the case of the European Court of Human Rights has a title with a name."""
    frame = provenance.by_id("surrender_decisions")
    titled = frame["case_number"].fillna("").str.contains(" v. ", regex=False)
    return bool(titled.eq(frame["court"].eq("European Court of Human Rights")).all())


def courts_disagreed_on_assurances() -> bool:
    """Return whether the cited Portuguese court accepted assurances and the two others did not."""
    reading = provenance.by_id("surrender_decisions").loc[["sd-13", "sd-09", "sd-16"], "assurances"]
    return reading.tolist() == ["accepted", "insufficient", "insufficient"]
