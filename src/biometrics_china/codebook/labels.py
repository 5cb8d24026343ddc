"""Names of fields as readers say them: ``is_binding`` is “Binding”, ``share_pct`` “Share”."""

from __future__ import annotations

import re
from functools import cache

#: fields whose name says too little, or is said otherwise
_SAID = {
    "also": "Also called",
    "alt_start_event_id": "Other possible start",
    "applies": "Applies from",
    "censored_on": "Still open on",
    "change_pct": "Change, per cent",
    "checkable_reason": "Why it can be checked or not",
    "construct": "Subject of the question",
    "date_is": "What the date is",
    "date_kind": "What the date is",
    "denominator": "Out of",
    "denominator_basis": "Out of what",
    "doi": "DOI",
    "draft_value": "In the draft",
    "drafters_stated": "Drafters as stated",
    "end_event_id": "Event that ends it",
    "entity_ids": "Bodies",
    "expected_ids": "Bodies expected",
    "final_value": "In the final text",
    "high_pct": "Upper end of the interval",
    "in_force": "In force from",
    "instrument_id": "Instrument in the table of texts",
    "is_binding_private": "Binds private handlers",
    "is_binding_state": "Binds state organs",
    "is_biometric_core": "Biometrics are its core",
    "is_derived": "Computed by us",
    "is_front_page": "On the front page",
    "is_highest": "Court of last instance",
    "is_repeat": "Repeats another row",
    "left_out_why": "Why left out",
    "locator": "Place in the source",
    "low_pct": "Lower end of the interval",
    "lower": "Lower end",
    "manifest_sha256": "SHA-256 of the manifest",
    "modalities": "Traits",
    "modality": "Trait",
    "n": "Number of respondents",
    "n_kind": "What the number of respondents is",
    "name_pinyin": "Name in pinyin",
    "notice_doi": "DOI of the notice",
    "opens_to_other_law": "Yields to other law",
    "papers_abroad": "Papers with other countries",
    "papers_china": "Papers with China",
    "qualifier": "How exact",
    "read_to": "Read up to",
    "row_id_a": "First row",
    "row_id_b": "Second row",
    "said_on": "Said on",
    "source_ids": "Sources",
    "standing": "How it stands to the work",
    "start_event_id": "Event that starts it",
    "state_on": "State read on",
    "term": "Term of office",
    "tier": "Kind of source",
    "title_is_ours": "The title is ours",
    "to": "To whom",
    "upper": "Upper end",
    "url": "Address",
    "url_precision": "How exact the address is",
    "value_a": "First value",
    "value_b": "Second value",
    "value_persons": "Persons",
    "verification": "How it was read",
    "written_in": "Written in",
}
#: beginnings and endings that say the form of a cell, which the cell itself shows
_FORM = re.compile(r"^(is|n)_|_(ids?|pct|persons|eur)$")
#: ending → what stands before the name in its place
_LANGUAGES = {"_en": "English", "_zh": "Chinese"}
_CAPITALS = {"china": "China", "chinese": "Chinese", "european": "European", "police": "police"}


@cache
def label(field: str) -> str:
    """Return the name of a field as a reader says it.

    >>> label("is_binding"), label("name_zh"), label("source_id"), label("share_pct")
    ('Binding', 'Chinese name', 'Source', 'Share')
    """
    if field in _SAID:
        return _SAID[field]
    language = next((ending for ending in _LANGUAGES if field.endswith(ending)), "")
    plain = field.removesuffix(language)
    words = _FORM.sub("", plain).replace("_", " ")
    words = " ".join(_CAPITALS.get(word, word) for word in words.split())
    words = f"{_LANGUAGES[language]} {words}" if language else words
    return words[0].upper() + words[1:]
