"""The PDF of the whole book, read as a reader, a screen reader and an archive do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup
from printed import poppler, read

from biometrics_china import claims, exhibits, metadata, place, tables
from biometrics_china.publishing.pdf import pages, typeset

#: below, a part of the book is missing; above, a table has run wild or the code has come in. Each
#: chapter prints its references and their addresses
FEWEST_PAGES, MOST_PAGES = 150, 640
CHINESE = re.compile(r"[㐀-鿿]")
FAMILIES = (
    "Source-Serif-Pro",
    "Source-Sans-Pro",
    "Noto-Serif-SC",
    "Noto-Sans-SC",
    "DejaVu-Sans-Mono",
)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def elements(book):
    """Yield every element of the structure tree that a screen reader walks through."""
    waiting = [book.reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        yield element
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        waiting += [k for k in kids if isinstance(k.get_object(), dict)]


def links(book):
    for number, page in enumerate(book.reader.pages, 1):
        for note in page.get("/Annots", []):
            yield number, note.get_object()


def headings(site: Path) -> list[str]:
    found = []
    for page in pages.chosen(place.root() / "_toc.yml"):
        article = BeautifulSoup(
            (site / f"{page.name}.html").read_text("utf-8"), "html.parser"
        ).article
        found.append(f"{page.number} {article.h1.get_text()}".strip())
    return found


def test_it_has_as_many_pages_as_a_whole_book_without_code_and_registers(book):
    assert FEWEST_PAGES <= len(book.reader.pages) <= MOST_PAGES


def test_the_metadata_are_those_of_the_citation(book):
    facts, info = metadata.load(), book.reader.metadata
    assert info.title == facts.title
    assert info.author == "; ".join(author.cited for author in facts.authors)
    assert info["/version"] == facts.version
    assert facts.version in info["/Subject"]
    assert info["/CreationDate"] == "D:" + facts.date.replace("-", "")
    assert book.reader.trailer["/Root"]["/Lang"] == "en"


def test_the_cover_names_title_authors_version_and_date(book):
    cover = squeezed(book.pages[0]).replace("’", "'")
    facts = metadata.load()
    authors = "; ".join(author.cited for author in facts.authors)
    for words in (facts.title.replace(": ", ""), authors, f"Version {facts.version}"):
        assert squeezed(words) in cover


def test_the_outline_has_every_chapter_in_order(book, site):
    titles = [o.title for o in book.reader.outline if not isinstance(o, list)]
    wanted = ["The book in brief", *headings(site)[1:]]
    assert [t for t in titles if t in wanted] == wanted


def test_every_link_within_the_book_has_a_destination(book):
    known = book.reader.named_destinations
    inner = [str(note["/Dest"]) for _, note in links(book) if "/Dest" in note]
    assert len(inner) > 1000
    assert sorted(set(inner) - set(known)) == []


def test_links_to_the_outside_are_those_of_the_sources_and_works(book, site):
    listed = set()
    for name in ("sources", "bibliography"):
        text = (site / f"chapters/reference/{name}.html").read_text("utf-8")
        found = BeautifulSoup(text, "html.parser").select("article a[href^=http]")
        listed |= {unquote(a["href"]) for a in found}
    outer = {unquote(str(note["/A"]["/URI"])) for _, note in links(book) if "/A" in note}
    assert outer <= listed
    assert len(outer) > 100


def test_lasting_ids_can_be_linked_to_from_outside(book):
    known = set(book.reader.named_destinations)
    assert set(exhibits.catalogue()) <= known
    assert {claim.id for claim in claims.register()} <= known
    assert {f"source-{i}" for i in tables.load("sources")["id"]} <= known


def test_the_page_numbers_of_the_contents_are_right(book):
    dotted = re.compile(r"^\s*(.+?)\s*(?:\. ?){3,}\s*(\d+)$")
    first = next(n for n, t in enumerate(book.pages) if re.search(r"^\s*Contents$", t, re.M))
    entries = [
        dotted.match(line) for text in book.pages[first : first + 8] for line in text.split("\n")
    ]
    wrong = [
        m[0].strip()
        for m in entries
        if m and squeezed(m[1]) not in squeezed(book.pages[int(m[2]) - 1])
    ]
    assert len([m for m in entries if m]) > 150
    assert wrong == []


def test_every_page_but_the_cover_carries_version_and_number(book):
    version = metadata.load().printed_version
    for number, text in enumerate(book.pages[1:], 2):
        foot = text.rstrip().split("\n")[-1]
        assert re.fullmatch(rf"\s*Version {re.escape(version)}, .*\s{number}", foot), number


def test_every_figure_and_table_stands_with_number_title_caption_and_id(book):
    text = [squeezed(t) for t in book.pages]
    for exhibit_id in exhibits.catalogue():
        _, label, exhibit = exhibits.get(exhibit_id)
        head = squeezed(f"{label} {exhibit.title}")
        below = squeezed(f"{exhibits.caption(exhibit_id)}{exhibit_id}·data:")
        if exhibit.draw:  # nothing but the drawing stands between them
            head, below = head + below, head + below
        assert sum(head in t for t in text) == 1 or not exhibit.draw, exhibit_id
        assert any(head in t for t in text), exhibit_id
        assert sum(below in t for t in text) == 1, exhibit_id


def test_a_chapter_alone_is_a_pdf_of_its_own(site, tmp_path):
    named = {page.name: page for page in pages.chosen(place.root() / "_toc.yml")}
    one = tmp_path / "part.pdf"
    count = typeset.write(site, [named["chapters/summary_de"]], one)
    made = read(one)
    assert count == len(made.pages) <= 6
    assert made.reader.metadata.title.endswith(metadata.load().short_title)
    assert made.reader.trailer["/Root"]["/Lang"] == "de"
    assert metadata.load().printed_version in made.pages[0]


def test_each_chapter_and_each_summary_has_a_name_of_its_own():
    apart = [p for p in pages.chosen(place.root() / "_toc.yml") if p.is_apart]
    names = {pages.file_name(page) for page in apart}
    assert len(names) == len(apart) == len(exhibits.SUBJECTS) + 4
    assert pages.file_name() not in names


def test_the_alternative_text_of_every_figure_is_there(book):
    spoken = Counter(str(e["/Alt"]) for e in elements(book) if e.get("/S") == "/Figure")
    drawn = [i for i in exhibits.catalogue() if exhibits.get(i)[2].draw]
    assert not Counter(exhibits.alt_text(i) for i in drawn) - spoken
    assert all(len(words) > 20 for words in spoken), "the strips of findings say what they show"


def test_it_is_tagged_and_says_so(book):
    root = book.reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert 'pdfuaid:part="1"' in root["/Metadata"].get_data().decode()
    kinds = {str(e.get("/S")) for e in elements(book)}
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Figure", "/Link"} <= kinds


def test_header_cells_say_what_they_head_and_are_found_by_their_names(book):
    cells = [e for e in elements(book) if e.get("/S") in ("/TH", "/TD")]
    heads = {str(e["/ID"]): e for e in cells if e["/S"] == "/TH"}
    parts = {i: str(e["/P"]["/P"]["/S"]) for i, e in heads.items()}
    scopes = {i: str(e["/A"]["/Scope"]) for i, e in heads.items()}
    assert set(parts.values()) == {"/THead", "/TBody"}
    assert scopes == {i: "/Column" if p == "/THead" else "/Row" for i, p in parts.items()}
    listed = book.reader.trailer["/Root"]["/StructTreeRoot"]["/IDTree"]["/Names"]
    names = [str(name) for name in listed[0::2]]
    assert names == sorted(heads)
    assert all(e.get_object() == heads[n] for n, e in zip(names, listed[1::2], strict=True))
    named = {str(h) for e in cells if e["/S"] == "/TD" for h in e["/A"].get("/Headers", [])}
    assert named
    assert named <= set(heads)


def test_words_in_chinese_carry_their_language(book, site):
    spoken = [str(e["/Lang"]) for e in elements(book) if "/Lang" in e]
    assert set(spoken) == {"zh", "zh-Latn", "ja", "de", "fr", "zh-Hans", "en"}
    marked = 0
    for page in pages.chosen(place.root() / "_toc.yml"):
        html = (site / f"{page.name}.html").read_text("utf-8")
        article = BeautifulSoup(html, "html.parser").article
        marked += len(
            [e for e in article.select("[lang]") if not e.find_parent("details", "passport")]
        )
    # the basis of a finding stands once in the PDF, and a run over two lines has two tags
    assert len(spoken) > marked / 2 > 100


def test_every_finding_stands_with_its_basis_open(book):
    text = squeezed(book.text())
    for claim in claims.register():
        assert squeezed(f"What it does not show. {claim.not_shown}")[:40] in text, claim.id
        assert squeezed(f"Lasting id. {claim.id}") in text


def test_chinese_text_can_be_read_out(book, site):
    wanted: set[str] = set()
    for page in pages.chosen(place.root() / "_toc.yml"):
        html = (site / f"{page.name}.html").read_text("utf-8")
        article = BeautifulSoup(html, "html.parser").article
        for title in article.select("details > dl, form"):
            title.decompose()
        wanted |= set(CHINESE.findall(article.get_text()))
    assert len(wanted) > 500
    assert sorted(wanted - set(CHINESE.findall(book.text()))) == []
    assert "�" not in book.text()


def test_no_glyph_is_missing_from_its_font(book):
    shown = re.compile(rb"<((?:[0-9a-fA-F]{4})+)>")
    runs = 0
    for number, page in enumerate(book.reader.pages, 1):
        for run in shown.findall(page.get_contents().get_data()):
            runs += 1
            codes = {run[i : i + 4] for i in range(0, len(run), 4)}
            assert b"0000" not in codes, number
    assert runs > 10_000


def test_all_fonts_are_ours_and_embedded(book):
    rows = poppler("pdffonts", book.path).splitlines()[2:]
    names = {row.split()[0].split("+")[1] for row in rows}
    assert {name for name in names if not name.startswith(FAMILIES)} == set()
    # a font has an encoding of its own where one of its shapes stands for several characters
    assert all(re.search(r"(Identity-H|Custom)\s+yes\s+yes\s+yes", row) for row in rows)


def test_figures_are_drawings_and_not_pictures_of_points(book):
    assert len(poppler("pdfimages", "-list", book.path).splitlines()) == 2


def test_nothing_runs_over_the_edge_of_the_paper(book):
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)',
        poppler("pdftotext", "-bbox", book.path, "-"),
    )
    edge = 40.0  # points; wide tables reach to 48
    outside = [
        w
        for x, y, right, bottom, w in found
        if float(x) < edge or float(right) > 595.3 - edge or float(y) < 25 or float(bottom) > 830
    ]
    assert len(found) > 50_000
    assert outside == []


def test_no_page_is_empty(book):
    thin = [n for n, text in enumerate(book.pages[1:], 2) if len(text.split()) < 40]
    assert thin == []


def test_nothing_of_the_screen_or_of_this_machine_is_left(book):
    raw = book.path.read_bytes()
    streams = re.findall(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL)
    inflated = [zlib.decompressobj().decompress(s) for s in streams if s[:1] == b"\x78"]
    assert len(inflated) > len(book.pages)
    for way in (b"file:", str(place.root()).encode(), str(book.path.parent).encode()):
        assert all(way not in data for data in [raw, *inflated])
    for words in ("Search the book", "Passport of", "Skip to", "JavaScript"):
        assert words not in book.text()
    assert not re.search(r"§(?! ?\d)", book.text())  # a permalink, and no section of a law


#: a part of the book, since the whole takes minutes: figures, tables, grids, Chinese, references
PART = """
root: chapters/index
parts:
- caption: Part
  chapters:
  - file: chapters/police_powers
  - file: chapters/reference/bibliography
"""
SET = """
import sys
from pathlib import Path
from biometrics_china.publishing.pdf import pages, typeset
site, toc, out = map(Path, sys.argv[1:])
print(typeset.write(site, pages.chosen(toc), out))
"""


def test_it_is_the_same_to_the_byte_in_another_place_and_time_zone(site, tmp_path):
    copy, toc = tmp_path / "elsewhere" / "site", tmp_path / "toc.yml"
    toc.write_text(PART, encoding="utf-8")
    for part in ("chapters", "exhibits"):
        shutil.copytree(site / part, copy / part)
    settings = {
        "TZ": "Asia/Shanghai",
        "PYTHONHASHSEED": "4321",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
    }
    found = []
    for folder, name, more in ((site, "one.pdf", {}), (copy, "other.pdf", settings)):
        line = [sys.executable, "-c", SET, str(folder), str(toc), str(tmp_path / name)]
        umask = 0o077 if more else -1
        environment = os.environ | more
        done = subprocess.run(
            line, cwd=tmp_path, env=environment, umask=umask, check=True, capture_output=True
        )
        found.append((int(done.stdout), (tmp_path / name).read_bytes()))
    assert found[0][0] > 20
    assert found[0] == found[1]
