"""Metadata of a made-up book, with everything that the real one does not have yet."""

from __future__ import annotations

from dataclasses import replace

from biometrics_china.metadata import LICENCES, Author, Metadata

ADDRESS = "https://book.example/"

#: a version in preparation, without identifiers, by a group
PLAIN = Metadata(
    title="A Book: Höhen & Tiefen",
    short_title="A Book",
    authors=(Author(name="The Group of A"),),
    version="2026.11.2.dev0",
    date="2026-11-24",
    language="en",
    licences={
        "code": LICENCES["MIT"],
        "text": LICENCES["CC-BY-4.0"],
        "data": LICENCES["CC-BY-4.0"],
    },
    doi="",
    address="",
    repository="",
    abstract="What </script> it is about.",
    keywords=("faces", "rules"),
)

#: the same, released, with every identifier, by a group and a person
FULL = replace(
    PLAIN,
    authors=(
        Author(name="The Group of A"),
        Author(family="Doe", given="Ann", orcid="0000-0002-1825-0097"),
    ),
    version="2026.11.2",
    contact="write@book.example",
    doi="10.1234/book",
    address=ADDRESS,
    repository="https://code.example/book",
)
