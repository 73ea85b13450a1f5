"""The pages below each other: only those that are seen are drawn, beside the window, as sharp as the screen is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from huurdersapp.ui.desk import Desk
from huurdersapp.ui.preview.links import NumberLink

if TYPE_CHECKING:
    from huurdersapp.actions.papier import Link
    from huurdersapp.reports.pages import PageHeading, Pages, Picture

SCREEN_DPI = 96
"""Pixels to an inch at 100 %, as Qt and Windows reckon."""
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_GAP = 12
_KEPT = 8
"""So many drawn pages are kept for scrolling back."""

Sharpness = tuple[int, float]
"""Which document it is of, and how many pixels a point has."""


@dataclass(slots=True)
class _Drawn:
    of: Sharpness
    image: QImage
    pixels: memoryview
    """The image lies in these; they must live as long."""


class Sheets(QScrollArea):
    """`page_changed` (from 1) and `zoom_changed` when somebody scrolls or zooms; `opened` carries the Behind of a number;
    `failed` what went wrong in drawing; `drawn` when all pages that are seen are sharp."""

    page_changed = Signal(int)
    zoom_changed = Signal()
    opened = Signal(object)
    failed = Signal(object)
    drawn = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: Pages | None = None
        self._sizes: Sequence[tuple[float, float]] = ()
        self._version = 0
        self._zoom: float | None = None
        self._rects: list[QRect] = []
        self._drawn: dict[int, _Drawn] = {}
        self._asked: dict[int, Sharpness] = {}
        self._seen: frozenset[int] = frozenset()
        self._page = 0
        self.links: list[NumberLink] = []
        self.canvas = _Canvas(self._paint)
        self.setWidget(self.canvas)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there: else the width that a page may have changes with its height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_pages(self, pages: Pages, links: Sequence[Link]) -> None:
        """Show the pages of another document, at the place where the one before was left."""
        self.close_pages()
        self._pages = pages
        place = self.place()
        focused = next((at for at, link in enumerate(self.links) if link.hasFocus()), None)
        self._version += 1
        self._sizes = pages.sizes
        self._drawn = {number: kept for number, kept in self._drawn.items() if number < len(self._sizes)}
        for old in self.links:
            old.hide()
            old.deleteLater()
        self.links = [self._linked(link) for link in links]
        for one, after in pairwise([self, *self.links]):  # Tab comes here from the pages, wherever they stand
            QWidget.setTabOrder(one, after)
        self._lay_out()
        self.go_to(*place)
        if focused is not None:
            (self.links[min(focused, len(self.links) - 1)] if self.links else self).setFocus()

    def close_pages(self) -> None:
        """Draw nothing any more; what is drawn stays until other pages are shown."""
        pages, self._pages = self._pages, None
        if pages is not None:
            pages.close()

    def headings(self) -> tuple[PageHeading, ...]:
        """The headings of what is shown, in the order of the pages."""
        return () if self._pages is None else self._pages.headings()

    @property
    def is_open(self) -> bool:
        """Whether there are pages to draw."""
        return self._pages is not None

    def _linked(self, link: Link) -> NumberLink:
        made = NumberLink(link, self.canvas)
        made.clicked.connect(lambda: self.opened.emit(link.behind))
        return made

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page that is looked at, from 0."""
        return self._page

    @property
    def zoom(self) -> float | None:
        """How large the pages are, 1.0 as on paper; None: as wide as there is room."""
        return self._zoom

    @property
    def shown_zoom(self) -> float:
        """How large they are now, also where the room decides."""
        return self._scale() * 72 / SCREEN_DPI

    def is_sharp(self) -> bool:
        """Whether all pages that are seen are drawn as sharp as the screen is."""
        wanted = self._wanted()
        return all(number in self._drawn and self._drawn[number].of == wanted for number in self._seen)

    # -- going and zooming ---------------------------------------------------------------------------------------

    def place(self) -> tuple[int, float]:
        """The page at the upper edge and how far it is scrolled up, as a share of its height."""
        if not self._rects:
            return 0, 0.0
        top = self.verticalScrollBar().value()
        number = max(0, bisect_right([rect.top() for rect in self._rects], top) - 1)
        rect = self._rects[number]
        return number, (top - rect.top()) / rect.height()

    def go_to(self, number: int, share: float = 0.0) -> None:
        """Scroll to a page, from 0."""
        if not self._rects:
            return
        if number >= len(self._rects):
            number, share = len(self._rects) - 1, 0.0
        rect = self._rects[max(0, number)]
        start = 0 if number <= 0 and not share else rect.top()
        self.verticalScrollBar().setValue(round(start + share * rect.height()))
        self._scrolled()

    def set_zoom(self, zoom: float | None) -> None:
        """Show the pages so large, and stay at the same place of the text."""
        place = self.place()
        self._zoom = None if zoom is None else min(ZOOMS[-1], max(ZOOMS[0], zoom))
        self._lay_out()
        self.go_to(*place)
        self.zoom_changed.emit()

    def zoom_by(self, steps: int) -> None:
        """One step larger (1) or smaller (-1)."""
        now = self.shown_zoom
        if steps > 0:
            self.set_zoom(next((zoom for zoom in ZOOMS if zoom > now * 1.01), ZOOMS[-1]))
        else:
            self.set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < now * 0.99), ZOOMS[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = self._meant(event)
        if do is None:
            super().keyPressEvent(event)
        else:
            do()

    def _meant(self, event: QKeyEvent) -> Callable[[], None] | None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        key = Qt.Key
        if control:
            turns = {key.Key_PageDown: 1, key.Key_PageUp: -1}
            steps = turns.get(key(event.key()))
            return None if steps is None else lambda: self.go_to(max(0, self._page + steps))
        plain: dict[int, Callable[[], None]] = {
            key.Key_Plus: lambda: self.zoom_by(1),
            key.Key_Equal: lambda: self.zoom_by(1),
            key.Key_Minus: lambda: self.zoom_by(-1),
            key.Key_0: lambda: self.set_zoom(None),
            key.Key_1: lambda: self.set_zoom(1.0),
            key.Key_Home: lambda: self.go_to(0),
            key.Key_End: lambda: self.verticalScrollBar().setValue(self.verticalScrollBar().maximum()),
        }
        return plain.get(event.key())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    # -- where everything stands ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self.place()
        self._lay_out()
        self.go_to(*place)
        if self._zoom is None:
            self.zoom_changed.emit()

    def _scale(self) -> float:
        """Pixels a point."""
        if self._zoom is not None:
            return self._zoom * SCREEN_DPI / 72
        wide = max((width for width, _height in self._sizes), default=595.0)
        return max(0.2, (self.viewport().width() - 2 * _GAP) / wide)

    def _lay_out(self) -> None:
        scale, ratio = self._scale(), self.devicePixelRatioF()
        sizes = [
            QSize(ceil(ceil(width * scale * ratio) / ratio), ceil(ceil(height * scale * ratio) / ratio))
            for width, height in self._sizes
        ]
        room = max([self.viewport().width(), *(size.width() + 2 * _GAP for size in sizes)])
        before, top, self._rects = self._rects, _GAP, []
        for size in sizes:
            self._rects.append(QRect(QPoint((room - size.width()) // 2, top), size))
            top += size.height() + _GAP
        self.canvas.resize(room, max(top, self.viewport().height()))
        for link in self.links:
            link.lie(self._rects[link.link.page].topLeft(), scale)
            link.show()
        self._scrolled()
        if self._rects != before:  # else each page is painted when its new picture is there
            self.canvas.update()

    def _scrolled(self) -> None:
        view = QRect(0, self.verticalScrollBar().value(), self.canvas.width(), self.viewport().height())
        self._seen = frozenset(at for at, rect in enumerate(self._rects) if rect.intersects(view))
        middle = view.top() + view.height() // 3
        page = max(0, bisect_right([rect.top() for rect in self._rects], middle) - 1)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page + 1)
        self._draw()

    # -- drawing -------------------------------------------------------------------------------------------------

    def _wanted(self) -> Sharpness:
        return self._version, self._scale() * self.devicePixelRatioF()

    def _draw(self) -> None:
        """Have the pages that are seen and not sharp yet drawn, the upper one first."""
        wanted = self._wanted()
        for number in sorted(self._seen):
            if self._drawn.get(number, _NOTHING).of != wanted and self._asked.get(number) != wanted:
                self._asked[number] = wanted
                self._ask(number, wanted)

    def _ask(self, number: int, wanted: Sharpness) -> None:
        pages = self._pages
        if pages is None:
            return

        def question() -> Picture | Exception | None:
            if number not in self._seen or self._asked.get(number) != wanted:
                return None  # somebody scrolled on
            try:
                return pages.picture(number, wanted[1])
            except Exception as fault:  # noqa: BLE001 - told in the place of the pages
                return fault

        self._desk.ask(self, f"bladzijde {number}", question, lambda told: self._told(number, wanted, told))

    def _told(self, number: int, of: Sharpness, told: Picture | Exception | None) -> None:
        if self._asked.get(number) == of:
            del self._asked[number]
        if isinstance(told, Exception):
            self.failed.emit(told)
            return
        if told is None:
            self._draw()  # it may be seen again by now
            return
        if of[0] != self._version or number >= len(self._rects):
            return
        shape = (told.width, told.height, told.stride)
        image = QImage(told.pixels, *shape, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._drawn.pop(number, None)
        self._drawn[number] = _Drawn(of, image, told.pixels)
        for old in [at for at in self._drawn if at not in self._seen][: max(0, len(self._drawn) - _KEPT)]:
            del self._drawn[old]
        self.canvas.update(self._rects[number])
        if self.is_sharp():
            self.drawn.emit()

    def _paint(self, painter: QPainter, area: QRect) -> None:
        look, wanted = self._desk.look, self._wanted()
        painter.fillRect(area, look.colour("ground"))
        for number, rect in enumerate(self._rects):
            if not rect.adjusted(-1, -1, 1, 1).intersects(area):
                continue
            painter.fillRect(rect, QColor(Qt.GlobalColor.white))
            drawn = self._drawn.get(number)
            if drawn is not None and drawn.of[1] == wanted[1]:
                painter.drawImage(rect.topLeft(), drawn.image)
            elif drawn is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(QRectF(rect), drawn.image)
            painter.setPen(look.colour("edge"))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))


_NOTHING = _Drawn((-1, 0.0), QImage(), memoryview(b""))


class _Canvas(QWidget):
    def __init__(self, paint: Callable[[QPainter, QRect], None]) -> None:
        super().__init__()
        self._do = paint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._do(painter, event.rect())
        painter.end()
