"""A chapter is made anew where a package has changed that the book needs, and no other."""

from __future__ import annotations

from biometrics_china.building import inputs

LOCK = """\
font-source==1.0 \\
    --hash=sha256:00
    # via -r requirements/book.in
pandas==2.0 ; python_version >= '3' \\
    --hash=sha256:00
cffi==1.0 ; implementation_name == 'pypy' \\
    --hash=sha256:00
"""


def test_only_packages_of_the_lock_count(tmp_path):
    for name in ("Font_Source-1.0", "pandas-2.1", "cffi-1.0", "pytest-9.0"):
        (tmp_path / f"{name}.dist-info").mkdir()
    # names are compared as pip does, and the version is that which is installed
    assert inputs.packages(tmp_path, LOCK) == ["Font_Source-1.0.dist-info", "pandas-2.1.dist-info"]


def test_the_lock_of_the_book_is_read(tmp_path):
    (tmp_path / "pandas-0.dist-info").mkdir()
    lock = (inputs.place.root() / inputs.LOCK).read_text(encoding="utf-8")
    assert inputs.packages(tmp_path, lock) == ["pandas-0.dist-info"]
