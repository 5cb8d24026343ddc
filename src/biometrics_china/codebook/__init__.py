"""The codebook: what the files `codebook.yml` below `data/` say of every table, field and vocabulary.

They are read, checked and turned into small dataclasses, and into `datapackage.json`, the plain
descriptor (Data Package 2.0) that is published and has no key of ours.
"""

from biometrics_china.codebook.model import Field, Package, Rule, Table, Term
from biometrics_china.codebook.problem import InvalidData, Problem, choices
from biometrics_china.codebook.publish import expand, published_descriptor, stale
from biometrics_china.codebook.read import read

__all__ = [
    "Field",
    "InvalidData",
    "Package",
    "Problem",
    "Rule",
    "Table",
    "Term",
    "choices",
    "expand",
    "published_descriptor",
    "read",
    "stale",
]
