"""A photo that is attached tells nothing but what is to be seen on it."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageOps, PngImagePlugin, features

from huurdersapp.actions import bijlagen, fotos
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.store import contents

PLACE = b"52.785833 N Wijkpunt"
MAKER = b"Zqvtelefoon 9"
WORDS = (PLACE, MAKER, b"Exif", b"GPS", b"http://ns.adobe.com")


def notes(orientation: int = 1) -> bytes:
    """What a telephone writes: maker, orientation, and in GPS where it was."""
    exif = Image.Exif()
    exif[0x010F] = MAKER.decode()
    exif[0x0112] = orientation
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (52.0, 47.0, 9.0)
    gps[27] = PLACE
    return exif.tobytes()


def corners(size: tuple[int, int] = (400, 200), mode: str = "RGB") -> Image.Image:
    """Red at the top left, green at the top right, blue at the bottom left and white at the bottom right."""
    width, height = size
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, width // 2, height // 2))
    picture.paste("lime", (width // 2, 0, width, height // 2))
    picture.paste("blue", (0, height // 2, width // 2, height))
    return picture.convert(mode)


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def told(data: bytes) -> list[bytes]:
    return [word for word in WORDS if word in data]


def quarters(picture: Image.Image) -> list[str]:
    """The colours of the four corners, as names."""
    width, height = picture.size
    seen = []
    for place in [(0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)]:
        pixel = picture.convert("RGB").getpixel((int(width * place[0]), int(height * place[1])))
        assert isinstance(pixel, tuple)
        seen.append("".join("x" if value > 128 else "." for value in pixel))
    return seen


UPRIGHT = ["x..", ".x.", "..x", "xxx"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_and_does_not_tell_where_it_was_taken(kind: str, orientation: int) -> None:
    turned = ImageOps.exif_transpose(turned_back(orientation))
    assert quarters(turned) == UPRIGHT, "the test itself turns well"
    data = saved(turned_back(orientation, bare=True), kind, exif=notes(orientation))
    assert PLACE in data
    clean = fotos.cleaned(data)
    assert told(clean) == []
    picture = opened(clean)
    assert (picture.format, picture.size, quarters(picture)) == (kind, (400, 200), UPRIGHT)
    assert not picture.getexif().get_ifd(0x8825)
    assert fotos.cleaned(clean) == clean, "what is clean stays as it is"


def turned_back(orientation: int, bare: bool = False) -> Image.Image:
    """The corners as a camera held otherwise would store them."""
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    picture = corners()
    if orientation > 1:
        picture = picture.transpose(Image.Transpose(back[orientation]))
    if not bare:
        picture.getexif()[0x0112] = orientation
    return picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_large_photo_becomes_1600_pixels_long(kind: str, mode: str) -> None:
    for size, wanted in [
        ((4000, 3000), (1600, 1200)),
        ((1601, 3202), (800, 1600)),
        ((1600, 900), (1600, 900)),
    ]:
        data = saved(corners(size, mode), kind)
        clean = fotos.cleaned(data)
        assert opened(clean).size == wanted
        assert (clean == data) == (size == wanted)


def test_a_small_photo_without_notes_keeps_its_bytes() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "TIFF"):
        data = saved(corners(), kind, icc_profile=profile)
        assert fotos.cleaned(data) == data, kind
    dotted = saved(corners(), "PNG", dpi=(300, 300))
    assert fotos.cleaned(dotted) == dotted


def test_the_colours_of_a_photo_stay_what_they_are() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("JPEG", "PNG", "WEBP", "TIFF"):
        clean = fotos.cleaned(saved(corners((2000, 10)), kind, icc_profile=profile, exif=notes()))
        assert opened(clean).info["icc_profile"] == profile


def comment(data: bytes) -> bytes:
    return data[:2] + b"\xff\xfe" + struct.pack(">H", len(PLACE) + 2) + PLACE + data[2:]


def section(number: int, start: bytes) -> Callable[[bytes], bytes]:
    body = start + PLACE
    return lambda data: (
        data[:2] + bytes([255, 224 + number]) + struct.pack(">H", len(body) + 2) + body + data[2:]
    )


@pytest.mark.parametrize(
    "hide",
    [
        comment,
        section(1, b"http://ns.adobe.com/xap/1.0/\0"),
        section(0, b"JFXX\0\x10"),
        section(0, b"JFIF\0\1\1\0\0\1\0\1\3\2"),
        section(2, b"MPF\0"),
        section(13, b"Photoshop 3.0\0"),
        section(14, b"Other"),
        lambda data: data + PLACE,
        lambda data: data + PLACE + b"\xff",
    ],
)
def test_no_corner_of_a_jpeg_holds_anything_else(hide: Callable[[bytes], bytes]) -> None:
    data = hide(saved(corners(), "JPEG"))
    clean = fotos.cleaned(data)
    assert PLACE in data
    assert told(clean) == []
    assert quarters(opened(clean)) == UPRIGHT


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@pytest.mark.parametrize("name", [b"tEXt", b"tIME", b"prVt"])
@pytest.mark.parametrize("place", [33, -12])
def test_no_part_of_a_png_holds_anything_else(name: bytes, place: int) -> None:
    data = saved(corners(), "PNG")
    body = bytes([7, 227, 1, 2, 3, 4, 5]) if name == b"tIME" else b"Comment\0" + PLACE
    clean = fotos.cleaned(data[:place] + chunk(name, body) + data[place:])
    assert told(clean) == []
    assert name not in clean
    assert fotos.cleaned(data + PLACE) == data == fotos.cleaned(data)


def test_a_packed_note_in_a_png_goes_too() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", PLACE.decode(), zip=True)
    clean = fotos.cleaned(saved(corners(), "PNG", pnginfo=info))
    assert b"iTXt" not in clean
    assert opened(clean).info == {}


def test_what_is_behind_the_end_of_a_webp_goes() -> None:
    data = saved(corners(), "WEBP")
    assert told(fotos.cleaned(data + PLACE)) == []
    assert told(fotos.cleaned(saved(corners(), "WEBP", xmp=PLACE))) == []


def test_a_photo_with_a_second_one_inside_it_keeps_the_first() -> None:
    second = Image.new("RGB", (100, 100), "black")
    data = saved(corners(), "MPO", save_all=True, append_images=[second], exif=notes())
    clean = fotos.cleaned(data)
    assert opened(clean).format == "JPEG"
    assert quarters(opened(clean)) == UPRIGHT
    assert told(clean) == []


@pytest.mark.parametrize("size", [(60, 40), (2000, 40)])
def test_see_through_parts_stay_so(size: tuple[int, int]) -> None:
    picture = corners(size).convert("P")
    index = picture.getpixel((0, 0))
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", PLACE.decode())
    clean = opened(fotos.cleaned(saved(picture, "PNG", transparency=index, pnginfo=info)))
    assert max(clean.size) <= 1600
    assert clean.convert("RGBA").getpixel((2, 2))[3] == 0  # type: ignore[index]  # an RGBA pixel is a tuple
    assert clean.convert("RGBA").getpixel((clean.width - 2, 2))[3] == 255  # type: ignore[index]


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF"])
def test_a_moving_picture_and_one_of_many_pages_keep_all_they_show(kind: str) -> None:
    frames = [Image.new("RGB", (1700, 50), colour) for colour in ("red", "lime", "blue")]
    times: dict[str, Any] = {} if kind == "TIFF" else {"duration": [100, 200, 300], "loop": 0}
    data = saved(frames[0], kind, save_all=True, append_images=frames[1:], **times)
    assert fotos.cleaned(data) == data
    noting: dict[str, dict[str, Any]] = {
        "GIF": {"comment": PLACE},
        "TIFF": {"description": PLACE.decode()},
    }
    options = noting.get(kind, {"exif": notes()})
    noted = saved(frames[0], kind, save_all=True, append_images=frames[1:], **times, **options)
    assert PLACE in noted
    clean = fotos.cleaned(noted)
    assert told(clean) == []
    picture = Image.open(io.BytesIO(clean))
    assert (getattr(picture, "n_frames", 1), picture.size) == (3, (1700, 50))
    for place, wanted in enumerate(["x..", ".x.", "..x"]):
        picture.seek(place)
        assert quarters(picture)[0] == wanted
        if kind != "TIFF":
            assert picture.info["duration"] == (place + 1) * 100


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "CMYK", "I;16", "YCbCr"])
def test_every_kind_of_pixel_can_be_cleaned(mode: str) -> None:
    kind = "JPEG" if mode in ("CMYK", "YCbCr") else "PNG"
    picture = (
        Image.new("I;16", (2000, 20))
        if mode == "I;16"
        else corners((2000, 20), mode if mode != "PA" else "P")
    )
    clean = opened(fotos.cleaned(saved(picture, kind, exif=notes())))
    assert clean.size == (1600, 16)
    if mode not in ("1", "L", "LA", "I;16"):
        assert quarters(clean) == UPRIGHT


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"%PDF-1.7\n",
        b"BMW en andere auto's",
        b"\0\0\0\x18ftypmp42" + bytes(40),
        bytes(range(256)),
        b"RIFF\0\0\0\0WAVE",
    ],
)
def test_what_is_no_picture_stays_as_it_is(data: bytes) -> None:
    assert fotos.cleaned(data) is data


def test_a_photo_that_cannot_be_cleaned_is_refused_in_words() -> None:
    heic = b"\0\0\0\x18ftypheic" + PLACE
    whole = saved(corners((900, 900)), "JPEG", exif=notes())
    for data, words in [(heic, "HEIC"), (whole[: len(whole) // 2], "beschadigd"), (whole[:30], "beschadigd")]:
        with pytest.raises(UserError, match=words) as fault:
            fotos.cleaned(data)
        assert fault.value.hint


@pytest.mark.parametrize("side", [9_500, 12_000, 60_000])
def test_a_small_file_that_would_become_a_giant_picture_is_refused(side: int) -> None:
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    data = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )
    with pytest.raises(UserError, match="miljoen beeldpunten"):
        fotos.cleaned(data)


def test_many_frames_are_too_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fotos, "MOST_PIXELS", 100_000)
    frames = [Image.new("RGB", (200, 200), (place, 0, 0)) for place in (10, 90, 170)]
    with pytest.raises(UserError, match="miljoen beeldpunten"):
        fotos.cleaned(saved(frames[0], "GIF", save_all=True, append_images=frames[1:], comment=PLACE))


def test_a_damaged_photo_is_a_photo_or_a_sentence_and_never_tells_the_place() -> None:
    dice = random.Random(2019)
    whole = [saved(corners(), kind, exif=notes(6)) for kind in ("JPEG", "PNG", "WEBP", "TIFF")]
    whole.append(saved(corners(), "GIF", comment=PLACE))
    cleaned = 0
    for turn in range(200):
        data = bytearray(whole[turn % len(whole)])
        for _spot in range(dice.randrange(1, 6)):
            data[dice.randrange(12, len(data))] = dice.randrange(256)
        try:
            clean = fotos.cleaned(bytes(data[: dice.choice([None, None, dice.randrange(20, len(data))])]))
        except UserError:
            continue
        cleaned += 1
        assert PLACE not in clean
    assert cleaned > 20


def test_an_attachment_is_kept_without_the_notes_of_the_photo(office: Context, tmp_path: Path) -> None:
    path = tmp_path / "keuken.jpg"
    path.write_bytes(saved(corners((3000, 2000)), "JPEG", exif=notes(6)))
    kept = bijlagen.keep(office, path)
    data = bijlagen.content(office, kept["inhoud"])
    assert (kept["naam"], kept["grootte"]) == ("keuken.jpg", len(data))
    assert told(data) == []
    assert opened(data).size == (1067, 1600)
    with office.store.reading() as db:
        rows = db.connection().exec_driver_sql("SELECT bytes FROM inhoud").scalars()
        assert [told(bytes(row)) for row in rows] == [[]], "the photo as it was is kept nowhere"


def test_a_photo_with_another_name_is_cleaned_too(office: Context, tmp_path: Path) -> None:
    path = tmp_path / "verslag.pdf"
    path.write_bytes(saved(corners(), "PNG", exif=notes()))
    assert told(bijlagen.content(office, bijlagen.keep(office, path)["inhoud"])) == []


def test_a_photo_that_is_refused_leaves_nothing(
    office: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stuk.jpg").write_bytes(saved(corners(), "JPEG")[:300])
    with pytest.raises(UserError, match="foto is beschadigd"):
        bijlagen.keep(office, tmp_path / "stuk.jpg")
    monkeypatch.setattr(contents, "LIMIT", 1000)
    (tmp_path / "groot.png").write_bytes(saved(corners(), "PNG") + bytes(1000))
    with pytest.raises(UserError, match="te groot"):
        bijlagen.keep(office, tmp_path / "groot.png")
    with office.store.reading() as db:
        assert db.connection().exec_driver_sql("SELECT count(*) FROM inhoud").scalar() == 0


def test_the_library_reads_the_kinds_that_we_clean() -> None:
    assert all(features.check(name) for name in ("jpg", "zlib", "webp", "libtiff"))
