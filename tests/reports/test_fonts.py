"""Names and words of everybody come out on paper, or are named."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import getFont

from huurdersapp.reports.fonts import BOX, FaceName, font_name, missing_signs, tidy, width

FACES: tuple[FaceName, ...] = ("regular", "italic", "bold", "bold_italic", "semibold")
NAMES = "Şükrü Yılmaz, Łukasz Wróbel, Ağaoğlu, İnci, Núñez, Dvořák, Ștefan, Żółć, ĳsbeer, één, coöperatie, € 12,50, œ ß þ"


@pytest.mark.parametrize("name", FACES)
def test_names_of_the_neighbours_can_be_written_in_every_face(name: FaceName) -> None:
    assert missing_signs(NAMES) == []
    assert tidy(NAMES) == NAMES
    assert set(NAMES) <= set(map(chr, getFont(font_name(name)).face.charToGlyph))


@pytest.mark.parametrize("name", FACES)
def test_every_face_has_a_box_with_a_width_and_an_outline(name: FaceName) -> None:
    letters = getFont(font_name(name)).face
    assert width(BOX, name, 10) > 3
    glyph = letters.charToGlyph[ord(BOX)]
    assert glyph != 0
    assert letters.glyphPos[glyph + 1] > letters.glyphPos[glyph]


def test_each_missing_sign_is_named_once_in_the_order_of_the_text() -> None:
    assert missing_signs("中a😀中\x07") == [
        "U+4E2D (中)",
        "U+1F600 (😀)",
        "U+0007",
    ]
    assert tidy("中a😀") == "□a□"


def test_signs_that_look_alike_need_no_box() -> None:
    assert tidy("a\u2011b\u202fc\td\u00ade") == "a-b\u00a0c de"
    assert missing_signs("a\u2011b\u202fc\td\u00ade\r\n") == []


def test_a_width_is_the_sum_of_its_signs() -> None:
    assert width("Emmen", "regular", 10) == pytest.approx(sum(width(sign, "regular", 10) for sign in "Emmen"))
    assert width("", "regular", 10) == 0
