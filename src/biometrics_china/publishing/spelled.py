"""A computed number that opens a sentence is printed in words, as English asks for.

Only whole numbers below a hundred are: a sentence that opens with a larger one, or with decimals, has to
be written otherwise.
"""

from __future__ import annotations

import re

_SMALL = [
    *["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    *["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"],
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
#: the start of a sentence: of a block of text, or behind the end of the sentence before
_START = (
    r"(?:<(?:p|li|figcaption|dd)\b[^>]*>|(?:(?<=[\w)”%]{2})|(?<=[>)”]))[.!?]”?(?:</\w+>)*\s)\s*"
)
_OPENING = re.compile(rf'({_START}<a [^>]*class="num"[^>]*>)(\d\d?)(</a>(?! to <a))')


def words(number: int) -> str:
    """Return a whole number from 0 to 99 in words.

    >>> words(7), words(40), words(74)
    ('seven', 'forty', 'seventy-four')
    """
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


def at_starts(body: str) -> str:
    """Return a page on which a linked number below a hundred that opens a sentence is in words.

    >>> at_starts('<p><a href="x" class="num">5</a> of <a href="y" class="num">8</a> went.</p>')
    '<p><a href="x" class="num">Five</a> of <a href="y" class="num">8</a> went.</p>'
    """
    if 'class="num"' not in body:  # looking for sentences takes longer
        return body
    return _OPENING.sub(lambda m: m[1] + words(int(m[2])).capitalize() + m[3], body)
