"""What a round would erase, kind by kind: its term, how many are past it with the list behind it, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.opschoonronde import Deel, Uitzondering
from huurdersapp.base.formats import day
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import LinkButton, label
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place
from huurdersapp.ui.privacy.going import goer
from huurdersapp.ui.privacy.keeping import Keeping

BLOCKS_FROM = 130
"""Per cent: from here on a kind is some lines of words, as columns would not fit."""


class RoundTable(QFrame):
    """Kinds of which something goes, each with its numbers; the others are named below. `changed` when what is kept is."""

    changed = Signal()

    def __init__(self, desk: Desk, delen: Sequence[Deel]) -> None:
        super().__init__()
        self.desk = desk
        self.links: dict[str, LinkButton] = {}
        self.openers: dict[str, QPushButton] = {}
        self.keeping: dict[str, Keeping] = {}
        self.setProperty("role", "card")
        self.setAccessibleName(_("Wat weg kan"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._column.addWidget(label(_("Wat weg kan"), "heading"))
        for deel in delen:
            if deel.anything:
                self._put(deel)
        quiet = [deel.label for deel in delen if not deel.anything and deel.maanden is not None]
        if quiet:
            text = _("Hiervan is nog niets voorbij: {kinds}.")
            self._column.addWidget(label(text.format(kinds=", ".join(quiet)), "muted"))

    def _put(self, deel: Deel) -> None:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        wide = self.desk.look.zoom < BLOCKS_FROM
        for at, widget in enumerate(self._cells(deel)):
            place = (0, at) if wide else (at, 0)
            grid.addWidget(widget, *place, Qt.AlignmentFlag.AlignLeft if at else Qt.AlignmentFlag(0))
            grid.setColumnStretch(at if wide else 0, 3 if at == 0 else 2)
        self._column.addWidget(holder)
        goes = _("Gaat weg: {fields}. {stays}").format(fields=", ".join(deel.velden), stays=deel.blijft)
        self._column.addWidget(label(goes, "muted"))

    def _cells(self, deel: Deel) -> list[QWidget]:
        months = deel.maanden or 0
        term = ngettext("{label} (na {count} maand)", "{label} (na {count} maanden)", months)
        cells: list[QWidget] = [label(term.format(label=deel.label, count=written(months)), "label")]
        if deel.aantal:
            text = ngettext("{count} voorbij", "{count} voorbij", deel.aantal)
            link = self.links[deel.soort] = LinkButton(text.format(count=written(deel.aantal)))
            title = _("{kind} van vóór {day}, termijn voorbij").format(
                kind=deel.label, day=day(deel.tot) if deel.tot else ""
            )
            link.setAccessibleName(_("{kind}: {words}").format(kind=deel.label, words=link.words))
            place = Place(page_of(deel.kind), kind=deel.kind, where=deel.where, title=title)
            link.clicked.connect(lambda _on=False: self.desk.safely(goer(self.desk, place)))
            cells.append(link)
        if more := list(_elsewhere(deel)):
            cells.append(label(" ".join(more)))
        if deel.aantal:
            opener = self.openers[deel.soort] = QPushButton(_("Toch bewaren…"))
            opener.setProperty("role", "link")
            opener.setAccessibleName(_("Toch bewaren: {kind}").format(kind=deel.label))
            opener.clicked.connect(lambda _on=False: self.desk.safely(lambda: self._open(deel)))
            cells.append(opener)
        return cells

    def _open(self, deel: Deel) -> None:
        """Under all kinds, in the order in which they were opened."""
        if deel.soort not in self.keeping:
            made = self.keeping[deel.soort] = Keeping(self.desk, deel)
            made.changed.connect(self.changed)
            self._column.addWidget(made)
            made.show()
        self.keeping[deel.soort].list.setFocus()

    def kept(self) -> tuple[Uitzondering, ...]:
        """All that is kept."""
        return tuple(each for part in self.keeping.values() for each in part.kept())

    def without_reason(self) -> Keeping | None:
        """Where something is kept and no reason stands."""
        open_ = (part for part in self.keeping.values() if part.kept() and not part.reason.text().strip())
        return next(open_, None)


def _elsewhere(deel: Deel) -> list[str]:
    found = []
    if deel.in_bak:
        text = ngettext("{count} in de prullenbak.", "{count} in de prullenbak.", deel.in_bak)
        found.append(text.format(count=written(deel.in_bak)))
    if deel.ooit:
        text = ngettext(
            "{count} alleen nog in de geschiedenis.", "{count} alleen nog in de geschiedenis.", deel.ooit
        )
        found.append(text.format(count=written(deel.ooit)))
    return found
