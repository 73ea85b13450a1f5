"""Photos that are attached to a record: upright, not larger than needed, and without what a telephone writes in them.

A telephone puts in each photo where it was taken, when and with what, and often a small copy of what was cut away. Of
a tenant at home that is more than anybody needs (AVG art. 5 lid 1 onder c: no more data than is needed), and it would
go along in every report. So it never comes into the administration.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1600
"""Pixels of the longest side: enough to fill a page of paper, or a screen."""
QUALITY = 85
MOST_PIXELS = 80_000_000
"""More than this is not opened: it takes a third of a gigabyte."""
HEAD = 16
"""Bytes at the beginning of a file that `is_picture` looks at."""
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")
_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
_NOT_OURS = (b"avif", b"avis", b"heic", b"heim", b"heis", b"heix", b"hevc", b"hevx", b"mif1", b"msf1")
"""Kinds of photo that Pillow does not read everywhere, in the bytes where such a file tells its kind."""
_PNG_PARTS = (
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD"),
    *(b"hIST", b"pHYs", b"cICP", b"acTL", b"fcTL", b"fdAT"),
)
_WEBP_PARTS = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF")
_TIFF_NOTES = (270, 305, 306, 315, 316, 700, 33432, 33723, 34377, 34665, 34853, 37510, 40092, 50341)
"""Description, program, moment, maker, machine, XMP, rights, IPTC, Photoshop, EXIF, GPS and comments."""

_HOW: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": QUALITY, "optimize": True},
    "WEBP": {"quality": QUALITY, "exif": b"", "xmp": b""},
    "TIFF": {"compression": "tiff_deflate"},
}
"""How a kind of photo is written."""


def is_picture(head: bytes) -> bool:
    """Whether a file that begins with these bytes (`HEAD` of them) is a photo, by what it is and not by its name."""
    return head.startswith(_STARTS) or _is_webp(head) or _is_other(head)


def _is_webp(head: bytes) -> bool:
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def _is_other(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in _NOT_OURS


def cleaned(data: bytes) -> bytes:
    """A photo of the same kind, upright, at most `LONGEST` pixels long, with its pixels and colours and nothing else.

    What is no photo, and a photo that is so already, comes back as it is. A moving picture keeps its size. Raises
    UserError for a photo that is damaged, too large, or of a kind that cannot be cleaned (HEIC, AVIF).
    """
    if not is_picture(data[:HEAD]):
        return data
    if _is_other(data[:HEAD]):
        raise UserError(
            _("Dit soort foto (HEIC) kan het programma niet bewaren."),
            _("Bewaar de foto eerst als JPEG. Dat kan met het programma waarin u foto’s bekijkt."),
        )
    import PIL.Image

    PIL.Image.init()  # when only some kinds are allowed, it does not load their readers by itself
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of notes in the photo that are not right: they go anyway
            return _opened(data)
    except PIL.Image.DecompressionBombError as fault:
        raise _too_large() from fault
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        IndexError,
        KeyError,
        TypeError,
        OverflowError,
    ) as fault:
        # All of these are what Pillow may say of a file that is not whole.
        raise UserError(
            _("Deze foto is beschadigd."),
            _("Open de foto in een ander programma, bewaar hem opnieuw en kies hem dan."),
        ) from fault


def _opened(data: bytes) -> bytes:
    import PIL.Image

    with PIL.Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
        frames = 1 if picture.format == "MPO" else getattr(picture, "n_frames", 1)
        if picture.width * picture.height * frames > MOST_PIXELS:
            raise _too_large()
        if _bare(picture, data) and (frames > 1 or max(picture.size) <= LONGEST):
            picture.load()
            return data
        return _moving(picture) if frames > 1 else _still(picture)


def _too_large() -> UserError:
    return UserError(
        _("Deze foto is te groot: meer dan {limit} miljoen beeldpunten."),
        _("Maak de foto kleiner en probeer het opnieuw."),
        limit=MOST_PIXELS // 1_000_000,
    )


def _still(picture: Image) -> bytes:
    from PIL import ImageOps
    from PIL.Image import Resampling

    colours = picture.info.get("icc_profile")
    transparent = picture.info.get("transparency")
    upright: Image = picture
    if max(picture.size) > LONGEST:
        if picture.mode not in ("L", "LA", "RGB", "RGBA", "CMYK"):
            upright = picture.convert("RGB" if transparent is None and picture.mode != "PA" else "RGBA")
            upright.info["exif"] = picture.info.get("exif", b"")
            transparent = None
        upright.thumbnail((LONGEST, LONGEST), Resampling.LANCZOS)
    upright = ImageOps.exif_transpose(upright).copy()
    upright.info = {}
    return _written(upright, str(picture.format), icc_profile=colours, transparency=transparent)


def _moving(picture: Image) -> bytes:
    """All its frames, or all its pages, each for as long as it was shown."""
    from PIL import ImageSequence

    frames, spans = [], []
    for frame in ImageSequence.Iterator(picture):
        frame.load()  # only then a WEBP knows how long
        spans.append(frame.info.get("duration", 0))
        frames.append(frame.copy())
        frames[-1].info = {
            key: value for key, value in frame.info.items() if key in ("transparency", "background")
        }
    times: dict[str, Any] = {} if picture.format == "TIFF" else {"duration": spans}
    if picture.format != "TIFF" and "loop" in picture.info:
        times["loop"] = picture.info["loop"]
    return _written(frames[0], str(picture.format), save_all=True, append_images=frames[1:], **times)


def _written(picture: Image, kind: str, **options: Any) -> bytes:
    kind = "JPEG" if kind == "MPO" else kind
    options |= _HOW.get(kind, {})
    out = io.BytesIO()
    picture.save(out, kind, **{key: value for key, value in options.items() if value is not None})
    return out.getvalue()


def _bare(picture: Image, data: bytes) -> bool:
    """Whether there is nothing in the file but the picture and its colours, also not behind its end."""
    match picture.format:
        case "JPEG":
            return data.endswith(b"\xff\xd9") and all(
                _of_jpeg(name, content) for name, content in vars(picture)["applist"]
            )
        case "PNG":
            return set(_parts(data, 8, png=True)) <= set(_PNG_PARTS)
        case "WEBP":
            return set(_parts(data, 12, png=False)) <= set(_WEBP_PARTS)
        case "GIF":
            return not {"comment", "xmp"} & set(picture.info) and data.endswith(b";")
        case "TIFF":
            return not any(tag in _TIFF_NOTES for tag in vars(picture)["tag_v2"])
    return False


def _of_jpeg(name: str, content: bytes) -> bool:
    """Of the parts of a JPEG beside its pixels: how many to a centimetre, its colours, how they are packed."""
    match name:
        case "APP0":
            return content.startswith(b"JFIF\0") and len(content) == 14  # longer with a small copy in it
        case "APP2":
            return content.startswith(b"ICC_PROFILE\0")
        case "APP14":
            return content.startswith(b"Adobe")
    return False


def _parts(data: bytes, place: int, *, png: bool) -> Iterator[bytes]:
    """The names of the parts of a PNG or a WEBP; an empty one for what is no part."""
    while place < len(data):
        first, second = data[place : place + 4], data[place + 4 : place + 8]
        if png:
            yield second
            place += int.from_bytes(first, "big") + 12
            if second == b"IEND":
                break
        else:
            yield first
            length = int.from_bytes(second, "little")
            place += length + length % 2 + 8
    if place != len(data):
        yield b""
