"""The search data: which sections a page has, and what of a page is searched."""

import re
import unicodedata

from biometrics_china.publishing.search import pages
from biometrics_china.publishing.search import words as search_words
from biometrics_china.publishing.search.parts import files
from biometrics_china.publishing.theme import STATIC

PAGE = """
<nav>not the text</nav>
<article>
<section id="page"><h1>Title<a class="headerlink" href="#page">§</a></h1><p>Opening <em>wo</em>rds.</p>
<section><h2 id="first">First</h2><p>One</p><pre><code>def hidden(): ...</code></pre>
<details data-search="off"><summary>3 sources</summary><ul><li>listed</li></ul></details>
<script>no</script></section>
<p>End</p>
<h2 id="second">Second</h2><table><tr><td>Two</td><td>人脸</td></tr></table>
</section>
</article><p>Footer</p>
"""


def test_a_section_begins_at_a_section_or_heading_with_an_id():
    assert [(u.anchor, u.heads, u.blocks) for u in pages.units_of(PAGE)] == [
        ("page", ["Title"], ["Opening words.", "End"]),
        ("first", ["First"], ["One"]),
        ("second", ["Second"], ["Two 人脸"]),
    ]


def scripts(html):
    """Return the parts of the search for one page, joined."""
    return "".join(files(pages.units_of(html, "chapter", "page.html"), []).values())


def test_code_and_repeated_lists_are_not_searched():
    script = scripts(PAGE)
    assert "hidden" not in script
    assert "3 sources" not in script
    assert '["Two 人脸"]' in script


def test_accents_are_joined_to_their_letters_in_the_data():
    apart = unicodedata.normalize("NFD", "Ürümqi")
    assert "Ürümqi 人脸" in scripts(PAGE.replace("Two", apart))


def test_a_figure_and_a_finding_are_found_by_themselves():
    html = (
        '<article><section id="s"><h2>Head</h2>'
        '<ol><li class="finding" id="claim-a"><p>Found.</p></li></ol>'
        '<figure class="exhibit" id="tab-a"><table><tr><th>One</th><td>Two</td></tr></table>'
        '<figcaption><span><strong>Table 1</strong></span> <span class="exhibit-caption">Said.</span>'
        "</figcaption></figure><p>After</p></section></article>"
    )
    found = {u.anchor: (u.kind, u.heads, u.blocks) for u in pages.units_of(html)}
    assert found == {
        "s": ("chapter", ["Head"], ["After"]),
        "claim-a": ("finding", [], ["Found."]),
        "tab-a": ("exhibit", ["Table 1"], ["One Two", "Said."]),
    }


def test_the_table_holds_characters_that_the_text_can_answer():
    characters = search_words.table("海康威视")["characters"]
    assert characters["視"] == "视"
    assert "個" not in characters
    assert search_words.table("個人")["characters"]["個"] == "个"


def test_abbreviations_of_laws_lead_to_the_names_that_the_data_hold():
    names = {first: rest for first, *rest in search_words.table("")["same"]}
    assert names["PIPL"] == ["Personal Information Protection Law", "个人信息保护法"]
    assert names["GDPR"] == ["General Data Protection Regulation"]


def test_bodies_of_the_register_are_found_under_each_of_their_names():
    (names,) = (g for g in search_words.table("")["same"] if "Hikvision" in g)
    assert "海康威视" in names


def test_no_pattern_looks_behind():
    for pattern, _ in search_words.table("")["spellings"]:
        re.compile(pattern)
        assert "(?<" not in pattern
    for script in STATIC.glob("*.js"):
        assert "(?<" not in script.read_text(encoding="utf-8"), (
            "Safari before 16.4 looks ahead only"
        )


def test_any_element_may_say_that_it_repeats_another_page():
    html = (
        '<article><h1>T</h1><section data-search="off"><h2 id="a">Off</h2><p>no</p></section>'
        "<p>yes</p></article>"
    )
    assert [u.blocks for u in pages.units_of(html)] == [["yes"]]
