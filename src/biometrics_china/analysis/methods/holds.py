"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from biometrics_china import provenance, tables


def most_chinese_texts_were_read_in_copies() -> bool:
    """Return whether most chinese texts were read in copies."""
    is_relay = tables.load("sources").set_index("id")["is_relay"]
    read = provenance.read_rows("instruments")
    return read.loc[read["jurisdiction"].eq("CN"), "source_id"].map(is_relay).mean() > 0.5
