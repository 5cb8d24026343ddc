"""What the matcher answers, by its definition: each name of each body compared with what was typed.

Slow and plain, for tests only.
"""

from collections import Counter
from itertools import pairwise

from biometrics_china.register.loose import in_english, placeless, renamed
from biometrics_china.register.match import GRADES, LONG_SOUND, Hit
from biometrics_china.register.matcher import MOST
from biometrics_china.register.names import compact, is_han, is_short, key
from biometrics_china.register.near import HEAD, MENDED, MENDED_WITHIN
from biometrics_china.register.similar import (
    LETTERS_A_SLIP,
    SIMILAR,
    is_few_slips,
    is_one_slip,
    scanned,
)
from biometrics_china.register.told import BEGINNING
from biometrics_china.register.vocabulary import INSTITUTIONS, PLACES, core, place, tells_nothing


def hits(query, bodies, common=frozenset(), named=False):
    """Return the hits of a name in one script and without brackets, strongest first.

    `named` says whether one of them is certain.
    """
    asked = key(query)
    known = {w for b in bodies for n in b.names for w in n.split()}
    is_last = not any(_grade(asked, n, common, known) for b in bodies for n in b.names)
    found = [best for b in bodies if asked and (best := _best(asked, b, common, known, is_last))]
    if any(h.grade == "same" for h in found):
        found = [h for h in found if h.grade not in ("abbreviation", "similar")]
    weak = {b.id: b.weak for b in bodies}
    ordered = sorted(
        found,
        key=lambda h: (
            GRADES.index(h.grade),
            (h.grade == "same" and h.key in weak[h.id])
            or (h.grade == "inside" and compact(h.key) not in compact(asked)),
            abs(len(h.key) - len(asked)),
            h.id,
        ),
    )
    return [
        h
        for n, h in enumerate(ordered)
        if h.grade in ("same", "part")
        or (n < MOST and not (named and h.grade in ("sound", "inside")))
    ]


def _best(asked, body, common, known, is_last=False):
    others = placeless(asked)
    ranks = [
        (GRADES.index(grade), name)
        for name in body.names
        if (grade := _grade(asked, name, common, known))
        and not (grade == "inside" and is_short(name) and name in body.weak and name not in others)
    ]
    ranks += [
        (GRADES.index("sound"), k) for k in body.sounds if _sounds(compact(asked), compact(k))
    ]
    if is_last:
        ranks += [
            (GRADES.index("part"), n)
            for n in body.names
            if any(_is_part(o, n, common) for o in (*renamed(asked), *others))
        ]
    return Hit(body.id, GRADES[min(ranks)[0]], min(ranks)[1]) if ranks else None


def _sounds(asked, sound):
    if len(asked) < 4 or asked not in sound:
        return False
    most = sound.startswith(asked) or 2 * len(asked) >= len(sound) or len(asked) >= 10
    return asked == sound or (len(asked) >= LONG_SOUND and most)


def _grade(asked, name, common, known):
    tests = (
        ("same", compact(name) in map(compact, (asked, *renamed(asked)))),
        ("order", " " in asked and sorted(in_english(asked).split()) == sorted(name.split())),
        ("part", _is_part(asked, name, common)),
        ("inside", _is_inside(asked, name, common)),
        ("abbreviation", _is_short_for(asked, name)),
        ("similar", _is_similar(asked, name, common, known)),
    )
    return next((grade for grade, holds in tests if holds), "")


def _telling(words, common):
    return "".join(w for w in words.split() if w not in common) or compact(words)


def _is_part(asked, name, common):
    if tells_nothing(asked):
        return False
    if is_han(asked):
        run, full = compact(asked), compact(name)
        rest = full.removeprefix(place(full)).lstrip("省市")
        is_end = full.startswith(run) or rest.startswith(run) or core(full).endswith(run)
        return run in full and (len(run) > 2 or (len(run) == 2 and is_end))
    typed, words = asked.split(), name.split()
    if len(compact(asked)) < 3 or not all(any(_begins(a, w) for w in words) for a in typed):
        return False
    if len(typed) == 2 and typed[1] in INSTITUTIONS and not _is_run(typed, words):
        return False
    left = [w for w in words if w not in common]
    long = [a for a in typed if len(a) >= BEGINNING and a not in common]
    return (
        (_is_beginning(typed, words) and not all(map(tells_nothing, typed)))
        or any(a in left for a in typed)
        or any(w.startswith(a) and len(a) / len(w) >= 0.4 for a in long for w in left)
        or (
            len(typed) > 1
            and len(compact(asked)) / len(compact(name)) >= 0.6
            and all(any(w.startswith(a) for a in typed) for w in left)
            and _is_run(typed, words)
        )
    )


