"""Records that the board keeps in a round although their term is over, with the reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from huurdersapp.actions import finding, lists
from huurdersapp.actions.context import Context
from huurdersapp.actions.opschoonronde import Deel, Uitzondering
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.privacy.hits import Ticks
from huurdersapp.ui.verslag.tick_list import Tick

MOST = 300
"""Records that can be kept one by one; who wants to keep more needs a longer term."""


class Keeping(QWidget):
    """Ticks before the records of one kind: a tick keeps it. `changed` when that or the reason changes."""

    changed = Signal()

    def __init__(self, desk: Desk, deel: Deel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deel = deel
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        text = _("Zet een vinkje bij wat u toch bewaart: {kind}").format(kind=deel.label)
        column.addWidget(label(text))
        self.list = Ticks(desk, text)
        self.list.setAccessibleDescription(_("Spatie zet een vinkje."))
        self.list.setToolTip(self.list.accessibleDescription())
        self.list.show_rows(list(_rows(desk.ctx, deel)))
        column.addWidget(self.list)
        if deel.aantal > MOST:
            more = _("Dit zijn de eerste {count}. Wilt u er meer bewaren? Maak de termijn langer.")
            column.addWidget(label(more.format(count=MOST), "muted"))
        name = label(_("Waarom bewaart u deze gegevens?"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("{question} {kind}").format(question=name.text(), kind=deel.label))
        name.setBuddy(self.reason)
        column.addWidget(name)
        column.addWidget(self.reason)
        self.list.ticked.connect(lambda _key, _on: self.changed.emit())
        self.reason.textEdited.connect(lambda _text: self.changed.emit())

    def kept(self) -> tuple[Uitzondering, ...]:
        """What is kept, each with the reason."""
        reason = self.reason.text().strip()
        return tuple(Uitzondering(self.deel.kind, int(row.key), reason) for row in self.list.rows if row.on)


def _rows(ctx: Context, deel: Deel) -> list[Tick]:
    found = lists.find(ctx, ctx.spec(deel.kind), deel.where)[:MOST]
    numbers = [int(each["nummer"]) for each in found]
    names = finding.called(ctx, deel.kind, numbers)
    return [Tick(str(number), names.get(number, str(number)), "", False, None) for number in numbers]
