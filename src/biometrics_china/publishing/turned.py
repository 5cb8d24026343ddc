"""The list of findings that one source turns over or carries, for the page on methods."""

from __future__ import annotations

from collections.abc import Iterable

from biometrics_china import claims, titles
from biometrics_china.claims import Claim
from biometrics_china.publishing.markup import link, table, tag, text
from biometrics_china.publishing.sentences import REFERENCE
from biometrics_china.publishing.strips import work_link
from biometrics_china.without import verdicts
from biometrics_china.without.lines import NAMED
from biometrics_china.without.verdicts import Verdict

_HEADS = ["Finding", "Chapter", "Works it rests on", "Words that fall", "Not computed again"]


def html(root: str) -> str:
    """Return how many findings one work turns over or carries, and each of them in a table."""
    found = [(claim, verdicts.of_claim(claim)) for claim in claims.register()]
    several = [(c, v) for c, v in found if len(v.works) > 1]
    turned = [one for one in several if one[1].turned_by]
    carried = [one for one in several if one[1].carried_by and not one[1].turned_by]
    alone = len(found) - len(several)
    rest = [one for one in several if one not in turned and one not in carried]
    stays = sum(not any(n.works.points for n in v.numbers) for _, v in rest)
    verb = "rests" if alone == 1 else "rest"
    said = (
        f"Of {len(found)} findings, {len(turned)} have words that no longer hold without some one "
        f"work, {len(carried)} more have a number or a check of words that cannot be made without "
        f"some one work, and {alone} {verb} on one work altogether. Of the other {len(rest)}, {stays} "
        f"are the same without any one of their works, and in {len(rest) - stays} a number moves."
    )
    rows = [_row(claim, verdict, root) for claim, verdict in [*turned, *carried]]
    grid = table(_HEADS, rows, label="Findings that one work turns over or carries", stacked=True)
    return tag("p", text(said)) + grid


def _row(claim: Claim, verdict: Verdict, root: str) -> list[str]:
    address = f"{root}{REFERENCE}/findings.html#{claim.id}"
    return [
        link(address, text(claim.text)),
        text(titles.of(claim.subject)),
        str(len(verdict.works)),
        _works(verdict.turned_by, root),
        _works(verdict.carried_by, root),
    ]


def _works(named: Iterable[str], root: str) -> str:
    held = [*named]
    if len(held) > NAMED:
        return f"without any one of {len(held)}"
    return "; ".join(f"without {work_link(work, root)}" for work in held)
