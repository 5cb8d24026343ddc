"""The search data: which sections a page has, and what of a page is searched."""

import re
import unicodedata

from biometrics_china import tables
from biometrics_china.publishing import search_words
from biometrics_china.publishing.site_search import data_script, sections_of
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
    assert sections_of(PAGE) == [
        ("page", "Title", "Opening words. End"),
        ("first", "First", "One"),
        ("second", "Second", "Two 人脸"),
    ]


def test_code_and_repeated_lists_are_not_searched(tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    script = data_script(tmp_path, ["page.html"])
    assert "hidden" not in script
    assert "listed" not in script
    assert '["page.html#second", "Title", "Second", "Two 人脸"]' in script


def test_accents_are_joined_to_their_letters_in_the_data(tmp_path):
    apart = unicodedata.normalize("NFD", "Ürümqi")
    (tmp_path / "page.html").write_text(PAGE.replace("Two", apart), encoding="utf-8")
    assert "Ürümqi 人脸" in data_script(tmp_path, ["page.html"])


def test_the_table_holds_characters_that_the_text_can_answer():
    characters = search_words.table("海康威视")["characters"]
    assert characters["視"] == "视"
    assert "個" not in characters
    assert search_words.table("個人")["characters"]["個"] == "个"


def test_abbreviations_of_laws_lead_to_the_names_that_the_data_hold():
    names = {first: rest for first, *rest in search_words.table("")["same"]}
    assert names["PIPL"] == ["Personal Information Protection Law", "个人信息保护法"]
    assert names["GDPR"] == ["General Data Protection Regulation"]
    assert set(search_words.LAWS.values()) <= set(tables.load("instruments")["id"])


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
    assert [text for *_, text in sections_of(html)] == ["yes"]
