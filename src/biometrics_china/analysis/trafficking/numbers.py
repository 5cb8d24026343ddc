"""The numbers that the chapter on trafficking prints."""

from __future__ import annotations

from biometrics_china.analysis.trafficking.numbers_alerts import add_alerts, add_share
from biometrics_china.analysis.trafficking.numbers_cases import (
    add_campaigns,
    add_cases,
    add_courts,
)
from biometrics_china.analysis.trafficking.numbers_dna import add_break, add_database, add_samples
from biometrics_china.analysis.trafficking.numbers_operation import add_apart, add_operation
from biometrics_china.analysis.trafficking.numbers_rules import add_rules
from biometrics_china.numbers import Numbers


def numbers() -> Numbers:
    """Return all numbers of the chapter on trafficking, in the order in which they are made."""
    found = Numbers("trafficking", ["reunion_counts"])
    counted = found.using("trafficking_counts")
    add_courts(counted)
    add_cases(counted)
    add_campaigns(found.using("trafficking_counts", "reunion_counts"))
    add_rules(found.using("sampling_rules"))
    add_database(found)
    add_break(found)
    add_samples(found)
    add_operation(found)
    add_apart(found)
    add_alerts(found)
    add_share(found)
    return found
