"""The pages of the code: a module a page, each function with its users and its tests below it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from biometrics_china import exhibits, metadata, titles
from biometrics_china.counts import many
from biometrics_china.publishing.code import highlight, places, reading, relations
from biometrics_china.publishing.code.reading import Definition, Module, Position
from biometrics_china.publishing.code.relations import Test
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.sentences import REFERENCE

#: exhibits that are named before the rest is folded
_SHOWN = 8
_CONTENTS = "index"


def pages() -> Iterator[tuple[str, str, str]]:
    """Yield address without ending, title and HTML of each page of the code, contents first."""
    yield f"{places.FOLDER}/{_CONTENTS}", "The code", _contents()
    for module in reading.shown().values():
        where = places.address((module.name, "")).removesuffix(".html")
        # links within the folder stay short
        html = _page(module).replace(f'href="../{places.FOLDER}/', 'href="')
        yield where, f"Code: {module.name}", html


def _contents() -> str:
    version = metadata.load().printed_version
    about = (
        f"What computes the numbers and draws the figures of this book, as it is at version {version}: "
        "each function with the figures and tables that use it, and with the tests that name it and the "
        "answers that they know."
    )
    listed = link(f"../{REFERENCE}/figures.html", "figures and tables with the functions of each")
    return tag("h1", "The code") + tag("p", text(about), f" See the {listed}.") + "".join(_groups())


def _groups() -> Iterator[str]:
    held: dict[str, list[Module]] = {}
    for module in reading.shown().values():
        held.setdefault(_subject(module.name), []).append(module)
    for subject in (*exhibits.SUBJECTS, ""):
        items = (
            tag("li", places.code_link((m.name, ""), "../"), text(f": {_about(m.tree)}"))
            for m in held.get(subject, ())
        )
        title = titles.of(subject) if subject else "Shared by the chapters"
        yield tag("h2", text(title)) + tag("ul", *items, class_="records")


def _subject(name: str) -> str:
    """Return the chapter whose module it is; nothing for one that several share."""
    room, _, below = name.partition(".")
    named = [s for s in exhibits.SUBJECTS if room in reading.ROOMS and below.startswith(s)]
    return max(named, key=len, default="")


def _about(node: ast.Module | Definition) -> str:
    """Return the first line of what is said of a module or function."""
    return (ast.get_docstring(node) or "").partition("\n")[0]


def _page(module: Module) -> str:
    version = metadata.load().printed_version
    subject = _subject(module.name)
    facts = [tag("code", text(module.path)), f"version {text(version)}"]
    if subject:
        title = titles.of(subject)
        facts.insert(0, link(f"../chapters/{subject}.html", text(title)))
    facts.append(link(f"{_CONTENTS}.html", "all modules"))
    name = text(module.name).replace(".", ".<wbr>")
    head = tag("h1", tag("code", name)) + tag("p", text(_about(module.tree)))
    return head + tag("p", " · ".join(facts)) + "".join(_parts(module))


def _parts(module: Module) -> Iterator[str]:
    """Yield the whole file from top to bottom, a part for each function and for what is between."""
    start, loose = 1, 1
    told: dict[str, str] = {}
    links, anchors = _links(module), _anchors(module)
    for node in module.tree.body:
        end = node.end_lineno or node.lineno
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield _code(module, loose, start - 1, links, anchors)
            yield _section(module, node, start, links, told)
            loose = end + 1
        start = end + 1
    yield _code(module, loose, len(module.lines), links, anchors)


def _links(module: Module, *statements: ast.stmt) -> dict[Position, str]:
    """Return place → address of the names that stand for something shown, in all of a module or less."""
    return {
        position: f"../{places.address(target)}"
        for statement in statements or module.tree.body
        for position, target in reading.names(module, statement)
        if target[0] in reading.shown()
    }


def _code(
    module: Module,
    first: int,
    last: int,
    links: Mapping[Position, str],
    anchors: Mapping[Position, str],
) -> str:
    """Return lines of a module, without blank ones around them; nothing if there are no others."""
    while first <= last and not module.lines[first - 1].strip():
        first += 1
    while first <= last and not module.lines[last - 1].strip():
        last -= 1
    code = "".join(module.lines[first - 1 : last])
    return highlight.html(code, first, links, anchors) if code else ""


def _anchors(module: Module) -> dict[Position, str]:
    """Return place → id of the constants of a module; functions and classes have sections."""
    places_of = {
        name: reading.position(module, word)
        for name, node in module.definitions.items()
        if not isinstance(node, Definition)
        for word in reversed([*ast.walk(node)])
        if isinstance(word, ast.Name) and word.id == name and reading.is_set(word)
    }
    return {position: places.anchor(name) for name, position in places_of.items()}


def _section(
    module: Module,
    node: Definition,
    start: int,
    links: Mapping[Position, str],
    told: dict[str, str],
) -> str:
    target = module.name, node.name
    anchor = places.anchor(node.name)
    heading = tag("h2", link(f"#{anchor}", tag("code", text(node.name))))
    pairs = [
        ("Lines", f"{node.lineno} to {node.end_lineno}"),
        ("Used by", _used(relations.exhibits_of().get(target, ()))),
    ]
    code = _code(module, start, node.end_lineno or start, links, {})
    tried = _tests(node.name, relations.tests_of().get(target, ()), told)
    return tag(
        "section", heading, code, definitions(pairs), tried, class_="record source", id=anchor
    )


def _used(ids: Iterable[str]) -> str:
    links = [_exhibit(exhibit_id) for exhibit_id in ids]
    first, rest = ", ".join(links[:_SHOWN]), ", ".join(links[_SHOWN:])
    more = tag(
        "summary",
        f"and {many(len(links) - _SHOWN, 'more figure or table', 'more figures and tables')}",
    )
    return first + (tag("details", more, rest) if rest else "")


def _exhibit(exhibit_id: str) -> str:
    return link(f"../{exhibits.address(exhibit_id)}", text(exhibits.get(exhibit_id)[1]))


def _tests(name: str, tests: Iterable[Test], told: dict[str, str]) -> str:
    """Return the tests of a function: those that stand on the page already as links, others whole."""
    before = [t for t in tests if places.test_anchor(t) in told]
    new = [t for t in tests if places.test_anchor(t) not in told]
    told |= {places.test_anchor(t): name for t in new}
    links = (link(f"#{places.test_anchor(t)}", tag("code", text(t.name))) for t in before)
    above = tag("p", f"Named in {', '.join(links)}, above.") if before else ""
    count = many(len(new), "test")
    summary = tag("summary", f"Known answers: {count} of ", tag("code", text(name)))
    return above + (tag("details", summary, *map(_test, new), class_="tests") if new else "")


@cache
def _test(test: Test) -> str:
    """Return the text of a test, under its anchor."""
    module, node = test.module, test.module.definitions[test.name]
    assert isinstance(node, ast.FunctionDef)  # a test is one
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    code = _code(module, first, node.end_lineno or first, _links(module, node), {})
    where = tag("p", tag("code", text(module.path)), f", line {node.lineno}")
    return tag("div", where, code, id=places.test_anchor(test))
