"""The small functions that write the frame of a page, on markup small enough to read."""

from docutils import nodes

from biometrics_china.publishing import mathml, page_markup


def test_a_bare_table_becomes_a_named_region():
    html = page_markup.mend_tables('<table border="1"><tr><th></th><th>A</th></tr></table>')
    assert html.startswith('<div class="table-scroll" tabindex="0" role="region" aria-label="Table')
    assert '<table aria-label="Table 1 on this page"><tr><td></td><th>A</th>' in html
    assert "border" not in html


def test_names_of_regions_are_unique_and_a_caption_wins():
    table = '<table><caption>Rules<a class="headerlink" href="#x">#</a></caption></table>'
    html = page_markup.mend_tables("<table></table>" + table + "<table></table>")
    for label in ("Table 1 on this page", "Rules", "Table 2 on this page"):
        assert html.count(f'aria-label="{label}, scrollable"') == 1


def test_a_table_in_a_region_is_not_wrapped_again():
    html = '<div class="table-scroll" tabindex="0"><table><tr><td>a</td></tr></table></div>'
    assert page_markup.mend_tables(html) == html


def test_header_cells_say_whether_they_head_a_column_or_a_row():
    html = page_markup.mend_tables(
        '<table><thead><tr><th class="head">A</th><th>B</th></tr></thead>'
        '<tbody><tr><th>a</th><td>b</td></tr><tr><th scope="row">c</th></tr></tbody></table>'
    )
    assert '<th scope="col" class="head">A</th><th scope="col">B</th>' in html
    assert html.count('<th scope="row">') == 2


def test_the_link_to_a_heading_stands_beside_it_and_is_no_part_of_its_name():
    html = page_markup.mend_permalinks(
        '<h2>What is <em>counted</em><a class="headerlink" href="#c" title="Link">§</a></h2><h3>x</h3>'
    )
    assert html == (
        '<div class="heading"><h2>What is <em>counted</em></h2><a class="headerlink" href="#c" '
        'aria-label="Link to “What is counted”"></a></div><h3>x</h3>'
    )


def test_columns_of_numbers_are_marked_and_columns_of_words_are_not():
    table = (
        "<table><tr><th>Law</th><th>Days</th></tr><tr><th>A</th><td>1,234</td></tr>"
        "<tr><th>B</th><td></td></tr><tr><th>C</th><td>-3.5 %</td></tr></table>"
    )
    html = page_markup.align_numbers(table)
    assert html.count('class="number"') == 4
    assert '<th class="number">Days</th>' in html
    mixed = table.replace("1,234", "about 3")
    assert page_markup.align_numbers(mixed) == mixed


def test_notes_and_references_get_roles_that_screen_readers_know():
    html = page_markup.mend_notes(
        '<aside class="footnote-list brackets"><aside class="footnote brackets" id="a" '
        'role="doc-footnote"></aside></aside><div role="doc-biblioentry"></div>'
    )
    assert "aside" not in html
    assert 'role="note"' in html
    assert 'role="listitem"' in html


def test_an_aside_on_a_page_without_notes_stays():
    assert page_markup.mend_notes("<aside>A</aside>") == "<aside>A</aside>"


def test_the_current_page_carries_its_sections():
    contents = '<ul><li><a class="current reference internal" href="#">Page</a></li></ul>'
    sections = '<ul><li><a href="#">Page</a><ul><li><a href="#s">S</a></li></ul></li></ul>'
    html = page_markup.mend_contents(contents, sections)
    assert 'aria-current="page" href="#text">Page</a><ul><li><a href="#s">S</a></li></ul>' in html
    alone = page_markup.mend_contents(contents, '<ul><li><a href="#">Page</a></li></ul>')
    assert alone.count("<ul>") == 1
    assert page_markup.mend_contents(None, "") == ""


def test_a_formula_becomes_mathml():
    assert "<mi>p</mi>" in mathml._formula(nodes.math("p", "p"), as_block=False)


def test_a_formula_that_cannot_be_shown_is_a_warning(monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(mathml._LOG, "warning", lambda *words, **_: said.append(words[0]))
    shown = mathml._formula(nodes.math("", r"\nonsense{x<y}"), as_block=False)
    assert shown == r"<code>\nonsense{x&lt;y}</code>"
    assert said


def test_a_folded_cell_is_called_by_what_is_seen_on_it():
    html = page_markup.mend_folds(
        '<details class="admonition hide above-input"><summary aria-label="Toggle hidden content">'
        '<p class="collapsed admonition-title">Show code</p></summary></details>'
    )
    assert html == (
        '<details class="hide above-input"><summary><span class="collapsed">Show code'
        "</span></summary></details>"
    )
