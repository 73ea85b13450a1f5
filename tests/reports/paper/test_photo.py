"""A photo stands upright on paper, no sharper than is seen, with nothing else in the file; a broken one stops nothing."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image

from huurdersapp.reports.document import Picture
from huurdersapp.reports.paper.photo import INSTEAD, TALLEST, Photo, photo_of, size_of
from huurdersapp.reports.paper.style import TEXT_WIDTH
from tests.reports.long_report import photo, picture
from tests.reports.paper_samples import check_paper, docx_of, findings, pdf_of, plain_report, text_of
from tools.paper_words import docx_words


def of_telephone(wide: int = 2400, high: int = 1600) -> bytes:
    """A photo that lies on its side, with a place and a machine in it."""
    taken = Image.new("RGB", (wide, high), "#336699")
    notes = Image.Exif()
    notes[274] = 6
    notes[271] = "Telefoon van mevrouw De Wit"
    notes.get_ifd(0x8825)[2] = (52.0, 47.0, 0.0)
    written = BytesIO()
    taken.save(written, "JPEG", exif=notes, comment=b"bij nummer 12")
    return written.getvalue()


def ready(data: bytes, share: float = 1.0) -> Photo:
    found = photo_of(Picture(data, "a", "b", share))
    assert found is not None
    return found


def test_a_photo_is_upright_smaller_and_bare() -> None:
    found = ready(of_telephone())
    assert found.across < found.down
    assert found.across <= TEXT_WIDTH / 72 * 200 + 1
    assert b"Telefoon" not in found.data
    assert b"nummer 12" not in found.data
    with Image.open(BytesIO(found.data)) as seen:
        assert not seen.getexif()
        assert seen.size == (found.across, found.down)


@pytest.mark.parametrize("size", [(2400, 1600), (300, 200)], ids=["large", "small"])
def test_what_a_telephone_wrote_stands_in_no_file(size: tuple[int, int]) -> None:
    document = plain_report(Picture(of_telephone(*size), "a", "b"))
    with ZipFile(BytesIO(docx_of(document))) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
    for data in (pdf_of(document)[0], *parts):
        assert b"Telefoon" not in data
        assert b"nummer 12" not in data


def test_a_small_bare_jpeg_goes_in_as_it_is() -> None:
    assert ready(photo()).data == photo()


def test_a_drawing_keeps_its_edges_and_a_photo_in_png_becomes_a_jpeg() -> None:
    assert not ready(photo(300, 200, "PNG")).jpeg
    many = Image.radial_gradient("L").resize((400, 400))
    noise = Image.merge("RGB", (many, many.rotate(90), Image.effect_noise((400, 400), 90)))
    written = BytesIO()
    noise.save(written, "PNG")
    assert ready(written.getvalue()).jpeg


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_colour_comes_on_paper(mode: str) -> None:
    written = BytesIO()
    Image.new(mode, (60, 40)).save(written, "JPEG" if mode == "CMYK" else "PNG")
    check_paper(plain_report(Picture(written.getvalue(), "a", "b", 0.3)))


def test_what_is_transparent_is_white() -> None:
    written = BytesIO()
    Image.new("RGBA", (60, 40), (0, 0, 0, 0)).save(written, "PNG")
    with Image.open(BytesIO(ready(written.getvalue()).data)) as seen:
        assert seen.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("share", [0.0, 0.15, 0.5, 1.0, 7.0])
def test_it_is_as_wide_as_asked_and_never_too_high_for_its_page(share: float) -> None:
    for data in (photo(900, 600), photo(300, 3000), photo(3000, 30)):
        block = Picture(data, "a", "b", share)
        wide, high = size_of(block, ready(data, share))
        assert wide <= TEXT_WIDTH * min(1.0, max(0.15, share)) + 0.01
        assert high <= TALLEST + 0.01
        assert findings(pdf_of(plain_report(block))[0]) == []


@pytest.mark.parametrize(
    "data",
    [b"", b"geen foto", photo()[:400], photo(kind="PNG")[:60], photo(kind="GIF"), photo(kind="BMP")],
    ids=["empty", "words", "half a jpeg", "half a png", "gif", "bmp"],
)
def test_one_that_cannot_be_read_leaves_a_line_in_every_file(data: bytes) -> None:
    block = replace(picture(), data=data, key="x")
    document = plain_report(block)
    check_paper(document)
    told = f"{INSTEAD} Figuur 1. Een woning in de zon"
    assert told in text_of(pdf_of(document)[0])
    assert told in " ".join(docx_words(docx_of(document)))


def test_one_of_far_too_many_pixels_is_not_opened() -> None:
    written = BytesIO()
    Image.new("1", (20_000, 20_000)).save(written, "PNG")
    assert photo_of(Picture(written.getvalue(), "a", "b")) is None


def test_the_same_photo_stands_in_the_file_once() -> None:
    data, _ = pdf_of(plain_report(picture(), picture()))
    with pikepdf.open(BytesIO(data)) as pdf:
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        assert sum(thing.get("/Subtype") == "/Image" for thing in streams) == 1


def test_a_photo_without_words_still_says_something() -> None:
    check_paper(plain_report(Picture(photo(), "", "")))
