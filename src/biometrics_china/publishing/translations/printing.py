"""A computed number as another language prints it, from the same value as in English.

Digits and bounds are those of the English form, which the number already has; what changes are the
marks between them, and the words of a date. The rules are those of Unicode's CLDR, by Babel.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from babel import Locale, dates
from babel.numbers import format_decimal

from biometrics_china.days import date_in_words
from biometrics_china.publishing.translations.pages import ENGLISH, Language
from biometrics_china.traced import Number

_NUMBER = re.compile(r"\u2212?\d{1,3}(?:,\d{3})*(?:\.(\d+))?")
_YEAR = re.compile(r"\d{4}")


def printed(number: Number, language: Language) -> str:
    """Return a number as a language prints it.

    Raises KeyError for one that is printed in English words, which nobody has translated.
    """
    if language is ENGLISH or _YEAR.fullmatch(number.text):
        return number.text
    locale = Locale.parse(language.tag, sep="-")
    if found := _NUMBER.fullmatch(number.text):
        places = f".{'0' * len(found[1])}" if found[1] else ""
        value = Decimal(number.text.replace(",", "").replace("\u2212", "-"))
        said = format_decimal(value, format=f"#,##0{places}", locale=locale)
        return said.replace("-", "\u2212")
    if isinstance(number.value, str) and _is_date(number):
        return date(number.value, locale)
    raise KeyError(f"the number {number.id} is words, {number.text!r}, that are not translated")


def _is_date(number: Number) -> bool:
    try:
        return date_in_words(str(number.value)) == number.text
    except ValueError:
        return False


def date(value: str, locale: Locale) -> str:
    """Return a partial date (YYYY, YYYY-MM or YYYY-MM-DD) in words, at its own precision.

    >>> date("2019-03-01", Locale("fr")), date("2019-03", Locale("de"))
    ('1er mars 2019', 'März 2019')
    """
    first = datetime.date.fromisoformat(f"{value}-01-01"[:10])
    if len(value) == 4:
        return value
    if len(value) == 7:
        return str(dates.format_skeleton("yMMMM", first, locale=locale))
    said = str(dates.format_date(first, format="long", locale=locale))
    # the first of a month has its own form in French, which CLDR leaves to the writer
    return re.sub("^1 ", "1er ", said) if locale.language == "fr" else said
