"""Predicates of several chapters hold today, and fail once the data speak against the words."""

from __future__ import annotations

from importlib import import_module

import pytest

from biometrics_china import tables

#: subject → predicate, table or function of the analysis, its row (None for all), column, and the
#: value that makes the words false. A row is an id, or a condition on the frame of a function
TURNS = {
    "cooperation": [
        ("the_grid_is_whole", "cooperation_cells", "cc-16", "activity", "research"),
        ("no_rule_forbids_a_whole_pair", "lights.cells", "id == 'cc-12'", "forbidden_by",
         "measures/me-022"),
        ("no_pair_is_go", "lights.judged", "index == 'cc-13'", "main", "go"),
        ("police_are_stop_whatever_is_done", "cooperation_cells", "cc-05", "is_checkable", True),
        ("data_handling_is_stop_with_every_partner", "cooperation_cells", "cc-10", "is_checkable",
         True),
        ("firms_join_in_two_activities", "cooperation_cells", "cc-11", "is_checkable", True),
        ("universities_keep_three_with_conditions", "cooperation_cells", "cc-03", "is_checkable",
         False),
        ("what_is_unrecorded_lies_with_public_buyers", "cooperation_cells", "cc-13", "partner",
         "firms"),
        ("the_rule_said_stop_first_in_each_case", "cooperation_cases", "ck-exchange", "ended",
         "2019-06"),
        ("looser_readings_move_one_pair_without_europe", "cooperation_cells", "cc-14", "activity",
         "research"),
        ("nothing_stops_if_all_is_checkable", "cooperation_cells", "cc-12", "forbidden_by",
         ("measures/me-022",)),
        ("the_study_stops_when_its_paper_appears", "cooperation_steps", "cs-04", "date",
         "2019-09-16"),
        ("the_exchange_stops_when_it_is_made_known", "cooperation_steps", "cs-18", "date",
         "2020-09"),
        ("each_addressee_has_a_recommendation", "recommendations", None, "addressee", "police"),
        ("one_ministry_stands_on_no_list", "cooperation_cases", "ck-exchange", "partner_id",
         "hikvision"),
    ],
    "europe_technology": [
        ("no_european_supply_has_an_amount", "technology_supplies", "ts-001", "amount", 5),
        ("resellers_sold_after_the_announcement", "technology_supplies", "ts-011", "date", "2018"),
        ("over_human_rights_each_other_lists_one_police_bureau", "listings", "li195", "ground",
         "surveillance"),
        ("no_union_list_holds_a_maker_of_the_field", "listings", "li054", "entity_type", "company"),
        ("canada_names_the_institute_for_research", "listings", "li195", "country", "JP"),
        ("union_lists_others_over_russia_and_hacking", "listings", "li178", "ground", "cyber"),
        ("institute_alone_left", "listings", "li089", "action", "renewed"),
        ("megvii_left_the_military_list_alone", "listings", "li097", "action", "renewed"),
        ("the_czech_office_only_warned", "listings", "li113", "action", "use_ban"),
        ("most_use_them_only_if_silence_means_nothing", "deployments", "dp-013", "value", 900),
        ("two_firms_are_recorded_in_most_countries", "deployments", None, "country", "EU"),
        ("most_records_of_faces_are_serbian", "deployments", None, "country", "IT"),
        ("no_european_record_is_a_tender", "technology_supplies", "ts-001", "kind", "tender"),
        ("each_number_is_for_a_body_or_a_group", "official_answers", "oa-01", "scope", "state"),
        ("each_number_is_for_a_body_or_a_group", "official_answers", "oa-07", "scope", "one_body"),
        ("no_answer_counts_a_state", "official_answers", "oa-04", "told", "number"),
        ("the_fine_is_the_sum_of_its_parts", "data_handling", "dh-03", "amount", 4.4e7),
        ("the_findings_stand_and_the_order_went_back", "data_handling", "dh-17", "state", "ended"),
        ("no_decision_names_biometrics", "data_handling", "dh-01", "biometrics", "named"),
        ("union_states_and_cities_paid", "public_purchases", None, "payer", "state"),
        ("long_stays_still_need_fingerprints", "data_handling", "dh-14", "state", "ended"),
    ],
    "europe_research": [
        ("every_partner_was_unlisted_at_the_start", "listings", "li011", "date", "2016-10-07"),
        ("work_with_firms_went_on", "listings", "li382", "date", "2021-10-07"),
        ("the_partners_are_those_of_the_cited_rows", "listings", "li021", "date", "2023-10-07"),
        ("most_links_concern_genetics", "research_links", None, "technology", "face"),
        ("a_few_marks_are_filled_the_others_bounds", "research_links", None, "qualifier", "more_than"),
        ("finland_and_britain_lead_whatever_was_taken_in_error", "surveillance_papers", "sp-12",
         "papers_china", 12),
        ("the_british_bounds_lie_above_the_french_and_german", "surveillance_papers", "sp-14",
         "papers_china", 60),
        ("only_the_two_reach_chinas_weight", "surveillance_papers", "sp-12", "papers_china", 20),
        ("britain_does_not_stand_out_among_joint_papers", "surveillance_papers", "sp-14",
         "papers_china", 300),
        ("china_is_first_partner_of_four", "surveillance_papers", "sp-08", "first_partner", "China"),
        ("withdrawn_sets_went_on_being_used", "training_set_uses", "tu-04", "used", 0),
        ("more_used_one_set_after_than_before", "training_set_uses", "tu-04", "used", 70),
        ("one_set_shows_people_in_europe", "training_sets", "set-04", "country", "DE"),
        ("one_grant_with_a_chinese_body_was_read", "research_links", "rl-053", "is_counted", False),
        ("the_two_have_most_of_the_papers", "surveillance_papers", "sp-14", "papers_china", 30),
    ],
    "europe_policing": [
        ("nothing_was_allowed_after_the_judgment", "surrender_decisions", "sd-19", "outcome", "allowed"),
        ("the_spanish_and_a_portuguese_case_have_several_decisions", "surrender_decisions", "sd-13",
         "outcome", "refused"),
        ("marks_lie_left_for_china_and_right_for_europe", "transfer_rules", None, "side", "eu"),
        ("the_leading_judgment_held_so", "surrender_decisions", "sd-14", "outcome", "allowed"),
        ("the_named_contribution_is_of_papers", "police_counts", "pc-020", "what", "Fingerprints"),
        ("rights_are_grounds_to_refuse_but_for_data", "transfer_rules", "tr-006", "side", "eu"),
        ("china_names_biometrics_in_one_request", "transfer_rules", "tr-013", "biometrics", "named"),
        ("italy_stopped_croatia_went_on_serbia_has_two", "police_counts", "pc-026", "as_of", "2023-05"),
        ("no_agreement_was_read_for_biometric_data", "police_links", "pl-002", "biometrics", "named"),
    ],
    "europe_measures": [
        ("sanctions_over_human_rights_cover_one_police_bureau", "listings", "li054", "entity_type",
         "company"),
        ("the_new_act_is_a_proposal", "measures", "me-104", "status", "in_force"),
        ("one_order_stopped_one_licence_of_a_university", "measures", "me-028", "family", "funding"),
        ("three_duties_of_firms_apply_later", "measures", "me-008", "applies", "2020"),
        ("research_security_is_guidance_beside_binding_rules_on_funding", "measures", "me-017",
         "is_binding", True),
        ("the_new_bans_do_not_concern_recognition", "measures", "me-105", "biometrics", "named"),
        ("most_bodies_stay_on_chinese_lists", "listings", None, "action", "delisted"),
        ("no_research_body_was_taken_off", "listings", "li2218", "entity",
         "Mercator Institute for China Studies (MERICS)"),
        ("most_bodies_stand_on_the_export_control_list", "listings", None, "list_name",
         "Chinese unreliable entity list"),
        ("research_bodies_came_in_2021_and_2026", "listings", "li2215", "entity_type", "association"),
        ("the_last_list_is_the_longest", "listings", "li2228", "date", "2026-07-25"),
        ("the_banks_left_when_the_union_gave_way", "listings", "li2225", "action", "renewed"),
        ("parliaments_left_and_scholars_stayed", "refusal_costs", "rc-03", "ended", "not_read"),
        ("a_university_met_pressure_and_a_firm_a_boycott", "refusal_costs", "rc-05", "act", "listing"),
        ("the_rules_of_2025_name_education_and_science", "counter_rules", "cr-08", "names_research",
         True),
        ("a_decision_is_final_and_can_be_lifted_on_request", "counter_rules", "cr-13", "topic",
         "listing"),
        ("the_sanctions_and_the_bans_fall_due_soonest", "lookups", "lk-08", "due", "2026-12-01"),
    ],
    "dna_databases": [
        ("a_reading_puts_china_above_the_others", "dna_database_sizes", "dn-030", "upper", 1e8),
        ("men_and_boys_are_stored_in_china_alone", "dna_entry_rules", None, "country", "USA"),
        ("men_and_boys_are_stored_in_china_alone", "dna_entry_rules", "de-02", "is_stored", "unclear"),
        ("relatives_are_stored_in_france_and_america_too", "dna_entry_rules", "de-10", "is_stored",
         "no"),
        ("america_came_down_and_rose_a_little", "dna_database_sizes", "dn-081t", "value", 2e6),
        ("america_came_down_and_rose_a_little", "dna_database_sizes", "dn-081t", "value", 1e6),
    ],
    "faces": [
        ("only_the_lowest_are_official", "camera_counts", "cc-07", "kind", "official_claim"),
        ("the_forecast_was_retold_after_its_maker_gave_less", "camera_counts", "cc-21", "said_on",
         "2019-01-01"),
        ("the_next_forecast_was_lower_for_a_later_year", "camera_counts", "cc-19", "value", 7e8),
        ("the_two_firms_disagree_on_who_has_more", "camera_counts", "cc-30", "value", 16.0),
        ("no_authority_gives_a_national_count", "collection_events", "ev-w026", "number_kind",
         "official_claim"),
        ("nearly_all_iris_numbers_are_capacities", "biometric_holdings", "bh-17", "number_kind",
         "estimate"),
        ("one_number_of_voices_was_found", "biometric_holdings", "bh-18", "modality", "voice"),
        ("every_step_is_taken_by_a_system_at_work", "joined_file_steps", "jf-30", "evidence",
         "tender"),
        ("the_platform_takes_more_steps_than_any_other", "joined_file_steps", "jf-33", "evidence",
         "tender"),
        ("most_steps_elsewhere_are_known_from_paper", "joined_file_steps", None, "evidence", "leak"),
        ("the_alarms_were_deleted_on_being_asked", "surveillance_positions", "sp-10", "answer",
         "denies"),
        ("the_province_was_retold_as_the_country", "biometric_holdings", "bh-03", "place", "Fujian"),
        ("the_ministry_gave_no_answer_on_the_file", "surveillance_positions", "sp-03", "answer",
         "denies"),
    ],
    "public_opinion": [
        ("china_is_highest_germany_lowest_the_two_overlap", "survey_answers", "sa-004", "share_pct", 60),
    ],
    "western_china": [
        ("the_counts_share_an_author", "works", "dirks-leibold-2020", "authors", "Leibold"),
        ("nothing_after_the_study_for_tibet_and_qinghai", "collection_events", "ev-w051", "end", "2023"),
        ("no_allegation_speaks_of_dna", "allegations", "al-05", "evidence", "DNA files"),
        ("the_south_is_covered_more_whatever_is_assumed", "populations", "po-c01", "persons", 4e6),
        ("no_population_fits_both_shares_of_qinghai", "published_estimates", "pe-02",
         "printed_high_pct", 24.6),
        ("count_corps_and_cities_all_matter", "coverage.ratio_choices", "estimate > 0", "estimate", 1.5),
    ],
    "target_populations": [
        ("awards_and_most_reports_have_a_price_and_no_tender", "procurement.by_stage",
         "stage == 'Tender'", "with_amount", 1),
        ("the_database_grew_as_far_as_totals_are_known", "dna_database_sizes", "dn-033", "value", 1),
    ],
    "trafficking": [
        ("two_police_series_have_two_years", "cases.yearly", "series.str.startswith('Concluded')",
         "series", "Registered by the police, women and children"),
        ("no_rule_speaks_of_erasure", "rules.rules", "index == 0", "limits", "deleted after a match"),
        ("no_rule_speaks_of_refusal_or_guardians", "rules.rules", "index == 0", "limits", "consent"),
        ("no_rule_speaks_of_other_use", "rules.rules", "index == 0", "limits", "separate database"),
        ("the_later_size_is_a_floor_below_the_earlier", "reunion_counts", "rc-127",
         "qualifier", "about"),
        ("no_stretch_before_was_as_fast", "reunions.between", "index == 1", "high", 1700),
        ("the_assumed_day_decides", "break_2021.choices", "low > 0", "low", 1.0),
        ("every_period_may_have_been_found_whole", "alerts.recovery", "index == 1", "cohort_high", 0.9),
        ("the_longest_apart_came_late", "operation.late", "index == 4", "late_share", 0.01),
        ("the_first_notice_has_unread_chapters_on_data", "sampling_rules", "sr-011", "note", "Read."),
    ],
    "police_powers": [
        ("no_reading_gives_an_independent_approval_or_supervisor", "readings.readings",
         "group == 'China, in force' and reading.str.startswith('General')", "independent_approval", 1),
        ("second_reader_counts_general_supervision", "second_codings", None, "value", "not_stated"),
        ("under_half_name_the_police_under_every_count", "bound.bound_choices",
         "measure == 'police' and side == 'China' and choice.str.startswith('One vote')", "share", 0.5),
    ],
    "methods": [
        ("collection_comes_first_under_either_coding", "either.either",
         "key == 'half_widens_state_power'", "second", 2021),
        ("most_restrictions_reach_the_state_under_either_coding", "either.either",
         "key == 'state'", "second", 30),
        ("approval_and_limits_in_time_are_lacking_under_either_coding", "either.either",
         "key == 'erasure'", "second", 1),
        ("the_test_tells_no_ranks_apart_under_either_coding", "either.either",
         "key == 'p'", "second", 0.04),
        ("outside_supervision_is_stated_under_the_second_alone", "either.either",
         "key == 'own'", "first", 1),
        ("carve_outs_are_commoner_in_china_under_the_first_alone", "either.either",
         "key == 'exemption_eu'", "resolved", 1),
        ("none_open_is_about_an_article_a_power_or_a_hit", "codings.disagreements",
         "row_id == 'pv010'", "value", None),
        ("restriction_leads_later_under_the_second", "either.either",
         "key == 'ahead'", "second", 2021),
    ],
    "regulation": [
        ("data_protection_asks_for_identification_and_the_act_does_not", "definitions", "df-04",
         "identifies", "required"),
        ("genetic_data_have_a_definition_of_their_own", "definitions", "df-02", "identifies",
         "required"),
        ("the_chinese_laws_name_and_do_not_define", "definitions", "df-05", "identifies", "required"),
        ("the_measures_define_recognition_as_identifying", "definitions", "df-08", "identifies",
         "not_asked"),
        ("the_first_reason_was_political", "rule_reasons", "rr-01", "reason", "Order."),
        ("the_requirements_of_2022_name_members_of_the_group", "standard_drafters", "sd155",
         "name_en", "Other"),
        ("the_press_took_the_last_day_of_comments_for_that_of_effect", "instrument_events", "ev424",
         "date", "2023-09-08"),
        ("the_draft_on_cybercrime_is_pending", "instruments", "cn-cybercrime-draft-2026", "status",
         "in_force"),
        ("the_second_court_added_the_fingerprints", "courts.case_steps", "event == 'first_instance'",
         "outcome", "fingerprints too"),
        ("listed_drafters_are_mostly_firms_with_universities_and_institutes", "standards.seats",
         "body_type == 'university'", "body_type", "firm"),
    ],
    "partner_register": [
        ("weak_names_are_tied_to_no_body", "matching_labels", None, "variation", "partial"),
        ("most_listed_lack_a_chinese_name", "entities", None, "name_zh", "名"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("subject", "predicate", "table", "row", "column", "value"),
    [(subject, *turn) for subject, turns in TURNS.items() for turn in turns],
)
def test_words_fall_with_the_data(monkeypatch, subject, predicate, table, row, column, value):
    holds = import_module(f"biometrics_china.analysis.{subject}.holds")
    words = getattr(holds, predicate)
    assert words()
    module, _, function = table.rpartition(".")
    owner = getattr(holds, module) if module else tables
    real = getattr(owner, function if module else "load")

    def changed(*asked: str):
        frame = real(*asked)
        if not module and asked != (table,):
            return frame
        here = frame.eval(row) if module else frame["id"].eq(row) if row else frame["id"].notna()
        assert here.any()
        return frame.assign(**{column: frame[column].mask(here, value)})

    monkeypatch.setattr(owner, function if module else "load", changed)
    assert not words()
