"""Small built sites with a manifest, to plant differences in."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from biometrics_china.versions import manifest, snapshot

FILES = {
    "index.html": "<p>Start</p>\n",
    "chapters/index.html": "<p>Front</p>\n",
    "chapters/regulation.html": "<p>There are\n40 rules.</p>\n",
    "chapters/reference/numbers.html": "<p>40</p>\n",
    "exhibits/fig-regulation-timeline.svg": "<svg/>\n",
    "exhibits/fig-regulation-timeline.csv": "year\n2009\n",
    "exhibits/tab-regulation-local.csv": "id\nx\n",
    "data/regulation/instruments.csv": "id,title,date\ncn-a,A,2009\ncn-b,B,2015\n",
    "data/datapackage.json": "{}\n",
}
DATES = {"2026.12.0": "2026-12-15"}
NUMBERS = {
    "regulation.n_rules": {"value": 40, "text": "40", "tables": ["instruments"]},
    "trafficking.n_cases": {"value": 3, "text": "3", "tables": ["trafficking_counts"]},
}
INPUTS = {
    "data": {
        "data/regulation/instruments.csv": "d1",
        "data/trafficking/trafficking_counts.csv": "d2",
    },
    "code": {"src/biometrics_china/analysis/regulation/passages.py": "p1"},
    "text": {"chapters/regulation.ipynb": "t1", "chapters/trafficking.ipynb": "t2"},
    "lock": {"requirements.txt": "l1"},
    "releases": {},
}


def write(
    site: Path, *, files=None, numbers=None, inputs=None, tools=None, version="2026.11.0"
) -> Path:
    """Write a site with its manifest; what is given replaces the usual file, number or input."""
    for name, text in (FILES | (files or {})).items():
        if text is not None:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, encoding="utf-8")
    said = {i: n | {"sha256": _digest(n)} for i, n in (NUMBERS | (numbers or {})).items() if n}
    listed = {
        "format": 1,
        "version": version,
        "date": DATES.get(version, "2026-11-24"),
        **manifest.by_kind(manifest.digests(site)),
        "numbers": said,
        "inputs": {kind: INPUTS[kind] | (inputs or {}).get(kind, {}) for kind in INPUTS},
        "tools": {"python": "3.11.7", "pandas": "3.1.1"} | (tools or {}),
    }
    (site / manifest.NAME).write_bytes(snapshot.dumped(listed))
    return site


def _digest(number: dict) -> str:
    return hashlib.sha256(json.dumps(number).encode()).hexdigest()
