"""Exhibits of the chapter on trafficking, in the order of the chapter."""

from __future__ import annotations

from biometrics_china.figures.trafficking_captions_dna import CASES, DNA
from biometrics_china.figures.trafficking_captions_search import SEARCH

EXHIBITS = (*CASES, *DNA, *SEARCH)
