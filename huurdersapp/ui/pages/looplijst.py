"""Filling in a walk list: a key for each home, kept while somebody types, saved as one action with totals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import campagne_lopen, campagnes, concepten, records
from huurdersapp.actions.campagne_lopen import STEP as WALKING
from huurdersapp.actions.campagne_lopen import Walk
from huurdersapp.actions.campagne_papier import streets
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.draft import Fault
from huurdersapp.ui.campagne.loading import load_place
from huurdersapp.ui.campagne.walk_board import WalkBoard
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.concept_keeper import ConceptKeeper
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.save_bar import SaveBar, offer_back
from huurdersapp.ui.forms.step_concept import STEP, begun
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place


class WalkPage(Page):
    """The walk of one campagne (`Place.number`); goes on where it was left."""

    help = "campagnes"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._number: int | None = None
        self._name = ""
        self.keeper = ConceptKeeper(desk, self._content, self)
        self.board = WalkBoard(desk)
        self.board.counted.connect(self.keeper.typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        area = self.area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = self._inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 6, 0)
        body.addWidget(self._choices())
        body.addWidget(self._none())
        body.addWidget(self.board, 1)
        area.setWidget(inside)
        self.board.placed.connect(lambda: QTimer.singleShot(0, self, self._show_homes))
        self.board.list.focused.connect(self._show_homes)
        column.addWidget(area, 1)
        column.addWidget(self._ways())

    # -- building --------------------------------------------------------------------------------------------------

    def _choices(self) -> QWidget:
        self.choices = QWidget()
        row = FlowLayout(self.choices)
        self.street: QComboBox = Combo()
        self.street.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.street.setMinimumContentsLength(22)
        title = _titled(_("Welke straat?"))
        title.setBuddy(self.street)
        self.street.setAccessibleName(title.text())
        self.street.activated.connect(lambda: self.desk.safely(self._other_street))
        when = _titled(_("Op welke dag?"))
        self.day = DayEditor(self.desk)
        self.day.name_it(when.text())
        when.setBuddy(self.day.first_focus())
        self.day.edited.connect(self._typed)
        self.letterbox = QCheckBox(_("Niet thuis: folder in de bus gedaan"))
        self.letterbox.clicked.connect(lambda on: self._chose_letterbox(bool(on)))
        for widget in (_beside(title, self.street), _beside(when, self.day), self.letterbox):
            row.addWidget(widget)
        return self.choices

    def _none(self) -> QWidget:
        """What stands there when no address is known."""
        self.none = QFrame()
        self.none.setProperty("role", "card")
        column = QVBoxLayout(self.none)
        column.addWidget(
            label(
                _(
                    "Van deze campagne kennen wij nog geen adressen. "
                    "Kies bij de campagne complexen of kernen, en laad de adressen daarvan."
                )
            )
        )
        holder = QWidget()
        row = FlowLayout(holder)
        self.load, self.change = QPushButton(_("Adressen laden")), QPushButton(_("Campagne wijzigen"))
        self.load.clicked.connect(lambda: self.desk.safely(lambda: self.desk.go(load_place())))
        self.change.clicked.connect(
            lambda: self.desk.go(Place(campagnes.KIND, self._number, doing="wijzigen"))
        )
        row.addWidget(self.load)
        row.addWidget(self.change)
        column.addWidget(holder)
        column.addStretch(1)
        self.none.hide()
        return self.none

    def _ways(self) -> SaveBar:
        ways = (
            (_("Klaar (Ctrl+S)"), self.finish),
            (_("Later verder"), self.to_record),
            (_("Niet opslaan"), self.drop),
        )
        self.save_bar = SaveBar(self.desk, self.keeper, ways)
        self.done, self.later, self.drop_button = self.save_bar.buttons
        return self.save_bar

    # -- what the frame asks ---------------------------------------------------------------------------------------

    def title(self) -> str:
        return _("Looplijst: {name}").format(name=self._name) if self._name else _("Looplijst invullen")

    def place(self) -> Place:
        return Place(self.key, self._number)

    def show_place(self, place: Place) -> None:
        if place.number is None:
            self.desk.go(Place(campagnes.KIND))
            return
        if place.number != self._number or not self.board.walk.keys:
            self._open(place.number)
        self.commands_changed.emit()
        (self.board.list if self.board.walk.homes else self.load).setFocus()

    def _show_homes(self) -> None:
        """With large letters what is chosen above leaves no room for the homes, and there the keys are."""
        homes, inside = self.board.list, self._inside
        if homes.hasFocus():
            top = homes.mapTo(inside, QPoint(0, 0)).y()
            # Of a list with the focus Qt's own ensureWidgetVisible shows one row.
            for at in (top + homes.height(), top):
                self.area.ensureVisible(0, at, 0, 0)

    def _open(self, number: int) -> None:
        ctx = self.desk.ctx
        self._name = records.show(ctx, ctx.spec(campagnes.KIND), number)["titel"]
        self._number = number
        self.save_bar.kept.clear()
        found = streets(campagnes.homes(ctx, number))
        self.street.clear()
        for name, count in found:
            self.street.addItem(
                _("{street} ({count})").format(street=name or _("Zonder straat"), count=written(count)), name
            )
        if len(found) > 1:
            self.street.addItem(_("Alle straten"), None)
        kept = begun(ctx, campagnes.KIND, number, WALKING)
        told: Mapping[str, Any] = kept.gegevens if kept is not None else {}
        self.keeper.begin(campagnes.KIND, number, kept)
        if "straat" in told:
            self.street.setCurrentIndex(max(0, self.street.findData(told["straat"])))
        self.day.set_value(clock.today().isoformat())
        if told.get("dag"):
            self.day.set_typed(told["dag"])
        self.letterbox.setChecked(bool(told.get("bus", True)))
        self._use(told.get("toetsen", ()))
        for widget in (self.choices, self.board, self.done, self.drop_button):
            widget.setVisible(bool(found))
        self.none.setVisible(not found)
        self.later.setText(_("Later verder") if found else _("Terug naar campagne"))

    def _use(self, keys: Any = ()) -> None:
        number = self._number
        assert number is not None
        self.board.in_letterbox = self.letterbox.isChecked()
        if self.street.count():
            self.board.use(campagne_lopen.walk(self.desk.ctx, number, self.street.currentData(), keys))
        else:
            self.board.use(Walk(()))

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        if self._number is None:
            return {}
        if not self.board.walk.homes:
            return {"sluiten": self.to_record}
        return {"opslaan": self.finish, "sluiten": self.to_record}

    def leave(self) -> bool:
        return self.keeper.flush()

    def changed(self, changes: Changes) -> None:
        """Other addresses may belong to it now; a walk goes on with those with which it began."""
        if self._number is not None and changes.kinds() & {"campagne", "adres"} and not self.board.walk.keys:
            self._open(self._number)

    # -- filling in ------------------------------------------------------------------------------------------------

    def _content(self) -> tuple[str, dict[str, Any]]:
        title = _("{name} (looplijst)").format(name=self._name)
        return title, {
            STEP: WALKING,
            "straat": self.street.currentData(),
            "dag": self.day.typed(),
            "bus": self.letterbox.isChecked(),
            "toetsen": self.board.walk.kept(),
        }

    def _typed(self) -> None:
        if self.board.walk.keys:
            self.keeper.typed()

    def _chose_letterbox(self, on: bool) -> None:
        self.board.in_letterbox = on
        self.board.tell()
        self._typed()

    def _other_street(self) -> None:
        walk = self.board.walk
        if walk.keys:
            before = walk.homes[0].straat if len({home.straat for home in walk.homes}) == 1 else None
            if before != self.street.currentData():
                self.street.setCurrentIndex(max(0, self.street.findData(before)))
                raise UserError(
                    _("U bent al begonnen in deze straat."),
                    _("Kies ‘Klaar’, en neem daarna de volgende straat."),
                )
            return
        self._use()
        self.board.list.setFocus()

    # -- ending ----------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Save the walk as one action with its totals."""
        number, walk, value = self._number, self.board.walk, self.day.value()
        assert number is not None
        if not walk.keys:
            raise UserError(_("Er is nog niets ingevuld."), _("Druk bij een woning op G, N, D of F."))
        if isinstance(value, Fault) or value is None:
            self.day.first_focus().setFocus()
            raise UserError(
                value.text if isinstance(value, Fault) else _("Vul in op welke dag u langs de deuren ging.")
            )
        done = campagne_lopen.save(
            self.desk.ctx,
            number,
            walk,
            street=self.street.currentData() or None,
            on=date.fromisoformat(value),
            in_letterbox=self.letterbox.isChecked(),
            origin=self,
        )
        homes = walk.sums(in_letterbox=True).homes
        self._forget()
        self.to_record()
        text = ngettext(
            "Looplijst vastgelegd: {count} woning.", "Looplijst vastgelegd: {count} woningen.", homes
        ).format(count=written(homes))
        self.desk.say_done(text, done.labelled)

    def to_record(self) -> None:
        """Back to the campagne; what was filled in stays, and one can go on later."""
        self.desk.go(Place(campagnes.KIND, self._number))

    def drop(self) -> None:
        """Throw away what was filled in; it can be brought back."""
        if self.board.walk.keys:
            self.keeper.keep()
        gone = self._forget()
        self.to_record()
        offer_back(self.desk, gone)

    def _forget(self) -> concepten.Concept | None:
        gone = self.keeper.drop()
        self.board.use(Walk(self.board.walk.homes))
        return gone


def _titled(words: str) -> QLabel:
    made = label(words)
    made.setWordWrap(False)
    return made


def _beside(title: QLabel, field: QWidget) -> QWidget:
    """A field with what it asks before it, on one line."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(title, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(field, 1)
    return holder


PAGE = WalkPage
