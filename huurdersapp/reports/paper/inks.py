"""How the series of a chart look, on paper and on the screen: told apart in grey too, by lightness and hatching.

Apart from the drawing of charts, so that a window can use it without the library that draws paper.
"""

from __future__ import annotations

from dataclasses import dataclass

_WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Ink:
    """How a series looks: the area, the hatching over it, and the dashes and marker of its line."""

    colour: str
    hatch: str = ""
    dash: tuple[float, ...] = ()
    marker: str = "circle"


INKS = (
    Ink("#0B5394"),
    Ink("#A9CBEA", dash=(6, 3), marker="square"),
    Ink("#4F8CC4", hatch=_WHITE, dash=(2, 2), marker="triangle"),
    Ink(_WHITE, hatch="#0B5394", dash=(8, 3, 2, 3), marker="diamond"),
    Ink("#EDEFF2", dash=(1, 3), marker="circle"),
    Ink("#4A5568", hatch=_WHITE, dash=(12, 3), marker="square"),
)
