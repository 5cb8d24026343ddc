"""What lists mean for bodies that belong to a listed one, by the rules that were read."""

from __future__ import annotations

from datetime import date, timedelta

from biometrics_china import observing, provenance
from biometrics_china.days import date_in_words
from biometrics_china.register.kin import listed_kin
from biometrics_china.register.words import Row, said


@observing.kept
def rules() -> dict[str, str]:
    """Return rule id → what it says, and its state up to the day up to which it was read."""
    return {str(r["id"]): _rule(r) for r in _rows()}


def rules_for(entity_id: str) -> list[str]:
    """Return the ids of the rules on lists that bodies above one are on; none runs up to an owner."""
    on = {name for name, (above, _) in listed_kin(entity_id).items() if above}
    return [str(r["id"]) for r in _rows() if on & set(r["lists"])]


@observing.kept
def _rows() -> tuple[Row, ...]:
    return tuple(provenance.read_rows("ownership_rules").to_dict("records"))


def _rule(row: Row) -> str:
    head = f"{said(row, 'name')} ({said(row, 'authority')}, {said(row, 'law')})"
    return f"{head}: {said(row, 'says')}. {_state(row)}"


def _state(row: Row) -> str:
    since, start, end = (said(row, n) for n in ("since", "suspended_from", "suspended_to"))
    parts = [f"In force since {date_in_words(since)}"] if since else []
    if start:
        looked = f"Take it as in force since {_day_after(end)} until you have looked"
        parts[:1] = [f"{looked}. {parts[0]}"]
        parts.append(
            f"suspended from {date_in_words(start)} to {date_in_words(end)}; "
            "what holds after that day was not read"
        )
    elif read_to := said(row, "read_to"):
        parts.append(f"read up to {date_in_words(read_to)}")
    else:
        parts.append("The day up to which this holds is not known")
    note = said(row, "note")
    return "; ".join(parts) + (f". {note.rstrip('.')}" if note else "")


def _day_after(day: str) -> str:
    return date_in_words((date.fromisoformat(day) + timedelta(days=1)).isoformat())
