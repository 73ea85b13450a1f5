"""A list of texts of any length, each a row that can be chosen, copied and read aloud: for points of an akkoord and for
what a search found. One widget draws them all, so that hundreds of rows open at once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from huurdersapp.actions.marks import Mark, marks
from huurdersapp.ui.icons import icon
from huurdersapp.ui.look import Look

Style = Literal["plain", "strong", "muted", "warning", "good", "fault", "heading", "title", "link"]
Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole
_SIZES: dict[Style, float] = {"heading": 1.1, "title": 1.25, "muted": 0.92}
_BOLD: frozenset[Style] = frozenset({"strong", "heading", "title"})
_COLOURS: dict[Style, str] = {
    "muted": "muted", "warning": "warning", "good": "good", "fault": "error", "link": "main",
}  # fmt: skip
_INDENT = 20
_PICTURE, _BAR, _BAR_HIGH, _APART = 16, 96, 10, 6
"""Pixels at 100 %: of a picture, of a bar before the words, and between these."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of a row; `bold` are the places of words that stand out in it, `found` those that a search found.

    `icon` is the meaning of a picture before it, in the colour of the words; `share` draws a bar before it that is so
    full, from 0 to 1. The words say both as well.
    """

    text: str
    style: Style = "plain"
    bold: tuple[Mark, ...] = ()
    found: tuple[Mark, ...] = ()
    icon: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """`key` is what the row stands for; without one it is a heading, which cannot be chosen.

    `spoken` is what a screen reader says where that is more than the text, `marked` draws a bar beside the row (it says
    in words as well what that means).
    """

    paragraphs: tuple[Paragraph, ...]
    key: Any = None
    level: int = 0
    spoken: str = ""
    marked: bool = False

    def text(self) -> str:
        """All words, as they are copied."""
        return "\n".join(part.text for part in self.paragraphs)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def fill(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt calls it without
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or row.text()
        return row.key if role == KEY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].key is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Drawing(QStyledItemDelegate):
    """Lays out each text once for a width, and draws what is seen."""

    def __init__(self, view: TextList) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[int, int] = {}
        self.terms: Sequence[str] = ()

    def forget(self) -> None:
        self._heights.clear()

    def _fonts(self) -> _Fonts:
        font = self._view.font()
        return _fonts(font.family(), font.pointSizeF())

    def _left(self, row: Row) -> int:
        return self._view.look.px(12 + row.level * _INDENT)

    def _width(self, row: Row) -> float:
        return max(60, self._view.viewport().width() - self._left(row) - self._view.look.px(12))

    def _before(self, part: Paragraph) -> int:
        """The room for what stands before the words of a paragraph."""
        pixels = (_PICTURE + _APART if part.icon else 0) + (_BAR + _APART if part.share is not None else 0)
        return self._view.look.px(pixels)

    def _draw_before(self, painter: QPainter, part: Paragraph, at: QPointF, line: float) -> None:
        look, colour = self._view.look, _COLOURS.get(part.style, "text")
        left = round(at.x())
        if part.icon:
            size = look.px(_PICTURE)
            place = QRect(left, round(at.y() + (line - size) / 2), size, size)
            icon(part.icon, look, colour).paint(painter, place)
            left += size + look.px(_APART)
        if part.share is not None:
            high = look.px(_BAR_HIGH)
            bar = QRectF(left, at.y() + (line - high) / 2, look.px(_BAR), high)
            painter.setPen(QPen(look.colour("edge"), 1))
            painter.setBrush(look.colour("card"))
            painter.drawRect(bar)
            painter.fillRect(
                bar.adjusted(1, 1, -1 - (bar.width() - 2) * (1 - part.share), -1), look.colour("main")
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        at = index.row()
        if (height := self._heights.get(at)) is None:
            row = self._view.rows[at]
            around = self._view.look.px(6)
            parts = self._laid_out(row, self._width(row), marked=False)
            height = round(sum(part.boundingRect().height() for part in parts)) + 2 * around
            height = self._heights[at] = max(height, self._view.look.px(28))
        return QSize(80, height)

    def _laid_out(self, row: Row, width: float, *, marked: bool) -> list[QTextLayout]:
        fonts, look = self._fonts(), self._view.look
        laid = []
        for part in row.paragraphs:
            layout = QTextLayout(part.text, fonts.of(part.style))
            found = part.found or marks(part.text, self.terms)
            ground, ink = (look.colour("found"), look.colour("on_found")) if marked else (None, None)
            formats = [_format(part.text, place) for place in part.bold]
            formats += [_format(part.text, place, ground, ink) for place in found]
            if formats:
                layout.setFormats(formats)
            layout.beginLayout()
            down, room = 0.0, max(60, width - self._before(part))
            while (line := layout.createLine()).isValid():
                line.setLineWidth(room)
                line.setPosition(QPointF(0, down))
                down += line.height()
            layout.endLayout()
            laid.append(layout)
        return laid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, row = self._view, self._view.rows[index.row()]
        look, rect = view.look, cast(QRect, getattr(option, "rect"))  # noqa: B009 - absent from Qt's types
        state = cast(QStyle.StateFlag, getattr(option, "state"))  # noqa: B009
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            edge = look.px(2)
            painter.setBrush(look.colour("hover"))
            painter.setPen(QPen(look.colour("focus" if view.hasFocus() else "main"), edge))
            painter.drawRoundedRect(
                QRectF(rect).adjusted(edge, edge / 2, -edge, -edge / 2), look.px(4), look.px(4)
            )
        if row.marked:
            bar = QRect(
                rect.left() + look.px(4 + row.level * _INDENT), rect.top() + look.px(5), look.px(4), 1
            )
            bar.setHeight(rect.height() - look.px(10))
            painter.fillRect(bar, look.colour("main"))
        at = QPointF(rect.left() + self._left(row), rect.top() + look.px(6))
        for part, layout in zip(
            row.paragraphs, self._laid_out(row, self._width(row), marked=True), strict=True
        ):
            if before := self._before(part):
                self._draw_before(painter, part, at, layout.lineAt(0).height())
            painter.setPen(look.colour(_COLOURS.get(part.style, "text")))
            layout.draw(painter, at + QPointF(before, 0))
            at += QPointF(0, layout.boundingRect().height())
        painter.restore()


class _Fonts:
    def __init__(self, family: str, points: float) -> None:
        self._made: dict[Style, QFont] = {}
        self._family, self._points = family, points

    def of(self, style: Style) -> QFont:
        if style not in self._made:
            font = QFont(self._family)
            font.setPointSizeF(self._points * _SIZES.get(style, 1.0))
            font.setBold(style in _BOLD)
            font.setUnderline(style == "link")
            self._made[style] = font
        return self._made[style]


@cache
def _fonts(family: str, points: float) -> _Fonts:
    return _Fonts(family, points)


def _format(
    text: str, place: Mark, ground: QColor | None = None, ink: QColor | None = None
) -> QTextLayout.FormatRange:
    """Bold letters, marked where there is a ground."""
    words = QTextCharFormat()
    words.setFontWeight(QFont.Weight.Bold)
    if ground is not None and ink is not None:
        words.setBackground(ground)
        words.setForeground(ink)
    made = QTextLayout.FormatRange()
    start, end = place
    made.start, made.length, made.format = _units(text[:start]), _units(text[start:end]), words
    return made


def _units(text: str) -> int:
    """The length as Qt counts it, to which a sign such as an emoji is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


