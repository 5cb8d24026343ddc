"""The register in Firefox: typed names, many at once, files, print and keyboard, in one session."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Iterator

import pytest
from firefox import ENTER, Firefox
from serving import serve
from workbooks import PARTNERS

from biometrics_china.publishing.register_data import index

PAGE = "chapters/partner_register.html"
ANSWERED = "!document.querySelector('.filing').hidden"
AXE = """;
return axe.run(arguments[0], {resultTypes: ['violations']}).then((found) => found.violations.flatMap(
    (rule) => rule.nodes.map((node) => rule.id + ' ' + node.html.slice(0, 160))));
"""


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    window = Firefox()
    yield window
    window.close()


@pytest.fixture(scope="module")
def strict(site) -> Iterator[str]:
    yield from serve(site, {"Content-Security-Policy": "default-src 'self'"})


def away(firefox, base):
    """Return what the page asked for from elsewhere."""
    asked = firefox.run("return performance.getEntriesByType('resource').map((e) => e.name)")
    assert asked
    return [address for address in asked if not address.startswith((base, "blob:"))]


def test_a_typed_name_is_answered_filed_and_printed(firefox, site, axe_source):
    base = f"{site.resolve().as_uri()}/"
    firefox.open(base + PAGE)
    firefox.type("#screened", "海康威视" + ENTER)
    firefox.wait(ANSWERED)
    assert "is one body of the register. It is on" in firefox.text(".screening-status")
    assert firefox.run("return location.href").startswith(f"{base}{PAGE}#name=%E6%B5%B7")
    first = "document.querySelector('.screening-results > li')"
    held = firefox.run(
        f"return {first}.querySelectorAll('.records > li:not(.printed-only)').length"
    )
    assert held == len(index().records["hikvision"])
    firefox.type("#filing-remark", "Partner of project 12")
    assert firefox.run(f"{axe_source}{AXE}", ".filing") == []
    path = firefox.folder / "print.pdf"
    path.write_bytes(firefox.printed())
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert any(f"Pages:           {n}\n" in told for n in (1, 2))
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    assert "Partner of project 12" in text.stdout
    assert "Search the book" not in text.stdout
    firefox.type(".filing-buttons button:nth-of-type(2)", ENTER)
    whole = json.loads(firefox.taken(".json").read_text(encoding="utf-8"))
    assert (whole["typed"], whole["remark"]) == ("海康威视", "Partner of project 12")


def test_a_workbook_is_answered_where_nothing_may_come_from_elsewhere(firefox, strict, axe_source):
    firefox.open(strict + PAGE)
    firefox.type(".batch summary", ENTER)
    path = firefox.folder / "names.xlsx"
    path.write_bytes(PARTNERS)
    firefox.type("#batch-names", "ETH Zurich")
    firefox.type("#batch-file", str(path))
    firefox.wait("document.querySelector('.batch-status').textContent.includes('3 rows')")
    firefox.type(".batch button[type=submit]", ENTER)
    firefox.wait("document.querySelectorAll('.batch-results tbody tr').length === 3")
    assert firefox.text(".batch-status") == "3 names compared: 2 name one body, none to compare."
    assert firefox.run(f"{axe_source}{AXE}", ".batch") == []
    firefox.type(".batch-results button", ENTER)
    with firefox.taken(".csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["name"] for row in csv.DictReader(file)} == {
            "ETH Zurich",
            "Hikvision",
            "清华大学",
        }
    assert away(firefox, strict) == []


def test_a_name_in_the_address_is_answered(firefox, strict):
    firefox.open(f"{strict}{PAGE}?name=Dahua+Technology")
    firefox.wait(ANSWERED)
    assert firefox.run("return location.href") == f"{strict}{PAGE}#name=Dahua%20Technology"
    assert away(firefox, strict) == []
