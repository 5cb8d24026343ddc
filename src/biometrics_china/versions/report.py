"""The answer of ``verify`` in lines, and the counts that are kept as a record of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
        kinds = ("pages", "figures", "tables", "numbers")
        what = (f"{counted[k]:,} {k if counted[k] != 1 else k[:-1]}" for k in kinds)
        yield f"identical: {', '.join(what)}"
        return
    why = Counter(cause for d in found for cause in d.why)
    causes = ", ".join(f"{cause} {n:,}" for cause, n in why.most_common())
    yield (
        f"different: {len(found):,} from the fresh build"
        f"{f' ({causes})' if causes else ''}, {len(faults):,} from what this copy says of itself"
    )


def counts(listed: Json, found: Sequence[Difference]) -> dict[str, int]:
    """Return how many chapters, pages, figures, tables and numbers there are, and are identical.

    The identical ones are counted under names such as `chapters_identical`. A chapter is a page of its
    own below `chapters`; a figure counts once, with all its files; several rows of a table are one.
    """
    names = {kind: {d.name for d in found if d.kind == kind} for kind in _ORDER}
    names["tables"] = {n.partition("/")[0] if n.startswith("row ") else n for n in names["tables"]}
    total = {
        "chapters": len(_chapters(listed["pages"])),
        "pages": len(listed["pages"]),
        "figures": len({path.partition(".")[0] for path in listed["figures"]}),
        "tables": len(listed["tables"]),
        "numbers": len(listed["numbers"]),
    }
    names["chapters"] = _chapters(names["pages"])
    return total | {f"{k}_identical": max(0, n - len(names[k])) for k, n in total.items()}


def _chapters(pages: Iterable[str]) -> set[str]:
    return {page for page in pages if re.fullmatch("chapters/[^/]+", page)}
