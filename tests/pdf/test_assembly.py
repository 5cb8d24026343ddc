"""How pages of the site become one document, on small sites with and without planted faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from printed import command

from biometrics_china import exhibits, place
from biometrics_china.publishing.pdf import assemble, fonts, pages
from biometrics_china.publishing.pdf.pages import Page, PrintError

TOC = """\
root: chapters/index
parts:
  - caption: I. Rules
    chapters:
      - file: chapters/regulation
      - file: chapters/reference/findings
      - file: chapters/reference/numbers
      - file: chapters/reference/sources
      - file: chapters/reference/names
      - file: chapters/reference/readings
"""
FIGURE = next(i for i in exhibits.catalogue() if i.startswith("fig-regulation"))
READINGS = "fig-regulation-passage-choices"
PAGES = {
    "index": "<h1>Front</h1><p><a href='regulation.html#one'>see</a></p>",
    "regulation": f"""<div class="heading"><h1>Rules</h1><a class="headerlink" href="#x"></a></div>
        <ol><li class="finding" id="claim-a"><p class="finding-text">It holds
        <a class="num" href="../chapters/reference/numbers.html#number-a">4</a>.</p>
        <p class="finding-meta">B</p><details><summary>Basis and limits</summary>
        <dl><dt>Why</dt><dd>Because.</dd></dl></details></li></ol>
        <section id="one"><h2>One</h2>
        <p>(<a href="../chapters/reference/sources.html#source-s">S<sup
        class="copy-mark"><span class="visually-hidden"> read in a </span>copy</sup></a>)</p>
        <figure class="exhibit" id="{FIGURE}"><img src="../exhibits/a.svg" alt="A"><figcaption
        id="name-{FIGURE}"><span class="exhibit-number">Figure 1.1</span> <strong
        class="exhibit-title">T 人脸</strong></figcaption><p
        class="exhibit-caption">C.</p></figure><p class="thumbnail"><a href="#one"><img
        src="../exhibits/a.small.png" alt="">Small</a></p><details
        class="passport"><summary>Passport</summary></details><p class="readings"
        id="{READINGS}"><a class="paged" href="reference/readings.html#{READINGS}">All</a></p></section>
        <details class="passport cite"><summary>Cite</summary><dl><dt>Cite as</dt><dd>Us</dd>
        <dt>As PDF</dt><dd><span class="as-pdf">a.pdf</span></dd></dl></details>""",
    "reference/findings": """<h1>All findings</h1><ol><li class="finding" id="claim-a">
        <p class="finding-text">It holds.</p><p class="finding-meta">B</p><details>
        <summary>Basis and limits</summary><dl><dt>Why</dt><dd>Because.</dd></dl></details></li></ol>""",
    "reference/sources": """<h1>List of works</h1><ol class="works"><li id="work-w"><p>Paper:
        Title, 2020. <a href="https://example.org/a">https://example.org/a</a>
        <a class="archived" href="https://archive.example/">archived copies</a></p>
        <details><summary>Read: full copy</summary><ul class="copies"><li id="source-s">Full copy:
        A host. <code class="address">https://host.example/</code></li></ul>
        <p class="uses">Rows: a table (1).</p></details></li></ol>""",
    "reference/readings": f"""<h1>All readings</h1><figure class="exhibit" id="{READINGS}"><img
        src="../../exhibits/a.svg" alt="A"><figcaption><span class="exhibit-number">Figure 1.4</span>
        <strong class="exhibit-title">R</strong></figcaption></figure><p class="back"><a class="paged"
        href="../regulation.html#{READINGS}">Back</a></p>""",
    "reference/names": """<h1>Index</h1><div class="names-index"><p class="on-screen">A link leads.</p>
        <ul class="names"><li id="name-a"><a href="../../register/a.html">A</a> <span>人</span>: <b>1</b>
        <a class="at told" href="../regulation.html#tab-a">Table 1.1</a>, <a class="at"
        href="../regulation.html#one">One</a> <a class="more" href="../regulation.html#one">2</a>;
        <b>2</b> <a class="at" href="../index.html">Front</a></li></ul></div>""",
}


def build(folder: Path, **changed: str) -> tuple[Path, Path]:
    """Write a small site, with some pages changed, and return it and its contents file."""
    toc = folder / "_toc.yml"
    toc.write_text(TOC, encoding="utf-8")
    for name, body in (PAGES | changed).items():
        path = folder / "site" / "chapters" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        html = f"<html><body><article class='article'><section>{body}</section></article></body></html>"
        path.write_text(html, encoding="utf-8")
    (folder / "site" / "exhibits").mkdir()
    (folder / "site" / "exhibits" / "a.svg").write_text("<svg/>", encoding="utf-8")
    return folder / "site", toc


def parts(folder: Path, **changed: str):
    site, toc = build(folder, **changed)
    return {p.name: a for p, a in assemble.articles(site, pages.chosen(toc)).items()}


def test_pages_to_look_things_up_in_are_left_out(tmp_path):
    assert "chapters/reference/numbers" not in parts(tmp_path)


def test_the_real_book_leaves_out_what_the_edition_says_it_leaves_out():
    names = {page.name for page in pages.chosen(place.root() / "_toc.yml")}
    assert not names & set(pages.LEFT_OUT)
    assert {f"chapters/{s}" for s in exhibits.SUBJECTS} <= names


def test_links_lead_within_the_book_and_numbers_are_words(tmp_path):
    made = parts(tmp_path)
    assert made["chapters/index"].a["href"] == "#regulation--one"
    chapter = made["chapters/regulation"]
    assert [a["href"] for a in chapter.select("a")] == ["#claim-a", "#source-s", f"#{READINGS}"]
    words = " ".join(chapter.get_text().split())
    assert "It holds 4." in words
    assert "(S copy)" in words


def test_a_finding_points_from_its_chapter_to_its_basis_which_stands_open_once(tmp_path):
    made = parts(tmp_path)
    assert "Because." not in made["chapters/regulation"].get_text()
    assert "Why. Because." in made["chapters/reference/findings"].get_text()
    assert made["chapters/reference/findings"].select_one("li")["id"] == "claim-a"


def test_a_passport_is_cut_to_the_lasting_id_and_the_data(tmp_path):
    chapter = parts(tmp_path)["chapters/regulation"]
    figure = chapter.select_one("figure")
    assert [i["src"] for i in figure.select("img")] == ["exhibits/a.svg"]
    assert figure.select_one(".record").get_text().startswith(f"{FIGURE} · data: ")
    assert "Passport" not in chapter.get_text()
    assert "Cite as. Us" in chapter.get_text()
    assert "Small" not in chapter.get_text(), "small pictures are for the screen"
    assert "As PDF" not in chapter.get_text(), "a PDF does not say where it is itself"
    assert [e["id"] for e in chapter.select("figure[id*=fig-]")] == [FIGURE]


def test_a_drawing_of_readings_is_at_home_at_the_end_and_its_line_leads_there_and_back(tmp_path):
    made = parts(tmp_path)
    (line,) = made["chapters/regulation"].select(".readings")
    (figure,) = made["chapters/reference/readings"].select("figure")
    assert (line["id"], line.a["href"]) == (f"regulation--{READINGS}", f"#{READINGS}")
    assert (figure["id"], figure.find_next("a")["href"]) == (READINGS, f"#{line['id']}")
    assert line.a["class"] == figure.find_next("a")["class"] == ["paged"], "its page is printed"


def test_words_carry_their_language_in_the_lists_too(tmp_path):
    site, toc = build(tmp_path)
    html = assemble.document(assemble.articles(site, pages.chosen(toc)))
    assert html.count('<span lang="zh">人脸</span>') == 2


def test_a_page_alone_opens_with_a_slip_and_leads_nowhere_else(tmp_path):
    site, toc = build(tmp_path)
    (page,) = (p for p in pages.chosen(toc) if p.name == "chapters/regulation")
    html = assemble.document(assemble.articles(site, [page]))
    assert html.index('class="slip"') < html.index('class="chapter"')
    assert 'class="cover"' not in html
    assert "source-s" not in html
    assert page.is_apart
    assert not pages.Page("chapters/reference/sources", "Part").is_apart
    assert pages.Page("chapters/summary_de", "Part").is_apart


def test_a_work_stands_with_its_addresses_in_print_and_without_what_is_looked_up(tmp_path):
    line = parts(tmp_path)["chapters/reference/sources"].select_one("li#work-w")
    words = " ".join(line.get_text(" ").split())
    assert words == (
        "Paper: Title, 2020. https://example.org/a Full copy: A host. https://host.example/"
    )
    assert [e["id"] for e in line.select("[id]")] == ["source-s"]


def test_the_index_keeps_one_link_a_section_whose_page_is_printed(tmp_path):
    page = parts(tmp_path)["chapters/reference/names"]
    (item,) = page.select(".names li")
    assert " ".join(item.get_text().split()) == "A 人: ,"  # page numbers come from the stylesheet
    assert [a["href"] for a in item.select("a.at")] == ["#regulation--one", "#page-index"]
    assert "A link leads" not in page.get_text()


def test_lasting_ids_keep_their_name_at_home_only():
    chapter, findings = Page("chapters/regulation", "I"), Page(pages.FINDINGS, "II")
    assert chapter.anchor(FIGURE) == FIGURE
    assert Page("chapters/index", "").anchor(FIGURE) == f"index--{FIGURE}"
    assert chapter.anchor(READINGS) == f"regulation--{READINGS}"
    assert chapter.anchor("claim-a") == "regulation--claim-a"
    assert findings.anchor("claim-a") == "claim-a"


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("regulation", "<p>no heading</p>", "regulation.html: no article with a heading"),
        ("regulation", "<h1>R</h1><math></math>", "regulation.html: a formula"),
        (
            "regulation",
            "<h1>R</h1><img src='../exhibits/b.svg'>",
            "picture exhibits/b.svg is not there",
        ),
        ("regulation", "<h1>R</h1><p id='a'></p><p id='a'></p>", "regulation--a stands twice"),
        ("index", "<h1>F</h1><a href='regulation.html#nowhere'>x</a>", "#regulation--nowhere"),
    ],
)
def test_a_page_that_cannot_be_printed_is_named(tmp_path, name, body, said):
    with pytest.raises(PrintError, match=said) as caught:
        parts(tmp_path, **{name: body})
    assert "\n" not in str(caught.value)


def test_a_character_without_a_glyph_is_named():
    fonts.check("Text, 生物识别, “quotes” – and 習")
    with pytest.raises(PrintError, match=r"U\+0C85 KANNADA LETTER A$"):
        fonts.check("text \u0c85")


def test_a_missing_font_is_named(monkeypatch):
    monkeypatch.setattr(fonts, "_FILES", {"matplotlib": ["no-such.ttf"]})
    with pytest.raises(PrintError, match=r"no-such\.ttf: no such font file"):
        fonts.files()
    monkeypatch.setattr(fonts, "_FILES", {"no_such_fonts": ["a.ttf"]})
    with pytest.raises(PrintError, match="font package no_such_fonts is not installed"):
        fonts.files()


def test_the_command_says_in_one_line_that_there_is_no_site(tmp_path):
    done = command("--site", str(tmp_path / "none"), "--out", str(tmp_path / "book.pdf"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "chapters/index.html: no such page; build the site first" in done.stderr
    assert list(tmp_path.iterdir()) == []