class TextList(QListView):
    """`chosen` carries the key of the row that somebody came to, `opened` of the one that was asked for with Enter, a
    double click, or (with `at_once`) a click. Ctrl+C copies the text of the row."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look, *, at_once: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._at_once = look, at_once
        self._rows, self._drawing = _Rows(self), _Drawing(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._drawing)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: a bar that comes and goes would change the width, and so all heights, again and again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.activated.connect(lambda index: self._open(index))
        self.clicked.connect(lambda index: self._open(index) if self._at_once else None)
        self.selectionModel().currentChanged.connect(self._came)
        self._reflow = QTimer(self)
        self._reflow.setSingleShot(True)
        self._reflow.timeout.connect(self._keep_in_view)
        look.changed.connect(self._again)

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[Row], terms: Sequence[str] = (), current: Hashable = None) -> None:
        """Show these rows, the found words marked; come to the row with the key `current`, or stay where somebody was."""
        wanted = current if current is not None else self.current_key()
        top, before = self.verticalScrollBar().value(), self._place_of_current()
        self._drawing.terms = terms
        self._drawing.forget()
        self._rows.fill(rows)
        at = self.row_of(wanted)
        if at >= 0:
            self._come_to(at)
            if current is None:
                self.executeDelayedItemsLayout()
                self.verticalScrollBar().setValue(top)
                if before is not None:
                    # Rows above it may have become higher or lower: it stays where the eye is.
                    moved = self.visualRect(self.currentIndex()).top() - before
                    self.verticalScrollBar().setValue(top + moved)

    def _come_to(self, at: int) -> None:
        """That row alone is chosen, whatever key is down: with Ctrl of Ctrl+S Qt would choose it beside the one before."""
        self.selectionModel().setCurrentIndex(
            self._rows.index(at), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _place_of_current(self) -> int | None:
        """Where the current row begins, when it can be seen."""
        place = self.visualRect(self.currentIndex())
        return place.top() if place.isValid() and self.viewport().rect().intersects(place) else None

    def current_key(self) -> Any:
        """The key of the row where somebody is; None for none."""
        return self.currentIndex().data(KEY)

    def row_of(self, key: Hashable) -> int:
        """The place of the row with this key; -1 when it is not shown."""
        if key is None:
            return -1
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def select(self, key: Hashable, *, centre: bool = True) -> bool:
        """Come to the row with this key and bring it into view; whether it is there."""
        at = self.row_of(key)
        if at >= 0:
            self._come_to(at)
            hints = QAbstractItemView.ScrollHint
            fits = self.visualRect(self.currentIndex()).height() < self.viewport().height()
            hint = hints.PositionAtCenter if centre else hints.EnsureVisible
            self.scrollTo(self.currentIndex(), hint if fits else hints.PositionAtTop)
        return at >= 0

    def start_at(self, key: Hashable) -> None:
        """Come to this row, with as much before it as can be seen together with it."""
        self.scrollToTop()
        self.select(key, centre=False)

    def select_first(self) -> bool:
        """Come to the first row that can be chosen; whether there is one."""
        there = self.select(next((row.key for row in self.rows if row.key is not None), None))
        self.scrollToTop()
        return there

    def _open(self, index: QModelIndex) -> None:
        if (key := index.data(KEY)) is not None:
            self.opened.emit(key)

    def _came(self, index: QModelIndex, _before: QModelIndex) -> None:
        if (key := index.data(KEY)) is not None:
            self.chosen.emit(key)

    def _again(self) -> None:
        """Other letters or another width: heights are measured anew, once however often that is said."""
        self._drawing.forget()
        self.scheduleDelayedItemsLayout()
        self._reflow.start()

    def _keep_in_view(self) -> None:
        self.executeDelayedItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End come to the first and the last row that can be chosen: Qt stays where it is before a heading."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        keys = [row.key for row in self.rows if row.key is not None]
        if event.key() in ends and not event.modifiers() and keys:
            self.select(keys[ends[Qt.Key(event.key())]], centre=False)
            if event.key() == Qt.Key.Key_Home:
                self.scrollToTop()  # its heading too
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._again()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            # Qt itself may wait a tenth of a second, with texts over each other until then.
            self.executeDelayedItemsLayout()
        return super().viewportEvent(event)
