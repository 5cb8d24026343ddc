"""The pages of the site, written by Sphinx from what the chapters made."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from jupyter_book.config import get_final_config
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from biometrics_china.building.inputs import Failed

# what Sphinx would load later is loaded with this module
for _name in (
    "myst_nb.sphinx_ext",
    "sphinxcontrib.bibtex",
    "biometrics_china.publishing.extension",
):
    import_module(_name)


def write(root: Path, fresh: Path) -> None:
    """Write the site into ``html`` below a fresh folder, from what was handed to this process.

    Nothing is computed or drawn again. Raises Failed if Sphinx warns of anything.
    """
    fresh.mkdir(parents=True)
    try:
        status = _sphinx(root, fresh)
    except SphinxError as error:
        raise Failed(" ".join(str(error).split())) from error
    if status:
        raise Failed("Sphinx warned, see above")


def _sphinx(root: Path, fresh: Path) -> int:
    """Run Sphinx as Jupyter Book configures it; return its status, 0 if there was no warning."""
    ours = {
        "nb_execution_mode": "off",
        "nitpicky": True,
        "external_toc_path": "_toc.yml",
        "latex_individualpages": False,
    }
    config, _ = get_final_config(
        user_yaml=root / "_config.yml", cli_config=ours, sourcedir=root, use_external_toc=True
    )
    with patch_docutils(None), docutils_namespace():
        app = Sphinx(
            srcdir=root,
            confdir=None,
            outdir=fresh / "html",
            doctreedir=fresh / "doctrees",
            buildername="html",
            confoverrides=config,
            status=None,
            warning=sys.stderr,
            freshenv=True,
            warningiserror=True,
            keep_going=True,
        )
        app.build(force_all=True)
        return int(app.statuscode)
