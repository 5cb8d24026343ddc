"""A picture that is taken away says what it shows, whose it is, and by which licence."""

import io

import pytest
from PIL import Image

from biometrics_china.figures import credit, narrow


def picture(width=1280, height=300, colour=(11, 79, 138)):
    made = io.BytesIO()
    drawn = Image.new("RGB", (width, height), colour)
    drawn.paste((27, 31, 36), (0, 0, 20, 20))
    drawn.paste((255, 255, 255), (20, 0, 40, 20))
    drawn.quantize(256).save(made, format="png", dpi=(200, 200))
    return made.getvalue()


def opened(png):
    return Image.open(io.BytesIO(png)).convert("RGB")


def test_words_stand_above_and_below_and_the_drawing_is_kept():
    made = opened(credit.credited(picture(), "Police counts rose", "Book. Version 1. CC BY 4.0"))
    assert made.width == 1280
    blue = [y for y in range(made.height) if made.getpixel((640, y)) == (11, 79, 138)]
    assert len(blue) == 300
    for rows in (range(blue[0]), range(blue[-1] + 1, made.height)):
        dark = sum(sum(made.getpixel((x, y))) < 600 for y in rows for x in range(made.width))
        assert dark > 100


def test_a_longer_message_takes_more_lines_and_no_more_width():
    one, two = (opened(credit.credited(picture(), words, "C")) for words in ("M", "Message " * 30))
    assert (one.width, two.width) == (1280, 1280)
    assert two.height > one.height + 20


@pytest.mark.parametrize("width", [1280, 1720])
def test_the_same_bytes_each_time(width):
    assert credit.credited(picture(width), "M", "C") == credit.credited(picture(width), "M", "C")


def test_no_word_of_a_message_stands_alone():
    words = "Two firms disagree whether China or the United States has more cameras per person"
    for lines in (narrow.balanced(words, room, 13, "bold") for room in (150, 300, 440, 480)):
        assert " ".join(lines) == words
        assert len(lines[-1].split()) > 1


def test_an_svg_says_what_it_shows_and_keeps_its_drawing():
    svg = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">\n<path d="M 0 0"/>\n</svg>'
    made = credit.labelled(svg, "A < B", "Book & version", "https://licence.example/")
    assert b"<title>A &lt; B</title>" in made
    assert b"<desc>Book &amp; version</desc>" in made
    assert b'"https://licence.example/"' in made
    assert made.startswith(svg[:60])
    assert made.endswith(svg[-25:])
