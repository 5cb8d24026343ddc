"""The answer of ``verify`` in lines, and the counts that are kept as a record of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from biometrics_china.versions import manifest
from biometrics_china.versions.snapshot import Json
from biometrics_china.versions.verify import Difference

#: of one kind of difference so many are printed
MOST = 40
_ORDER = ("numbers", "tables", "figures", "pages", "files", "manifest")


def lines(faults: Sequence[str], found: Sequence[Difference], listed: Json) -> Iterator[str]:
    """Yield what a reader is told: one line a difference, and the verdict as the last line."""
    yield from (f"edited: {fault}" for fault in faults)
    for kind in _ORDER:
        chosen = [d for d in found if d.kind == kind]
        yield from map(str, chosen[:MOST])
        if len(chosen) > MOST:
            yield f"… and {len(chosen) - MOST:,} more {kind}"
    counted = counts(listed, found)
    if not faults and not found:
        yield f"identical: {said(counted, ('pages', 'figures', 'tables', 'numbers'))}"
        return
    why = Counter(cause for d in found for cause in d.why)
    causes = ", ".join(f"{cause} {n:,}" for cause, n in why.most_common())
    yield (
        f"different: {len(found):,} from the fresh build"
        f"{f' ({causes})' if causes else ''}, {len(faults):,} from the manifest of this copy"
    )


def said(counted: dict[str, int], kinds: Sequence[str]) -> str:
    """Return counts in words, such as ``251 pages, 64 figures``."""
    return ", ".join(f"{counted[k]:,} {k if counted[k] != 1 else k[:-1]}" for k in kinds)


def counts(listed: Json, found: Sequence[Difference]) -> dict[str, int]:
    """Return how many chapters, pages, figures, tables and numbers there are, and are identical.

    The identical ones are counted under names such as `chapters_identical`.
    """
    total = manifest.counts(listed)
    names = {kind: {d.name for d in found if d.kind == kind} for kind in _ORDER}
    of_chapters = {n for n in names["pages"] if n.startswith("chapters/") and n.count("/") == 1}
    differing = {kind: len(names[kind]) for kind in total if kind in names}
    differing["chapters"] = len(of_chapters)
    differing["tables"] = len({_table(name) for name in names["tables"]})
    same = {f"{kind}_identical": max(0, total[kind] - differing[kind]) for kind in total}
    return total | same


def _table(name: str) -> str:
    """Return the table that a difference belongs to: several rows of one table are one."""
    return name.partition("/")[0] if name.startswith("row ") else name
