"""The codebook: what `data/datapackage.json` says of every table, field and vocabulary.

The file is a Data Package (version 2.0) with keys of our own: `vocabularies` and `made_from` (which
keys beside it are set by what) at the top, `rules` on a table, and on a field `vocabulary`, `kind`,
`unit`, `refers` (items of a list are values of another table's field, ``sources.id``) and `names`
(items are names of ``tables``). Here it is read, checked and turned into small dataclasses, and into
the plain descriptor that is published, which has no key of ours.
"""

from biometrics_china.codebook.model import Field, Package, Table, Term, choices
from biometrics_china.codebook.publish import as_cell, expand, published_descriptor
from biometrics_china.codebook.read import Json, parse, read_descriptor
from biometrics_china.codebook.rules import problems

__all__ = [
    "Field",
    "Json",
    "Package",
    "Table",
    "Term",
    "as_cell",
    "choices",
    "expand",
    "parse",
    "problems",
    "published_descriptor",
    "read_descriptor",
]
