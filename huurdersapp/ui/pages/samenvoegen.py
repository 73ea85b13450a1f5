"""Samenvoegen: records that are probably one, side by side; and one made of two, with one undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import dubbelen, samenvoegen
from huurdersapp.actions.dubbelen import Pair
from huurdersapp.actions.samenvoegen import Comparison
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.lists import words
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place


class SideBySide(QFrame):
    """Two records: of each difference one chooses which stays. `merged` with the number that stays, `different` when
    somebody says that these are two, `left` when nothing is to be done now."""

    merged = Signal(int)
    different = Signal()
    left = Signal()

    def __init__(self, desk: Desk, spec: RecordSpec, one: int, other: int) -> None:
        super().__init__()
        self.desk, self.spec, self.one, self.other = desk, spec, one, other
        self.found: Comparison = samenvoegen.compare(desk.ctx, spec, one, other)
        self.choices: dict[str, QRadioButton] = {}
        self._groups: list[QButtonGroup] = []
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        for text, role in (
            (self._title(), "heading"),
            (
                _(
                    "Kies per regel wat blijft staan. Het nummer links blijft, het andere gaat naar de prullenbak."
                ),
                "muted",
            ),
        ):
            label = QLabel(text)
            label.setProperty("role", role)
            label.setWordWrap(True)
            column.addWidget(label)
        if self.found.differences:
            column.addWidget(self._differences())
        else:
            column.addWidget(_line(_("Alle gegevens zijn gelijk.")))
        if self.found.same:
            same = "; ".join(
                _("{label}: {value}").format(label=label, value=value) for label, value in self.found.same
            )
            column.addWidget(_line(_("Gelijk bij beide: {same}.").format(same=same), "muted"))
        if self.found.along:
            along = ", ".join(
                _("{label} ({count})").format(label=label, count=count) for label, count in self.found.along
            )
            column.addWidget(
                _line(_("Gaat mee naar nummer {number}: {along}.").format(number=one, along=along))
            )
        column.addWidget(self._buttons())

    def _title(self) -> str:
        return _("{kind} {one} en {other}").format(kind=self.spec.label, one=self.one, other=self.other)

    def _differences(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        heads = (
            "",
            _("Nummer {number} (blijft)").format(number=self.one),
            _("Nummer {number}").format(number=self.other),
        )
        for at, text in enumerate(heads):
            grid.addWidget(_line(text, "label"), 0, at)
        usual = self.found.usual()
        for row, item in enumerate(self.found.differences, 1):
            grid.addWidget(_line(item.label), row, 0)
            group = QButtonGroup(holder)
            self._groups.append(group)
            for at, value in ((1, item.one), (2, item.other)):
                grid.addLayout(
                    self._choice(group, item.key, item.label, at, value, item.key in usual), row, at
                )
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return holder

    def _choice(
        self, group: QButtonGroup, key: str, label: str, at: int, value: str, take_other: bool
    ) -> QVBoxLayout:
        # A layout and no widget: so the two lie under one parent, and the arrows go from the one to the other.
        column = QVBoxLayout()
        said = value or _("(leeg)")
        button = QRadioButton(said if len(said) <= 30 else _("Deze"))
        button.setAccessibleName(_("{label}: {value}").format(label=label, value=said))
        button.setChecked((at == 2) == take_other)
        group.addButton(button)
        column.addWidget(button)
        if len(said) > 30:
            column.addWidget(_line(said))
        if at == 2:
            self.choices[key] = button
        return column

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        self.merge_button = QPushButton(_("Maak er één van"))
        self.merge_button.setProperty("role", "main")
        self.turn_button = QPushButton(_("Andersom: nummer {number} blijft").format(number=self.other))
        self.different_button = QPushButton(_("Dit zijn er echt twee"))
        self.back_button = QPushButton(_("Annuleren"))
        for button, do in (
            (self.merge_button, self.merge),
            (self.turn_button, self._turn),
            (self.different_button, self.different.emit),
            (self.back_button, self.left.emit),
        ):
            button.clicked.connect(lambda _on=False, do=do: self.desk.safely(do))
            row.addWidget(button)
        off(self.desk, self.merge_button, self.different_button)
        return holder

    def begin(self) -> None:
        """The focus to the first choice."""
        first = self._groups[0].checkedButton() if self._groups else None
        (first or self.merge_button).setFocus()

    def _turn(self) -> None:
        self.desk.go(_place(self.spec.key, self.other, self.one))

    def merge(self) -> None:
        """Make one of them, in one step."""
        take = frozenset(key for key, button in self.choices.items() if button.isChecked())
        job = samenvoegen.merging(self.desk.ctx, self.spec, self.one, self.other, take)
        self.desk.run(job, _("Samenvoegen"), self._done, alone=True)

    def _done(self, told: list[str]) -> None:
        text = _("Samengevoegd: {kind} {other} met {one}.").format(
            kind=self.spec.label, other=self.other, one=self.one
        )
        self.desk.say_done(text, told)
        self.merged.emit(self.one)


class MergePage(Page):
    """The pairs that were found, or the two that somebody chose."""

    help = "samenvoegen"

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.kind = "contact"
        self.pairs: list[Pair] = []
        self.pair_buttons: list[QPushButton] = []
        self.card: SideBySide | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.again_button = QPushButton()
        self.again_button.clicked.connect(lambda: desk.safely(self.search))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.told)
        self.list_button = QPushButton(_("Terug naar lijst"))
        self.list_button.clicked.connect(lambda: desk.safely(self._to_list))
        holder = QWidget()
        row = FlowLayout(holder)
        for button in (self.again_button, self.list_button):
            row.addWidget(button)
        column.addWidget(holder)
        column.addWidget(self.area, 1)
        self._chosen: Pair | None = None

    @property
    def spec(self) -> RecordSpec:
        """The kind of which doubles are looked for."""
        return self.desk.ctx.spec(self.kind)

    def title(self) -> str:
        return _("Dubbelen: {records}").format(records=words.plural(self.spec))

    def place(self) -> Place:
        if self.card is not None:
            return _place(self.kind, self.card.one, self.card.other)
        return Place(self.key, kind=self.kind)

    def show_place(self, place: Place) -> None:
        self.kind = place.kind or self.kind
        if {"een", "ander"} <= set(place.values):
            self._show_two(int(place.values["een"]), int(place.values["ander"]))
        else:
            self.search()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        return {"sluiten": self._back}

    def changed(self, changes: Changes) -> None:
        if self.kind in changes.kinds() and self.card is None:
            self.search()

    # -- the pairs ---------------------------------------------------------------------------------------------------

    def search(self) -> None:
        """Look for doubles, beside the window."""
        self.card, self._chosen = None, None
        self.again_button.hide()
        self.told.setText(_("Het programma zoekt dubbelen…"))
        self.told.show()
        self._show(QWidget())
        self.desk.run(dubbelen.find(self.desk.ctx, self.spec), self.title(), self._found)

    def _found(self, pairs: list[Pair]) -> None:
        if self.card is not None:
            return  # somebody went on with two of them meanwhile
        self.pairs, self.pair_buttons = pairs, []
        self.again_button.setText(_("Opnieuw zoeken"))
        self.again_button.show()
        if not pairs:
            self.told.setText(_("Er zijn geen dubbelen gevonden. Fijn."))
            self._show(QWidget())
            self.again_button.setFocus()
            return
        text = ngettext(
            "{count} paar lijkt dubbel. Kies een paar om ze naast elkaar te zien.",
            "{count} paren lijken dubbel. Kies een paar om ze naast elkaar te zien.",
            len(pairs),
        )
        self.told.setText(text.format(count=len(pairs)))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 6)
        for pair in pairs:
            column.addWidget(self._row(pair))
        column.addStretch(1)
        self._show(inside)
        self.pair_buttons[0].setFocus()

    def _row(self, pair: Pair) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        names = _("{first} (nummer {one}) en {second} (nummer {other})").format(
            first=pair.first_name, one=pair.first, second=pair.second_name, other=pair.second
        )
        column.addWidget(_line(names))
        column.addWidget(_line(pair.why, "muted"))
        button = QPushButton(_("Naast elkaar zetten"))
        button.setAccessibleName(_("Naast elkaar zetten: {names}").format(names=names))
        button.clicked.connect(lambda: self.desk.safely(lambda: self._choose(pair)))
        self.pair_buttons.append(button)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _choose(self, pair: Pair) -> None:
        self._show_two(pair.first, pair.second)
        self._chosen = pair
        self.place_changed.emit()

    # -- two of them -------------------------------------------------------------------------------------------------

    def _show_two(self, one: int, other: int) -> None:
        card = SideBySide(self.desk, self.spec, one, other)
        card.merged.connect(lambda number: self.desk.safely(lambda: self._merged(number)))
        card.different.connect(lambda: self.desk.safely(self._are_two))
        card.left.connect(lambda: self.desk.safely(self._back))
        self.card = card
        self.told.hide()
        self.again_button.hide()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 6)
        column.addWidget(card)
        column.addStretch(1)
        self._show(inside)
        card.begin()

    def _merged(self, number: int) -> None:
        if self._chosen is not None:
            self.search()
        else:
            self.desk.go(Place(page_of(self.kind), number, kind=self.kind))

    def _are_two(self) -> None:
        card = self.card
        assert card is not None
        dubbelen.call_different(self.desk.ctx, self.kind, card.one, card.other)
        self.desk.say(_("Onthouden: dit zijn er twee."))
        self.search()

    def _back(self) -> None:
        if self.card is not None:
            self.search()
        else:
            self._to_list()

    def _to_list(self) -> None:
        self.desk.go(Place(page_of(self.kind), kind=self.kind))

    def _show(self, inside: QWidget) -> None:
        self.area.setWidget(inside)
        self.commands_changed.emit()


def _place(kind: str, one: int, other: int) -> Place:
    return Place("samenvoegen", kind=kind, values={"een": one, "ander": other})


def _line(text: str, role: str | None = None) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role is not None:
        label.setProperty("role", role)
    return label


PAGE = MergePage
