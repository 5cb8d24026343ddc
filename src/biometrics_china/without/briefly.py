"""What is said under a finding in one line: `lines` says it whole."""

from __future__ import annotations

from biometrics_china.claims import Claim
from biometrics_china.without import lines, verdicts
from biometrics_china.without.verdicts import Verdict


def of_claim(claim: Claim) -> str:
    """Return one line of at most two sentences: without one source, and on whole texts only."""
    return said(verdicts.of_claim(claim))


def said(found: Verdict) -> str:
    """Return the line of a verdict."""
    count = len(found.works)
    if count == 1:
        first = "Rests on one source."
    elif not found.numbers and not found.words:
        first = f"Rests on {count} sources."
    elif changes := _changes(found):
        first = f"Without one of {count} sources {'; '.join(changes)}."
    else:
        first = f"The same without any one of {count} sources."
    whole = f" On originals and full copies only: {_whole(found)}."
    return first + (whole if found.numbers or found.words else "")


def _changes(found: Verdict) -> list[str]:
    """Return what any one work changes: numbers that move, that are lost, words that fall."""
    each = [(n, lines.becomes(n, n.works.ends(n.base))) for n in found.numbers]
    moved = [f"{becomes}{' or is lost' * bool(n.works.gone)}" for n, becomes in each if becomes]
    gone = [n.base.text for n, becomes in each if n.works.gone and not becomes]
    false = [f"“{w.words}”" for w in found.words if w.false]
    untold = [f"“{w.words}”" for w in found.words if w.untold and not w.false]
    several = (
        (gone, "cannot be computed"),
        (false, "no longer holds" if len(false) == 1 else "no longer hold"),
        (untold, "cannot be checked"),
    )
    return moved + [f"{lines.joined(of)} {end}" for of, end in several if of]


def _whole(found: Verdict) -> str:
    """Return what is left on originals and full copies alone."""
    same = all(n.whole and n.whole.text == n.base.text for n in found.numbers)
    if same and all(words.whole for words in found.words):
        return "the same"
    kept = [n.whole for n in found.numbers if n.whole] + [w.whole for w in found.words if w.whole]
    if not kept:
        return "nothing of it"
    if all(n.whole for n in found.numbers) and all(words.whole for words in found.words):
        return "; ".join(lines.on_whole(number) for number in found.numbers)
    turned = [f"“{words.words}”" for words in found.words if words.whole is False]
    ends = "does not hold" if len(turned) == 1 else "do not hold"
    return f"a part of it; {lines.joined(turned)} {ends}" if turned else "a part of it"
