"""The rule on typed numbers: a number about the world is computed, never typed.

`typed_numbers` finds digits and number words in prose. Exempt, because they are names or method and
not findings, are:

1. everything inside roles, code, link targets, citations and directives;
2. numbers of provisions and parts: article 26, annex III, section 6, chapter 2, clause 5.6;
3. designations: GB/T 35273-2020, Regulation (EU) 2016/679, C-205/21, Order 151, CC BY 4.0;
4. a year that names a text, a survey or a campaign: "the 2023 draft", "the survey of 2019";
5. constants of method: 95 per cent intervals, under-14s as a legal class, SHA-256, Python 3.11;
6. number words for the parts of the book itself: "four questions", "three programmes";
7. the title of a page, which may name the years it covers;
8. "million" and "billion" as the unit of a computed number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_TEXTS = (
    "draft|drafts|amendment|amendments|revision|text|measures|rules|law|act|plan|specification|"
    "interpretation|provisions|regulation|directive|edition|version|reform|notice|norm|guidelines|"
    "recast|campaign|numbering|convention|initiative|survey|questionnaire|wave|session|proposal|"
    "report|study|census|assessment|statement|operation|round|order"
)
_SKIPPED = [
    re.compile(r"```.*?```", re.S),
    re.compile(r"<!--.*?-->", re.S),
    re.compile(r"\{[a-z:]+\}`[^`]*`"),
    re.compile(r"\{\w+\}"),
    re.compile(r"`[^`]*`"),
    re.compile(r"\]\([^)]*\)"),
    re.compile(r"<https?://[^>]*>"),
    re.compile(r"^\(?[\w-]+\)=$", re.M),
    re.compile(r"^\s*\d+\.\s", re.M),
]


def _exempt(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern in which a blank stands for any white space: lines of text are wrapped."""
    return re.compile(pattern.replace(" ", r"\s"), flags | re.M)


_EXEMPT = [
    _exempt(
        r"\b(articles?|arts?\.|annex|section|recital|clause|chapter|paragraph|part)\s"
        r"[\dIVX]+[\d.()a-z-]*((, | and | to | or |–)\d[\d.()a-z-]*)*",
        re.I,
    ),
    _exempt(r"\b(GB|GA|DB\d*)(/T)?\s?\d[\d.-]*"),
    _exempt(r"\b(Regulation|Directive|Recommendation|Decision)?\s?\((EU|CFSP)\)\s\d{4}/\d+"),
    _exempt(r"\b(C|T)-\d+/\d+"),
    _exempt(r"\bOrder (No\. )?\d+"),
    _exempt(r"\bFa Shi \[\d{4}\] \d+"),
    _exempt(r"\b(guiding case|case) \d+", re.I),
    _exempt(rf"\b(19|20)\d\d (State Council |legislative )?({_TEXTS})\b", re.I),
    _exempt(rf"\b({_TEXTS}) (of|from) (19|20)\d\d\b", re.I),
    _exempt(r"\b95 (per cent|%)(?= ([\w-]+ ){0,4}intervals?)"),
    _exempt(r"\b(at least|with|probability of) 95 per cent\b|\bhalf of five per cent at each end"),
    _exempt(r"\b(below|above) 0\.05\b"),
    _exempt(r"^# .*$", re.M),
    _exempt(r"(?<=· )(million|billion)\b"),
    _exempt(r"\bunder-14s?\b|\bunder 14\b"),
    _exempt(r"\bSHA-256\b|\bPython 3\.11\b|\bCC BY 4\.0\b|\bv2\b|\bJupyter Book 1\b"),
    _exempt(r"\b(three|four) (questions|programmes|police programmes|parts|kinds|things)\b", re.I),
]
_WORDS = (
    "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
    "thousands?|millions?|billions?|dozens?|(?:a|one) third|thirds|quarters?"
)
_NUMBER = re.compile(rf"\d[\d.,]*|\b({_WORDS})\b", re.I)


def typed_numbers(
    prose: str, also: Sequence[re.Pattern[str]] = (), number: re.Pattern[str] = _NUMBER
) -> list[str]:
    """Return each typed number that no exemption covers, with a few words around it.

    `prose` is Markdown (a cell, a page) or a template with ``{placeholders}``. Another language has
    exemptions of its own `also`, and other words for a `number`.
    """
    for pattern in (*_SKIPPED, *_EXEMPT, *also):
        prose = pattern.sub(lambda m: re.sub(r"\S", "·", m.group()), prose)
    return [
        " ".join(prose[max(0, m.start() - 30) : m.end() + 30].split())
        for m in number.finditer(prose)
    ]