def _is_run(typed, words):
    return any(
        words[i] == typed[0]
        and all(w.startswith(a) for w, a in zip(words[i:], typed, strict=False))
        for i in range(len(words) - len(typed) + 1)
    )


def _is_beginning(typed, words):
    rest = list(words)
    while rest and rest[0] in PLACES:
        rest.pop(0)
    return typed in (words[: len(typed)], rest[: len(typed)])


def _begins(start, word):
    return word == start if len(start) < 3 or start.isdigit() else word.startswith(start)


def _is_inside(asked, name, common):
    if is_han(name):
        run, short = compact(name), core(compact(name))
        cored = len(short) > 3 and not tells_nothing(short) and short in compact(asked)
        return cored or (len(run) > 1 and run in compact(asked)) or _is_other(asked, name)
    if _is_other(asked, name):
        return True
    if name in common or len(name) < 3:
        return False
    words = asked.split()
    runs = {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    return compact(name) in runs or compact(_head(name.split(), common)) in runs


def _is_other(asked, name):
    return _is_numbered(asked, name) or _is_without(asked, name)


def _is_without(asked, name):
    return any(compact(other) == compact(name) for other in placeless(asked))


def _is_numbered(asked, name):
    words, typed = set(name.split()), set(asked.split())
    return " " in name and words <= typed and any(w.isdigit() for w in words)


def _head(words, common):
    left = list(words)
    while len(left) > 2 and left[-1] in common:
        left.pop()
    return " ".join(left if len("".join(left)) >= HEAD and set(left) - common else words)


def _is_short_for(asked, name):
    if is_han(asked):
        run, whole = compact(asked), compact(name)
        if is_han(name) and len(run) == 2 and run.endswith("大"):
            names = [w for w in (whole.removeprefix(place(whole)), whole) if len(w) == 4]
            return bool(names) and names[0].endswith("大学") and names[0][0] == run[0]
        if not (is_han(name) and 2 < len(run) < 9 and len(run) < len(whole)):
            return False
        if run.endswith("大学"):
            return False
        rest = iter(whole)
        return whole[0] == run[0] and all(c in rest for c in run)
    words = name.split()
    return len(words) > 2 and not is_han(name) and "".join(w[0] for w in words) == asked and (
        3 < len(asked) < 9
    )  # fmt: skip


def _is_similar(asked, name, common, known):
    if is_han(asked) and is_han(name) and _is_misspelt(compact(asked), _telling(name, common)):
        return True
    asked = " ".join(w for w in asked.split() if not is_han(w))
    mine, other = _telling(asked, common), _telling(name, common)
    mine = "" if set(asked.split()) <= common else mine
    long = len(mine) >= 2 * LETTERS_A_SLIP - 1 and len(other) >= 2 * LETTERS_A_SLIP
    near = long and not is_han(other) and shared_pairs(mine, other) >= SIMILAR
    return (
        (near and is_few_slips(mine, other))
        or any(
            compact(better) == compact(name)
            or (" " in better and sorted(in_english(better).split()) == sorted(name.split()))
            for better in _mended(asked, known, MENDED)
        )
        or any(_is_inside(better, name, common) for better in _mended(asked, known, MENDED_WITHIN))
    )


def _mended(asked, known, least):
    words = asked.split()
    better = [
        [k for k in known if not is_han(k) and _is_misspelt(w, k)]
        if len(w) >= least and w not in known
        else []
        for w in words
    ]
    first = [min(b, default=w) for b, w in zip(better, words, strict=True)]
    for i, some in enumerate(better):
        yield from (" ".join([*first[:i], one, *first[i + 1 :]]) for one in some)


def _is_misspelt(asked, word):
    if min(len(asked), len(word)) < 4:
        return False
    return is_one_slip(asked, word) or scanned(asked) == scanned(word)


def shared_pairs(a, b):
    """Return the Dice coefficient of neighbouring letters, 0 to 1."""
    left, right = (Counter(pairwise(text)) for text in (a, b))
    return 2 * (left & right).total() / (left.total() + right.total())
