"""What came of a meeting: lists of records that belong to it, read beside the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import finding, lists
from huurdersapp.actions.finding import Found
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import LinkButton
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

Asked = tuple[str, str, tuple[str, ...]]
"""A kind, a title, and the conditions of a list."""
MOST = 5


class Outcome(QFrame):
    """A title for each list with its count, and its first records as links."""

    def __init__(self, desk: Desk, asked: Sequence[Asked], about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._asked, self._about = desk, tuple(asked), about
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(2)
        ctx = desk.ctx

        def question() -> list[tuple[int, list[Found]]]:
            return [
                (lists.count(ctx, ctx.spec(kind), where), finding.listed(ctx, kind, where, MOST))
                for kind, _title, where in self._asked
            ]

        desk.ask(self, "uitkomst", question, self._show)

    def _show(self, answers: list[tuple[int, list[Found]]]) -> None:
        for (kind, title, where), (count, found) in zip(self._asked, answers, strict=True):
            head = QLabel(_("{title}: {count}").format(title=title, count=count or _("geen")))
            head.setProperty("role", "label")
            head.setWordWrap(True)
            self._column.addWidget(head)
            for record in found:
                link = LinkButton(record.name)
                link.setToolTip(record.more)
                link.clicked.connect(
                    lambda _on=False, kind=kind, number=record.number: self.desk.go(
                        Place(page_of(kind), number, kind=kind)
                    )
                )
                self._column.addWidget(link)
            if count > len(found):
                more = QPushButton(_("Alle {count} in een lijst").format(count=count))
                more.setProperty("role", "link")
                more.clicked.connect(
                    lambda _on=False, kind=kind, where=where, title=title: self.desk.go(
                        Place(page_of(kind), where=where, title=f"{title}, {self._about}", kind=kind)
                    )
                )
                self._column.addWidget(more)
