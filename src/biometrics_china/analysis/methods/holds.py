"""What must hold in the data for the words of the page on methods to be true."""

from __future__ import annotations

from biometrics_china import provenance, tables


def most_chinese_texts_were_read_in_copies() -> bool:
    """Return whether most of the Chinese instruments that were read stand on a copy or a relay."""
    is_relay = tables.load("sources").set_index("id")["is_relay"]
    read = provenance.read_rows("instruments")
    chinese = read.loc[read["jurisdiction"].eq("CN"), "source_id"]
    return bool(chinese.map(is_relay).mean() > 0.5)
