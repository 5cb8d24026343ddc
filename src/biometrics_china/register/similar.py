"""Whether two spellings are so alike that a person should compare them."""

from __future__ import annotations

from biometrics_china.register.names import is_han

#: share of letter pairs that two spellings must have in common to be shown as similar
SIMILAR = 0.72


def is_similar(asked: str, name: str) -> bool:
    """Return True if keys without blanks share most letter pairs, or differ by one character."""
    short = min(len(asked), len(name))
    if is_han(asked) or is_han(name):
        return short > 3 and _one_edit(asked, name)
    return short > 3 and (
        _shared_pairs(asked, name) >= SIMILAR or (short > 4 and _one_edit(asked, name))
    )


def _one_edit(a: str, b: str) -> bool:
    """Return True if one text is the other with a character more, less, changed or swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    start = next((i for i, c in enumerate(short) if c != long[i]), len(short))
    skip = 1 if len(short) == len(long) else 0
    swapped = short[start : start + 2] == long[start : start + 2][::-1]
    is_swap = skip == 1 and swapped and short[start + 2 :] == long[start + 2 :]
    return is_swap or short[start + skip :] == long[start + 1 :]


def _shared_pairs(a: str, b: str) -> float:
    """Return the Dice coefficient of neighbouring letters, 0 to 1 (Dice 1945)."""
    left = [a[i : i + 2] for i in range(len(a) - 1)]
    right = [b[i : i + 2] for i in range(len(b) - 1)]
    total = len(left) + len(right)
    shared = 0
    for pair in left:
        if pair in right:
            right.remove(pair)
            shared += 1
    return 2 * shared / total
