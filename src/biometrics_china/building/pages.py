"""The pages of the site, written by Sphinx from what the chapters made."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from jupyter_book.config import get_final_config
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from biometrics_china.building.inputs import Failed

# what Sphinx would load later is loaded with this module
for _name in ("myst_nb.sphinx_ext", "sphinxcontrib.bibtex", f"{__package__}.extension"):
    import_module(_name)


def write(root: Path, fresh: Path) -> None:
    """Write the site into ``html`` below a fresh folder, from what was handed to this process.

    Nothing is computed or drawn again. Raises Failed if Sphinx warns of anything.
    """
    try:
        with opened(root, fresh) as app:
            app.build(force_all=True)
    except SphinxError as error:
        raise Failed(" ".join(str(error).split())) from error
    if app.statuscode:
        raise Failed("Sphinx warned, see above")


@contextmanager
def opened(root: Path, fresh: Path, *, is_fresh: bool = True) -> Iterator[Sphinx]:
    """Yield Sphinx as Jupyter Book configures it.

    If not `is_fresh` it knows what it has read when it last wrote into this folder.
    """
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
        yield Sphinx(
            srcdir=root,
            confdir=None,
            outdir=fresh / "html",
            doctreedir=fresh / "doctrees",
            buildername="html",
            confoverrides=config,
            status=None,
            warning=sys.stderr,
            freshenv=is_fresh,
            warningiserror=True,
            keep_going=True,
        )
