"""The fixed versions of a paper: to open, and to compare with the one after it or with the paper as it is now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.text_difference import Change
from huurdersapp.ui import attachments
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.writing.comparing import as_html, as_words


class Fixed(Protocol):
    """A fixed version: its number from 1, and its file."""

    @property
    def number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def sha256(self) -> str: ...


class VersionsPanel(QFrame):
    """The fixed versions, the newest first, each with [Openen] and what changed since. A subclass says what a version is in
    words (`told_of`) and what changed between two of them (`difference`, beside the window)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("role", "card")
        self.rows: dict[int, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.addWidget(label(_("Vastgelegde versies"), "heading"))
        self.news = label("", "warning")
        self._column.addWidget(self.news)
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        self.answer = label("")
        self.answer.setTextFormat(Qt.TextFormat.RichText)
        self._column.addWidget(self.answer)
        self.answer.hide()
        self._shown: tuple[object, ...] = ()
        self.hide()

    def told_of(self, version: Any) -> str:
        """A version in words."""
        raise NotImplementedError

    def difference(self, paper: int, one: int, other: int | None) -> list[Change]:
        """What changed from version `one` to `other`, or to the paper as it is now; must not touch widgets."""
        raise NotImplementedError

    def show_versions(self, paper: int, versions: Sequence[Fixed], stale: Sequence[str]) -> None:
        """Show the versions of a paper, and what it stands on that became different since the last one."""
        if (shown := (paper, tuple(versions), tuple(stale))) == self._shown:
            return
        self._shown = shown
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.answer.hide()
        self.rows = {each.number: self._row(paper, each, versions) for each in reversed(versions)}
        told = _("Na de laatste versie is veranderd: {what}")
        self.news.setText(told.format(what=" ".join(stale)) if stale else "")
        self.news.setVisible(bool(stale))
        self.setVisible(bool(versions))

    def _row(self, paper: int, version: Fixed, versions: Sequence[Fixed]) -> QWidget:
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.told_of(version)))
        holder = QWidget(row)
        buttons = FlowLayout(holder)
        name = _("Versie {version} openen").format(version=version.number)
        self._button(buttons, _("Openen"), name, partial(self._open, version))
        last = version is versions[-1]
        words = _("Verschil met nu") if last else _("Verschil met versie {version}")
        following = None if last else version.number + 1
        words = words.format(version=following)
        name = _("Versie {version}: {words}").format(version=version.number, words=words)
        self._button(buttons, words, name, partial(self._compare, paper, version.number, following))
        column.addWidget(holder)
        self._list.addWidget(row)
        return row

    def _button(self, row: FlowLayout, words: str, name: str, do: Callable[[], object]) -> None:
        button = QPushButton(words)
        button.setAccessibleName(name)
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        row.addWidget(button)

    def come_to(self, number: int) -> None:
        """The focus to a version."""
        row = self.rows.get(number)
        button = row.findChild(QPushButton) if row is not None else None
        if isinstance(button, QPushButton):
            button.setFocus()

    def _open(self, version: Fixed) -> None:
        attachments.open_file(self.desk, version.sha256, version.name)

    def _compare(self, paper: int, one: int, other: int | None) -> None:
        self.desk.ask(self, "verschil", lambda: self.difference(paper, one, other), self._compared)

    def _compared(self, changes: list[Change]) -> None:
        told = as_html(changes, self.desk.look)
        self.answer.setText(told or _("Er is geen verschil."))
        self.answer.setAccessibleName(as_words(changes) or _("Er is geen verschil."))
        self.answer.show()
        announce(self, self.answer.accessibleName())
