"""Where each module and each function stands on the site, and what a link to it says."""

from __future__ import annotations

from biometrics_china.publishing.code import reading, relations
from biometrics_china.publishing.code.reading import Target
from biometrics_china.publishing.markup import link, tag, text

#: folder of the pages below the site
FOLDER = "code"


def address(target: Target) -> str:
    """Return the address of a module or a definition below the site."""
    name, defined = target
    return f"{FOLDER}/{name}.html" + (f"#{anchor(defined)}" if defined else "")


def anchor(defined: str) -> str:
    """Return the anchor of a definition on the page of its module."""
    return f"def-{defined}"


def test_anchor(test: relations.Test) -> str:
    """Return the anchor of a test on the pages on which it stands."""
    return f"{test.module.path.rpartition('/')[2].removesuffix('.py')}-{test.name}"


def code_link(target: Target, root: str) -> str:
    """Return a link to a definition, or to a module, by its name."""
    return link(root + address(target), tag("code", text(".".join(filter(None, target)))))


def of_exhibit(exhibit_id: str, root: str) -> tuple[str, str]:
    """Return links to what draws an exhibit, nothing for a table, and to what computes its frame."""
    maker = relations.makers().get(exhibit_id, relations.Maker((), ()))
    drawn, computed = (
        ", ".join(code_link(target, root) for target in targets)
        for targets in (maker.drawn, maker.computed)
    )
    return drawn, computed


def of_number(number_id: str, root: str) -> str:
    """Return a link to the function that makes a number, or to the module of its chapter's numbers."""
    subject = number_id.partition(".")[0]
    target = relations.maker_of_number(number_id) or (f"analysis.{subject}.numbers", "")
    return code_link(target, root) if target[0] in reading.shown() else ""
