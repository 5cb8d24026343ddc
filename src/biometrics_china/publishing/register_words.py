"""What every answer of the register says, on its pages, in the browser and in files."""

from __future__ import annotations

#: what every answer of the register is to be read with
CAUTION = (
    "A record is a record and not a verdict: it says what a source reports, not that the body broke "
    "a law or meant harm. Absence from the register is not clearance: it holds what this book "
    "found, and no more."
)
REPORT = (
    "To report an error, name the record by its id and the source that shows what is wrong, as "
    "CONTRIBUTING.md in the book’s repository describes. A body that is named here may do so too; "
    "its answer is printed beside the record."
)
NO_RECORD = "No record names this body itself; it stands here for its parts."
