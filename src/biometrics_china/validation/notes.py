"""What is right in the data and yet enters nothing: said to whoever checks them, and no error."""

from __future__ import annotations

from collections.abc import Iterator

from biometrics_china.validation.model import Checked, Problem, was_read

EVENTS = "instrument_events"


def notes(checked: Checked) -> Iterator[Problem]:
    """Yield the instruments that were read, and of which no dated event that is used was read."""
    if not {"instruments", EVENTS} <= checked.sheets.keys():
        return
    events = [row for row in checked.sheets[EVENTS].rows if was_read(row)]
    dated = {row["instrument_id"] for row in events if row["date"] and row["is_used"] == "true"}
    sheet = checked.sheets["instruments"]
    for number, row in enumerate(sheet.rows):
        if was_read(row) and row["id"] not in dated:
            text = (
                "a note, no problem: no dated event of it was read, so no count or drawing has it"
            )
            yield sheet.problem(number, "", text)
