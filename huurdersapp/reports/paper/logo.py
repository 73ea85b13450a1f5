"""The mark of an organisation at the head of a letter: above the window of the envelope, never in it."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import Literal

from huurdersapp.reports.document import Logo
from huurdersapp.reports.fonts import tidy
from huurdersapp.reports.paper.objects import Stream
from huurdersapp.reports.paper.objects import picture as stored
from huurdersapp.reports.paper.style import (
    LOGO_HEIGHT,
    LOGO_TOP,
    LOGO_WIDTH,
    MARGIN,
    MM,
    PAGE_HEIGHT,
    TEXT_WIDTH,
    WINDOW_LEFT,
    WINDOW_WIDTH,
)
from huurdersapp.reports.paper.tagging import Box, Element, TaggedCanvas, alternative

_SPACES = {"RGB": "DeviceRGB", "L": "DeviceGray"}


def logo_box(logo: Logo, window: Literal["left", "right"]) -> tuple[float, float, float, float]:
    """Left edge, upper edge, width and height in points, measured from the upper left corner of the page.

    It is as wide as was asked, unless it would come into the window or into the sender beside it.
    """
    from PIL import Image

    with Image.open(BytesIO(logo.data)) as picture:
        across, down = picture.size
    wide = min(logo.width * MM, LOGO_WIDTH[window], LOGO_HEIGHT * across / down)
    left = MARGIN if window == "left" else WINDOW_LEFT["right"] + WINDOW_WIDTH - wide
    return left, LOGO_TOP, wide, wide * down / across


def logo_size(logo: Logo) -> tuple[float, float]:
    """Width and height in points where nothing stands beside it: as was asked, and no higher than in a letter."""
    from PIL import Image

    with Image.open(BytesIO(logo.data)) as picture:
        across, down = picture.size
    wide = min(logo.width * MM, TEXT_WIDTH, LOGO_HEIGHT * across / down)
    return wide, wide * down / across


def logo_element(logo: Logo, parent: Element) -> Element:
    """The element of the mark, with its words."""
    return Element("Figure", parent, alternative(tidy(logo.alternative)))


def draw_logo(canvas: TaggedCanvas, logo: Logo, window: Literal["left", "right"], element: Element) -> None:
    """Draw the mark on the page that is drawn now."""
    x, top, wide, high = logo_box(logo, window)
    y = PAGE_HEIGHT - top - high
    draw_logo_in(canvas, logo, (x, y, x + wide, y + high), element)


def draw_logo_in(canvas: TaggedCanvas, logo: Logo, box: Box, element: Element) -> None:
    """Draw the mark in a box of the present coordinates."""
    edges = " ".join(f"{value:.2f}" for value in canvas.box_here(*box))
    element.entries += f"/A<</O/Layout/Placement/Block/BBox[{edges}]>>"
    canvas.begin(element)
    name = f"logo-{sha256(logo.data).hexdigest()[:16]}"
    canvas.draw_picture(name, lambda: _readable(logo.data), box)
    canvas.end()


def _readable(data: bytes) -> Stream:
    """The picture as it may stand in the file: a JPEG as it is, anything else without transparency."""
    from PIL import Image

    with Image.open(BytesIO(data)) as picture:
        if picture.format == "JPEG" and picture.mode in _SPACES:
            return stored(data, picture.size, _SPACES[picture.mode], jpeg=True)
        seen = picture.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    pixels = Image.alpha_composite(white, seen).convert("RGB").tobytes()
    return stored(pixels, seen.size, "DeviceRGB", jpeg=False)
