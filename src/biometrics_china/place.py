"""Where the book is: its folder, and the folder of its data.

Call these as ``place.root()`` and ``place.data()``: what takes them by name does not see that a test
has put another book in place.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

#: names another data folder than that of the book
VARIABLE = "BIOMETRICS_CHINA_DATA"


def root() -> Path:
    """Return the folder of the book, in which this package lies.

    Raises FileNotFoundError, in one line, for a package that was taken out of its book.
    """
    folder = _top()
    if not (folder / "metadata.yml").is_file():
        raise FileNotFoundError(
            f"{folder}: is not the folder of the book, it has no metadata.yml; run this from a "
            "checkout of the book (make env installs it as editable)"
        )
    return folder


@cache
def _top() -> Path:
    return Path(__file__).resolve().parents[2]


def data() -> Path:
    """Return the data folder: of the book, or the one that `VARIABLE` names where it is set.

    Raises FileNotFoundError, in one line, if it is not there.
    """
    named = os.environ.get(VARIABLE)
    folder = Path(named).resolve() if named else root() / "data"
    if not folder.is_dir():
        said = f"{VARIABLE}={named}" if named else folder
        raise FileNotFoundError(f"{said}: there is no such folder; a data folder is right")
    return folder
