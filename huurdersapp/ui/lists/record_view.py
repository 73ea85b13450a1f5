"""A record to read: what it is called, how it stands, everything that is filled in, and what hangs together with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import history
from huurdersapp.actions.history import Entry
from huurdersapp.actions.related import Related, related
from huurdersapp.actions.words import Link, Shown, Table, View, read_view
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import bijlage
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui import attachments
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists import record_parts as parts
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

FIRST = 5
"""Related records that are named; the rest stands in their list."""
LABELS_ABOVE_FROM = 130
"""Per cent: from here on labels stand above what they name."""
STATUS = ("status", "uitkomst")
"""Fields that say how a record stands: under its title."""
_KB, _MB = 1024, 1024 * 1024


class RecordView(QScrollArea):
    """Shows a record (`show_record`); `edit_wanted`, `delete_wanted` and `history_wanted` from its buttons.

    `extra_buttons`, `extra_panels` (above the fields) and `below_panels` may be set to add what a kind has of its own; each
    gets the View. Lists inside the record that such a panel shows are named in `told_elsewhere`, fields in
    `said_elsewhere`.
    """

    edit_wanted = Signal()
    delete_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind, self.number = "", 0
        self.view: View | None = None
        self.extra_buttons: Callable[[View], Sequence[QPushButton]] = lambda _view: ()
        self.extra_panels: Callable[[View], Sequence[QWidget]] = lambda _view: ()
        self.below_panels: Callable[[View], Sequence[QWidget]] = lambda _view: ()
        self.told_elsewhere: Collection[str] = ()
        self.said_elsewhere: Collection[str] = ()
        self.changeable = True
        """Whether it offers to change the record: not for what only says what was done."""
        self.setWidgetResizable(True)
        self.setProperty("role", "reading")  # with a ring where the focus is: the arrows move the text then
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.look.changed.connect(self._build)

    def show_record(self, kind: str, number: int) -> None:
        """Show a record from its top; the same one again stays where it is. Raises UserError when it is not there.

        What is shown stays as long as what is typed under it cannot be kept.
        """
        view = read_view(self.desk.ctx, self.desk.ctx.spec(kind), number)
        same = (kind, number) == (self.kind, self.number)
        place = self.verticalScrollBar().value() if same else 0
        if same and view == self.view:
            self._ask_beside()
            return
        if not self.keep():
            return
        self.kind, self.number, self.view = kind, number, view
        self._build()
        self.verticalScrollBar().setValue(place)

    def rebuild(self) -> None:
        """Build it anew where it stands, because what its panels tell has changed."""
        place = self.verticalScrollBar().value()
        self._build()
        self.verticalScrollBar().setValue(place)

    def refresh(self) -> None:
        """Read it again; raises UserError when it is gone."""
        if self.number:
            self.show_record(self.kind, self.number)

    def keep(self) -> bool:
        """Keep what was typed in a small form under the record, now; whether it is kept."""
        kept = [form.keeper.flush() for form in self.findChildren(QuickForm)]
        return all(kept)

    def forget(self) -> None:
        """Show nothing."""
        self.keep()
        self.kind, self.number, self.view = "", 0, None
        self.setWidget(QWidget())

    @property
    def spec(self) -> RecordSpec:
        """The kind of what is shown."""
        return self.desk.ctx.spec(self.kind)

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        view = self.view
        if not self.keep() or view is None:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 6)
        column.setSpacing(12)
        column.addWidget(self._head(view))
        for panel in self.extra_panels(view):
            column.addWidget(panel)
        column.addWidget(self._fields(view))
        for panel in self.below_panels(view):
            column.addWidget(panel)
        for table in view.tables:
            files = bijlage.part_of(self.spec)
            if table.key in self.told_elsewhere:
                continue
            if files is not None and table.key == files.key:
                column.addWidget(self._files(table))
            else:
                column.addWidget(parts.table(table, self._go, lambda _row: ()))
        self._beside = QVBoxLayout()
        self._beside.setSpacing(12)
        column.addLayout(self._beside)
        self.made = parts.label("", "muted")
        column.addWidget(self.made)
        column.addStretch(1)
        self.setWidget(content)
        self.setAccessibleName(view.title)
        if had_focus:
            self.setFocus()
        self._ask_beside()

    def _head(self, view: View) -> QWidget:
        frame, column = parts.card()
        spec = self.spec
        column.addWidget(
            parts.label(_("{kind} {number}").format(kind=spec.label, number=view.number), "muted")
        )
        self.title = parts.label(view.title, "title")
        column.addWidget(self.title)
        if states := [each.text for each in view.fields if each.key in STATUS and each.text]:
            column.addWidget(parts.label("  ·  ".join(states), "heading"))
        holder = QWidget()
        flow = FlowLayout(holder)
        self.edit_button = self._button(_("Wijzigen"), "wijzigen", self.edit_wanted.emit)
        self.edit_button.setToolTip(_("Wijzigen (F2)"))
        self.delete_button = self._button(_("Verwijderen"), "prullenbak", self.delete_wanted.emit)
        self.history_button = self._button(_("Geschiedenis"), "geschiedenis", self.history_wanted.emit)
        own = (self.edit_button, *self.extra_buttons(view), self.delete_button, self.history_button)
        for button in own:
            flow.addWidget(button)
        self.edit_button.setVisible(self.changeable)
        off(self.desk, self.edit_button, self.delete_button)
        column.addWidget(holder)
        return frame

    def _button(self, text: str, picture: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(icon(picture, self.desk.look))
        button.setIconSize(QSize(self.desk.look.px(16), self.desk.look.px(16)))
        button.clicked.connect(lambda: self.desk.safely(do))
        return button

    def _fields(self, view: View) -> QWidget:
        frame, column = parts.card()
        above = self.desk.look.zoom >= LABELS_ABOVE_FROM
        elsewhere = (*STATUS, *self._titled(view), *self.said_elsewhere)
        filled = [each for each in view.fields if each.text and each.key not in elsewhere]
        empty = [each for each in view.fields if not each.text]
        short = [each for each in filled if not each.long]
        if short:
            column.addWidget(parts.fields(short, self._go, self.desk.look.px(130), above=above))
        for each in filled:
            if each.long:
                column.addWidget(parts.label(each.label, "label"))
                column.addWidget(parts.long_text(each.text))
        if empty:
            column.addWidget(self._folded(empty))
        return frame

    def _titled(self, view: View) -> tuple[str, ...]:
        """The field that is the title: it need not be said twice."""
        return tuple(
            each.key for each in view.fields if each.key in self.spec.name[:1] and each.text == view.title
        )

    def _folded(self, empty: Sequence[Shown]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        shown = parts.label(", ".join(each.label for each in empty), "muted")
        shown.hide()
        more = QPushButton(_("Niet ingevuld ({count})").format(count=len(empty)))
        more.setProperty("role", "link")
        more.clicked.connect(lambda: shown.setVisible(shown.isHidden()))
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(shown)
        return holder

    # -- files ---------------------------------------------------------------------------------------------------

    def _files(self, table: Table) -> QWidget:
        frame, column = parts.card(table.label)
        for row in table.rows:
            cells = {cell.key: cell.text for cell in row.cells}
            name, digest = cells.get("naam", ""), cells.get("inhoud", "")
            size = _size(cells.get("grootte", "").split(" ")[0])
            column.addWidget(parts.label(_("{name} ({size})").format(name=name, size=size), "label"))
            if cells.get("vertrouwelijk") == _("ja"):
                column.addWidget(parts.label(_("Vertrouwelijk: geef dit niet aan anderen."), "warning"))
            if text := cells.get("toelichting"):
                column.addWidget(parts.long_text(text))
            holder = QWidget()
            flow = FlowLayout(holder)
            open_button = self._button(_("Openen"), "openen", self._opener(digest, name))
            open_button.setAccessibleName(_("{name} openen").format(name=name))
            save_button = self._button(_("Opslaan als…"), "opslaan", self._saver(digest, name))
            save_button.setAccessibleName(_("{name} opslaan als").format(name=name))
            flow.addWidget(open_button)
            flow.addWidget(save_button)
            column.addWidget(holder)
        return frame

    def _opener(self, digest: str, name: str) -> Callable[[], None]:
        return lambda: attachments.open_file(self.desk, digest, name)

    def _saver(self, digest: str, name: str) -> Callable[[], None]:
        def save() -> None:
            home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            dialog = QFileDialog(self, _("Opslaan als"), str(Path(home) / name))
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.fileSelected.connect(
                lambda path: self.desk.safely(lambda: self.save_file(digest, Path(path)))
            )
            dialog.open()

        return save

    def save_file(self, digest: str, path: Path) -> None:
        """Write an attachment where somebody wants it."""
        attachments.save_file(self.desk, digest, path)

    # -- what is read beside the window --------------------------------------------------------------------------

    def _ask_beside(self) -> None:
        ctx, spec, number = self.desk.ctx, self.spec, self.number

        def question() -> tuple[list[Related], list[Entry]]:
            try:
                return related(ctx, spec, number), history.history(ctx, spec, number)
            except UserError:  # thrown away meanwhile: the list tells
                return [], []

        def answer(found: tuple[list[Related], list[Entry]]) -> None:
            if (spec.key, number) == (self.kind, self.number):
                self._tell_beside(*found)

        self.desk.ask(self, "erbij", question, answer)

    def _tell_beside(self, found: Sequence[Related], entries: Sequence[Entry]) -> None:
        while (item := self._beside.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        naming = [each for each in found if each.where]
        if naming:
            frame, column = parts.card(_("Hoort hierbij"))
            for each in naming:
                self._add_related(column, each)
            self._beside.addWidget(frame)
        self.made.setText(_made(entries))

    def _add_related(self, column: QVBoxLayout, each: Related) -> None:
        count = _("{count}+").format(count=each.count) if each.count >= 1000 else str(each.count)
        column.addWidget(parts.label(_("{label} ({count})").format(label=each.label, count=count), "label"))
        for number, title in each.items[:FIRST]:
            column.addWidget(parts.link(title, Link(each.kind, number), self._go))
        if each.count > FIRST:
            button = QPushButton(_("Alle {count} tonen").format(count=count))
            button.setProperty("role", "link")
            title = _("{label} van {name}").format(label=each.label, name=self.title.text())
            button.clicked.connect(
                lambda: self.desk.go(Place(page_of(each.kind), kind=each.kind, where=each.where, title=title))
            )
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _go(self, kind: str, number: int) -> None:
        self.desk.go(Place(page_of(kind), number, kind=kind))


def _made(entries: Sequence[Entry]) -> str:
    """Who made the record and when, and who changed it last."""
    if not entries:
        return ""
    nobody = _("zonder naam")
    first, last = entries[-1], entries[0]
    text = _("Gemaakt op {moment} door {who}.").format(
        moment=moment(first.moment), who=first.author or nobody
    )
    if last is not first:
        changed = _("Laatst gewijzigd op {moment} door {who}.")
        text += " " + changed.format(moment=moment(last.moment), who=last.author or nobody)
    return text


def _size(text: str) -> str:
    number = int(text) if text.isdecimal() else 0
    if number >= _MB:
        return _("{size} MB").format(size=f"{number / _MB:.1f}".replace(".", ","))
    return _("{size} kB").format(size=max(1, round(number / _KB)))
