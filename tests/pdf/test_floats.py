"""Where figures stand: pages of 100, worked out by hand."""

from biometrics_china.publishing.pdf import floats
from biometrics_china.publishing.pdf.floats import Block
from biometrics_china.publishing.pdf.mend import parse


def chapter(*blocks: tuple[str, float]) -> list[Block]:
    kinds = {"figure": {"is_figure": True}, "heading": {"is_heading": True}, "text": {}}
    return [Block(place, height, **kinds[kind]) for place, (kind, height) in enumerate(blocks)]


ROOM = 1000.0


def test_a_figure_that_fits_stays():
    assert floats.moves(chapter(("text", 300), ("figure", 600), ("text", 300)), ROOM) == {}


def test_text_fills_the_page_before_a_figure_that_does_not_fit():
    blocks = chapter(("text", 600), ("figure", 500), ("text", 200), ("text", 300), ("text", 300))
    assert floats.moves(blocks, ROOM) == {1: 3}


def test_a_tall_figure_stands_before_the_text_that_runs_over():
    blocks = chapter(("text", 600), ("figure", 950), ("text", 200), ("text", 300), ("text", 300))
    assert floats.moves(blocks, ROOM) == {1: 2}


def test_figures_keep_their_order():
    blocks = chapter(
        ("text", 600), ("figure", 500), ("figure", 100), ("text", 500), ("text", 100), ("text", 900)
    )
    moved = floats.moves(blocks, ROOM)
    assert list(moved) == [1, 2]
    assert moved[1] <= moved[2]


def test_a_figure_passes_one_heading_at_most():
    blocks = chapter(
        ("text", 600),
        ("figure", 900),
        ("heading", 50),
        ("text", 50),
        ("heading", 50),
        ("text", 50),
        ("text", 50),
    )
    assert floats.moves(blocks, ROOM) == {1: 3}


def test_a_figure_without_text_behind_it_stands_at_the_end_of_its_chapter():
    assert floats.moves(chapter(("text", 600), ("figure", 500), ("text", 100)), ROOM) == {1: 2}


def test_a_figure_moves_within_its_chapter_and_loses_no_block():
    article = parse(
        "<article><h1>A</h1><section><p>1</p><figure id='fig-a'></figure><p>2</p></section>"
        "<section><h2>B</h2><p>3</p></section></article>"
    )
    (blocks,) = floats.mark([article])
    assert [b["data-block"] for b in blocks] == [f"0-{n}" for n in range(6)]
    floats._apply(blocks, {2: 5})
    order = [e.get("id") or e.get_text() for e in article.find_all(["h1", "h2", "p", "figure"])]
    assert order == ["A", "1", "2", "B", "3", "fig-a"]
