"""Photos in a report: upright, no sharper than print shows, and with nothing in the file but what is to be seen.

What a telephone writes in a photo (where, when, with what) would go along to everyone who gets the report.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from huurdersapp.reports.document import Picture
from huurdersapp.reports.paper.objects import Stream
from huurdersapp.reports.paper.objects import picture as stored
from huurdersapp.reports.paper.style import TEXT_HEIGHT, TEXT_WIDTH

if TYPE_CHECKING:
    from PIL.Image import Image

SHARP = 200 / 72
"""Pixels to a point: more is not seen on paper."""
TALLEST = TEXT_HEIGHT * 0.6
"""Points: a photo leaves room for the text that it belongs to."""
_NARROWEST = 0.15
_MOST_PIXELS = 80_000_000
_QUALITY = 85
_FEW_COLOURS = 4_096
"""A picture of fewer colours is a drawing: it keeps its sharp edges."""
_SPACES = {"RGB": "DeviceRGB", "L": "DeviceGray"}
_BARE = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive", "progression"})
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError)
"""What Pillow may say of a file that is not whole."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as a report takes it: the bytes of a JPEG (else a PNG), and its size in pixels."""

    data: bytes
    jpeg: bool
    across: int
    down: int
    space: str

    @property
    def name(self) -> str:
        """The same photo has the same name: it stands in a file once."""
        return f"foto-{sha256(self.data).hexdigest()[:16]}"

    def stream(self) -> Stream:
        """The photo as it stands in a PDF."""
        if self.jpeg:
            return stored(self.data, (self.across, self.down), self.space, jpeg=True)
        from PIL import Image

        with Image.open(BytesIO(self.data)) as picture:
            return stored(picture.tobytes(), picture.size, self.space, jpeg=False)


def photo_of(block: Picture) -> Photo | None:
    """The photo of a block, ready to be printed; None for what is no JPEG or PNG, is damaged, or is far too large."""
    return _photo(block.data, round(_wide(block) * SHARP))


INSTEAD = "Deze foto kan niet worden getoond."
"""Stands above the caption of a photo that cannot be read."""


def told(block: Picture) -> str:
    """What is to be seen on a photo, for whoever hears it."""
    return block.alternative or block.caption or "Foto zonder beschrijving"


def size_of(block: Picture, photo: Photo) -> tuple[float, float]:
    """Its width and height on paper in points."""
    wide = min(_wide(block), TALLEST * photo.across / photo.down)
    return wide, wide * photo.down / photo.across


def _wide(block: Picture) -> float:
    return TEXT_WIDTH * min(1.0, max(_NARROWEST, block.width))


@lru_cache(maxsize=24)
def _photo(data: bytes, longest: int) -> Photo | None:
    """Remembered, because a preview is made again with every word that is typed."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of notes in the photo that are not right: they go anyway
            with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    return None
                return _made(picture, data, longest)
    except (*_FAULTS, Image.DecompressionBombError):
        return None


def _made(picture: Image, data: bytes, most: int) -> Photo:
    from PIL import Image, ImageOps

    jpeg = picture.format in ("JPEG", "MPO")
    picture.load()
    if (
        jpeg
        and picture.format == "JPEG"
        and picture.mode in _SPACES
        and _is_bare(picture)
        and picture.width <= most
    ):
        return Photo(data, True, *picture.size, _SPACES[picture.mode])
    seen: Image.Image = ImageOps.exif_transpose(picture)
    if not jpeg:
        seen = seen.convert("RGBA")
        seen = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
    seen = seen.convert("L" if seen.mode in ("1", "L") else "RGB")
    if seen.width > most:
        seen = seen.resize((most, max(1, round(seen.height * most / seen.width))), Image.Resampling.LANCZOS)
    drawing = not jpeg and seen.getcolors(_FEW_COLOURS) is not None
    how: dict[str, Any] = (
        {"format": "PNG"} if drawing else {"format": "JPEG", "quality": _QUALITY, "optimize": True}
    )
    bare = Image.frombytes(seen.mode, seen.size, seen.tobytes())
    written = BytesIO()
    bare.save(written, **how)
    return Photo(written.getvalue(), not drawing, *bare.size, _SPACES[bare.mode])


def _is_bare(picture: Image) -> bool:
    return set(picture.info) <= _BARE
