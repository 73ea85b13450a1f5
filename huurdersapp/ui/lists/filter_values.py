"""What stands behind the field of a filter: a choice, a day, a period, yes or no, a record, or a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from huurdersapp.actions.finding import Found
from huurdersapp.base import clock
from huurdersapp.base.days import typed_day
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import Choices
from huurdersapp.records.geldig import KINDS
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.finder import Finder

ANY_WORD, FOR_AKKOORD = "bevat", "voor_akkoord"


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that a list can be asked: the name of a condition, its words, and what value goes with it."""

    key: str
    label: str
    kind: str
    choices: Choices | None = None
    ref: str | None = None
    may_be_empty: bool = False


def asks(spec: RecordSpec) -> list[Ask]:
    """All that a list of this kind can be asked: its fields in order, then its named filters, then words."""
    found = [
        Ask(item.key, item.label, item.kind, item.choices, item.note.ref, not item.required)
        for item in spec.fields.values()
        if item.kind != "tekst" and item.key != "nummer" and not item.note.personal
    ]
    for each in spec.filters:
        # The day of a named filter is one day ("open op"), that of a field may be any within a period.
        kind = "dag" if each.kind == "datum" else each.kind
        found.append(Ask(each.key, str(each.label), kind, each.choices, each.ref))
    if spec.key in KINDS:
        found.append(Ask(FOR_AKKOORD, _("Telt voor akkoord"), "verwijzing", ref="akkoord"))
    return [*found, Ask(ANY_WORD, _("Bevat een van deze woorden"), "tekst")]


class ValueEditor(QWidget):
    """Asks for the value of one condition; `ready` when Enter says that it is there."""

    ready = Signal()

    def value(self) -> str:
        """As `veld=waarde` takes it; raises UserError for what cannot be read."""
        raise NotImplementedError

    def _box(self, *widgets: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            row.addWidget(widget)
        self.setFocusProxy(widgets[0])


class _Choice(ValueEditor):
    def __init__(self, ask: Ask, offered: list[tuple[str, str]]) -> None:
        super().__init__()
        self.combo = QComboBox()
        self.combo.setAccessibleName(ask.label)
        for words, value in offered:
            self.combo.addItem(words, value)
        if ask.may_be_empty:
            self.combo.addItem(_("niet ingevuld"), "")
        self._box(self.combo)

    def value(self) -> str:
        return str(self.combo.currentData())


class _Line(ValueEditor):
    def __init__(self, ask: Ask, read: Callable[[str], str], text: str = "") -> None:
        super().__init__()
        self.line, self._read = QLineEdit(text), read
        self.line.setAccessibleName(ask.label)
        self.line.returnPressed.connect(self.ready)
        self._box(self.line)

    def value(self) -> str:
        return self._read(self.line.text().strip())


class _Period(ValueEditor):
    """A ready period, or two days of one's own."""

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        year = clock.today().year
        self.combo = QComboBox()
        self.combo.setAccessibleName(ask.label)
        self.combo.addItem(_("Dit jaar ({year})").format(year=year), str(year))
        self.combo.addItem(_("Vorig jaar ({year})").format(year=year - 1), str(year - 1))
        for which in (1, 2, 3):
            words = _("Trimester {which} van {year}").format(which=which, year=year)
            self.combo.addItem(words, f"{year}-T{which}")
        if ask.may_be_empty:
            self.combo.addItem(_("niet ingevuld"), "")
        self.combo.addItem(_("Van dag tot dag"), None)
        self.first, self.last = QLineEdit(), QLineEdit()
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        for words, line in ((_("van"), self.first), (_("tot en met"), self.last)):
            label = QLabel(words)
            label.setBuddy(line)
            line.returnPressed.connect(self.ready)
            days.addWidget(label)
            days.addWidget(line)
        self._days.hide()
        self.combo.currentIndexChanged.connect(
            lambda _row: self._days.setVisible(self.combo.currentData() is None)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.combo)
        column.addWidget(self._days)
        self.setFocusProxy(self.combo)

    def value(self) -> str:
        ready = self.combo.currentData()
        return f"{_day(self.first.text())}..{_day(self.last.text())}" if ready is None else str(ready)


class _OnlyFinder(Finder):
    """Offers no new record: a filter looks for what is there."""

    def _show(self, found: list[Found]) -> None:
        super()._show(found)
        if (box := self.hits) is None:
            return
        last = box.item(box.count() - 1)
        if isinstance(last.data(Qt.ItemDataRole.UserRole), str):
            box.takeItem(box.count() - 1)
        if not box.count():
            self.close_list()


class _Link(ValueEditor):
    """A record by typing its name."""

    def __init__(self, desk: Desk, ask: Ask) -> None:
        super().__init__()
        assert ask.ref is not None
        self.finder = _OnlyFinder(desk, ask.ref)
        self.finder.setAccessibleName(ask.label)
        self.finder.chosen.connect(self._take)
        self.finder.textEdited.connect(lambda _text: self._forget())
        self._number: int | None = None
        self._box(self.finder)

    def _take(self, found: Found) -> None:
        self._number = found.number
        self.finder.setText(found.name)
        self.ready.emit()

    def _forget(self) -> None:
        self._number = None

    def value(self) -> str:
        if self._number is None:
            raise UserError(_("Typ een naam en kies er één uit de lijst."))
        return str(self._number)


def editor(desk: Desk, ask: Ask) -> ValueEditor:
    """The fitting one."""
    match ask.kind:
        case "keuze" if ask.choices is not None:
            return _Choice(ask, [(str(item.label), item.key) for item in ask.choices.items])
        case "ja_nee":
            return _Choice(ask, [(_("ja"), "ja"), (_("nee"), "nee")])
        case "verwijzing":
            return _Link(desk, ask)
        case "periode" | "datum":
            return _Period(ask)
        case "dag":
            return _Line(ask, _day, _("vandaag"))
        case "bedrag":
            return _Line(ask, _cents)
        case _:
            return _Line(ask, _filled)


def _day(text: str) -> str:
    return typed_day(text, clock.today()).isoformat()


def _cents(text: str) -> str:
    plain = text.replace("€", "").replace(" ", "").replace(".", "").replace(",", ".")
    try:
        return str(int(Decimal(plain) * 100))
    except (InvalidOperation, ValueError) as fault:
        raise UserError(_("Schrijf een bedrag, zoals 596,00.")) from fault


def _filled(text: str) -> str:
    if not text:
        raise UserError(_("Vul eerst in wat u zoekt."))
    return text
