"""Jumping (Ctrl+K): a small box over the window in which one types where to go: a screen, a command, a record by its
number or its words, or one of the records where somebody was before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.text import fold
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.found import flat, says
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.pages.registry import ENTRIES, page_of
from huurdersapp.ui.place import Place
from huurdersapp.ui.text_list import Paragraph, Row, TextList

if TYPE_CHECKING:
    from huurdersapp.actions.springen import Named
    from huurdersapp.actions.zoeken import Hit
    from huurdersapp.ui.main_window import MainWindow

PATIENCE = 120
"""Milliseconds after the last letter before records are looked for."""
RECENT = 10
WIDTH, ROWS = 640, 9
"""Of the box: pixels and lines at 100 %."""
FOUND = 8
"""Records that are offered for what was typed."""
_MAKE = {"verslag": lazy("Verslag maken"), "brief": lazy("Brief maken")}
_ALSO = ("verslagen",)
"""Screens that are not in the navigation and need nothing to be shown."""
_LEFT_OUT = ("naar_", "springen", "andere_kant", "sluiten", "opslaan")
"""Commands of the menu that are no use here."""


@dataclass(frozen=True)
class _Goal:
    """Somewhere to go: its words, what is said beside it, and how to get there."""

    key: str
    text: str
    note: str
    do: Callable[[], object]

    def row(self) -> Row:
        words = _("{text}   {note}").format(text=self.text, note=self.note) if self.note else self.text
        return Row((Paragraph(words, bold=((0, len(self.text)),)),), self.key)


class Jump(QFrame):
    """Over the window, not modal: it closes with Esc, when somebody went somewhere, and when the focus goes elsewhere.

    Where the focus was, it comes back to.
    """

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._before: QWidget | None = QApplication.focusWidget()
        self._records: list[_Goal] = []
        self._recent: list[_Goal] = []
        self._shown: dict[str, _Goal] = {}
        self._known = ""  # the text whose records are shown
        self._hurried = False  # Enter came before they were
        self._fixed = [*self._screens(), *self._new(), *self._commands()]
        self.setObjectName("springen")
        self.setProperty("role", "card")
        self.setAccessibleName(_("Springen naar"))
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PATIENCE)
        self._wait.timeout.connect(self._look)
        desk.look.changed.connect(self._place)
        window.installEventFilter(self)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        label = QLabel(_("Waar wilt u heen? Typ een scherm, een opdracht, een woord of een nummer."))
        label.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Springen naar"))
        self.line.setClearButtonEnabled(True)
        label.setBuddy(self.line)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.list = TextList(self._desk.look, at_once=True)
        self.list.setAccessibleName(_("Waar u heen kunt"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.opened.connect(self._go)
        self.none = QLabel(_("Niets gevonden. Probeer een ander woord."))
        self.none.setProperty("role", "muted")
        for widget in (label, self.line, self.list, self.none):
            column.addWidget(widget)
        self.none.hide()

    # -- what there is ---------------------------------------------------------------------------------------------

    def _screens(self) -> list[_Goal]:
        return [
            _Goal(f"scherm {entry.key}", str(entry.label), _("scherm"), self._goer(Place(entry.key)))
            for entry in ENTRIES
            if entry.listed or entry.key in _ALSO
        ]

    def _new(self) -> list[_Goal]:
        from huurdersapp.ui.lists.words import NEW

        made = [
            _Goal(
                f"nieuw {kind}",
                str(words),
                _("maken"),
                self._goer(Place(page_of(kind), doing="nieuw", kind=kind)),
            )
            for kind, words in NEW.items()
            if page_of(kind) != "akkoord"
        ]
        return made + [
            _Goal(f"maak {page}", str(words), _("maken"), self._goer(Place(page)))
            for page, words in _MAKE.items()
        ]

    def _commands(self) -> list[_Goal]:
        found = []
        for name, action in self._window.menus.actions.items():
            if not action.isEnabled() or name.startswith(_LEFT_OUT):
                continue
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            note = _("opdracht, {keys}").format(keys=keys) if keys else _("opdracht")
            text = action.text().replace("&", "").rstrip("…")
            found.append(_Goal(f"opdracht {name}", text, note, action.trigger))
        return found

    def _goer(self, place: Place) -> Callable[[], None]:
        return lambda: self._desk.go(place)

    def _goal(self, found: Named | Hit, note: str = "") -> _Goal:
        place = Place(page_of(found.kind), found.number, kind=found.kind)
        label = _("{kind} {number}").format(kind=self._desk.ctx.spec(found.kind).label, number=found.number)
        if note:
            label = _("{record}, {note}").format(record=label, note=note)
        return _Goal(f"{found.kind} {found.number}", found.title, label, self._goer(place))

    # -- opening and closing -----------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show it, or close the one that is open already (Ctrl+K twice)."""
        other = next(
            (one for one in self._window.findChildren(Jump) if one is not self and one.isVisible()), None
        )
        if other is not None:
            other.close_box()
            self.deleteLater()
            return
        self._ask_recent()
        self._refresh()
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_box(self, *, back: bool = True) -> None:
        """Close it, and bring the focus back to where it was."""
        if self.isHidden():
            return
        self._wait.stop()
        self._window.removeEventFilter(self)
        before, self._before = self._before, None
        self.hide()
        # The screen may have been built anew meanwhile, as Vandaag is when its answer comes.
        if back and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def _place(self) -> None:
        px, space = self._desk.look.px, self._window.size()
        width = min(px(WIDTH), space.width() - 32)
        height = min(px(120) + ROWS * px(38), space.height() - px(60))
        self.setGeometry((space.width() - width) // 2, px(44), width, height)

    # -- typing --------------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        self._hurried = False
        self._wait.start()
        self._refresh()

    def _ask_recent(self) -> None:
        from huurdersapp.actions import springen

        keys = visited(self._window)
        ctx = self._desk.ctx

        def question() -> list[tuple[Named, str]]:
            seen = [(item, _("net bekeken")) for item in springen.named(ctx, keys)]
            there = {(item.kind, item.number) for item, _note in seen}
            changed = [
                (item, _("pas gewijzigd"))
                for item in springen.lately(ctx, RECENT)
                if (item.kind, item.number) not in there
            ]
            return [*seen, *changed][:RECENT]

        def answer(found: list[tuple[Named, str]]) -> None:
            self._recent = [self._goal(item, note) for item, note in found]
            self._refresh()

        self._desk.ask(self, "laatst", question, answer)

    def _look(self) -> None:
        from huurdersapp.actions import zoeken

        ctx, text = self._desk.ctx, self.line.text()

        def answer(found: list[Hit]) -> None:
            self._records, self._known = [self._goal(item) for item in found], text
            self._refresh()
            if self._hurried:
                self._hurried = False
                self._go(self.list.current_key())

        self._desk.ask(self, "zoek", lambda: zoeken.find(ctx, text, FOUND), answer)

    def _refresh(self) -> None:
        """Show what fits what was typed; records of the letter before stay until there are others."""
        terms = tuple(dict.fromkeys(fold(self.line.text())))
        if terms:
            goals = [goal for goal in (*self._recent, *self._fixed) if says(flat(goal.text), terms)]
            # What begins so was most likely meant: "over" is Overleggen, and not a record with that word in its title.
            goals.sort(key=lambda goal: not flat(goal.text).lstrip().startswith(terms[0]))
            goals += self._records
        else:
            goals, self._records = [*self._recent, *self._fixed], []
        before = list(self._shown)
        self._shown = {goal.key: goal for goal in goals}
        if before != list(self._shown) or terms or not self.list.rows:
            self._show(terms)
        self.none.setVisible(not goals and self._known == self.line.text())

    def _show(self, terms: Sequence[str]) -> None:
        self.list.show_rows([goal.row() for goal in self._shown.values()], terms)
        if self.list.current_key() is None:
            self.list.select_first()

    # -- keys --------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        elif isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in (
                Qt.Key.Key_Escape,
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            ):
                event.accept()  # Esc of the menu closes something else
                return True
            return event.type() == QEvent.Type.KeyPress and self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_box()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go(self.list.current_key())
            case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                QApplication.sendEvent(self.list, event)
                if (goal := self._shown.get(self.list.current_key() or "")) is not None:
                    announce(self.list, goal.row().text())
            case _:
                return False
        return True

    def _left(self) -> None:
        focus = QApplication.focusWidget()
        elsewhere = focus is None or not (focus is self.line or self.isAncestorOf(focus))
        # Another window of the computer in front is no reason to close.
        if elsewhere and self._window.isActiveWindow():
            self.close_box(back=False)

    def _go(self, key: str | None) -> None:
        goal = self._shown.get(key or "")
        sure = goal is not None and goal not in self._records
        if self.line.text().strip() and self._known != self.line.text() and not sure:
            # What is shown may still belong to the letters before: first know what was meant.
            self._hurried = True
            self._wait.stop()
            self._look()
        elif goal is not None:
            self.close_box()
            self._desk.safely(goal.do)


def visited(window: MainWindow) -> list[tuple[str, int]]:
    """Kind and number of the records where somebody was last, the newest first."""
    places = reversed(window.places())
    keys = [(place.kind or place.page, place.number) for place in places if place.number is not None]
    return list(dict.fromkeys(keys))[:RECENT]
