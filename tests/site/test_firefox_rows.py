"""Numbers and rows in Firefox, from the folder: popover, table, order, file, by key, mouse and touch."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest
from firefox import ENTER, Firefox

from biometrics_china.publishing.rows import places

OPEN = "document.querySelector('.number-entry:popover-open')"
ESCAPE = "\ue00c"


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    window = Firefox()
    yield window
    window.close()


def acted(firefox: Firefox, css: str, kind: str) -> None:
    """Press on the middle of an element with the mouse or a finger."""
    middle = {"type": "pointerMove", "duration": 0, "x": 0, "y": 0}
    element = {"element-6066-11e4-a52e-4f735466cecf": firefox.find(css)}
    steps = [middle | {"origin": element}, {"type": "pointerDown", "button": 0}]
    pointer = {
        "type": "pointer",
        "id": kind,
        "parameters": {"pointerType": kind},
        "actions": [*steps, {"type": "pointerUp", "button": 0}],
    }
    firefox.run("arguments[0].scrollIntoView({block: 'center'})", element)
    firefox.ask("WebDriver:PerformActions", {"actions": [pointer]})


@pytest.mark.parametrize("by", ["key", "mouse", "touch"])
def test_a_number_opens_its_entry_in_place_and_closes(firefox, site, by):
    firefox.open(f"{site.resolve().as_uri()}/chapters/dna_databases.html")
    number = "main p a.num"
    if by == "key":
        firefox.type(number, ENTER)
    else:
        acted(firefox, number, by)
    firefox.wait(OPEN)
    text = firefox.text(".number-entry")
    assert firefox.text(number) in text
    assert "Made of" in text
    row = firefox.run(f"return {OPEN}.querySelector('a[href*=\"/data/\"]').href")
    assert row.startswith("file:")
    if by == "key":
        firefox.type(".number-entry", ESCAPE)
    else:
        acted(firefox, ".number-entry .tool", by)
    firefox.wait(f"!{OPEN}")
    assert firefox.run(f"return document.activeElement === document.querySelector('{number}')")


def test_two_clicks_lead_from_a_number_to_its_row(firefox, site):
    firefox.open(f"{site.resolve().as_uri()}/chapters/dna_databases.html")
    acted(firefox, "main p a.num", "mouse")
    firefox.wait(OPEN)
    acted(firefox, ".number-entry a[href*='/data/']", "mouse")
    firefox.wait("location.pathname.includes('/data/')")
    assert firefox.run("return document.querySelector(':target').className") == "record"


def test_the_whole_table_is_narrowed_ordered_and_taken_away(firefox, site):
    firefox.open(f"{site.resolve().as_uri()}/data/listings.html")
    acted(firefox, "#row-whole", "touch")
    firefox.wait("document.querySelectorAll('.row-sheet tbody tr').length === 100")
    firefox.type("#row-words", "hikvision")
    firefox.wait("document.querySelectorAll('.row-sheet tbody tr').length < 100")
    firefox.type(".row-sheet thead th:nth-child(2) button", ENTER)
    assert firefox.run("return document.querySelector('th[aria-sort]').ariaSort") == "ascending"
    shown = firefox.run("return document.querySelectorAll('.row-sheet tbody tr').length")
    acted(firefox, ".row-tools button:nth-of-type(2)", "mouse")
    with firefox.taken(".csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == shown
    assert {row["Id"] for row in rows} <= {row["id"] for row in places.sheet("listings").rows}


@pytest.mark.parametrize("by", ["mouse", "touch"])
def test_a_record_is_reported_in_one_step(firefox, site, by):
    firefox.open(f"{site.resolve().as_uri()}/data/measures.html")
    acted(firefox, "#me-001 .row-acts button:last-child", by)
    firefox.wait("document.querySelector('#me-001 .row-said')")
    assert "measures/me-001" in firefox.text("#me-001 .row-said")
