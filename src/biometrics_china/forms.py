"""The forms in which a chapter holds what the code reads, and what only looks like one of them.

They are strict: whatever looks like a fence, a role, guarded words or markup and is not quite one is
an error, since it would otherwise be passed over in silence, or be printed as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_PLACE = r"\{[a-z]\w*\}"
FENCE = re.compile(r"^```\{(show|findings)\} ?([^\n]*)\n((?:(?!```)[^\n]*\n)*)```$", re.M)
GUARD = re.compile(rf"\{{holds\}}`([a-z_0-9.]+)\|((?:(?!\n\s*\n)[^`{{}}]|{_PLACE})+)`")
_ROLE = r"\{(?!holds\})[a-z:]+\}`[^`{}]+`"
_TAG = r"</?(?:a|nav|strong)(?: (?:href|class|aria-label)=\"(?:https://)?[^\"<>&:]*\")*>"
#: characters that are not seen
HIDDEN = (
    "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff0-\ufffb\ue000-\uf8ff]"
)
#: how something looks that has one right form, that form, and what to say of any other
_FORMS = tuple(
    (re.compile(looks, re.M), re.compile(right, re.M | re.S), said)
    for looks, right, said in (
        ("^[<>]{7} ", "(?!)", "is what git leaves of two versions; one of them is right"),
        (f"{HIDDEN}|\ufffd", "(?!)", "is no character of a text; none is right"),
        (
            r"^.*\{(?:show|findings)\}",
            FENCE.pattern,
            "is not read; a fence is right, with both its ends at the start of a line",
        ),
        (r"\{holds\}", GUARD.pattern, "is not read; {holds}`predicate|words` is right"),
        (
            r"<[!?/A-Za-z]",
            _TAG,
            "is markup that is not used here; Markdown, <a>, <nav>, <strong> are",
        ),
    )
)
#: a whole fence, the head of one, a role, guarded words; and a brace that belongs to none of them
_BRACE = re.compile(
    rf"^(`{{3,}})[^`\n]*\n.*?^\1$|^:{{3,}}\{{\w+\}}|{_ROLE}|{GUARD.pattern}|(?P<stray>[{{}}])",
    re.M | re.S,
)
_STRAY = "is a stray brace; a role is right, {role}`words`, or none"
#: fields of a fence → what stands in them; those with a mark can be left out
_FIELDS = {
    "show": {
        "title": "words",
        "caption": "template",
        "interval": "words",
        "note?": "template",
        "alt?": "template",
        "line?": "template",
        "columns?": "heads",
    },
    "findings": {
        "id": "words",
        "sentence": "finding",
        "exhibits": "names",
        "tables": "names",
        "interval": "template",
        "not_shown": "template",
        "objection": "template",
        "answer": "template",
        "rows?": "names",
        "official_position?": "template",
        "official_source?": "words",
        "front_page?": "words",
    },
}
#: what stands in a field → its type and what that is called, where it is not text
_KINDS: dict[str, tuple[Any, str]] = {
    "names": (list, "list, such as [a, b]"),
    "heads": (dict, "list of lines “field: head”"),
}


#: what may hold the names of numbers
TEMPLATES = ("template", "finding")
#: a finding is a sentence of at most so many words, with at most so many numbers
MOST_WORDS, MOST_NUMBERS = 30, 3


def plain(words: str) -> str:
    """Return words without the marks of their guards."""
    return GUARD.sub(lambda found: found[2], words)


def strays(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of what looks like something that is read and has another form."""
    opened, since = "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not opened and (fence := re.match(r" {0,3}(`{3,}|~{3,}|:{3,})", line)):
            opened, since = fence[1], number
        elif opened and line.strip().startswith(opened) and not line.strip().strip(opened[0]):
            opened = ""
    if opened:
        yield since, f"a fence begins here and never ends; a line {opened} is right at its end"
        return  # what else there seems to be, is inside it
    odd = [
        (found.start(), said)
        for looks, right, said in _FORMS
        for found in looks.finditer(text)
        if not right.match(text, found.start())
    ]
    odd += [(found.start(), _STRAY) for found in _BRACE.finditer(text) if found["stray"]]
    for start, said in odd:
        here, _, _ = text[start : start + 40].partition("\n")
        yield text.count("\n", 0, start) + 1, f"{here!r} {said}"


def fields(kind: str, content: Any, line: int) -> Iterator[tuple[int, str]]:
    """Yield line and text of what is wrong with the content of a fence that begins on a line."""
    forms = {name.rstrip("?"): form for name, form in _FIELDS[kind].items()}
    required = _FIELDS[kind].keys() & forms.keys()
    items = content if isinstance(content, list) else [content]
    for item in items if items != [{}] else ():
        if not isinstance(item, dict):
            yield line, "holds no fields; lines such as “title: …” are right"
            continue
        name = f"{item['id']}: " if isinstance(item.get("id"), str) else ""
        for what, names in (
            ("lacks", required - item.keys()),
            ("has no field", item.keys() - forms.keys()),
        ):
            if names:
                yield line, f"{name}{what} {', '.join(sorted(names))}"
        for key in (key for key in item if key in forms):
            if said := _value(forms[key], item[key]):
                yield key.line, f"{name}field {key}: {said}"


def _value(form: str, value: Any) -> str:
    """Return what is wrong with the value of a field; empty if nothing is."""
    kind, right = _KINDS.get(form, (str, "text"))
    if not value or not isinstance(value, kind):
        return f"“{value}” is no {right}" if value else "is empty"
    parts = [value] if kind is str else value.values() if kind is dict else value
    if not all(isinstance(part, str) and part for part in parts):
        return f"“{value}” is no {right} of words"
    if form == "finding" and (said := too_long(value)):
        return said
    allowed = re.compile(_PLACE if form in TEMPLATES else "(?!)")
    has_brace = any(re.search("[{}]", allowed.sub("", plain(part))) for part in parts)
    right = "{name} is, for a number" if form in TEMPLATES else "none is"
    return f"has a brace that is not right; {right}" if has_brace else ""


def too_long(sentence: str) -> str:
    """Return what a sentence has too many of, for one that is read at once; empty if nothing."""
    words, numbers = len(plain(sentence).split()), len(re.findall(_PLACE, plain(sentence)))
    for found, most, what in ((words, MOST_WORDS, "words"), (numbers, MOST_NUMBERS, "numbers")):
        if found > most:
            return f"has {found} {what}; at most {most} are right, the rest below the sentence"
    return ""
