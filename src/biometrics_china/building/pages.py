"""The pages of the site, written by Sphinx from what the chapters made."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from jupyter_book.config import get_final_config
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from biometrics_china.building import keeping
from biometrics_china.building.inputs import Failed
from biometrics_china.publishing import outputs

# what Sphinx would load later is loaded with this module, while kernels still work
for _name in ("myst_nb.sphinx_ext", "sphinxcontrib.bibtex", f"{outputs.__package__}.extension"):
    import_module(_name)


def write(root: Path, fresh: Path, records: dict[str, dict[str, Any]]) -> None:
    """Write the site into ``html`` below a fresh folder, from the records of all chapters.

    Nothing is run or drawn again. Raises Failed if Sphinx warns of anything.
    """
    for name, record in records.items():
        keeping.hand_over(name, record)
        outputs.hand_over(name, record["outputs"])
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
    # with the folder named, docutils leaves the settings of the person's home alone
    with patch_docutils(str(root)), docutils_namespace():
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
