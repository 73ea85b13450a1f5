"""The house style on paper: sizes in points, colours, margins. Both writers read it.

Text contrasts at least 7 to 1 with white; nothing is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from huurdersapp.reports.document import Align
from huurdersapp.reports.fonts import FaceName

MM: Final = 72 / 25.4
PAGE_WIDTH: Final = 210 * MM
PAGE_HEIGHT: Final = 297 * MM
MARGIN: Final = 25 * MM
TOP: Final = 27 * MM
BOTTOM: Final = 25 * MM
TEXT_WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
TEXT_HEIGHT: Final = PAGE_HEIGHT - TOP - BOTTOM

ACCENT: Final = "#0B5394"
INK: Final = "#1F2328"
GREY: Final = "#57606A"
RULE: Final = "#C5CDD6"
TINT: Final = "#EAF1F8"
WARN: Final = "#8A2C0D"


NORMAL: Final = 11.0
"""Running text in points, unless a document asks for larger letters."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph looks; all lengths in points."""

    face: FaceName = "regular"
    size: float = 11
    leading: float = 16.5
    colour: str = INK
    before: float = 0
    after: float = 8
    indent: float = 0
    align: Align = "left"
    hyphenate: bool = False


def scaled(style: TextStyle, size: float) -> TextStyle:
    """The style as it looks where running text has this size; the white between the lines stays the same."""
    if size == NORMAL:
        return style
    larger = style.size * size / NORMAL
    return replace(style, size=larger, leading=style.leading + larger - style.size)


BODY: Final = TextStyle(hyphenate=True)
LEAD: Final = TextStyle(size=12.5, leading=18.5, after=10, hyphenate=True)
NOTE: Final = TextStyle(size=9, leading=13, colour=GREY, hyphenate=True)
QUOTE: Final = TextStyle("italic", before=2, after=10, indent=18, hyphenate=True)
ITEM: Final = TextStyle(after=4, indent=18, hyphenate=True)
LAST_ITEM: Final = TextStyle(indent=18, hyphenate=True)
LINES: Final = TextStyle(leading=15.5, after=10)
SIGNER: Final = TextStyle(leading=15.5, after=0)
CAPTION: Final = TextStyle("semibold", size=9.5, leading=14, before=8, after=5)
FIGURE_CAPTION: Final = TextStyle("semibold", size=9.5, leading=14, before=4, after=14)
CELL: Final = TextStyle(size=9.5, leading=13.5, after=0)
QUESTION: Final = TextStyle("semibold", size=12, leading=17.5, after=4)
QUESTION_HELP: Final = TextStyle(size=12, leading=17, colour=GREY, after=5)
OPTION: Final = TextStyle(size=12, leading=17.5, after=3)
FIELD_LABEL: Final = TextStyle(size=10.5, leading=14.5, colour=GREY, after=0)
FIELD_VALUE: Final = TextStyle(size=12, leading=17, after=0)
KEY_VALUE: Final = TextStyle("bold", size=22, leading=27, colour=ACCENT, after=0)
KEY_LABEL: Final = TextStyle(size=9.5, leading=13.5, colour=INK, after=0)
TITLE: Final = TextStyle("bold", size=25, leading=31, colour=ACCENT, after=4)
SUBTITLE: Final = TextStyle(size=13, leading=19, colour=GREY, after=4)
FRONT_ORGANISATION: Final = TextStyle("semibold", size=13, leading=19, colour=ACCENT, after=0)
FRONT_TITLE: Final = TextStyle("bold", size=34, leading=41, colour=ACCENT, after=8)
FRONT_SUBTITLE: Final = TextStyle(size=17, leading=24, colour=GREY, after=0)
FRONT_AUDIENCE: Final = TextStyle(size=14, leading=21, colour=INK, after=0)
FRONT_FACT: Final = TextStyle(size=10.5, leading=15.5, colour=INK, after=3, indent=110)
BAND: Final = 8 * MM
"""The dark edge of a front page."""
CONTENTS_TITLE: Final = TextStyle("bold", size=14, leading=20, colour=ACCENT, before=14, after=6)
HEADINGS: Final = {
    1: TextStyle("bold", size=18, leading=24, colour=ACCENT, before=26, after=8),
    2: TextStyle("bold", size=13.5, leading=19, colour=ACCENT, before=18, after=5),
    3: TextStyle("bold", size=11, leading=16, colour=INK, before=12, after=3),
}
LETTER_HEADING: Final = TextStyle("bold", size=11.5, leading=16.5, colour=INK, before=10, after=4)
SENDER: Final = TextStyle(size=9, leading=13, colour=GREY, after=0)
SENDER_NAME: Final = TextStyle("bold", size=12.5, leading=17, colour=ACCENT, after=3)

# The window of a C5/EA5 envelope around a folded A4 (docs/design.md): from the edges of the sheet.
WINDOW_TOP: Final = 47 * MM
WINDOW_WIDTH: Final = 80 * MM
WINDOW_HEIGHT: Final = 38 * MM
WINDOW_LEFT: Final = {"left": MARGIN, "right": PAGE_WIDTH - MARGIN - WINDOW_WIDTH}
LETTER_START: Final = 98 * MM
SENDER_TOP: Final = 17 * MM
SENDER_LEFT: Final = {"left": 122 * MM, "right": MARGIN}
LOGO_TOP: Final = SENDER_TOP
LOGO_HEIGHT: Final = 24 * MM
LOGO_WIDTH: Final = {"left": 122 * MM - MARGIN - 6 * MM, "right": WINDOW_WIDTH}
SENDER_WIDTH: Final = {"left": PAGE_WIDTH - 122 * MM - 15 * MM, "right": 74 * MM}
