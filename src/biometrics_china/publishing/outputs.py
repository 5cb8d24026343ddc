"""Outputs of chapters that were run elsewhere, put into the notebooks as Sphinx reads them."""

from __future__ import annotations

from sphinx.application import Sphinx

from biometrics_china.publishing import notebooks
from biometrics_china.publishing.notebooks import Outputs

#: name of a chapter → outputs of each of its code cells
_handed_over: dict[str, Outputs] = {}


def hand_over(name: str, outputs: Outputs) -> None:
    """Let the page of a chapter show these outputs, in place of those stored in its notebook."""
    _handed_over[name] = outputs


def fill(app: Sphinx, docname: str, source: list[str]) -> None:
    """Exchange the outputs of a chapter; its words stay those of the notebook."""
    del app
    folder, _, name = docname.rpartition("/")
    if folder == "chapters" and name in _handed_over:
        source[0] = notebooks.put(source[0], _handed_over[name])
