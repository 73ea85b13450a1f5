"""The form of a knelpunt: six fields at first, and beside them what was reported before and looks like it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import concepten, history, knelpunten, records
from huurdersapp.actions.concepten import Concept
from huurdersapp.actions.knelpunt_lijkt import Similar
from huurdersapp.base.days import shown as day_shown
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.knelpunt_categorieen import PARENT
from huurdersapp.records.knelpunt_tables import BRONNEN
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import Editors, GroupBox
from huurdersapp.ui.forms.layouts import Layout, layout_of
from huurdersapp.ui.forms.record_form import ONE_COLUMN_FROM, TWO_COLUMNS, RecordForm
from huurdersapp.ui.knelpunt.address import AddressSearch
from huurdersapp.ui.knelpunt.alike import AlikePanel, Sought
from huurdersapp.ui.knelpunt.category import CategoryEditor
from huurdersapp.ui.place import Place

PAUSE = 300
"""Milliseconds after the last key before the store is asked what looks like it."""
SIDE = 330
"""Pixels at 100 % for what looks like it, beside the fields."""
LOOKED_AT = ("titel", "categorie", "complex", "kern")
REPORTER, MORE = "melder_naam", "gemeld_op"
"""Fields by which two groups are known."""
KNOWN = ("gemeld_op", "bron", "behandelaar", "verhuurder")
"""What is filled in beforehand; the group that has them stays closed all the same."""


class KnelpuntForm(RecordForm):
    """Category and onderdeel are one field here; who reports it is asked after a tick."""

    def __init__(
        self, desk: Desk, kind: str, parent: QWidget | None = None, editors: Editors | None = None
    ) -> None:
        super().__init__(desk, kind, parent, {"categorie": CategoryEditor, **(editors or {})})
        self.alike = AlikePanel(desk, bundling=False)
        self.alike.also_wanted.connect(self._also)
        self.known = QLabel()
        self.known.setProperty("role", "muted")
        self.known.setWordWrap(True)
        self.reporter = QCheckBox(_("Ik schrijf ook op wie het meldt"))
        self.reporter.clicked.connect(lambda on: self.desk.safely(lambda: self._ask_reporter(on)))
        group = self._group(REPORTER)
        assert group.head is not None
        group.head.hide()
        column = self.fields.layout()
        assert isinstance(column, QVBoxLayout)
        self.address = AddressSearch(desk)
        self.address.found.connect(self._at_address)
        for place, widget in enumerate((self.address, self.known, self.reporter), 1):
            column.insertWidget(place, widget)
        self._below = column
        self._stand_beside()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(lambda: self.desk.safely(self._look))
        self.fields.edited.connect(lambda key: self.desk.safely(lambda: self._changed(key)))

    def _stand_beside(self) -> None:
        """What looks like it stands beside the fields, in a place of its own: nothing moves while somebody types."""
        self._side = QScrollArea()
        self._side.setWidgetResizable(True)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._beside = QVBoxLayout(inside)
        self._beside.setContentsMargins(0, 8, 8, 8)
        self._beside.addWidget(self.alike)
        self._beside.addStretch(1)
        self._side.setWidget(inside)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.removeWidget(self.area)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        row.addWidget(self._side)
        whole.insertLayout(0, row, 1)
        self.found = QPushButton()
        self.found.setProperty("role", "link")
        self.found.clicked.connect(self._to_alike)
        self.found.hide()
        self.save_bar.row.addWidget(self.found)
        self.alike.told.connect(self._tell_found)

    def _fit(self) -> None:
        super()._fit()
        if not hasattr(self, "_side"):
            return  # it is still being made
        px = self.desk.look.px
        beside = self.width() >= px(SIDE) + px(TWO_COLUMNS) and self.desk.look.zoom < ONE_COLUMN_FROM
        self._side.setVisible(beside and self.number is None)
        self._side.setFixedWidth(px(SIDE))
        home = self._beside if beside else self._below
        if home.indexOf(self.alike) < 0:
            home.insertWidget(0 if beside else 1, self.alike)
        self._tell_found()

    def _tell_found(self) -> None:
        """Where the list stands below the fields, the line with the buttons says that there is one."""
        count = len(self.alike.found)
        self.found.setVisible(bool(count) and self._side.isHidden())
        self.found.setText(_("Lijkt hierop: {count}").format(count=count))

    def _to_alike(self) -> None:
        self.area.ensureWidgetVisible(self.alike, 0, 0)
        button = self.alike.findChild(QPushButton)
        if button is not None:
            button.setFocus()

    def layout_used(self) -> Layout:
        """Without the onderdeel, which is chosen with the category."""
        layout = layout_of(self.spec)
        groups = tuple(
            replace(group, fields=tuple(key for key in group.fields if key != "subcategorie"))
            for group in layout.groups
        )
        return replace(layout, groups=groups)

    def _group(self, key: str) -> GroupBox:
        return next(group for group in self.fields.groups if key in group.group.fields)

    # -- one field for category and onderdeel --------------------------------------------------------------------

    def _start(self, number: int | None, basis: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        super()._start(number, basis, _as_one(shown))
        if number is None:
            filled = {key for key, value in shown.items() if value not in (None, "", [])}
            more = self._group(MORE)
            more.open(bool(filled & set(more.group.fields) - set(KNOWN)))
        self._tell_known(shown if number is None else {})
        group = self._group(REPORTER)
        self._ask_reporter(any(shown.get(key) for key in group.group.fields))
        self.alike.clear()
        self.address.close_search()

    def _go_on(self, concept: Concept) -> None:
        super()._go_on(concept)
        group = self._group(REPORTER)
        self._ask_reporter(bool(self._edited & set(group.group.fields)))
        self._pause.start()

    def _payload(self) -> dict[str, Any]:
        return _as_two(super()._payload())

    # -- what goes along -----------------------------------------------------------------------------------------

    def _tell_known(self, values: Mapping[str, Any]) -> None:
        text, source = "", values.get("bron")
        if day := values.get("gemeld_op"):
            said = day_shown(date.fromisoformat(day))
            text = _("Gemeld op {day}. Klopt dat niet? Kijk bij ‘Meer gegevens’.").format(day=said)
            if source:
                text = _("Gemeld op {day} ({source}). Klopt dat niet? Kijk bij ‘Meer gegevens’.").format(
                    day=said, source=BRONNEN.label(source)
                )
        self.known.setText(text)
        self.known.setVisible(bool(text))

    def _ask_reporter(self, on: bool) -> None:
        group = self._group(REPORTER)
        self.reporter.setChecked(on)
        group.open(on)
        group.setVisible(on)
        if on and self.reporter.hasFocus():
            group.boxes[REPORTER].editor.first_focus().setFocus()

    def _changed(self, key: str) -> None:
        if key == "complex":
            self._fill_place()
        if key in LOOKED_AT:
            self._pause.start()

    def _fill_place(self) -> None:
        """The landlord and the place of the complex, where somebody did not choose others."""
        number = self.fields.value("complex")
        if not isinstance(number, int):
            return
        ctx = self.desk.ctx
        home = records.show(ctx, ctx.spec("complex"), number)
        for key in ("kern", "verhuurder"):
            if key in self._edited or home[key] is None:
                continue
            if (box := self.fields.boxes.get(key)) is not None:
                box.editor.set_value(home[key])
            self._given[key] = home[key]

    def _at_address(self, address: Mapping[str, Any]) -> None:
        """Where the address is, and whose it is; that is what counts, the address is not kept."""
        for key in ("kern", "complex", "verhuurder"):
            if address[key] is None:
                continue
            self._given[key] = address[key]
            if (box := self.fields.boxes.get(key)) is not None:
                box.editor.set_value(address[key])
                box.editor.edited.emit()

    # -- what looks like it --------------------------------------------------------------------------------------

    def _look(self) -> None:
        if self.number is not None:
            return
        values = {key: self.fields.value(key) for key in LOOKED_AT}
        title, category = values["titel"], values["categorie"]
        if not isinstance(title, str) and not values["complex"]:
            self.alike.clear()
            return
        self.alike.look_for(
            Sought(
                title if isinstance(title, str) else "",
                category if isinstance(category, str) else None,
                *(values[key] if isinstance(values[key], int) else None for key in ("complex", "kern")),
            )
        )

    def _also(self, each: Similar) -> None:
        """Count it there and put this form away, with a way back to it."""
        ctx, desk = self.desk.ctx, self.desk
        if not self.keeper.keep():
            return  # the disk is full, and that was told: what was typed stays here
        count = knelpunten.also(ctx, each.number, origin=self)
        done = history.next_undo(ctx)
        gone = self.keeper.drop()
        self._start(None, {}, self._given)

        def back() -> None:
            if history.next_undo(ctx) == done:
                history.undo(ctx)
            if gone is not None:
                kept = concepten.keep(ctx, gone)
                desk.go(Place("knelpunt", doing="nieuw", concept=kept.id, kind="knelpunt"))

        desk.go(Place("knelpunt", each.number, kind="knelpunt"))
        text = _("Geteld bij ‘{title}’. Ook last van: {count}.").format(title=each.title, count=count)
        desk.offer(text, _("Toch een nieuw knelpunt"), back)


def _as_one(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values in which the onderdeel, where there is one, stands for the category."""
    found = dict(values)
    found["categorie"] = values.get("subcategorie") or values.get("categorie")
    found.pop("subcategorie", None)
    return found


def _as_two(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same back again."""
    found = dict(values)
    if "categorie" in found:
        key = found["categorie"]
        found["categorie"] = PARENT.get(key, key)
        found["subcategorie"] = key if key in PARENT else None
    return found
