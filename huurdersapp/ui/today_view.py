"""What Vandaag shows, from plain values: also before the administration is open, as it was kept the last time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.look import Look
from huurdersapp.ui.middle import text_line
from huurdersapp.ui.place import Place

Shown = Mapping[str, Any]
"""The page as it is kept: `dag`, and under `jaar` and each of `SECTIONS` a list of lines, each with `tekst` and `plaats`."""
DAY, SAMPLE, EMPTY, COPY, USED = "dag", "voorbeeld", "leeg", "reservekopie", "knoppen"
YEAR = "jaar"
URGENT, AGENDA, CONCEPTS, PROGRESS, LATEST = "let_op", "agenda", "concepten", "voortgang", "laatste"
OLD = "oud"
SECTIONS = (URGENT, AGENDA, CONCEPTS, PROGRESS, LATEST)
TIMELESS = (CONCEPTS, LATEST, USED)
"""What stays true on another day: what is too late, or counted up to a day, does not."""
TWO_COLUMNS_FROM = 900
"""Pixels at 100 % of width."""
BUTTONS = ("energiebezoek", "knelpunt", "raadpleging", "advies", "overleg", "actiepunt")
"""The screens with a big button, when nothing was used yet."""


def still_true(kept: Shown, today: date) -> dict[str, Any]:
    """What of the page that was kept is true today: all of it on the same day, else what no day changes."""
    if kept.get(SAMPLE) or kept.get(DAY) == today.isoformat():
        return dict(kept)
    coming = [line for line in kept.get(AGENDA, ()) if line.get("dag", "") >= today.isoformat()]
    return {name: kept[name] for name in TIMELESS if name in kept} | {AGENDA: coming, OLD: True}


class TodayView(QWidget):
    """`went` carries the place where somebody wants to go, `dropped` the key of a concept to be thrown away."""

    went = Signal(object)
    dropped = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: Shown = {}
        self._offered: tuple[tuple[str, str], ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self._body = QWidget()
        self._whole = QVBoxLayout(self._body)
        self._whole.setContentsMargins(16, 0, 16, 16)
        self._whole.setSpacing(12)
        self._bar = FlowLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._whole.addLayout(self._bar)
        self._year = QVBoxLayout()
        self._year_lines: QBoxLayout | None = None
        self._whole.addLayout(self._year)
        self._whole.addLayout(self._columns)
        self._whole.addStretch(1)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, self._right):
            column.setSpacing(12)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)
        self._parts: list[QWidget] = []
        look.changed.connect(self._fit)

    # -- filling -------------------------------------------------------------------------------------------------

    def show_day(self, shown: Shown, buttons: Sequence[tuple[str, str]]) -> None:
        """Show these lines, and a big button for each (screen, words)."""
        if shown == self._shown and tuple(buttons) == self._offered:
            return
        self._shown, self._offered = shown, tuple(buttons)
        self._build()

    def _build(self) -> None:
        shown, focus = self._shown, self._focused()
        self._clear()
        self._add_buttons(self._offered)
        if shown.get(EMPTY):
            self._add_welcome()
        else:
            self._add_sections()
        self._fit()
        self._focus(focus)

    def begin_here(self) -> None:
        """Put the focus on the first button, unless somebody is typing or was busy here already."""
        busy = isinstance(self.window().focusWidget(), QLineEdit) or self.focusWidget() is not None
        if self.buttons and not busy:
            next(iter(self.buttons.values())).setFocus()

    def _focused(self) -> str | None:
        """The name of the button that has the focus; None when the focus is elsewhere."""
        there = self.window().focusWidget()
        if not isinstance(there, QPushButton) or not self.isAncestorOf(there):
            return None
        return _name(there)

    def _focus(self, name: str | None) -> None:
        """Put the focus on the button of this name, or, where that is gone, on the first one."""
        if name is None or not self.buttons:
            return
        found = [
            button
            for part in self._parts
            for button in ([part] if isinstance(part, QPushButton) else part.findChildren(QPushButton))
        ]
        next((button for button in found if _name(button) == name), found[0]).setFocus()

    def _clear(self) -> None:
        self.buttons.clear()
        self._year_lines = None
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts.clear()

    def _add_buttons(self, buttons: Sequence[tuple[str, str]]) -> None:
        for number, (key, words) in enumerate(buttons):
            button = QPushButton(words)
            button.setProperty("role", "main" if number == 0 else None)
            button.clicked.connect(self._goer(Place(key, doing="nieuw", kind=key)))
            self.buttons[key] = button
            self._bar.addWidget(button)
            button.show()  # Qt would wait, and what is not there yet cannot have the focus
            self._parts.append(button)

    def _add_sections(self) -> None:
        shown = self._shown
        self._add_year(list(shown.get(YEAR, ())))
        urgent = list(shown.get(URGENT, ()))
        if urgent:
            self._section(self._left, _("Let op"), urgent)
        elif not shown.get(OLD):
            self._section(self._left, _("Let op"), [], _("Er staat vandaag niets open. Fijn."))
        self._concepts(self._left, list(shown.get(CONCEPTS, ())))
        self._section(self._right, _("Deze maand"), list(shown.get(AGENDA, ())))
        self._section(self._right, _("Hoe het gaat"), list(shown.get(PROGRESS, ())))
        self._section(self._right, _("Laatst gewijzigd"), list(shown.get(LATEST, ())))
        if words := shown.get(COPY):
            line = QPushButton(words)
            line.setProperty("role", "link")
            line.clicked.connect(lambda: self.went.emit(Place("reservekopieen")))
            self._right.insertWidget(self._right.count() - 1, line)
            self._parts.append(line)

    def _add_year(self, lines: list[Shown]) -> None:
        """What the year is for and what comes next, beside each other where there is room."""
        if not lines:
            return
        card = QFrame()
        card.setProperty("role", "card")
        card.setAccessibleName(_("Jaaragenda"))
        self._year_lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, card)
        self._year_lines.setContentsMargins(16, 6, 16, 6)
        self._year_lines.setSpacing(8)
        for line in lines:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            row = self._line(column, line)
            self._button(row, _("Openen"), line["tekst"], self._goer(Place.from_json(line["plaats"])))
            self._year_lines.addWidget(holder, 1, Qt.AlignmentFlag.AlignTop)
        self._year.addWidget(card)
        self._parts.append(card)

    def _section(self, column: QVBoxLayout, title: str, lines: list[Shown], otherwise: str = "") -> None:
        if not lines and not otherwise:
            return
        card = self._card(column, title)
        for line in lines:
            row = self._line(card, line)
            if place := line.get("plaats"):
                self._button(row, _("Openen"), line["tekst"], self._goer(Place.from_json(place)))
        if not lines:
            card.addWidget(text_line(otherwise))

    def _concepts(self, column: QVBoxLayout, lines: list[Shown]) -> None:
        if not lines:
            return
        card = self._card(column, _("Verder waar u was"))
        for line in lines:
            row = self._line(card, line)
            self._button(row, _("Verder"), line["tekst"], self._goer(Place.from_json(line["plaats"])))
            self._button(row, _("Weggooien"), line["tekst"], self._dropper(line["id"]))

    def _card(self, column: QVBoxLayout, title: str) -> QVBoxLayout:
        card = QFrame()
        card.setProperty("role", "card")
        card.setAccessibleName(title)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 8, 16, 12)
        inside.setSpacing(6)
        inside.addWidget(text_line(title, "heading"))
        column.insertWidget(column.count() - 1, card)
        self._parts.append(card)
        return inside

    def _line(self, card: QVBoxLayout, line: Shown) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(text_line(line["tekst"], line.get("toon")))
        if words := line.get("bij"):
            texts.addWidget(text_line(words, "muted"))
        row.addLayout(texts, 1)
        card.addLayout(row)
        return row

    def _button(self, row: QHBoxLayout, words: str, what: str, do: Callable[[], object]) -> None:
        button = QPushButton(words)
        button.setAccessibleName(_("{button}: {what}").format(button=words, what=what))
        button.clicked.connect(do)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _add_welcome(self) -> None:
        card = self._card(self._left, _("Welkom. Hier begint u."))
        card.addWidget(
            text_line(
                _(
                    "Hier ziet u straks wat er vandaag moet gebeuren. Nu staat er nog niets in de administratie. "
                    "Begin met een van deze twee."
                )
            )
        )
        for words, why, place in (
            (
                _("Het akkoord laden"),
                _("Daarin staan de afspraken met gemeente en verhuurders. Emmen zit al bij het programma."),
                Place("akkoord"),
            ),
            (
                _("Het eerste knelpunt vastleggen"),
                _("Een knelpunt is iets dat voor huurders niet goed gaat."),
                Place("knelpunt", doing="nieuw", kind="knelpunt"),
            ),
        ):
            button = QPushButton(words)
            button.clicked.connect(self._goer(place))
            card.addSpacing(8)
            card.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            card.addWidget(text_line(why, "muted"))

    def _goer(self, place: Place) -> Callable[[], None]:
        return lambda: self.went.emit(place)

    def _dropper(self, key: str) -> Callable[[], None]:
        return lambda: self.dropped.emit(key)

    # -- size ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        way = QBoxLayout.Direction
        wide = self.width() >= self._look.px(TWO_COLUMNS_FROM) and self._right.count() > 1
        self._columns.setDirection(way.LeftToRight if wide else way.TopToBottom)
        if self._year_lines is not None:
            self._year_lines.setDirection(way.LeftToRight if wide else way.TopToBottom)


def _name(button: QPushButton) -> str:
    return button.accessibleName() or button.text()


def words_of(key: str) -> str:
    """What stands on the big button of a screen."""
    return {
        "energiebezoek": _("+ Energiebezoek"),
        "knelpunt": _("+ Knelpunt"),
        "raadpleging": _("+ Raadpleging"),
        "overleg": _("+ Overleg"),
        "actiepunt": _("+ Actiepunt"),
        "advies": _("+ Brief of advies"),
    }[key]


def placeholder(words: str) -> QWidget:
    """What stands there while the administration is being opened and nothing of it is known yet."""
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
