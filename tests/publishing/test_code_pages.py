"""The pages of the code: whole files, names that lead where they are defined, users and tests."""

from __future__ import annotations

import re
from html import unescape

import pytest

from biometrics_china import exhibits, place
from biometrics_china.publishing.code import highlight, pages, places, reading, relations

#: a made-up package: path below it → text
SMALL = {
    "tables.py": "def load(name):\n    return name\n",
    "analysis/__init__.py": "",
    "analysis/a/__init__.py": "from biometrics_china.analysis.a.counts import count as total\n",
    "analysis/a/counts.py": (
        '"""Counts."""\n\nfrom biometrics_china import tables\n\nLEAST = 3\n\n\n'
        "# what is counted\ndef count(rows):\n    name, held = '中文', tables.load; held('x')\n"
        "    return len(rows) if tables else LEAST\n\n\n"
        "def rest(count):\n    LEAST = count\n    return LEAST\n"
    ),
    "analysis/a/numbers.py": (
        "from biometrics_china.analysis import a\nfrom .counts import rest as left\n\n\n"
        "def numbers(found):\n    found.add('n_rows', a.total([]))\n    _parts(found)\n\n\n"
        "def _parts(found):\n    for x in 'ab':\n        found.add(f'part_{x}', left(1))\n"
    ),
}
TEST = (
    "import pytest\nfrom biometrics_china.analysis.a import counts\n\n\n"
    "@pytest.fixture\ndef three():\n    return helped(3)\n\n\n"
    "def helped(n):\n    return counts.count([0] * n)\n\n\n"
    "def test_three(three):\n    assert three == 3\n\n\n"
    "@pytest.mark.parametrize('n', [counts.LEAST])\ndef test_rest(n):\n    assert counts.rest(n) == n\n"
)
KEPT = [
    *(reading.shown, reading.tests, reading.module, reading.module_exists, reading.home),
    *(relations.uses, relations.makers, relations.exhibits_of, relations.tests_of),
    relations.numbers_of,
]


@pytest.fixture
def small(tmp_path, monkeypatch):
    for name, words in {f"src/biometrics_china/{n}": w for n, w in SMALL.items()}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    (tmp_path / "tests/analysis").mkdir(parents=True)
    (tmp_path / "tests/analysis/test_a.py").write_text(TEST, encoding="utf-8")
    monkeypatch.setattr(place, "root", lambda: tmp_path)
    for kept in KEPT:
        kept.cache_clear()
    yield
    monkeypatch.undo()
    for kept in KEPT:
        kept.cache_clear()


@pytest.mark.usefixtures("small")
def test_names_stand_for_what_their_module_defines_or_imports():
    counts, numbers = (reading.shown()[f"analysis.a.{name}"] for name in ("counts", "numbers"))
    assert list(reading.shown()) == ["analysis.a.counts", "analysis.a.numbers", "tables"]
    of_count = [*reading.names(counts, counts.definitions["count"])]
    assert {t for _, t in of_count} == {
        ("tables", ""), ("tables", "load"), ("analysis.a.counts", "LEAST"),
    }  # fmt: skip
    assert ((10, 30), ("tables", "load")) in of_count, "columns are counted in characters"
    assert [*reading.names(counts, counts.definitions["rest"])] == [], (
        "what a function sets is its own"
    )
    handed_on = [t for _, t in reading.names(numbers, numbers.definitions["numbers"])]
    assert ("analysis.a.counts", "count") in handed_on
    assert relations.reached((("analysis.a.numbers", "numbers"),)) == {
        *(("analysis.a.numbers", name) for name in ("numbers", "_parts")),
        *(("analysis.a.counts", name) for name in ("count", "rest", "LEAST")),
        ("tables", "load"),
    }


@pytest.mark.usefixtures("small")
def test_a_test_is_told_of_what_it_names_itself_or_by_a_helper():
    tried = {
        target: [test.name for test in tests] for target, tests in relations.tests_of().items()
    }
    assert tried == {
        ("analysis.a.counts", "count"): ["test_three"],
        ("analysis.a.counts", "rest"): ["test_rest"],
        ("analysis.a.counts", "LEAST"): ["test_rest"],
    }


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("number", "function"), [("n_rows", "numbers"), ("part_a", "_parts"), ("other", "")]
)
def test_the_function_of_a_number_is_the_one_that_names_it(number, function):
    found = relations.maker_of_number(f"a.{number}")
    assert found == (("analysis.a.numbers", function) if function else None)
    assert f"code/analysis.a.numbers.html{'#def-' * bool(function)}{function}" in places.of_number(
        f"a.{number}", ""
    )


