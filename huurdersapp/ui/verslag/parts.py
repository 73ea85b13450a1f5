"""The parts of a report: which ones it has, in which order, and what is written in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.verslagen.concept import DeelStand
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.preview.paper_page import label
from huurdersapp.ui.verslag.tick_list import Tick, TickList


class PartsPanel(QWidget):
    """`switched` with the key of a part and whether it is on, `moved` with the key and -1 or 1, `write_wanted` and `came`
    with the key."""

    switched = Signal(str, bool)
    moved = Signal(str, int)
    write_wanted = Signal(str)
    came = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = label(_("Delen van het verslag"), "heading")
        self.list = TickList(desk, _("Delen van het verslag"))
        self.head.setBuddy(self.list)
        self.list.ticked.connect(self.switched)
        self.list.moved.connect(self.moved)
        self.list.opened.connect(self.write_wanted)
        self.list.came.connect(self._came)
        self.write = QPushButton(_("Schrijven…"))
        self.up, self.down = QPushButton(_("Omhoog")), QPushButton(_("Omlaag"))
        self.write.clicked.connect(lambda: self._do(lambda: self.write_wanted.emit(self.list.current_key())))
        self.up.clicked.connect(lambda: self._do(lambda: self.list.change_places(-1)))
        self.down.clicked.connect(lambda: self._do(lambda: self.list.change_places(1)))
        holder = QWidget()
        row = FlowLayout(holder)
        for button in (self.write, self.up, self.down):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.head, self.list, holder):
            column.addWidget(widget)

    def _do(self, do: Callable[[], object]) -> None:
        if self.list.current_key():
            do()
            self._tell()

    def show_parts(self, parts: Sequence[DeelStand], pictures: Sequence[str]) -> None:
        """Show the parts as they are now; `pictures` has the key of the part of each picture."""
        self.list.show_rows([_tick(part, pictures.count(part.key)) for part in parts])
        self._tell()

    def _came(self, key: str) -> None:
        self._tell()
        self.came.emit(key)

    def _tell(self) -> None:
        row = self.list.current()
        name = row.words if row is not None else ""
        for button, can in (
            (self.write, row is not None),
            (self.up, self.list.can_move(-1)),
            (self.down, self.list.can_move(1)),
        ):
            if not can and button.hasFocus():
                self.list.setFocus()  # else Qt takes it to whatever comes next
            button.setEnabled(can)
        self.write.setAccessibleName(_("Schrijven bij {part}").format(part=name))
        self.up.setAccessibleName(_("{part} omhoog").format(part=name))
        self.down.setAccessibleName(_("{part} omlaag").format(part=name))


def _tick(part: DeelStand, pictures: int) -> Tick:
    words = _("Bijlage: {title}").format(title=part.title) if part.annex else part.title
    told = list(_notes(part, pictures))
    return Tick(
        part.key,
        words,
        ". ".join(told),
        None if part.fixed else part.on,
        None if part.fixed else int(part.annex),
    )


def _notes(part: DeelStand, pictures: int) -> Sequence[str]:
    found = []
    if part.fixed:
        found.append(_("Staat altijd vooraan"))
    if part.empty:
        found.append(_("Geen activiteit in deze periode"))
    if part.changed:
        found.append(_("De feiten zijn veranderd sinds u schreef"))
    elif part.own_text:
        found.append(_("Met uw tekst"))
    if pictures:
        found.append(_("Met foto"))
    return found
