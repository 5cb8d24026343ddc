"""What must hold in the data for the words on projects with money of the Union to be true."""

from __future__ import annotations

from biometrics_china import provenance

__all__ = ["no_chinese_body_is_known_in_identity", "no_project_with_china_is_on_recognition"]


def no_project_with_china_is_on_recognition() -> bool:
    """Return whether of the projects counted with a body in China none is on recognising people."""
    rows = provenance.by_id("research_links")
    whole, part = rows["value"]["rl-056"], rows.loc["rl-057"]
    return bool(part["value"] == 0 and part["denominator"] == whole)


def no_chinese_body_is_known_in_identity() -> bool:
    """Return whether the record of the exchange of staff names no Chinese body and is not counted."""
    row = provenance.by_id("research_links").loc["rl-055"]
    return not row["chinese_bodies"] and not row["is_counted"]
