"""An editor for days: typed freely, shown back in full, with a calendar for who likes to point."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.base import clock
from huurdersapp.base.days import NotADay, shown, typed_day
from huurdersapp.base.formats import day as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.icons import icon


class DayEditor(Editor):
    """A day. Up and down are a day later and earlier; the calendar opens with its button or Alt+Down."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._popup: CalendarPopup | None = None
        self.line = QLineEdit()
        self.line.setMinimumWidth(desk.look.px(130))
        self.line.textEdited.connect(self._typing)
        self.line.installEventFilter(self)
        self.button = QPushButton(_("Kalender"))
        self.button.clicked.connect(self.open_calendar)
        self.said = QLabel()
        self.said.setProperty("role", "muted")
        self.said.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        column.addWidget(self.said)
        desk.look.changed.connect(self._dress)
        self._dress()
        self._say()

    def _dress(self) -> None:
        self.button.setIcon(icon("datum", self.desk.look))
        self.line.setMinimumWidth(self.desk.look.px(130))

    def name_it(self, name: str) -> None:
        super().name_it(name)
        self.button.setAccessibleName(_("Kalender bij {field}").format(field=name))

    def value(self) -> Any:
        found = self._read()
        return found.isoformat() if isinstance(found, date) else found

    def _read(self) -> date | Fault | None:
        text = self.line.text().strip()
        if not text:
            return None
        try:
            return typed_day(text, clock.today())
        except NotADay as fault:
            return Fault(fault.sentence())

    def set_value(self, value: Any) -> None:
        try:
            self.line.setText(written(date.fromisoformat(value)) if value else "")
        except (TypeError, ValueError):
            self.line.setText(str(value))
        self._say()

    def typed(self) -> Any:
        # Gisteren is another day tomorrow.
        text = self.line.text()
        return self._tidy() if text and not text.strip()[:1].isdigit() else text

    def set_typed(self, typed: Any) -> None:
        self.line.setText(str(typed))
        self._say()

    def _tidy(self) -> str:
        found = self._read()
        return written(found) if isinstance(found, date) else self.line.text()

    def finish(self) -> None:
        self.line.setText(self._tidy())
        self._say()

    def _typing(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        found = self._read()
        self.said.setText(shown(found) if isinstance(found, date) else "")
        # An empty line would hold the fault below it a line lower than that of the field beside it.
        self.said.setVisible(bool(self.said.text()))

    def set_day(self, day: date) -> None:
        """Choose a day, as somebody does with the calendar or the arrows."""
        self.line.setText(written(day))
        self._say()
        self.edited.emit()

    def first_focus(self) -> QWidget:
        return self.line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.open_calendar()
                return True
            if step:
                found = self._read()
                if not isinstance(found, Fault):
                    self.set_day(found + timedelta(step) if found else clock.today())
                return True
        return super().eventFilter(watched, event)

    def open_calendar(self) -> CalendarPopup:
        """Show a month to choose from."""
        found = self._read()
        if self._popup is None:
            # Kept: one that would be thrown away while it tells what was chosen takes the program along.
            self._popup = CalendarPopup(self)
            self._popup.calendar.activated.connect(self._chosen)
            self._popup.calendar.clicked.connect(self._chosen)
        popup = self._popup
        popup.show_day(found if isinstance(found, date) else clock.today())
        popup.move(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        popup.show()
        popup.calendar.setFocus()
        return popup

    def _chosen(self, chosen: QDate) -> None:
        if self._popup is None or not self._popup.isVisible():
            return  # it tells a choice twice
        self._popup.hide()
        self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
        self.line.setFocus()


class CalendarPopup(QFrame):
    """A month: arrows go by days, PgUp and PgDn by months, Enter chooses, Esc closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(_("Kalender"))
        self.calendar.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        column = QVBoxLayout(self)
        column.addWidget(self.calendar)

    def show_day(self, day: date) -> None:
        """Show the month of this day, with the day chosen."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
