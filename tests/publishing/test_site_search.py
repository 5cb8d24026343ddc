"""The search data: which sections a page has, and what of a page is searched."""

from biometrics_china.publishing.site_search import data_script, sections_of

PAGE = """
<nav>not the text</nav>
<article>
<section id="page"><h1>Title<a class="headerlink" href="#page">§</a></h1><p>Opening <em>words</em>.</p>
<section><h2 id="first">First</h2><p>One</p><pre><code>def hidden(): ...</code></pre>
<details data-search="off"><summary>3 sources</summary><ul><li>listed</li></ul></details></section>
<h2 id="second">Second</h2><table><tr><td>Two</td><td>人脸</td></tr></table>
</section>
</article>
"""


def test_a_section_begins_at_a_section_or_heading_with_an_id():
    assert sections_of(PAGE) == [
        ("page", "Title", "Opening words."),
        ("first", "First", "One"),
        ("second", "Second", "Two 人脸"),
    ]


def test_code_and_repeated_lists_are_not_searched(tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    script = data_script(tmp_path, ["page.html"])
    assert "hidden" not in script
    assert "listed" not in script
    assert '["page.html#second", "Title", "Second", "Two 人脸"]' in script
