"""What readers call a row: the field that names it, or the fields that tell it from its neighbours."""

from __future__ import annotations

from functools import cache

from biometrics_china import tables
from biometrics_china.codebook import Field
from biometrics_china.publishing.rows import words
from biometrics_china.validation.model import Row

#: fields by which a row is known to readers, the plainest first
NAMES = (
    "title", "title_en", "name", "name_en", "name_zh", "label", "subject", "what", "question", "entity",
    "statement", "says", "said", "body", "place", "question_text", "group", "number", "article",
    "term",
)  # fmt: skip
#: table → the fields that tell its rows apart, where no field names them or it says too little
APART = {
    "allegations": ("who", "date"),
    "camera_counts": ("country", "metric", "as_of"),
    "cases": ("case_name", "event"),
    "census": ("instrument_title", "article"),
    "classifier_scores": ("classifier", "score"),
    "collection_events": ("place", "group"),
    "consultations": ("instrument_id", "stage"),
    "cooperation_cells": ("partner", "activity"),
    "corpora": ("collection",),
    "corrections": ("row_id", "field"),
    "definitions": ("instrument_id", "article"),
    "deployments": ("place", "system", "date"),
    "dna_database_sizes": ("country_name", "metric", "as_of"),
    "dna_entry_rules": ("country", "group_kind"),
    "event_places": ("event_id", "prefecture_id"),
    "gaps": ("subject", "missing"),
    "harm_codings": ("cell", "row"),
    "industry_acts": ("actor", "act"),
    "industry_figures": ("subject", "measure", "end"),
    "instrument_events": ("instrument_id", "event"),
    "kin": ("part_id", "whole_id"),
    "left_out": ("list_id", "kind"),
    "licences": ("year",),
    "matching_labels": ("query",),
    "national_safeguards": ("power_id", "safeguard"),
    "notices": ("list_id", "citations"),
    "passages": ("instrument_id",),
    "planted_errors": ("kind",),
    "police_treaties": ("country", "partner", "kind"),
    "populations": ("place", "group", "year"),
    "printed_forms": ("row_id", "field"),
    "procurement": ("buyer", "item"),
    "provisions": ("instrument_id", "article"),
    "recommendations": ("recommendation",),
    "refusal_costs": ("target", "date"),
    "registry_sizes": ("register", "as_of"),
    "reproducibility_studies": ("study",),
    "resolutions": ("row_id", "field"),
    "retractions": ("label", "journal"),
    "reunion_counts": ("series", "measure", "as_of"),
    "rule_reasons": ("instrument_id", "said_by"),
    "safeguards": ("power_id", "safeguard"),
    "sampling_rules": ("group", "instrument"),
    "search_queries": ("query",),
    "second_codings": ("row_id", "field"),
    "supplier_actions": ("actor", "action"),
    "surrender_decisions": ("country", "court", "date"),
    "synonyms": ("words",),
    "target_categories": ("category",),
    "technology_events": ("actor", "capability"),
    "technology_supplies": ("product", "place"),
    "text_changes": ("instrument_id", "element"),
    "tombstones": ("retired",),
    "trafficking_assessments": ("report_year", "assessment"),
    "trafficking_counts": ("series", "victim_group", "start"),
    "transfer_rules": ("instrument", "article"),
    "verifications": ("version", "date"),
    "walk_steps": ("walk", "position"),
    "written_names": ("query",),
}
#: fields that may say no more than the name of their row
NAMING = frozenset((*NAMES, *(fields[0] for fields in APART.values() if len(fields) == 1)))


@cache
def _fields(table: str) -> dict[str, Field]:
    return {field.name: field for field in tables.package().table(table).fields}


@cache
def _rows(table: str) -> dict[str, Row]:
    return {row["id"]: row for row in tables.cells(table)[table].rows}


def name(table: str, row: Row) -> str:
    """Return what readers call a row of a table, or its id if nothing names it."""
    if table in APART:
        parts = (_said(_fields(table)[field], row[field]) for field in APART[table])
        return ", ".join(filter(None, parts)) or row["id"]
    return next((row[field] for field in NAMES if row.get(field)), row["id"])


def _said(field: Field, cell: str) -> str:
    """Return a cell in words; a key by what the row that it leads to is called."""
    other, _, key = field.refers_to.partition(".")
    if key == "id" and cell in _rows(other):
        return name(other, _rows(other)[cell])
    if field.name == "article" and cell[:1].isdigit():
        return f"art. {cell}"
    items = field.items(cell) if field.type == "list" else [cell]
    return "; ".join(words.word(field, item) for item in items if item)
