"""A card to share: of one size, small, whole, and the same on every processor."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from biometrics_china.figures import card, style
from biometrics_china.publishing import cards

ONE = card.Card(
    "China’s Handling of Biometric Data",
    "Faces, irises, voices, cameras and the joined file",
    "A forecast of 626 million cameras was retold as a count. " * 3,
    "Finding. Evidence D: weak",
    "Version 2026.12.2, 29 November 2026",
)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("words", [1, 12, 40])
def test_a_card_has_one_size_few_bytes_and_all_its_words_inside(words):
    data = card.drawn(replace(ONE, sentence="A word of a sentence " * (words // 4) + "end."))
    assert len(data) < cards.MOST_BYTES
    picture = np.asarray(opened(data))
    assert picture.shape == (630, 1200, 3)
    ink = (picture[:, 40:].astype(int).sum(axis=2) < 500).nonzero()
    right, below = 40 + ink[1].max(), ink[0].max()
    assert right < 1200 - 70, "nothing stands at the edge"
    assert below < 630 - 20
    assert tuple(picture[300, 5]) == tuple(bytes.fromhex(style.BLUE[1:]))


def test_the_same_words_make_the_same_bytes_and_others_do_not():
    assert card.drawn(ONE) == card.drawn(ONE)
    assert card.drawn(ONE) != card.drawn(replace(ONE, title="Faces"))


def test_longer_words_are_set_smaller_and_never_cut():
    with pytest.raises(card.TooLong, match="no room"):
        card.drawn(replace(ONE, sentence="word " * 300))


def test_a_title_that_comes_in_lines_keeps_them():
    in_lines = replace(ONE, title="China’s Handling of Biometric Data:\nTrends and Implications")
    picture = np.asarray(opened(card.drawn(replace(in_lines, sentence=".")))).astype(int)
    rows = (picture[130:520, 40:].sum(axis=2) < 500).any(axis=1)
    starts = (rows[1:] & ~rows[:-1]).sum()
    assert starts == 3, "two lines of a title, and a sentence"


def test_a_letter_that_the_typeface_lacks_stops_the_card():
    with pytest.raises(UserWarning, match="missing"):
        card.drawn(replace(ONE, title="人脸"))


def test_two_processors_draw_the_same_card():
    code = (
        "import sys; from biometrics_china.building import last_bits;"
        "last_bits.move(upwards=sys.argv[1] == 'up');"
        "from biometrics_china.digests import of_bytes; from biometrics_china.figures import card;"
        f"print(of_bytes(card.drawn(card.{ONE!r})))"
    )
    run = [sys.executable, "-c", code]
    made = [subprocess.run([*run, way], check=True, capture_output=True) for way in ("up", "down")]
    assert made[0].stdout == made[1].stdout != b""
