"""What a number or a day says as sources print it: in English, Chinese and European writing."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from itertools import product

#: what multiplies a number that stands before it
_TIMES = {
    "thousand": 10**3, "million": 10**6, "millions": 10**6, "mio.": 10**6, "millionen": 10**6,
    "m": 10**6, "billion": 10**9, "bn": 10**9, "milliarden": 10**9, "milliards": 10**9,
    "千": 10**3, "万": 10**4, "萬": 10**4, "百万": 10**6, "亿": 10**8, "億": 10**8,
}  # fmt: skip
_BODY = r"\d(?:[\d.,’' ]*\d)?"
_UNIT = "|".join(sorted(map(re.escape, _TIMES), key=len, reverse=True))
_PART = rf"({_BODY})\s*({_UNIT})?(?![a-z])"
#: a number in Chinese may come in two parts, as in 1亿2000万
_NUMBER = re.compile(rf"{_PART}(?:(?<=[亿億])\s*{_PART})?")

_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    )
    for number, name in enumerate(names.split(), 1)
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
#: ways of writing a day, the fullest first; groups y, m and d are year, month and day
_DAYS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日",
        r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+)?(?P<m>{_MONTH})\b\.?,?\s+(?P<y>\d{{4}})",
        rf"\b(?P<m>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})",
        r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月",
        r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})(?!\d)",
        rf"\b(?P<m>{_MONTH})\b\.?,?\s+(?P<y>\d{{4}})",
        r"(?<!\d)(?P<y>\d{4})(?!\d)",
    )
)
_HAN = {
    "〇": "0",
    "○": "0",
    "零": "0",
    **{c: str(n) for n, c in enumerate("一二三四五六七八九", 1)},
}


def numbers(text: str) -> frozenset[Decimal]:
    """Return every reading of the one number in a text; a point before three digits has two.

    Raises ValueError if there is no number or more than one.
    """
    found = list(_NUMBER.finditer(_plain(text)))
    if len(found) != 1:
        raise ValueError(f"{len(found)} numbers; one is right")
    parts = [found[0].groups()[i : i + 2] for i in (0, 2) if found[0].group(i + 1)]
    scaled = [{n * _TIMES.get(unit or "", 1) for n in _readings(body)} for body, unit in parts]
    return frozenset(sum(each, Decimal()) for each in product(*scaled))


def day(text: str) -> str:
    """Return the one day in a text as year, year-month or year-month-day.

    Raises ValueError if there is none or more than one, or it is in no calendar.
    """
    plain = _arabic(_plain(text))
    for form in _DAYS:
        if found := list(form.finditer(plain)):
            if len(found) > 1:
                raise ValueError(f"{len(found)} days; one is right")
            return _iso(found[0].groupdict())
    raise ValueError("no day; one is right")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _readings(body: str) -> set[Decimal]:
    """Return what digits with points, commas, spaces or apostrophes can say."""
    body = re.sub("[’' ]", "", body)
    marks = re.findall(r"[.,]", body)
    groups = re.split(r"[.,]", body)
    whole = Decimal("".join(groups))
    are_groups = len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
    if not marks:
        return {whole}
    if len(marks) > 1 and len(set(marks)) == 1:
        if not are_groups:
            raise ValueError(f"‘{body}’ is no number")
        return {whole}
    decimal = Decimal("".join(groups[:-1]) + "." + groups[-1])
    if len(marks) > 1 or not are_groups:
        return {decimal}
    return {whole} if marks == [","] else {whole, decimal}


def _arabic(text: str) -> str:
    """Write years, months and days that stand in Chinese numerals in digits."""
    return re.sub(r"[〇○零一二三四五六七八九十]+(?=[年月日])", lambda m: _digits(m.group()), text)


def _digits(han: str) -> str:
    if "十" not in han:
        return "".join(_HAN[c] for c in han)
    tens, _, ones = han.partition("十")
    return str(10 * int(_HAN[tens] if tens else 1) + int(_HAN[ones] if ones else 0))


def _iso(parts: dict[str, str | None]) -> str:
    year, month, date = parts["y"], parts.get("m"), parts.get("d")
    numbers = [int(_MONTHS.get(p, p)) for p in (month, date) if p]
    if any(not 1 <= n <= top for n, top in zip(numbers, (12, 31), strict=False)):
        raise ValueError("no day of the calendar; one is right")
    return "-".join([str(year), *(f"{n:02d}" for n in numbers)])
