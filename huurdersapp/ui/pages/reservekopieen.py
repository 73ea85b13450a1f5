"""Reservekopieën: which there are, making one, looking into one, putting one back, and one on a stick."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import reservekopie
from huurdersapp.actions.reservekopie import Copy, Gebruik, OnStick, SameDisk
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.formats import day_named, moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.middle import text_line
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place
from huurdersapp.ui.safe.restore_room import RestoreRoom, Seen, looked_at, named, put_back
from huurdersapp.ui.tabbing import show_focus

WIDEST = 860
"""Pixels at 100 %."""
MEGA = 1_000_000


class CopiesPage(Page):
    """A list of copies with what can be done with the one that is chosen; below it sticks and room."""

    help = "reservekopieen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._copies: tuple[Copy, ...] = ()
        self._found: tuple[Copy, ...] = ()
        self._room: RestoreRoom | None = None
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 8, 16)
        self._column.setSpacing(12)
        self._list_part, self._stick_part, self._use_part = self._build_list(), QWidget(), QWidget()
        self._column.addWidget(self._list_part)
        self._sticks = self._card(_("Kopie op een usb-stick"))
        self._sticks_told = text_line("", "muted")
        self._sticks.addWidget(self._sticks_told)
        self._stick_buttons = FlowLayout()
        self._sticks.addLayout(self._stick_buttons)
        self._offered: list[QPushButton] = []
        room = self._card(_("Ruimte"))
        self._used = text_line("", "muted")
        room.addWidget(self._used)
        self._button(room, _("Map met reservekopieën openen"), self._open_folder)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 0, 16, 0)
        whole.addWidget(self._area)
        self._asked = QVBoxLayout()
        self._column.insertLayout(0, self._asked)
        self.in_copy = text_line(_("U kijkt in een reservekopie. Ga eerst terug naar uw administratie."))
        self.in_copy.hide()
        self._column.insertWidget(0, self.in_copy)
        off(desk, self.make_button, self.restore_button)
        desk.look.changed.connect(self._fit)
        self._fit()

    def _build_list(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        self.make_button = QPushButton(_("Nu een reservekopie maken"))
        self.make_button.setProperty("role", "main")
        self.make_button.clicked.connect(lambda: self.desk.safely(self.make))
        column.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        label = QLabel(_("Reservekopieën op deze computer, de nieuwste bovenaan"))
        label.setProperty("role", "label")
        label.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Reservekopieën"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        label.setBuddy(self.list)
        self.list.itemActivated.connect(lambda _item: self.desk.safely(self.ask_restore))
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        store = self.desk.ctx.store
        none = _("Er zijn nog geen reservekopieën.")
        if store.read_only is None and not store.example:
            none = _("Er zijn nog geen reservekopieën. Bij het afsluiten komt er vanzelf een.")
        self._none = text_line(none, "muted")
        column.addWidget(label)
        column.addWidget(self._none)
        column.addWidget(self.list)
        row = FlowLayout()
        self.look_button = QPushButton(_("Bekijken"))
        self.look_button.clicked.connect(lambda: self.desk.safely(self.look_into))
        self.restore_button = QPushButton(_("Terugzetten…"))
        self.restore_button.clicked.connect(lambda: self.desk.safely(self.ask_restore))
        self.other_button = QPushButton(_("Kopie van een andere plaats…"))
        self.other_button.clicked.connect(self._choose_other)
        for button in (self.look_button, self.restore_button, self.other_button):
            row.addWidget(button)
        column.addLayout(row)
        return part

    def _card(self, title: str) -> QVBoxLayout:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(text_line(title, "label"))
        self._column.addWidget(card)
        return inside

    def _button(self, card: QVBoxLayout, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _checked=False: self.desk.safely(do))
        card.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    # -- as a page -----------------------------------------------------------------------------------------------

    def title(self) -> str:
        """What stands above it."""
        return _("Reservekopieën")

    def show_place(self, place: Place) -> None:
        """Show the copies; with `values` of a `kopie` the question whether to put that one back."""
        self._close_room()
        if getattr(
            self.window(), "looking", ""
        ):  # the copies lie beside the administration, not in a copy of it
            for part in self._body.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                part.setVisible(part is self.in_copy)
            return
        self._read()
        wanted = place.values.get("kopie")
        if wanted is not None:
            self._ask(wanted)
        else:
            first = (self.list if self.list.count() else self.make_button, self.other_button)
            next(button for button in first if button.isEnabled()).setFocus()

    def changed(self, changes: Changes) -> None:
        """Steps change what is missing in a copy, not which there are."""

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """Ctrl+N makes one, Esc leaves the question."""
        found: dict[Command, Callable[[], object]] = {}
        if self.desk.ctx.store.read_only is None:
            found["nieuw"] = self.make
        if self._room is not None:
            found["sluiten"] = self._close_room
        return found

    def _read(self) -> None:
        ctx = self.desk.ctx

        def read() -> tuple[tuple[Copy, ...], tuple[Copy, ...], Gebruik, OnStick | None, list[Path]]:
            return (
                reservekopie.lijst(ctx.folder),
                reservekopie.bewaard(ctx.folder),
                reservekopie.gebruik(ctx.folder),
                reservekopie.usb_laatst(ctx),
                reservekopie.usb_plaatsen(),
            )

        self.desk.ask(self, "kopieen", read, lambda told: self._show(*told))

    def _show(
        self,
        copies: tuple[Copy, ...],
        kept: tuple[Copy, ...],
        use: Gebruik,
        stick: OnStick | None,
        places: list[Path],
    ) -> None:
        chosen = self.chosen
        self._copies = (*self._found, *copies, *kept)
        had_focus = self.list.hasFocus()
        self.list.clear()
        for copy in self._copies:
            self.list.addItem(QListWidgetItem(_line(copy)))
        at = next((row for row, copy in enumerate(self._copies) if chosen and copy.path == chosen.path), 0)
        if self._copies:
            self.list.setCurrentRow(at)
        self._none.setVisible(not self._copies)
        self.list.setVisible(bool(self._copies))
        if had_focus and self._copies:
            self.list.setFocus()
        sentence = _("De reservekopieën nemen {used} MB in. Er is plaats voor {cap} MB.").format(
            used=round(use.bytes / MEGA), cap=round(use.grens / MEGA)
        )
        self._used.setText(" ".join((sentence, *use.zinnen)))
        self._show_sticks(stick, places)
        self._allow()

    def _show_sticks(self, last: OnStick | None, places: list[Path]) -> None:
        words = _("Gaat deze computer stuk, dan hebt u die kopie nog. Bewaar de stick ergens anders.")
        if last is not None:
            day = day_named(last.at.astimezone().date())
            words = _("{words} De laatste is van {day}.").format(words=words, day=day)
        else:
            words = _("{words} U hebt er nog geen gemaakt.").format(words=words)
        self._sticks_told.setText(words)
        for button in self._offered:
            button.setParent(None)
            button.deleteLater()
        self._offered = []
        for place in places:
            self._offer_stick(
                _("Kopie maken op {place}").format(place=place.name or str(place)),
                partial(self.to_stick, place),
            )
        self._offer_stick(_("Een andere plaats kiezen…"), self._choose_stick)

    def _offer_stick(self, words: str, do: Callable[[], object]) -> None:
        button = QPushButton(words)
        button.clicked.connect(lambda _checked=False: self.desk.safely(do))
        button.setEnabled(not self.desk.ctx.store.example)
        self._stick_buttons.addWidget(button)
        self._offered.append(button)

    def _allow(self) -> None:
        self.look_button.setEnabled(self.chosen is not None)
        self.restore_button.setEnabled(self.chosen is not None)

    @property
    def chosen(self) -> Copy | None:
        """The copy that the list stands on."""
        row = self.list.currentRow()
        return self._copies[row] if 0 <= row < len(self._copies) else None

    # -- making --------------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Make a copy now."""

        def done(_path: Path) -> None:
            self.desk.say(_("De reservekopie is gemaakt en nagelezen."))
            self._read()

        self.desk.run(reservekopie.make(self.desk.ctx), _("Reservekopie maken"), done)

    def to_stick(self, place: Path, sure: bool = False) -> None:
        """Make a copy on a stick and read it back."""

        def done(path: Path) -> None:
            self.desk.say(_("De kopie staat op de stick en is nagelezen: {path}.").format(path=path))
            self._read()

        def failed(fault: BaseException) -> None:
            if isinstance(fault, SameDisk):
                self.desk.offer(fault.told(), _("Toch hier"), lambda: self.to_stick(place, True))
            else:
                self.desk.tell(fault)

        job = reservekopie.usb(self.desk.ctx, place, sure=sure)
        self.desk.run(job, _("Kopie op de stick maken"), done, failed)

    def _choose_stick(self) -> None:
        self._choose_folder(_("Waar de kopie komt"), lambda path: self.to_stick(path))

    def _choose_other(self) -> None:
        self._choose_folder(_("De map met de reservekopie"), self.find_in)

    def find_in(self, path: Path) -> None:
        """Show the copies of another place too, such as a stick; raises UserError where there are none."""
        found = reservekopie.zoek(path)
        if not found:
            raise UserError(
                _("In {folder} staat geen reservekopie."),
                _("Kies de map of de stick waarop de kopie staat."),
                folder=path,
            )
        self._found = found
        self._read()

    def _choose_folder(self, title: str, do: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Kiezen"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.desk.safely(lambda: do(Path(name))))
        dialog.open()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.ctx.folder / "reservekopieen")))

    # -- looking into one, and putting one back ------------------------------------------------------------------

    def look_into(self) -> None:
        """Open the copy to look at, in this window."""
        if (copy := self.chosen) is not None:
            self.desk.look_into(copy.path, named(copy))

    def ask_restore(self) -> None:
        """Tell what would be missing, and ask."""
        if self.restore_button.isEnabled() and (copy := self.chosen) is not None:
            self._ask(copy)

    def _ask(self, copy: Copy) -> None:
        self._close_room()
        room = self._room = RestoreRoom(copy)
        room.left.connect(self._close_room)
        room.secret_given.connect(lambda secret: self._compare(room, copy, secret))
        room.wanted.connect(lambda key: self.desk.safely(lambda: put_back(self.desk, copy.path, key)))
        self._asked.addWidget(room)
        self._list_part.hide()
        self._area.verticalScrollBar().setValue(0)
        self._compare(room, copy, "")
        self.commands_changed.emit()
        room.begin_here()

    def _compare(self, room: RestoreRoom, copy: Copy, secret: str) -> None:
        ctx = self.desk.ctx
        key = ctx.store.key

        def asked() -> Seen | UserError | None:
            try:
                return looked_at(ctx, copy, key, secret)
            except UserError as fault:
                return fault

        def answered(seen: Seen | UserError | None) -> None:
            if isinstance(seen, UserError):
                room.refuse(seen)
            else:
                room.show_seen(seen)
            # Once the words have their place: with large letters they push the buttons out of sight.
            QTimer.singleShot(0, room, lambda: show_focus(self._area))

        self.desk.ask(room, "vergelijken", asked, answered)

    def _close_room(self) -> None:
        if self._room is None:
            return
        room, self._room = self._room, None
        self._asked.removeWidget(room)
        room.hide()
        room.deleteLater()
        self._list_part.show()
        self.list.setFocus()
        self.commands_changed.emit()

    def _fit(self) -> None:
        px = self.desk.look.px
        self._body.setMaximumWidth(px(WIDEST))
        self.list.setMinimumHeight(px(200))
        self.list.setMaximumHeight(px(280))


def _line(copy: Copy) -> str:
    checked = _("nagelezen") if copy.verified else _("nog niet nagelezen")
    return _("{moment} · {why} · {size} MB · {checked}").format(
        moment=moment(copy.made_at.astimezone()),
        why=copy.words,
        size=f"{copy.size / MEGA:.1f}".replace(".", ","),
        checked=checked,
    )


PAGE = CopiesPage
