"""Draws on one page: text, lines and areas, each either part of the document or mere decoration.

Measures are points from the upper left corner, as the layout counts; the page's own origin is below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from huurdersapp.reports.document import Source
from huurdersapp.reports.fonts import FaceName, face
from huurdersapp.reports.paper.style import PAGE_HEIGHT
from huurdersapp.reports.paper.tagging import Element, Link


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands that has records behind it: page from 0, box from the upper left corner."""

    page: int
    box: tuple[float, float, float, float]
    source: Source


@dataclass(slots=True)
class Shared:
    """What the pages of one document collect together: signs per face, places to click, sources."""

    used: dict[FaceName, set[str]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


class Pen:
    """The content of one page.

    Attributes:
        marks: the element of each marked piece; its place in the list is its number on this page.
        has_links: whether the page has places to click.
    """

    def __init__(self, shared: Shared, page: int = 0, height: float = PAGE_HEIGHT) -> None:
        self.shared = shared
        self.page = page
        self.height = height
        self.marks: list[Element] = []
        self._code: list[str] = []
        self._fill = self._stroke = "#000000"
        self._width = 1.0

    def content(self) -> bytes:
        """The page's instructions."""
        return "\n".join(self._code).encode("latin-1")

    def begin(self, element: Element) -> None:
        """What is drawn from here to `end` belongs to this element."""
        number = len(self.marks)
        self.marks.append(element)
        element.kids.append((self.page, number))
        self._code.append(f"/{element.kind}<</MCID {number}>>BDC")

    def begin_artifact(self, furniture: str = "") -> None:
        """What is drawn from here to `end` is decoration; `furniture` is Header or Footer of a page."""
        if furniture:
            self._code.append(
                f"/Artifact<</Type/Pagination/Attached[/{_EDGE[furniture]}]/Subtype/{furniture}>>BDC"
            )
        else:
            self._code.append("/Artifact BMC")

    def end(self) -> None:
        """Close what `begin` or `begin_artifact` opened."""
        self._code.append("EMC")

    def text(
        self, x: float, y: float, text: str, name: FaceName, size: float, colour: str, leading: float = 0
    ) -> None:
        """Draw tidied text with its baseline at `y`; each line break goes down by `leading`."""
        letters = self._letters(name, text)
        self._set_fill(colour)
        down = f" {leading:.2f} TL" if leading else ""
        self._code.append(
            f"BT/{FONT_NAMES[name]} {size:g} Tf{down} {x:.2f} {self.height - y:.2f} Td({letters})Tj ET"
        )

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self._set_fill(colour)
        self._code.append(f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re f")

    def frame(
        self, x: float, y: float, width: float, height: float, colour: str, thickness: float = 0.75
    ) -> None:
        """Draw the outline of a rectangle."""
        self._set_stroke(colour, thickness)
        self._code.append(f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re S")

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        thickness: float = 0.75,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a line through points, with dashes if asked."""
        self._set_stroke(colour, thickness)
        steps = [
            f"{x:.2f} {self.height - y:.2f} {'l' if index else 'm'}" for index, (x, y) in enumerate(points)
        ]
        path = " ".join(steps)
        if dash:
            lengths = " ".join(f"{length:g}" for length in dash)
            path = f"[{lengths}]0 d {path} S []0 d"
        else:
            path += " S"
        self._code.append(path)

    def polygon(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill the area inside points."""
        self._set_fill(colour)
        steps = [
            f"{x:.2f} {self.height - y:.2f} {'l' if index else 'm'}" for index, (x, y) in enumerate(points)
        ]
        self._code.append(" ".join(steps) + " f")

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """What is drawn inside shows within this rectangle only."""
        before = self._fill, self._stroke, self._width
        self._code.append(f"q {x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re W n")
        yield
        self._code.append("Q")
        self._fill, self._stroke, self._width = before

    @contextmanager
    def scaled(self, x: float, y: float, factor: float) -> Iterator[None]:
        """What is drawn inside, from the point (x, y), is made smaller."""
        before = self._fill, self._stroke, self._width
        left, down = x * (1 - factor), (self.height - y) * (1 - factor)
        self._code.append(f"q {factor:.4f} 0 0 {factor:.4f} {left:.2f} {down:.2f} cm")
        yield
        self._code.append("Q")
        self._fill, self._stroke, self._width = before

    def link(
        self,
        box: tuple[float, float, float, float],
        text: str,
        target: str | tuple[int, float],
        element: Element,
    ) -> None:
        """Make a box (left, top, right, bottom) clickable; `target` is an address or a page and a height."""
        left, top, right, bottom = box
        link = Link(self.page, (left, self.height - bottom, right, self.height - top), text, target, element)
        element.kids.append(link)
        self.shared.links.append(link)

    def source(self, box: tuple[float, float, float, float], source: Source) -> None:
        """Remember where a number with records behind it stands."""
        self.shared.places.append(Place(self.page, box, source))

    def _letters(self, name: FaceName, text: str) -> str:
        used = self.shared.used.get(name)
        if used is None:
            used = self.shared.used[name] = set()
        used.update(text)
        return text.translate(face(name).codes)

    def _set_fill(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self._code.append(f"{rgb(colour)} rg")

    def _set_stroke(self, colour: str, thickness: float) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self._code.append(f"{rgb(colour)} RG")
        if thickness != self._width:
            self._width = thickness
            self._code.append(f"{thickness:g} w")


FONT_NAMES: dict[FaceName, str] = {
    "regular": "R",
    "italic": "I",
    "bold": "B",
    "bold_italic": "Z",
    "semibold": "S",
}
_EDGE = {"Header": "Top", "Footer": "Bottom"}


@cache
def rgb(colour: str) -> str:
    """A colour such as "#0B5394" as three shares of one."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3f}" for i in (1, 3, 5))
