"""What a chapter is called: by the heading of its page, wherever a list is made that names it."""

from __future__ import annotations

from biometrics_china import manuscript


def of(page: str) -> str:
    """Return the title of a page as its heading has it. Raises BadText if it begins with none."""
    first, _, _ = manuscript.source(page).partition("\n")
    if not first.startswith("# "):
        raise manuscript.bad(page, "does not begin with its title; a line “# …” is right", 1)
    return first.removeprefix("# ").strip()


def every() -> dict[str, str]:
    """Return the titles of the chapters by subject, in the order of the book."""
    return {subject: of(subject) for subject in manuscript.SUBJECTS}
