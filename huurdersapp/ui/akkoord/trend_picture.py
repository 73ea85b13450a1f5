"""The drawing of a measure on the screen: the very one that stands on paper, made at the width that there is.

It stands on paper's white in the dark theme too: its lines and steps from dark to light were chosen for that.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from huurdersapp.reports.document import Chart, Trend
from huurdersapp.ui.desk import Desk

_POINT = 96 / 72
"""Pixels to a point at 100 %."""
_LEAST = 200
"""Pixels at 100 % below which a drawing is made smaller as a whole."""


class TrendPicture(QWidget):
    """A drawing with its words for whoever hears the screen; `picture` is None until it is made, beside the window."""

    def __init__(self, desk: Desk, block: Trend | Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.block = desk, block
        self.picture: QImage | None = None
        self._asked = 0
        self.setAccessibleName(block.alternative)
        self.setToolTip(block.alternative)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setFixedHeight(desk.look.px(240))

    def _points(self) -> float:
        """The width of the drawing in points, so that its letters are as large as those of the window."""
        return max(self.width(), self.desk.look.px(_LEAST)) / (_POINT * self.desk.look.zoom / 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._asked:
            self._asked = self.width()
            self._draw()

    def _draw(self) -> None:
        block, points = self.block, self._points()
        sharp = _POINT * self.desk.look.zoom / 100 * self.devicePixelRatioF()

        def question() -> tuple[bytes, float]:
            # Only here: the library that draws paper takes longer to come than the window itself.
            from huurdersapp.reports.paper.chartpicture import picture_of
            from huurdersapp.reports.paper.plots import plot_of

            png, wide, high = picture_of(plot_of(block, points), sharp)
            return png, high / wide

        self.desk.ask(self, "tekening", question, self._show)

    def _show(self, made: tuple[bytes, float]) -> None:
        png, share = made
        picture = QImage.fromData(png)
        self.picture = picture
        self.setFixedHeight(round(self.width() * share))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.desk.look.px(420), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.desk.look.px(120), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.picture)
        painter.end()
