"""Opvolging: which measures of a new akkoord carry on those of the one before it, chosen by hand and saved in one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import lists, opvolging
from huurdersapp.actions.opvolging import Line, Measure, Succession
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.akkoord.sheet_page import NAME, SheetPage, fill_combo
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.concept_keeper import ConceptKeeper
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.step_concept import FIELDS, STEP, begun
from huurdersapp.ui.lists.record_parts import card, label
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place

LINK = "opvolging"
"""Step of the concept in which choices are kept that are not saved yet."""
NONE = 0
"""In a choice: this measure is not carried on."""


@dataclass(frozen=True, slots=True)
class Found:
    """The akkoorden there are, and the chosen one with the one before it (None: there is no akkoord)."""

    known: tuple[tuple[int, str], ...] = ()
    succession: Succession | None = None


class OpvolgingPage(SheetPage):
    """Left the old measures, right what carries them on. Proposals are buttons; nothing is chosen by itself."""

    help = "akkoorden"
    kinds = frozenset({"akkoord", "thema", "doel", "indicator"})

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.akkoord = self.choose(_("Nieuw akkoord"), NAME)
        self.old = self.choose(_("Opvolger van"), NAME)
        self.old.activated.disconnect()
        self.old.activated.connect(lambda _at: desk.safely(self._follow))
        self.keeper = ConceptKeeper(desk, self._content, self)
        self.pending: dict[int, tuple[int, ...]] = {}
        self.rows: dict[int, Row] = {}
        self._number: int | None = None
        self._kept_for: int | None = None
        self.told = label("")
        self.save_button = QPushButton(_("Koppelingen vastleggen"))
        self.save_button.setProperty("role", "main")
        self.save_button.clicked.connect(lambda: desk.safely(self.save))
        self.drop_button = QPushButton(_("Niet vastleggen"))
        self.drop_button.clicked.connect(lambda: desk.safely(self._drop))
        bar = QHBoxLayout()
        bar.addWidget(self.told, 1)
        bar.addWidget(self.drop_button)
        bar.addWidget(self.save_button)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(bar)

    def title(self) -> str:
        return _("Opvolging van een akkoord")

    def place(self) -> Place:
        return Place(self.key, self._number)

    def show_place(self, place: Place) -> None:
        if place.number is not None and place.number != self._number:
            self.keeper.flush()
            self._number = place.number
            self.akkoord.clear()
        super().show_place(place)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        return {"opslaan": self.save} if self.pending else {}

    def leave(self) -> bool:
        return self.keeper.flush()

    # -- reading ---------------------------------------------------------------------------------------------------

    def chosen(self) -> None:
        if self.keeper.flush():
            super().chosen()

    def asked(self) -> None:
        if self.akkoord.count():
            self._number = self.akkoord.currentData()

    def question(self) -> Found:
        ctx = self.desk.ctx
        rows = sorted(lists.find(ctx, ctx.spec("akkoord")), key=lambda row: -row["van_jaar"])
        known = tuple((row["nummer"], row["naam"]) for row in rows)
        if not known:
            return Found()
        number = self._number if self._number in dict(known) else known[0][0]
        assert number is not None
        return Found(known, opvolging.succession(ctx, number))

    def answered(self, found: Found) -> None:
        shown = found.succession
        if shown is None:
            return
        self._number = shown.akkoord
        fill_combo(self.akkoord, [(name, number) for number, name in found.known], shown.akkoord)
        others: list[tuple[str, object]] = [
            (_("(geen)"), None),
            *((name, number) for number, name in shown.others),
        ]
        fill_combo(self.old, others, shown.old)
        if self._kept_for != shown.akkoord:
            self._kept_for = shown.akkoord
            concept = begun(self.desk.ctx, "akkoord", shown.akkoord, LINK)
            self.keeper.begin("akkoord", shown.akkoord, concept)
            kept = {} if concept is None else concept.gegevens.get(FIELDS) or {}
            self.pending = {int(old): tuple(new) for old, new in kept.items()}
        old, new = {line.old.number for line in shown.lines}, {each.number for each in shown.new}
        self.pending = {
            number: tuple(each for each in chosen if each in new)
            for number, chosen in self.pending.items()
            if number in old
        }

    def _content(self) -> tuple[str, dict[str, Any]]:
        name = self.found.succession.name if self.found and self.found.succession else ""
        typed = {str(old): list(new) for old, new in self.pending.items()}
        return _("{name} (koppelingen)").format(name=name), {STEP: LINK, FIELDS: typed}

    # -- showing ---------------------------------------------------------------------------------------------------

    def fill(self, column: QVBoxLayout, found: Found) -> None:
        self.rows = {}
        shown = found.succession
        if shown is None:
            column.addWidget(label(_("Er is nog geen akkoord. Laad er een op het scherm Akkoord.")))
        elif shown.old is None:
            column.addWidget(label(_("Kies hierboven welk akkoord hiervoor gold.")))
            if not shown.others:
                column.addWidget(label(_("Er is nog geen ander akkoord. Laad dat eerst."), "muted"))
        else:
            column.addWidget(
                label(
                    _(
                        "Kies bij elke oude maat welke nieuwe maat verdergaat. Het programma kiest niets vanzelf."
                    ),
                    "muted",
                )
            )
            model = _model(shown.new)
            for line in shown.lines:
                row = self.rows[line.old.number] = Row(self, line, shown.new, model)
                column.addWidget(row)
            if shown.fresh:
                frame, inner = card(_("Nieuw in dit akkoord"))
                for each in shown.fresh:
                    inner.addWidget(label(_named(each)))
                column.addWidget(frame)
        self._tell()

    def forget(self) -> None:
        """Know nothing of what was chosen and not saved, so that it is read from its concept again."""
        self.pending, self._kept_for = {}, None

    def chosen_for(self, line: Line) -> tuple[int, ...]:
        """What carries a measure on: what somebody chose here, else what was saved."""
        return self.pending.get(line.old.number, line.chosen)

    def put(self, line: Line, chosen: tuple[int, ...]) -> None:
        """Somebody chose; kept as a concept until it is saved."""
        if chosen == line.chosen:
            self.pending.pop(line.old.number, None)
        else:
            self.pending[line.old.number] = chosen
        self.keeper.typed()
        self._tell()
        self.commands_changed.emit()

    def _tell(self) -> None:
        shown = self.found.succession if self.found else None
        there = shown is not None and shown.old is not None
        for widget in (self.told, self.save_button, self.drop_button):
            widget.setVisible(there)
        self.save_button.setEnabled(bool(self.pending))
        self.drop_button.setEnabled(bool(self.pending))
        if shown is None:
            return
        open_ = sum(not self.chosen_for(line) for line in shown.lines)
        words = ngettext(
            "{count} oude maat gaat nog nergens verder.", "{count} oude maten gaan nog nergens verder.", open_
        )
        done = _("Elke oude maat gaat ergens verder.")
        self.told.setText(words.format(count=open_) if open_ else done)

    # -- saving ----------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        if self._number is None:
            return
        told = opvolging.follow(self.desk.ctx, self._number, self.old.currentData())
        self.pending = {}
        self.keeper.drop()
        self.desk.say_done(_("Vastgelegd: waarvan dit akkoord de opvolger is."), told)

    def save(self) -> None:
        """Link all that was chosen, in one step."""
        if self._number is None or not self.pending:
            return
        count = opvolging.carry_on(self.desk.ctx, self._number, self.pending)
        self.pending = {}
        self.keeper.drop()
        text = ngettext("Vastgelegd bij {count} maat.", "Vastgelegd bij {count} maten.", count)
        self.desk.say_done(text.format(count=count))
        self.commands_changed.emit()

    def _drop(self) -> None:
        self.pending = {}
        self.keeper.drop()
        self.redraw()
        self.commands_changed.emit()


class Row(QWidget):
    """An old measure with a choice for each new one that carries it on, one more that is still free, and the proposals."""

    def __init__(
        self, page: OpvolgingPage, line: Line, new: tuple[Measure, ...], model: QStandardItemModel
    ) -> None:
        super().__init__()
        self.page, self.line, self.model = page, line, model
        self.names = {each.number: each for each in new}
        self.combos: list[QComboBox] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(20)
        self.holder = QWidget()
        self.column = QVBoxLayout(self.holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(label(_named(line.old)), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.holder, 0 if page.wide else 1, 1 if page.wide else 0, Qt.AlignmentFlag.AlignTop)
        for at in range(2 if page.wide else 1):
            grid.setColumnStretch(at, 1)
        self.offers = QWidget()
        self.flow = FlowLayout(self.offers)
        self.column.addWidget(self.offers)
        self._fit()

    def _fit(self) -> None:
        """As many choices as there are chosen, and one more."""
        chosen = self.page.chosen_for(self.line)
        while len(self.combos) > len(chosen) + 1:
            gone = self.combos.pop()
            gone.hide()
            self.column.removeWidget(gone)
            gone.deleteLater()
        while len(self.combos) < len(chosen) + 1:
            combo = Combo()
            combo.setModel(self.model)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(20)
            combo.setMaxVisibleItems(14)
            combo.activated.connect(lambda _at: self.page.desk.safely(self._took))
            self.column.insertWidget(len(self.combos), combo)
            self.combos.append(combo)
        for at, each in enumerate(self.combos):
            value = chosen[at] if at < len(chosen) else NONE
            each.setCurrentIndex(max(0, each.findData(value)))
            name = _("{code} gaat verder in") if not at else _("{code} gaat ook verder in")
            each.setAccessibleName(name.format(code=self.line.old.code))
        self._offer(chosen)

    def _offer(self, chosen: tuple[int, ...]) -> None:
        for old in self.offers.findChildren(QPushButton):
            self.flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        for number, per_cent in self.line.proposed:
            if number in chosen or number not in self.names:
                continue
            words = _("Lijkt op {code} ({per_cent} %): overnemen").format(
                code=self.names[number].code, per_cent=per_cent
            )
            button = QPushButton(words)
            button.setProperty("role", "link")
            button.setToolTip(self.names[number].text)
            button.clicked.connect(partial(self._take, number))
            self.flow.addWidget(button)

    def _took(self) -> None:
        found = [combo.currentData() for combo in self.combos]
        self.page.put(self.line, tuple(dict.fromkeys(number for number in found if number != NONE)))
        self._fit()

    def _take(self, number: int, _on: bool = False) -> None:
        chosen = self.page.chosen_for(self.line)
        self.page.put(self.line, (*chosen, number))
        self._fit()
        self.combos[len(chosen)].setFocus()


def _model(new: tuple[Measure, ...]) -> QStandardItemModel:
    """All new measures; one model for all choices."""
    model = QStandardItemModel()
    nothing = QStandardItem(_("(geen)"))
    nothing.setData(NONE, Qt.ItemDataRole.UserRole)
    model.appendRow(nothing)
    for each in new:
        item = QStandardItem(_named(each))
        item.setData(each.number, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model


def _named(each: Measure) -> str:
    text = _("{code}: {text}").format(code=each.code, text=each.text)
    return _("{text} ({unit})").format(text=text, unit=each.unit) if each.unit else text


PAGE = OpvolgingPage
