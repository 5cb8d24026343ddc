"""What is checked of the written HTML. Each check returns its problems, one line each."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from lxml import html

_HASH = re.compile(r"[0-9a-f]{12,}|\S+\.(svg|png|jpe?g|gif)\b", re.IGNORECASE)
_NAMING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget")
_STYLE_ADDRESS = re.compile(r"url\(\s*['\"]?(?:https?:)?//|@import\s+['\"]?(?:https?:)?//")
_LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "modulepreload",
    "manifest",
}


@cache
def parse(path: Path) -> tuple[Element, tuple[str, ...]]:
    """Return the tree of a page and what the HTML parser objects to."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(path.read_text(encoding="utf-8"))
    errors = tuple(f"{code} {details}" for _, code, details in parser.errors)
    return tree, errors


def elements(path: Path) -> list[Element]:
    """Return all elements of a page in order."""
    return [e for e in parse(path)[0].iter() if isinstance(e.tag, str)]


@cache
def tags(path: Path) -> list[Element]:
    """Return all elements of a page in order, for checks of one element at a time.

    Read by lxml, forty times as fast as by the parser of the standard, whose trees `elements` has.
    """
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    found = html.document_fromstring(path.read_bytes(), parser=parser).iter()
    return [e for e in found if isinstance(e.tag, str)]


def text_of(element: Element) -> str:
    """Return the words within an element."""
    return " ".join("".join(element.itertext()).split())


def syntax_faults(path: Path) -> list[str]:
    """Name what the HTML parser had to repair."""
    return [f"{path.name}: {error}" for error in parse(path)[1]]


def structure_faults(path: Path) -> list[str]:
    """Name faults of language, title, ids, label targets and order of headings."""
    found = elements(path)
    root = parse(path)[0]
    problems = [] if root.get("lang") else ["no language"]
    problems += [] if any(e.tag == "title" and text_of(e) for e in found) else ["no title"]
    ids = Counter(e.get("id") for e in found if e.get("id") is not None)
    problems += [f"id {name!r} stands {n} times" for name, n in ids.items() if n > 1]
    problems += [f"id {name!r} is empty or has blanks" for name in ids if not name or " " in name]
    for attribute in _NAMING:
        wanted = {name for e in found for name in (e.get(attribute) or "").split()}
        problems += [
            f"{attribute} names {name!r}, which is not there" for name in sorted(wanted - set(ids))
        ]
    return [f"{path.name}: {p}" for p in problems + _heading_faults(found)]


def _heading_faults(found: list[Element]) -> list[str]:
    headings = [e for e in found if re.fullmatch(r"h[1-6]", e.tag)]
    levels = [int(e.tag[1]) for e in headings]
    problems = [f"empty {e.tag}" for e in headings if not text_of(e)]
    if levels.count(1) != 1:
        problems.append(f"{levels.count(1)} headings of the first level")
    steps = zip(headings, [0, *levels], levels, strict=False)
    return problems + [
        f"{e.tag} {text_of(e)!r} follows h{before}"
        for e, before, level in steps
        if level > before + 1
    ]


#: what the standard for addresses forbids in one
_FORBIDDEN = re.compile(r'[\s"<>\\^`{|}]')
_CHINESE = re.compile("[\u3400-\u9fff\u3041-\u30ff]")


def content_faults(path: Path) -> list[str]:
    """Name what the HTML standard forbids and its parser forgives, and what says a thing twice."""
    found = elements(path)
    problems = []
    for e in found:
        for attribute in ("href", "src", "srcset", "action"):
            address = e.get(attribute)
            if address is not None and (not address or _FORBIDDEN.search(address)):
                problems.append(f"{e.tag} {attribute} {address!r} is no address")
        names = [child.tag for child in e]
        if e.tag == "figure" and "figcaption" in names[1:-1]:
            problems.append(f"figure {e.get('id')}: its caption stands in the middle")
        if e.tag == "th" and e.get("scope") not in ("col", "row"):
            problems.append(f"th {text_of(e)!r} says not what it heads")
        if re.fullmatch("h[1-6]", e.tag) and any(c.get("aria-label") for c in e.iter()):
            problems.append(f"{e.tag} {text_of(e)!r} has a name within its name")
        if e.tag == "link" and e.get("rel") == "icon" and (e.get("href") or "").startswith("data:"):
            problems.append("the icon is no file")
    spoken = Counter(e.get("alt") for e in found if e.tag == "img")
    problems += [f"alternative text {a!r} stands {n} times" for a, n in spoken.items() if n > 1]
    problems += [f"unnamed {e.tag} {e.get('id')}" for e in found if _is_unnamed(e)]
    return [f"{path.name}: {p}" for p in problems]