def test_words_are_coloured_linked_and_escaped():
    html = highlight.html("def f(x):\n    return g('<a>') + 10\n", 5, {(6, 11): "#g"}, {})
    assert html == (
        '<div class="highlight"><pre><span class="k">def </span><span class="nf">f</span>(x):\n'
        '    <span class="k">return </span><a href="#g">g</a>(<span class="s2">&#x27;&lt;a&gt;&#x27;'
        '</span>) + <span class="mi">10\n</span></pre></div>'
    )


# -------------------------------------------------------------------------------- the code of the book


@pytest.fixture(scope="module")
def written():
    return {address: html for address, _, html in pages.pages()}


def test_a_page_holds_the_whole_of_its_module(written):
    for module in reading.shown().values():
        html = written[f"code/{module.name}"]
        own = re.sub(r'<details class="tests">.*?</details>', "", html, flags=re.S)
        blocks = re.findall(r"<pre>(.*?)</pre>", own, re.S)
        said = unescape(re.sub(r"<[^>]+>", "", "".join(blocks)))
        assert said.split() == "".join(module.lines).split(), module.name


def test_each_function_and_each_test_has_one_place_on_a_page(written):
    for module in reading.shown().values():
        ids = re.findall(r' id="([^"]+)"', written[f"code/{module.name}"])
        assert len(ids) == len(set(ids)), module.name
        functions = {n for n, node in module.definitions.items() if hasattr(node, "body")}
        tests = {
            places.test_anchor(test)
            for name in functions
            for test in relations.tests_of().get((module.name, name), ())
        }
        assert {places.anchor(n) for n in functions} | tests <= set(ids), module.name


def test_every_link_between_pages_of_the_code_leads_to_a_definition(written):
    ids = {page: {*re.findall(r' id="([^"]+)"', html)} for page, html in written.items()}
    links = {
        (f"code/{page}", name)
        for html in written.values()
        for page, name in re.findall(r'href="([\w.]+)\.html#([^"]+)"', html)
    }
    assert len(links) > 1000
    assert {(page, name) for page, name in links if name not in ids[page]} == set()


def test_the_way_from_an_exhibit_to_its_functions_leads_back(written):
    assert relations.makers().keys() == exhibits.catalogue().keys()
    for exhibit_id, maker in relations.makers().items():
        exhibit = exhibits.get(exhibit_id)[2]
        assert maker.computed, exhibit_id
        assert bool(maker.drawn) == bool(exhibit.draw), exhibit_id
        for module, name in (*maker.computed, *maker.drawn):
            part = written[f"code/{module}"].partition(f'id="{places.anchor(name)}"')[2]
            part = part.partition("</section>")[0]
            assert exhibits.address(exhibit_id) in part, (exhibit_id, name)


def test_recipes_name_the_functions_that_make_the_exhibits():
    """Where a recipe names a function itself, the page leads to just that one."""
    plain = 0
    for exhibit_id, maker in relations.makers().items():
        _, _, exhibit = exhibits.get(exhibit_id)
        for made, targets in ((exhibit.frame, maker.computed), (exhibit.draw, maker.drawn)):
            if made and made.__name__ != "<lambda>":
                home = made.__module__.removeprefix("biometrics_china.")
                assert targets == ((home, made.__name__),), exhibit_id
                plain += 1
    assert plain > 100


def test_most_numbers_lead_to_the_function_that_makes_them():
    numbers = [n.id for s in exhibits.SUBJECTS for n in exhibits.numbers_of(s).values()]
    found = [relations.maker_of_number(n) for n in numbers]
    assert sum(map(bool, found)) > 0.9 * len(numbers)
    assert all(places.of_number(n, "") for n in numbers)


def test_most_functions_of_the_analysis_have_a_test_that_names_them():
    functions = [
        (module.name, name)
        for module in reading.shown().values()
        for name, node in module.definitions.items()
        if module.name.startswith("analysis.") and hasattr(node, "body") and name[0] != "_"
    ]
    tried = [target for target in functions if target in relations.tests_of()]
    assert len(tried) > 0.4 * len(functions) > 200