def _is_unnamed(e: Element) -> bool:
    named = e.get("aria-label") or e.get("aria-labelledby") or e.find("caption") is not None
    return e.tag in ("table", "figure") and not named


def unmarked_words(path: Path) -> list[str]:
    """Name text in Chinese or Japanese that does not carry its language."""

    def walk(e: Element, language: str) -> list[str]:
        # the title of a mark in a drawing holds no element that could say so
        if not isinstance(e.tag, str) or e.tag.rpartition("}")[2] in ("script", "style", "title"):
            return []
        language = e.get("lang") or language
        texts = [e.text, *(child.tail for child in e)]
        wrong = [t for t in texts if t and _CHINESE.search(t) and language[:2] not in ("zh", "ja")]
        return wrong + [t for child in e for t in walk(child, language)]

    body = parse(path)[0].find("body")
    assert body is not None  # html5lib always makes one
    return [f"{path.name}: {t.strip()[:60]}" for t in walk(body, "")]


def image_faults(path: Path) -> list[str]:
    """Name images without an alternative text that says something."""
    problems = []
    for image in (e for e in tags(path) if e.tag == "img"):
        alt = (image.get("alt") or "").strip()
        if len(alt) < 20 or _HASH.search(alt):
            problems.append(f"{path.name}: alt of {image.get('src')} is {alt!r}")
        if not (image.get("width") and image.get("height")):
            problems.append(f"{path.name}: {image.get('src')} has no size")
    return problems


def remote_parts(path: Path) -> list[str]:
    """Name everything that the page declares to be loaded from elsewhere."""
    problems = []
    for e in tags(path):
        address = e.get("data" if e.tag == "object" else "src") or e.get("srcset") or ""
        if e.tag == "link" and _LOADING_LINKS & set((e.get("rel") or "").split()):
            address = e.get("href") or ""
        style = (e.get("style") or "") + ((e.text or "") if e.tag == "style" else "")
        if re.match(r"(https?:)?//", address) or _STYLE_ADDRESS.search(style):
            problems.append(f"{path.name}: {e.tag} loads {address or style[:80]}")
    return problems


def script_faults(path: Path, allowed: set[str]) -> list[str]:
    """Name scripts other than those allowed by file name, and handlers written into elements."""
    problems = []
    for e in tags(path):
        if e.tag == "script" and e.get("type") != "application/ld+json":
            name = urlsplit(e.get("src") or "").path.rsplit("/", 1)[-1]
            if name not in allowed:
                problems.append(f"{path.name}: script {name or (e.text or '')[:60]!r}")
        problems += [f"{path.name}: {e.tag} {a}" for a in e.keys() if a.startswith("on")]  # noqa: SIM118
    return problems


def dead_links(path: Path, site: Path) -> list[str]:
    """Name every address within the site that leads nowhere, fragments included."""
    problems = []
    for e in tags(path):
        for attribute in ("href", "src", "action"):
            address = e.get(attribute)
            if address is not None and not _resolves(path, address, site):
                problems.append(f"{path.relative_to(site)}: {e.tag} {attribute} {address!r}")
    return problems


def _resolves(path: Path, address: str, site: Path) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.is_file() or site.resolve() not in target.resolve().parents:
        return False
    fragment = unquote(parts.fragment)
    return not fragment or target.suffix != ".html" or fragment in _ids(target)


@cache
def _ids(path: Path) -> frozenset[str]:
    return frozenset(name for e in tags(path) if (name := e.get("id")))
